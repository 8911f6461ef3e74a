# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from archivist.errors import QueryMistake
from archivist.model import Completion, CompletionChoice
from archivist.ui.icons import Icons
from archivist.ui.search_field import SearchField

Type = Callable[[QWidget, str], None]


@pytest.fixture
def field(qtbot: QtBot, icons: Icons) -> SearchField:
    field = SearchField(icons)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    line(field).setFocus()
    return field


def line(field: SearchField) -> QLineEdit:
    return field.findChildren(QLineEdit)[0]


def offer(field: SearchField, query: str, *choices: str) -> None:
    """The answer to a query with the caret at its end, whose last word may go on so."""
    word = query.rfind(" ") + 1
    answer = Completion(word, len(query), tuple(CompletionChoice(each, f"about {each}") for each in choices))
    field.show_completion(query, len(query), answer)


def offered(field: SearchField) -> list[str]:
    return [each.text for each in field.offers.offered]


def test_typing_says_what_is_typed(qtbot: QtBot, field: SearchField, type_text: Type) -> None:
    with qtbot.waitSignal(field.query_changed, check_params_cb=lambda query: query == "ґанок"):
        type_text(line(field), "ґанок")


def test_a_mistake_is_told_at_its_place(field: SearchField) -> None:
    field.show_mistake(QueryMistake("dam AND <b>", 8, "a word was expected"))
    assert "dam AND <u><b>&lt;</b></u>b&gt;" in field.mistake
    assert "a word was expected" in field.mistake
    field.show_mistake(None)
    assert field.mistake == ""


def test_a_query_that_is_being_typed_is_not_mistaken_yet(qtbot: QtBot, field: SearchField, type_text: Type) -> None:
    mistake = QueryMistake("dam AND", 7, "a word was expected")
    type_text(line(field), "dam AND")
    field.show_mistake(mistake)
    assert field.mistake == ""
    qtbot.keyClick(line(field), Qt.Key.Key_Return)
    field.show_mistake(mistake)
    assert field.mistake
    field.show_mistake(None)
    type_text(line(field), " ")
    field.show_mistake(mistake)
    qtbot.waitUntil(lambda: bool(field.mistake))


def test_a_mistake_at_the_end_is_told_too(field: SearchField) -> None:
    field.show_mistake(QueryMistake("dam AND", 7, "a word was expected"))
    assert "dam AND<u><b>\u00a0</b></u>" in field.mistake


def test_escape_empties_the_field_and_down_leaves_it(qtbot: QtBot, field: SearchField) -> None:
    field.set_query("dam")
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(line(field), Qt.Key.Key_Down)
    qtbot.keyClick(line(field), Qt.Key.Key_Escape)
    assert field.query == ""


def test_a_pause_in_typing_asks_how_the_query_may_go_on(qtbot: QtBot, field: SearchField, type_text: Type) -> None:
    with qtbot.waitSignal(field.completion_wanted) as wanted:
        type_text(line(field), "🌊 гре")
    assert wanted.args == ["🌊 гре", 5]


def test_an_offer_is_chosen_by_arrow_and_taken_by_enter(qtbot: QtBot, field: SearchField, type_text: Type) -> None:
    type_text(line(field), "dam ou")
    offer(field, "dam ou", "outlet:", "out")
    assert offered(field) == ["outlet:", "out"]
    popup = field.offers._list
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(field.query_entered):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.query == "dam outlet:"
    assert line(field).cursorPosition() == len("dam outlet:")
    assert offered(field) == []


def test_tab_takes_the_first_offer(qtbot: QtBot, field: SearchField, type_text: Type) -> None:
    type_text(line(field), "ou")
    offer(field, "ou", "outlet:", "out")
    qtbot.keyClick(field.offers._list, Qt.Key.Key_Tab)
    assert field.query == "outlet:"


def test_what_stands_behind_the_caret_stays(field: SearchField) -> None:
    field.set_query("🌊 ou AND dam")
    line(field).setCursorPosition(len("🌊 ou".encode("utf-16-le")) // 2)
    field.show_completion("🌊 ou AND dam", 4, Completion(2, 4, (CompletionChoice("outlet:", ""),)))
    assert field.offers.take_current()
    assert field.query == "🌊 outlet: AND dam"
    assert line(field).cursorPosition() == len("🌊 outlet:".encode("utf-16-le")) // 2


def test_enter_without_a_choice_searches(qtbot: QtBot, field: SearchField, type_text: Type) -> None:
    type_text(line(field), "ou")
    offer(field, "ou", "outlet:")
    with qtbot.waitSignal(field.query_entered, check_params_cb=lambda query: query == "ou"):
        qtbot.keyClick(field.offers._list, Qt.Key.Key_Return)
    assert field.query == "ou"
    assert offered(field) == []


def test_escape_closes_the_offers_first(qtbot: QtBot, field: SearchField, type_text: Type) -> None:
    type_text(line(field), "ou")
    offer(field, "ou", "outlet:")
    qtbot.keyClick(field.offers._list, Qt.Key.Key_Escape)
    assert offered(field) == []
    assert field.query == "ou"


def test_an_answer_that_comes_late_is_not_offered(field: SearchField, type_text: Type) -> None:
    type_text(line(field), "out")
    offer(field, "ou", "outlet:")
    assert offered(field) == []


def test_what_is_typed_already_is_not_offered(field: SearchField, type_text: Type) -> None:
    type_text(line(field), "dam")
    offer(field, "dam", "dam")
    assert offered(field) == []


def test_down_in_an_empty_field_offers_recent_searches(qtbot: QtBot, field: SearchField) -> None:
    field.set_recent(["гребля", "dam"])
    qtbot.keyClick(line(field), Qt.Key.Key_Down)
    assert offered(field) == ["гребля", "dam", "Clear recent searches"]
    popup = field.offers._list
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.query == "dam"


def test_recent_searches_are_cleared_from_their_list(qtbot: QtBot, field: SearchField) -> None:
    field.set_recent(["dam"])
    qtbot.keyClick(line(field), Qt.Key.Key_Down)
    popup = field.offers._list
    qtbot.keyClick(popup, Qt.Key.Key_Up)
    with qtbot.waitSignal(field.history_unwanted):
        qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.query == ""


def test_without_recent_searches_down_leaves(qtbot: QtBot, field: SearchField) -> None:
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(line(field), Qt.Key.Key_Down)


def test_what_was_found_can_be_exported_from_the_field(field: SearchField) -> None:
    key = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    key.accept()
    line(field).event(key)
    assert not key.isAccepted()
    other = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    other.ignore()
    line(field).event(other)
    assert other.isAccepted()
