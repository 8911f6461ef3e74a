# SPDX-License-Identifier: GPL-3.0-or-later
"""Which steps of the history are listed: of which article, tag, person and day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.model import Tag
from archivist.store.step_log import StepFilter
from archivist.ui.forms import ChoiceField, add_clear_button, set_mistaken
from archivist.ui.icons import Icons
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_PAUSE_MS = 250  # in typing
_CHOICE, _DAY = 18 * GRID, 22 * GRID  # px


class StepFilters(QWidget):
    """A button and three fields, any of which may be left open."""

    changed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self._article: str | None = None
        self.of_article = QToolButton()
        self.tags = ChoiceField()
        self.people = ChoiceField()
        self.day = QLineEdit()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build(icons)

    @property
    def wanted(self) -> StepFilter | None:
        """What is asked for; None while what is typed is no day."""
        days = self._days()
        if days is None:
            return None
        article = self._article if self.of_article.isChecked() else None
        return StepFilter(article, self.tags.currentData(), self.people.currentData(), *days)

    def set_article(self, article: str | None) -> None:
        """The article (id) that is shown, if one is."""
        if article == self._article:
            return
        self._article = article
        self.of_article.setEnabled(article is not None)
        if article is None:
            self.of_article.setChecked(False)
        elif self.of_article.isChecked():
            self.changed.emit()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """The tags to choose from."""
        _offer(self.tags, [(self.tr("Any tag"), None), *((tag.name, tag.id) for tag in tags)])

    def set_people(self, people: Sequence[str]) -> None:
        """The people to choose from."""
        _offer(self.people, [(self.tr("Anybody"), None), *((name or self.tr("Unknown"), name) for name in people)])

    def clear(self) -> None:
        """Ask for everything."""
        for field in (self.tags, self.people):
            field.setCurrentIndex(0)
        self.of_article.setChecked(False)
        self.day.clear()
        self._pause.stop()
        self.changed.emit()

    def _days(self) -> tuple[date | None, date | None] | None:
        typed = self.day.text().strip()
        if not typed:
            return None, None
        try:
            days = date_range(typed)
        except InvalidDate:
            return None
        return date.fromisoformat(days.first), date.fromisoformat(days.last)

    def _on_day_typed(self, typed: str) -> None:
        mistaken = self._days() is None
        set_mistaken(self.day, mistaken)
        if mistaken:
            said = self.tr("Not a date. Write 2022-01-08, 2022-01, 2022 or 2022-01-05/2022-01-08.")
        else:
            said = self._wording.date(typed.strip()) if typed.strip() else self.tr("A day, a month, or from/to")
        self.day.setToolTip(said)
        self.day.setAccessibleDescription(said)
        self._pause.start()

    def _build(self, icons: Icons) -> None:
        icons.give(self.of_article, "article")
        self.of_article.setText(self.tr("This article"))
        self.of_article.setToolTip(self.tr("Only what was done in the article that is shown"))
        self.of_article.setAccessibleName(self.of_article.text())
        self.of_article.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.of_article.setCheckable(True)
        self.of_article.setEnabled(False)
        self.of_article.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.of_article.toggled.connect(self.changed)
        for field, name in (
            (self.tags, self.tr("Tag of the steps")),
            (self.people, self.tr("Person who did the steps")),
        ):
            field.setAccessibleName(name)
            field.setToolTip(name)
            field.setFixedWidth(_CHOICE)
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            field.activated.connect(lambda _place: self.changed.emit())
        self.set_tags(())
        self.set_people(())
        self.day.setAccessibleName(self.tr("Day of the steps"))
        self.day.setPlaceholderText(self.tr("Any day, as 2022-01-08"))
        self.day.setToolTip(self.tr("A day, a month, or from/to"))
        add_clear_button(self.day, self.tr("Clear the field"))
        self.day.setFixedWidth(_DAY)
        self.day.textChanged.connect(self._on_day_typed)
        self._pause.timeout.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        for widget in (self.of_article, self.tags, self.people, self.day):
            row.addWidget(widget)


def _offer(field: ChoiceField, choices: Sequence[tuple[str, str | None]]) -> None:
    """Offer other choices; what was chosen stays chosen if it is among them."""
    if [(field.itemText(place), field.itemData(place)) for place in range(field.count())] == list(choices):
        return
    chosen = field.currentData()
    field.blockSignals(True)  # noqa: FBT003 - Qt's own
    field.clear()
    for name, value in choices:
        field.addItem(name, value)
    field.setCurrentIndex(max(0, field.findData(chosen)))
    field.blockSignals(False)  # noqa: FBT003 - Qt's own
