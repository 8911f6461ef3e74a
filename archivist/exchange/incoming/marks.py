# SPDX-License-Identifier: GPL-3.0-or-later
"""What one document of a foreign file marks, on its way into its article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from archivist.errors import AnnotationNotFound
from archivist.exchange.bundle.annotation_merging import merge_annotation
from archivist.exchange.incoming import odd_values
from archivist.exchange.incoming.anchoring import Anchor, Anchoring, Unplaceable
from archivist.exchange.incoming.labels import Labels
from archivist.exchange.items import ReadAnnotation, ReadDocument
from archivist.exchange.moments import utc
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Annotation, Record, Tag
from archivist.store import Archive
from archivist.store.connection import now
from archivist.text import canonical, one_line

# Makes the ids of annotations that have none: one file gives the same annotations whenever it is taken in.
_ANNOTATIONS = UUID("0c5a2d5e-3f1b-4a0e-8d57-5b3f0f2f9a11")
_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WRITTEN = (Outcome.NEW, Outcome.RESTORED)

_Sameness = tuple[int, int, str, str, str]  # start, end, quote, tag (id), annotator


class Marks:
    """The annotations of one document, put into its article (id) one after the other, inside actions."""

    def __init__(
        self, archive: Archive, format_name: str, document: ReadDocument, article: str, labels: Labels, *, is_new: bool
    ) -> None:
        self.article = article
        self.ids: dict[str, str] = {}  # here, by key in the document
        self._annotations = archive.annotations
        self._who = archive.who
        self._document = document
        self._labels = labels
        self._revision = archive.articles.revision(article)
        self._anchoring = Anchoring(document, self._revision.body)
        self._ids = self._made_ids(format_name)
        self._present = {} if is_new else self._same_marks()
        self._moment = now()

    @property
    def told(self) -> str:
        """What is to be known of the places of all its annotations; "" where they are here already."""
        is_here = all(map(self._annotations.is_known, self._ids))
        return "" if is_here else self._anchoring.told

    def put(self, number: int, record: Record | None) -> MergeLine | None:
        """Take in the annotation of this number, linked to this record; None where its label is not wanted."""
        mark = self._document.annotations[number]
        tag = self._labels.tag(mark.label, mark.kind)
        if tag is None:
            return None
        where = mark.where  # which may begin with the name of the document
        if self._document.name not in (where, where.partition(",")[0]):
            where = ", ".join(filter(None, (self._document.name, where)))
        try:
            anchor = self._anchoring.place(mark)
        except Unplaceable as why:
            return MergeLine("annotation", "", mark.quote or mark.key, Outcome.LEFT_OUT, f"was left out: {why}", where)
        incoming, told = self._annotation(number, mark, tag, anchor)
        if record is not None and record.kind is tag.kind:
            incoming = replace(incoming, record=record.id)
        elif record is not None:
            told.append(f"is not linked, as “{record.name}” is of kind {record.kind} here")
        line = self._merged(incoming)
        self.ids.setdefault(mark.key, line.id)
        if line.outcome in _WRITTEN:
            line = replace(line, detail="; ".join(filter(None, (line.detail, *told))))
        return replace(line, where=where)

    def _merged(self, incoming: Annotation) -> MergeLine:
        same = None if self._annotations.is_known(incoming.id) else self._same(incoming)
        if same is None:
            return merge_annotation(self._annotations, incoming)
        line = merge_annotation(
            self._annotations, replace(incoming, id=same.id, note=same.note, attributes=same.attributes)
        )
        if line.outcome is Outcome.UNCHANGED:
            return replace(line, outcome=Outcome.MAPPED, detail=f"is here under another id, {same.id}")
        return line

    def _annotation(self, number: int, mark: ReadAnnotation, tag: Tag, anchor: Anchor) -> tuple[Annotation, list[str]]:
        attributes, odd = odd_values.attributes(mark.attributes)
        created = utc(mark.created_at) or self._moment
        annotation = Annotation(
            id=self._ids[number],
            article=self.article,
            revision=self._revision.id,
            start=anchor.start,
            end=anchor.end,
            quote=anchor.quote,
            prefix=anchor.prefix,
            suffix=anchor.suffix,
            tag=tag,
            note=canonical(mark.note),
            attributes=attributes,
            record=None,
            status=anchor.status,
            created_by=self._annotator(mark),
            created_at=created,
            modified_at=utc(mark.modified_at) or created,
        )
        return annotation, [told for told in (anchor.told, odd) if told]

    def _annotator(self, mark: ReadAnnotation) -> str:
        return one_line(mark.annotator) or self._who

    def _made_ids(self, format_name: str) -> list[str]:
        """The id of each annotation: its own where that is free, else one that follows from what it is."""
        ids: dict[str, None] = {}
        times: Counter[str] = Counter()
        for mark in self._document.annotations:
            place = f"{mark.start}\x1f{mark.end}\x1f{mark.quote or '' if mark.start < 0 else ''}"
            what = "\x1f".join((self.article, format_name, self._document.name, mark.annotator, mark.label, place))
            times[what] += 1
            own = mark.id.lower()
            is_free = _UUID.fullmatch(own) and own not in ids and self._is_free(own)
            ids[own if is_free else str(uuid5(_ANNOTATIONS, f"{what}\x1f{times[what]}"))] = None
        return list(ids)

    def _is_free(self, id_: str) -> bool:
        """Whether no other article has an annotation with this id."""
        try:
            return self._annotations.get(id_).article == self.article
        except AnnotationNotFound:
            return True

    def _same_marks(self) -> dict[_Sameness, list[Annotation]]:
        """What is marked here and did not come of this file: one export of this archive has no ids, another has."""
        found: dict[_Sameness, list[Annotation]] = defaultdict(list)
        own = set(self._ids)
        for annotation in self._annotations.of_article(self.article):
            if annotation.id not in own:
                found[_sameness(annotation)].append(annotation)
        return found

    def _same(self, incoming: Annotation) -> Annotation | None:
        """An annotation that is here under another id and says all that this one says; each is taken once."""
        candidates = self._present.get(_sameness(incoming), [])
        for at, one in enumerate(candidates):
            says_as_much = incoming.attributes.items() <= one.attributes.items() if incoming.attributes else True
            if says_as_much and incoming.note in ("", one.note) and incoming.status is one.status:
                return candidates.pop(at)
        return None


def _sameness(annotation: Annotation) -> _Sameness:
    return annotation.start, annotation.end, annotation.quote, annotation.tag.id, annotation.created_by


@dataclass(frozen=True, slots=True)
class Unlinked:
    """An annotation whose record had not been read when it was taken in."""

    line: MergeLine
    key: str  # of the record

    def link(self, archive: Archive, record: Record | None) -> list[MergeLine]:
        """Link it to its record, inside an action, unless it is linked; returns what is worth a look."""
        try:
            annotation = archive.annotations.get(self.line.id)
        except AnnotationNotFound:  # deleted by somebody since
            return []
        if record is None:
            why = f"is not linked, as there is no record “{self.key}” in the file"
        elif record.kind is not annotation.tag.kind:
            why = f"is not linked, as “{record.name}” is of kind {record.kind} here"
        elif annotation.record is None:
            archive.annotations.update(annotation.id, record=record.id)
            return []
        else:
            return []
        return [replace(self.line, outcome=Outcome.CONFLICT, detail=why)]
