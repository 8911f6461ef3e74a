# SPDX-License-Identifier: GPL-3.0-or-later
"""Every occurrence of what is searched for, in its context, as work for a process of its own.

The answer goes to the window as plain rows with their orders worked out: ten thousand objects, and
sorting them by alphabet, would make the window stand still.
"""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from archivist.errors import StorageFailed
from archivist.model import Progress
from archivist.store import Archive
from archivist.ui.questions.articles import Filter, chosen_of

if TYPE_CHECKING:
    from archivist.model import ConcordanceLine

MOST = 10_000  # lines; nobody reads more

Place = tuple[int, int, int, str, str, str]  # article row, start and end in its text, left, match, right
Source = tuple[str, str, str, str]  # id, title, outlet and date of an article


class Order(StrEnum):
    """By what the lines are sorted."""

    ARTICLE = "article"
    LEFT = "left"
    MATCH = "match"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Lines:
    """A concordance: its lines by article, and for each order the numbers of the lines in it."""

    places: Sequence[Place] = ()
    sources: dict[int, Source] | None = None  # by article row
    orders: dict[str, array[int]] | None = None
    total: int = 0  # occurrences, of which there may be more than lines

    @property
    def articles(self) -> int:
        """How many articles the lines are from."""
        return len(self.sources or ())

    def line(self, number: int) -> ConcordanceLine:
        """One line."""
        from archivist.model import ConcordanceLine

        row, start, end, left, match, right = self.places[number]
        id_, title, outlet, published = self.source(number)
        return ConcordanceLine(id_, row, title, outlet, published, start, end, left, match, right)

    def in_order(self, order: Order) -> Iterator[ConcordanceLine]:
        """Every line in an order."""
        return map(self.line, (self.orders or {}).get(order.value, ()))

    def source(self, number: int) -> Source:
        """The article of a line."""
        return (self.sources or {})[self.places[number][0]]


def make_concordance(archive: Archive, query: str, filters: frozenset[Filter]) -> Generator[Progress, None, Lines]:
    """Find the occurrences. Raises QueryMistake, IndexFailed."""
    from archivist.search import Search

    with Search(archive) as search:
        found = yield from search.concordance(query, chosen=chosen_of(filters), most=MOST)
    return _plain(found.lines, found.total)


def save_lines(_archive: Archive, lines: Lines, order: Order, path: Path) -> Generator[Progress, None, None]:
    """Write all lines into a CSV file, in an order. Raises StorageFailed."""
    from archivist.search.concordance import write_csv

    yield Progress(0, 0, "lines")
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            write_csv(list(lines.in_order(order)), file)
    except OSError as error:
        raise StorageFailed(path, error.strerror or str(error)) from error


def _plain(lines: Iterable[ConcordanceLine], total: int) -> Lines:
    from archivist.search.concordance import sorted_lines

    lines = sorted_lines(lines, Order.ARTICLE)
    number_of = {id(line): number for number, line in enumerate(lines)}
    orders = {
        order.value: array("l", (number_of[id(line)] for line in sorted_lines(lines, order.value))) for order in Order
    }
    places = [(each.row, each.start, each.end, each.left, each.match, each.right) for each in lines]
    sources = {each.row: (each.article, each.title, each.outlet, each.published) for each in lines}
    return Lines(places, sources, orders, total)
