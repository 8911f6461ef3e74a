# SPDX-License-Identifier: GPL-3.0-or-later
"""The tag of the chosen annotation as a button that opens the choice of another."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from archivist.model import Tag
from archivist.ui.forms import draw_chevron, draw_key, draw_symbol, key_width
from archivist.ui.theme import GRID, colours_of
from archivist.ui.wording import Wording

_HEIGHT = 5 * GRID
_CHEVRON = GRID  # px wide


class TagButton(QAbstractButton):
    """Shows symbol, name, kind and key of a tag."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tag: Tag | None = None
        self._wording = Wording(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_tag(self, tag: Tag) -> None:
        """Show a tag."""
        self._tag = tag
        self.setAccessibleName(self.tr("Tag: {name}, {kind}").format(name=tag.name, kind=self._wording.kind(tag.kind)))
        self.setAccessibleDescription(self.tr("Choose another tag"))
        self.setToolTip("\n".join(filter(None, (tag.name, tag.description, self.tr("Click to choose another tag")))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(24 * GRID, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole button
        if self._tag is None:
            return
        colours = colours_of(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(colours.hover if self.underMouse() or self.isDown() else colours.raised))
            painter.setPen(QPen(QColor(colours.accent if self.hasFocus() else colours.outline), 1))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
            room = self.rect().adjusted(GRID + GRID // 2, 0, -(GRID + GRID // 2), 0)
            draw_symbol(
                painter,
                QPointF(room.left() + 5, room.center().y() + 0.5),
                self._tag.kind,
                colours.mark(self._tag.colour),
            )
            middle = QPointF(room.right() - _CHEVRON / 2, room.center().y() + 1)
            draw_chevron(painter, middle, QColor(colours.muted))
            self._words(painter, room.adjusted(2 * GRID + 2, 0, -2 * GRID, 0), self._tag)

    def _words(self, painter: QPainter, room: QRect, tag: Tag) -> None:
        colours = colours_of(self.palette())
        if tag.shortcut:
            draw_key(painter, room, tag.shortcut, self.palette())
            room = room.adjusted(0, 0, -key_width(self.font(), tag.shortcut) - GRID, 0)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        kind = self._wording.kind(tag.kind)
        kind_width = QFontMetrics(self.font()).horizontalAdvance(kind)
        name = QFontMetrics(bold).elidedText(tag.name, Qt.TextElideMode.ElideRight, room.width() - kind_width - GRID)
        painter.setFont(bold)
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        name_width = QFontMetrics(bold).horizontalAdvance(name)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.muted))
        painter.drawText(
            room.adjusted(name_width + GRID, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kind
        )
