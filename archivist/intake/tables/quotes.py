# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows of a delimited file, also where its quotes do not pair.

A quote that is opened and never closed would swallow all that follows. A row in which that seems to
have happened is read again, from its first line alone, and what was swallowed is given back.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, islice, takewhile

from archivist.intake.tables.dialect import Dialect

_MOST_READ_AGAIN = 1_000_000  # lines; then a file is read line by line, as if it had no quotes
_AHEAD = 100  # lines in which the end of a row is looked for
_MOST_LINES = 2_000  # of a row whose quotes are doubtful
_LONGEST_ROW = 1 << 20  # characters that are searched for the end of a row with quotes inside of quotes


@dataclass(frozen=True, slots=True)
class RawRow:
    """The cells of a row and the line, from 1, that it begins in; no cells where they cannot be told apart."""

    line: int
    cells: list[str]


class _Lines:
    """Lines that remember what was taken since the last row, and take it back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._given_back: list[str] = []  # the next one last
        self.taken: list[str] = []
        self.line = 0  # the number of the line last taken

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._given_back.pop() if self._given_back else next(self._lines)
        self.taken.append(line)
        self.line += 1
        return line

    def look_ahead(self, count: int) -> None:
        """Take so many lines more, if there are."""
        for _ in islice(self, count):
            pass

    def give_back(self, lines: list[str]) -> None:
        """Have these lines, which were taken last, again."""
        self._given_back.extend(reversed(lines))
        self.line -= len(lines)


def raw_rows(lines: Iterator[str], dialect: Dialect, width: int) -> Iterator[RawRow]:
    """Every row that is not empty. `width` is the number of cells that most rows have."""
    source = _Lines(lines)
    reader, again = dialect.reader(source), 0
    while True:
        source.taken.clear()
        first = source.line + 1
        try:
            cells = next(reader)
            is_sound = len(cells) == width or len(source.taken) < 2  # noqa: PLR2004 - more lines than one
        except StopIteration:
            return
        except csv.Error:
            cells, is_sound = [], False
        if not is_sound:
            csv_lines = len(source.taken)
            source.look_ahead(_AHEAD)
            cells, lines_used = _mended(source.taken, dialect, width) or (cells, csv_lines if cells else 1)
            rest = source.taken[lines_used:]
            again += len(rest)
            source.give_back(rest)
            if again > _MOST_READ_AGAIN:
                dialect = replace(dialect, quoted=False)
            reader = dialect.reader(source)
            yield RawRow(first, cells)
        elif any(cells):
            yield RawRow(first, cells)


def _mended(taken: list[str], dialect: Dialect, width: int) -> tuple[list[str], int] | None:
    """The cells of a row whose quotes are doubtful, and the number of its lines; None if they make no sense."""
    literal = replace(dialect, quoted=False)

    def cells_of(line: str) -> list[str]:
        return next(literal.reader(iter([line])), [])

    alone = cells_of(taken[0])
    if len(alone) == width and not any(map(_is_open, alone)):
        return [_unquoted(cell) for cell in alone], 1
    inner, lines_used = _with_inner_quotes(taken, dialect.delimiter, width)
    swallows = any(len(cells_of(line)) == width for line in taken[1:lines_used])
    if inner and not swallows:
        return inner, lines_used
    if len(alone) == width:
        return [_unquoted(cell) for cell in alone], 1
    return (inner, lines_used) if inner else None


def _is_open(cell: str) -> bool:
    return cell.startswith('"') and cell.count('"') % 2 == 1


def _unquoted(cell: str) -> str:
    is_quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if is_quoted else cell


def _with_inner_quotes(taken: list[str], delimiter: str, width: int) -> tuple[list[str], int]:
    """The cells of a row in which a quote ends a cell only where a delimiter or a line end follows."""
    ends = list(takewhile(lambda end: end <= _LONGEST_ROW, accumulate(map(len, taken[:_MOST_LINES]))))
    text = "".join(taken[: len(ends)])
    cells, position, cell, end = list[str](), 0, _cell_pattern(delimiter), delimiter
    while end == delimiter and len(cells) < width and (match := cell.match(text, position)):
        cells.append(match["quoted"].replace('""', '"') if match["quoted"] is not None else match["plain"])
        position, end = match.end(), match["end"]
    if len(cells) < width or end == delimiter or position not in ends:
        return [], 1
    return cells, ends.index(position) + 1


@lru_cache(maxsize=8)
def _cell_pattern(delimiter: str) -> re.Pattern[str]:
    end = rf"(?:{re.escape(delimiter)}|\r?\n|\Z)"
    return re.compile(
        rf'(?:"(?P<quoted>(?:[^"]|"(?!{end}))*+)"|(?P<plain>(?!")[^{re.escape(delimiter)}\r\n]*))(?P<end>{end})'
    )
