# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that an Archivist wrote: articles, annotations, the codebook, records and relations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby, zip_longest
from typing import Any

from archivist.errors import FileDamaged, FileTooLarge, NotText, WrongEncoding
from archivist.exchange import record_tables
from archivist.exchange import tables as own
from archivist.exchange.bundle.record_documents import read_record, read_relation
from archivist.exchange.carried import as_read, read_tag
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_fields import Fields, is_uuid
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument, ReadRecord, ReadRelation
from archivist.exchange.tabular.annotations import AnnotationRows
from archivist.exchange.tabular.sheets import Row, Sheet, Tables
from archivist.model import JsonValue, Kind, NodeType

TEXTS = own.Table(
    "texts",
    "Texts",
    (
        own.Field("article", "UUID of the article"),
        own.Field("part", "A cell holds so many characters only: a text goes on in the next part", "integer"),
        own.Field("text", "The text, or a part of it"),
    ),
    (("article", "articles"),),
)
_METADATA = ("title", "outlet", "byline", "section", "url", "published", "captured", "language")
_SURE = {"id", "title", "text_sha256"}  # columns of the table of articles


_ANNOTATIONS = "annotations"


def are_own(sheets: Mapping[str, Sheet]) -> bool:
    """Whether tables of these names are ours."""
    return "articles" in sheets and set(sheets["articles"].header) >= _SURE


