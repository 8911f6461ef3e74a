# SPDX-License-Identifier: GPL-3.0-or-later
"""What a check or a rescue of an archive found wrong, in the language of the interface."""

from __future__ import annotations

from archivist.ui.notes.note_templates import NoteTemplates
from archivist.ui.table_wording import TableWording


class FindingNotes(NoteTemplates):
    """What a check or a rescue of an archive found wrong."""

    TEMPLATES = (
        "archive.db, table {name}",
        "row {row} points at a row of {table} that is missing",
        "annotation {id}",
        "revision {id}",
        "event {id}",
        "{table}, row {row}",
        "its tag or its article is deleted",
        "the record that it is linked to is deleted",
        "the record that it is linked to is of kind {kind}, not {other}",
        "what it is a part of is deleted",
        "it is a part of itself",
        "its text has changed",
        "its quote is not at its place in the text",
        "the file is missing",
        "the bytes have changed",
        "the bytes have changed: {count} bytes where {other} were stored",
        "an original is named by what is no SHA-256",
        "it was lost; its annotations have a tag that stands in for it",
        "{count} rows speak of {table} that were lost",
        "all but its text was lost: “{title}”",
        "its id is damaged, so it has a new one",
        "its text is damaged; what could be read of it was kept",
        "its text was lost: “{title}”",
        "its article was lost; it marked “{quote}”",
        "its article was lost; it marked “{quote}” and said “{note}”",
        "{count} rows were left out, as what they belong to was lost",
        "it is for review, as its text is damaged: “{quote}”",
        "it was rebuilt from the history",
        "the identity of the archive was lost, so it has a new one",
        "{number} bytes could not be read from the disk",
        "its end was lost, after {column}",
        "begun anew; what was left of the old one is in {name}",
    )

    def _word(self, name: str, value: str) -> str:
        return TableWording(self).reworded(value) if name == "table" else super()._word(name, value)
