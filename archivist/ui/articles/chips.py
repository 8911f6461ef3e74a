# SPDX-License-Identifier: GPL-3.0-or-later
"""The filters that are on, each as a small button that turns it off."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from archivist.ui.forms import FlowLayout
from archivist.ui.icons import Icons
from archivist.ui.questions.articles import Filter
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_LONGEST = 30  # letters of a value


class FilterChips(QWidget):
    """Hidden while no filter is on."""

    filter_unwanted = Signal(object)  # Filter
    filters_unwanted = Signal()  # all of them

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._wording = Wording(self)
        self._shown: frozenset[Filter] = frozenset()
        self._buttons: list[QToolButton] = []
        self._flow = FlowLayout(self, between=GRID // 2, lines=GRID // 2)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Filters that are on"))
        self.hide()

    @property
    def buttons(self) -> list[QToolButton]:
        """One a filter, and the one that turns them all off where there are several."""
        return self._buttons

    def show_filters(self, filters: Iterable[Filter]) -> None:
        """Show these filters as on."""
        filters = frozenset(filters)
        if filters == self._shown:
            return
        self._shown = filters
        for button in self._buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._chip(each) for each in sorted(filters)]
        if len(filters) > 1:
            self._buttons.append(self._clear_button())
        for button in self._buttons:
            self._flow.addWidget(button)
            button.show()
        self.setVisible(bool(filters))
        self.updateGeometry()

    def _chip(self, filter_: Filter) -> QToolButton:
        facet, value = self._wording.facet(filter_.field), self._wording.facet_value(filter_.field, filter_.value)
        chip = self._button(value if len(value) <= _LONGEST else f"{value[: _LONGEST - 1]}…")
        chip.setProperty("chip", True)  # noqa: FBT003 - for the style sheet
        self._icons.give(chip, "close")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands at the end
        chip.setToolTip(self.tr("{facet}: {value}. Click to turn this filter off.").format(facet=facet, value=value))
        chip.setAccessibleName(self.tr("Turn off {facet}: {value}").format(facet=facet, value=value))
        chip.clicked.connect(lambda _=False: self.filter_unwanted.emit(filter_))
        return chip

    def _clear_button(self) -> QToolButton:
        button = self._button(self.tr("Clear all"))
        button.clicked.connect(lambda _=False: self.filters_unwanted.emit())
        return button

    def _button(self, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text.replace("&", "&&"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
