# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing a bundle into an archive, which may hold some or all of it already.

Afterwards all that the bundle holds is in the archive, with its ids. Nothing that was there is
overwritten, unless somebody decided so: what differs is kept as it is and reported. What had been
deleted comes back, and what was linked to no record is linked. What a bundle would come to is found
by bringing it into a copy, so that it cannot be otherwise than what then becomes of it.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar
from uuid import uuid5

from archivist.errors import RelationNotFound
from archivist.exchange.bag import check_bag, open_bag
from archivist.exchange.bundle.annotation_merging import BESIDE, merge_annotation
from archivist.exchange.bundle.article_merging import merge_article
from archivist.exchange.bundle.known import knows_any
from archivist.exchange.bundle.reading import BundleReader
from archivist.exchange.bundle.record_merging import merge_record, parents_first
from archivist.exchange.bundle.relation_merging import merge_relation
from archivist.exchange.bundle.same_texts import SameTexts
from archivist.exchange.bundle.tag_merging import merge_tags
from archivist.exchange.incoming.conflicts import KEEP_OURS, Decisions
from archivist.exchange.report import MergeLine, MergeReport, Outcome, Telling, why_unmarked
from archivist.exchange.web_annotation import WrittenAnnotation
from archivist.model import JsonValue, Node, NodeType, Progress, Record, Relation, Tag
from archivist.store import Archive
from archivist.store.relations import Relations

_Thing = TypeVar("_Thing")
_ARTICLES_AT_ONCE = 50
_ANNOTATIONS_AT_ONCE = 100
_RECORDS_AT_ONCE = 100
_OF_NODES = frozenset(("record", "parent", "source", "target"))  # fields whose values are ids of records or nodes
_DELETED_MEANWHILE = "was deleted during the import, and came back"


def import_bundle(
    archive: Archive, path: Path, decisions: Decisions = KEEP_OURS
) -> Generator[Progress, None, MergeReport]:
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
        return (yield from _merged(archive, reader, path, decisions))


def compare_bundle(
    archive: Archive, path: Path, decisions: Decisions = KEEP_OURS
) -> Generator[Progress, None, MergeReport]:
    """What import_bundle() would come to; nothing is written, and the archive may be open for reading only.

    Raises as that does, and DiskFull where there is no room for a copy of the database.
    """
    report = yield from _compared(archive, path, decisions, always=True)
    assert report is not None  # noqa: S101 - as it was wanted in any case
    return report


def conflicts_ahead(archive: Archive, path: Path) -> Generator[Progress, None, MergeReport | None]:
    """What compare_bundle() tells; None, which is quicker, where the archive knows nothing of the bundle."""
    return (yield from _compared(archive, path, KEEP_OURS, always=False))


def _compared(
    archive: Archive, path: Path, decisions: Decisions, *, always: bool
) -> Generator[Progress, None, MergeReport | None]:
    with open_bag(path) as source:
        yield from check_bag(source)
        reader = BundleReader(source)
        yield from reader.check()
        if not always and not knows_any(archive, reader):
            return None
        yield Progress(0, 0, "compare")
        with archive.rehearsal() as copy:
            return (yield from _merged(copy, reader, path, decisions))


def _merged(
    archive: Archive, reader: BundleReader, path: Path, decisions: Decisions
) -> Generator[Progress, None, MergeReport]:
    merge = _Merge(archive, reader, f"Import bundle {path.name}", decisions)
    yield from merge.run()
    return merge.report(path)


