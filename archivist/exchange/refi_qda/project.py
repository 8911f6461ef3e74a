# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands around the sources of a project: users, codes, variables, cases, notes, links and sets.

The sources refer to all of these, to some that come after them, so this is read first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml.etree import _Element

from archivist.exchange.drafts import record_from_json
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import Problem, ReadRecord
from archivist.exchange.refi_qda.codes import Codes, guid_of, text_of
from archivist.exchange.refi_qda.extras import described
from archivist.exchange.refi_qda.writing import ORIGIN
from archivist.file_names import shown
from archivist.xml_names import child, children, local_name

AROUND = ("User", "Codes", "Variable", "Case", "Note", "Link", "Set", "Graph")
_VALUES = ("TextValue", "BooleanValue", "IntegerValue", "FloatValue", "DateValue", "DateTimeValue")


@dataclass(frozen=True, slots=True)
class Link:
    """A link from one thing of the project to another, by their ids."""

    id: str
    type: str
    origin: str
    target: str
    note: str
    where: str


class Around:
    """All of it, by the ids by which it is referred to; `text_of_note` finds the text of a note."""

    def __init__(
        self, origin: str, elements: Iterator[_Element], text_of_note: Callable[[_Element], tuple[str | None, str]]
    ) -> None:
        self.is_ours = origin.startswith(ORIGIN)
        self.counts_cr_lf_as_one = "ATLAS" in origin.upper()  # in positions, though the file has both characters
        self._text_of_note = text_of_note
        self.users: dict[str, str] = {}
        self.codes = Codes(None, is_ours=self.is_ours)
        self.variables: dict[str, str] = {}  # names
        self.values: dict[str, list[tuple[str, str]]] = {}  # (name of a variable, value) of sources, told by cases
        self.collections: dict[str, list[str]] = {}  # names, by source
        self.notes: dict[str, str] = {}
        self.places_of_notes: dict[
            str, _Element
        ] = {}  # selections that a note itself has in the text that refers to it
        self.used: set[str] = set()  # notes that something refers to
        self.notes_by_link: dict[str, list[str]] = {}  # texts of notes, by what a link joins them to
        self.links: list[Link] = []
        self.records: dict[str, ReadRecord] = {}
        self.problems: list[Problem] = []
        self.left_out: Counter[str] = Counter()
        readers = {
            "User": self._user,
            "Codes": self._codes,
            "Variable": self._variable,
            "Case": self._case,
            "Note": self._note,
            "Link": self._link,
            "Set": self._set,
        }
        for element in elements:
            name = local_name(element)
            if name in readers:
                readers[name](element)
            elif name == "Graph":
                self.left_out["graphs are left out"] += 1
        self._join_notes()

    def note_refs(self, element: _Element) -> list[str]:
        """The texts of the notes that an element refers to."""
        guids = [guid_of(reference, "targetGUID") for reference in children(element, "NoteRef")]
        self.used.update(guids)
        return [self.notes[guid] for guid in guids if self.notes.get(guid)]

    def values_of(self, element: _Element) -> list[tuple[str, str]]:
        """The names and values of the variables of a source or case."""
        found = []
        for value in children(element, "VariableValue"):
            name = self.variables.get(guid_of(child(value, "VariableRef"), "targetGUID"), "")
            text = next((text_of(each) for each in value if local_name(each) in _VALUES), "")
            if name and text.strip():
                found.append((name, text))
        return found

    def _user(self, element: _Element) -> None:
        self.users[guid_of(element, "guid")] = element.get("name", "") or element.get("id", "")

    def _codes(self, element: _Element) -> None:
        self.codes = Codes(element, is_ours=self.is_ours)

    def _variable(self, element: _Element) -> None:
        self.variables[guid_of(element, "guid")] = element.get("name", "")

    def _case(self, element: _Element) -> None:
        guid, name = guid_of(element, "guid"), " ".join(element.get("name", "").split())
        description, extras = described(text_of(child(element, "Description")))
        if self.is_ours and "record" in extras:
            self._record(guid, name, extras["record"])
            return
        sources = [guid_of(reference, "targetGUID") for reference in children(element, "SourceRef")]
        values = self.values_of(element)
        if not name and len(sources) == 1:  # so some programs give a source its variables
            self.values.setdefault(sources[0], []).extend(values)
            return
        for source in sources if name else ():
            self.collections.setdefault(source, []).append(name)
        self.left_out["selections that a case names are not marked as its own"] += len(
            list(children(element, "SelectionRef"))
        )
        self.left_out["values of variables of cases are left out"] += len(values)
        self.left_out["cases without a name or a source are left out"] += not (name and sources)
        self.left_out["descriptions of cases are left out"] += bool(description.strip())

    def _record(self, guid: str, name: str, json: object) -> None:
        try:
            id_ = guid if is_uuid(guid) else ""
            self.records[guid] = record_from_json(json if isinstance(json, str) else "", guid, id_)
        except ValueError as error:
            self.problems.append(Problem(f"case “{shown(name)}”", f"It is no record that can be read: {error}."))

    def _note(self, element: _Element) -> None:
        text, problem = self._text_of_note(element)
        if problem:
            self.problems.append(Problem(f"note “{shown(element.get('name', ''))}”", problem))
        title, _ = described(text_of(child(element, "Description")))
        guid = guid_of(element, "guid")
        self.notes[guid] = described(text)[0] if text and text.strip() else title
        place = child(element, "PlainTextSelection")
        if place is not None:
            self.places_of_notes[guid] = deepcopy(place)

    def _link(self, element: _Element) -> None:
        self.links.append(
            Link(
                guid_of(element, "guid"),
                " ".join(element.get("name", "").split()),
                guid_of(element, "originGUID"),
                guid_of(element, "targetGUID"),
                "\n\n".join(self.note_refs(element)),
                f"line {element.sourceline}",
            )
        )

    def _join_notes(self) -> None:
        """Take the links that join a note to something for what they are."""
        links, self.links = self.links, []
        for link in links:
            note, joined = (link.origin, link.target) if link.origin in self.notes else (link.target, link.origin)
            if note in self.notes:
                self.used.add(note)
                self.notes_by_link.setdefault(joined, []).append(self.notes[note])
            else:
                self.links.append(link)

    def _set(self, element: _Element) -> None:
        name = " ".join(element.get("name", "").split())
        for member in children(element, "MemberSource"):
            self.collections.setdefault(guid_of(member, "targetGUID"), []).append(name)
        others = len(list(children(element, "MemberCode"))) + len(list(children(element, "MemberNote")))
        self.left_out["codes and notes are left out of sets, which become collections of articles"] += others
