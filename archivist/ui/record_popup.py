# SPDX-License-Identifier: GPL-3.0-or-later
"""The choice of a record beside the words that speak of it: Enter at once takes the best match."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, QSignalBlocker, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from archivist.model import Annotation, Kind, Record
from archivist.text import one_line
from archivist.ui.forms import ChoicePopup, is_enter
from archivist.ui.jobs import Job, Jobs
from archivist.ui.questions.records import RecordsFound, RecordWanted, find_records
from archivist.ui.record_rows import Choice, NewRecord, RecordRowDelegate, RecordRows
from archivist.ui.theme import GRID

_WIDTH = 56 * GRID
_LONGEST_NAME = 200  # code points of words that a record may be named by


class RecordPopup(ChoicePopup):
    """A list of records, found by typing, or by words to begin with; Ctrl+Enter makes a new record.

    An Enter that comes before the answer waits for it, and then takes the best match, if there is
    one. `closed` comes always, before `chosen`.
    """

    chosen = Signal(object)  # Choice

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        rows = RecordRows()
        super().__init__(rows, RecordRowDelegate, _WIDTH, parent)
        self.rows = rows
        self._jobs = jobs
        self._kinds: tuple[Kind, ...] = ()
        self._words = ""
        self._called = ""  # what stands in the field for the words
        self._article = ""
        self._is_person: bool | None = None
        self._recent: tuple[str, ...] = ()
        self._annotations: tuple[Annotation, ...] = ()
        self._can_make = True
        self._asked: Job | None = None
        self._enter_waits = False  # for the answer, to take the best
        self._make_waits = False  # for the answer, to make a record
        self.set_words(
            title=self.tr("Choose a record"),
            field=self.tr("Type a part of a name, in any form or script"),
            rows=self.tr("Records"),
            empty=self.tr("Type a name to find a record, or to make one."),
        )
        self.field.textChanged.connect(self._on_text_changed)

    @property
    def awaits_answer(self) -> bool:
        """Whether what is listed is not yet what was asked for."""
        return self._asked is not None

    def open_at(
        self,
        place: QRect,
        kinds: Sequence[Kind],
        *,
        words: str = "",
        article: str = "",
        is_person: bool | None = None,
        recent: Sequence[str] = (),
        annotations: Sequence[Annotation] = (),
        can_make: bool = True,
    ) -> None:
        """Open at a rectangle (global px).

        The words, of an article (id), are looked for as a whole name, and their dictionary form is what a new
        record is called. `recent` are records (ids) to offer where nothing fits, `annotations` can be chosen
        as well. Only of a single kind a record can be made here.
        """
        self._kinds, self._recent = tuple(kinds), tuple(recent)
        self._annotations = tuple(annotations)
        self._can_make = can_make and len(self._kinds) == 1
        self._words = self._called = one_line(words)[:_LONGEST_NAME]
        self._article, self._is_person = article, is_person
        self._make_waits = self._enter_waits = False
        self.field.setText(self._words)
        self.field.selectAll()
        self.show_found(())
        self.ask()
        self.show_at(place)

    def ask(self) -> None:
        """Have the records found that fit what stands in the field."""
        self._drop()
        typed = one_line(self.field.text())
        if typed == self._called:
            wanted = RecordWanted(
                self._kinds, words=self._words, recent=self._recent, article=self._article, is_person=self._is_person
            )
        else:
            wanted = RecordWanted(self._kinds, typed, recent=self._recent)
        self._asked = self._jobs.ask_process(find_records, (wanted,), done=self._on_found)

    def show_found(self, records: Sequence[Record], fitting: int = 0) -> None:
        """List these with the annotations that fit and the record that can be made; the best is current."""
        annotations, new = self._fitting_annotations(), self._new()
        self.rows.show_rows([*annotations, *records, *([new] if new else ())])
        best = self.rows.index(0) if annotations or fitting or new is None else self.rows.place_of_new()
        self.list.setCurrentIndex(best)
        self.fit()

    def choose(self, index: QModelIndex) -> None:
        self._choose(self.rows.row(index))

    def take_key(self, event: QKeyEvent) -> bool:
        if is_enter(event, control=True) and self._asked is not None and self._is_as_opened():
            self._make_waits = True  # for the dictionary form
        elif is_enter(event, control=True):
            self._choose(self._new())
        elif is_enter(event) and self._asked is not None:
            self._enter_waits = True
        else:
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        self._drop()
        super().hideEvent(event)

    # Private

    def _choose(self, row: Choice | None) -> None:
        if row is not None:
            self.close()  # first, or keys that follow at once would come here while the choice is being kept
            self.chosen.emit(row)

    def _on_found(self, found: RecordsFound) -> None:
        self._asked = None
        if found.called and self._is_as_opened():
            self._call(found.called)
        self.show_found(found.records, found.fitting)
        if self._make_waits:
            self._make_waits = False
            self._choose(self._new())
        elif self._enter_waits:
            self._enter_waits = False
            best = self.rows.row(self.list.currentIndex())
            if not isinstance(best, NewRecord):  # what nobody has seen the offer of is not made
                self._choose(best)

    def _is_as_opened(self) -> bool:
        return one_line(self.field.text()) == self._called

    def _call(self, name: str) -> None:
        """Put the name of a new record in place of the words, which stay what is looked for."""
        self._called = name
        if self.field.text() != name:
            with QSignalBlocker(self.field):
                self.field.setText(name)
            self.field.selectAll()

    def _new(self) -> NewRecord | None:
        name = one_line(self.field.text())[:_LONGEST_NAME]
        return NewRecord(self._kinds[0], name) if self._can_make and name else None

    def _fitting_annotations(self) -> list[Annotation]:
        wanted = one_line(self.field.text()).casefold()
        return [each for each in self._annotations if wanted in f"{one_line(each.quote)} {each.tag.name}".casefold()]

    def _drop(self) -> None:
        if self._asked is not None:
            self._asked.drop()
            self._asked = None

    def _on_text_changed(self) -> None:
        if self.isVisible():
            self._make_waits = self._enter_waits = False
            self.ask()
