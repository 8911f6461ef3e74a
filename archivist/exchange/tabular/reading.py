# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in tables: those that an Archivist wrote, or any table of annotations.

Ours are known by a table of articles beside that of annotations. Rows may have been sorted anew in a
spreadsheet; only where they are still in the order of their articles are they read one article
after the other, and not held.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from archivist.errors import FileDamaged, FileTooLarge, NotText, WrongEncoding
from archivist.exchange.files.json_fields import is_uuid
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument
from archivist.exchange.tabular.annotations import AnnotationRows, ArticleCells
from archivist.exchange.tabular.columns import may_hold_annotations
from archivist.exchange.tabular.own_tables import OwnTables, are_own
from archivist.exchange.tabular.sheets import Sheet, Tables


def read_tables(tables: Tables) -> Iterator[Item]:
    """Everything in the tables."""
    yield from tables.problems
    own = {sheet.name: sheet for sheet in tables.sheets}
    if are_own(own):
        yield from OwnTables(tables, own).read()
        return
    found = False
    for sheet in tables.sheets:
        if may_hold_annotations(sheet.header):
            found = True
            yield from _of_anyone(tables, sheet)
        else:
            yield Problem(sheet.name, "it was left out: no columns in it name an article and what is marked in it")
    if not found and not tables.sheets:
        yield Problem("", "there is no table in it")


def _of_anyone(tables: Tables, sheet: Sheet) -> Iterator[Item]:
    reader = AnnotationRows(sheet.header)
    marks: dict[ArticleCells, list[ReadAnnotation]] = {}
    problems: list[Problem] = []
    for number, row in enumerate(sheet.rows(), 1):
        if isinstance(row, Problem):
            problems.append(row)
            continue
        article = reader.article(row)
        mark, wrong = reader.annotation(row, number)
        problems += wrong
        if not any((article.article, article.title, article.url)):
            problems.append(Problem(row.where, "it was left out: it does not name its article"))
        elif mark is not None:
            marks.setdefault(article, []).append(mark)
    for article, several in marks.items():
        yield _document(tables, article, several)
    yield from problems


def _document(tables: Tables, article: ArticleCells, marks: list[ReadAnnotation]) -> ReadDocument:
    name = article.article or article.title or article.url
    text, problems = None, list[Problem]()
    try:
        text = tables.text(name)
    except (FileDamaged, FileTooLarge, NotText, WrongEncoding) as error:
        problems.append(Problem(name, f"its text was left out: {error}"))
    is_address = "://" in name
    return ReadDocument(
        name,
        text,
        tuple(told_apart(marks)),
        problems=tuple(problems),
        id=article.article.lower() if is_uuid(article.article.lower()) else "",
        title=article.title or ("" if is_address or is_uuid(name.lower()) else PurePosixPath(name).name),
        url=article.url or (name if is_address else ""),
    )


def told_apart(marks: list[ReadAnnotation]) -> Iterator[ReadAnnotation]:
    """The annotations, each with a key of its own."""
    seen: Counter[str] = Counter()
    for mark in marks:
        seen[mark.key] += 1
        yield mark if seen[mark.key] == 1 else replace(mark, key=f"{mark.key}/{seen[mark.key]}")
