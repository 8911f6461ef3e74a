# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Alias, Kind, Record, Role
from archivist.store import Archive
from archivist.ui.icons import Icons
from archivist.ui.records.details import DetailsForm
from archivist.ui.session import Session

_W = TypeVar("_W", bound=QWidget)
Type = Callable[[QWidget, str], None]
Make = Callable[..., Record]


@pytest.fixture
def form(qtbot: QtBot, session: Session, icons: Icons) -> DetailsForm:
    form = DetailsForm(session, icons)
    qtbot.addWidget(form)
    session.records_changed.connect(lambda: reload(form))
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    return form


def reload(form: DetailsForm) -> None:
    shown = form._shown
    if shown is not None:
        form.load(form._session.archive.records.get(shown.id))


def field(form: DetailsForm, name: str, type_: type[_W] = QLineEdit, number: int = 0) -> _W:  # type: ignore[assignment]
    found = [each for each in form.findChildren(type_) if each.accessibleName() == name and each.isVisible()]
    return found[number]


def button(form: DetailsForm, text: str) -> QAbstractButton:
    return next(each for each in form.findChildren(QAbstractButton) if each.text() == text and each.isVisible())


def enter(qtbot: QtBot, line: QWidget) -> None:
    qtbot.keyClick(line, Qt.Key.Key_Return)


def messages(form: DetailsForm) -> str:
    return " ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def test_a_name_is_kept_when_it_is_left(
    qtbot: QtBot, form: DetailsForm, make: Make, archive: Archive, type_text: Type
) -> None:
    record = make("Прт")
    form.load(record)
    form.rename()
    type_text(field(form, "Name"), "Порт")
    enter(qtbot, field(form, "Name"))
    assert archive.records.get(record.id).name == "Порт"


def test_an_empty_name_is_refused_where_it_is_typed(
    qtbot: QtBot, form: DetailsForm, make: Make, archive: Archive
) -> None:
    record = make("Порт")
    form.load(record)
    field(form, "Name").clear()
    enter(qtbot, field(form, "Name"))
    assert "not a possible name of a record" in messages(form)
    assert archive.records.get(record.id).name == "Порт"


def test_each_kind_has_its_own_fields(form: DetailsForm, make: Make) -> None:
    form.load(make("Страйк", Kind.EVENT))
    assert field(form, "Date").isVisible()
    assert not [each for each in form.findChildren(QLineEdit) if each.accessibleName() == "Unit" and each.isVisible()]
    form.load(make("Поранені", Kind.FIGURE))
    assert field(form, "Unit").isVisible()
    assert not [each for each in form.findChildren(QLineEdit) if each.accessibleName() == "Date" and each.isVisible()]


def test_the_type_of_an_actor_is_chosen(form: DetailsForm, make: Make, archive: Archive) -> None:
    record = make("Порт")
    form.load(record)
    types = field(form, "Type", QComboBox)
    types.setCurrentIndex(types.findData("organisation"))
    types.activated.emit(types.currentIndex())
    assert archive.records.get(record.id).draft.type == "organisation"


def test_a_date_that_does_not_exist_is_said_where_it_is_typed(
    qtbot: QtBot, form: DetailsForm, make: Make, archive: Archive, type_text: Type
) -> None:
    record = make("Страйк", Kind.EVENT)
    form.load(record)
    type_text(field(form, "Date"), "2023-02-30")
    enter(qtbot, field(form, "Date"))
    assert "is not in the calendar" in messages(form)
    assert archive.records.get(record.id).draft.date == ""
    field(form, "Date").setText("2023-02?")
    enter(qtbot, field(form, "Date"))
    assert archive.records.get(record.id).draft.date == "2023-02?"


def test_names_are_added_and_taken_away(
    qtbot: QtBot, form: DetailsForm, make: Make, archive: Archive, type_text: Type
) -> None:
    record = make("Порт")
    form.load(record)
    button(form, "Add a name").click()
    type_text(field(form, "Further name"), "The Port")
    enter(qtbot, field(form, "Further name"))
    type_text(field(form, "Its language"), "en")
    enter(qtbot, field(form, "Its language"))
    assert archive.records.get(record.id).draft.aliases == (Alias("The Port", "en"),)
    field(form, "Remove The Port", QAbstractButton).click()
    assert archive.records.get(record.id).draft.aliases == ()


def test_a_role_that_ends_before_it_begins_is_said_where_it_is_typed(
    qtbot: QtBot, form: DetailsForm, make: Make, archive: Archive
) -> None:
    record = make("Олена", roles=(Role("мер", "Тарнгавен", "2020"),))
    form.load(record)
    field(form, "Until").setText("2019")
    enter(qtbot, field(form, "Until"))
    assert "not a possible time of a role" in messages(form)
    field(form, "Until").setText("2021")
    enter(qtbot, field(form, "Until"))
    assert archive.records.get(record.id).draft.roles == (Role("мер", "Тарнгавен", "2020", "2021"),)


def test_ids_of_elsewhere_are_kept(form: DetailsForm, make: Make, archive: Archive) -> None:
    record = make("Порт", external_ids={"wikidata": "Q1"})
    form.load(record)
    field(form, "Id in this scheme").setText("Q2")
    form.save_pending()
    assert archive.records.get(record.id).draft.external_ids == {"wikidata": "Q2"}


def test_a_note_is_kept_when_another_record_is_shown(
    form: DetailsForm, make: Make, archive: Archive, type_text: Type
) -> None:
    record, other = make("Порт"), make("Пірс")
    form.load(record)
    type_text(field(form, "Note", QPlainTextEdit), "see the map")
    form.load(other)
    assert archive.records.get(record.id).draft.note == "see the map"
    assert field(form, "Note", QPlainTextEdit).toPlainText() == ""


def test_what_is_half_typed_stays_when_something_else_of_the_record_changes(
    form: DetailsForm, make: Make, session: Session, type_text: Type
) -> None:
    record = make("Порт")
    form.load(record)
    form.rename()
    type_text(field(form, "Name"), "Гав")
    session.edit_record(record.id, note="x")
    assert field(form, "Name").text() == "Гав"


def test_undo_is_shown(form: DetailsForm, make: Make, session: Session) -> None:
    record = make("Порт")
    form.load(record)
    session.edit_record(record.id, name="Гавань")
    assert field(form, "Name").text() == "Гавань"
    session.undo()
    assert field(form, "Name").text() == "Порт"


def test_a_deleted_record_is_not_written(form: DetailsForm, make: Make, session: Session) -> None:
    record = make("Порт")
    form.load(record)
    field(form, "Name").setText("Гавань")
    form.forget()
    form.save_pending()
    assert session.archive.records.get(record.id).name == "Порт"
