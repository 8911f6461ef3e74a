# SPDX-License-Identifier: GPL-3.0-or-later
"""Every occurrence of what a query looks for, one a line, with the words that stand around it."""

from __future__ import annotations

import csv
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TextIO, TypeAlias

from archivist.errors import InvalidValue
from archivist.language.collation import sort_key
from archivist.language.words import written_words
from archivist.model import Article, ConcordanceLine, Progress
from archivist.search.annotated import WantedSpans
from archivist.search.naming import NamedRecords
from archivist.search.patterns import patterns_of
from archivist.search.query import Query, TextField, wanted_texts
from archivist.search.snippets import Finder, Span, Where, joined
from archivist.store import Archive

Places: TypeAlias = Callable[[Finder, Sequence[int]], Mapping[int, Where]]  # of articles by row, perhaps not of all

_WIDTH = 60  # code points of context on either side, about
_BATCH = 100  # articles read at a time; after so many progress is told
_WHAT = "concordance"
_RISKY = ("=", "+", "-", "@", "\t", "\r", "\n", "'")  # what a spreadsheet takes for a formula, and our sign against it


@dataclass(frozen=True, slots=True)
class Concordance:
    """Occurrences, by article and place."""

    lines: tuple[ConcordanceLine, ...]
    total: int  # occurrences, those for which there was no line included


def concordance(
    archive: Archive, query: Query, rows: Sequence[int], most: int, places: Places | None = None
) -> Generator[Progress, None, Concordance]:
    """The occurrences in the bodies of the articles that a query found; lines for the first of them only."""
    lines: list[ConcordanceLine] = []
    total = 0
    for number, (article, body, found) in enumerate(occurrences(archive, query, rows, places), 1):
        total += len(found)
        lines += (_line(article, body, span) for span in found[: most - len(lines)])
        if number % _BATCH == 0:
            yield Progress(number, len(rows), _WHAT)
    yield Progress(len(rows), len(rows), _WHAT)
    return Concordance(tuple(lines), total)


def occurrences(
    archive: Archive, query: Query, rows: Sequence[int], places: Places | None = None
) -> Iterator[tuple[Article, str, list[Span]]]:
    """The articles in these rows, each with its body and the places there where what is asked for stands.

    There are none where no word of a body is asked for, and no annotation. `places` tells what the
    index says of some articles; without it all words of all texts are looked at.
    """
    nodes = [node for node in wanted_texts(query.root) if node.field in (None, TextField.BODY)]
    finder = Finder(pattern for node in nodes for pattern in patterns_of(node))
    wanted = WantedSpans(query.root, NamedRecords(archive).meant)
    if not nodes and not wanted:
        return
    for start in range(0, len(rows), _BATCH):
        batch = list(rows[start : start + _BATCH])
        texts = archive.articles.texts(batch)
        annotated = wanted.by_article(archive.annotations, batch)
        known = places(finder, batch) if places else {}
        for article in archive.articles.at_rows([row for row in batch if row in texts]):
            body = texts[article.row][1]
            own = wanted.spans(annotated.get(article.row, ()), article.language)
            yield article, body, joined([*finder.occurrences(body, article.language, known.get(article.row)), *own])


def _line(article: Article, body: str, span: Span) -> ConcordanceLine:
    start, end = span
    return ConcordanceLine(
        article.id,
        article.row,
        article.title,
        article.outlet,
        article.published,
        start,
        end,
        _left(body, start),
        _on_one_line(body[start:end]),
        _right(body, end),
    )


def _left(body: str, end: int) -> str:
    """What stands before a place, from a whole word on."""
    start = max(0, end - _WIDTH)
    context = body[start:end]
    if start and not (body[start - 1].isspace() or body[start].isspace()):
        _, space, rest = _on_one_line(context).partition(" ")
        return rest if space else context
    return _on_one_line(context)


def _right(body: str, start: int) -> str:
    """What stands after a place, up to a whole word."""
    end = min(len(body), start + _WIDTH)
    context = body[start:end]
    if end < len(body) and not (body[end - 1].isspace() or body[end].isspace()):
        whole, space, _ = _on_one_line(context).rpartition(" ")
        return whole if space else context
    return _on_one_line(context)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


# Order

_KEYS: dict[str, Callable[[ConcordanceLine], tuple[str, str]]] = {
    "left": lambda line: (_nearest_first(line.left), sort_key(line.match)),
    "match": lambda line: (sort_key(line.match), sort_key(line.right)),
    "right": lambda line: (sort_key(line.right), sort_key(line.match)),
}
ORDERS = ("article", *_KEYS)


def sorted_lines(lines: Iterable[ConcordanceLine], by: str) -> list[ConcordanceLine]:
    """The lines by article (the newest first), or in alphabetical order by what stands to the left
    (the nearest word first), by the match, or by what stands to the right. Equals stay by article.

    Raises InvalidValue.
    """
    if by not in ORDERS:
        raise InvalidValue("order", by, ", ".join(ORDERS))
    ordered = sorted(lines, key=lambda line: line.start)
    ordered.sort(key=lambda line: (line.published, line.row), reverse=True)
    if by in _KEYS:
        ordered.sort(key=_KEYS[by])
    return ordered


def _nearest_first(context: str) -> str:
    return sort_key(" ".join(reversed(written_words(context))))


# Table


def write_csv(lines: Iterable[ConcordanceLine], file: TextIO) -> None:
    """Write a table to a text file that was opened with newline="".

    A text that begins with = + - @ ' a tab or a line end has one apostrophe put in front of it, as
    in the tables of a bundle, so that no spreadsheet runs it as a formula.
    """
    writer = csv.writer(file)
    writer.writerow(ConcordanceLine.__slots__)
    for line in lines:
        writer.writerow([_harmless(getattr(line, name)) for name in ConcordanceLine.__slots__])


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_RISKY) else cell
