# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting and tagging all that a search finds, as work for a process of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from archivist.model import Progress
from archivist.store import Archive
from archivist.store.bulk_annotating import Placement
from archivist.ui.questions.articles import Filter, chosen_of

if TYPE_CHECKING:
    from archivist.tag_hits import Tagged

_PAGE = 500  # articles whose annotations are looked at together


@dataclass(frozen=True, slots=True)
class Tally:
    """How many passages there are to tag, and how many of them carry a tag already."""

    passages: int
    articles: int
    tagged: Mapping[str, int]  # by the casefolded name of the tag

    def carrying(self, tag_name: str) -> int:
        """How many carry a tag already."""
        return self.tagged.get(tag_name.casefold(), 0)


def count_hits(archive: Archive, query: str, filters: frozenset[Filter]) -> Generator[Progress, None, Tally]:
    """Count all that a query matches in what the filters let through. Raises QueryMistake, IndexFailed."""
    from archivist.search import Search
    from archivist.tag_hits import find_passages

    with Search(archive) as search:
        rows = list(search.rows(query, sort="date", chosen=chosen_of(filters)))
        passages = yield from find_passages(archive, query, rows)
    return (yield from count_passages(archive, passages))


def count_passages(archive: Archive, passages: Sequence[Placement]) -> Generator[Progress, None, Tally]:
    """Count passages that are known."""
    spans: dict[str, set[tuple[int, int]]] = {}
    for passage in passages:
        spans.setdefault(passage.article, set()).add((passage.start, passage.end))
    by_row = {archive.articles.row_of(id_): found for id_, found in spans.items()}
    rows = list(by_row)
    tagged: Counter[str] = Counter()
    for at in range(0, len(rows), _PAGE):
        yield Progress(at, len(rows), "count")
        carrying = {
            (each.article, each.start, each.end, each.tag)
            for each in archive.annotations.texts(rows[at : at + _PAGE])
            if each.anchored and (each.start, each.end) in by_row[each.article]
        }
        tagged.update(tag for *_, tag in carrying)
    return Tally(sum(map(len, spans.values())), len(spans), dict(tagged))


def tag_all(archive: Archive, query: str, filters: frozenset[Filter], tag: str) -> Generator[Progress, None, Tagged]:
    """Tag (by id) all that a query matches in what the filters let through, as one step."""
    from archivist.search import Search
    from archivist.tag_hits import tag_hits

    with Search(archive) as search:
        rows = list(search.rows(query, sort="date", chosen=chosen_of(filters)))
        return (yield from tag_hits(archive, query, rows, tag))


def tag_some(archive: Archive, passages: Sequence[Placement], tag: str, name: str) -> Generator[Progress, None, Tagged]:
    """Tag (by id) these passages as one step, which the history calls by a name.

    Their quotes may have a space where the text breaks the line. Raises QuoteMismatch.
    """
    from archivist.tag_hits import tag_passages

    exact: list[Placement] = []
    for at in range(0, len(passages), _PAGE):
        yield Progress(at, len(passages), "find")
        page = passages[at : at + _PAGE]
        rows = {each.article: archive.articles.row_of(each.article) for each in page}
        texts = archive.articles.texts(list(rows.values()))
        exact += (_as_in(texts[rows[each.article]][1], each) for each in page if rows[each.article] in texts)
    return (yield from tag_passages(archive, exact, tag, name=name))


def _as_in(body: str, passage: Placement) -> Placement:
    """The passage with its words just as the text has them, if they are the same."""
    words = body[passage.start : passage.end]
    return passage._replace(quote=words) if words.split() == passage.quote.split() else passage
