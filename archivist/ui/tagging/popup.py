# SPDX-License-Identifier: GPL-3.0-or-later
"""The tag popup: type a part of a name, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from archivist.model import Kind, Tag
from archivist.ui.forms import ChoicePopup
from archivist.ui.session import Session
from archivist.ui.tagging.tag_rows import NewTag, TagRowDelegate, TagRows
from archivist.ui.theme import GRID

_WIDTH = 44 * GRID
_KIND_KEYS = {Qt.Key.Key_1: Kind.EVENT, Qt.Key.Key_2: Kind.ACTOR, Qt.Key.Key_3: Kind.FIGURE, Qt.Key.Key_4: Kind.DATE}


class TagPopup(ChoicePopup):
    """A list of tags beside a selection, filtered by typing. A tag that is made here is applied at once."""

    tag_chosen = Signal(str)  # id; closed comes after it

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        rows = TagRows()
        super().__init__(rows, TagRowDelegate, _WIDTH, parent)
        self._session = session
        self._rows = rows
        self.set_words(
            title=self.tr("Choose a tag"),
            field=self.tr("Type a part of a tag's name"),
            rows=self.tr("Tags"),
            empty=self.tr("There are no tags yet. Type a name to make the first."),
        )
        self.field.textChanged.connect(self._on_typed)

    def open_at(self, place: QRect, current: str | None = None) -> None:
        """Open at a rectangle (global px); `current` is the id of the tag to begin at."""
        self._rows.set_tags(self._session.archive.tags.all())
        self.field.clear()
        start = self._rows.place_of(current) if current else QModelIndex()
        self.list.setCurrentIndex(start if start.isValid() else self._rows.index(0))
        self.show_at(place)

    def choose(self, index: QModelIndex) -> None:
        self._apply(self._rows.row(index))

    def take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _KIND_KEYS:
            self._apply(self._rows.new_tag(_KIND_KEYS[key]))
            return True
        return False

    def _apply(self, row: Tag | NewTag | None) -> None:
        if row is None:
            return
        tag = self._session.add_tag(name=row.name, kind=row.kind) if isinstance(row, NewTag) else row
        if tag is not None:
            self.tag_chosen.emit(tag.id)
            self.close()

    def _on_typed(self, typed: str) -> None:
        self._rows.show_matching(typed)
        self.list.setCurrentIndex(self._rows.index(0))
        self.fit()
