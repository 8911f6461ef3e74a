# SPDX-License-Identifier: GPL-3.0-or-later
"""The field to search the archive with: it offers how a query may go on, and says what is wrong with one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from archivist.errors import QueryMistake
from archivist.passage_address import is_address
from archivist.text import Utf16Map
from archivist.ui.forms import add_clear_button, set_mistaken
from archivist.ui.icons import Icons
from archivist.ui.mistake_wording import MistakeWording
from archivist.ui.search_offers import Offer, SearchOffers
from archivist.ui.theme import GRID

if TYPE_CHECKING:
    from archivist.model import Completion

_AROUND = 24  # code points of the query shown on either side of the mistake
_ENTER = frozenset((Qt.Key.Key_Return, Qt.Key.Key_Enter))
_PAUSE_MS = 100  # in typing, before it is asked how the query may go on
_PATIENCE_MS = 800  # in typing: a query that is half typed is not yet mistaken


class SearchField(QWidget):
    """A line for a query. Down goes to the list, from an empty line to recent searches; Escape empties it."""

    query_changed = Signal(str)  # by a person, at every key
    query_entered = Signal(str)  # Enter
    address_entered = Signal(str)  # of a passage, with Enter; it is no query
    completion_wanted = Signal(str, int)  # the query and the caret in it, in code points
    history_unwanted = Signal()
    left = Signal()  # for what was found

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _Line()
        self.offers = SearchOffers(self._line)
        self._mistake = QLabel()
        self._recent: Sequence[str] = ()
        self._shows_recent = False
        self._held_back: QueryMistake | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._build(icons)

    @property
    def query(self) -> str:
        """What is typed."""
        return self._line.text()

    def set_query(self, query: str) -> None:
        """Put another query into the field, as if it had been typed."""
        self.offers.close()
        self._line.setText(query)

    def set_recent(self, queries: Sequence[str]) -> None:
        """What was searched for lately, the newest first."""
        self._recent = queries

    def begin(self) -> None:
        """Take the focus, with all that is typed selected."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def show_completion(self, query: str, caret: int, completion: Completion) -> None:
        """Offer how a query may go on at a code point, if that is still what one is typing."""
        if not self._line.hasFocus() or (query, caret) != (self.query, self._caret()):
            return
        self._shows_recent = False
        head, tail = query[: completion.start], query[completion.end :]
        self.offers.show(
            [
                Offer(each.text, each.description, head + each.text + tail, len(head) + len(each.text))
                for each in completion.choices
                if head + each.text + tail != query
            ],
            self.tr("How the search may go on"),
        )

    def show_mistake(self, mistake: QueryMistake | None) -> None:
        """Say what is wrong with the query and where, once nobody is typing it; None takes it back."""
        self._held_back = mistake
        if mistake is None or not self._patience.isActive():
            self._tell_mistake()

    @property
    def mistake(self) -> str:
        """What is said to be wrong, as rich text; "" if nothing is."""
        return "" if self._mistake.isHidden() else self._mistake.text()

    def _caret(self) -> int:
        """Where one types, in code points."""
        return _code_point(self.query, self._line.cursorPosition())

    def _tell_mistake(self) -> None:
        mistake = self._held_back
        problem = MistakeWording().reworded(mistake.problem) if mistake else ""
        set_mistaken(self._line, mistake is not None)
        self._mistake.setVisible(mistake is not None)
        if mistake is not None:
            self._mistake.setText(self.tr("{place}: {problem}").format(place=_place(mistake), problem=problem))
        self._line.setAccessibleDescription(problem)

    def _on_text_changed(self, query: str) -> None:
        if not is_address(query):
            self.query_changed.emit(query)

    def _on_edited(self) -> None:
        self._patience.start()
        # What is offered stays till better is known: a list that went and came at every key would flicker.
        if self._shows_recent or not self.query.strip():
            self.offers.close()
        self._pause.start()

    def _on_paused(self) -> None:
        if self.query.strip() and not is_address(self.query):
            self.completion_wanted.emit(self.query, self._caret())

    def _on_entered(self) -> None:
        self._pause.stop()
        self._patience.stop()
        self.offers.close()
        if is_address(self.query):
            address = self.query
            self._line.clear()
            self.address_entered.emit(address)
        else:
            self.query_entered.emit(self.query)

    def _on_down(self) -> None:
        if self.query or not self._recent:
            self._pause.stop()
            self.left.emit()
            return
        self._shows_recent = True
        recent = [Offer(query, "", query, len(query)) for query in self._recent]
        self.offers.show([*recent, Offer(self.tr("Clear recent searches"), clears=True)], self.tr("Recent searches"))

    def _on_taken(self, offer: Offer) -> None:
        if offer.clears:
            self.history_unwanted.emit()
            return
        self._patience.start()
        self._line.setText(offer.query)
        self._line.setCursorPosition(Utf16Map(offer.query).to_utf16(offer.caret))
        self._pause.start()  # a field is followed by its values

    def _build(self, icons: Icons) -> None:
        self._line.setPlaceholderText(self.tr("Search the archive"))
        self._line.setAccessibleName(self.tr("Search the archive"))
        self._line.setToolTip(
            self.tr("Words in any form, “a phrase”, =exact, word*, OR, -without, outlet:…, tag:…, date:2022-01")
        )
        add_clear_button(self._line, self.tr("Clear the field"))
        symbol = QAction(self)
        icons.give(symbol, "search")
        self._line.addAction(symbol, QLineEdit.ActionPosition.LeadingPosition)
        for button in self._line.findChildren(QToolButton):
            if not button.accessibleName():
                button.setAccessibleName(self._line.accessibleName())
        self._line.textChanged.connect(self._on_text_changed)
        self._line.textEdited.connect(self._on_edited)
        self._line.returnPressed.connect(self._on_entered)
        self._line.down.connect(self._on_down)
        self._line.offers = self.offers
        self.offers.taken.connect(self._on_taken)
        self._pause.timeout.connect(self._on_paused)
        self._patience.timeout.connect(self._tell_mistake)
        self._mistake.setTextFormat(Qt.TextFormat.RichText)
        self._mistake.setWordWrap(True)
        self._mistake.setForegroundRole(QPalette.ColorRole.BrightText)
        self._mistake.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._mistake.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._line)
        column.addWidget(self._mistake)
        self.setFocusProxy(self._line)


