# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing which record others are merged into."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QDialog, QDialogButtonBox, QRadioButton, QWidget

from archivist.model import Record
from archivist.ui.forms import dialog_layout, muted_label
from archivist.ui.record_wording import RecordWording
from archivist.ui.theme import GRID

_WIDTH = 56 * GRID


class MergeDialog(QDialog):
    """Asks which of several records stays, and says what becomes of the others."""

    def __init__(self, records: Sequence[Record], relations: Sequence[int], parent: QWidget | None = None) -> None:
        """`relations` are how many each record has."""
        super().__init__(parent)
        self._records = list(records)
        self._relations = list(relations)
        self._words = RecordWording(self)
        self._choice = QButtonGroup(self)
        self._build()

    @property
    def kept(self) -> Record:
        """The record that stays."""
        return self._records[self._choice.checkedId()]

    @property
    def merged(self) -> list[Record]:
        """The records that become a part of it."""
        return [record for record in self._records if record.id != self.kept.id]

    def _on_chosen(self) -> None:
        passages = sum(record.annotation_count for record in self.merged)
        relations = sum(
            count for record, count in zip(self._records, self._relations, strict=True) if record.id != self.kept.id
        )
        moved = self.tr("%Ln passage(s)", "", passages)
        related = self.tr("%Ln relation(s)", "", relations)
        said = self.tr(
            "{passages} and {relations} go to “{name}”. The other names become further names of it, and what it "
            "does not say is taken from the others. One undo takes all of it back."
        )
        self._said.setText(said.format(passages=moved, relations=related, name=self.kept.name))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Merge records"))
        column = dialog_layout(self, _WIDTH)
        column.addWidget(muted_label(self.tr("Which of these stays?")))
        most = max(range(len(self._records)), key=lambda number: self._records[number].annotation_count)
        for number, record in enumerate(self._records):
            detail = (self._words.detail(record.draft), self._words.passages(record.annotation_count))
            text = "  ·  ".join(filter(None, (record.name, *detail)))
            button = QRadioButton(text.replace("&", "&&"))
            button.setChecked(number == most)
            self._choice.addButton(button, number)
            column.addWidget(button)
        self._choice.idToggled.connect(self._on_chosen)
        self._said = muted_label()
        column.addWidget(self._said)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.tr("&Merge"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self._on_chosen()
        self._choice.button(most).setFocus()
