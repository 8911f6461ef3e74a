# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets of articles by what the database knows of them: the filters of search and of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from archivist.dates import DateRange
from archivist.errors import InvalidValue
from archivist.model import Kind
from archivist.store.connection import Connection

_LIVE = "deleted_at IS NULL"
_FEW = 500  # rows that are quicker asked for one by one than picked out of all
_HAS_ANNOTATION = f"SELECT DISTINCT article FROM annotations WHERE {_LIVE}"


class Selections:
    """Answers with sets of article rows; values are compared in any letter case."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._by_field: dict[str, Callable[[str], set[int]]] = {
            "outlet": lambda value: self._by_text("outlet", value),
            "byline": lambda value: self._by_text("byline", value),
            "language": lambda value: self._by_text("language", value),
            "tag": self._tag,
            "kind": self._kind,
            "collection": self._collection,
            "has": self._has,
        }

    def all(self) -> set[int]:
        """Every article."""
        return self._rows(f"SELECT id FROM articles WHERE {_LIVE}")

    def with_value(self, field: str, value: str) -> set[int]:
        """The articles with a value of outlet, byline, language, tag, kind, collection or has.

        An outlet or a byline matches where the value is a part of it, beginning at a word. Raises
        InvalidValue for an unknown field, kind or has; anything else unknown selects nothing.
        """
        if field not in self._by_field:
            raise InvalidValue("field", field, ", ".join(self._by_field))
        return self._by_field[field](value)

    def exactly(self, field: str, value: str) -> set[int]:
        """The articles whose outlet or language is just this value, which may be "" for none."""
        self._check_listed(field)
        return self._rows(f"SELECT id FROM articles WHERE {_LIVE} AND {field} = ?", (value,))

    def published(self, days: DateRange) -> set[int]:
        """The articles that may have been published in this range."""
        return self._rows(
            f"""SELECT id FROM articles WHERE {_LIVE} AND published_first <> ''
                AND published_first <= ? AND published_last >= ?""",
            (days.last, days.first),
        )

    def undated(self) -> set[int]:
        """The articles without a date of publication."""
        return self._rows(f"SELECT id FROM articles WHERE {_LIVE} AND published_first = ''")

    def by_date(self, rows: Iterable[int]) -> list[int]:
        """The rows, newest publication first, then newest import."""
        wanted = set(rows)
        some = len(wanted) <= _FEW
        marks = f" AND id IN ({', '.join('?' * len(wanted))})" if some else ""
        ordered = self._connection.column(
            f"SELECT id FROM articles WHERE {_LIVE}{marks} ORDER BY published_first DESC, id DESC",
            wanted if some else (),
        )
        return [row for row in ordered if row in wanted]

    def values(self, field: str) -> list[tuple[str, int]]:
        """Every value of outlet or language with the number of its articles, the most frequent first."""
        self._check_listed(field)
        rows = self._connection.rows(
            f"""SELECT {field}, count(*) AS number FROM articles WHERE {_LIVE}
                GROUP BY {field} ORDER BY number DESC, {field}"""
        )
        return [(row[0], row[1]) for row in rows]

    def tagged(self) -> list[tuple[str, int]]:
        """The name of every tag in use with the number of its articles."""
        rows = self._connection.rows(
            """SELECT t.name, count(DISTINCT n.article) FROM annotations n JOIN tags t ON t.id = n.tag
               WHERE n.deleted_at IS NULL GROUP BY t.id ORDER BY t.position, t.id"""
        )
        return [(row[0], row[1]) for row in rows]

    def _check_listed(self, field: str) -> None:
        if field not in ("outlet", "language"):
            raise InvalidValue("field", field, "outlet, language")

    def _by_text(self, column: str, value: str) -> set[int]:
        # SQLite compares only ASCII in any case, so the few distinct values are compared here.
        wanted = value.strip().casefold()
        values = [
            found
            for found in self._connection.column(f"SELECT DISTINCT {column} FROM articles WHERE {_LIVE}")
            if _matches(found.casefold(), wanted, whole=column == "language")
        ]
        rows: set[int] = set()
        for found in values:
            rows |= self._rows(f"SELECT id FROM articles WHERE {_LIVE} AND {column} = ?", (found,))
        return rows

    def _tag(self, name: str) -> set[int]:
        return self._rows(
            f"""SELECT DISTINCT n.article FROM annotations n JOIN tags t ON t.id = n.tag
                WHERE n.{_LIVE} AND t.name_key = ?""",
            (name.strip().casefold(),),
        )

    def _kind(self, kind: str) -> set[int]:
        kind = kind.strip().casefold()
        if kind not in list(Kind):
            raise InvalidValue("kind", kind, ", ".join(Kind))
        return self._rows(
            f"SELECT DISTINCT n.article FROM annotations n JOIN tags t ON t.id = n.tag WHERE n.{_LIVE} AND t.kind = ?",
            (kind,),
        )

    def _collection(self, name: str) -> set[int]:
        return self._rows(
            """SELECT m.article FROM memberships m JOIN collections c ON c.id = m.collection
               WHERE c.deleted_at IS NULL AND c.name_key = ?""",
            (name.strip().casefold(),),
        )

    def _has(self, what: str) -> set[int]:
        match what.strip().casefold():
            case "annotation":
                return self._rows(_HAS_ANNOTATION)
            case "note":
                return self._rows(f"{_HAS_ANNOTATION} AND note <> ''")
            case "date":
                return self.all() - self.undated()
        raise InvalidValue("has", what, "annotation, note, date")

    def _rows(self, sql: str, parameters: Iterable[Any] = ()) -> set[int]:
        return set(self._connection.column(sql, parameters))


def _matches(found: str, wanted: str, *, whole: bool) -> bool:
    if whole:
        return found == wanted
    at = found.find(wanted) if wanted else -1
    while at >= 0:
        if at == 0 or not found[at - 1].isalnum():
            return True
        at = found.find(wanted, at + 1)
    return False
