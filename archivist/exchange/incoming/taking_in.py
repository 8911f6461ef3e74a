# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking what another program annotated into an archive.

A format only reads; here its documents become articles, its labels tags and its marks annotations,
each on its words. Nothing that was here is overwritten: what differs is kept as it is and reported,
as when a bundle is imported. Every id follows from the file, so taking it in twice changes nothing.
What is not taken in has its line in the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple

from archivist.errors import ArchivistError, FileUnreadable
from archivist.exchange.files.packed import check_openable
from archivist.exchange.format import Format
from archivist.exchange.incoming.articles_here import ArticlesHere, NotHere
from archivist.exchange.incoming.conflicts import KEEP_OURS, Decisions
from archivist.exchange.incoming.labels import Labels
from archivist.exchange.incoming.mapping import TagMapping
from archivist.exchange.incoming.marks import Marks, Unlinked
from archivist.exchange.incoming.originals_of import OriginalsOf
from archivist.exchange.incoming.records_here import RecordsHere
from archivist.exchange.incoming.relations_here import RelationsHere
from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord, ReadRelation, ReadTag
from archivist.exchange.report import MergeLine, MergeReport, Outcome, Telling, why_unmarked
from archivist.model import ImportStatus, Progress
from archivist.store import Archive
from archivist.text import one_line

_AT_ONCE = 100  # annotations, or what takes as long, in one transaction
_LENGTH = 20_000  # code points of a text that take as long as an annotation
_WITHOUT_ANNOTATIONS = {"tag": "defines tags", "record": "holds records"}


def take_in(
    archive: Archive,
    format_: Format,
    path: Path,
    mapping: TagMapping,
    collection: str = "",
    decisions: Decisions = KEEP_OURS,
) -> Generator[Progress, None, MergeReport]:
    """Bring a file or folder of a format, which can be read, into the archive as one step of the history.

    The articles that it speaks of also go into the collection, if one is named. Raises what the
    format raises where nothing of it can be read, with the archive unchanged; what breaks off later
    is told in the report. A stop leaves whole batches, and taking it in again does the rest. What was
    decided of conflicts is for bundles; of another program's file ours is kept.
    """
    check_openable(path)
    if format_.take_in is not None:
        report = yield from format_.take_in(archive, path, mapping, decisions)
        if collection and report.articles:
            with archive.action(f"Add to {collection}"):
                archive.collections.ensure(collection)
                archive.collections.put_in(collection, report.articles)
        return report
    job = _TakingIn(archive, format_, path, mapping, collection)
    yield from job.run()
    return job.report()


def compare(
    archive: Archive, format_: Format, path: Path, mapping: TagMapping, decisions: Decisions = KEEP_OURS
) -> Generator[Progress, None, MergeReport]:
    """What take_in() would come to; nothing is written, and the archive may be open for reading only.

    Raises as that does, and DiskFull where there is no room for a copy of the database.
    """
    yield Progress(0, 0, path.name)
    with archive.rehearsal() as copy:
        return (yield from take_in(copy, format_, path, mapping, "", decisions))


class _NothingTaken(Exception):
    """Nothing of the file came in but what it would have needed."""


class _Piece(NamedTuple):
    """A part of the work that is written in one transaction, and how much of it that is."""

    size: int
    write: Callable[[], None]


