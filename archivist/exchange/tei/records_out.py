# SPDX-License-Identifier: GPL-3.0-or-later
"""Records as the lists that TEI has for them: persons, organisations, places, events; and figures as a plain list."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.etree import _Element

from archivist.exchange.tei.elements import ID, LANG, add, set_word
from archivist.exchange.tei.header import set_date
from archivist.model import ActorType, Kind, Record, RecordDraft, Role

FIGURES = "figures"
UNTYPED = "actor"  # type of an org that may be anything
# The lists in their order, with their items, and what a name is called in them.
_LISTS = (("listPerson", "person", "persName"), ("listOrg", "org", "orgName"), ("listPlace", "place", "placeName"))
_NAMES = {item: name for _, item, name in _LISTS} | {"event": "eventName", "item": "name"}
_LIST_OF = {item: list_ for list_, item, _ in _LISTS} | {"event": "listEvent", "item": "list"}


def add_lists(stand_off: _Element, records: Iterable[Record], elsewhere: str = "") -> None:
    """The lists that hold these records; the events that they are parts of may be in another file."""
    lists: dict[str, list[Record]] = {item: [] for item in _LIST_OF}
    there = set()
    for record in records:
        lists[_item_of(record.draft)].append(record)
        there.add(record.id)
    for item, found in lists.items():
        if found:
            holder = add(stand_off, _LIST_OF[item], type=FIGURES if item == "item" else "")
            for record in found:
                element = _add_record(holder, item, record)
                if record.draft.parent:
                    where = "" if record.draft.parent in there else elsewhere
                    add(element, "ptr", type="parent", target=f"{where}#r-{record.draft.parent}")
                if record.draft.place:
                    add(add(add(element, "listPlace"), "place"), "placeName", record.draft.place)


def _item_of(draft: RecordDraft) -> str:
    if draft.kind is Kind.EVENT:
        return "event"
    if draft.kind is Kind.FIGURE:
        return "item"
    return (
        {ActorType.PERSON: "person", ActorType.PLACE: "place"}.get(ActorType(draft.type), "org")
        if draft.type
        else "org"
    )


def _add_record(holder: _Element, item: str, record: Record) -> _Element:
    draft = record.draft
    element = add(holder, item)
    element.set(ID, f"r-{record.id}")
    if item == "org":
        set_word(element, "type", draft.type or UNTYPED)
    if item == "event":
        set_word(element, "type", draft.type)
        if draft.date:
            set_date(element, "when", draft.date)
        _add_ids(element, draft)
    _add_names(element, _NAMES[item], draft)
    for role in draft.roles:
        _add_role(element, role)
    for type_, text in (("counted", draft.counted), ("of_whom", draft.of_whom), ("unit", draft.unit)):
        if text:
            add(element, "term", text, type=type_)
    if item in ("person", "org", "item"):
        _add_ids(element, draft)
    if draft.note:
        add(element, "note", draft.note)
    if item == "place":
        _add_ids(element, draft)
    return element


def _add_names(element: _Element, name: str, draft: RecordDraft) -> None:
    add(element, name, draft.name)
    for alias in draft.aliases:
        other = add(element, name, alias.name, type="alias")
        if alias.language:
            other.set(LANG, alias.language)


def _add_ids(element: _Element, draft: RecordDraft) -> None:
    for scheme, id_ in sorted(draft.external_ids.items()):
        set_word(add(element, "idno", id_), "type", scheme)


def _add_role(element: _Element, role: Role) -> None:
    state = add(element, "state", type="role")
    for name, date in (("from", role.since), ("to", role.until)):
        if date:
            set_date(state, name, date)
    add(state, "label", role.title)
    if role.organisation:
        add(add(state, "desc"), "orgName", role.organisation)
