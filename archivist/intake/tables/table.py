# SPDX-License-Identifier: GPL-3.0-or-later
"""A table as its file has it, whatever the file's format: columns, and rows that are read one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from archivist.intake.tables.cells import Cell
from archivist.model import Unread


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, from 1, and its cells by the names of their columns."""

    number: int
    cells: Mapping[str, Cell]
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What a report calls it."""
        return f"row {self.number}"


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows. The rows can be read more than once, each time from the first; none are kept."""

    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Row | Unread]]
    encoding: str
    delimiter: str = ""  # "" where the format has none
    header: bool = True  # whether the file names its columns
    records: str = ""  # of a JSON document: where the list of articles is, dotted
    doubts: tuple[str, ...] = ()
