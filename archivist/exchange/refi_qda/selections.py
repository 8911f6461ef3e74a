# SPDX-License-Identifier: GPL-3.0-or-later
"""The selections of one text of a project as annotations: one for each coding of it, or one for its note."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, count

from lxml.etree import _Element

from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import Problem, ReadAnnotation, Unit
from archivist.exchange.moments import utc
from archivist.exchange.refi_qda.codes import Code, guid_of, text_of
from archivist.exchange.refi_qda.extras import described
from archivist.exchange.refi_qda.project import Around
from archivist.exchange.refi_qda.texts import Named, Words
from archivist.file_names import shown
from archivist.text import Utf16Map
from archivist.xml_names import child, children, local_name

_SELECTIONS = ("PlainTextSelection", "TranscriptSelection")
_UNKNOWN = Code("", "")


class Selections:
    """Gathers the annotations of one text."""

    def __init__(self, around: Around, element: _Element, text: str | None) -> None:
        self._around = around
        self._element = element
        self._points = {guid_of(point, "guid"): point.get("position", "") for point in children(element, "SyncPoint")}
        places = [(selection, self._place(selection)) for selection in element if local_name(selection) in _SELECTIONS]
        named = [Named(selection.get("name", ""), *place) for selection, place in places if place]
        self._words = Words(text, named, lf_first=around.counts_cr_lf_as_one)
        self.text = self._words.text
        self.unit = self._words.unit
        self.annotations: list[ReadAnnotation] = []
        self.problems: list[Problem] = []
        self.keys: dict[str, str] = {}  # of annotations, by the ids of their selections and codings
        self._taken: set[str] = set()

    def add_all(self) -> None:
        """All selections of the element that holds the text, and what is coded of it as a whole."""
        for selection in self._element:
            if local_name(selection) in _SELECTIONS:
                self._add(selection)
        self.add_whole(self._element)

    def _place(self, selection: _Element) -> tuple[int, int] | None:
        """Where a selection begins and ends, None where it does not say so in numbers."""
        if local_name(selection) == "TranscriptSelection":
            ends = [self._points.get(guid_of(selection, name), "") for name in ("fromSyncPoint", "toSyncPoint")]
        else:
            ends = [selection.get(name, "") for name in ("startPosition", "endPosition")]
        start, end = map(_whole_number, ends)
        return None if start is None or end is None else (start, end)

    def add_whole(self, element: _Element) -> None:
        """What is coded of a source as a whole: all its text; and the notes that have a place in it."""
        for reference in children(element, "NoteRef"):
            guid = guid_of(reference, "targetGUID")
            place = self._around.places_of_notes.get(guid)
            if place is not None:
                self._around.used.add(guid)
                self._append(place, self._place(place), [self._around.notes[guid]])
        codings = list(children(element, "Coding"))
        if codings and self.text:
            length = len(self.text) if self.unit is Unit.CODE_POINTS else Utf16Map(self.text).utf16_length
            for coding in codings:
                self._append(coding, (0, length), self._around.note_refs(coding), coding)

    def _add(self, selection: _Element) -> None:
        around = self._around
        guid = guid_of(selection, "guid")
        if guid in self.keys:
            self.problems.append(Problem(f"line {selection.sourceline}", f"Its id “{shown(guid)}” is not its alone."))
        notes = [*around.note_refs(selection), *around.notes_by_link.pop(guid, ())]
        codings = list(children(selection, "Coding"))
        place = self._place(selection)
        if not codings:
            self._append(selection, place, notes)
        for coding in codings:
            self._append(selection, place, [*notes, *around.note_refs(coding)], coding)

    def _append(
        self,
        selection: _Element,
        place: tuple[int, int] | None,
        notes: list[str],
        coding: _Element | None = None,
    ) -> None:
        around = self._around
        where = f"line {selection.sourceline}"
        if place is None:
            self.problems.append(Problem(where, "It does not say in numbers where it begins and ends."))
            return
        start, end = place
        code = around.codes.by_guid.get(guid_of(child(coding, "CodeRef"), "targetGUID"), _UNKNOWN)
        if coding is not None and code is _UNKNOWN:
            self.problems.append(Problem(where, "Its code is not in the codebook."))
        note, extras = described(text_of(child(selection, "Description")))
        attributes, record = extras.get("attributes"), extras.get("record")
        guid = guid_of(selection, "guid")
        quote, is_doubtful = self._words.of(Named(selection.get("name", ""), start, end))
        key = self._key(guid, guid_of(coding, "guid"))
        self.annotations.append(
            ReadAnnotation(
                key,
                start,
                end,
                code.label,
                where,
                quote=quote,
                note="\n\n".join(filter(None, (note, *notes))),
                attributes=attributes if isinstance(attributes, Mapping) else {},
                kind=code.kind,
                record=record if record in around.records else "",
                annotator=around.users.get(_first(coding, selection, "creatingUser", "modifyingUser"), ""),
                created_at=utc(_first(coding, selection, "creationDateTime", "modifiedDateTime")),
                modified_at=utc(selection.get("modifiedDateTime", "")),
                id=guid if around.is_ours and key == guid and is_uuid(guid) else "",
                for_review=is_doubtful,
            )
        )

    def _key(self, guid: str, coding: str) -> str:
        """What names an annotation in its text: its selection, or from the second coding on that."""
        further = (f"{guid} ({number})" for number in count(2))
        key = next(name for name in chain((guid, coding), further) if name and name not in self._taken)
        self._taken.add(key)
        for name in (guid, coding):
            self.keys.setdefault(name, key)
        return key


def _first(coding: _Element | None, selection: _Element, *names: str) -> str:
    """The value of the first of these attributes that either has."""
    elements = [element for element in (coding, selection) if element is not None]
    value = next((element.get(name) for name in names for element in elements if element.get(name)), "")
    return value.strip().strip("{}").lower() if names[0].endswith("User") else value


def _whole_number(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.removeprefix("-").isdigit() and len(digits) < 12 else None  # noqa: PLR2004
