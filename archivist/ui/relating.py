# SPDX-License-Identifier: GPL-3.0-or-later
"""Relating annotations and records: by a key, from the list of relations, and by what the reader asks for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QInputDialog, QMenu

from archivist.model import Annotation, Kind, Node, NodeType, RecordDraft
from archivist.store.record_fields import RECORD_KINDS
from archivist.ui.jobs import Jobs
from archivist.ui.linking import Linking
from archivist.ui.messages import MessageBar
from archivist.ui.reader import Arc, ReaderPanel
from archivist.ui.record_popup import RecordPopup
from archivist.ui.record_rows import Choice, NewRecord
from archivist.ui.record_wording import RecordWording
from archivist.ui.relation_types import Offer, offers_between, offers_from
from archivist.ui.session import Session


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
        self._offer: Offer | None = None  # the type, if it is known
        self._place = QRect()
        self._popup = RecordPopup(jobs, reader)
        self._popup.chosen.connect(self._on_chosen)
        self._menu = QMenu(reader)
        self._with_arcs = False
        reader.view.relation_wanted.connect(self.relate_both)
        for fact in (session.relations_changed, session.annotations_changed):
            fact.connect(self.show_arcs)

    @property
    def popup(self) -> RecordPopup:
        """The choice of the other end."""
        return self._popup

    @property
    def menu(self) -> QMenu:
        """The choice of a type."""
        return self._menu

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
            self._ask_end(Node(NodeType.ANNOTATION, chosen), self._linking.place(), None, ())

    def relate(self, node: Node, place: QRect) -> None:
        """Ask for the type of a relation of a node, and then for its other end."""
        kind = self._kind(node)
        if kind is None:
            return
        self._menu.clear()
        for offer, kinds in offers_from(kind):
            self._menu.addAction(f"{self._said(offer)}…", partial(self._ask_end, node, place, offer, kinds))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Another type…"), partial(self._ask_end, node, place, None, ()))
        self._open_menu(place.bottomLeft())

    def relate_both(self, source: str, target: str) -> None:
        """Ask for the type of a relation between two annotations (ids), at the pointer."""
        self._ask_type(Node(NodeType.ANNOTATION, source), Node(NodeType.ANNOTATION, target), QCursor.pos())

    def _ask_end(self, node: Node, place: QRect, offer: Offer | None, kinds: tuple[Kind, ...]) -> None:
        self._node, self._place, self._offer = node, place, offer
        annotations: list[Annotation] = []
        if node.type is NodeType.ANNOTATION and self._article_id is not None:
            found = self._session.archive.annotations.of_article(self._article_id)
            annotations = [each for each in found if each.id != node.id and (not kinds or each.tag.kind in kinds)]
        records = tuple(kind for kind in RECORD_KINDS if not kinds or kind in kinds)
        self._popup.open_at(
            place, records, recent=self._linking.recent, annotations=annotations, can_make=offer is not None
        )

    def _on_chosen(self, choice: Choice) -> None:
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
            self._ask_type(node, other, self._place.bottomLeft())

    def _ask_type(self, node: Node, other: Node, at: QPoint) -> None:
        here, there = self._kind(node), self._kind(other)
        if here is None or there is None:
            self._messages.tell(self.tr("One end of the relation is no longer in this archive."))
            return
        self._menu.clear()
        for offer in self._offers(here, there):
            self._menu.addAction(self._said(offer), partial(self._make, offer, node, other))
        self._menu.addSeparator()
        self._menu.addAction(self.tr("A word of your own…"), partial(self._ask_word, node, other))
        self._open_menu(at)

    def _offers(self, here: Kind, there: Kind) -> list[Offer]:
        """What fits, and the types of her own that are used already."""
        used = [Offer(type_) for type_, count in self._session.archive.relations.types() if count]
        return list(dict.fromkeys((*offers_between(here, there), *used)))

    def _ask_word(self, node: Node, other: Node) -> None:
        dialog = QInputDialog(self._reader)
        dialog.setWindowTitle(self.tr("Type of the relation"))
        dialog.setLabelText(self.tr("A word of your own:"))
        dialog.textValueSelected.connect(lambda text: self._make(Offer(text), node, other))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, offer: Offer, node: Node, other: Node) -> None:
        ends = (other, node) if offer.back else (node, other)
        if self._session.add_relation(offer.type, *ends) is not None:
            self.related.emit()

    def _open_menu(self, at: QPoint) -> None:
        self._menu.popup(at)
        first = self._menu.actions()[0]
        if not first.isSeparator():
            self._menu.setActiveAction(first)

    def _said(self, offer: Offer) -> str:
        return self._wording.relation_back(offer.type) if offer.back else self._wording.relation(offer.type)

    def _kind(self, node: Node) -> Kind | None:
        label = self._session.archive.relations.labels([node]).get(node)
        return label.kind if label else None
