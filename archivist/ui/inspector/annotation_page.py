# SPDX-License-Identifier: GPL-3.0-or-later
"""The chosen annotation: its words, tag, note and attributes, each changed where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from archivist.language.edges import Edge, Unit, moved
from archivist.model import Annotation, JsonValue, Kind, Node, NodeType, Status
from archivist.ui.forms import LongTextField, heading, muted_label
from archivist.ui.icons import Icons
from archivist.ui.inspector.attributes_form import AttributesForm
from archivist.ui.inspector.claim_ends import ClaimEnds
from archivist.ui.inspector.quote_label import QuoteLabel
from archivist.ui.inspector.record_field import RecordField
from archivist.ui.inspector.tag_button import TagButton
from archivist.ui.relation_list import RelationList
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_MARGIN = 2 * GRID


class AnnotationPage(QScrollArea):
    """Shows one annotation; what is entered is kept without being asked."""

    retag_wanted = Signal(str, QRect)  # annotation id, the button in global px
    link_wanted = Signal(str, QRect)  # annotation id, the button in global px
    unlink_wanted = Signal(str)  # annotation id
    record_wanted = Signal(str)  # id of a record to show
    relation_wanted = Signal(object, QRect)  # Node whose relation it is, the button in global px
    node_wanted = Signal(object)  # Node to go to
    claim_end_wanted = Signal(str, str, QRect)  # annotation id, type of relation, the button in global px
    claim_end_clearing_wanted = Signal(str, str)  # annotation id, type of relation
    back_wanted = Signal()  # to the article

    def __init__(self, session: Session, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = Wording(self)
        self._shown: Annotation | None = None
        self._unkept: dict[str, str] = {}  # notes that the archive could not take, by annotation id
        self._build(icons)

    def load(self, annotation: Annotation) -> None:
        """Show an annotation, or again the one that is shown; what is half typed in it stays."""
        changed = self._shown is None or self._shown.id != annotation.id
        if changed:
            self.save_pending()
        self._shown = annotation
        self._quote.show_quote(annotation.quote)
        self._tag.show_tag(annotation.tag)
        self._review.setVisible(annotation.status is Status.REVIEW)
        self._show_record(annotation)
        self._relations.load(Node(NodeType.ANNOTATION, annotation.id), annotation.tag.kind)
        self._attributes.load(annotation)
        self._show_claim_ends(annotation)
        if annotation.id in self._unkept:
            self._note.load_draft(annotation.note, self._unkept[annotation.id])
        elif changed or not self._note.is_edited():
            self._note.load(annotation.note)
        self._origin.setText(self._origin_of(annotation))
        if changed:
            self.verticalScrollBar().setValue(0)

    def save_pending(self) -> None:
        """Keep what has been typed and not yet been kept."""
        if self._shown is None:
            return
        self._attributes.save_pending()
        self._save_note()

    def clear(self) -> None:
        """Show no annotation any more, and write nothing until one is."""
        self.save_pending()
        self._shown = None
        self._attributes.clear()

    def forget(self) -> None:
        """The shown annotation is gone. A note that was being typed comes back with it, if it does."""
        if self._shown is not None and self._note.is_edited():
            self._unkept[self._shown.id] = self._note.text()
        self._shown = None
        self._attributes.clear()

    def nudge(self, edge: Edge, step: int, unit: Unit) -> None:
        """Move an edge of the span by a unit of text, to the right (step 1) or the left (-1)."""
        if self._shown is None or self._shown.status is Status.REVIEW:
            return  # of the latter the place is one in an older text, where other words stand now
        text = self._session.archive.articles.revision(self._shown.article).body
        span = moved(text, (self._shown.start, self._shown.end), edge, step, unit)
        if span != (self._shown.start, self._shown.end):
            self._session.move(self._shown.id, *span)

    def choose_tag(self) -> None:
        """Ask for another tag."""
        if self._shown is not None:
            corner = self._tag.mapToGlobal(self._tag.rect().topLeft())
            self.retag_wanted.emit(self._shown.id, QRect(corner, self._tag.size()))

    def record_place(self) -> QRect:
        """Where the choice of a record may open, in global px."""
        return self._record.place()

    def edit_note(self) -> None:
        """Go to the note."""
        self.ensureWidgetVisible(self._note)
        self._note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def delete(self) -> None:
        """Delete the annotation; undo brings it back."""
        if self._shown is not None:
            self.save_pending()
            self._session.delete_annotation(self._shown.id)

    def _show_record(self, annotation: Annotation) -> None:
        self._record.setVisible(annotation.tag.kind is not Kind.DATE)
        known = self._session.archive.records.at([annotation.record] if annotation.record else [])
        self._record.show_record(annotation.tag.kind, known.get(annotation.record or ""))

    def _show_claim_ends(self, annotation: Annotation) -> None:
        is_claim = annotation.tag.kind is Kind.FIGURE
        self._claim_ends.setVisible(is_claim)
        if is_claim:
            self._claim_ends.load(self._session.archive, Node(NodeType.ANNOTATION, annotation.id))

    def _on_claim_end_wanted(self, type_: str, place: QRect) -> None:
        if self._shown is not None:
            self.claim_end_wanted.emit(self._shown.id, type_, place)

    def _on_claim_end_clearing_wanted(self, type_: str) -> None:
        if self._shown is not None:
            self.claim_end_clearing_wanted.emit(self._shown.id, type_)

    def _on_link_wanted(self) -> None:
        if self._shown is not None:
            self.link_wanted.emit(self._shown.id, self._record.place())

    def _on_unlink_wanted(self) -> None:
        if self._shown is not None:
            self.unlink_wanted.emit(self._shown.id)

    def _save_note(self) -> None:
        if self._shown is None or not self._note.is_edited():
            return
        note, shown = self._note.text(), self._shown.id
        # Marked before the archive is asked, because its answer makes this page load the annotation again.
        self._note.mark_kept(note)
        self._unkept.pop(shown, None)
        if self._session.edit_note(shown, note) is None:
            self._unkept[shown] = note
            self._note.mark_kept(self._shown.note)

    def _keep_attributes(self, annotation_id: str, attributes: Mapping[str, JsonValue]) -> bool:
        return self._session.edit_attributes(annotation_id, dict(attributes)) is not None

    def _origin_of(self, annotation: Annotation) -> str:
        created = self._wording.moment(annotation.created_at)
        lines = [self.tr("Marked by {who}, {when}").format(who=annotation.created_by, when=created)]
        if annotation.modified_at != annotation.created_at:
            lines.append(self.tr("Changed {when}").format(when=self._wording.moment(annotation.modified_at)))
        return "\n".join(lines)

    def _build(self, icons: Icons) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, GRID, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addLayout(self._build_top(icons))
        self._quote = QuoteLabel()
        column.addWidget(self._quote)
        self._review = muted_label(
            self.tr("These words are no longer at their place in the text. Mark them again, or delete this annotation.")
        )
        column.addWidget(self._review)
        self._tag = TagButton()
        self._tag.clicked.connect(self.choose_tag)
        self._record = RecordField(icons)
        self._record.link_wanted.connect(self._on_link_wanted)
        self._record.unlink_wanted.connect(self._on_unlink_wanted)
        self._record.record_wanted.connect(self.record_wanted)
        naming = QVBoxLayout()
        naming.setSpacing(GRID)
        naming.addWidget(self._tag)
        naming.addWidget(self._record)
        column.addLayout(naming)
        column.addWidget(self._build_edges(icons))
        column.addLayout(self._build_note())
        column.addWidget(heading(self.tr("Details")))
        self._attributes = AttributesForm(self._keep_attributes, icons)
        column.addWidget(self._attributes)
        self._claim_ends = ClaimEnds(icons)
        self._claim_ends.choice_wanted.connect(self._on_claim_end_wanted)
        self._claim_ends.clearing_wanted.connect(self._on_claim_end_clearing_wanted)
        self._claim_ends.record_wanted.connect(self.record_wanted)
        column.addWidget(self._claim_ends)
        column.addWidget(heading(self.tr("Relations")))
        self._relations = RelationList(self._session, icons)
        self._relations.add_wanted.connect(self.relation_wanted)
        self._relations.node_wanted.connect(self.node_wanted)
        column.addWidget(self._relations)
        column.addStretch(1)
        self._origin = muted_label()
        self._origin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self._origin)
        column.addWidget(self._build_delete(icons), 0, Qt.AlignmentFlag.AlignLeft)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _build_top(self, icons: Icons) -> QHBoxLayout:
        back = QPushButton(self.tr("Article"))
        back.setFlat(True)
        back.setToolTip(self.tr("Back to the article and all its annotations"))
        back.clicked.connect(self.back_wanted)
        icons.give(back, "previous")
        row = QHBoxLayout()
        row.setContentsMargins(-GRID, 0, 0, 0)
        row.addWidget(back)
        row.addStretch(1)
        return row

    def _build_edges(self, icons: Icons) -> QWidget:
        edges = QWidget()
        grid = QGridLayout(edges)  # so that the buttons stand below each other, however long the words are
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID // 2)
        grid.setVerticalSpacing(0)
        for row, (edge, title) in enumerate(((Edge.START, self.tr("Start")), (Edge.END, self.tr("End")))):
            label = muted_label(title)
            label.setWordWrap(False)
            grid.addWidget(label, row, 0)
            for column, (step, icon, direction) in enumerate(
                ((-1, "previous", self.tr("to the left")), (1, "next", self.tr("to the right"))), 1
            ):
                grid.addWidget(self._edge_button(edge, step, icon, f"{title} {direction}", icons), row, column)
        grid.setColumnStretch(3, 1)
        return edges

    def _edge_button(self, edge: Edge, step: int, icon: str, name: str, icons: Icons) -> QToolButton:
        button = QToolButton()
        button.setAccessibleName(name)
        button.setToolTip(
            self.tr("{edge} by a word; with Shift by a character, with Ctrl by a sentence").format(edge=name)
        )
        button.setAutoRepeat(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.give(button, icon)
        button.clicked.connect(lambda: self.nudge(edge, step, _unit_held()))
        return button

    def _build_note(self) -> QVBoxLayout:
        self._note = LongTextField()
        self._note.setPlaceholderText(self.tr("What is worth knowing about it"))
        self._note.paused.connect(self._save_note)
        label: QLabel = heading(self.tr("Note"))
        label.setBuddy(self._note)
        self._note.setAccessibleName(label.text())
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(label)
        column.addWidget(self._note)
        return column

    def _build_delete(self, icons: Icons) -> QPushButton:
        button = QPushButton(self.tr("Delete"))
        button.setAccessibleName(self.tr("Delete annotation"))
        button.setToolTip(button.accessibleName())
        button.clicked.connect(self.delete)
        icons.give(button, "delete")
        return button


def _unit_held() -> Unit:
    """By how much a button moves an edge, by the keys that are held with it."""
    held = QApplication.keyboardModifiers()
    if held & Qt.KeyboardModifier.ControlModifier:
        return Unit.SENTENCE
    return Unit.CHARACTER if held & Qt.KeyboardModifier.ShiftModifier else Unit.WORD
