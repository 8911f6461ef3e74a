# SPDX-License-Identifier: GPL-3.0-or-later
"""The relations of an annotation or a record: each with its type, which can be changed, and its other end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from archivist.model import Kind, Node, Relation
from archivist.store.relations import EndLabel
from archivist.ui.forms import ChoiceField, muted_label, symbol_icon
from archivist.ui.icons import Icons
from archivist.ui.record_wording import RecordWording
from archivist.ui.relation_types import Offer, offers_between
from archivist.ui.session import Session
from archivist.ui.theme import GRID, colours_of

_MOST = 100  # relations that are listed
_OTHER = object()  # the choice of a word of her own


class RelationList(QWidget):
    """Shows the relations of one node, and asks for another one by its button."""

    node_wanted = Signal(object)  # Node: the other end of a relation
    add_wanted = Signal(object, QRect)  # Node whose relation it is; where the choice may open, in global px

    def __init__(self, session: Session, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._icons = icons
        self._wording = RecordWording(self)
        self._node: Node | None = None
        self._kind = Kind.ACTOR
        self._shown: list[tuple[Relation, EndLabel]] = []
        self._rows: list[QWidget] = []
        self._build()

    @property
    def count(self) -> int:
        """How many relations there are."""
        return len(self._shown)

    def load(self, node: Node, kind: Kind) -> None:
        """Show the relations of a node of a kind, if they are others than are shown."""
        relations = self._session.archive.relations.of(node)
        ends = {relation.id: _other_end(relation, node) for relation in relations}
        labels = self._session.archive.relations.labels(ends.values())
        shown = [(each, labels[ends[each.id]]) for each in relations if ends[each.id] in labels]
        if (node, kind, shown) == (self._node, self._kind, self._shown):
            return
        self._node, self._kind, self._shown = node, kind, shown
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(node, *each) for each in shown[:_MOST]]
        if len(shown) > _MOST:
            self._rows.append(muted_label(self.tr("and %Ln more", "", len(shown) - _MOST)))
        for row in self._rows:
            self._column.addWidget(row)
            row.show()

    def clear(self) -> None:
        """Forget the node."""
        self._node = None

    def place(self) -> QRect:
        """Where a choice may open, in global px."""
        return QRect(self._add.mapToGlobal(self._add.rect().topLeft()), self._add.size())

    def _row(self, node: Node, relation: Relation, label: EndLabel) -> QWidget:
        back = relation.source != node
        offer = Offer(relation.type, back)
        words = _EndButton(label.text)
        words.setIcon(symbol_icon(label.kind, colours_of(self.palette()).kind(label.kind).name(), self.palette()))
        said = self.tr("{type}: {words}").format(type=self._said(offer), words=label.text)
        words.setAccessibleName(said)
        words.setToolTip("\n".join(filter(None, (label.text, relation.note, self.tr("Click to go there")))))
        words.clicked.connect(partial(self.node_wanted.emit, _other_end(relation, node)))
        remove = QToolButton()
        self._icons.give(remove, "close")
        remove.setToolTip(self.tr("Delete the relation"))
        remove.setAccessibleName(self.tr("Delete the relation {relation}").format(relation=said))
        remove.clicked.connect(partial(self._session.delete_relation, relation.id))
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(GRID // 2)
        line.addWidget(self._types(relation, offer, label))
        line.addStretch(1)
        line.addWidget(remove)
        column.addLayout(line)
        column.addWidget(words)
        return row

    def _types(self, relation: Relation, offer: Offer, label: EndLabel) -> ChoiceField:
        field = ChoiceField()
        field.setProperty("plain", True)  # noqa: FBT003 - for the style sheet
        field.setAccessibleName(self.tr("Type of the relation with {words}").format(words=label.text))
        field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        own = [Offer(type_, offer.back) for type_, used in self._session.archive.relations.types() if used]
        fitting = [each for each in offers_between(self._kind, label.kind) if each.back == offer.back]
        for each in dict.fromkeys((offer, *fitting, *own)):
            field.addItem(self._said(each), each.type)
        field.addItem(self.tr("Another type…"), _OTHER)
        field.activated.connect(lambda: self._on_type_chosen(relation, field))
        return field

    def _said(self, offer: Offer) -> str:
        return self._wording.relation_back(offer.type) if offer.back else self._wording.relation(offer.type)

    def _on_type_chosen(self, relation: Relation, field: ChoiceField) -> None:
        chosen = field.currentData()
        if chosen is not _OTHER:
            self._change(relation, str(chosen), field)
            return
        field.setCurrentIndex(0)
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Type of the relation"))
        dialog.setLabelText(self.tr("A word of your own:"))
        dialog.textValueSelected.connect(lambda text: self._change(relation, text, field))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, relation: Relation, type_: str, field: ChoiceField) -> None:
        if type_ != relation.type and self._session.edit_relation(relation.id, type=type_) is None:
            field.setCurrentIndex(0)  # as it was

    def _on_add_clicked(self) -> None:
        if self._node is not None:
            self.add_wanted.emit(self._node, self.place())

    def _build(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        self._add = QPushButton(self.tr("Add a relation"))
        self._add.setFlat(True)
        self._icons.give(self._add, "new")
        self._add.clicked.connect(self._on_add_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(self._column)
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)


class _EndButton(QPushButton):
    """Words that are elided where there is no room for them, and lead somewhere."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._whole = text
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("words", True)  # noqa: FBT003 - for the style sheet
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - 5 * GRID
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))


def _other_end(relation: Relation, node: Node) -> Node:
    return relation.target if relation.source == node else relation.source