class _TakingIn:
    """One file on its way into one archive."""

    def __init__(self, archive: Archive, format_: Format, path: Path, mapping: TagMapping, collection: str) -> None:
        self._archive = archive
        self._format = format_
        self._path = path
        self._collection = one_line(collection)
        self._action: int | None = None
        self._labels = Labels(archive.tags, mapping)
        self._records = RecordsHere(archive, format_.name)
        self._relations = RelationsHere(archive, format_.name, self._records)
        self._articles = ArticlesHere(archive, format_.name, OriginalsOf(path))
        self._read: Counter[str] = Counter()  # by "document", "annotation", "tag" and "record"
        self._article_ids: dict[str, None] = {}
        self._unlinked: list[Unlinked] = []
        self._unwanted: Counter[str] = Counter()  # annotations that are left out, by label
        self._telling = Telling()

    def run(self) -> Iterator[Progress]:
        """Read and write, batch by batch."""
        name = self._path.name
        yield Progress(0, 0, name)
        waiting: list[_Piece] = []
        size = done = 0
        for piece in self._pieces():
            waiting.append(piece)
            size += piece.size
            if size >= _AT_ONCE:
                self._write(waiting)
                waiting, size, done = [], 0, done + size
                yield Progress(done, 0, name)
        try:
            self._write([*waiting, _Piece(0, self._finish)], is_last=True)
        except _NothingTaken:
            self._take_back()
        yield Progress(done + size, done + size, name)

    def _take_back(self) -> None:
        """Leave nothing of what is refused, as its tags and records; what somebody has used by now stays."""
        try:
            if self._action is not None:
                self._archive.history.take_back(self._action, for_good=True)
                self._action = None
        except ArchivistError:
            return
        self._telling.take_back()

    def _write(self, pieces: Sequence[_Piece], *, is_last: bool = False) -> None:
        """Write one batch. Raises _NothingTaken where that was the last, and nothing came in."""
        with self._archive.action(f"Import {self._path.name}", bulk=True, continues=self._action) as number:
            self._labels.bring_back()
            for piece in pieces:
                piece.write()
            for line in self._labels.told():
                self._telling.tell(line, always=True)
            if is_last and self.report().status is ImportStatus.REFUSED:
                raise _NothingTaken
        if self._archive.history.holds(number):  # a batch that changes nothing leaves no step
            self._action = number

    # Reading

    def _items(self) -> Iterator[Item]:
        """What the format reads; where it breaks off after the first, that is told."""
        assert self._format.read is not None  # noqa: S101 - as the caller has made sure
        begun = False
        items = self._format.read(self._path)
        while True:
            try:
                item = next(items)
            except StopIteration:
                return
            except (ArchivistError, OSError) as error:
                told = error if isinstance(error, ArchivistError) else _unreadable(self._path, error)
                if not begun:
                    raise told from None
                self._telling.left_out("piece", "", f"what follows was not read: {told}", self._path.name)
                return
            begun = True
            yield item

    def _pieces(self) -> Iterator[_Piece]:
        tags: list[ReadTag] = []
        for item in self._items():
            if isinstance(item, ReadTag):
                tags.append(item)
                continue
            yield from self._tags_piece(tags)
            tags = []
            match item:
                case ReadRecord():
                    self._read["record"] += 1
                    yield _Piece(1, partial(self._put_record, item))
                case ReadDocument():
                    yield from self._document_pieces(item)
                case ReadRelation():
                    yield _Piece(1, partial(self._relate, item))
                case Problem():
                    yield _Piece(0, partial(self._tell_problem, item))
        yield from self._tags_piece(tags)

    def _tags_piece(self, tags: Sequence[ReadTag]) -> Iterator[_Piece]:
        if tags:
            self._read["tag"] += len(tags)
            yield _Piece(len(tags), partial(self._labels.define, tags))

    def _document_pieces(self, document: ReadDocument) -> Iterator[_Piece]:
        """The article first, then its annotations, which may be more than one batch, then what joins them."""
        self._read["document"] += 1
        self._read["annotation"] += len(document.annotations)
        self._articles.prepare(document)
        state = _Document(document)
        yield _Piece(1 + len(document.text or "") // _LENGTH, partial(self._open, state))
        for start in range(0, len(document.annotations), _AT_ONCE):
            numbers = range(start, min(start + _AT_ONCE, len(document.annotations)))
            yield _Piece(len(numbers), partial(self._mark, state, numbers))
        if document.relations:
            yield _Piece(len(document.relations), partial(self._relate_marks, state))

    # Writing

    def _open(self, state: _Document) -> None:
        document = state.document
        for problem in document.problems:
            self._tell_problem(problem)
        try:
            found = self._articles.find(document)
        except NotHere as why:
            count = len(document.annotations)
            lost = f"; annotations left out with it: {count}" if count else ""
            told = f"was left out: {why}{lost}"
            self._telling.left_out("article", document.title or document.name, told, document.name)
            self._telling.counts["annotation", Outcome.LEFT_OUT] += count
            return
        article = found.article
        self._article_ids[article.id] = None
        for name in dict.fromkeys(filter(None, (*map(one_line, document.collections), self._collection))):
            self._archive.collections.put_in(self._archive.collections.ensure(name).name, [article.id])
        state.marks = Marks(
            self._archive, self._format.name, document, article.id, self._labels, is_new=found.outcome is Outcome.NEW
        )
        told = "; ".join(filter(None, (found.told, state.marks.told)))
        line = MergeLine("article", article.id, article.title, found.outcome, told, document.name)
        self._telling.tell(line, always=True)

    def _mark(self, state: _Document, numbers: range) -> None:
        if state.marks is None:
            return
        self._bring_back(state.marks.article)
        for number in numbers:
            mark = state.document.annotations[number]
            record = self._records.live(mark.record) if mark.record else None
            line = state.marks.put(number, record)
            if line is None:
                self._unwanted[mark.label] += 1
                continue
            self._telling.tell(line)
            if mark.record and record is None and line.id:
                self._unlinked.append(Unlinked(line, mark.record))

    def _bring_back(self, article: str) -> None:
        """Undo that somebody deleted an article since the last batch."""
        if self._archive.articles.is_deleted(article):
            self._archive.articles.restore(article)
            title, told = self._archive.articles.get(article).title, "was deleted during the import, and came back"
            self._telling.tell(MergeLine("article", article, title, Outcome.RESTORED, told), always=True)

    def _relate_marks(self, state: _Document) -> None:
        document = state.document
        if state.marks is None:
            why = "left out, as their document was"
            self._telling.left_out("relation", "", why, document.name, len(document.relations))
            return
        for relation in document.relations:
            line = self._relations.put(relation, document.name, state.marks.article, state.marks.ids)
            if line is not None:
                self._telling.tell(line)

    def _relate(self, relation: ReadRelation) -> None:
        line = self._relations.put(relation, self._path.name, "", {})
        if line is not None:
            self._telling.tell(line)

    def _put_record(self, read: ReadRecord) -> None:
        self._telling.tell(self._records.put(read))

    def _tell_problem(self, problem: Problem) -> None:
        self._telling.left_out("piece", "", problem.what, problem.where)

    def _finish(self) -> None:
        """Join what could not be joined before all was read."""
        self._labels.set_parents()
        for line in self._records.set_parents():
            self._telling.lines.append(line)
        for unlinked in self._unlinked:
            self._telling.lines += unlinked.link(self._archive, self._records.live(unlinked.key))
        for line in self._relations.finish():
            self._telling.tell(line)
        for label, count in sorted(self._unwanted.items()):
            labelled = f"with the label “{label}”" if label else "without a label"
            self._telling.left_out("annotation", "", f"{labelled}: left out, as decided", "", count)

    # The report

    def report(self) -> MergeReport:
        """What it came to."""
        return MergeReport(
            path=self._path,
            articles=tuple(self._article_ids),
            annotations=self._read["annotation"],
            counts=self._telling.counts,
            lines=tuple(self._telling.lines),
            changed=self._action is not None,
            format=self._format.name,
            nothing=self._nothing(),
        )

    def _nothing(self) -> str:
        """Why there are no annotations; "" where there are."""
        counts = self._telling.counts
        annotations, texts = self._read["annotation"], self._read["document"]
        if annotations or texts:
            return why_unmarked(annotations, texts, counts["annotation", Outcome.LEFT_OUT])
        only = [words for what, words in _WITHOUT_ANNOTATIONS.items() if self._read[what]]
        if only:
            return f"no annotations were found in it: it only {' and '.join(only)}"
        if counts["piece", Outcome.LEFT_OUT]:
            return "no annotations were found in it: nothing that is in it could be read"
        return f"no annotations were found in it: nothing in it is of the format {self._format.name}"


@dataclass(slots=True)
class _Document:
    """A document on its way into its article."""

    document: ReadDocument
    marks: Marks | None = None  # None where no article is what it speaks of


def _unreadable(path: Path, error: OSError) -> FileUnreadable:
    return FileUnreadable(path, error.strerror or str(error))
