# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON as a table: a list of objects wherever it lies in a document, or an object a line.

An object's fields are its columns, those of objects within it by a dotted name. What is said once
above a list, as the name of a channel above its messages, is a column whose name begins with “/”.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from archivist.decoding.encodings import decode
from archivist.decoding.twice_encoded import once_encoded
from archivist.errors import FileDamaged, ProfileRefused
from archivist.intake.plain_text import TWICE_ENCODED, decoding_warnings
from archivist.intake.tables.cells import Cell
from archivist.intake.tables.columns import ENCLOSING
from archivist.intake.tables.guessing import guess_mapping
from archivist.intake.tables.json_values import Damage, parse_line, values
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.table import Row, Table
from archivist.model import JsonValue, Unread

_Object: TypeAlias = Mapping[str, Any]
_Path: TypeAlias = tuple[str, ...]
SAMPLE: Final = 200  # records that are looked at to understand a table
_SAMPLE_ROOTS = 50
_DEEPEST = 6  # lists within objects within lists
_DEEPEST_STRING = 20
_MOST_COLUMNS = 500
_MOST_PIECES = 2000  # of one text; a longer list is one of texts
_FIRST_LINES = 10
_NAMES = ("name", "title", "label", "value", "term", "tag")  # what an object in a list of names is called by
_PLACES = (("start", "end"), ("begin", "end"), ("start_offset", "end_offset"), ("startOffset", "endOffset"))
# Kinds of pieces that are paragraphs; others, as of Telegram, run on in their line.
_PARAGRAPHS = frozenset(("paragraph", "p", "header", "heading", "quote", "list", "h1", "h2", "h3", "block", "section"))


def json_table(raw: bytes, path: Path, encoding: str | None, profile: TableProfile) -> Table:
    """The table in a file. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, FileDamaged, ProfileRefused."""
    decoded = decode(raw, encoding or profile.encoding or None, path=path)
    doubts, name = decoding_warnings(decoded), decoded.encoding
    if _is_lines(decoded.text):
        del decoded  # the lines are decoded anew as they are read, so that the whole text is not held
        return _table(lambda: _of_lines(raw, name), path, name, profile, doubts)
    text = decoded.text
    found = list(islice(values(text), 2))
    if len(found) == 1 and isinstance(found[0], dict):  # then it is not read a second time
        return _table(lambda: iter(list(_objects(found[0]))), path, name, profile, doubts)
    return _table(lambda: values(text), path, name, profile, doubts)


def _is_lines(text: str) -> bool:
    """Whether the lines are values, each of its own."""
    lines = (line for line in io.StringIO(text[: 1 << 22]) if line.strip())
    parsed = [isinstance(parse_line(line), dict | list) for line in islice(lines, _FIRST_LINES)]
    whole = sum(parsed)
    # Of two lines, the second may be the one in which the file breaks off.
    return (whole > 1 and 2 * whole >= len(parsed)) or parsed == [True, False]


def _of_lines(raw: bytes, encoding: str) -> Iterator[JsonValue | Unread]:
    with io.TextIOWrapper(io.BytesIO(raw), encoding, errors="replace", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            text = line.strip("\ufeff\x00 \t\r\n")
            if text:
                value = parse_line(text)
                if isinstance(value, Damage):
                    yield Unread(f"line {number}", f"It is not JSON ({value.reason}).")
                else:
                    yield value


def _table(
    roots: Callable[[], Iterator[JsonValue | Unread]],
    path: Path,
    encoding: str,
    profile: TableProfile,
    doubts: tuple[str, ...],
) -> Table:
    if once_encoded("\n".join(chain.from_iterable(map(_strings, islice(roots(), SAMPLE))))):  # by Facebook, Instagram
        given, doubts = roots, (*doubts, TWICE_ENCODED)
        roots = lambda: (root if isinstance(root, Unread) else _once_encoded(root) for root in given())  # noqa: E731
    sample = list(islice(map(_as_object, (root for root in roots() if not isinstance(root, Unread))), SAMPLE))
    if not sample:
        broken = next((root for root in roots() if isinstance(root, Unread)), None)
        raise FileDamaged(path, f"{broken.part}: {broken.reason}".rstrip(".") if broken else "it holds no object")
    where = tuple(profile.records.split(".")) if profile.records else _place_of_records(sample, profile)
    marking = _marking(record for root in sample for record, _ in _records(root, where, {}))
    if marking:
        names = ", ".join(f"“{name}”" for name in marking)
        doubts = (
            *doubts,
            f"What {names} marks in the text was not taken: it is of no format of annotations that is read.",
        )

    def rows() -> Iterator[Row | Unread]:
        number = 0
        for root in roots():
            if isinstance(root, Unread):
                number += 1
                yield root
                continue
            for record, enclosing in _records(_as_object(root), where, {}):
                number += 1
                yield Row(number, {**enclosing, **flat(record)})

    found = islice((row.cells for row in rows() if isinstance(row, Row)), SAMPLE)
    columns = tuple(islice(dict.fromkeys(chain.from_iterable(found)), _MOST_COLUMNS))
    return Table(columns, rows, encoding, records=".".join(where), doubts=doubts)


def _strings(value: JsonValue | Unread, depth: int = _DEEPEST_STRING) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list) and depth:
        for inside in value.values() if isinstance(value, dict) else value:
            yield from _strings(inside, depth - 1)


