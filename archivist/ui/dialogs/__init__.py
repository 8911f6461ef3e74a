# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialogs of the window. Each is opened with open() and says by signals what came of it."""

from __future__ import annotations

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
