# SPDX-License-Identifier: GPL-3.0-or-later
"""How the cells of a delimited file are kept apart, found by reading its beginning in every way there is."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final

from archivist.intake.tables.columns import is_known
from archivist.intake.tables.profile import DELIMITERS

csv.field_size_limit(1 << 30)  # characters; files are bounded as a whole, and a text may be longer than 128 KB

_FIRST_ROWS = 10  # among which the one with the names of the columns is
_SEPARATOR_LINE: Final = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)  # as Excel writes and reads it
_UNQUOTED = 0.6  # how surely a file with quotes has them for no purpose
_LONGEST_NAME = 80  # characters of a column's name


@dataclass(frozen=True, slots=True)
class Dialect:
    """What separates cells, and what quotes do."""

    delimiter: str
    quoted: bool = True  # whether a cell in quotes may hold the delimiter and line ends
    escaped: bool = False  # a quote in a cell in quotes is \\" instead of two quotes
    spaced: bool = False  # a space follows the delimiter, before the quote

    def reader(self, lines: Iterator[str], *, strict: bool = True) -> Iterator[list[str]]:
        """The cells of each row. With `strict`, csv.Error where quotes do not pair."""
        options: dict[str, Any] = {"delimiter": self.delimiter, "skipinitialspace": self.spaced, "strict": strict}
        if not self.quoted:
            options["quoting"] = csv.QUOTE_NONE
        source = (line.replace('\\"', '""') for line in lines) if self.escaped else lines
        return csv.reader(source, **options)


def separator_line(line: str) -> str:
    """The delimiter that the first line of a file declares, "" where it is a line like others."""
    match = _SEPARATOR_LINE.fullmatch(line)
    return match[1] if match else ""


def find_dialect(lines: Sequence[str], delimiter: str = "") -> tuple[Dialect, int]:
    """The dialect in which the first lines of a file make most sense, and the number of its columns."""
    quotings = [(True, False, False)]
    if any('"' in line for line in lines):
        quotings += [(True, False, True), (False, False, False)]
    if any('\\"' in line for line in lines):
        quotings.insert(1, (True, True, False))
    best, most, width = Dialect(delimiter or ","), (-1.0, -1.0), 1
    for one, quoting in product(delimiter or DELIMITERS, quotings):
        dialect = Dialect(one, *quoting)
        score, columns = _score(dialect, lines)
        if score > most:
            best, most, width = dialect, score, columns
    return best, width


def known_names(cells: Sequence[str]) -> int:
    """How many cells of a row read like names of columns."""
    return sum(len(cell) <= _LONGEST_NAME and is_known(cell) for cell in cells)


def _score(dialect: Dialect, lines: Sequence[str]) -> tuple[tuple[float, float], int]:
    """How much sense a dialect makes: names of columns that are found, then how even the rows are."""
    rows = list(_sound_rows(dialect, lines))
    widths = Counter(len(cells) for _, cells in rows if cells)
    if not widths:
        return (-1.0, -1.0), 1
    width, _ = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[1]))
    named = (cells for _, cells in rows[:_FIRST_ROWS] if min(2, width) <= len(cells) and abs(len(cells) - width) <= 1)
    known = max(map(known_names, named), default=0)
    covered = sum(number for number, cells in rows if len(cells) == width)
    evenness = covered / len(lines) * (1 if dialect.quoted else _UNQUOTED)
    return (float(known if width > 1 else known and 1), evenness * (1 + (width > 1))), width


def _sound_rows(dialect: Dialect, lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The rows whose quotes pair, each with the number of lines that it takes."""
    position = 0
    while position < len(lines):
        taken = 0

        def upcoming(start: int = position) -> Iterator[str]:
            nonlocal taken
            for line in lines[start:]:
                taken += 1
                yield line

        reader = dialect.reader(upcoming())
        try:
            for cells in reader:
                yield taken, cells
                position, taken = position + taken, 0
        except csv.Error:
            position += 1
        else:
            return
