# SPDX-License-Identifier: GPL-3.0-or-later
"""A registry in a table: CSV, or with semicolons or tabs, one record a line below a header."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from archivist.errors import InvalidDate, InvalidValue, RegistryRefused
from archivist.exchange.registry import cells
from archivist.exchange.registry.columns import ACTOR_TYPES, KINDS
from archivist.exchange.registry.decoding import is_whole
from archivist.exchange.registry.header import Header, read_header, unharmed
from archivist.exchange.registry.report import Entry, RegistryLine, said
from archivist.model import ActorType, Alias, Kind, RecordDraft, Role
from archivist.store import record_fields
from archivist.text import one_line, shortened

# A quote that is not closed can hold the reader up for as long as the largest cell, so not too often.
_LONGEST_CELL = 128 * 1024  # characters
_MOST_MALFORMED = 1000
_SEPARATOR_LINE = re.compile(r'"?sep=.?"?\s*', re.IGNORECASE)  # what a spreadsheet puts above the header
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_WIKIDATA = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q\d+)", re.ASCII)
_OF_KIND = {
    Kind.ACTOR: ("type",),
    Kind.EVENT: ("type", "date", "place"),
    Kind.FIGURE: ("counted", "of_whom", "unit"),
}
_OF_TIME = ("date", "since", "until", "roles")
_OF_ROLES = {"roles", "position", "organisation"}
_OF_SOME_KIND = ("type", "date", "place", "counted", "of_whom", "unit")


class Table:
    """A table whose header is understood. Raises RegistryRefused where it is not."""

    name = "csv"

    def __init__(self, text: str, path: Path, kind: Kind | None) -> None:
        self._path = path
        self._lines = list(io.StringIO(text, newline=""))
        self._first = self._header_line()
        try:
            self.header = read_header(self._lines[self._first])
        except ValueError as error:
            raise RegistryRefused(path, str(error)) from error
        self._kind = kind or _usual_kind(self.header)
        self.left_out: Counter[str] = Counter()

    def entries(self) -> Iterator[Entry | RegistryLine]:
        """The records, and the lines that are none."""
        for line, row in self._rows():
            if isinstance(row, str):
                yield RegistryLine(line, "", row)
            elif any(cell.strip() for cell in row):
                yield self._entry(line, row)

    def _header_line(self) -> int:
        for number, line in enumerate(self._lines):
            if line.strip() and not _SEPARATOR_LINE.fullmatch(line):
                return number
        raise RegistryRefused(self._path, "it has no line that names its columns")

    def _rows(self) -> Iterator[tuple[int, list[str] | str]]:
        """Each row below the header, or what is wrong with it, with its line from 1."""
        at, malformed = self._first + 1, 0
        while at < len(self._lines):
            following = (self._lines[number] for number in range(at, len(self._lines)))
            reader = csv.reader(following, delimiter=self.header.delimiter, strict=True)
            before = at
            try:
                for row in reader:
                    yield before + 1, row
                    before = at + reader.line_num
                at = len(self._lines)
            except csv.Error as error:
                malformed += 1
                if malformed > _MOST_MALFORMED:
                    detail = f"more than {_MOST_MALFORMED} lines are no lines of a table"
                    raise RegistryRefused(self._path, detail) from error
                yield before + 1, f"it is no line of a table: {_what_is_wrong(error)}"
                at = before + 1  # what was taken for a part of it may be sound

    def _entry(self, line: int, row: list[str]) -> Entry | RegistryLine:
        name = shortened(self._cell(row, "name"))
        if max(map(len, row), default=0) > _LONGEST_CELL:  # csv's own bound is that of the whole program
            return RegistryLine(line, name, f"a cell has more than {_LONGEST_CELL} characters")
        if not is_whole("".join(row)):
            return RegistryLine(line, "", "some of its bytes could not be read as text")
        if len(row) > len(self.header.names) and any(cell.strip() for cell in row[len(self.header.names) :]):
            return RegistryLine(line, name, f"it has {len(row)} cells, but there are {len(self.header.names)} columns")
        try:
            return Entry(line, one_line(self._cell(row, "id")), self._draft(row), self._parent(row))
        except InvalidDate as error:
            return RegistryLine(line, name, f"column “{self._column_of(row, error.value)}”: {said(error)}")
        except InvalidValue as error:
            return RegistryLine(line, name, f"“{shortened(error.value)}” is no possible {error.what}")
        except ValueError as error:
            return RegistryLine(line, name, str(error))

    def _draft(self, row: list[str]) -> RecordDraft:
        kind, type_ = self._kind_of(row)
        values: dict[str, Any] = {}
        for field in _OF_SOME_KIND:
            cell = self._cell(row, field)
            if cell and field in _OF_KIND[kind]:
                values[field] = cell
            elif cell:
                self.left_out[f"{field} of a record of kind {kind}"] += 1
        if kind is Kind.ACTOR:
            values |= {"type": _actor_type(values.get("type", "")) or type_, "roles": self._roles(row)}
        if "date" in values:
            values["date"] = _iso(values["date"])
        for place, name in self.header.unknown.items():
            if _at(row, place):
                self.left_out[f"column “{shortened(name)}”"] += 1
        draft = RecordDraft(
            kind=kind,
            name=self._cell(row, "name"),
            note=self._cell(row, "note"),
            aliases=self._aliases(row),
            external_ids=self._external_ids(row),
            **values,
        )
        return record_fields.checked(draft)

    def _kind_of(self, row: list[str]) -> tuple[Kind, str]:
        """The kind that a row says or all are of, and the type of an actor that its word for the kind means."""
        word = one_line(self._cell(row, "kind")).casefold()
        if not word:
            return self._kind, ""
        if word in _KINDS:
            return _KINDS[word], ""
        if word in _ACTOR_TYPES:
            return Kind.ACTOR, _ACTOR_TYPES[word]
        raise InvalidValue("kind of a record", word, ", ".join(record_fields.RECORD_KINDS))

    def _aliases(self, row: list[str]) -> tuple[Alias, ...]:
        usual = one_line(self._cell(row, "language")).lower()
        found: list[Alias] = []
        for place, language in self.header.aliases:
            cell = _at(row, place)
            if place in self.header.full_names:
                found.append(Alias(cell, language or usual))
            else:
                found += cells.aliases(cell, language or usual)
        return tuple(found)

    def _roles(self, row: list[str]) -> tuple[Role, ...]:
        if not self.header.fields.keys() & _OF_ROLES:
            return ()
        title, organisation, since, until = (
            one_line(self._cell(row, field)) for field in ("position", "organisation", "since", "until")
        )
        single = (Role(title, organisation, _iso(since), _iso(until)),) if title or organisation else ()
        return (*cells.roles(self._cell(row, "roles")), *single)

    def _external_ids(self, row: list[str]) -> dict[str, str]:
        found = _json_ids(self._cell(row, "external_ids"))
        for scheme, place in self.header.schemes.items():
            value = _at(row, place)
            match = _WIKIDATA.match(value) if scheme == "wikidata" else None
            if value:
                found[scheme] = match[1] if match else value
        return found

    def _column_of(self, row: list[str], date: str) -> str:
        """What the column is called that holds a date."""
        places = (self.header.fields[field] for field in _OF_TIME if field in self.header.fields)
        holding = (place for place in places if date in _iso(_at(row, place)) or date in _at(row, place))
        return shortened(self.header.names[next(holding, 0)])

    def _parent(self, row: list[str]) -> str:
        return one_line(self._cell(row, "parent_id")) or one_line(self._cell(row, "parent"))

    def _cell(self, row: list[str], field: str) -> str:
        place = self.header.fields.get(field)
        return "" if place is None else _at(row, place)


def _what_is_wrong(error: csv.Error) -> str:
    if "unexpected end" in str(error):
        return "a quotation mark is opened and not closed"
    return "a cell goes on after its closing quotation mark" if "expected after" in str(error) else str(error)


def _at(row: list[str], place: int) -> str:
    return unharmed(row[place]).strip() if place < len(row) else ""


def _usual_kind(header: Header) -> Kind:
    """What a table without a column “kind” holds: its further columns tell."""
    if header.fields.keys() & {"counted", "of_whom"}:
        return Kind.FIGURE
    return Kind.EVENT if header.fields.keys() & {"date", "parent", "parent_id"} else Kind.ACTOR


def _actor_type(word: str) -> str:
    return _ACTOR_TYPES.get(one_line(word).casefold(), word)


def _iso(date: str) -> str:
    """A date as EDTF, where it is written as in 05.01.2022."""
    match = _DAY_FIRST.fullmatch(date.strip())
    return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else date


def _json_ids(cell: str) -> dict[str, str]:
    if not cell:
        return {}
    try:
        value = json.loads(cell)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, Mapping) or not all(isinstance(item, str) for item in value.values()):
        raise ValueError("its external ids are no JSON object of texts")
    return dict(value)


_KINDS = {word: kind for kind, words in KINDS.items() for word in words}
_ACTOR_TYPES: dict[str, str] = {str(type_): str(type_) for type_ in ActorType}
_ACTOR_TYPES |= {word: str(type_) for type_, words in ACTOR_TYPES.items() for word in words}
