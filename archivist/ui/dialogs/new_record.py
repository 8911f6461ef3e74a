# SPDX-License-Identifier: GPL-3.0-or-later
"""Naming a new record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QWidget

from archivist.model import Kind
from archivist.ui.forms import ChoiceField, dialog_layout, form_layout, message_label, muted_label, set_message
from archivist.ui.record_wording import RecordWording
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_WIDTH = 56 * GRID


class NewRecordDialog(QDialog):
    """Asks for a name, and for a kind where it is open; says which records have that name already."""

    def __init__(
        self, session: Session, title: str, kinds: Sequence[Kind], explanation: str = "", parent: QWidget | None = None
    ) -> None:
        """The first of the kinds is chosen to begin with."""
        super().__init__(parent)
        self._session = session
        self._words = RecordWording(self)
        self._build(title, kinds, explanation)

    @property
    def kind(self) -> Kind:
        """The chosen kind."""
        return Kind(self._kind.currentData())

    @property
    def name(self) -> str:
        """The name, without spaces around it."""
        return self._name.text().strip()

    def _on_changed(self) -> None:
        self._ok.setEnabled(bool(self.name))
        same = self._session.archive.records.at(self._session.archive.records.same_name(self.name)) if self.name else {}
        alike = [record for record in same.values() if record.kind is self.kind]
        said = [
            ", ".join(filter(None, (self._words.detail(each.draft), self._words.passages(each.annotation_count))))
            for each in alike[:3]
        ]
        warning = self.tr("There is one of this name already: {records}.").format(records="; ".join(said))
        set_message(self._message, warning if alike else "")

    def _build(self, title: str, kinds: Sequence[Kind], explanation: str) -> None:
        self.setWindowTitle(title)
        wording = Wording(self)
        self._kind = ChoiceField()
        for kind in kinds:
            self._kind.addItem(wording.kind(kind), kind.value)
        self._kind.setEnabled(len(kinds) > 1)
        self._kind.setAccessibleName(self.tr("Kind"))
        self._kind.activated.connect(self._on_changed)
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name"))
        self._name.textChanged.connect(self._on_changed)
        self._message = message_label()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setEnabled(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = form_layout()
        form.addRow(self.tr("Name"), self._name)
        form.addRow("", self._message)
        form.addRow(self.tr("Kind"), self._kind)
        column = dialog_layout(self, _WIDTH)
        if explanation:
            column.addWidget(muted_label(explanation))
        column.addLayout(form)
        column.addWidget(buttons)
        self._name.setFocus()
