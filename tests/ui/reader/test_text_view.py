# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archivist.text import Utf16Map, whole_graphemes
from archivist.ui.reader.view import ArticleView

PointAt = Callable[[ArticleView, int], QPoint]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
LONG = "Заголовок\n" + "\n".join(f"{n}: " + "слово за словом " * 20 for n in range(80))


def test_every_span_of_real_posts_is_selected_exactly(view: ArticleView, cases: Path) -> None:
    lines = (cases / "unlp2025-spans" / "dev.jsonl").read_text("utf-8").splitlines()[:300]
    checked = 0
    for post in map(json.loads, lines):
        text = post["text"]
        view.show_article(text, ())
        positions = Utf16Map(text)
        for start, end in post["spans"] or ():
            cursor = view.textCursor()
            cursor.setPosition(positions.to_utf16(start))
            cursor.setPosition(positions.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
            view.setTextCursor(cursor)
            assert view.selection() == whole_graphemes(text, start, end)
            assert view.createMimeDataFromSelection().text() == text[slice(*whole_graphemes(text, start, end))]
            checked += 1
    assert checked > 300


def test_dragging_the_mouse_selects_the_letters_under_it(
    view: ArticleView, hard_text: str, qtbot: QtBot, point_at: PointAt
) -> None:
    view.show_article(hard_text, ())
    start = hard_text.index("троє")
    end = hard_text.index(" 🐈")
    first, last = point_at(view, start), point_at(view, end)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first - QPoint(4, 0))
    qtbot.mouseMove(view.viewport(), last)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    found = view.selection()
    assert found is not None
    assert hard_text[slice(*found)] in (
        "троє рятувальників 👩🏽‍🚒 врятували кота",
        "троє рятувальників 👩🏽‍🚒 врятували кота ",
    )


def test_a_selection_is_reported_once_in_whole_clusters(view: ArticleView, hard_text: str, qtbot: QtBot) -> None:
    view.show_article(hard_text, ())
    family = hard_text.index("👩‍👩‍👧")
    reported: list[tuple[int, int]] = []
    view.selection_changed.connect(lambda start, end: reported.append((start, end)))
    view.select(family + 1, family + 2)
    assert reported == [(family, family + 5)]


def test_the_middle_of_a_surrogate_pair_is_no_place(view: ArticleView) -> None:
    view.show_article("😎😎 слово", ())
    cursor = view.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.selection() == (0, 2)


def test_arrows_with_shift_select_letter_by_letter(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article("👩‍👩‍👧ab", ())
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.selection() == (0, 5)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.selection() == (0, 6)


def test_arrows_with_control_and_shift_select_word_by_word(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article("двоє людей вийшли", ())
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert view.selection() == (0, len("двоє людей "))


def test_the_caret_can_be_seen_and_moved(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article("слово", ())
    before = view.viewport().grab().toImage()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.textCursor().position() == 1
    assert view.selection() is None
    assert view.viewport().grab().toImage() != before


@pytest.mark.parametrize("text", ["о 9\u00a0ранку\u2028далі\nкінець\ufffc", "слово " * 5_000])
def test_copying_gives_exactly_the_stored_text(view: ArticleView, qtbot: QtBot, text: str) -> None:
    view.show_article(text, ())
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().mimeData().text() == text


def test_typing_changes_nothing(view: ArticleView, type_text: Callable[..., None]) -> None:
    view.show_article("слово", ())
    type_text(view, "їжак")
    assert view.document().characterCount() - 1 == len("слово")


def test_a_new_article_is_shown_from_its_beginning(view: ArticleView) -> None:
    view.show_article(LONG, ())
    view.verticalScrollBar().setValue(2000)
    view.show_article(LONG + "!", ())
    assert view.verticalScrollBar().value() == 0
    assert view.article_text == LONG + "!"


def wheel(view: ArticleView, steps: int) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_with_control_zooms_by_steps(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article(LONG, ())
    with qtbot.waitSignal(view.zoomed) as zoomed:
        wheel(view, 1)
    assert zoomed.args == [18]
    assert view.document().defaultFont().pixelSize() == 18
    wheel(view, -20)
    assert view.reading_size == 12


def top_words(view: ArticleView) -> str:
    cursor = view.cursorForPosition(QPoint(view._columns.left, 1))
    return cursor.block().text()[:4]


def test_zooming_keeps_the_words_in_view(view: ArticleView) -> None:
    view.show_article(LONG, ())
    view.verticalScrollBar().setValue(4000)
    before = top_words(view)
    view.zoom(2)
    assert top_words(view) == before


def test_resizing_keeps_the_words_in_view(view: ArticleView) -> None:
    view.show_article(LONG, ())
    view.verticalScrollBar().setValue(4000)
    before = top_words(view)
    view.resize(520, 600)
    assert top_words(view) == before


def test_the_headline_grows_with_the_text(view: ArticleView) -> None:
    view.show_article("Заголовок\nТекст", ())
    height = view.document().documentLayout().blockBoundingRect(view.document().begin()).height()
    view.set_reading_size(34)
    assert view.document().documentLayout().blockBoundingRect(view.document().begin()).height() > 1.5 * height


def test_where_lines_that_are_read_from_the_right_break_the_pointer_still_finds_its_letter(view: ArticleView) -> None:
    view.show_article("הסכר נפרץ בלילה. שלושה בני אדם נהרגו, אמר המשרד. " * 6, ())
    cursor, places = view.textCursor(), []
    for position in range(len(view.article_text)):
        cursor.setPosition(position)
        places.append((position, view.cursorRect(cursor)))
    assert len({rect.top() for _, rect in places}) > 2
    apart = [
        (position, rect.center())
        for (position, rect), (_, after) in pairwise(places)
        if rect.top() == after.top() and abs(rect.x() - after.x()) > 8
    ]
    assert len(apart) > 100
    for position, point in apart:
        assert view.cursorForPosition(point - QPoint(3, 0)).position() == position
