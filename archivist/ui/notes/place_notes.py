# SPDX-License-Identifier: GPL-3.0-or-later
"""Places in a file, in the language of the interface."""

from __future__ import annotations

from archivist.ui.notes.note_templates import NoteTemplates


class PlaceNotes(NoteTemplates):
    """Places in a file."""

    TEMPLATES = (
        "line {number}",
        "record {number}",
        "page {number}",
        "row {number}",
        "{where}, line {number}",
        "{where}, record {number}",
        "{where}, task {number}",
        "source “{name}”, line {number}",
    )
