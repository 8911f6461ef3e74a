# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of the articles that are open, which follow the journal instead of being read anew at each change.

An article may bear thousands, and after each key that tags a word several panels ask for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from archivist.model import Annotation
from archivist.store.annotation_rows import annotation_of_row, select
from archivist.store.connection import Connection

_KEPT = 2  # articles: the one that is read, and one beside it
_FEW = 200  # changed annotations; so many are sooner read with all the others

# What an annotation is told by, beside its own row. That such a thing is new changes no annotation that there was.
_TOLD_BY = "('articles', 'tags', 'records')"

_Place = tuple[int, int, int]  # start, end and row, the end negative: outer before inner


@dataclass(slots=True)
class _Known:
    """The annotations of an article as of a change of the journal."""

    mark: int
    by_row: dict[int, tuple[_Place, Annotation]]
    in_order: list[Annotation]


class FollowedAnnotations:
    """The annotations of one article after another, always as Annotations.of_article() gives them."""

    def __init__(
        self, connection: Connection, verified: Callable[[str, Iterable[Annotation]], list[Annotation]]
    ) -> None:
        """`verified` gives annotations of an article (id) the status that they have in its current text."""
        self._connection = connection
        self._verified = verified
        self._known: dict[str, _Known] = {}

    def of_article(self, article: str) -> list[Annotation]:
        """The annotations of an article (id), by start, outer before inner. Not to be asked inside a transaction."""
        with self._connection.snapshot():
            known = self._known.pop(article, None)
            mark: int = self._connection.value("SELECT max(id) FROM changes") or 0
            rows = self._changed_rows(known.mark) if known is not None else None
            if known is None or rows is None:
                known = _Known(mark, {}, [])
                self._read(known, article, "")
            elif rows:
                for row in rows:
                    known.by_row.pop(row, None)
                self._read(known, article, f" AND n.id IN ({', '.join(map(str, rows))})")
            known.mark = mark
        self._known[article] = known
        while len(self._known) > _KEPT:
            del self._known[next(iter(self._known))]
        return list(known.in_order)

    def _changed_rows(self, mark: int) -> list[int] | None:
        """The rows of the annotations that changed since; None where more may have than these say."""
        # + keeps SQLite from going through all changes of a table by their index, where the newest are asked for.
        if self._connection.value(
            f"""SELECT 1 FROM changes WHERE id > ? AND +table_name IN {_TOLD_BY} AND before IS NOT NULL LIMIT 1""",
            (mark,),
        ):
            return None
        rows: list[int] = self._connection.column(
            "SELECT DISTINCT row_id FROM changes WHERE id > ? AND +table_name = 'annotations' LIMIT ?", (mark, _FEW + 1)
        )
        return rows if len(rows) <= _FEW else None

    def _read(self, known: _Known, article: str, condition: str) -> None:
        """Take in the annotations of an article that fit, and put all in order."""
        found = self._connection.rows(
            f"{select(self._connection)} WHERE a.uuid = ? AND n.deleted_at IS NULL{condition}", (article,)
        )
        annotations = self._verified(article, map(annotation_of_row, found)) if found else []
        for row, annotation in zip(found, annotations, strict=True):
            known.by_row[row["id"]] = ((annotation.start, -annotation.end, row["id"]), annotation)
        known.in_order = [annotation for _, annotation in sorted(known.by_row.values(), key=lambda pair: pair[0])]
