# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles with their annotations, and records, on the way from archive to archive and to other programs."""

from archivist.exchange.bundle import (
    BundleLine,
    BundleReport,
    Outcome,
    export_bundle,
    import_bundle,
    is_bundle,
)
from archivist.exchange.finding import find_bundles
from archivist.exchange.formats import Format, formats, reader, writer
from archivist.exchange.import_report import check_report_path, write_import_report
from archivist.exchange.registry import (
    Loaded,
    RegistryLine,
    RegistryReport,
    load_registry,
    write_record,
    write_registry_csv,
)

__all__ = [
    "BundleLine",
    "BundleReport",
    "Format",
    "Loaded",
    "Outcome",
    "RegistryLine",
    "RegistryReport",
    "check_report_path",
    "export_bundle",
    "find_bundles",
    "formats",
    "import_bundle",
    "is_bundle",
    "load_registry",
    "reader",
    "write_import_report",
    "write_record",
    "write_registry_csv",
    "writer",
]
