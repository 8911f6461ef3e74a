# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotating by hand: by keys alone, and by the pointer alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, Status
from archivist.store import Archive
from archivist.ui.window import Window

Open = Callable[[Archive], Window]
Add = Callable[..., Article]
Type = Callable[[QWidget, str], None]

BODY = "Греблю прорвало\n\nЗагинули троє людей біля греблі 🌊, повідомило міністерство внутрішніх справ. Порт закрито."


@pytest.fixture
def articles(archive: Archive, add_article: Add) -> list[Article]:
    killed = archive.tags.named("killed")
    archive.tags.add("soldiers", "figure", shortcut="ks", parent=killed.id)
    return [
        add_article("Докери страйкують\n\nСтрайк триває.", language="uk", published="2023-10"),
        add_article(BODY, language="uk", published="2024-03-05"),
    ]


@pytest.fixture
def window(open_window: Open, archive: Archive, articles: list[Article]) -> Window:
    window = open_window(archive)
    window.desk.reader.view.setFocus()
    return window


def select(window: Window, words: str) -> None:
    start = BODY.index(words)
    window.desk.reader.view.select(start, start + len(words))


def put_caret(window: Window, words: str) -> None:
    start = BODY.index(words) + 1
    window.desk.reader.view.select(start, start)


def selected(window: Window) -> str:
    span = window.desk.reader.view.selection()
    return BODY[slice(*span)] if span else ""


def quotes(window: Window) -> list[tuple[str, str]]:
    article = window.desk.opening.article
    assert article is not None
    found = window.desk.archive.annotations.of_article(article.id)
    return [(annotation.quote, annotation.tag.name) for annotation in found]


def press(window: Window, keys: str) -> None:
    """The keys of an action, as Qt writes them."""
    QTest.keySequence(window.desk.reader.view, QKeySequence(keys))


def strip_button(window: Window, tag: str) -> QAbstractButton:
    buttons = window.desk.strip.findChildren(QAbstractButton)
    return next(each for each in buttons if each.text() == tag and not each.isHidden())


def place_of(window: Window, words: str, at: int = 0) -> QPoint:
    """The middle of a letter of words, in px of the viewport."""
    view = window.desk.reader.view
    start = BODY.index(words) + at
    view.select(start, start)
    rect = view.cursorRect()
    return QPoint(rect.left() + 3, rect.center().y())


def sweep(window: Window, words: str) -> None:
    """Select words by dragging over them."""
    viewport = window.desk.reader.view.viewport()
    first, last = place_of(window, words) - QPoint(2, 0), place_of(window, words, len(words)) - QPoint(3, 0)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last)


# Two levels of keys


def test_the_key_of_the_parent_then_that_of_the_child(window: Window, type_text: Type) -> None:
    select(window, "троє людей")
    type_text(window.desk.reader.view, "k")
    assert quotes(window) == []
    shown = [each.text() for each in window.desk.strip.findChildren(QAbstractButton) if not each.isHidden()]
    assert shown == ["killed", "soldiers", "Enter: killed. Esc: none."]
    type_text(window.desk.reader.view, "s")
    assert quotes(window) == [("троє людей", "soldiers")]
    assert strip_button(window, "strike").isVisible()


# A tag in hand


def test_a_tag_is_taken_in_hand_and_given_to_all_that_is_swept_over(
    qtbot: QtBot, window: Window, type_text: Type
) -> None:
    desk = window.desk
    press(window, "F2")
    assert not window.actions_["hold_tag"].isChecked()
    type_text(desk.annotating.popup.field, "minis")
    qtbot.keyClick(desk.annotating.popup.field, Qt.Key.Key_Return)
    assert window.actions_["hold_tag"].isChecked()
    assert desk.sweeping.bar.isVisible()
    assert "ministry" in desk.sweeping.bar.text
    assert strip_button(window, "ministry").accessibleDescription() == "in hand"
    sweep(window, "людей")
    sweep(window, "міністерство")
    assert quotes(window) == [("людей", "ministry"), ("міністерство", "ministry")]
    assert desk.sweeping.held is not None
    press(window, "Esc")
    assert desk.sweeping.held is None
    assert not desk.sweeping.bar.isVisible()
    sweep(window, "Порт")
    assert selected(window) == "Порт"
    assert len(quotes(window)) == 2


def test_a_click_in_the_strip_takes_a_tag_in_hand_and_puts_it_down(qtbot: QtBot, window: Window) -> None:
    qtbot.mouseClick(strip_button(window, "strike"), Qt.MouseButton.LeftButton)
    sweep(window, "Порт")
    assert quotes(window) == [("Порт", "strike")]
    qtbot.mouseClick(strip_button(window, "strike"), Qt.MouseButton.LeftButton)
    assert window.desk.sweeping.held is None


def test_a_click_in_the_strip_tags_words_that_are_selected(qtbot: QtBot, window: Window) -> None:
    select(window, "Порт")
    qtbot.mouseClick(strip_button(window, "strike"), Qt.MouseButton.LeftButton)
    assert quotes(window) == [("Порт", "strike")]
    assert window.desk.sweeping.held is None


