# SPDX-License-Identifier: GPL-3.0-or-later
"""What a table would be taken for, looked at outside the window: it may be large, and JSON holds up all threads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from archivist.ui.questions.answering import Sources

if TYPE_CHECKING:
    from archivist.intake.reader import ImportOptions
    from archivist.intake.tables.preview import TablePreview

_FIRST_ARTICLES = 20  # among which one is that came in


def look_at_table(_sources: Sources, path: Path, options: ImportOptions) -> TablePreview:
    """The preview of a file. Raises FileUnreadable, FileTooLarge, and what preview_table does."""
    from archivist.intake.files import read_file
    from archivist.intake.tables.preview import preview_table

    return preview_table(read_file(path), path, options, _FIRST_ARTICLES)
