# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Annotation
from archivist.store import Archive
from archivist.ui.forms import ChoiceField
from archivist.ui.inspector import InspectorPanel
from archivist.ui.session import Session


@pytest.fixture
def shown(panel: InspectorPanel) -> Callable[[Annotation], QWidget]:
    def show(annotation: Annotation) -> QWidget:
        panel.show_annotation(annotation.id)
        return panel.currentWidget()

    return show


def line(page: QWidget, name: str) -> QLineEdit:
    return next(each for each in page.findChildren(QLineEdit) if each.accessibleName() == name and each.isVisible())


def messages(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_figure_shows_its_number(shown: Callable[[Annotation], QWidget], figure: Annotation) -> None:
    page = shown(figure)
    assert line(page, "Number").text() == "12"
    assert page.findChild(ChoiceField).currentText() == "about"


def test_a_field_is_kept_when_it_is_left(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, figure: Annotation
) -> None:
    page = shown(figure)
    qtbot.keyClicks(line(page, "Unit"), "people")
    qtbot.keyClick(line(page, "Unit"), Qt.Key.Key_Return)
    assert archive.annotations.get(figure.id).attributes == {"value": 12, "approximation": "about", "unit": "people"}


def test_a_number_is_stored_as_a_number(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, figure: Annotation
) -> None:
    page = shown(figure)
    line(page, "Number").clear()
    for name, text in (("From", "2,5"), ("To", "1 200")):
        qtbot.keyClicks(line(page, name), text)
    qtbot.keyClick(line(page, "To"), Qt.Key.Key_Return)
    assert archive.annotations.get(figure.id).attributes == {"low": 2.5, "high": 1200, "approximation": "about"}


def test_a_choice_of_approximation_is_kept_at_once(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, figure: Annotation
) -> None:
    choice = shown(figure).findChild(ChoiceField)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == "at least"
    assert archive.annotations.get(figure.id).attributes["approximation"] == "at_least"


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("Number", "18-20", "Write a number"),
        ("Number", "1.234", "“1.234” can be read as two numbers. Write 1234 or 1.2340."),
        ("As of", "2023-13", "is not in the calendar"),
    ],
)
def test_what_cannot_be_understood_is_said_while_it_is_typed_and_not_kept(
    qtbot: QtBot,
    shown: Callable[[Annotation], QWidget],
    archive: Archive,
    figure: Annotation,
    name: str,
    typed: str,
    said: str,
) -> None:
    page = shown(figure)
    line(page, name).clear()
    qtbot.keyClicks(line(page, name), typed)
    assert said in messages(page)
    assert line(page, name).property("mistaken") is True
    qtbot.keyClick(line(page, name), Qt.Key.Key_Return)
    assert archive.annotations.get(figure.id).attributes == figure.attributes


def test_a_number_that_was_not_typed_has_one_reading(
    shown: Callable[[Annotation], QWidget], annotate: Callable[..., Annotation]
) -> None:
    page = shown(annotate("12", "killed", attributes={"value": 1.234}))
    assert (line(page, "Number").text(), line(page, "Number").property("mistaken")) == ("1.234", False)


def test_a_range_upside_down_is_a_mistake(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], figure: Annotation
) -> None:
    page = shown(figure)
    qtbot.keyClicks(line(page, "From"), "20")
    qtbot.keyClicks(line(page, "To"), "15")
    assert "lower one" in messages(page)


def test_a_date_is_worded_while_it_is_typed(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], figure: Annotation
) -> None:
    page = shown(figure)
    qtbot.keyClicks(line(page, "As of"), "2023-04")
    assert "1 April 2023 to 30 April 2023" in messages(page)


def test_another_kind_has_rows_of_name_and_value(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, event: Annotation
) -> None:
    page = shown(event)
    value = line(page, "Value of place")
    value.selectAll()
    qtbot.keyClicks(value, "harbour")
    qtbot.keyClick(value, Qt.Key.Key_Return)
    assert archive.annotations.get(event.id).attributes == {"place": "harbour"}


