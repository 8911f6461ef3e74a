# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of a tag's colour, with what becomes of it on a light and on a dark page."""

from __future__ import annotations

import re

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from archivist.ui.contrast import FOR_MARKS, contrast
from archivist.ui.forms import message_label, set_message, set_mistaken
from archivist.ui.theme import DARK, GRID, LIGHT, Colours, colours_of

# Each shows on both pages as it is.
PRESETS = (
    "#d9483b", "#c9642a", "#a97b16", "#7f8a1e", "#3f9142", "#1e9375",
    "#0f8f9c", "#2f84c8", "#5a76d8", "#8a67cf", "#b357b0", "#c94d7c",
)  # fmt: skip
_A_ROW = 6
_SWATCH = 3 * GRID
_ARROWS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_A_ROW,
    Qt.Key.Key_Down: _A_ROW,
}
_HEX = re.compile("#[0-9a-fA-F]{6}")


class ColourField(QWidget):
    """Swatches, a line for #rrggbb, a dialog for any other colour, and a hint about contrast."""

    chosen = Signal()  # by a person, and a colour it is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()

    def colour(self) -> str:
        """The colour as "#rrggbb", or "" where the line holds none."""
        text = self._line.text().strip()
        return text.lower() if _HEX.fullmatch(text) else ""

    def set_colour(self, colour: str) -> None:
        """Show a colour."""
        self._line.setText(colour)
        self._show()

    def _build(self) -> None:
        self._swatches = [_Swatch(colour) for colour in PRESETS]
        grid = QGridLayout()
        grid.setSpacing(GRID // 2)
        for number, swatch in enumerate(self._swatches):
            swatch.clicked.connect(lambda _=False, colour=swatch.colour: self._choose(colour))
            swatch.arrow_pressed.connect(lambda step, number=number: self._go_to(number + step))
            grid.addWidget(swatch, number // _A_ROW, number % _A_ROW)
        grid.setColumnStretch(_A_ROW, 1)
        self._line = QLineEdit()
        self._line.setAccessibleName(self.tr("Colour"))
        self._line.setPlaceholderText("#rrggbb")
        self._line.setMaximumWidth(14 * GRID)
        self._line.textEdited.connect(self._show)
        self._line.editingFinished.connect(self._on_line_finished)
        other = QPushButton(self.tr("Other…"))
        other.setAutoDefault(False)
        other.clicked.connect(self._on_other_clicked)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._line)
        row.addWidget(other)
        row.addStretch(1)
        self._sample = _Sample()
        self._hint = message_label()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(grid)
        column.addLayout(row)
        column.addWidget(self._sample)
        column.addWidget(self._hint)
        self.setFocusProxy(self._line)

    def _go_to(self, number: int) -> None:
        if 0 <= number < len(self._swatches):
            self._swatches[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, colour: str) -> None:
        self.set_colour(colour)
        self.chosen.emit()

    def _show(self) -> None:
        colour = self.colour()
        set_mistaken(self._line, not colour)
        stop = colour if colour in PRESETS else PRESETS[0]
        for swatch in self._swatches:
            swatch.setChecked(swatch.colour == colour)
            is_stop = swatch.colour == stop  # Tab comes to one of them; the arrows go on from there
            swatch.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
        self._sample.show_colour(colour)
        if colour:
            set_message(self._hint, self._contrast_hint(QColor(colour)))
        else:
            set_message(self._hint, self.tr("Write a colour as #rrggbb, such as #2f84c8."), mistaken=True)

    def _contrast_hint(self, colour: QColor) -> str:
        if contrast(colour, QColor(LIGHT.page)) < FOR_MARKS:
            return self.tr("Too pale for the light page, so it is drawn darker there.")
        if contrast(colour, QColor(DARK.page)) < FOR_MARKS:
            return self.tr("Too dark for the dark page, so it is drawn lighter there.")
        return self.tr("Shows well on the light and on the dark page.")

    def _on_line_finished(self) -> None:
        if self.colour():
            self.chosen.emit()

    def _on_other_clicked(self) -> None:
        dialog = QColorDialog(QColor(self.colour() or PRESETS[0]), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self._choose(colour.name()))
        dialog.open()


class _Swatch(QAbstractButton):
    """One colour to choose; the chosen one has a ring."""

    arrow_pressed = Signal(int)  # how many swatches further

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = colour
        self.setCheckable(True)
        self.setFixedSize(_SWATCH, _SWATCH)
        self.setAccessibleName(colour)
        self.setToolTip(colour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            self.arrow_pressed.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole button
        colours = colours_of(self.palette())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colour))
            painter.drawRoundedRect(self.rect().adjusted(4, 4, -4, -4), GRID / 2, GRID / 2)
            if self.isChecked() or self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.text if self.isChecked() else colours.accent), 1.5))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), GRID * 0.75, GRID * 0.75)


class _Sample(QWidget):
    """The colour as it is drawn on the light and on the dark page."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = ""
        self.setMinimumSize(QSize(20 * GRID, 4 * GRID))
        self.setAccessibleName(self.tr("Sample"))

    def show_colour(self, colour: str) -> None:
        """Draw a sample; "" draws empty pages."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole sample
        half = self.width() // 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._page(painter, QRectF(0, 0, half - GRID // 2, self.height()), LIGHT)
            self._page(painter, QRectF(half + GRID // 2, 0, half - GRID // 2, self.height()), DARK)

    def _page(self, painter: QPainter, rect: QRectF, colours: Colours) -> None:
        painter.setPen(QPen(QColor(colours_of(self.palette()).outline), 1))
        painter.setBrush(QColor(colours.page))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        words = self.tr("words")
        width = painter.fontMetrics().horizontalAdvance(words)
        room = QRectF(rect.center().x() - width / 2, rect.top() + 6, width, painter.fontMetrics().height())
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        if self._colour:
            painter.fillRect(QRectF(room.left(), room.bottom(), width, 2), colours.mark(self._colour))
