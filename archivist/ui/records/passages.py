# SPDX-License-Identifier: GPL-3.0-or-later
"""The passages of a record across all articles, read a page at a time: quick for tens of thousands."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from archivist.model import Passage
from archivist.store import Archive
from archivist.ui.records.lists import ListTable
from archivist.ui.theme import GRID, Colours, colours_of
from archivist.ui.wording import Wording

_Index = QModelIndex | QPersistentModelIndex
_PAGE = 100  # rows
_PAGES_KEPT = 50
_SIDE = 2 * GRID
_PASSAGE = Qt.ItemDataRole.UserRole
_LONGEST = 400  # code points of a quote


class PassagesModel(QAbstractTableModel):
    """One row a passage, by the date of its article."""

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._archive = archive
        self._wording = Wording(self)
        self._record: str | None = None
        self._count = 0
        self._pages: OrderedDict[int, list[Passage]] = OrderedDict()

    def show_record(self, record_id: str | None, count: int) -> None:
        """Show the passages of a record that has this many; of the one that is shown they are read anew."""
        if (record_id, count) == (self._record, self._count):
            self._pages.clear()
            if count:
                self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0))
            return
        self.beginResetModel()
        self._record, self._count = record_id, count
        self._pages.clear()
        self.endResetModel()

    def passage(self, row: int) -> Passage | None:
        """The passage of a row, if it is still there."""
        if self._record is None:
            return None
        number, offset = divmod(row, _PAGE)
        if number not in self._pages:
            self._pages[number] = self._archive.records.passages(self._record, number * _PAGE, _PAGE)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        page = self._pages[number]
        return page[offset] if offset < len(page) else None

    def origin(self, passage: Passage) -> str:
        """Where a passage is from: outlet, date, headline."""
        published = self._wording.date(passage.published) if passage.published else ""
        return "  ·  ".join(filter(None, (passage.outlet, published, passage.title)))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            _PASSAGE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        passage = self.passage(index.row())
        if role == _PASSAGE:
            return passage
        if passage is None:
            return ""
        return f"{self.origin(passage)}: {''.join(_around(passage))}"


class PassagesTable(ListTable):
    """The passages; a click or Enter says which one is wanted, Ctrl+C copies the selected ones."""

    passage_wanted = Signal(str)  # id of its annotation

    def __init__(self, model: PassagesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages = model
        self.setItemDelegate(PassageDelegate(model, self))
        self.setModel(model)
        self.setAccessibleName(self.tr("Passages of the record"))
        self.fit_rows()
        self.clicked.connect(self._on_clicked)
        self.entered_row.connect(self._want)

    def selected_annotations(self) -> list[str]:
        """The ids of the annotations of the selected passages."""
        found = (self._passages.passage(row) for row in self.selected_rows())
        return [passage.annotation.id for passage in found if passage is not None]

    def row_height(self) -> int:
        return 2 * self.fontMetrics().height() + 2 * GRID + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = (self._passages.index(row, 0).data() for row in self.selected_rows())
            QGuiApplication.clipboard().setText("\n".join(rows))
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        selecting = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if not QGuiApplication.keyboardModifiers() & selecting:
            self._want(index.row())

    def _want(self, row: int) -> None:
        passage = self._passages.passage(row)
        if passage is not None:
            self.passage_wanted.emit(passage.annotation.id)


class PassageDelegate(QStyledItemDelegate):
    """Two lines: where the passage is from, and its words marked among those around them."""

    def __init__(self, model: PassagesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - all rows are alike
        return QSize(0, 2 * option.fontMetrics.height() + 2 * GRID + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        passage: Passage | None = index.data(_PASSAGE)
        colours = colours_of(option.palette)
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        if passage is not None:
            metrics = painter.fontMetrics()
            line = option.rect.adjusted(_SIDE, GRID, -_SIDE, 0)
            line.setHeight(metrics.height())
            painter.setPen(QColor(colours.muted))
            origin = metrics.elidedText(self._model.origin(passage), Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, origin)
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            _draw_snippet(painter, line.translated(0, metrics.height() + 2), passage, colours, selected=selected)
        painter.setPen(QColor(colours.line))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


def _draw_snippet(painter: QPainter, room: QRect, passage: Passage, colours: Colours, *, selected: bool) -> None:
    """The words in the middle of those around them, which are cut at the outer ends."""
    before, quote, after = _around(passage)
    plain = painter.font()
    bold = QFont(plain)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics, heavy = QFontMetrics(plain), QFontMetrics(bold)
    elide = Qt.TextElideMode
    quote = heavy.elidedText(quote, elide.ElideRight, room.width())
    left = room.width() - heavy.horizontalAdvance(quote)
    before = metrics.elidedText(before, elide.ElideLeft, max(0, left // 2))
    after = metrics.elidedText(after, elide.ElideRight, max(0, left - metrics.horizontalAdvance(before)))
    painter.setPen(QColor(colours.text))
    x, base = room.left(), room.top() + metrics.ascent()
    for words, font in ((before, plain), (quote, bold), (after, plain)):
        width = QFontMetrics(font).horizontalAdvance(words)
        if font is bold and not selected:
            painter.fillRect(QRect(x - 1, room.top(), width + 2, room.height()), QColor(colours.hit))
        painter.setFont(font)
        painter.drawText(x, base, words)
        x += width


def _around(passage: Passage) -> tuple[str, str, str]:
    """The words before, the quote and the words after, each on one line."""
    annotation = passage.annotation
    before, quote, after = (
        each.replace("\n", " ") for each in (annotation.prefix, annotation.quote[:_LONGEST], annotation.suffix)
    )
    return f"…{before}" if before else "", quote, f"{after}…" if after else ""
