# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF, QTextDocument
from pytestqt.qtbot import QtBot

from archivist.text import Utf16Map
from archivist.ui.reader.typesetting import Role, columns, typeset
from archivist.ui.theme import GRID, reading_font

PROSE = "Рятувальники працювали всю ніч, а зранку до них приєдналися мешканці сусідніх вулиць і волонтери. "


def document(text: str, *roles: Role) -> QTextDocument:
    font = reading_font()
    return typeset(text, roles, font, columns(900, font), Utf16Map(text).to_utf16)


def sizes(made: QTextDocument) -> list[float]:
    """The size of the first letter of each paragraph, as a part of the reading size, rounded."""
    found, block = [], made.begin()
    while block.isValid():
        formats = block.layout().formats() or [block.charFormat()]
        fragment = block.begin().fragment() if block.text() else None
        form = fragment.charFormat() if fragment else formats[0]
        found.append(form.intProperty(form.Property.FontSizeAdjustment))
        block = block.next()
    return found


@pytest.mark.parametrize("width", [300, 500, 700, 900, 1100, 1400, 2400])
def test_text_and_labels_fit_the_viewport(qtbot: QtBot, width: int) -> None:
    placed = columns(width, reading_font())
    assert placed.left >= GRID
    assert placed.labels_left >= placed.text_right + GRID
    assert placed.labels_left + placed.labels_width <= width


@pytest.mark.parametrize("size", [13, 17, 24])
def test_a_line_has_at_most_75_letters(qtbot: QtBot, size: int) -> None:
    font = reading_font(size)
    letter = QFontMetricsF(font).horizontalAdvance(PROSE) / len(PROSE)
    assert 60 < columns(2400, font).text_width / letter <= 75


def test_in_a_wide_window_the_text_is_in_the_middle(qtbot: QtBot) -> None:
    placed = columns(2000, reading_font())
    assert abs(placed.left - (2000 - placed.text_right)) <= 2 * GRID


def test_in_a_window_that_is_not_so_wide_the_text_gives_the_labels_their_room(qtbot: QtBot) -> None:
    placed = columns(1100, reading_font())
    assert placed.left < 1100 - placed.text_right
    assert not placed.dots_only


def test_in_a_narrow_window_the_labels_give_way(qtbot: QtBot) -> None:
    assert not columns(900, reading_font()).dots_only
    assert columns(500, reading_font()).dots_only


def test_the_first_paragraphs_are_set_by_their_roles(qtbot: QtBot) -> None:
    made = document("Заголовок\nВступ\nФото: хтось\nТекст\n", Role.HEADLINE, Role.STANDFIRST, Role.CREDIT)
    assert sizes(made)[:4] == [2, 1, -1, 0]


def test_a_role_is_not_used_up_by_a_blank_line(qtbot: QtBot) -> None:
    assert sizes(document("\nЗаголовок\n\nВступ\nТекст", Role.HEADLINE, Role.STANDFIRST)) == [0, 2, -2, 1, 0]


@pytest.mark.parametrize("text", ["Один абзац без заголовка", "", "слово " * 60 + "\nДругий абзац"])
def test_a_text_without_a_headline_has_none(qtbot: QtBot, text: str) -> None:
    assert set(sizes(document(text, Role.HEADLINE))) == {0}


def test_an_empty_line_is_lower_than_a_line_of_text(qtbot: QtBot) -> None:
    made = document("😎 абзац\n\nабзац")
    line, blank, after = (made.documentLayout().blockBoundingRect(made.findBlockByNumber(n)) for n in range(3))
    assert blank.height() < 0.8 * line.height()
    assert blank.bottom() <= after.top()  # so that no click on the next line lands in it


def test_lines_leave_room_for_underlines(qtbot: QtBot) -> None:
    made = document(PROSE * 4)
    made.setTextWidth(900)
    made.documentLayout().blockBoundingRect(made.begin())
    layout = made.begin().layout()
    first, second = layout.lineAt(0), layout.lineAt(1)
    assert second.y() - first.y() - first.height() >= 7  # px, three lanes
