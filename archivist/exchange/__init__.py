# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles with their annotations, and records, on the way from archive to archive and to other programs."""

from archivist.exchange.bundle import (
    MergeLine,
    MergeReport,
    Outcome,
    compare_bundle,
    conflicts_ahead,
    export_bundle,
    import_bundle,
    is_bundle,
)
from archivist.exchange.codebook import CODEBOOK_ENDINGS, load_codebook, save_codebook
from archivist.exchange.format import Aspect, Format
from archivist.exchange.formats import format_to_read, format_to_write, formats
from archivist.exchange.import_report import check_report_path, write_import_report
from archivist.exchange.incoming.conflicts import KEEP_OURS, Conflict, Decision, Decisions
from archivist.exchange.incoming.finding import Recognised, recognise, recognise_as
from archivist.exchange.incoming.mapping import TagMapping, Target, is_mapping, read_mapping
from archivist.exchange.incoming.scanning import Scan, ScannedLabel, scan_labels
from archivist.exchange.incoming.taking_in import compare, take_in
from archivist.exchange.outgoing.contents import Contents, Fitted, HandedArticle, Selection
from archivist.exchange.outgoing.exporting import export, loss_file, preview_losses
from archivist.exchange.registry import (
    Loaded,
    RegistryLine,
    RegistryReport,
    load_registry,
    write_record,
    write_registry_csv,
)

__all__ = [
    "CODEBOOK_ENDINGS",
    "KEEP_OURS",
    "Aspect",
    "Conflict",
    "Contents",
    "Decision",
    "Decisions",
    "Fitted",
    "Format",
    "HandedArticle",
    "Loaded",
    "MergeLine",
    "MergeReport",
    "Outcome",
    "Recognised",
    "RegistryLine",
    "RegistryReport",
    "Scan",
    "ScannedLabel",
    "Selection",
    "TagMapping",
    "Target",
    "check_report_path",
    "compare",
    "compare_bundle",
    "conflicts_ahead",
    "export",
    "export_bundle",
    "format_to_read",
    "format_to_write",
    "formats",
    "import_bundle",
    "is_bundle",
    "is_mapping",
    "load_codebook",
    "load_registry",
    "loss_file",
    "preview_losses",
    "read_mapping",
    "recognise",
    "recognise_as",
    "save_codebook",
    "scan_labels",
    "take_in",
    "write_import_report",
    "write_record",
    "write_registry_csv",
]
