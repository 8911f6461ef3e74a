# SPDX-License-Identifier: GPL-3.0-or-later
"""The attributes of the chosen annotation: those of a figure by name, any others as rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from archivist.errors import ArchivistError
from archivist.model import Annotation, JsonValue, Kind
from archivist.store.attributes import checked
from archivist.ui.errors import ErrorWording
from archivist.ui.forms import message_label, set_message
from archivist.ui.icons import Icons
from archivist.ui.inspector import figure_fields
from archivist.ui.inspector.figure_fields import FigureFields
from archivist.ui.inspector.free_rows import FreeRows
from archivist.ui.theme import GRID

Keep = Callable[[str, Mapping[str, JsonValue]], bool]


class AttributesForm(QWidget):
    """Keeps what was entered as soon as a field is left, if all of it can be understood."""

    def __init__(self, keep: Keep, icons: Icons, parent: QWidget | None = None) -> None:
        """keep(annotation id, attributes) says whether the archive took them."""
        super().__init__(parent)
        self._keep = keep
        self._wording = ErrorWording(self)
        self._annotation: str = ""
        self._kind: Kind | None = None
        self._kept: dict[str, JsonValue] = {}
        self._build(icons)

    def load(self, annotation: Annotation) -> None:
        """Show the attributes of an annotation; what is half typed stays, if they have not changed."""
        known = (self._annotation, self._kind, self._kept)
        if known == (annotation.id, annotation.tag.kind, dict(annotation.attributes)):
            return
        self._annotation, self._kind, self._kept = annotation.id, annotation.tag.kind, dict(annotation.attributes)
        is_figure = self._kind is Kind.FIGURE
        self._figure.setVisible(is_figure)
        self._figure.load(annotation.attributes if is_figure else {})
        named = figure_fields.NAMES if is_figure else ()
        self._rows.load({name: value for name, value in annotation.attributes.items() if name not in named})
        set_message(self._message, "")

    def clear(self) -> None:
        """Forget the annotation; what stands in the fields is nobody's."""
        self._annotation, self._kind, self._kept = "", None, {}

    def save_pending(self) -> None:
        """Keep what was entered, if it can be understood and is new."""
        attributes = self._checked() if self._annotation else None
        if attributes is None or attributes == self._kept:
            return
        before, self._kept = self._kept, attributes
        if not self._keep(self._annotation, attributes):
            self._kept = before

    def _build(self, icons: Icons) -> None:
        self._figure = FigureFields()
        self._rows = FreeRows(icons)
        self._message = message_label()
        for part in (self._figure, self._rows):
            part.finished.connect(self.save_pending)
        self._rows.edited.connect(self._checked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._figure)
        layout.addWidget(self._rows)
        layout.addWidget(self._message)

    def _checked(self) -> dict[str, JsonValue] | None:
        """The attributes as the archive would hold them, or None; a mistake in a row is shown."""
        is_figure = self._kind is Kind.FIGURE
        if is_figure and not self._figure.is_valid():
            return None  # the field itself says so
        try:
            attributes = checked({**(self._figure.values() if is_figure else {}), **self._rows.values()})
        except ArchivistError as error:
            set_message(self._message, " ".join(self._wording.describe(error)), mistaken=True)
            return None
        set_message(self._message, "")
        return attributes
