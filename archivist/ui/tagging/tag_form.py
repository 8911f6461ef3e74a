# SPDX-License-Identifier: GPL-3.0-or-later
"""The fields of one tag, with what is wrong said beside the field where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from archivist.model import Kind, Tag
from archivist.store.tags import is_key
from archivist.ui.actions import plain
from archivist.ui.forms import (
    ChoiceField,
    LongTextField,
    form_layout,
    message_label,
    set_message,
    set_mistaken,
    symbol_icon,
)
from archivist.ui.keys import Keys
from archivist.ui.matching import is_named
from archivist.ui.tagging.colour_field import PRESETS, ColourField
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

# What a new tag of a kind is offered.
_FIRST = {Kind.EVENT: PRESETS[1], Kind.ACTOR: PRESETS[7], Kind.FIGURE: PRESETS[5], Kind.DATE: PRESETS[10]}


class TagForm(QWidget):
    """Shows a tag, or the fields for a new one; says when a field was left with something new in it."""

    edited = Signal()  # at every key
    finished = Signal()  # a field was left, or a choice was made

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._wording = Wording(self)
        self._tag: Tag | None = None
        self._others: list[Tag] = []
        self._build()

    def load(self, tag: Tag, tags: Sequence[Tag]) -> None:
        """Show a tag of the codebook `tags`; what is half typed in it stays."""
        known = asdict(tag)
        is_same = self._tag is not None and self._tag.id == tag.id
        if is_same and any(value != known[field] for field, value in self.changes().items()):
            self._tag = tag
            self._others = [other for other in tags if other.id != tag.id]
            return
        self._load(tag, tags)
        for line, text in ((self._name, tag.name), (self._shortcut, tag.shortcut.upper())):
            if line.text() != text:  # else the cursor would move
                line.setText(text)
        self._kind.setCurrentIndex(self._kind.findData(tag.kind))
        self._colour.set_colour(tag.colour)
        self._parent.setCurrentIndex(max(0, self._parent.findData(tag.parent)))
        self._description.load(tag.description)
        self._check()

    def load_new(self, kind: Kind, tags: Sequence[Tag]) -> None:
        """Show the fields for a tag that is to be made."""
        self._load(None, tags)
        self._name.clear()
        self._kind.setCurrentIndex(self._kind.findData(kind))
        self._colour.set_colour(_FIRST[kind])
        self._shortcut.clear()
        self._description.load("")
        self._check()

    def go_to_name(self) -> None:
        """Put the cursor into the name."""
        self._name.setFocus()
        self._name.selectAll()

    def values(self) -> dict[str, str | None]:
        """What stands in the fields."""
        return {
            "name": " ".join(self._name.text().split()),
            "kind": str(self._kind.currentData()),
            "colour": self._colour.colour(),
            "shortcut": self._shortcut.text().strip().lower(),
            "parent": self._parent.currentData(),
            "description": self._description.text().strip(),
        }

    def changes(self) -> dict[str, str | None]:
        """What differs from the shown tag."""
        if self._tag is None:
            return {}
        known = asdict(self._tag)
        return {field: value for field, value in self.values().items() if value != known[field]}

    def mistakes(self) -> dict[str, str]:
        """What is wrong, by field; empty where the tag can be kept."""
        found = {"name": self._name_mistake(), "shortcut": self._shortcut_mistake()}
        if not self._colour.colour():
            found["colour"] = self.tr("This is no colour.")
        return {field: mistake for field, mistake in found.items() if mistake}

    def _load(self, tag: Tag | None, tags: Sequence[Tag]) -> None:
        self._tag = tag
        self._others = [other for other in tags if tag is None or other.id != tag.id]
        below = _below(tag.id, tags) if tag else set()
        self._parent.clear()
        self._parent.addItem(self.tr("none"), None)
        for other in self._others:
            if other.id not in below:
                self._parent.addItem(symbol_icon(other.kind, other.colour, self.palette()), other.name, other.id)

    def _name_mistake(self) -> str:
        name = self._name.text().strip()
        if not name:
            return self.tr("A tag needs a name.")
        taken = next((other for other in self._others if is_named(other.name, name)), None)
        return self.tr("Another tag has this name.") if taken else ""

    def _shortcut_mistake(self) -> str:
        key = self._shortcut.text().strip().lower()
        if key and not is_key(key):
            return self.tr("A key is one letter or digit, or two.")
        taken = next((other for other in self._others if key and other.shortcut == key), None)
        return self.tr("This key belongs to “{name}”.").format(name=taken.name) if taken else ""

    def _shortcut_hint(self) -> str:
        """What a key does besides: it takes that of an action, or waits for a second one."""
        key = self._shortcut.text().strip().lower()
        action = self._keys.action_shadowed_by(key) if key else None
        if action is not None:
            said = self.tr("In the article, this key then no longer does “{action}”.")
            return said.format(action=plain(action.text))
        return self.tr("One letter or digit, or that of the tag above and one more")

    def _check(self) -> None:
        mistakes = self.mistakes()
        is_untouched = self._tag is None and not self._name.text()
        for field, line, label, hint in (
            ("name", self._name, self._name_message, ""),
            (
                "shortcut",
                self._shortcut,
                self._shortcut_message,
                self._shortcut_hint(),
            ),
        ):
            mistake = "" if field == "name" and is_untouched else mistakes.get(field, "")
            set_mistaken(line, bool(mistake))
            set_message(label, mistake or hint, mistaken=bool(mistake))
            line.setAccessibleDescription(mistake or hint)

    def _on_edited(self) -> None:
        self._check()
        self.edited.emit()

    def _build(self) -> None:
        form = form_layout(self)
        self._name = QLineEdit()
        self._name_message = message_label()
        self._add(form, self.tr("Name"), self._name, self._name_message)
        self._kind = ChoiceField()
        for kind in Kind:
            self._kind.addItem(self._wording.kind(kind), kind.value)
        self._add(form, self.tr("Kind"), self._kind)
        self._colour = ColourField()
        form.addRow(self.tr("Colour"), self._colour)
        self._shortcut = QLineEdit()
        self._shortcut.setMaxLength(2)
        self._shortcut.setMaximumWidth(6 * GRID)
        self._shortcut_message = message_label()
        self._add(form, self.tr("Key"), self._shortcut, self._shortcut_message)
        self._parent = ChoiceField()
        for choice in (self._kind, self._parent):
            choice.setMinimumWidth(20 * GRID)
            choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._add(form, self.tr("Part of"), self._parent)
        self._description = LongTextField()
        self._description.setPlaceholderText(self.tr("When this tag is used, and when not"))
        self._add(form, self.tr("Description"), self._description)
        for line in (self._name, self._shortcut):
            line.textEdited.connect(self._on_edited)
            line.editingFinished.connect(self.finished)
        for choice in (self._kind, self._parent):
            choice.activated.connect(self.finished)
        self._colour.chosen.connect(self.finished)
        self._description.paused.connect(self.finished)

    def _add(self, form: QFormLayout, title: str, field: QWidget, message: QWidget | None = None) -> None:
        field.setAccessibleName(title)
        if message is None:
            form.addRow(title, field)
            return
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(field)
        column.addWidget(message)
        box.setFocusProxy(field)
        form.addRow(title, box)


def _below(tag_id: str, tags: Sequence[Tag]) -> set[str]:
    """The tags that are part of a tag, directly or not."""
    found: set[str] = set()
    ring = {tag_id}
    while ring:
        ring = {tag.id for tag in tags if tag.parent in ring} - found
        found |= ring
    return found
