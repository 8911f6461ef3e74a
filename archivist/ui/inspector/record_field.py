# SPDX-License-Identifier: GPL-3.0-or-later
"""The record of the chosen annotation: its name as a button that opens the choice, the way to its page, unlinking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from archivist.model import Kind
from archivist.ui.forms import draw_chevron, draw_key, key_width
from archivist.ui.icons import Icons
from archivist.ui.record_wording import RecordWording
from archivist.ui.theme import GRID, colours_of

if TYPE_CHECKING:
    from archivist.model import Record

_HEIGHT = 5 * GRID


class RecordField(QWidget):
    """Shows to which record an annotation is linked, or that it can be."""

    link_wanted = Signal()
    unlink_wanted = Signal()
    record_wanted = Signal(str)  # id of the record to show

    def __init__(
        self, icons: Icons, parent: QWidget | None = None, *, title: str = "", hint: str = "", key: str = "R"
    ) -> None:
        """The field is called by its title; while it is empty it shows the hint and the key that opens the choice."""
        super().__init__(parent)
        self._record: Record | None = None
        self._title = title
        self.button = _RecordButton(title or self.tr("Record"), hint or self.tr("Link to a record…"), key)
        self.open = QToolButton()
        self.unlink = QToolButton()
        self._build(icons)

    def show_record(self, kind: Kind, record: Record | None) -> None:
        """Show a record, or that there is none."""
        self._record = record
        self.button.show_record(kind, record)
        for button in (self.open, self.unlink):
            button.setVisible(record is not None)

    def place(self) -> QRect:
        """Where the choice may open, in global px."""
        return QRect(self.button.mapToGlobal(self.button.rect().topLeft()), self.button.size())

    def _on_open_clicked(self) -> None:
        if self._record is not None:
            self.record_wanted.emit(self._record.id)

    def _build(self, icons: Icons) -> None:
        for button, icon, name in (
            (self.open, "record", self.tr("Show the record")),
            (self.unlink, "close", self.tr("Unlink from the record")),
        ):
            icons.give(button, icon)
            button.setToolTip(name)
            button.setAccessibleName(f"{self._title}: {name}" if self._title else name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.clicked.connect(self.link_wanted)
        self.open.clicked.connect(self._on_open_clicked)
        self.unlink.clicked.connect(self.unlink_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.button, 1)
        row.addWidget(self.open)
        row.addWidget(self.unlink)


class _RecordButton(QAbstractButton):
    """Draws the name of the record, or, muted, what the button does."""

    def __init__(self, title: str, hint: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._hint, self._key = title, hint, key
        self._wording = RecordWording(self)
        self._kind = Kind.ACTOR
        self._record: Record | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_record(self, kind: Kind, record: Record | None) -> None:
        """Show a record, or that there is none."""
        self._kind, self._record = kind, record
        detail = self._wording.detail(record.draft) if record else ""
        self.setText(record.name if record else self._hint)
        name = self.tr("{title}: {name}").format(title=self._title, name=record.name if record else self.tr("none"))
        self.setAccessibleName(", ".join(filter(None, (name, detail))))
        self.setAccessibleDescription(self.tr("Choose a record"))
        self.setToolTip(self._wording.tip(record) if record else self.tr("Choose the record that these words speak of"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20 * GRID, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole button
        colours = colours_of(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(colours.hover if self.underMouse() or self.isDown() else colours.raised))
            pen = QPen(QColor(colours.accent if self.hasFocus() else colours.outline), 1)
            if self._record is None:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
            room = self.rect().adjusted(GRID + GRID // 2, 0, -(GRID + GRID // 2), 0)
            chevron = QPointF(room.right() - GRID / 2, room.center().y() + 1)
            draw_chevron(painter, chevron, QColor(colours.muted))
            room.adjust(0, 0, -2 * GRID, 0)
            if self._record is None and self._key:
                draw_key(painter, room, self._key, self.palette())
                room.adjust(0, 0, -key_width(self.font(), self._key) - GRID, 0)
            font = QFont(self.font())
            if self._record is not None:
                font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(colours.text if self._record else colours.muted))
            words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
