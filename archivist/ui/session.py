# SPDX-License-Identifier: GPL-3.0-or-later
"""An open archive as the desktop sees it: each thing that a person does to it, and what then changed.

Panels call the operations and listen to the facts; none of them writes to the archive itself, and
none calls another. An operation is durable when it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from archivist.errors import ArchivistError
from archivist.model import (
    Action,
    Annotation,
    Article,
    Collection,
    JsonValue,
    NodeType,
    SavedSearch,
    Tag,
)
from archivist.store import Archive
from archivist.ui.article_details import edit_details
from archivist.ui.questions.history import Touched, brief
from archivist.ui.step_wording import StepWording

if TYPE_CHECKING:
    from archivist.exchange import MergeReport
    from archivist.model import Node, Profile, Record, RecordDraft, Relation, Suggestion
    from archivist.store.records import Uses

_R = TypeVar("_R")


class Session(QObject):
    """The archive of one window. It belongs to the GUI thread, as does the archive's connection.

    An operation that cannot be done emits `failed` and returns None or False.
    """

    articles_changed = Signal()  # which articles there are
    article_changed = Signal(str)  # the metadata of one (id)
    annotations_changed = Signal(str)  # of one article (id), or "" of any number of them
    tags_changed = Signal()
    records_changed = Signal()  # which there are, or what they say; links are annotations_changed
    relations_changed = Signal()
    rejections_changed = Signal()  # which suggestions were rejected
    collections_changed = Signal()
    saved_searches_changed = Signal()
    duplicates_changed = Signal()  # what a person decided of them
    history_changed = Signal()
    failed = Signal(object)  # ArchivistError

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive = archive

    # Annotations

    def annotate(
        self, article_id: str, start: int, end: int, tag_id: str, quote: str | None = None
    ) -> Annotation | None:
        """Mark a span, in code points, of an article with a tag; `quote` is what the person sees there."""
        return self._made(
            lambda: self.archive.annotations.add(article_id, start, end, tag_id, quote=quote),
            lambda: self.annotations_changed.emit(article_id),
        )

    def duplicate(self, annotation_id: str) -> Annotation | None:
        """Mark the words of an annotation once more, with its tag, note, attributes and record."""

        def add() -> Annotation:
            known = self.archive.annotations.get(annotation_id)
            return self.archive.annotations.add(
                known.article,
                known.start,
                known.end,
                known.tag.id,
                quote=known.quote,
                note=known.note,
                attributes=known.attributes,
                record=known.record,
            )

        return self._change_annotation(add)

    def move(self, annotation_id: str, start: int, end: int) -> Annotation | None:
        """Give an annotation another span, in code points."""
        return self._change_annotation(lambda: self.archive.annotations.update(annotation_id, start=start, end=end))

    def retag(self, annotation_id: str, tag_id: str) -> Annotation | None:
        """Give an annotation another tag."""
        return self._change_annotation(lambda: self.archive.annotations.update(annotation_id, tag=tag_id))

    def edit_note(self, annotation_id: str, note: str) -> Annotation | None:
        """Change the note of an annotation."""
        return self._change_annotation(lambda: self.archive.annotations.update(annotation_id, note=note))

    def edit_attributes(self, annotation_id: str, attributes: Mapping[str, JsonValue]) -> Annotation | None:
        """Replace all attributes of an annotation."""
        return self._change_annotation(lambda: self.archive.annotations.update(annotation_id, attributes=attributes))

    def delete_annotation(self, annotation_id: str) -> bool:
        """Delete an annotation."""
        articles: list[str] = []

        def delete() -> None:
            articles.append(self.archive.annotations.get(annotation_id).article)
            self.archive.annotations.delete(annotation_id)

        return self._done(delete, lambda: self.annotations_changed.emit(articles[0]))

    def adopt(self, annotations: Sequence[Annotation]) -> list[Annotation] | None:
        """Take annotations into the adjudicated layer; returns those that are new in it."""
        from archivist.agreement.adjudicating import adopt

        return self._made(lambda: adopt(self.archive, annotations), lambda: self.annotations_changed.emit(""))

    def withdraw(self, article_id: str, start: int, end: int) -> int | None:
        """Delete what the adjudicated layer has within a place, in code points; returns how many those were."""
        from archivist.agreement.adjudicating import withdraw

        return self._made(
            lambda: withdraw(self.archive, article_id, start, end), lambda: self.annotations_changed.emit(article_id)
        )

    # The codebook

    def add_tag(self, **values: str | None) -> Tag | None:
        """Add a tag: name, kind, and if wanted colour, shortcut, parent (id), description."""
        name, kind = values.pop("name") or "", values.pop("kind") or ""
        given = {field: value for field, value in values.items() if value}
        return self._made(lambda: self.archive.tags.add(name, kind, **given), self.tags_changed.emit)

    def edit_tag(self, tag_id: str, **values: str | None) -> Tag | None:
        """Change some of name, kind, colour, shortcut, parent (id), description."""
        return self._made(lambda: self.archive.tags.update(tag_id, **values), self.tags_changed.emit)

    def move_tag(self, tag_id: str, parent: str | None, before: str | None) -> Tag | None:
        """Put a tag below a parent (id), in front of another (id) or behind all."""
        return self._made(lambda: self.archive.tags.move(tag_id, parent=parent, before=before), self.tags_changed.emit)

    def merge_tag(self, tag_id: str, into: str) -> int | None:
        """Give the annotations of a tag to another and delete it; returns how many those were."""
        return self._made(
            lambda: self.archive.tags.merge(tag_id, into),
            self.tags_changed.emit,
            lambda: self.annotations_changed.emit(""),
        )

    def load_codebook(self, path: Path) -> MergeReport | None:
        """Bring in the tags of a file."""
        from archivist.exchange import load_codebook

        return self._made(lambda: load_codebook(self.archive, path), self.tags_changed.emit)

    def save_codebook(self, path: Path) -> bool:
        """Write all tags to a file, in place of one that is there."""
        from archivist.exchange import save_codebook

        return self._done(lambda: save_codebook(self.archive, path))

    def delete_tag(self, tag_id: str) -> int | None:
        """Delete a tag with its annotations; returns how many those were."""
        return self._made(
            lambda: self.archive.tags.delete(tag_id),
            self.tags_changed.emit,
            lambda: self.annotations_changed.emit(""),
        )

    # Records

    def add_record(self, draft: RecordDraft) -> Record | None:
        """Add a record."""
        return self._made(lambda: self.archive.records.add(draft), self.records_changed.emit)

    def edit_record(self, record_id: str, **values: Any) -> Record | None:
        """Change fields of a record, named as those of RecordDraft."""
        return self._made(lambda: self.archive.records.update(record_id, **values), self.records_changed.emit)

    def delete_record(self, record_id: str) -> Uses | None:
        """Delete a record; returns what that touched."""
        return self._made(lambda: self.archive.records.delete(record_id), *self._record_facts())

    def merge_records(self, into: str, others: Sequence[str]) -> Record | None:
        """Make one record of several."""
        return self._made(lambda: self.archive.records.merge(into, others), *self._record_facts())

    def split_record(self, record_id: str, annotations: Sequence[str], draft: RecordDraft) -> Record | None:
        """Make a record of its own of some passages (annotation ids) of another."""
        return self._made(lambda: self.archive.records.split(record_id, annotations, draft), *self._record_facts())

    def link(self, annotation_id: str, record_id: str | None) -> Annotation | None:
        """Link an annotation to a record, or to none."""

        def link() -> Annotation:
            self.archive.records.link([annotation_id], record_id)
            return self.archive.annotations.get(annotation_id)

        return self._change_annotation(link)

    def link_new(self, annotation_id: str, draft: RecordDraft) -> Annotation | None:
        """Add a record and link an annotation to it, as one step."""

        def link() -> Annotation:
            with self.archive.action(f"Link to new {draft.kind} {draft.name}"):
                self.archive.records.link([annotation_id], self.archive.records.add(draft).id)
            return self.archive.annotations.get(annotation_id)

        annotation = self._change_annotation(link)
        if annotation is not None:
            self.records_changed.emit()
        return annotation

    def annotate_as(
        self, article_id: str, start: int, end: int, tag_id: str, record_id: str, quote: str | None = None
    ) -> Annotation | None:
        """Mark a span, as annotate() does, and link it to a record, as one step."""

        def annotate() -> Annotation:
            with self.archive.action(f"Link to {self.archive.records.get(record_id).name}"):
                annotation = self.archive.annotations.add(article_id, start, end, tag_id, quote=quote)
                self.archive.records.link([annotation.id], record_id)
            return self.archive.annotations.get(annotation.id)

        return self._change_annotation(annotate)

    # Suggestions

    def accept_suggestions(self, suggestions: Sequence[tuple[str, Suggestion]]) -> list[str] | None:
        """Annotate what was suggested, each with its article (id), as one step; returns the annotations' ids."""
        from archivist.suggest import accept

        tags = self.archive.tags.all()
        return self._made(
            lambda: accept(self.archive, suggestions),
            lambda: None if self.archive.tags.all() == tags else self.tags_changed.emit(),
            *(partial(self.annotations_changed.emit, article) for article in {article for article, _ in suggestions}),
        )

    def reject_suggestions(self, suggestions: Sequence[tuple[str, Suggestion]]) -> bool:
        """Let these suggestions, each with its article (id), not be made again."""
        return self._done(lambda: self.archive.rejections.add_many(suggestions), self.rejections_changed.emit)

    # Relations

    def add_relation(self, type_: str, source: Node, target: Node) -> Relation | None:
        """Relate two annotations or records."""
        return self._made(lambda: self.archive.relations.add(type_, source, target), self.relations_changed.emit)

    def relate_new(self, type_: str, node: Node, draft: RecordDraft, *, back: bool = False) -> Relation | None:
        """Add a record and relate a node to it, or with `back` it to the node, as one step."""
        from archivist.model import Node

        def relate() -> Relation:
            with self.archive.action(f"Relate to new {draft.kind} {draft.name}"):
                new = Node(NodeType.RECORD, self.archive.records.add(draft).id)
                return self.archive.relations.add(type_, *((new, node) if back else (node, new)))

        return self._made(relate, self.records_changed.emit, self.relations_changed.emit)

    def lead(self, type_: str, source: Node, target: str | RecordDraft | None) -> bool:
        """Let the relation of a type that a node has lead to a record (id), to a new one, or to none."""
        from archivist.model import Node

        def lead_to(id_: str | None) -> None:
            self.archive.relations.lead(source, type_, Node(NodeType.RECORD, id_) if id_ else None)

        if target is None or isinstance(target, str):
            return self._done(partial(lead_to, target), self.relations_changed.emit)
        new = target

        def lead_to_new() -> None:
            with self.archive.action(f"Relate to new {new.kind} {new.name}"):
                lead_to(self.archive.records.add(new).id)

        return self._done(lead_to_new, self.records_changed.emit, self.relations_changed.emit)

    def edit_relation(self, relation_id: str, **values: Any) -> Relation | None:
        """Change some of type, source, target, note of a relation."""
        return self._made(lambda: self.archive.relations.update(relation_id, **values), self.relations_changed.emit)

    def delete_relation(self, relation_id: str) -> bool:
        """Delete a relation."""
        return self._done(lambda: self.archive.relations.delete(relation_id), self.relations_changed.emit)

    # Articles

    def edit_article(self, article_id: str, **values: Any) -> Article | None:
        """Change some of title, outlet, byline, section, url, published (EDTF), language, restriction (or None)."""
        return self._made(
            lambda: edit_details(self.archive, article_id, values),
            lambda: self.article_changed.emit(article_id),
        )

    def delete_articles(self, ids: Sequence[str]) -> bool:
        """Delete articles with their annotations."""
        return self._done(lambda: self.archive.articles.delete(ids), self.articles_changed.emit)

    def put_together(self, ids: Sequence[str]) -> bool:
        """Decide that articles are one text, as one step."""

        def put() -> None:
            with self.archive.action(f"Put {len(ids)} articles together"):
                for id_ in ids[1:]:
                    self.archive.duplicates.put_together(ids[0], id_)

        return self._done(put, self.duplicates_changed.emit)

    def put_apart(self, article_id: str, other_id: str) -> bool:
        """Decide that two articles are not one text."""
        return self._done(lambda: self.archive.duplicates.put_apart(article_id, other_id), self.duplicates_changed.emit)

    # Collections

    def add_collection(self, name: str) -> Collection | None:
        """Make an empty collection."""
        return self._made(lambda: self.archive.collections.add(name), self.collections_changed.emit)

    def rename_collection(self, old: str, new: str) -> Collection | None:
        """Rename a collection."""
        return self._made(lambda: self.archive.collections.rename(old, new), self.collections_changed.emit)

    def delete_collection(self, name: str) -> bool:
        """Delete a collection; its articles stay."""
        return self._done(lambda: self.archive.collections.delete(name), self.collections_changed.emit)

    def put_in(self, name: str, ids: Sequence[str]) -> bool:
        """Put articles into a collection."""
        return self._done(lambda: self.archive.collections.put_in(name, ids), self.collections_changed.emit)

    def take_out(self, name: str, ids: Sequence[str]) -> bool:
        """Take articles out of a collection."""
        return self._done(lambda: self.archive.collections.take_out(name, ids), self.collections_changed.emit)

    # Saved searches

    def save_search(self, name: str, query: str, sort: str, chosen: Mapping[str, Sequence[str]]) -> SavedSearch | None:
        """Keep a search under a name; `chosen` is the facet values by field."""
        return self._made(
            lambda: self.archive.saved_searches.add(name, query, sort, chosen), self.saved_searches_changed.emit
        )

    def rename_search(self, id_: str, name: str) -> SavedSearch | None:
        """Rename a saved search."""
        return self._made(lambda: self.archive.saved_searches.edit(id_, name=name), self.saved_searches_changed.emit)

    def delete_search(self, id_: str) -> bool:
        """Delete a saved search."""
        return self._done(lambda: self.archive.saved_searches.delete(id_), self.saved_searches_changed.emit)

    # Import profiles

    def save_profile(self, name: str, settings: Mapping[str, JsonValue]) -> Profile | None:
        """Keep how tables are to be read under a name, in place of what had it."""
        return self._made(lambda: self.archive.profiles.save(name, settings))

    # History

    def undo(self) -> Action | None:
        """Take the last step back."""
        return self._step(self.archive.history.undo)

    def redo(self) -> Action | None:
        """Do the step again that was undone last."""
        return self._step(self.archive.history.redo)

    def take_back(self, number: int) -> Action | None:
        """Take one step back, wherever it stands in the history."""
        return self._step(lambda: self.archive.history.take_back(number))

    def undo_name(self) -> str:
        """The name of the step that undo would take back, in the language of the interface, or ""."""
        action = self.archive.history.next_undo()
        return self.step_name(action) if action else ""

    def redo_name(self) -> str:
        """The name of the step that redo would do again, in the language of the interface, or ""."""
        action = self.archive.history.next_redo()
        return self.step_name(action) if action else ""

    def step_name(self, action: Action) -> str:
        """What a step is called in the language of the interface."""
        return StepWording().of_step(action.name, partial(self.archive.history.log.touches, action.number))

    def announce_import(self, *, with_annotations: bool = False) -> None:
        """Tell everybody that a job brought in articles, perhaps with tags and annotations."""
        if with_annotations:
            self.tags_changed.emit()
            self.annotations_changed.emit("")
        for fact in (self.collections_changed, self.articles_changed, self.history_changed):
            fact.emit()

    def _change_annotation(self, change: Callable[[], Annotation]) -> Annotation | None:
        annotation = self._made(change)
        if annotation is not None:
            self.annotations_changed.emit(annotation.article)
        return annotation

    def announce_tagged(self) -> None:
        """Tell everybody that a job annotated any number of articles."""
        self.annotations_changed.emit("")
        self.history_changed.emit()

    def announce_records(self) -> None:
        """Tell everybody that a job changed records, their links and relations."""
        for fact in (*self._record_facts(), self.history_changed.emit):
            fact()

    def announce_step(self, touched: Touched) -> None:
        """Tell everybody that a job did a step, or took one back, and what that touched."""
        self._announce(touched)
        self.history_changed.emit()

    def _record_facts(self) -> tuple[Callable[[], object], ...]:
        """What follows where records come or go, with their links and relations."""
        return (
            self.records_changed.emit,
            self.relations_changed.emit,
            lambda: self.annotations_changed.emit(""),
        )

    def _step(self, step: Callable[[], Action]) -> Action | None:
        action = self._made(step)
        if action is not None:
            self._announce(brief(self.archive.history.touched(action.number)))
        return action

    def _announce(self, touched: Touched) -> None:
        """Emit the facts that follow from what a step touched."""
        tables = {"records" if table == "aliases" else table for table, _ in touched}
        for table, fact in (
            ("tags", self.tags_changed),
            ("collections", self.collections_changed),
            ("memberships", self.collections_changed),
            ("saved_searches", self.saved_searches_changed),
            ("records", self.records_changed),
            ("relations", self.relations_changed),
            ("rejections", self.rejections_changed),
            ("verdicts", self.duplicates_changed),
        ):
            if table in tables:
                fact.emit()
        if "articles" in tables:
            # A row says that it changed, not whether the article went, came back or was corrected.
            self.articles_changed.emit()
        for table, article in touched:
            if table == "articles" and article:
                self.article_changed.emit(article)
            elif table == "annotations":
                self.annotations_changed.emit(article)

    def _made(self, operation: Callable[[], _R], *facts: Callable[[], object]) -> _R | None:
        """What the operation returns, or None if it failed."""
        results: list[_R] = []
        self._done(lambda: results.append(operation()), *facts)
        return results[0] if results else None

    def _done(self, operation: Callable[[], object], *facts: Callable[[], object]) -> bool:
        """Do one operation and announce its facts; if it cannot be done, say why."""
        try:
            operation()
        except ArchivistError as error:
            self.failed.emit(error)
            return False
        for fact in facts:
            fact()
        self.history_changed.emit()
        return True
