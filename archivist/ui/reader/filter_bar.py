# SPDX-License-Identifier: GPL-3.0-or-later
"""The bar above the article that says which annotations are to be seen in it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from archivist.model import Annotation, Kind
from archivist.ui.forms import ChoiceField, FlowLayout
from archivist.ui.icons import Icons
from archivist.ui.reader.shown import Shown, State
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_WIDEST = 24 * GRID  # px, of one choice


class FilterBar(QFrame):
    """Choices of kind, tag, annotator and state; closing it, or Escape, shows all annotations again."""

    shown_changed = Signal(object)  # Shown
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = Wording(self)
        self.kind = ChoiceField()
        self.tag = ChoiceField()
        self.annotator = ChoiceField()
        self.state = ChoiceField()
        self._count = QLabel()
        self._close = QToolButton()
        self._build(icons)

    @property
    def shown(self) -> Shown:
        """What is chosen."""
        return Shown(*(box.currentData() for box in self._boxes))

    def open(self) -> None:
        """Show the bar, ready to choose."""
        self.show()
        self.kind.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Hide the bar and let everything be seen."""
        self.hide()
        for box in self._boxes:
            box.blockSignals(True)  # noqa: FBT003 - Qt's own argument
            box.setCurrentIndex(0)
            box.blockSignals(False)  # noqa: FBT003 - Qt's own argument
        self.shown_changed.emit(Shown())
        self.closed.emit()

    def offer(self, annotations: Iterable[Annotation]) -> None:
        """Offer the tags and annotators of these annotations, and keep what is chosen."""
        known = list(annotations)
        tags = {each.tag.id: each.tag.name for each in known}
        self._fill(self.tag, self.tr("Every tag"), sorted(tags.items(), key=lambda pair: pair[1].casefold()))
        people = sorted({each.created_by for each in known}, key=str.casefold)
        self._fill(self.annotator, self.tr("Every annotator"), [(name, name or self.tr("Unknown")) for name in people])

    def show_count(self, shown: int, count: int) -> None:
        """Say how many of how many annotations are seen."""
        said = self.tr("{shown} of %n annotation(s)", "", count).format(shown=self.locale().toString(shown))
        self._count.setText(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.kind, self.tag, self.annotator, self.state

    def _fill(self, box: QComboBox, all_of_them: str, choices: Iterable[tuple[object, str]]) -> None:
        chosen, said = box.currentData(), box.currentText()
        box.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        box.clear()
        box.addItem(all_of_them, None)
        for data, text in choices:
            box.addItem(text, data)
        if chosen is not None and box.findData(chosen) < 0:
            box.addItem(said, chosen)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(False)  # noqa: FBT003 - Qt's own argument

    def _build(self, icons: Icons) -> None:
        self._fill(self.kind, self.tr("Every kind"), [(kind, self._wording.kinds(kind)) for kind in Kind])
        states = {
            State.LINKED: self.tr("Linked to a record"),
            State.NOT_LINKED: self.tr("Not linked"),
            State.NOTED: self.tr("With a note"),
            State.NOT_NOTED: self.tr("Without a note"),
        }
        self._fill(self.state, self.tr("Every state"), list(states.items()))
        self.offer(())
        names = (self.tr("Kind"), self.tr("Tag"), self.tr("Annotator"), self.tr("State"))
        choices = QWidget()
        flow = FlowLayout(choices, GRID, GRID // 2)  # in a narrow column they take two lines
        flow.setContentsMargins(0, 0, 0, 0)
        for box, name in zip(self._boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(_WIDEST)
            box.currentIndexChanged.connect(self._on_chosen)
            flow.addWidget(box)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count.setMinimumHeight(self.kind.sizeHint().height())
        flow.addWidget(self._count)
        icons.give(self._close, "close")
        self._close.setToolTip(self.tr("Show all annotations"))
        self._close.setAccessibleName(self.tr("Show all annotations"))
        self._close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(choices, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _on_chosen(self) -> None:
        self.shown_changed.emit(self.shown)
