# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels: headings, secondary text, messages under a field, and values that can be copied."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

_INDENT = 2  # px that Qt leaves between the edge of a line and its text


def heading(text: str) -> QLabel:
    """A heading inside a panel or a dialog."""
    label = QLabel(text)
    font = label.font()
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def muted_label(text: str = "") -> QLabel:
    """Secondary text, which wraps."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def message_label() -> QLabel:
    """A message under a field; hidden while it has nothing to say."""
    label = muted_label()
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    label.hide()
    return label


def set_message(label: QLabel, text: str, *, mistaken: bool = False) -> None:
    """Show a message, as one about a mistake if it is; "" hides it."""
    role = QPalette.ColorRole.BrightText if mistaken else QPalette.ColorRole.PlaceholderText
    label.setForegroundRole(role)
    label.setText(text)
    label.setVisible(bool(text))


def keep_room(label: QLabel) -> None:
    """Let a message have its line also while it says nothing, so that what stands around it does not move."""
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    label.setSizePolicy(policy)
    label.setMinimumHeight(label.fontMetrics().height())


def link_button(text: str, width: int) -> QPushButton:
    """Words that do something when clicked, set as a link; elided in their middle to a width in px."""
    button = QPushButton()
    button.setFlat(True)
    button.setProperty("link", True)  # noqa: FBT003 - for the style sheet
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    shown = button.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
    button.setText(shown.replace("&", "&&"))
    button.setToolTip("" if shown == text else text)
    button.setAccessibleName(text)
    return button


class CopyableLine(QLineEdit):
    """A value on one line that can be selected and copied, never followed or changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, text: str) -> None:
        """Show a value from its beginning, with the whole of it as tool tip."""
        self.setText(text)
        self.setCursorPosition(0)
        self.setToolTip(text)

    def shown_text(self) -> str:
        """What is seen of the value: while nobody is in it, with an ellipsis where the rest has no room."""
        if self.hasFocus() or self.hasSelectedText():
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown_text()
        if shown == self.text():
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(self._room(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.adjusted(_INDENT, 0, -_INDENT, 0)
