# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles in the orders of lists, and the values that they have; facts.py is for filters."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from archivist.errors import InvalidValue
from archivist.language.collation import sort_key
from archivist.store.connection import Connection

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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

    def by_outlet(self, rows: Iterable[int]) -> list[int]:
        """The rows by outlet in alphabetical order, those without one last; each outlet's newest first."""
        ordered = self._newest_first(rows)
        places = {outlet: _outlet_order(outlet) for outlet in {outlet for _, outlet in ordered}}
        return [row for row, _ in sorted(ordered, key=lambda pair: places[pair[1]])]

    def all_by_outlet(self) -> array[int]:
        """The rows of all articles in the same order: the newest first, then put in the order of their outlets."""
        import numpy as np

        def numbers(text: str) -> NDArray[np.int64]:
            # The numbers of a JSON list; json itself makes an object of each, which takes six times as long.
            return np.fromstring(text[1:-1], np.int64, sep=",") if text != "[]" else np.empty(0, np.int64)

        # A limit, though it is none, is why SQLite keeps the order of a query within another.
        newest_first = numbers(
            self._connection.value(
                f"""SELECT json_group_array(id) FROM (
                        SELECT id FROM articles WHERE {_LIVE} ORDER BY published_first DESC, id DESC LIMIT -1)"""
            )
        )
        of_outlets = self._connection.tuples(
            f"SELECT outlet, json_group_array(id) FROM articles WHERE {_LIVE} GROUP BY outlet"
        )
        of_outlets.sort(key=lambda pair: _outlet_order(pair[0]))
        # What is added, or gets another outlet, between these questions comes last. Short numbers are sorted sooner.
        short = np.uint16 if len(of_outlets) < np.iinfo(np.uint16).max else np.uint32
        places = np.full(int(newest_first.max(initial=0)) + 1, len(of_outlets), short)
        for place, (_, listed) in enumerate(of_outlets):
            rows = numbers(listed)
            places[rows[rows < len(places)]] = place
        in_order = newest_first[np.argsort(places[newest_first], kind="stable")]
        return array("q", in_order.tobytes())

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
