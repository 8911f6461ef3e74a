# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of an article as a list, grouped by kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.model import Annotation, Kind, Status
from archivist.ui.forms import draw_symbol
from archivist.ui.theme import GRID, colours_of
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_ANNOTATION = Qt.ItemDataRole.UserRole
_SIDE = 2 * GRID


class AnnotationListModel(QAbstractListModel):
    """A heading for each kind that occurs, a string, and under it its annotations, in reading order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str | Annotation] = []
        self._wording = Wording(self)

    def show_annotations(self, annotations: Iterable[Annotation]) -> None:
        """List these annotations."""
        by_kind: dict[Kind, list[Annotation]] = {kind: [] for kind in Kind}
        for annotation in annotations:
            by_kind[annotation.tag.kind].append(annotation)
        self.beginResetModel()
        self._rows = []
        for kind, found in by_kind.items():
            if found:
                self._rows.append(f"{self._wording.kinds(kind)}  {len(found)}")
                self._rows += found
        self.endResetModel()

    def annotation(self, index: _Index) -> Annotation | None:
        """The annotation in a row; None in the row of a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Annotation) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return " ".join(row.quote.split())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.quote}, {row.tag.name}, {self._wording.kind(row.tag.kind)}"
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (f"{row.tag.name}: {row.quote}", row.note)))
            case _ if role == _ANNOTATION:
                return row
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class AnnotationDelegate(QStyledItemDelegate):
    """Two lines: symbol and quote, and beneath the tag's name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(20 * GRID, 2 * QFontMetrics(option.font).height() + GRID + GRID // 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        annotation = index.data(_ANNOTATION)
        painter.save()
        painter.setFont(option.font)
        if annotation is None:
            draw_heading(painter, option, index.data())
        else:
            self._annotation(painter, option, annotation)
        painter.restore()

    def _annotation(self, painter: QPainter, option: QStyleOptionViewItem, annotation: Annotation) -> None:
        colours = colours_of(option.palette)
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.hover))
        metrics = QFontMetrics(option.font)
        words = rect.adjusted(_SIDE + 2 * GRID, (GRID + GRID // 2) // 2, -_SIDE, 0)
        words.setHeight(metrics.height())
        colour = colours.mark(annotation.tag.colour)
        draw_symbol(painter, QPointF(rect.left() + _SIDE + 5, words.center().y() + 1), annotation.tag.kind, colour)
        painter.setPen(QColor(colours.text))
        quote = " ".join(annotation.quote[:200].split())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, _elided(metrics, quote, words.width()))
        painter.setPen(QColor(colours.muted))
        words.translate(0, metrics.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, _elided(metrics, self._second(annotation), words.width()))

    def _second(self, annotation: Annotation) -> str:
        note = " ".join(annotation.note[:200].split())
        review = self.tr("look at it") if annotation.status is Status.REVIEW else ""
        return "  ·  ".join(filter(None, (annotation.tag.name, review, note)))


class AnnotationListView(QListView):
    """The list; choosing a row by click, arrow key or Enter chooses its annotation."""

    annotation_chosen = Signal(str)  # id; by click or Enter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = AnnotationListModel(self)
        self.setModel(self._model)
        self.setItemDelegate(AnnotationDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Annotations of this article"))
        self.clicked.connect(self._on_row_chosen)
        self.activated.connect(self._on_row_chosen)

    def show_annotations(self, annotations: Iterable[Annotation]) -> None:
        """List these annotations."""
        self._model.show_annotations(annotations)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        annotation = self._model.annotation(index)
        if annotation is not None:
            self.annotation_chosen.emit(annotation.id)


def draw_heading(painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
    """A heading in a list, at the bottom of its row."""
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(colours_of(option.palette).muted))
    room = option.rect.adjusted(_SIDE, 0, -_SIDE, -GRID // 2)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