class _Merge:
    """One bundle on its way into one archive."""

    def __init__(self, archive: Archive, reader: BundleReader, name: str, decisions: Decisions) -> None:
        self._archive = archive
        self._reader = reader
        self._name = name
        self._decisions = decisions
        self._action: int | None = None
        self._tags: dict[str, Tag] = {}  # ours, by the bundle's id
        self._article_ids: dict[str, str] = {}  # ours, by the bundle's id
        self._record_ids: dict[str, str] = {}  # ours, by the bundle's id, where they differ
        self._beside: dict[str, str] = {}  # what was put beside ours, by the id of the annotation that came
        self._telling = Telling()

    def run(self) -> Iterator[Progress]:
        """Tags and records first, then articles, annotations, which need all these, and relations; in batches."""
        with self._batch():
            self._tags, lines = merge_tags(self._archive.tags, self._reader.tags, self._decisions)
        for line in lines:
            self._telling.tell(line, always=True)
        total, done = sum(self._reader.counts), 0
        for size in self._batches():
            done += size
            yield Progress(done, total, "import")

    def _batches(self) -> Iterator[int]:
        """Do one batch after the other; yields how many things it had."""
        for records in _batches(parents_first(self._reader.records(), self._reader.parents), _RECORDS_AT_ONCE):
            with self._batch():
                self._merge_records(records)
            yield len(records)
        same_texts = SameTexts(self._archive, self._reader.article_ids)
        for articles in _batches(self._reader.articles(), _ARTICLES_AT_ONCE):
            with self._batch():
                for article in articles:
                    line = merge_article(self._archive, self._reader, article, same_texts, self._decisions)
                    self._article_ids[article.id] = line.id
                    self._telling.tell(line, always=True)
            yield len(articles)
        for marks in _batches(self._reader.annotations(), _ANNOTATIONS_AT_ONCE):
            with self._batch():
                self._bring_back_tags()
                self._bring_back_articles({self._article_ids[written.article] for written in marks})
                live = self._bring_back_records({written.record for written in marks if written.record is not None})
                for written in marks:
                    self._merge_annotation(written, live)
            yield len(marks)
        for relations in _batches(self._reader.relations(), _RECORDS_AT_ONCE):
            with self._batch():
                ends = [end for relation in relations for end in (relation.source, relation.target)]
                self._bring_back_records({end.id for end in ends if end.type is NodeType.RECORD})
                for relation in relations:
                    self._telling.tell(self._merge_relation(relation))
            yield len(relations)

    def _merge_records(self, records: Iterable[Record], *, meanwhile: bool = False) -> None:
        for record in records:
            line = self._with_names(merge_record(self._archive.records, record, self._record_ids, self._decisions))
            if line.id != record.id:
                self._record_ids[record.id] = line.id
            if not meanwhile:
                self._telling.tell(line)
            elif line.outcome is Outcome.RESTORED:
                self._telling.tell(replace(line, detail=_DELETED_MEANWHILE), always=True)

    def _merge_annotation(self, written: WrittenAnnotation, live: Mapping[str, Record]) -> None:
        """Merge an annotation, without a link where its tag or the record is of another kind here."""
        incoming = written.on(self._article_ids[written.article], self._tags[written.tag])
        record = live.get(self._ours(written.record)) if written.record is not None else None
        reason = ""
        if record is not None and record.kind is incoming.tag.kind:
            incoming = replace(incoming, record=record.id)
        elif record is not None:
            reason = f"is not linked, as “{record.name}” is of kind {record.kind} here"
        line = self._with_names(merge_annotation(self._archive.annotations, incoming, self._decisions))
        if line.id != written.id:
            self._beside[written.id] = line.id
        self._telling.tell(replace(line, detail="; ".join(filter(None, (line.detail, reason)))))

    def _with_names(self, line: MergeLine) -> MergeLine:
        """The line with a name beside each id of a record or annotation in the sides of its conflict."""
        if line.conflict is None:
            return line
        fields = dict(line.conflict.fields)
        for name in _OF_NODES & fields.keys():
            ours, theirs = map(self._named, fields[name])
            fields[name] = (ours, theirs)
        return replace(line, conflict=replace(line.conflict, fields=fields))

    def _named(self, side: JsonValue) -> JsonValue:
        if not side:
            return None
        named = side if isinstance(side, dict) else {"type": NodeType.RECORD, "id": side}
        node = Node(NodeType(named["type"]), named["id"])
        labels = self._archive.relations.labels([node])
        return {**named, "name": labels[node].text if node in labels else ""}

    def _merge_relation(self, relation: Relation) -> MergeLine:
        """Merge a relation. Of an annotation that was put beside ours, it is one of that, and ours keeps its own."""
        relations = self._archive.relations
        ours = replace(relation, source=self._node(relation.source), target=self._node(relation.target))
        theirs = replace(ours, source=self._beside_of(ours.source), target=self._beside_of(ours.target))
        known = _found(relations, ours.id) if theirs != ours else None
        if known is not None and (known.source, known.target) == (ours.source, ours.target):
            seed = "\x1f".join((ours.id, theirs.source.id, theirs.target.id))
            theirs = replace(theirs, id=str(uuid5(BESIDE, seed)))
        return self._with_names(merge_relation(relations, theirs, self._decisions))

    def _beside_of(self, node: Node) -> Node:
        return replace(node, id=self._beside.get(node.id, node.id)) if node.type is NodeType.ANNOTATION else node

    def _node(self, node: Node) -> Node:
        return replace(node, id=self._ours(node.id)) if node.type is NodeType.RECORD else node

    def _ours(self, record: str) -> str:
        return self._record_ids.get(record, record)

    def report(self, path: Path) -> MergeReport:
        """What it came to."""
        annotations, counts = self._reader.annotation_count, self._telling.counts
        return MergeReport(
            path=path,
            articles=tuple(dict.fromkeys(self._article_ids.values())),
            annotations=annotations,
            counts=counts,
            lines=tuple(self._telling.lines),
            changed=self._action is not None,
            nothing=why_unmarked(annotations, len(self._article_ids), counts["annotation", Outcome.LEFT_OUT]),
        )

    def _bring_back_tags(self) -> None:
        """Undo that somebody deleted tags since the last batch: nothing may be marked with a dead one."""
        live = {tag.id for tag in self._archive.tags.all()}
        if all(tag.id in live for tag in self._tags.values()):
            return
        self._tags, lines = merge_tags(self._archive.tags, self._reader.tags, self._decisions)
        for line in lines:
            if line.outcome is Outcome.NEW:
                details = "; ".join(filter(None, (_DELETED_MEANWHILE, line.detail)))
                self._telling.tell(replace(line, outcome=Outcome.RESTORED, detail=details), always=True)

    def _bring_back_articles(self, ids: Iterable[str]) -> None:
        """The same for articles."""
        articles = self._archive.articles
        for id_ in filter(articles.is_deleted, sorted(ids)):
            articles.restore(id_)
            title = articles.get(id_).title
            line = MergeLine("article", id_, title, Outcome.RESTORED, _DELETED_MEANWHILE)
            self._telling.tell(line, always=True)

    def _bring_back_records(self, ids: Collection[str]) -> Mapping[str, Record]:
        """The same for records (ids of the bundle), with what they are a part of; returns ours by id."""
        known = {id_: self._ours(id_) for id_ in ids if id_ in self._reader.parents}
        live = self._archive.records.at(known.values())
        gone = [id_ for id_, ours in known.items() if ours not in live]
        if not gone:
            return live
        wanted: set[str] = set()
        waiting: list[str | None] = [*gone]
        while waiting:
            id_ = waiting.pop()
            if id_ is not None and id_ not in wanted:
                wanted.add(id_)
                self._record_ids.pop(id_, None)
                waiting.append(self._reader.parents[id_])
        self._merge_records(parents_first(self._reader.records(), wanted), meanwhile=True)
        return self._archive.records.at([self._ours(id_) for id_ in known])

    @contextmanager
    def _batch(self) -> Iterator[None]:
        with self._archive.action(self._name, bulk=True, continues=self._action) as number:
            yield
        if self._archive.history.holds(number):  # a batch that changes nothing leaves no step
            self._action = number


def _found(relations: Relations, id_: str) -> Relation | None:
    try:
        return relations.get(id_)
    except RelationNotFound:
        return None


def _batches(things: Iterable[_Thing], size: int) -> Iterator[list[_Thing]]:
    remaining = iter(things)
    while batch := list(islice(remaining, size)):
        yield batch
