# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing a bundle into an archive, which may hold some or all of it already.

Afterwards all that the bundle holds is in the archive, with its ids. Nothing that was there is
overwritten: what differs is kept as it is and reported. What had been deleted comes back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from archivist.exchange.bag import check_bag, open_bag
from archivist.exchange.bundle.annotation_merging import merge_annotation
from archivist.exchange.bundle.article_merging import merge_article
from archivist.exchange.bundle.reading import BundleReader
from archivist.exchange.bundle.report import BundleLine, BundleReport, Outcome
from archivist.exchange.bundle.tag_merging import merge_tags
from archivist.model import Progress, Tag
from archivist.store import Archive

_Thing = TypeVar("_Thing")
_ARTICLES_AT_ONCE = 50
_ANNOTATIONS_AT_ONCE = 100
_DELETED_MEANWHILE = "was deleted during the import, and came back"


def import_bundle(archive: Archive, path: Path) -> Generator[Progress, None, BundleReport]:
    """Bring a bundle, a folder or a zip file, into the archive as one step of the history.

    It is checked whole before anything is written. Raises FileUnreadable, BundleRefused,
    BundleUnsafe, each with the archive unchanged; a stop later leaves whole batches, and importing
    again does the rest. What somebody deletes meanwhile comes back, and is told; StepUndone ends it
    if somebody undoes it meanwhile.
    """
    with open_bag(path) as source:
        yield from check_bag(source)
        reader = BundleReader(source)
        yield from reader.check()
        merge = _Merge(archive, reader, f"Import bundle {path.name}")
        yield from merge.run()
    return merge.report(path)


class _Merge:
    """One bundle on its way into one archive."""

    def __init__(self, archive: Archive, reader: BundleReader, name: str) -> None:
        self._archive = archive
        self._reader = reader
        self._name = name
        self._action: int | None = None
        self._tags: dict[str, Tag] = {}  # ours, by the bundle's id
        self._article_ids: dict[str, str] = {}  # ours, by the bundle's id
        self._counts: Counter[tuple[str, Outcome]] = Counter()
        self._lines: list[BundleLine] = []

    def run(self) -> Iterator[Progress]:
        """Tags first, then articles, then annotations, which need both; in batches."""
        with self._batch():
            self._tags, lines = merge_tags(self._archive.tags, self._reader.tags)
        for line in lines:
            self._tell(line, always=True)
        total = self._reader.article_count + self._reader.annotation_count
        done = 0
        for batch in _batches(self._reader.articles(), _ARTICLES_AT_ONCE):
            with self._batch():
                for article in batch:
                    line = merge_article(self._archive, self._reader, article)
                    self._article_ids[article.id] = line.id
                    self._tell(line, always=True)
            done += len(batch)
            yield Progress(done, total, "import")
        for marks in _batches(self._reader.annotations(), _ANNOTATIONS_AT_ONCE):
            with self._batch():
                self._bring_back_tags()
                self._bring_back_articles({self._article_ids[written.article] for written in marks})
                for written in marks:
                    incoming = written.on(self._article_ids[written.article], self._tags[written.tag])
                    self._tell(merge_annotation(self._archive.annotations, incoming), always=False)
            done += len(marks)
            yield Progress(done, total, "import")

    def report(self, path: Path) -> BundleReport:
        """What it came to."""
        return BundleReport(
            path=path,
            articles=tuple(dict.fromkeys(self._article_ids.values())),
            annotations=self._reader.annotation_count,
            counts=self._counts,
            lines=tuple(self._lines),
            changed=self._action is not None,
        )

    def _bring_back_tags(self) -> None:
        """Undo that somebody deleted tags since the last batch: nothing may be marked with a dead one."""
        live = {tag.id for tag in self._archive.tags.all()}
        if all(tag.id in live for tag in self._tags.values()):
            return
        self._tags, lines = merge_tags(self._archive.tags, self._reader.tags)
        for line in lines:
            if line.outcome is Outcome.NEW:
                details = "; ".join(filter(None, (_DELETED_MEANWHILE, line.detail)))
                self._tell(replace(line, outcome=Outcome.RESTORED, detail=details), always=True)

    def _bring_back_articles(self, ids: Iterable[str]) -> None:
        """The same for articles."""
        articles = self._archive.articles
        for id_ in filter(articles.is_deleted, sorted(ids)):
            articles.restore(id_)
            title = articles.get(id_).title
            self._tell(BundleLine("article", id_, title, Outcome.RESTORED, _DELETED_MEANWHILE), always=True)

    @contextmanager
    def _batch(self) -> Iterator[None]:
        with self._archive.action(self._name, bulk=True, continues=self._action) as number:
            yield
        if self._archive.history.holds(number):  # a batch that changes nothing leaves no step
            self._action = number

    def _tell(self, line: BundleLine, *, always: bool) -> None:
        self._counts[line.what, line.outcome] += 1
        if always or line.detail:
            self._lines.append(line)


def _batches(things: Iterable[_Thing], size: int) -> Iterator[list[_Thing]]:
    remaining = iter(things)
    while batch := list(islice(remaining, size)):
        yield batch
