# SPDX-License-Identifier: GPL-3.0-or-later
"""Saying whose number a claim is and for which event it counts, from the inspector."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from archivist.errors import AnnotationNotFound
from archivist.model import Kind, NodeType
from archivist.ui.inspector import InspectorPanel
from archivist.ui.inspector.claim_ends import ENDS
from archivist.ui.jobs import Jobs
from archivist.ui.linking import Linking
from archivist.ui.messages import MessageBar
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.ui.record_popup import RecordPopup
    from archivist.ui.record_rows import Choice


class Claiming(QObject):
    """Opens the choice of a claimant or an event, and makes a relation of it, or changes the one that is there."""

    def __init__(
        self, session: Session, jobs: Jobs, inspector: InspectorPanel, linking: Linking, messages: MessageBar
    ) -> None:
        super().__init__(inspector)
        self._session = session
        self._inspector = inspector
        self._linking = linking
        self._messages = messages
        self._asked: tuple[str, str] | None = None  # the claim (id of an annotation), and the type of relation
        self._jobs = jobs
        inspector.claim_end_wanted.connect(self.choose)
        inspector.claim_end_clearing_wanted.connect(self._clear)

    @cached_property
    def popup(self) -> RecordPopup:
        """The choice of a record."""
        from archivist.ui.record_popup import RecordPopup

        popup = RecordPopup(self._jobs, self._inspector)
        popup.chosen.connect(self._on_chosen)
        return popup

    def choose(self, annotation_id: str, type_: str, place: QRect) -> None:
        """Choose where a relation of a claim leads; the choice opens at a rectangle, in global px."""
        self._inspector.save_pending()
        try:
            annotation = self._session.archive.annotations.get(annotation_id)
        except AnnotationNotFound as error:
            self._messages.tell_error(error)
            return
        self._asked = (annotation_id, type_)
        said = str(annotation.attributes.get("claimant", "")) if ENDS[type_] is Kind.ACTOR else ""
        self.popup.open_at(place, (ENDS[type_],), words=said, article=annotation.article, recent=self._linking.recent)

    def _on_chosen(self, choice: Choice) -> None:
        from archivist.model import Node, RecordDraft
        from archivist.ui.record_rows import NewRecord

        if self._asked is None:
            return
        annotation_id, type_ = self._asked
        target = RecordDraft(choice.kind, choice.name) if isinstance(choice, NewRecord) else choice.id
        self._session.lead(type_, Node(NodeType.ANNOTATION, annotation_id), target)

    def _clear(self, annotation_id: str, type_: str) -> None:
        from archivist.model import Node

        self._session.lead(type_, Node(NodeType.ANNOTATION, annotation_id), None)