class _Line(QLineEdit):
    """Leaves to the list of offers the keys that are for it."""

    down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers: SearchOffers | None = None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
            event.ignore()
            return False
        # Tab would move the focus before it came to keyPressEvent().
        taken = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._take(event)
        return taken or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_for_offers(event.key()):
            event.ignore()  # the completer, which asks the line first, does the rest
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def _is_for_offers(self, key: int) -> bool:
        if self.offers is None or not self.offers.is_open():
            return False
        return key == Qt.Key.Key_Escape or (key in _ENTER and self.offers.is_chosen())

    def _take(self, event: QKeyEvent) -> bool:
        """Whether the key was the one that takes an offer without choosing it first."""
        return event.key() == Qt.Key.Key_Tab and self.offers is not None and self.offers.take_current()


def _code_point(text: str, utf16: int) -> int:
    """The code point at a UTF-16 position; from within a surrogate pair its start."""
    places = Utf16Map(text)
    try:
        return places.to_code_point(utf16)
    except ValueError:
        return places.to_code_point(utf16 - 1)


def _place(mistake: QueryMistake) -> str:
    """The query around the mistake with the mistaken character underlined, as rich text."""
    from html import escape

    query, at = mistake.query, min(mistake.position, len(mistake.query))
    before, after = query[max(0, at - _AROUND) : at], query[at + 1 : at + 1 + _AROUND]
    more = "…" if at > _AROUND else ""
    rest = "…" if at + 1 + _AROUND < len(query) else ""
    wrong = query[at : at + 1] or "\u00a0"
    return f"“{more}{escape(before)}<u><b>{escape(wrong)}</b></u>{escape(after)}{rest}”"


def _is_ours(event: QKeyEvent) -> bool:
    """Whether a key is one of the desk's, though Qt on X11 goes to the end of a line by it: Ctrl+E exports."""
    return event.keyCombination().toCombined() == (Qt.Modifier.CTRL.value | Qt.Key.Key_E.value)
