# SPDX-License-Identifier: GPL-3.0-or-later
"""Places in a file, in the language of the interface."""

from __future__ import annotations

import re

from archivist.ui.notes.note_templates import NoteTemplates

_WITHIN = ", "  # between a place and what it is in
_BETWEEN = re.compile(f"{_WITHIN}(?![^“]*”)")  # but not within a name


class PlaceNotes(NoteTemplates):
    """Places in a file."""

    TEMPLATES = (
        "line {number}",
        "record {number}",
        "page {number}",
        "row {number}",
        "task {number}",
        "entry {number}",
        "document {number}",
        "document “{name}”",
        "source “{name}”",
        "coding {number}",
        "highlight {number}",
        "annotation {number}",
        "annotation {number} “{name}”",
    )

    def known(self, said: str) -> str | None:
        """Each part of a place by itself: “a.json, task 2, annotation 1”."""
        parts = _BETWEEN.split(said)
        known = [super(PlaceNotes, self).known(part) for part in parts]
        if not any(known):
            return None
        return _WITHIN.join(worded or part for worded, part in zip(known, parts, strict=True))
