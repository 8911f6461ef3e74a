# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs of the window. Each is opened with open() and says by signals what came of it.

A dialog is imported when it is asked for: all of them would bring every reader and writer along,
and the window would stand still over the first one, whichever that is.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from archivist.ui.dialogs.about import AboutDialog
    from archivist.ui.dialogs.article import ArticleDialog
    from archivist.ui.dialogs.backup import BackupChoice, BackupDialog
    from archivist.ui.dialogs.export import ExportChoice, ExportDialog, Scope
    from archivist.ui.dialogs.export_losses import LossesPreview
    from archivist.ui.dialogs.import_preview import ImportPreviewDialog
    from archivist.ui.dialogs.import_report import ImportReportDialog
    from archivist.ui.dialogs.label_mapping import LabelMappingDialog
    from archivist.ui.dialogs.merge_bundle import MergeBundleDialog
    from archivist.ui.dialogs.merge_records import MergeDialog
    from archivist.ui.dialogs.new_record import NewRecordDialog
    from archivist.ui.dialogs.paste import PasteDialog
    from archivist.ui.dialogs.provenance import ProvenanceDialog
    from archivist.ui.dialogs.rescue import RescueDialog
    from archivist.ui.dialogs.restore import RestoreDialog
    from archivist.ui.dialogs.shortcuts import ShortcutsDialog
    from archivist.ui.dialogs.table_columns import TableColumnsDialog
    from archivist.ui.dialogs.text_report import TextReportDialog
    from archivist.ui.dialogs.waiting import WaitingDialog
    from archivist.ui.dialogs.watched_folders import WatchedFoldersDialog

_MODULE_OF = {
    "AboutDialog": "about",
    "ArticleDialog": "article",
    "BackupChoice": "backup",
    "BackupDialog": "backup",
    "ExportChoice": "export",
    "ExportDialog": "export",
    "Scope": "export",
    "LossesPreview": "export_losses",
    "ImportPreviewDialog": "import_preview",
    "ImportReportDialog": "import_report",
    "LabelMappingDialog": "label_mapping",
    "MergeBundleDialog": "merge_bundle",
    "MergeDialog": "merge_records",
    "NewRecordDialog": "new_record",
    "PasteDialog": "paste",
    "ProvenanceDialog": "provenance",
    "RescueDialog": "rescue",
    "RestoreDialog": "restore",
    "ShortcutsDialog": "shortcuts",
    "TableColumnsDialog": "table_columns",
    "TextReportDialog": "text_report",
    "WaitingDialog": "waiting",
    "WatchedFoldersDialog": "watched_folders",
}

__all__ = [
    "AboutDialog",
    "ArticleDialog",
    "BackupChoice",
    "BackupDialog",
    "ExportChoice",
    "ExportDialog",
    "ImportPreviewDialog",
    "ImportReportDialog",
    "LabelMappingDialog",
    "LossesPreview",
    "MergeBundleDialog",
    "MergeDialog",
    "NewRecordDialog",
    "PasteDialog",
    "ProvenanceDialog",
    "RescueDialog",
    "RestoreDialog",
    "Scope",
    "ShortcutsDialog",
    "TableColumnsDialog",
    "TextReportDialog",
    "WaitingDialog",
    "WatchedFoldersDialog",
]


def __getattr__(name: str) -> Any:
    """What a module of this package has. Raises AttributeError for a name that is not one of these."""
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
