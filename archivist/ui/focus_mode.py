# SPDX-License-Identifier: GPL-3.0-or-later
"""The article alone: all panels are hidden, until they, or one of them, are wanted again."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from archivist.ui.desk import Desk


class FocusMode(QObject):
    """Hides panels and shows them as they were.

    Whoever asks for one of the panels beside the article, or goes into one, wants them all: what is typed must be seen.
    What opens below the article may stand there with it.
    """

    changed = Signal(bool)  # whether the article is alone

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._columns = desk.columns
        self._article = desk.reader.view
        self._beside: tuple[QWidget, ...] = (desk.sidebar, desk.articles, desk.records, desk.inspector)
        self._below: tuple[QWidget, ...] = (desk.concordance, desk.steps, desk.strip)
        self._hidden: list[QWidget] = []  # while the article is alone
        self._sizes: list[int] = []  # px of the columns, before
        desk.columns.change_wanted.connect(self.leave)
        for panel in self._beside:
            panel.installEventFilter(self)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._on_focus_changed)

    @property
    def is_on(self) -> bool:
        """Whether the article is alone."""
        return bool(self._hidden)

    def toggle(self) -> None:
        """Hide all that is not the article, or show again what was hidden for that."""
        if self._hidden:
            self.leave()
        else:
            self._enter()
        self.changed.emit(self.is_on)  # also where there was nothing to hide

    def leave(self) -> None:
        """Show again what was hidden, if anything was."""
        if not self._hidden:
            return
        hidden, self._hidden = self._hidden, []
        for panel in hidden:
            panel.show()
        self._columns.setSizes(self._sizes)  # what is shown again does not get its width back by itself
        self.changed.emit(self.is_on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShowToParent and watched in self._beside:
            self.leave()
        return super().eventFilter(watched, event)

    def _enter(self) -> None:
        self._sizes = self._columns.sizes()
        self._article.setFocus()  # first, as hiding the focused panel would hand the focus to the next one
        hidden = [panel for panel in (*self._beside, *self._below) if not panel.isHidden()]
        for panel in hidden:
            panel.hide()
        self._hidden = hidden

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and any(panel.isAncestorOf(new) for panel in self._hidden):
            self.leave()
