# SPDX-License-Identifier: GPL-3.0-or-later
"""A field for whether an article may be handed over, and if not, until when and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from archivist.model import Restriction, RestrictionKind
from archivist.ui.forms.choice_field import ChoiceField
from archivist.ui.forms.date_field import DateField
from archivist.ui.theme import GRID


class RestrictionField(QWidget):
    """A choice; under it, where they apply, the last day of an embargo and a reason."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._show_what_applies()

    def restriction(self) -> Restriction | None:
        """What was chosen; the end may be EDTF still."""
        kind = self._kind.currentData()
        if not kind:
            return None
        until = self._until.text() if kind == RestrictionKind.EMBARGO else ""
        return Restriction(RestrictionKind(kind), until, self._reason.text().strip())

    def show_restriction(self, restriction: Restriction | None) -> None:
        """Show what holds now."""
        self._kind.choose(restriction.kind.value if restriction else "")
        self._until.set_text(restriction.until if restriction else "")
        self._reason.setText(restriction.reason if restriction else "")
        self._show_what_applies()

    def is_valid(self) -> bool:
        """Whether it can be kept so."""
        return self._kind.currentData() != RestrictionKind.EMBARGO or self._until.is_valid()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        self._kind.setAccessibleName(name)

    def _show_what_applies(self) -> None:
        kind = self._kind.currentData()
        self._until.setVisible(kind == RestrictionKind.EMBARGO)
        self._reason.setVisible(bool(kind))

    def _on_chosen(self) -> None:
        self._show_what_applies()
        self.edited.emit()

    def _build(self) -> None:
        self._kind = ChoiceField()
        self._kind.addItem(self.tr("No restriction"), "")
        self._kind.addItem(self.tr("Under embargo"), RestrictionKind.EMBARGO.value)
        self._kind.addItem(self.tr("Redacted"), RestrictionKind.REDACTED.value)
        self._kind.setToolTip(self.tr("Exports leave restricted articles out, unless they are asked for"))
        self._kind.activated.connect(self._on_chosen)
        self._until = DateField()
        self._until.setAccessibleName(self.tr("Last day of the embargo"))
        self._until.setToolTip(self.tr("Last day of the embargo; nothing for one without an end"))
        self._until.edited.connect(self.edited)
        self._reason = QLineEdit()
        self._reason.setAccessibleName(self.tr("Reason"))
        self._reason.setPlaceholderText(self.tr("Reason"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for field in (self._kind, self._until, self._reason):
            column.addWidget(field)
        self.setFocusProxy(self._kind)
