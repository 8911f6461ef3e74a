# SPDX-License-Identifier: GPL-3.0-or-later
"""Linking annotations to records, from the keys of the article and from the inspector."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from archivist.errors import AnnotationNotFound
from archivist.model import ActorType, Annotation, Kind, Tag
from archivist.ui.inspector import InspectorPanel
from archivist.ui.jobs import Jobs
from archivist.ui.keys import Keys
from archivist.ui.messages import MessageBar
from archivist.ui.questions.records import warm_names
from archivist.ui.reader import ReaderPanel
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.model import RecordDraft
    from archivist.ui.record_popup import RecordPopup
    from archivist.ui.record_rows import Choice, NewRecord

_REMEMBERED = 8  # records that were linked last


class Linking(QObject):
    """Opens the choice of a record for an annotation, and remembers what was linked last."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        reader: ReaderPanel,
        inspector: InspectorPanel,
        messages: MessageBar,
        keys: Keys,
    ) -> None:
        super().__init__(reader)
        self._session = session
        self._jobs = jobs
        self._reader = reader
        self._view = reader.view
        self._inspector = inspector
        self._messages = messages
        self._keys = keys
        self._article_id: str | None = None
        self._linked: str | None = None  # the annotation that the popup was opened for
        self._last_tag: str | None = None  # of what was linked last
        self._recent: list[str] = []  # records, the last one first
        inspector.link_wanted.connect(self.link_annotation)
        inspector.unlink_wanted.connect(self._unlink)
        session.annotations_changed.connect(self._on_annotations_changed)
        session.records_changed.connect(self.show_names)

    @cached_property
    def popup(self) -> RecordPopup:
        """The choice of a record."""
        from archivist.ui.record_popup import RecordPopup

        popup = RecordPopup(self._jobs, self._reader)
        popup.chosen.connect(self._on_chosen)
        popup.closed.connect(self._view.setFocus)
        return popup

    @property
    def recent(self) -> list[str]:
        """The records that were linked last, the last one first."""
        return self._recent

    def warm_up(self) -> None:
        """Have the names of records read in advance, bit by bit, so that no question waits long."""
        self._jobs.ask_process(warm_names, (), done=lambda is_done: None if is_done else self.warm_up())

    def set_article(self, article_id: str | None) -> None:
        """The reader shows another article."""
        self._article_id = article_id

    def record_names(self) -> dict[str, str]:
        """The names of the records that the annotations of the shown article are linked to, by annotation id."""
        if self._article_id is None:
            return {}
        linked = {each.id: each.record for each in self._annotations() if each.record is not None}
        records = self._session.archive.records.at(set(linked.values())) if linked else {}
        return {id_: records[record].name for id_, record in linked.items() if record in records}

    def show_names(self) -> None:
        """Name the records in the margin of the article."""
        self._view.set_record_names(self.record_names())

    def link(self) -> None:
        """Choose a record for the chosen annotation, or for the one at the caret."""
        annotation = self._chosen()
        if annotation is not None:
            self.link_annotation(annotation.id, self.place())

    def link_annotation(self, annotation_id: str, place: QRect) -> None:
        """Choose a record for an annotation; the choice opens at a rectangle, in global px."""
        annotation = self._get(annotation_id)
        if annotation is None or not self._can_be_linked(annotation):
            return
        self._inspector.save_pending()
        self._linked = annotation.id
        type_ = _type_named_by(annotation.tag)
        self.popup.open_at(
            place,
            (annotation.tag.kind,),
            words=_named(annotation),
            article=annotation.article,
            is_person=type_ == ActorType.PERSON if type_ else None,
            recent=self._recent,
        )

    def repeat(self) -> None:
        """Link the chosen annotation to the record that was linked last; selected words are tagged as well."""
        if not self._recent or self._last_tag is None:
            self._messages.tell(
                self.tr("No record has been linked yet."),
                self.tr("{key} chooses one.").format(key=self._keys.told("link_record")),
            )
            return
        record, span = self._recent[0], self._view.selection()
        if span is not None and self._article_id is not None:
            self._inspector.save_pending()
            seen = self._view.article_text[slice(*span)]
            made = self._session.annotate_as(self._article_id, *span, self._last_tag, record, seen)
            if made is not None:
                self._view.select(span[1], span[1])
                self._view.choose(made.id, scroll=False)
            return
        annotation = self._chosen()
        if annotation is not None:
            self._keep(self._session.link(annotation.id, record))

    def place(self) -> QRect:
        """Where a choice for the chosen annotation opens, in global px: at the caret, where that is in sight."""
        rect = self._view.cursorRect()
        if self._view.viewport().rect().intersects(rect):
            return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())
        return self._inspector.record_place()

    def unlink(self) -> None:
        """Take the chosen annotation off its record."""
        annotation = self._chosen()
        if annotation is not None:
            self._unlink(annotation.id)

    def _on_annotations_changed(self, article_id: str) -> None:
        if article_id in ("", self._article_id):
            self.show_names()

    def _unlink(self, annotation_id: str) -> None:
        annotation = self._get(annotation_id)
        if annotation is not None and annotation.record is not None:
            self._session.link(annotation_id, None)

    def _on_chosen(self, choice: Choice) -> None:
        from archivist.ui.record_rows import NewRecord

        if self._linked is None:
            return
        if isinstance(choice, NewRecord):
            annotation = self._get(self._linked)
            if annotation is not None:
                self._keep(self._session.link_new(self._linked, _draft(choice, annotation.tag)))
        else:
            self._keep(self._session.link(self._linked, choice.id))

    def _keep(self, annotation: Annotation | None) -> None:
        """Remember what was linked last."""
        if annotation is not None and annotation.record is not None:
            self._last_tag = annotation.tag.id
            others = [id_ for id_ in self._recent if id_ != annotation.record]
            self._recent = [annotation.record, *others][:_REMEMBERED]

    def _chosen(self) -> Annotation | None:
        """The chosen annotation, or the one at the caret, which then is chosen; if there is none, say so."""
        if self._view.chosen is None and self._view.selection() is None:
            self._view.choose_at_caret()
        if self._view.chosen is None:
            self._messages.tell(
                self.tr("No annotation is chosen, so there is nothing to link."),
                self.tr("Tag the words first, or click the ones that are tagged."),
            )
            return None
        return self._get(self._view.chosen)

    def _can_be_linked(self, annotation: Annotation) -> bool:
        if annotation.tag.kind is Kind.DATE:
            self._messages.tell(
                self.tr("Of dates there are no records."), self.tr("Say what the date means in its details.")
            )
            return False
        return True

    def _get(self, annotation_id: str) -> Annotation | None:
        try:
            return self._session.archive.annotations.get(annotation_id)
        except AnnotationNotFound as error:
            self._messages.tell_error(error)
            return None

    def _annotations(self) -> list[Annotation]:
        return self._session.archive.annotations.followed(self._article_id) if self._article_id else []


def _named(annotation: Annotation) -> str:
    """The words that name what an annotation speaks of: of a figure what is counted, where that is known."""
    counted = annotation.attributes.get("counted") if annotation.tag.kind is Kind.FIGURE else None
    return str(counted or annotation.quote)


def _type_named_by(tag: Tag) -> str:
    """The type of actor that a tag has the name of, else ""."""
    name = tag.name.casefold()
    return name if tag.kind is Kind.ACTOR and name in list(ActorType) else ""


def _draft(new: NewRecord, tag: Tag) -> RecordDraft:
    """A new record, of the type that the tag of its first annotation names."""
    from archivist.model import RecordDraft

    if new.kind is Kind.FIGURE:
        return RecordDraft(new.kind, new.name, counted=new.name)
    return RecordDraft(new.kind, new.name, type=_type_named_by(tag))
