# SPDX-License-Identifier: GPL-3.0-or-later
"""The steps of the history as a Qt model: the newest first, under the day on which they were done.

All numbers of steps are known, what they say is read when a row is shown.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, QTime

from archivist.errors import StepNotFound
from archivist.store.step_log import Step, StepFilter, StepLog, StepState
from archivist.ui.questions.history import Row, by_day, local_moment
from archivist.ui.step_wording import StepWording

_Index = QModelIndex | QPersistentModelIndex
_PAGE = 64  # rows that are read together
StepRole = Qt.ItemDataRole.UserRole  # a Step, or None for a day


class StepsModel(QAbstractListModel):
    """One row a step and one a day. Days can be neither chosen nor stopped at."""

    def __init__(self, log: StepLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._wording = StepWording(self)
        self._rows: list[Row] = []
        self._places: dict[int, int] | None = None  # rows by number, once somebody asks
        self._known: dict[int, Step] = {}
        self._newest = self._count = 0
        self._wanted = StepFilter()

    @property
    def count(self) -> int:
        """How many steps there are."""
        return self._count

    def show(self, wanted: StepFilter, rows: list[Row]) -> None:
        """Show other steps, as by_day() gives them."""
        self.beginResetModel()
        self._wanted = wanted
        self._known.clear()
        self._rows = rows
        self._places = None
        numbers = [row for row in rows if isinstance(row, int)]
        self._newest, self._count = max(numbers, default=0), len(numbers)
        self.endResetModel()

    def follow(self) -> None:
        """Put what was done since on top, and say of all others what has become of them."""
        new = by_day(self._log.moments(self._wanted, after=self._newest))
        steps = [row for row in new if isinstance(row, int)]
        self._newest, self._count = max([self._newest, *steps]), self._count + len(steps)
        if new and self._rows:
            last_day = max(place for place, row in enumerate(new) if not isinstance(row, int))
            if new[last_day] == self._rows[0]:
                self._insert(1, new[last_day + 1 :])
                new = new[:last_day]
        self._insert(0, new)
        self._known.clear()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def step(self, row: int) -> Step | None:
        """The step of a row; None for a day."""
        number = self._rows[row]
        if not isinstance(number, int):
            return None
        if number not in self._known:
            self._read(row)
        return self._known.get(number)

    def row_of(self, number: int) -> int | None:
        """The row of the step with a number, None where it is not among those shown."""
        if self._places is None:
            self._places = {row: place for place, row in enumerate(self._rows) if isinstance(row, int)}
        return self._places.get(number)

    def day(self, row: int) -> str:
        """The heading that a row is, "" for a step."""
        day = self._rows[row]
        if isinstance(day, int):
            return ""
        if day is None:
            return self.tr("Nobody knows when")
        said = QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
        today = datetime.now().astimezone().date()
        if day == today:
            return self.tr("Today, {day}").format(day=said)
        if day == today - timedelta(days=1):
            return self.tr("Yesterday, {day}").format(day=said)
        return said

    def words(self, step: Step) -> str:
        """What a step is called in the language of the interface."""
        return self._wording.of_step(step.name, partial(self._log.touches, step.number))

    def state(self, step: Step) -> str:
        """What became of a step, "" where it holds."""
        return {
            StepState.UNDONE: self.tr("undone"),
            StepState.ABANDONED: self.tr("undone for good"),
            StepState.TAKEN_BACK: self.tr("taken back"),
        }.get(step.state, "")

    def articles(self, step: Step) -> str:
        """The articles that a step touched, as far as there is room for their titles."""
        titles = ", ".join(title for _, title in step.articles)
        more = step.article_count - len(step.articles)
        return self.tr("{titles} and %n more", "", more).format(titles=titles) if more > 0 else titles

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or not isinstance(self._rows[index.row()], int):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step = self.step(index.row())
        if role == StepRole:
            return step
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            if step is None:
                return self.day(index.row()) if role != Qt.ItemDataRole.ToolTipRole else None
            said = (clock(step.at), self.words(step), self.articles(step), step.who, self.state(step))
            return (
                "\n".join(filter(None, said)) if role == Qt.ItemDataRole.ToolTipRole else ", ".join(filter(None, said))
            )
        return None

    # Private

    def _read(self, row: int) -> None:
        around = self._rows[max(0, row - _PAGE // 2) : row + _PAGE]
        numbers = [number for number in around if isinstance(number, int) and number not in self._known]
        try:
            self._known.update((step.number, step) for step in self._log.steps(numbers))
        except StepNotFound:  # no step is ever removed, but for one that another program is just giving up
            self._known.clear()

    def _insert(self, place: int, rows: list[Row]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self._places = None
            self.endInsertRows()


def clock(at: str) -> str:
    """The hour and minute of a moment of the archive by the clock of this place; "" where it is none."""
    moment = local_moment(at)
    return QLocale().toString(QTime(moment.hour, moment.minute), "HH:mm") if moment is not None else ""
