# SPDX-License-Identifier: GPL-3.0-or-later
"""A row of a table of annotations, whoever wrote it, as an annotation.

A cell that is not what its column says is told, and kept as an attribute by the name of its column,
as are all columns that say nothing here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from archivist.exchange.files import json_stream
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import Problem, ReadAnnotation
from archivist.exchange.moments import utc
from archivist.exchange.tables import FIGURE
from archivist.exchange.tabular.cell_lengths import LONGEST_CELL, utf16_length
from archivist.exchange.tabular.columns import kind_of, known_columns
from archivist.exchange.tabular.sheets import Row
from archivist.model import JsonValue, Status
from archivist.text import one_line, shortened

_WHOLE = re.compile(r"(\d+)(?:\.0+)?", re.ASCII)  # a spreadsheet may write 12 as 12.0
_INTEGER = re.compile(r"-?\d{1,300}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,300}(\.\d{1,300})?([eE][-+]?\d{1,3})?", re.ASCII)
_OF_ARTICLE = ("article", "title", "url")


@dataclass(frozen=True, slots=True)
class ArticleCells:
    """How a row names the article that it is of."""

    article: str
    title: str
    url: str


@dataclass(slots=True)
class _Reading:
    """One row, as far as it is read."""

    where: str
    problems: list[Problem]
    attributes: dict[str, JsonValue] = field(default_factory=dict)

    def odd(self, column: str, cell: str, what: str) -> None:
        """A cell is not what it should be."""
        self.problems.append(
            Problem(self.where, f"“{shortened(cell)}” in the column “{column}” is no {what}; it became an attribute")
        )
        self.keep(column, cell)

    def keep(self, column: str, value: JsonValue) -> None:
        """Keep a cell that has no place of its own."""
        name, number = column, 1
        while name in self.attributes:
            number += 1
            name = f"{column} ({number})"
        self.attributes[name] = value


class AnnotationRows:
    """Reads the rows of one table."""

    def __init__(self, header: Sequence[str]) -> None:
        places = known_columns(header)
        self._header = header
        self._is_ours = {"tag_id", "further"} <= places.keys()
        if "id" in places and not places.keys() & set(_OF_ARTICLE):
            places["article"] = places.pop("id")
        if not self._is_ours:  # where these have no meaning that is sure
            for name in ("record_name", "tag_id", "prefix", "suffix"):
                places.pop(name, None)
        self._places = places
        self._unknown = [place for place in range(len(header)) if place not in places.values()]

    def article(self, row: Row) -> ArticleCells:
        """Which article a row is of."""
        return ArticleCells(*(one_line(self._cell(row, name)) for name in _OF_ARTICLE))

    def annotation(self, row: Row, number: int) -> tuple[ReadAnnotation | None, list[Problem]]:
        """The annotation of a row, by its number; None where it marks nothing."""
        reading = _Reading(row.where, [])
        quote = self._cell(row, "quote")
        start, end = self._place(row, reading)
        if end - start > len(quote) >= LONGEST_CELL // 2 and utf16_length(quote) >= LONGEST_CELL - 1:
            quote = ""  # it is only as much of the words as a cell holds
        if start < 0 and not quote.strip():
            reading.problems.append(Problem(row.where, "it was left out: it has neither a place nor words"))
            return None, reading.problems
        id_ = self._cell(row, "id")
        if not is_uuid(id_) and id_ and "id" in self._places:
            self._keep(row, reading, "id")
        record = self._cell(row, "record")
        if record and not is_uuid(record):
            self._keep(row, reading, "record")
        kind, status = self._kind(row, reading), self._status(row, reading)
        created, modified = (self._moment(row, reading, name) for name in ("created", "modified"))
        self._read_attributes(row, reading)
        return (
            ReadAnnotation(
                key=id_ or f"row {number}",
                start=start,
                end=end,
                label=one_line(self._cell(row, "tag")),
                where=row.where,
                quote=quote or None,
                prefix=self._cell(row, "prefix"),
                suffix=self._cell(row, "suffix"),
                note=self._cell(row, "note"),
                attributes=reading.attributes,
                kind=kind,
                record=record if is_uuid(record) else "",
                annotator=self._cell(row, "annotator"),
                created_at=created,
                modified_at=modified,
                id=id_ if is_uuid(id_) else "",
                for_review=status,
            ),
            reading.problems,
        )

    def _place(self, row: Row, reading: _Reading) -> tuple[int, int]:
        """The offsets of a row; -1 where it has none that hold words."""
        cells = [self._cell(row, name).strip() for name in ("start", "end")]
        if not any(cells):
            return -1, -1
        numbers = [_WHOLE.fullmatch(cell) for cell in cells]
        for name, cell, number in zip(("start", "end"), cells, numbers, strict=True):
            if number is None or len(cell) > 18:  # noqa: PLR2004 - digits of the largest number that SQLite has
                reading.odd(self._name(name), cell, "whole number")
        if not all(numbers) or max(map(len, cells)) > 18:  # noqa: PLR2004
            return -1, -1
        start, end = (int(number[1]) for number in numbers if number)
        if start >= end:
            reading.problems.append(
                Problem(row.where, f"its place, {start} to {end}, holds no words, so it was left out")
            )
            return -1, -1
        return start, end

    def _kind(self, row: Row, reading: _Reading) -> str:
        cell = self._cell(row, "kind")
        kind = kind_of(cell)
        if cell.strip() and kind is None:
            reading.odd(self._name("kind"), cell, "kind of a tag")
        return str(kind or "")

    def _status(self, row: Row, reading: _Reading) -> bool:
        cell = self._cell(row, "status")
        if cell and cell not in list(Status):
            self._keep(row, reading, "status")
        return cell == Status.REVIEW

    def _moment(self, row: Row, reading: _Reading, name: str) -> str:
        cell = self._cell(row, name)
        moment = utc(cell) if cell.strip() else ""
        if cell.strip() and not moment:
            reading.odd(self._name(name), cell, "date and time")
        return moment

    def _read_attributes(self, row: Row, reading: _Reading) -> None:
        for figure in FIGURE:
            cell = self._cell(row, figure.name)
            if cell:
                reading.keep(figure.name, number_of(cell) if figure.type == "number" else cell)
        further = self._cell(row, "further")
        if further:
            value = _object(further)
            if value is None:
                reading.odd(self._name("further"), further, "JSON object")
            else:
                for name, one in value.items():
                    reading.keep(name, one)
        for place in self._unknown:
            if row.cells[place].strip():
                reading.keep(self._header[place] or f"column {place + 1}", row.cells[place])

    def _keep(self, row: Row, reading: _Reading, name: str) -> None:
        reading.keep(self._name(name), self._cell(row, name))

    def _cell(self, row: Row, name: str) -> str:
        place = self._places.get(name)
        return "" if place is None else row.cells[place]

    def _name(self, name: str) -> str:
        return self._header[self._places[name]]


def number_of(cell: str) -> JsonValue:
    """A number as it is written; the text where it is none."""
    if _INTEGER.fullmatch(cell):
        return int(cell)
    return float(cell) if _DECIMAL.fullmatch(cell) else cell


def _object(cell: str) -> Mapping[str, JsonValue] | None:
    try:
        value = json_stream.parse(cell.encode())
    except (ValueError, json.JSONDecodeError):
        return None
    return value if isinstance(value, Mapping) else None
