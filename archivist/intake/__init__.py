# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and pasted text in, articles out: one reader per format, and the import into an archive."""

from archivist.intake.pipeline import ImportReport, import_files, import_plan, import_text, resume_import
from archivist.intake.plan import ImportPlan, checked_options
from archivist.intake.preview import PreviewedFile, preview_plan
from archivist.intake.reader import BOOKS_BY_CHAPTER, WHOLE_BOOKS, ImportOptions, Reader
from archivist.intake.registry import formats
from archivist.intake.tables.preview import PreviewColumn, TablePreview, preview_table
from archivist.intake.tables.profile import TableProfile, kept_profiles, read_profile
from archivist.intake.unfinished import UnfinishedImport, unfinished_imports
from archivist.intake.watched import NewFiles, WatchedFolder, look_for_new

__all__ = [
    "BOOKS_BY_CHAPTER",
    "WHOLE_BOOKS",
    "ImportOptions",
    "ImportPlan",
    "ImportReport",
    "NewFiles",
    "PreviewColumn",
    "PreviewedFile",
    "Reader",
    "TablePreview",
    "TableProfile",
    "UnfinishedImport",
    "WatchedFolder",
    "checked_options",
    "formats",
    "import_files",
    "import_plan",
    "import_text",
    "kept_profiles",
    "look_for_new",
    "preview_plan",
    "preview_table",
    "read_profile",
    "resume_import",
    "unfinished_imports",
]
