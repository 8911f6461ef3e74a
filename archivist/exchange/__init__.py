# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles with their annotations on the way from archive to archive and to other programs."""

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

__all__ = [
    "BundleLine",
    "BundleReport",
    "Format",
    "Outcome",
    "export_bundle",
    "find_bundles",
    "formats",
    "import_bundle",
    "is_bundle",
    "reader",
    "writer",
]
