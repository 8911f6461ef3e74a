# SPDX-License-Identifier: GPL-3.0-or-later
"""The strip of tags with their keys, by which a newcomer learns them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from archivist.model import Tag
from archivist.ui.forms import FlowLayout, draw_key, draw_symbol, key_width
from archivist.ui.session import Session
from archivist.ui.theme import GRID, colours_of
from archivist.ui.wording import Wording

_HEIGHT = 3 * GRID
_SIDE = GRID // 2
_MOST_LINES = 3  # in a narrow window the article needs the room more; “All tags…” has the others
_SYMBOL = 2 * GRID + 2  # px, the symbol with the gaps beside it


class TagStrip(QWidget):
    """The tags that have a key, by kind, as far as there is room; a click does what the key does."""

    tag_clicked = Signal(str)  # id
    more_wanted = Signal()  # the tags without a key as well

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wording = Wording(self)
        self._buttons: list[_StripButton] = []
        self._held: str | None = None
        self._first = ""
        self._flow = FlowLayout(self, between=GRID // 2, lines=GRID // 2, most=_MOST_LINES)
        self._flow.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Tags and their keys"))
        session.tags_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the tags as the codebook has them now."""
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        tags = self._session.archive.tags.all()
        self._buttons = [self._button(tag) for tag in tags if tag.shortcut and tag.shortcut.startswith(self._first)]
        more = self._more(any_tags=bool(tags))
        self._buttons.append(more)
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()
        self.updateGeometry()

    def show_held(self, tag_id: str | None) -> None:
        """Show which tag (id) is in hand."""
        self._held = tag_id
        for button in self._buttons:
            button.show_held(tag_id)

    def show_awaited(self, first: str) -> None:
        """Show only the tags whose keys begin with one that was pressed; "" shows them all again."""
        self.setMinimumHeight(self.height() if first else 0)  # so that the text above stays where it is
        self._first = first
        self.refresh()

    def _more(self, *, any_tags: bool) -> _StripButton:
        if self._first:
            alone = next((button.text() for button in self._buttons if button.key == self._first), "")
            said = self.tr("Enter: {tag}. Esc: none.").format(tag=alone) if alone else self.tr("Esc: none.")
            more = _StripButton(said)
            more.setEnabled(False)
            return more
        more = _StripButton(self.tr("All tags…") if any_tags else self.tr("Make the first tag…"))
        more.clicked.connect(self.more_wanted)
        return more

    def _button(self, tag: Tag) -> _StripButton:
        button = _StripButton(tag.name, tag)
        kind = self._wording.kind(tag.kind)
        name = self.tr("{name}, {kind}, key {key}").format(name=tag.name, kind=kind, key=tag.shortcut)
        button.setAccessibleName(name)
        button.setToolTip("\n".join(filter(None, (f"{tag.name} ({kind})", tag.description))))
        button.clicked.connect(lambda: self.tag_clicked.emit(tag.id))
        button.show_held(self._held)
        return button


class _StripButton(QAbstractButton):
    """Key, symbol and name of a tag, or a word alone. It takes no focus from the reader, where keys work."""

    def __init__(self, text: str, tag: Tag | None = None) -> None:
        super().__init__()
        self._tag = tag
        self._is_held = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @property
    def key(self) -> str:
        """The key of the tag, "" where there is none."""
        return self._tag.shortcut if self._tag is not None else ""

    def show_held(self, tag_id: str | None) -> None:
        """Show whether this tag is the one in hand (its id)."""
        is_held = self._tag is not None and self._tag.id == tag_id
        if is_held != self._is_held:
            self._is_held = is_held
            self.setAccessibleDescription(self.tr("in hand") if is_held else "")
            self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(2 * _SIDE + self._lead() + words, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole button
        colours = colours_of(self.palette())
        room = self.rect().adjusted(_SIDE, 0, -_SIDE, 0)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isDown() or self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colours.selection if self.isDown() else colours.hover))
                painter.drawRoundedRect(self.rect(), GRID / 2, GRID / 2)
            if self._is_held:
                painter.setPen(QPen(QColor(colours.accent), 1.5))
                painter.setBrush(QColor(colours.selection))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), GRID / 2, GRID / 2)
            if self._tag is not None:
                lead = room.adjusted(0, 0, self._lead() - room.width(), 0)
                draw_key(painter, lead.adjusted(0, 0, -_SYMBOL, 0), self._tag.shortcut, self.palette())
                centre = QPointF(lead.right() + 1 - _SYMBOL / 2, room.center().y() + 0.5)
                draw_symbol(painter, centre, self._tag.kind, colours.mark(self._tag.colour))
            painter.setPen(QColor(colours.text if self._tag is not None else colours.muted))
            words = room.adjusted(self._lead(), 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _lead(self) -> int:
        """The width of key and symbol."""
        return key_width(self.font(), self._tag.shortcut) + _SYMBOL if self._tag is not None else 0