class OwnTables:
    """Reads all of them."""

    def __init__(self, tables: Tables, sheets: Mapping[str, Sheet]) -> None:
        self._tables = tables
        self._sheets = sheets
        self._relations: dict[str, list[ReadRelation]] = {}  # by the annotation (id) that they have at an end
        self._ids: set[str] = set()  # of annotations

    def read(self) -> Iterator[Item]:
        """Everything: the codebook and the records before the articles."""
        yield from self._each(own.TAGS, _TagReading(self._sheets).read)
        for kind, table in record_tables.TABLE_OF_KIND.items():
            yield from self._each(table, partial(_record, kind))
        others: list[ReadRelation] = []
        for item in self._each(record_tables.RELATIONS, _relation):
            if isinstance(item, Problem):
                yield item
            elif (end := _annotation_end(item)) is None:
                others.append(item)
            else:
                self._relations.setdefault(end, []).append(item)
        yield from self._documents()
        yield from others
        for waiting in self._relations.values():
            yield from waiting

    def _each(self, table: own.Table, read: Callable[[dict[str, str]], Any]) -> Iterator[Any]:
        """What is read in the rows of a table, and what is wrong with them."""
        sheet = self._sheets.get(table.name)
        if sheet is None:
            return
        for row in sheet.rows():
            if isinstance(row, Problem):
                yield row
                continue
            try:
                yield read(sheet.named(row))
            except ValueError as error:
                yield Problem(row.where, f"it was left out: {error}")

    def _documents(self) -> Iterator[Item]:
        articles: dict[str, Row] = {}
        sheet = self._sheets["articles"]
        for row in sheet.rows():
            if isinstance(row, Problem):
                yield row
                continue
            id_ = sheet.named(row).get("id", "")
            if is_uuid(id_) and id_ not in articles:
                articles[id_] = row
            else:
                why = "an earlier row has its “id”" if is_uuid(id_) else f"its “id”, “{id_}”, is no UUID"
                yield Problem(row.where, f"it was left out: {why}")
        if _ANNOTATIONS not in self._sheets:
            yield Problem(_ANNOTATIONS, "there is no such table, so the articles came without annotations")
        annotations = self._sheets.get(_ANNOTATIONS, Sheet(_ANNOTATIONS, (), lambda: iter(())))
        marks = _Grouped(annotations, "article")
        texts = _Grouped(self._sheets[TEXTS.name], "article") if TEXTS.name in self._sheets else None
        reader = AnnotationRows(annotations.header)
        for id_ in sorted(articles):
            yield self._document(id_, articles[id_], reader, marks.of(id_), texts.of(id_) if texts else None)
        for id_, rows in marks.rest():
            if id_:
                yield self._document(id_, None, reader, rows, None)
            yield from (
                row if isinstance(row, Problem) else Problem(row.where, "it does not name its article")
                for row in rows
                if isinstance(row, Problem) or not id_
            )
        for id_, rows in texts.rest() if texts else ():
            yield from (
                row if isinstance(row, Problem) else Problem(row.where, f"it is of no article: “{id_}”") for row in rows
            )

    def _document(
        self,
        id_: str,
        row: Row | None,
        reader: AnnotationRows,
        rows: list[Row | Problem],
        parts: list[Row | Problem] | None,
    ) -> ReadDocument:
        problems: list[Problem] = []
        marks = self._marks(reader, rows, problems)
        said: dict[str, Any] = {}
        if row is not None:
            cells = self._sheets["articles"].named(row)
            said = {name: cells.get(name, "") for name in _METADATA}
            said["collections"] = _texts(cells.get("collections", ""), row.where, problems)
        text = self._text(id_, parts, problems)
        ids = {mark.id for mark in marks}
        relations = tuple(self._relations_of(marks, ids))
        return ReadDocument(
            f"{id_}.txt", text, tuple(marks), relations, tuple(problems), id=id_ if is_uuid(id_) else "", **said
        )

    def _marks(
        self, reader: AnnotationRows, rows: list[Row | Problem], problems: list[Problem]
    ) -> list[ReadAnnotation]:
        marks: dict[str, ReadAnnotation] = {}
        for row in rows:
            if isinstance(row, Problem):
                problems.append(row)
                continue
            mark, wrong = reader.annotation(row, len(marks) + 1)
            problems += wrong
            if mark is None:
                continue
            if mark.key in marks:
                problems.append(Problem(row.where, f"it was left out: an earlier row has its “id”, “{mark.key}”"))
                continue
            marks[mark.key] = mark
        return list(marks.values())

    def _text(self, id_: str, parts: list[Row | Problem] | None, problems: list[Problem]) -> str | None:
        if parts is None:
            try:
                text = self._tables.text(id_)
            except (FileDamaged, FileTooLarge, NotText, WrongEncoding) as error:
                problems.append(Problem(f"{id_}.txt", str(error)))
                return None
            if text is None:
                problems.append(Problem(f"{id_}.txt", "the text of the article is missing"))
            return text
        sheet = self._sheets[TEXTS.name]
        found: list[tuple[int, str]] = []
        for row in parts:
            if isinstance(row, Problem):
                problems.append(row)
                continue
            cells = sheet.named(row)
            number = cells.get("part", "").removesuffix(".0")
            if not number.isascii() or not number.isdigit():
                problems.append(Problem(row.where, f"its “part”, “{number}”, is no whole number"))
                continue
            found.append((int(number[:18]), cells.get("text", "")))
        found.sort(key=lambda part: part[0])
        if not found:
            problems.append(Problem(id_, "the text of the article is missing"))
        return "".join(text for _, text in found) if found else None

    def _relations_of(self, marks: list[ReadAnnotation], ids: set[str]) -> Iterator[ReadRelation]:
        """The relations of these annotations that have nothing of another article at their ends."""
        for mark in marks:
            kept = []
            for relation in self._relations.pop(mark.id, ()):
                ends = ((relation.source_type, relation.source), (relation.target_type, relation.target))
                if all(type_ is NodeType.RECORD or key in ids for type_, key in ends):
                    yield relation
                else:
                    kept.append(relation)
            if kept:
                self._relations[mark.id] = kept