def test_with_a_tag_in_hand_enter_tags_and_a_key_takes_another(qtbot: QtBot, window: Window, type_text: Type) -> None:
    qtbot.mouseClick(strip_button(window, "strike"), Qt.MouseButton.LeftButton)
    select(window, "Порт")
    press(window, "Return")
    assert quotes(window) == [("Порт", "strike")]
    type_text(window.desk.reader.view, "m")
    select(window, "людей")
    press(window, "Return")
    assert ("людей", "ministry") in quotes(window)


def test_a_tag_in_hand_that_is_deleted_is_put_down(qtbot: QtBot, window: Window) -> None:
    qtbot.mouseClick(strip_button(window, "strike"), Qt.MouseButton.LeftButton)
    window.desk.session.delete_tag(window.desk.archive.tags.named("strike").id)
    assert window.desk.sweeping.held is None
    assert not window.desk.sweeping.bar.isVisible()


# What is under the caret


@pytest.mark.parametrize(
    ("keys", "at", "expected"),
    [
        ("Alt+1", "внутрішніх", "внутрішніх"),
        ("Alt+2", "внутрішніх", "міністерство внутрішніх справ"),
        ("Alt+2", "людей", "троє людей"),
        ("Alt+3", "🌊", "Загинули троє людей біля греблі 🌊, повідомило міністерство внутрішніх справ."),
    ],
)
def test_what_is_under_the_caret_is_selected(window: Window, keys: str, at: str, expected: str) -> None:
    put_caret(window, at)
    press(window, keys)
    assert selected(window) == expected


def test_where_there_is_no_word_it_is_said(window: Window) -> None:
    window.desk.reader.view.select(BODY.index("\n\n") + 1, BODY.index("\n\n") + 1)
    press(window, "Alt+1")
    assert selected(window) == ""
    assert "no word" in window.desk.messages.text()


# The chosen annotation


@pytest.fixture
def chosen(window: Window, archive: Archive, articles: list[Article]) -> Annotation:
    tag = archive.tags.named("ministry")
    made = window.desk.session.annotate(articles[1].id, BODY.index("справ"), BODY.index("справ") + 5, tag.id)
    assert made is not None
    window.desk.session.edit_note(made.id, "перша")
    window.desk.reader.view.choose(made.id)
    return made


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("Ctrl+Alt+,", "Загинули троє людей біля греблі 🌊, повідомило міністерство внутрішніх справ"),
        ("Alt+Left", "внутрішніх справ"),
        ("Ctrl+;", "спра"),
        ("Ctrl+Alt+'", "справ."),
    ],
)
def test_an_edge_is_moved_by_keys(window: Window, chosen: Annotation, keys: str, expected: str) -> None:
    press(window, keys)
    assert quotes(window) == [(expected, "ministry")]


def test_a_chosen_annotation_moves_to_the_selected_words(window: Window, chosen: Annotation) -> None:
    select(window, "міністерство")
    press(window, "Ctrl+Alt+V")
    moved = window.desk.archive.annotations.get(chosen.id)
    assert (moved.quote, moved.note) == ("міністерство", "перша")
    assert window.desk.reader.view.chosen == chosen.id


def test_without_words_an_annotation_stays_and_it_is_said(window: Window, chosen: Annotation) -> None:
    put_caret(window, "Порт")
    press(window, "Ctrl+Alt+V")
    assert quotes(window) == [("справ", "ministry")]
    assert "Select those" in window.desk.messages.text()


def test_a_duplicate_is_another_annotation_with_the_same_in_it(window: Window, chosen: Annotation) -> None:
    press(window, "Ctrl+Shift+K")
    assert quotes(window) == [("справ", "ministry")] * 2
    twin = window.desk.archive.annotations.get(window.desk.reader.view.chosen or "")
    assert twin.id != chosen.id
    assert twin.note == "перша"
    press(window, "Ctrl+Z")
    assert quotes(window) == [("справ", "ministry")]


def test_one_key_leads_to_the_note(window: Window, chosen: Annotation, type_text: Type) -> None:
    press(window, "N")
    note = QApplication.focusWidget()
    assert note.accessibleName() == "Note"
    type_text(note, " важливо")
    window.desk.reader.view.setFocus()
    press(window, "Esc")
    assert window.desk.archive.annotations.get(chosen.id).note.startswith(("перша", " важливо"))
    assert "важливо" in window.desk.archive.annotations.get(chosen.id).note


# What waits for review


@pytest.fixture
def lost(archive: Archive, articles: list[Article]) -> list[Annotation]:
    """Annotations that lost their words: one of the first article, two of the second."""
    tag = archive.tags.named("strike")
    found = []
    for article, quote in ((articles[0], "Страйк"), (articles[1], "Порт"), (articles[1], "людей")):
        made = archive.annotations.add_quote(article.id, quote, tag.id)
        archive.annotations.bring_in(replace(made, status=Status.REVIEW))
        found.append(made)
    return found


