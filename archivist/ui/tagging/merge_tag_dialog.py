# SPDX-License-Identifier: GPL-3.0-or-later
"""Choosing into which tag another is merged, with what that comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from archivist.model import Tag
from archivist.ui.forms import ChoiceField, dialog_layout, muted_label, symbol_icon
from archivist.ui.theme import GRID

_WIDTH = 56 * GRID


class MergeTagDialog(QDialog):
    """Asks which tag takes the annotations of another; both counts are shown."""

    def __init__(
        self, tag: Tag, others: Sequence[Tag], counts: Mapping[str, int], parent: QWidget | None = None
    ) -> None:
        """`others` are the tags of its kind, at least one; counts are by the tag's id."""
        super().__init__(parent)
        self._tag = tag
        self._others = {other.id: other for other in others}
        self._counts = counts
        self._choice = ChoiceField()
        self._said = muted_label()
        self._build()

    @property
    def into(self) -> str:
        """The id of the tag that is chosen."""
        return str(self._choice.currentData())

    def choose(self, tag_id: str) -> None:
        """Choose a tag (id)."""
        self._choice.setCurrentIndex(self._choice.findData(tag_id))

    def _describe(self) -> None:
        ours, theirs = self._counts.get(self._tag.id, 0), self._counts.get(self.into, 0)
        moved = self.tr("%Ln annotation(s)", "", ours)
        together = self.tr("%Ln annotation(s)", "", ours + theirs)
        said = self.tr(
            "{moved} of “{name}” will go to “{other}”, which then has {together}. “{name}” is deleted; the tags "
            "below it come below “{other}”. One undo takes all of it back."
        )
        other = self._others[self.into].name
        self._said.setText(said.format(moved=moved, name=self._tag.name, other=other, together=together))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Merge tags"))
        for other in self._others.values():
            icon = symbol_icon(other.kind, other.colour, self.palette())
            text = self.tr("{name} ({count})").format(
                name=other.name, count=self.locale().toString(self._counts.get(other.id, 0))
            )
            self._choice.addItem(icon, text, other.id)
        self._choice.currentIndexChanged.connect(self._describe)
        title = muted_label(self.tr("Merge “{name}” into:").format(name=self._tag.name))
        title.setBuddy(self._choice)
        self._choice.setAccessibleName(title.text())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.tr("&Merge"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = dialog_layout(self, _WIDTH)
        column.addWidget(title)
        column.addWidget(self._choice)
        column.addWidget(self._said)
        column.addWidget(buttons)
        self._describe()
        self._choice.setFocus()
