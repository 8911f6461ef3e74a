# SPDX-License-Identifier: GPL-3.0-or-later
"""One annotation of a STAM store: what it selects, and what its data say of that.

Ours have a key for everything. Of others the first datum gives the label: its value where the key
is a word such as “type”, else the key; the data themselves become attributes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from archivist.exchange.drafts import record_from_json
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.items import ReadAnnotation, ReadRecord, ReadRelation, ReadTag
from archivist.exchange.stam import terms
from archivist.file_names import shown
from archivist.model import JsonValue, NodeType

_LABELLING = ("type", "tag", "label", "class", "category", "code", "name")
_COMPOSED = ("CompositeSelector", "MultiSelector", "DirectionalSelector")
_NOTES = ("note", "comment", "remark")
_PAIR = 2


class Cursor(NamedTuple):
    """A position in a text, from its beginning, or backwards from its end."""

    value: int
    from_end: bool = False

    def in_text(self, text: str | None) -> int:
        """The position in code points from the beginning. Raises Malformed."""
        if not self.from_end:
            return self.value
        if text is None:
            raise Malformed("its position counts from the end of a text that is not here")
        return len(text) + self.value


class Selected(NamedTuple):
    """A part of a text."""

    resource: str
    begin: Cursor
    end: Cursor


@dataclass(frozen=True, slots=True)
class Spoken:
    """An annotation of words."""

    id: str  # as the store has it; where an annotation selects several parts, that of the first
    selected: Selected | None  # None where only the data say what was marked
    data: Mapping[str, JsonValue]  # ours, by key
    label: str
    attributes: Mapping[str, JsonValue]
    where: str

    def mark(self, text: str | None) -> ReadAnnotation:
        """As it is on its text, where that is here. Raises Malformed."""
        if self.selected is None:
            start, end = (_number(self.data, name) for name in (terms.START, terms.END))
            quote: str | None = _text(self.data, terms.QUOTE)
        else:
            start, end = (cursor.in_text(text) for cursor in (self.selected.begin, self.selected.end))
            quote = _text(self.data, terms.TEXT) or None
        if not 0 <= start < end:
            raise Malformed(f"its position from {start} to {end} holds no words")
        return ReadAnnotation(
            key=terms.uuid_of(self.id) or self.id,
            start=start,
            end=end,
            label=self.label,
            where=self.where,
            quote=quote,
            prefix=_text(self.data, terms.PREFIX),
            suffix=_text(self.data, terms.SUFFIX),
            note=_text(self.data, terms.NOTE),
            attributes=self.attributes,
            record=terms.uuid_of(_text(self.data, terms.RECORD)),
            annotator=_text(self.data, terms.ANNOTATOR),
            created_at=_text(self.data, terms.CREATED),
            modified_at=_text(self.data, terms.MODIFIED),
            id=terms.uuid_of(self.id),
            for_review=self.data.get(terms.REVIEW) is True,
        )


@dataclass(frozen=True, slots=True)
class Linked:
    """An annotation that links two others, or records, by their keys."""

    type: str
    source: str
    target: str
    note: str
    id: str
    where: str
    created_by: str
    created_at: str

    def relation(self, source_type: NodeType, target_type: NodeType) -> ReadRelation:
        """The relation that it is between what is of these types."""
        ends = (self.source, self.target, source_type, target_type)
        return ReadRelation(self.type, *ends, self.note, self.id, self.where, self.created_by, self.created_at)


class Reader:
    """Reads the annotations of a store, once its data sets are known."""

    def __init__(self, *, remembers: bool = True) -> None:
        """`remembers` what annotations select, so that others can select by them."""
        self.records: set[str] = set()  # UUIDs
        self._data: dict[tuple[str, str], tuple[str, JsonValue]] = {}  # key and value, by set and id
        self._by_id: dict[str, tuple[str, str, JsonValue]] = {}  # set, key and value, by id
        self._tags: dict[str, str] = {}  # names, by UUID
        self._remembers = remembers
        self._selected: dict[str, Selected] = {}

    def add_set(self, value: Mapping[str, Any]) -> None:
        """A data set with the values that annotations refer to by their id."""
        set_ = value.get("@id", "")
        for datum in value.get("data", ()):
            if isinstance(datum, Mapping) and isinstance(datum.get("@id"), str):
                key, plain = _key(datum), terms.plain(datum.get("value"))
                self._data[str(set_), datum["@id"]] = key, plain
                self._by_id.setdefault(datum["@id"], (str(set_), key, plain))

    def read(self, value: Mapping[str, Any], where: str) -> Iterator[tuple[str, object]]:
        """What an annotation comes to, each with the text that it is of ("" for none).

        That is a Spoken, fields of the article, a Linked, a ReadTag or a ReadRecord. Raises Malformed.
        """
        id_ = value["@id"] if isinstance(value.get("@id"), str) else where
        target = value.get("target", value.get("selector"))
        ours, others = self._said(value.get("data", ()))
        kind = _type(target)
        if kind == "DataSetSelector" and (terms.TAG_DEFINITION in ours or terms.RECORD_DEFINITION in ours):
            yield "", self._defined(id_, ours)
        elif kind == "ResourceSelector" and terms.REVIEW in ours:
            yield _resource(target), self._spoken(id_, None, ours, others, where)
        elif kind == "ResourceSelector" and any(name in ours for name in (*terms.ARTICLE_FIELDS, terms.COLLECTIONS)):
            yield _resource(target), _article_fields(ours)
        elif _links(target):
            ends = [_name(end.get("annotation")) for end in target["selectors"]]
            yield "", self._linked(id_, [terms.uuid_of(end) or end for end in ends], ours, others, where)
        else:
            for number, selected in enumerate(self._selections(target)):
                if self._remembers and number == 0:
                    self._selected[id_] = selected
                name = id_ if number == 0 else f"{id_} {number + 1}"
                yield selected.resource, self._spoken(name, selected, ours, others, where)

    def _selections(self, target: JsonValue) -> Iterator[Selected]:
        kind = _type(target)
        if kind == "TextSelector":
            yield Selected(_resource(target), *_offset(target))
        elif kind == "AnnotationSelector" and target.get("offset") is not None:
            yield self._within(target)
        elif kind in _COMPOSED:
            for selector in target.get("selectors") or ():
                yield from self._selections(selector)
        elif kind:
            raise Malformed(f"it selects by a {shown(kind)}, and no words")
        else:
            raise Malformed("it has no target")

    def _within(self, target: Mapping[str, Any]) -> Selected:
        """A part of what another annotation selects."""
        outer = self._selected.get(_name(target.get("annotation")))
        if outer is None:
            raise Malformed("it selects by an annotation that is not before it and selects no words")
        begin, end = (_moved(cursor, outer) for cursor in _offset(target))
        return Selected(outer.resource, begin, end)

    def _said(self, data: JsonValue) -> tuple[dict[str, JsonValue], list[tuple[str, JsonValue]]]:
        """Our data by key, and those of others."""
        ours: dict[str, JsonValue] = {}
        others: list[tuple[str, JsonValue]] = []
        for datum in data if isinstance(data, list) else [data]:
            set_, key, value = self._datum(datum)
            if set_ == terms.SET or (set_, key) == (terms.TEXT_SET, terms.TEXT):
                ours[key] = value
            elif set_ != terms.TEXT_SET:
                others.append((key, value))
        return ours, others

    def _datum(self, datum: JsonValue) -> tuple[str, str, JsonValue]:
        if isinstance(datum, str):
            datum = {"@id": datum}
        if not isinstance(datum, Mapping):
            raise Malformed("one of its data is no object")
        set_ = datum.get("set", datum.get("_part_of_set"))
        id_ = datum.get("@id")
        if "key" in datum:
            return str(set_ or ""), _key(datum), terms.plain(datum.get("value"))
        if isinstance(set_, str) and (set_, id_) in self._data:
            return (set_, *self._data[set_, str(id_)])
        if set_ is None and id_ in self._by_id:
            return self._by_id[str(id_)]
        raise Malformed(f"the data set has no “{shown(str(id_))}”")

    def _spoken(
        self,
        id_: str,
        selected: Selected | None,
        ours: dict[str, JsonValue],
        others: list[tuple[str, JsonValue]],
        where: str,
    ) -> Spoken:
        attributes = {
            key.removeprefix(terms.ATTRIBUTE): value for key, value in ours.items() if key.startswith(terms.ATTRIBUTE)
        }
        if terms.ATTRIBUTES in ours:
            attributes.update(Fields(json_stream.parse(_text(ours, terms.ATTRIBUTES).encode())).mapping())
        data = dict(ours)
        label = _text(ours, terms.TAG)
        for key, value in others:
            if not label:
                label = value if key.lower() in _LABELLING and isinstance(value, str) and value else key
            if key.lower() in _NOTES and isinstance(value, str):
                data[terms.NOTE] = f"{data[terms.NOTE]}\n\n{value}" if terms.NOTE in data else value
            elif label != value:
                attributes[key] = value
        return Spoken(id_, selected, data, label, attributes, where)

    def _linked(
        self, id_: str, ends: list[str], ours: dict[str, JsonValue], others: list[tuple[str, JsonValue]], where: str
    ) -> Linked:
        type_ = _text(ours, terms.RELATION)
        if not type_ and others:
            key, value = others[0]
            type_ = value if key.lower() in _LABELLING and isinstance(value, str) else key
        made = (_text(ours, terms.ANNOTATOR), _text(ours, terms.CREATED))
        return Linked(type_, ends[0], ends[1], _text(ours, terms.NOTE), terms.uuid_of(id_), where, *made)

    def _defined(self, id_: str, ours: dict[str, JsonValue]) -> ReadTag | ReadRecord:
        uuid = terms.uuid_of(id_)
        if terms.RECORD_DEFINITION in ours:
            self.records.add(uuid)
            return record_from_json(_text(ours, terms.RECORD_DEFINITION), uuid, uuid)
        fields = Fields(json_stream.parse(_text(ours, terms.TAG_DEFINITION).encode()))
        self._tags[uuid] = fields.text("name")
        return ReadTag(
            label=fields.text("name"),
            id=uuid,
            kind=fields.text("kind", ""),
            colour=fields.text("colour", ""),
            parent=self._tags.get(fields.text_or_null("parent") or "", ""),
            description=fields.text("description", ""),
            shortcut=fields.text("shortcut", ""),
        )


def _article_fields(ours: Mapping[str, JsonValue]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: _text(ours, name) for name in terms.ARTICLE_FIELDS if name in ours}
    collections = ours.get(terms.COLLECTIONS)
    if isinstance(collections, list):
        fields["collections"] = tuple(name for name in collections if isinstance(name, str))
    return fields


def _links(target: JsonValue) -> bool:
    """Whether this selects two annotations as wholes."""
    if _type(target) != "DirectionalSelector":
        return False
    ends = target.get("selectors")
    return (
        isinstance(ends, list)
        and len(ends) == _PAIR
        and all(_type(end) == "AnnotationSelector" and end.get("offset") is None for end in ends)
    )


def _offset(target: Mapping[str, Any]) -> tuple[Cursor, Cursor]:
    offset = target.get("offset", target.get("offsets"))
    if not isinstance(offset, Mapping):
        raise Malformed("its target has no offset")
    return _cursor(offset.get("begin")), _cursor(offset.get("end"))


def _cursor(value: JsonValue) -> Cursor:
    kind = _type(value)
    number = value.get("value") if isinstance(value, Mapping) else None
    if not isinstance(number, int) or isinstance(number, bool):
        raise Malformed("its offset is no whole number")
    if kind.startswith("BeginAligned") and number >= 0:
        return Cursor(number)
    if kind.startswith("EndAligned") and number <= 0:
        return Cursor(number, from_end=True)
    raise Malformed(f"its offset {number} is none of a {shown(kind) or 'cursor without a type'}")


def _moved(cursor: Cursor, outer: Selected) -> Cursor:
    """A cursor within a part of a text as one of the whole text."""
    base = outer.end if cursor.from_end else outer.begin
    return Cursor(base.value + cursor.value, base.from_end)


def _resource(target: JsonValue) -> str:
    name = _name(target.get("resource")) if isinstance(target, Mapping) else ""
    if not name:
        raise Malformed("its target names no text")
    return name


def _name(value: JsonValue) -> str:
    """What is referred to, by its id or as an object that has one."""
    if isinstance(value, Mapping):
        value = value.get("@id")
    return value if isinstance(value, str) else ""


def _key(datum: Mapping[str, Any]) -> str:
    return _name(datum.get("key"))


def _type(value: JsonValue) -> str:
    type_ = value.get("@type") if isinstance(value, Mapping) else None
    return type_ if isinstance(type_, str) else ""


def _text(data: Mapping[str, JsonValue], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _number(data: Mapping[str, JsonValue], key: str) -> int:
    value = data.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else -1
