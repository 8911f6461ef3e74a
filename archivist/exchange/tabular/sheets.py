# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables as they are read, whatever file they are in: a header, and rows of texts below it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

from archivist.exchange.items import Problem

MOST_COLUMNS = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header; numbers are as they are written in the file."""

    where: str  # for a person: "annotations.csv, line 12"
    cells: list[str]  # as many as the header has


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table."""

    name: str  # "annotations"
    header: tuple[str, ...]
    rows: Callable[[], Iterator[Row | Problem]]  # from the first on, each time

    def named(self, row: Row) -> dict[str, str]:
        """The cells of a row by the names of their columns; of two with one name the first."""
        return dict(reversed(list(zip(self.header, row.cells, strict=True))))


class Tables(ABC):
    """The tables of a file, zip file or folder. To be closed."""

    sheets: list[Sheet]
    problems: list[Problem]  # what in it is no table that can be read

    @abstractmethod
    def text(self, name: str) -> str | None:
        """The text that lies beside the tables under this name; None where there is none. Raises FileDamaged."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the file."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def fitted(cells: list[str], width: int, where: str) -> Iterator[Row | Problem]:
    """The row of these cells, filled up or cut to its header; none where all are empty."""
    over = [cell for cell in cells[width:] if cell.strip()]
    if over:
        yield Problem(where, f"cells beyond the last column were left out: {', '.join(over[:5])}")
    cells = cells[:width] + [""] * (width - len(cells))
    if any(cell.strip() for cell in cells):
        yield Row(where, cells)
