# SPDX-License-Identifier: GPL-3.0-or-later
"""What a record says, field by field; each is kept as soon as it is left, if it can be understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from archivist.errors import ArchivistError
from archivist.model import ActorType, Alias, Kind, Record, RecordDraft, Role
from archivist.store.record_fields import changed
from archivist.ui.errors import ErrorWording
from archivist.ui.forms import (
    ChoiceField,
    DateField,
    LongTextField,
    Part,
    RowsField,
    form_layout,
    message_label,
    muted_label,
    set_message,
    set_mistaken,
)
from archivist.ui.icons import Icons
from archivist.ui.record_wording import RecordWording
from archivist.ui.records.parent_field import ParentField
from archivist.ui.session import Session
from archivist.ui.theme import GRID
from archivist.ui.wording import Wording

_MARGIN = 2 * GRID


@dataclass(slots=True)
class _Field:
    """A field of the form, how it is filled and read, and where its mistake is said."""

    row: QWidget  # the field with its message
    widget: QWidget
    kinds: tuple[Kind, ...]
    load: Callable[[Any], object]
    value: Callable[[], Any]
    message: QLabel
    kept: Any = None  # what the archive holds


class DetailsForm(QScrollArea):
    """Shows the fields of one record; what is entered is kept without being asked."""

    parent_wanted = Signal(str, QRect)  # id of the event; where the choice may open, in global px
    record_wanted = Signal(str)  # id of a record to show

    def __init__(self, session: Session, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._icons = icons
        self._words = RecordWording(self)
        self._wording = Wording(self)
        self._errors = ErrorWording(self)
        self._shown: Record | None = None
        self._fields: dict[str, _Field] = {}
        self._form: QFormLayout = form_layout()
        self._build()

    def load(self, record: Record) -> None:
        """Show a record, or again the one that is shown; what is half typed in it stays."""
        is_other = self._shown is None or self._shown.id != record.id
        if is_other:
            self.save_pending()
        self._shown = record
        for name, field in self._fields.items():
            value = getattr(record.draft, name)
            self._form.setRowVisible(field.row, record.kind in field.kinds)
            if is_other or value != field.kept:
                field.kept = value
                field.load(value)
                self._say(field, "")
        self._parent.show_parent(self._parent_of(record))
        created = self._wording.moment(record.created_at)
        self._origin.setText(self.tr("Added by {who}, {when}").format(who=record.created_by, when=created))
        if is_other:
            self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show no record any more, and write nothing until one is."""
        self.save_pending()
        self._shown = None

    def forget(self) -> None:
        """The shown record is gone."""
        self._shown = None

    def save_pending(self) -> None:
        """Keep what was entered and can be understood."""
        for name in self._fields:
            self._save(name)

    def rename(self) -> None:
        """Go to the name."""
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._name.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        self.save_pending()
        super().hideEvent(event)

    # Private

    def _save(self, name: str) -> None:
        shown, field = self._shown, self._fields[name]
        if shown is None or shown.kind not in field.kinds or field.value() == field.kept:
            return
        draft = self._checked(name)
        if draft is None or getattr(draft, name) == field.kept:
            return
        # Marked before the archive is asked, because its answer makes this form load the record again.
        before, field.kept = field.kept, getattr(draft, name)
        if self._session.edit_record(shown.id, **{name: field.kept}) is None:
            field.kept = before

    def _checked(self, name: str) -> RecordDraft | None:
        """The draft with what a field says; if it cannot be understood, None, and the field says why."""
        shown, field = self._shown, self._fields[name]
        if shown is None:
            return None
        value = field.value()
        if name == "date" and not self._date.is_valid():
            return None  # the field itself says so
        try:
            draft = changed(shown.draft, {name: value})
        except ArchivistError as error:
            self._say(field, " ".join(self._errors.describe(error)))
            return None
        self._say(field, "")
        return draft

    @staticmethod
    def _say(field: _Field, mistake: str) -> None:
        set_message(field.message, mistake, mistaken=True)
        set_mistaken(field.widget, mistaken=bool(mistake))

    def _parent_of(self, record: Record) -> Record | None:
        parent = record.draft.parent
        return self._session.archive.records.at([parent]).get(parent) if parent else None

    def _on_parent_wanted(self) -> None:
        if self._shown is not None:
            self.parent_wanted.emit(self._shown.id, self._parent.place())

    def _on_parent_unwanted(self) -> None:
        if self._shown is not None:
            self._session.edit_record(self._shown.id, parent=None)

    # Building

    def _build(self) -> None:
        every = (Kind.ACTOR, Kind.EVENT, Kind.FIGURE)
        self._name = self._line("name", self.tr("Name"), "", every)
        self._build_types()
        self._line("counted", self.tr("Counted"), self.tr("killed"), (Kind.FIGURE,))
        self._line("of_whom", self.tr("Of whom"), self.tr("police officers"), (Kind.FIGURE,))
        self._line("unit", self.tr("Unit"), self.tr("people, km, euros"), (Kind.FIGURE,))
        self._build_date()
        self._line("place", self.tr("Place"), self.tr("town, country"), (Kind.EVENT,))
        self._parent = ParentField(self._icons)
        self._parent.choice_wanted.connect(self._on_parent_wanted)
        self._parent.none_wanted.connect(self._on_parent_unwanted)
        self._parent.record_wanted.connect(self.record_wanted)
        self._fields["parent"] = _Field(
            self._parent, self._parent, (Kind.EVENT,), lambda _: None, self._parent_value, message_label()
        )
        self._form.addRow(self.tr("Part of"), self._parent)
        self._build_rows(every)
        note = LongTextField()
        note.setAccessibleName(self.tr("Note"))
        note.setPlaceholderText(self.tr("What is worth knowing about it"))
        note.paused.connect(lambda: self._save("note"))
        self._enter("note", self.tr("Note"), note, every, note.load, lambda: note.text().strip())
        self._origin = muted_label()
        self._origin.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addWidget(self._origin)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _parent_value(self) -> str | None:
        return self._fields["parent"].kept  # chosen elsewhere, never typed

    def _build_types(self) -> None:
        """An actor has one of a few types, an event any word: one field each, shown by kind."""
        self._type = ChoiceField()
        self._type.setAccessibleName(self.tr("Type"))
        self._type.addItem(self.tr("not said"), "")
        for each in ActorType:
            self._type.addItem(self._words.actor_type(each), each.value)
        self._type_word = QLineEdit()
        self._type_word.setAccessibleName(self.tr("Type"))
        self._type_word.setPlaceholderText(self.tr("protest, meeting, flood"))
        self._type.activated.connect(lambda: self._save("type"))
        self._type_word.editingFinished.connect(lambda: self._save("type"))
        both = QWidget()
        row = QVBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._type)
        row.addWidget(self._type_word)
        self._enter("type", self.tr("Type"), both, (Kind.ACTOR, Kind.EVENT), self._load_type, self._type_value)

    def _load_type(self, value: str) -> None:
        is_actor = self._shown is not None and self._shown.kind is Kind.ACTOR
        self._type.setVisible(is_actor)
        self._type_word.setVisible(not is_actor)
        self._type.choose(value if is_actor else "")
        self._type_word.setText("" if is_actor else value)

    def _type_value(self) -> str:
        is_actor = self._shown is not None and self._shown.kind is Kind.ACTOR
        return str(self._type.currentData()) if is_actor else self._type_word.text().strip()

    def _build_date(self) -> None:
        self._date = DateField()
        self._date.setAccessibleName(self.tr("Date"))
        self._date.finished.connect(lambda: self._save("date"))
        self._enter("date", self.tr("Date"), self._date, (Kind.EVENT,), self._date.set_text, self._date.text)

    def _build_rows(self, every: tuple[Kind, ...]) -> None:
        give = self._icons.give
        aliases = RowsField(
            (
                Part(self.tr("Further name"), self.tr("further name"), 4),
                Part(self.tr("Its language"), self.tr("uk, ru, en"), 1),
            ),
            self.tr("Add a name"),
            give,
        )
        self._rows(
            "aliases",
            self.tr("Also called"),
            aliases,
            every,
            (
                lambda found: [(each.name, each.language) for each in found],
                lambda rows: tuple(Alias(*each) for each in rows if each[0]),
            ),
        )
        roles = RowsField(
            (
                Part(self.tr("Role"), self.tr("minister"), 3),
                Part(self.tr("Organisation"), self.tr("of what"), 3),
                Part(self.tr("Since"), self.tr("since"), 2),
                Part(self.tr("Until"), self.tr("until"), 2),
            ),
            self.tr("Add a role"),
            give,
        )
        self._rows(
            "roles",
            self.tr("Roles"),
            roles,
            (Kind.ACTOR,),
            (
                lambda found: [(each.title, each.organisation, each.since, each.until) for each in found],
                lambda rows: tuple(Role(*each) for each in rows),
            ),
        )
        ids = RowsField(
            (Part(self.tr("Scheme"), "wikidata", 2), Part(self.tr("Id in this scheme"), "Q42", 3)),
            self.tr("Add an id"),
            give,
        )
        self._rows("external_ids", self.tr("Known elsewhere as"), ids, every, (lambda found: list(found.items()), dict))

    def _rows(
        self,
        name: str,
        title: str,
        rows: RowsField,
        kinds: tuple[Kind, ...],
        forms: tuple[Callable[[Any], Any], Callable[[Any], Any]],
    ) -> None:
        """`forms` make rows of what the archive holds, and that of rows."""
        to_rows, of_rows = forms
        rows.finished.connect(lambda: self._save(name))
        self._enter(name, title, rows, kinds, lambda value: rows.load(to_rows(value)), lambda: of_rows(rows.values()))

    def _line(self, name: str, title: str, hint: str, kinds: tuple[Kind, ...]) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(title)
        line.setPlaceholderText(hint)
        line.editingFinished.connect(lambda: self._save(name))

        def load(value: str) -> None:
            line.setText(value)
            line.setCursorPosition(0)

        self._enter(name, title, line, kinds, load, lambda: line.text().strip())
        return line

    def _enter(
        self,
        name: str,
        title: str,
        widget: QWidget,
        kinds: tuple[Kind, ...],
        load: Callable[[Any], object],
        value: Callable[[], Any],
    ) -> None:
        message = message_label()
        field = QWidget()
        column = QVBoxLayout(field)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(widget)
        column.addWidget(message)
        self._form.addRow(title, field)
        self._fields[name] = _Field(field, widget, kinds, load, value, message)
