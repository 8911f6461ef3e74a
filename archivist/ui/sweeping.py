# SPDX-License-Identifier: GPL-3.0-or-later
"""The tag that is in hand: what is swept over gets it, one passage after another, until it is put down."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from archivist.errors import TagNotFound
from archivist.ui.reader import ReaderPanel
from archivist.ui.session import Session
from archivist.ui.tagging import SweepBar, TagStrip


class Sweeping(QObject):
    """Holds which tag it is, and shows that wherever it matters: below the article, in the strip, in the selection."""

    held_changed = Signal(bool)  # whether a tag is in hand

    def __init__(self, session: Session, reader: ReaderPanel, strip: TagStrip) -> None:
        super().__init__(reader)
        self._session = session
        self._view = reader.view
        self._strip = strip
        self._held: str | None = None
        self.bar = SweepBar()
        self.bar.ended.connect(self.put_down)
        session.tags_changed.connect(self.refresh)

    @property
    def held(self) -> str | None:
        """The id of the tag in hand."""
        return self._held

    def take(self, tag_id: str) -> None:
        """Take a tag in hand, in place of the one before."""
        self._held = tag_id
        self.refresh()

    def put_down(self) -> None:
        """Have no tag in hand."""
        if self._held is not None:
            self._held = None
            self.refresh()

    def refresh(self) -> None:
        """Show what is in hand now."""
        try:
            tag = self._session.archive.tags.get(self._held) if self._held is not None else None
        except TagNotFound:  # it was deleted meanwhile
            self._held, tag = None, None
        had_focus = self.bar.isAncestorOf(self.bar.window().focusWidget() or self.bar)
        self.bar.show_tag(tag)
        self._strip.show_held(self._held)
        self._view.set_selection_colour(tag.colour if tag is not None else None)
        self._view.set_edges_movable(tag is None)  # sweeping from one mark on begins at its edge
        if tag is None and had_focus:
            self._view.setFocus()
        self.held_changed.emit(tag is not None)