def test_a_row_can_be_added_and_taken_away(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, event: Annotation
) -> None:
    page = shown(event)
    next(each for each in page.findChildren(QPushButton) if each.text() == "Add a detail").click()
    fresh = [each for each in page.findChildren(QLineEdit) if each.isVisible() and not each.text()]
    qtbot.keyClicks(fresh[0], "organiser")
    qtbot.keyClicks(fresh[1], "union")
    qtbot.keyClick(fresh[1], Qt.Key.Key_Return)
    assert archive.annotations.get(event.id).attributes == {"place": "порт", "organiser": "union"}
    next(each for each in page.findChildren(QToolButton) if each.accessibleName() == "Remove place").click()
    assert archive.annotations.get(event.id).attributes == {"organiser": "union"}


def test_a_mistake_in_a_row_is_said(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, annotate: Callable[..., Annotation]
) -> None:
    dated = annotate("порту", "strike", attributes={"edtf": "2023-04"})
    page = shown(dated)
    line(page, "Value of edtf").setText("")
    qtbot.keyClicks(line(page, "Value of edtf"), "spring")
    assert "spring" in messages(page)
    qtbot.keyClick(line(page, "Value of edtf"), Qt.Key.Key_Return)
    assert archive.annotations.get(dated.id).attributes == {"edtf": "2023-04"}


def test_values_that_are_no_text_are_left_as_they_are(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, annotate: Callable[..., Annotation]
) -> None:
    listed = annotate("порту", "strike", attributes={"places": ["порт", "док"], "of": "x"})
    page = shown(listed)
    assert line(page, "Value of places").text() == '["порт", "док"]'
    qtbot.keyClicks(line(page, "Value of of"), "y")
    qtbot.keyClick(line(page, "Value of of"), Qt.Key.Key_Return)
    assert archive.annotations.get(listed.id).attributes == {"places": ["порт", "док"], "of": "xy"}


def test_a_figure_keeps_attributes_of_other_names(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, annotate: Callable[..., Annotation]
) -> None:
    figure = annotate("12", "killed", attributes={"value": 12, "source": "page 3"})
    page = shown(figure)
    qtbot.keyClicks(line(page, "Unit"), "people")
    qtbot.keyClick(line(page, "Unit"), Qt.Key.Key_Return)
    assert archive.annotations.get(figure.id).attributes == {"value": 12, "source": "page 3", "unit": "people"}


def test_what_is_half_typed_survives_another_change(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], session: Session, figure: Annotation
) -> None:
    page = shown(figure)
    qtbot.keyClicks(line(page, "Unit"), "peo")
    session.edit_note(figure.id, "нотатка")
    assert line(page, "Unit").text() == "peo"


def test_undo_is_shown(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], session: Session, figure: Annotation
) -> None:
    page = shown(figure)
    qtbot.keyClicks(line(page, "Unit"), "people")
    qtbot.keyClick(line(page, "Unit"), Qt.Key.Key_Return)
    session.undo()
    assert line(page, "Unit").text() == ""


def test_what_was_typed_is_kept_when_another_annotation_is_chosen(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], archive: Archive, figure: Annotation, event: Annotation
) -> None:
    page = shown(figure)
    qtbot.keyClicks(line(page, "Unit"), "people")
    shown(event)
    assert archive.annotations.get(figure.id).attributes["unit"] == "people"


def test_tab_goes_through_the_rows_before_the_button_that_adds_one(
    qtbot: QtBot, shown: Callable[[Annotation], QWidget], annotate: Callable[..., Annotation]
) -> None:
    page = shown(annotate("12", "killed", attributes={"value": 12, "source": "page 3"}))
    add = next(each for each in page.findChildren(QPushButton) if each.text() == "Add a detail")
    add.click()
    widget, passed = line(page, "As of"), []
    while widget is not add:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            passed.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    row = ["Name of the detail", "Value of source", "Remove source"]
    assert passed == ["As of", *row, "Name of the detail", "Value of …", "Remove …"]
