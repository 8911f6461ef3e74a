# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of cells kept apart by commas, semicolons, tabs or bars, as a table."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from archivist.decoding.encodings import decode
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.tables.cells import cell_date, is_address
from archivist.intake.tables.columns import rank
from archivist.intake.tables.dialect import Dialect, find_dialect, known_names, separator_line
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.quotes import RawRow, raw_rows
from archivist.intake.tables.table import Row, Table
from archivist.model import Unread

_SAMPLE_LINES = 400
_SAMPLE_SIZE = 1 << 20  # characters
_FIRST_ROWS = 10  # among which the one with the names of the columns is
_EVEN = 0.9  # share of the rows that have the same number of cells, in a file that is surely a table
_LONGEST_NAME = 80  # characters
_LONG_CELL = 100
_UNPAIRED = "Its cells cannot be told apart, because its quotation marks do not pair."
_ABOVE = "It stands above the names of the columns."


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a file is laid out: its dialect, and which line names the columns (0 where none does)."""

    dialect: Dialect
    columns: tuple[str, ...]
    header_line: int
    first_line: int  # 2 below a line that only declares the delimiter


def delimited_table(raw: bytes, path: Path, encoding: str | None, profile: TableProfile) -> Table:
    """The table in a file. Raises EmptyFile, NotText, WrongEncoding, InvalidValue."""
    decoded = decode(raw, encoding or profile.encoding or None, path=path)
    doubts, encoding = decoding_warnings(decoded), decoded.encoding
    del decoded  # the rows are decoded anew as they are read, so that the whole text is not held
    layout = _layout(list(_sample(raw, encoding)), profile)

    def rows() -> Iterator[Row | Unread]:
        return _rows(raw, encoding, layout)

    return Table(layout.columns, rows, encoding, layout.dialect.delimiter, layout.header_line > 0, doubts=doubts)


def is_delimited(raw: bytes, encoding: str) -> bool:
    """Whether a file of unknown name is surely such a table, for even rows follow a row of known names."""
    lines = list(_sample(raw, encoding))
    dialect, width = find_dialect(lines)
    if width < 2:  # noqa: PLR2004 - one column is what any text has
        return False
    first = list(islice(raw_rows(iter(lines), dialect, width), _FIRST_ROWS))
    even = sum(len(row.cells) == width for row in first) / max(1, len(first))
    header = max((row.cells for row in first), key=known_names)
    return known_names(header) > 1 and max(map(len, header)) <= _LONGEST_NAME and even >= _EVEN and len(first) > 1


def _lines(raw: bytes, encoding: str) -> Iterator[str]:
    """The lines of a text, each with its end."""
    with io.TextIOWrapper(io.BytesIO(raw), encoding, errors="replace", newline="") as text:
        for number, line in enumerate(text):
            clean = line.replace("\x00", "") if "\x00" in line else line
            yield clean if number else clean.removeprefix("\ufeff")


def _sample(raw: bytes, encoding: str) -> Iterator[str]:
    size = 0
    for line in islice(_lines(raw, encoding), _SAMPLE_LINES):
        yield line
        size += len(line)
        if size > _SAMPLE_SIZE:
            return


def _layout(lines: Sequence[str], profile: TableProfile) -> _Layout:
    declared = separator_line(lines[0])
    lines = lines[1:] if declared else lines
    dialect, width = find_dialect(lines, profile.delimiter or declared)
    first = list(islice(raw_rows(iter(lines), dialect, width), 2 * _FIRST_ROWS))
    header = _header(first, width, profile)
    width = max(width, len(header.cells) if header else 0)
    names = header.cells if header else []
    columns = [_name(names[index] if index < len(names) else "", index) for index in range(width)]
    return _Layout(dialect, _told_apart(columns), header.line if header else 0, 2 if declared else 1)


def _name(name: str, index: int) -> str:
    return " ".join(name.split()) or f"column {index + 1}"


def _told_apart(names: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    apart = []
    for name in names:
        seen[name] += 1
        apart.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(apart)


def _header(rows: Sequence[RawRow], width: int, profile: TableProfile) -> RawRow | None:
    """The row that names the columns, if one does."""
    if profile.header is False:
        return None
    full = [row for row in rows[:_FIRST_ROWS] if abs(len(row.cells) - width) <= 1]
    named = [row for row in full if known_names(row.cells) >= min(2, width) and _are_names(row.cells)]
    if named or (full and _names_text(full[0].cells)):
        return named[0] if named else full[0]
    wanted = {column for column in profile.columns.values() if column}
    given = [row for row in full if wanted and wanted <= {_name(cell, i) for i, cell in enumerate(row.cells)}]
    if given or not full:
        return given[0] if given else None
    others = [row.cells for row in rows if row is not full[0]]
    return full[0] if profile.header or _differs(full[0].cells, others) else None


def _names_text(cells: Sequence[str]) -> bool:
    """Whether a row says of a column that it holds the text, beside others that no one here knows."""
    return any(rank(cell, "body") is not None for cell in cells) and _are_names(cells) and len(set(cells)) == len(cells)


def _are_names(cells: Sequence[str]) -> bool:
    return all(len(cell) <= _LONGEST_NAME and not is_address(cell) and not cell_date(cell) for cell in cells)


def _differs(first: Sequence[str], others: Sequence[Sequence[str]]) -> bool:
    """Whether a row reads like the names of the columns below it, though none is known."""
    if not others or len(set(first)) < len(first) or not all(first) or not _are_names(first):
        return False
    if any(cell.replace(".", "").replace(",", "").isdigit() for cell in first):
        return False
    return any(
        _kind(cell) != "word" for cells in others for cell in cells[: len(first)] if len(cells) == len(first) and cell
    )


def _kind(cell: str) -> str:
    if cell.strip("-+").replace(".", "").replace(",", "").isdigit():
        return "number"
    return "other" if len(cell) > _LONG_CELL or is_address(cell) or cell_date(cell) else "word"


def _rows(raw: bytes, encoding: str, layout: _Layout) -> Iterator[Row | Unread]:
    lines = _lines(raw, encoding)
    for _ in range(layout.first_line - 1):
        next(lines)
    number = 0
    for row in raw_rows(lines, layout.dialect, len(layout.columns)):
        where = f"line {row.line + layout.first_line - 1}"
        if row.line <= layout.header_line:
            if row.line < layout.header_line:
                yield Unread(where, _ABOVE)
            continue
        number += 1
        yield _row(row, number, where, layout)


def _row(row: RawRow, number: int, where: str, layout: _Layout) -> Row | Unread:
    """A row with a cell a column; what is too much of the last column's text is put back to it."""
    columns, cells = layout.columns, row.cells
    if not cells:
        return Unread(where, _UNPAIRED)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > len(columns):
        return Unread(where, f"It has {len(cells)} cells, where there are {len(columns)} columns.")
    few = () if len(cells) == len(columns) else (f"Its row has {len(cells)} cells of {len(columns)}.",)
    return Row(number, dict(zip(columns, cells, strict=False)), few)