def test_what_waits_for_review_is_gone_through(lost: list[Annotation], window: Window) -> None:
    seen = []
    for _ in range(4):
        press(window, "Alt+Shift+Down")
        assert window.desk.opening.article is not None
        seen.append((window.desk.opening.article.title, window.desk.inspector.annotation_id))
    flood, dockers = "Греблю прорвало", "Докери страйкують"
    expected = [(flood, lost[2].id), (flood, lost[1].id), (dockers, lost[0].id), (flood, lost[2].id)]
    assert seen == expected


def test_what_waits_for_review_is_moved_to_selected_words(lost: list[Annotation], window: Window) -> None:
    press(window, "Alt+Shift+Down")
    select(window, "троє")
    press(window, "Ctrl+Alt+V")
    assert ("троє", "strike") in quotes(window)
    assert window.desk.archive.annotations.get(lost[2].id).status is Status.ANCHORED


def test_where_nothing_waits_it_is_said(window: Window) -> None:
    press(window, "Alt+Shift+Down")
    assert "No annotation waits" in window.desk.messages.text()


# By the pointer alone


def open_menu(window: Window, point: QPoint) -> QMenu:
    view = window.desk.reader.view
    where = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, action: QAction) -> None:
    assert action in menu.actions()
    assert action.isEnabled()
    menu.close()
    action.trigger()


def test_the_menu_of_the_article_chooses_what_lies_under_the_pointer(window: Window, chosen: Annotation) -> None:
    window.desk.reader.view.choose(None)
    menu = open_menu(window, place_of(window, "справ", 2))
    assert window.desk.reader.view.chosen == chosen.id
    choose(menu, window.actions_["delete_annotation"])
    assert quotes(window) == []


def test_the_menu_of_the_article_puts_the_caret_under_the_pointer(window: Window) -> None:
    menu = open_menu(window, place_of(window, "внутрішніх", 3))
    choose(menu, window.actions_["select_noun_phrase"])
    assert selected(window) == "міністерство внутрішніх справ"


def test_the_menu_of_the_article_leaves_selected_words_alone(window: Window) -> None:
    point = place_of(window, "міністерство", 3)
    select(window, "міністерство внутрішніх")
    menu = open_menu(window, point)
    menu.close()
    assert selected(window) == "міністерство внутрішніх"


def test_the_message_after_duplicating_names_the_key_as_it_is_now(window: Window, chosen: Annotation) -> None:
    window.keys.set_first("retag", "Ctrl+Shift+F12")
    window.desk.annotating.duplicate_chosen()
    assert "Ctrl+Shift+F12" in window.desk.messages.text()


def test_the_bar_of_hits_names_the_keys_as_they_are_now(window: Window) -> None:
    window.keys.set_first("next_hit", "Ctrl+Shift+F12")
    said = [button.toolTip() for button in window.desk.reader.findChildren(QToolButton)]
    assert said.count("Next hit, Ctrl+Shift+F12") == 2
    assert said.count("Previous hit, Shift+F3") == 2


def test_alt_alone_does_not_take_the_next_key_for_the_menus(qtbot: QtBot, window: Window, chosen: Annotation) -> None:
    view = window.desk.reader.view
    view.setFocus()
    qtbot.keyPress(view, Qt.Key.Key_Alt, Qt.KeyboardModifier.AltModifier)
    qtbot.keyRelease(view, Qt.Key.Key_Alt)
    assert window.menuBar().activeAction() is None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.chosen is None


# Edges


def edge_of(window: Window, words: str) -> QPoint:
    """Where the first character of words begins, in px of the viewport."""
    view = window.desk.reader.view
    sides = view._layer.geometry.sides(view._map.to_utf16(BODY.index(words)))
    assert sides is not None
    return QPoint(round(sides.leading), round(sides.line.center().y()) - view.verticalScrollBar().value())


def drag_edge(window: Window, start: QPoint, end: QPoint) -> None:
    viewport = window.desk.reader.view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for step in (1, 2, 3):
        point = QPointF(start + (end - start) * (step / 3))
        where = QPointF(viewport.mapToGlobal(point))
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            QEvent.Type.MouseMove, point, where, Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(viewport, event)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_an_edge_that_is_dragged_is_one_step(window: Window) -> None:
    select(window, "троє людей")
    window.desk.annotating.tag_selection(window.desk.archive.tags.named("killed").id)
    drag_edge(window, edge_of(window, " біля"), edge_of(window, " 🌊"))
    assert quotes(window) == [("троє людей біля греблі", "killed")]
    assert window.desk.session.undo_name() == "Edit “троє людей”"
    window.actions_["undo"].trigger()
    assert quotes(window) == [("троє людей", "killed")]
    window.actions_["redo"].trigger()
    assert quotes(window) == [("троє людей біля греблі", "killed")]


def test_a_tag_in_hand_is_swept_from_an_edge_on(window: Window) -> None:
    window.desk.sweeping.take(window.desk.archive.tags.named("killed").id)
    start = edge_of(window, "Загинули")
    drag_edge(window, start, edge_of(window, " троє"))
    drag_edge(window, edge_of(window, " троє"), edge_of(window, " біля"))
    assert quotes(window) == [("Загинули", "killed"), (" троє людей", "killed")]
