# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and pasted text in, articles out: one reader per format, and the import into an archive."""

from archivist.intake.pipeline import ImportReport, checked_options, import_files, import_text
from archivist.intake.reader import ImportOptions, Reader
from archivist.intake.registry import formats
from archivist.intake.tables.preview import PreviewColumn, TablePreview, preview_table
from archivist.intake.tables.profile import TableProfile, kept_profiles, read_profile

__all__ = [
    "ImportOptions",
    "ImportReport",
    "PreviewColumn",
    "Reader",
    "TablePreview",
    "TableProfile",
    "checked_options",
    "formats",
    "import_files",
    "import_text",
    "kept_profiles",
    "preview_table",
    "read_profile",
]
