# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles in the orders of lists, and the values that they have; facts.py is for filters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from archivist.errors import InvalidValue
from archivist.language.collation import sort_key
from archivist.store.connection import Connection

_LIVE = "deleted_at IS NULL"
_FEW = 500  # rows that are quicker asked for one by one than picked out of all


class TextHere(NamedTuple):
    """What an article is known by, beside its id."""

    id: str
    sha256: str  # of its text
    part: str  # of its original
    url: str
    title: str
    deleted: bool


class Selections:
    """Answers with rows of articles. What is deleted is in none of the answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> set[int]:
        """Every article."""
        return set(self._connection.numbers(f"SELECT id FROM articles WHERE {_LIVE}"))

    def with_address(self, part: str) -> set[int]:
        """The articles with this anywhere in their address, in any letter case; "" selects none."""
        wanted = part.strip().casefold()
        found = self._connection.tuples(f"SELECT id, url FROM articles WHERE {_LIVE} AND url <> ''")
        return {row for row, url in found if wanted in url.casefold()} if wanted else set()

    def texts_here(self, *, former: bool = False) -> list[TextHere]:
        """What every article is known by, those that were deleted after all others, the oldest first.

        With `former` there is a line for each text that an article ever had, its current one first.
        To ask for one text by its hash looks through all of them as well, so whoever has several keeps this.
        """
        found = self._connection.tuples(
            """SELECT a.uuid, r.sha256, a.part, a.url, a.title, a.deleted_at IS NOT NULL
               FROM articles a JOIN revisions r ON r.article = a.id AND (r.number = a.revision_number OR ?)
               ORDER BY a.deleted_at IS NOT NULL, r.number <> a.revision_number, a.id, r.number DESC""",
            (former,),
        )
        return [TextHere._make((*values, bool(deleted))) for *values, deleted in found]

    def by_date(self, rows: Iterable[int]) -> list[int]:
        """The rows, newest publication first, then newest import."""
        return [row for row, _ in self._newest_first(rows)]

    def by_outlet(self, rows: Iterable[int] | None = None) -> list[int]:
        """The rows, or all, by outlet in alphabetical order, those without one last; each outlet's newest first."""
        if rows is None:
            return self._all_by_outlet()
        ordered = self._newest_first(rows)
        places = {outlet: _outlet_order(outlet) for outlet in {outlet for _, outlet in ordered}}
        return [row for row, _ in sorted(ordered, key=lambda pair: places[pair[1]])]

    def _all_by_outlet(self) -> list[int]:
        """The same of all: the newest first, in the order of their outlets."""
        import numpy as np

        newest_first = np.asarray(
            self._connection.numbers(f"SELECT id FROM articles WHERE {_LIVE} ORDER BY published_first DESC, id DESC"),
            np.int64,
        )
        outlets = sorted((name for name, _ in self.values("outlet")), key=_outlet_order)
        # What is added, or gets another outlet, between these questions comes last.
        places = np.full(int(newest_first.max(initial=0)) + 1, len(outlets), np.int32)
        for place, outlet in enumerate(outlets):
            rows = np.asarray(
                self._connection.numbers(f"SELECT id FROM articles WHERE {_LIVE} AND outlet = ?", (outlet,)), np.int64
            )
            places[rows[rows < len(places)]] = place
        in_order: list[int] = newest_first[np.argsort(places[newest_first], kind="stable")].tolist()
        return in_order

    def _newest_first(self, rows: Iterable[int]) -> list[tuple[int, str]]:
        """Row and outlet of the articles in these rows."""
        wanted = set(rows)
        some = len(wanted) <= _FEW
        marks = f" AND id IN ({', '.join('?' * len(wanted))})" if some else ""
        ordered = self._connection.tuples(
            f"SELECT id, outlet FROM articles WHERE {_LIVE}{marks} ORDER BY published_first DESC, id DESC",
            wanted if some else (),
        )
        return [pair for pair in ordered if pair[0] in wanted]

    def values(self, field: str) -> list[tuple[str, int]]:
        """Every value of outlet or language with the number of its articles, the most frequent first."""
        if field not in ("outlet", "language"):
            raise InvalidValue("field", field, "outlet, language")
        rows = self._connection.rows(
            f"""SELECT {field}, count(*) AS number FROM articles WHERE {_LIVE}
                GROUP BY {field} ORDER BY number DESC, {field}"""
        )
        return [(row[0], row[1]) for row in rows]


def _outlet_order(outlet: str) -> tuple[bool, str, str]:
    return not outlet, sort_key(outlet), outlet
