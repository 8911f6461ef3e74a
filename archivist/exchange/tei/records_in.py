# SPDX-License-Identifier: GPL-3.0-or-later
"""Persons, organisations, places and events that a TEI file lists, as records."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from lxml.etree import _Element

from archivist.exchange.items import Problem, ReadRecord
from archivist.exchange.tei.elements import ID, LANG, uuid_of, word, words
from archivist.exchange.tei.metadata import edtf_of
from archivist.exchange.tei.pointers import Ids
from archivist.exchange.tei.records_out import FIGURES, UNTYPED
from archivist.model import ActorType, Alias, Kind, RecordDraft, Role
from archivist.text import one_line
from archivist.xml_names import children, descendants, local_name

_KINDS = {"person": Kind.ACTOR, "personGrp": Kind.ACTOR, "org": Kind.ACTOR, "place": Kind.ACTOR, "event": Kind.EVENT}
_TYPES = {"person": ActorType.PERSON, "personGrp": ActorType.GROUP, "place": ActorType.PLACE}
_NAMES = {
    "person": ("persName", "name"),
    "personGrp": ("persName", "name", "label", "desc"),
    "org": ("orgName", "name"),
    "place": ("placeName", "geogName", "settlement", "region", "country", "district", "bloc", "name"),
    "event": ("eventName", "label", "head", "desc", "p"),
    "item": ("name",),
}
_PARTS_OF_NAMES = frozenset(
    [
        "surname",
        "forename",
        "addName",
        "roleName",
        "genName",
        "nameLink",
        "settlement",
        "region",
        "country",
        "district",
        "bloc",
    ]
)
_LISTING = frozenset(["listEvent", "event", "person", "personGrp", "org", "place", "standOff"])
_PASSED = frozenset(
    ["listPerson", "listOrg", "listPlace", "listEvent", "person", "personGrp", "org", "place", "event", "ptr"]
)
_BEFORE_SIGNS = re.compile(r" (?=[,.;:!?)\]])")
_FIELDS = ("counted", "of_whom", "unit")


class Records:
    """The records that a file lists, found by pointers to them."""

    def __init__(self, root: _Element, ids: Ids, beside: Collection[str] = ()) -> None:
        self._beside = beside  # the names of the files that are read with this one
        self.read: list[ReadRecord] = []
        self.problems: list[Problem] = []
        self._ids = ids
        self._keys: dict[_Element, str] = {}
        elements = [element for element in root.iter() if _is_record(element)]
        for number, element in enumerate(elements, 1):
            id_ = element.get(ID, "")
            self._keys[element] = uuid_of(id_, "r") or f"{ids.file}#{id_ or number}"
        for element in elements:
            self._read(element)

    def key(self, pointer: str) -> str:
        """The key of the record that a pointer leads to, "" where it leads to none."""
        element = self._ids.of(pointer)
        if element is None:
            file, _, id_ = pointer.rpartition("#")
            file = PurePosixPath(file).name
            is_beside = file in self._beside and file != self._ids.file
            return uuid_of(id_, "r") or (f"{file}#{id_}" if is_beside and id_ else "")
        return self.key_around(element) if local_name(element) not in ("span", "annotation") else ""

    def key_around(self, element: _Element) -> str:
        """The key of the record that an element is, or names in its list; "" where it is none."""
        if element in self._keys:
            return self._keys[element]
        parent = element.getparent()
        is_name = parent is not None and local_name(element) in _NAMES.get(local_name(parent), ())
        return self._keys.get(parent, "") if is_name and parent is not None else ""

    def _read(self, element: _Element) -> None:
        item = local_name(element)
        draft = _draft(element, item, self._parent(element))
        if draft is None:
            where = f"{self._ids.file}, line {element.sourceline}"
            self.problems.append(Problem(where, f"A <{item}> is left out, as it has no name."))
            del self._keys[element]
            return
        self.read.append(ReadRecord(self._keys[element], draft, uuid_of(element.get(ID, ""), "r")))

    def _parent(self, element: _Element) -> str | None:
        if local_name(element) != "event":
            return None
        for pointer in children(element, "ptr"):
            if pointer.get("type") == "parent":
                return self.key(pointer.get("target", "")) or None
        around = element.getparent()
        if around is not None and local_name(around) == "listEvent":
            around = around.getparent()
        return self._keys.get(around) if around is not None and local_name(around) == "event" else None


def _is_record(element: _Element) -> bool:
    name, parent = local_name(element), element.getparent()
    around = "" if parent is None else local_name(parent)
    if name == "item":
        return around == "list" and parent is not None and parent.get("type") == FIGURES
    if name == "event":
        return around in _LISTING or parent is None
    if name == "place" and not element.get(ID) and around == "listPlace" and parent is not None:
        return parent.getparent() is None or local_name(parent.getparent()) != "event"
    return name in _KINDS


def _draft(element: _Element, item: str, parent: str | None) -> RecordDraft | None:
    names = [child for child in element if local_name(child) in _NAMES[item]]
    first = next((child for kind in _NAMES[item] for child in names if local_name(child) == kind), None)
    name = _name(first) if first is not None else ""
    if not name:
        return None
    others = [child for child in names if child is not first and local_name(child) not in ("desc", "p", "head")]
    kind = _KINDS.get(item, Kind.FIGURE)
    fields = {}
    if kind is Kind.FIGURE:
        terms = {term.get("type", ""): words(term) for term in children(element, "term")}
        fields = {field: terms.get(field, "") for field in _FIELDS}
    return RecordDraft(
        kind,
        name,
        note="\n".join(_notes(element, {*names} - {n for n in names if local_name(n) in ("desc", "p")} | {first})),
        aliases=tuple(Alias(found, other.get(LANG, "")[:2]) for other in others if (found := _name(other))),
        type=_type(element, item),
        roles=tuple(_roles(element)) if kind is Kind.ACTOR else (),
        external_ids={word(idno, "type") or "id": one_line(words(idno)) for idno in children(element, "idno")},
        date=edtf_of(element) if kind is Kind.EVENT else "",
        place=_place(element) if kind is Kind.EVENT else "",
        parent=parent,
        **fields,
    )


def _name(element: _Element) -> str:
    is_parted = any(local_name(child) in _PARTS_OF_NAMES for child in element)
    return one_line(" ".join(element.itertext()) if is_parted else words(element))


def _type(element: _Element, item: str) -> str:
    if item in _TYPES:
        return _TYPES[item]
    if item == "event":
        return word(element, "type")
    said = word(element, "type")
    if item == "org":
        return said if said in list(ActorType) else "" if said == UNTYPED else ActorType.ORGANISATION
    return ""


def _roles(element: _Element) -> Iterator[Role]:
    for state in children(element, "state"):
        if state.get("type") == "role":
            title = next((words(label) for label in children(state, "label")), "")
            of = next((words(name) for name in descendants(state, "orgName")), "")
            yield Role(title, of, *(_date(state, name) for name in ("from", "to")))
    for occupation in children(element, "occupation"):
        if words(occupation):
            yield Role(one_line(words(occupation)), "", _date(occupation, "from"), _date(occupation, "to"))


def _date(element: _Element, name: str) -> str:
    said: list[str] = [element.get(f"{name}{form}", "") for form in ("-custom", "-iso", "")]
    return next(filter(None, said), "")


def _place(event: _Element) -> str:
    names = (name for list_ in children(event, "listPlace") for name in descendants(list_, "placeName"))
    return next((one_line(words(name)) for name in names), "")


def _notes(element: _Element, named: Iterable[_Element | None]) -> Iterator[str]:
    """What a list says beside what a record has a field for, a line each."""
    passed = set(named)
    for child in element:
        name = local_name(child)
        if child in passed or name in _PASSED or name in ("idno", "occupation"):
            continue
        if name == "state" and child.get("type") == "role":
            continue
        if name == "term" and child.get("type") in _FIELDS:
            continue
        if name == "note":
            said = words(child)
        else:
            parts = one_line(" ".join(child.itertext())) or edtf_of(child)
            said = f"{name}: {_BEFORE_SIGNS.sub('', parts)}" if parts else ""
        if said:
            yield said
