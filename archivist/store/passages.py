# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages of a record across all articles, a page at a time; quick for tens of thousands."""

from __future__ import annotations

from typing import NamedTuple

from archivist.model import Passage
from archivist.store.annotation_rows import annotation_of_row, select
from archivist.store.connection import Connection

_ARTICLES_IN_ORDER = "a.published_first = '', a.published_first, a.id"
# The page is chosen by rows before anything else of it is read.
_PAGE = f"""
    SELECT n.id FROM annotations n JOIN articles a ON a.id = n.article
    WHERE n.record = ? AND n.deleted_at IS NULL
    ORDER BY {_ARTICLES_IN_ORDER}, n.span_start, n.id LIMIT ? OFFSET ?
"""


class Mentioning(NamedTuple):
    """An article that has passages of a record."""

    article: str  # id
    title: str
    outlet: str
    published: str  # EDTF
    passages: int


def count(connection: Connection, record: int) -> int:
    """How many passages a record (row) has."""
    number: int = connection.value(
        "SELECT count(*) FROM annotations WHERE record = ? AND deleted_at IS NULL", (record,)
    )
    return number


def page(connection: Connection, record: int, offset: int, limit: int) -> list[Passage]:
    """Passages of a record (row) by publication, what has no date last, and by their place in the text."""
    chosen = connection.column(_PAGE, (record, limit, offset))
    marks = ", ".join("?" * len(chosen))
    rows = connection.rows(f"{select(connection)} WHERE n.id IN ({marks})", chosen)
    articles = {
        id_: (title, outlet, published)
        for id_, title, outlet, published in connection.tuples(
            f"""SELECT DISTINCT a.uuid, a.title, a.outlet, a.published
                FROM annotations n JOIN articles a ON a.id = n.article WHERE n.id IN ({marks})""",
            chosen,
        )
    }
    by_row = {row["id"]: annotation_of_row(row) for row in rows}
    found = [by_row[row] for row in chosen]
    return [Passage(annotation.article, *articles[annotation.article], annotation) for annotation in found]


def articles(connection: Connection, record: int) -> list[Mentioning]:
    """The articles that have passages of a record (row), in the order of page()."""
    found = connection.tuples(
        f"""SELECT a.uuid, a.title, a.outlet, a.published, m.passages
            FROM (SELECT article, count(*) AS passages FROM annotations
                  WHERE record = ? AND deleted_at IS NULL GROUP BY article) m
            JOIN articles a ON a.id = m.article ORDER BY {_ARTICLES_IN_ORDER}""",
        (record,),
    )
    return [Mentioning._make(each) for each in found]