class _Grouped:
    """The rows of a table by what they belong to, asked for in ascending order."""

    def __init__(self, sheet: Sheet, column: str) -> None:
        self._key = sheet.header.index(column) if column in sheet.header else -1
        is_sorted, last = True, ""
        for row in sheet.rows():
            key = self._of(row, last)
            is_sorted = is_sorted and key >= last
            last = key
        rows = self._keyed(sheet)
        self._groups = groupby(rows if is_sorted else sorted(rows, key=lambda pair: pair[0]), lambda pair: pair[0])
        self._next = self._group()
        self._passed: list[tuple[str, list[Row | Problem]]] = []

    def of(self, id_: str) -> list[Row | Problem]:
        """The rows that belong to this."""
        while self._next is not None and self._next[0] < id_:
            self._passed.append(self._next)
            self._next = self._group()
        if self._next is None or self._next[0] != id_:
            return []
        found = self._next[1]
        self._next = self._group()
        return found

    def rest(self) -> Iterator[tuple[str, list[Row | Problem]]]:
        """What nobody asked for."""
        yield from self._passed
        while self._next is not None:
            yield self._next
            self._next = self._group()

    def _keyed(self, sheet: Sheet) -> Iterator[tuple[str, Row | Problem]]:
        last = ""
        for row in sheet.rows():
            last = self._of(row, last)
            yield last, row

    def _of(self, row: Row | Problem, last: str) -> str:
        """What a row belongs to; a broken one goes with the one before it."""
        if isinstance(row, Problem):
            return last
        return row.cells[self._key].strip().lower() if self._key >= 0 else ""

    def _group(self) -> tuple[str, list[Row | Problem]] | None:
        found = next(self._groups, None)
        return None if found is None else (found[0], [row for _, row in found[1]])


class _TagReading:
    """Reads tags, which name those above them by their ids."""

    def __init__(self, sheets: Mapping[str, Sheet]) -> None:
        self._names: dict[str, str] = {}
        sheet = sheets.get(own.TAGS.name)
        if sheet is None:
            return
        for row in sheet.rows():
            if isinstance(row, Row):
                cells = sheet.named(row)
                self._names[cells.get("id", "")] = cells.get("name", "")

    def read(self, cells: Mapping[str, str]) -> Item:
        """The tag of a row. Raises ValueError."""
        return read_tag(Fields({**cells, "parent": self._names.get(cells.get("parent", ""), "")}))


def _record(kind: Kind, cells: Mapping[str, str]) -> ReadRecord:
    """The record of a row. Raises ValueError."""
    names = _json(cells.get("aliases", ""), "aliases", [])
    languages = _json(cells.get("alias_languages", ""), "alias_languages", [])
    if not isinstance(names, list) or not isinstance(languages, list):
        raise Malformed("its “aliases” are no JSON list")
    aliases = [{"name": name, "language": code or ""} for name, code in zip_longest(names, languages[: len(names)])]
    record = read_record(
        Fields(
            {
                **cells,
                "kind": str(kind),
                "aliases": aliases,
                "roles": _json(cells.get("roles", ""), "roles", []),
                "external_ids": _json(cells.get("external_ids", ""), "external_ids", {}),
                "parent": cells.get("parent") or None,
            }
        )
    )
    return as_read(record)


def _relation(cells: Mapping[str, str]) -> ReadRelation:
    """The relation of a row. Raises ValueError."""
    ends = {end: {"type": cells.get(f"{end}_type", ""), "id": cells.get(end, "")} for end in ("source", "target")}
    relation = read_relation(Fields({**cells, **ends}))
    source, target = relation.source, relation.target
    said = (relation.note, relation.id, "", relation.created_by, relation.created_at)
    return ReadRelation(relation.type, source.id, target.id, source.type, target.type, *said)


def _annotation_end(relation: ReadRelation) -> str | None:
    if relation.source_type is NodeType.ANNOTATION:
        return relation.source
    return relation.target if relation.target_type is NodeType.ANNOTATION else None


def _texts(cell: str, where: str, problems: list[Problem]) -> tuple[str, ...]:
    try:
        value = _json(cell, "collections", [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise Malformed("its “collections” are no JSON list of texts")
    except ValueError as error:
        problems.append(Problem(where, str(error)))
        return ()


def _json(cell: str, column: str, empty: JsonValue) -> JsonValue:
    """The JSON value of a cell. Raises Malformed."""
    if not cell.strip():
        return empty
    try:
        return json_stream.parse(cell.encode())
    except ValueError as error:
        raise Malformed(f"its “{column}” is no JSON: {error}") from error