def _once_encoded(value: JsonValue, depth: int = _DEEPEST_STRING) -> JsonValue:
    """A value whose texts are all as they were before they were encoded a second time."""
    if isinstance(value, str):
        return once_encoded(value, 1) or value
    if not depth or not isinstance(value, dict | list):
        return value
    if isinstance(value, list):
        return [_once_encoded(item, depth - 1) for item in value]
    return {name: _once_encoded(item, depth - 1) for name, item in value.items()}


def _as_object(value: JsonValue) -> _Object:
    """A value as an object: of a list the items by their number, of anything else itself alone."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list):
        return {f"column {number}": item for number, item in enumerate(value, start=1)}
    return {"column 1": value}


def _place_of_records(roots: Sequence[_Object], profile: TableProfile) -> _Path:
    """Where the objects with texts are: the least deep of those that name a text, or else that seem to have one."""
    levels = list(_levels(roots[:_SAMPLE_ROOTS]))
    for is_named in (True, False):
        for level in levels:
            found = {where: _size_of_texts(objects, profile, named=is_named) for where, objects in level.items()}
            best = max(found, key=found.__getitem__, default=())
            if found.get(best):
                return best
    return ()


def _levels(roots: Sequence[_Object]) -> Iterator[dict[_Path, list[_Object]]]:
    """The objects of a document by where they are, from its top down."""
    level: dict[_Path, list[_Object]] = {(): list(roots)}
    for _ in range(_DEEPEST):
        yield level
        below: dict[_Path, list[_Object]] = defaultdict(list)
        for where, objects in level.items():
            for one in objects[:_SAMPLE_ROOTS]:
                for name, value in one.items():
                    inside = list(islice(_objects(value), SAMPLE))
                    if inside:
                        below[*where, name] += inside
        level = below


def _objects(value: JsonValue) -> Iterator[_Object]:
    """The objects that a value is or holds: of a list its items, of an object of objects those."""
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))
    elif isinstance(value, dict):
        yield from value.values() if _is_keyed_list(value) else [value]


def _is_keyed_list(value: _Object) -> bool:
    """Whether an object holds nothing but objects that have most of their fields in common."""
    inside = list(value.values())
    if len(inside) < 2 or not all(isinstance(one, dict) and one for one in inside):  # noqa: PLR2004 - one is no list
        return False
    shared = set(inside[0]).intersection(*inside[1:])
    return 2 * len(shared) >= max(map(len, inside))


def _size_of_texts(objects: Sequence[_Object], profile: TableProfile, *, named: bool) -> int:
    sample = [flat(one) for one in objects[:SAMPLE]]
    columns = tuple(dict.fromkeys(chain.from_iterable(sample)))[:_MOST_COLUMNS]
    try:
        mapping = guess_mapping(columns, sample, profile)
    except ProfileRefused:
        return 0
    if mapping is None or (named and mapping.doubts):
        return 0
    return sum(len(str(cells.get(mapping.columns["body"], ""))) for cells in sample)


def _records(
    value: _Object, where: _Path, enclosing: Mapping[str, Cell]
) -> Iterator[tuple[_Object, Mapping[str, Cell]]]:
    """The objects at a place below a value, each with what is said above it."""
    if not where:
        yield value, enclosing
        return
    above = {ENCLOSING + name: cell for name, cell in flat(value, depth=1).items() if cell}
    for one in _objects(value.get(where[0])):
        yield from _records(one, where[1:], {**enclosing, **above})


def _marking(records: Iterable[_Object]) -> tuple[str, ...]:
    """The fields that seem to mark words of a text: lists of objects with a start and an end."""
    found: dict[str, None] = {}
    for record in records:
        for name, value in record.items():
            if isinstance(value, list) and any(isinstance(item, dict) and _is_placed(item) for item in value):
                found[name] = None
    return tuple(found)


def _is_placed(item: _Object) -> bool:
    """Whether an object, or one in it, has a start and an end; numbers are as they are written."""
    inside = [item, *(value for value in item.values() if isinstance(value, dict))]
    ends = [(str(one.get(start)), str(one.get(end))) for one in inside for start, end in _PLACES]
    return any(start.isdecimal() and end.isdecimal() and float(start) < float(end) for start, end in ends)


def flat(record: _Object, prefix: str = "", depth: int = _DEEPEST) -> dict[str, Cell]:
    """The fields of an object as cells, those of objects within it by a dotted name."""
    cells: dict[str, Cell] = {}
    for name, value in record.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            if depth > 1:
                cells.update(flat(value, f"{key}.", depth - 1))
        elif isinstance(value, list):
            cells[key] = _cell_of_list(value)
        elif isinstance(value, bool):
            cells[key] = "true" if value else "false"
        else:
            cells[key] = "" if value is None else str(value)
    return cells


def _cell_of_list(items: Sequence[JsonValue]) -> Cell:
    """A list of texts as it is; pieces of a text joined; a list of objects by their names."""
    if all(isinstance(item, str) for item in items):
        return tuple(items)
    objects = [item for item in items if isinstance(item, dict)]
    if len(items) <= _MOST_PIECES and any(isinstance(item.get("text"), str) for item in objects):
        between = "\n\n" if any(item.get("type") in _PARAGRAPHS for item in objects) else ""
        return between.join(filter(None, map(_piece, items)))
    return tuple(filter(None, map(_name, objects)))


def _piece(item: JsonValue) -> str:
    text = item.get("text") if isinstance(item, dict) else item
    return text if isinstance(text, str) else ""


def _name(item: _Object) -> str:
    for key in _NAMES:
        if isinstance(item.get(key), str):
            return str(item[key])
    parts = (item.get("given") or item.get("firstName"), item.get("family") or item.get("lastName"))
    return " ".join(part for part in parts if isinstance(part, str))
