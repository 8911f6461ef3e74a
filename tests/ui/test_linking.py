# SPDX-License-Identifier: GPL-3.0-or-later
"""Linking as a person does it in the window: tag, R, Enter."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, Kind, Record, RecordDraft
from archivist.store import Archive
from archivist.ui.window import Window

Type = Callable[[QWidget, str], None]
BODY = "Страйк у порту\n\nМіністерство назвало трьох поранених; пізніше міністерство мовчало 5 жовтня."
PATIENCE_MS = 30_000


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, add_article: Callable[..., Article]) -> Window:
    add_article(BODY)
    archive.tags.add("day", "date", shortcut="d")
    return open_window(archive)


@pytest.fixture
def ministry(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство"))


def select(window: Window, words: str) -> None:
    start = window.desk.reader.view.article_text.index(words)
    window.desk.reader.view.setFocus()
    window.desk.reader.view.select(start, start + len(words))


def press(
    qtbot: QtBot, window: Window, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(window.desk.reader.view, key, modifier)


def tag(qtbot: QtBot, window: Window, words: str, key: Qt.Key = Qt.Key.Key_M) -> None:
    select(window, words)
    press(qtbot, window, key)


def chosen(window: Window) -> Annotation:
    id_ = window.desk.reader.view.chosen
    assert id_ is not None
    return window.desk.archive.annotations.get(id_)


def enter(qtbot: QtBot, window: Window) -> None:
    popup = window.desk.linking.popup
    qtbot.waitUntil(lambda: popup.isVisible() and not popup.awaits_answer, timeout=PATIENCE_MS)
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not popup.isVisible(), timeout=PATIENCE_MS)


def record_of(window: Window) -> Record:
    record = chosen(window).record
    assert record is not None
    return window.desk.archive.records.get(record)


def test_tag_then_r_then_enter_links_to_the_record_that_is_named(
    qtbot: QtBot, window: Window, ministry: Record
) -> None:
    tag(qtbot, window, "Міністерство")
    press(qtbot, window, Qt.Key.Key_R)
    enter(qtbot, window)
    assert record_of(window).id == ministry.id
    assert window.desk.reader.view.hasFocus()


def test_a_record_that_is_not_there_is_made_and_linked_in_one_step(qtbot: QtBot, window: Window) -> None:
    tag(qtbot, window, "поранених", Qt.Key.Key_K)
    press(qtbot, window, Qt.Key.Key_R)
    enter(qtbot, window)
    assert (record_of(window).kind, record_of(window).name) == (Kind.FIGURE, "поранених")
    window.actions_["undo"].trigger()
    assert chosen(window).record is None
    assert window.desk.archive.records.count() == 0


def test_a_new_record_is_offered_in_its_dictionary_form(
    qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, add_article: Callable[..., Article]
) -> None:
    add_article("Докери розмовляли з Олександром Гречаником.", language="uk")
    window = open_window(archive)
    tag(qtbot, window, "Олександром Гречаником")
    press(qtbot, window, Qt.Key.Key_R)
    popup = window.desk.linking.popup
    qtbot.keyClick(popup.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # before the answer
    qtbot.waitUntil(lambda: not popup.isVisible(), timeout=PATIENCE_MS)
    assert record_of(window).name == "Олександр Гречаник"


def test_the_name_that_is_offered_can_be_changed(
    qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, add_article: Callable[..., Article]
) -> None:
    add_article("Докери стоять у Тарнгавенській затоці.", language="uk")
    window = open_window(archive)
    tag(qtbot, window, "Тарнгавенській затоці")
    press(qtbot, window, Qt.Key.Key_R)
    popup = window.desk.linking.popup
    qtbot.waitUntil(lambda: not popup.awaits_answer, timeout=PATIENCE_MS)
    assert popup.field.text() == popup.field.selectedText() == "Тарнгавенська затока"
    popup.field.end(False)
    qtbot.keyClicks(popup.field, " 2")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert record_of(window).name == "Тарнгавенська затока 2"


def test_the_last_record_is_linked_again_by_one_key(qtbot: QtBot, window: Window, ministry: Record) -> None:
    tag(qtbot, window, "Міністерство")
    press(qtbot, window, Qt.Key.Key_R)
    enter(qtbot, window)
    tag(qtbot, window, "міністерство")
    press(qtbot, window, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert record_of(window).id == ministry.id


def test_selected_words_are_tagged_and_linked_as_the_last_ones_by_one_key(
    qtbot: QtBot, window: Window, ministry: Record
) -> None:
    tag(qtbot, window, "Міністерство")
    press(qtbot, window, Qt.Key.Key_R)
    enter(qtbot, window)
    select(window, "міністерство")
    press(qtbot, window, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert (chosen(window).quote, chosen(window).tag.name) == ("міністерство", "ministry")
    assert record_of(window).id == ministry.id


def test_unlinking_leaves_the_annotation(qtbot: QtBot, window: Window, ministry: Record) -> None:
    tag(qtbot, window, "Міністерство")
    window.desk.session.link(chosen(window).id, ministry.id)
    window.actions_["unlink_record"].trigger()
    assert chosen(window).record is None


def test_with_nothing_chosen_it_says_what_to_do(qtbot: QtBot, window: Window) -> None:
    select(window, "порту")
    press(qtbot, window, Qt.Key.Key_R)
    assert "Tag the words first" in window.desk.messages.text()
    press(qtbot, window, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert "No record has been linked yet" in window.desk.messages.text()


def test_of_a_date_there_is_no_record(qtbot: QtBot, window: Window) -> None:
    tag(qtbot, window, "5 жовтня", Qt.Key.Key_D)
    press(qtbot, window, Qt.Key.Key_R)
    assert "Of dates there are no records" in window.desk.messages.text()
    assert not window.desk.linking.popup.isVisible()


def test_the_annotation_at_the_caret_is_linked(qtbot: QtBot, window: Window, ministry: Record) -> None:
    tag(qtbot, window, "Міністерство")
    press(qtbot, window, Qt.Key.Key_Escape)
    start = BODY.index("Міністерство")
    window.desk.reader.view.select(start + 2, start + 2)
    press(qtbot, window, Qt.Key.Key_R)
    enter(qtbot, window)
    assert record_of(window).id == ministry.id


def test_the_inspector_shows_the_record_and_opens_the_choice(qtbot: QtBot, window: Window, ministry: Record) -> None:
    tag(qtbot, window, "Міністерство")
    window.desk.session.link(chosen(window).id, ministry.id)
    buttons = {button.accessibleName(): button for button in window.desk.inspector.findChildren(QAbstractButton)}
    qtbot.mouseClick(buttons["Record: Міністерство"], Qt.MouseButton.LeftButton)
    assert window.desk.linking.popup.isVisible()
    window.desk.linking.popup.close()
    with qtbot.waitSignal(window.desk.inspector.record_wanted) as wanted:
        qtbot.mouseClick(buttons["Show the record"], Qt.MouseButton.LeftButton)
    assert wanted.args == [ministry.id]
    qtbot.mouseClick(buttons["Unlink from the record"], Qt.MouseButton.LeftButton)
    assert chosen(window).record is None
    assert buttons["Record: Міністерство"].accessibleName() == "Record: none"


def test_the_names_of_records_are_known_for_the_margin(qtbot: QtBot, window: Window, ministry: Record) -> None:
    tag(qtbot, window, "Міністерство")
    window.desk.session.link(chosen(window).id, ministry.id)
    assert window.desk.linking.record_names() == {chosen(window).id: "Міністерство"}


def test_a_new_record_is_of_the_type_that_the_tag_names(
    qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, add_article: Callable[..., Article]
) -> None:
    add_article("Голова Остап Гречаник мовчав.")
    archive.tags.add("person", "actor", shortcut="p")
    window = open_window(archive)
    tag(qtbot, window, "Остап Гречаник", Qt.Key.Key_P)
    press(qtbot, window, Qt.Key.Key_R)
    enter(qtbot, window)
    assert record_of(window).draft == RecordDraft(Kind.ACTOR, "Остап Гречаник", type="person")
