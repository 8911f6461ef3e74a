# SPDX-License-Identifier: GPL-3.0-or-later
"""Notes that may hold another: “what follows was not read: it is not UTF-8”."""

from __future__ import annotations

from archivist.ui.field_wording import FieldWording
from archivist.ui.rewording import Rewording

# Names of the holes of a template that hold what is a note, or words of one, itself.
_NOTES = frozenset({"why", "problem", "detail", "error", "reason", "remedy", "what", "unit", "pages", "where"})


class NoteTemplates(Rewording):
    """What stands in a hole for a note is worded, too."""

    def _word(self, name: str, value: str) -> str:
        from archivist.ui.notes.worded import worded

        if name in _NOTES:
            return worded(value)
        if name == "fields":
            fields = FieldWording(self)
            return ", ".join(map(fields.name, value.split(", ")))
        return super()._word(name, value)
