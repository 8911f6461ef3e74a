# SPDX-License-Identifier: GPL-3.0-or-later
"""Relating annotations and records: by a key, from the list of relations, and by what the reader asks for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QCursor

from archivist.model import Annotation, Kind, NodeType
from archivist.ui.jobs import Jobs
from archivist.ui.linking import Linking
from archivist.ui.messages import MessageBar
from archivist.ui.reader import Arc, ReaderPanel
from archivist.ui.record_wording import RecordWording
from archivist.ui.relation_types import Offer, offers_between, offers_from
from archivist.ui.session import Session

if TYPE_CHECKING:
    from archivist.model import Node
    from archivist.ui.record_popup import RecordPopup
    from archivist.ui.record_rows import Choice
    from archivist.ui.relation_type_popup import RelationTypePopup


class Relating(QObject):
    """Asks for the type and the other end of a relation, and makes it."""

    related = Signal()

    def __init__(
        self, session: Session, jobs: Jobs, reader: ReaderPanel, linking: Linking, messages: MessageBar
    ) -> None:
        super().__init__(reader)
        self._session = session
        self._reader = reader
        self._linking = linking
        self._messages = messages
        self._wording = RecordWording(self)
        self._article_id: str | None = None
        self._node: Node | None = None  # the end that is known
        self._other: Node | None = None  # the second one, if it is known
        self._offer: Offer | None = None  # the type, if it is known
        self._place = QRect()
        self._jobs = jobs
        self._with_arcs = False
        reader.view.relation_wanted.connect(self.relate_both)
        for fact in (session.relations_changed, session.annotations_changed):
            fact.connect(self.show_arcs)

    @cached_property
    def popup(self) -> RecordPopup:
        """The choice of the other end."""
        from archivist.ui.record_popup import RecordPopup

        popup = RecordPopup(self._jobs, self._reader)
        popup.chosen.connect(self._on_end_chosen)
        return popup

    @cached_property
    def types(self) -> RelationTypePopup:
        """The choice of a type."""
        from archivist.ui.relation_type_popup import RelationTypePopup

        types = RelationTypePopup(self._reader)
        types.chosen.connect(self._on_type_chosen)
        return types

    def set_article(self, article_id: str | None) -> None:
        """The reader shows another article, whose annotations are offered as ends."""
        self._article_id = article_id

    def toggle_arcs(self) -> None:
        """Draw the relations between annotations as arcs over the text, or draw them no more."""
        self._with_arcs = not self._with_arcs
        self.show_arcs()

    def show_arcs(self) -> None:
        """Draw the arcs of the shown article, if they are wanted."""
        arcs = []
        if self._with_arcs and self._article_id is not None:
            arcs = [
                Arc(each.id, each.type, each.source.id, each.target.id, self._wording.relation(each.type))
                for each in self._session.archive.relations.of_article(self._article_id)
                if each.source.type is NodeType.ANNOTATION and each.target.type is NodeType.ANNOTATION
            ]
        self._reader.view.show_arcs(arcs)

    def relate_chosen(self) -> None:
        """Ask for the other end of a relation of the chosen annotation, and then for its type."""
        chosen = self._reader.view.chosen
        if chosen is not None:
            self._ask_end(_annotation(chosen), self._linking.place(), None, ())

    def relate(self, node: Node, place: QRect) -> None:
        """Ask for the type of a relation of a node, and then for its other end."""
        kind = self._kind(node)
        if kind is not None:
            self._node, self._other, self._place = node, None, place
            self.types.open_at(place, [offer for offer, _ in offers_from(kind)] + self._own_types())

    def relate_both(self, source: str, target: str) -> None:
        """Ask for the type of a relation between two annotations (ids), at the pointer."""
        place = QRect(QCursor.pos(), QSize(1, 1))
        self._ask_type(_annotation(source), _annotation(target), place)

    def _ask_end(self, node: Node, place: QRect, offer: Offer | None, kinds: tuple[Kind, ...]) -> None:
        """Ask for the other end, of one of these kinds, or of any if there are none."""
        from archivist.store.record_fields import RECORD_KINDS

        self._node, self._place, self._offer = node, place, offer
        annotations: list[Annotation] = []
        if node.type is NodeType.ANNOTATION and self._article_id is not None:
            found = self._session.archive.annotations.followed(self._article_id)
            annotations = [each for each in found if each.id != node.id and (not kinds or each.tag.kind in kinds)]
        records = tuple(kind for kind in RECORD_KINDS if not kinds or kind in kinds)
        self.popup.open_at(
            place, records, recent=self._linking.recent, annotations=annotations, can_make=offer is not None
        )

    def _on_end_chosen(self, choice: Choice) -> None:
        from archivist.model import Node, RecordDraft
        from archivist.ui.record_rows import NewRecord

        node, offer = self._node, self._offer
        if node is None:
            return
        if isinstance(choice, NewRecord):
            if offer is not None:
                self._session.relate_new(offer.type, node, RecordDraft(choice.kind, choice.name), back=offer.back)
            return
        is_annotation = isinstance(choice, Annotation)
        other = Node(NodeType.ANNOTATION if is_annotation else NodeType.RECORD, choice.id)
        if offer is not None:
            self._make(offer, node, other)
        else:
            self._ask_type(node, other, self._place)

    def _ask_type(self, node: Node, other: Node, place: QRect) -> None:
        here, there = self._kind(node), self._kind(other)
        if here is None or there is None:
            self._messages.tell(self.tr("One end of the relation is no longer in this archive."))
            return
        self._node, self._other = node, other
        self.types.open_at(place, offers_between(here, there) + self._own_types())

    def _own_types(self) -> list[Offer]:
        """The types that she has used already, whether the program knows them or not."""
        return [Offer(type_) for type_, count in self._session.archive.relations.types() if count]

    def _on_type_chosen(self, offer: Offer) -> None:
        node, other = self._node, self._other
        if node is None:
            return
        if other is not None:
            self._make(offer, node, other)
            return
        kind = self._kind(node)
        fitting = dict(offers_from(kind)) if kind is not None else {}
        self._ask_end(node, self._place, offer, fitting.get(offer, ()))

    def _make(self, offer: Offer, node: Node, other: Node) -> None:
        ends = (other, node) if offer.back else (node, other)
        if self._session.add_relation(offer.type, *ends) is not None:
            self.related.emit()

    def _kind(self, node: Node) -> Kind | None:
        label = self._session.archive.relations.labels([node]).get(node)
        return label.kind if label else None


def _annotation(id_: str) -> Node:
    from archivist.model import Node

    return Node(NodeType.ANNOTATION, id_)
