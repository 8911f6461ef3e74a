# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from archivist.ui.icons import Icons
from archivist.ui.reader import End, ReaderPanel
from archivist.ui.reader.find_bar import FindBar
from archivist.ui.reader.hit_bar import HitBar

TEXT = "Склад\nНа складі 😎 горіло. Складом володіла фірма, а СКЛАД не перевіряли."


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> ReaderPanel:
    panel = ReaderPanel(Icons(qapp))
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def count(panel: ReaderPanel) -> str:
    return panel.findChild(FindBar).findChild(QLabel).text()


def field(panel: ReaderPanel) -> QLineEdit:
    return panel.findChild(FindBar).findChild(QLineEdit)


def test_finding_as_one_types(panel: ReaderPanel, type_text: Callable[..., None], qtbot: QtBot) -> None:
    panel.show_article(TEXT, ())
    panel.open_find()
    type_text(field(panel), "склад")
    assert count(panel) == "1 of 4"
    qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert count(panel) == "2 of 4"
    type_text(field(panel), "ом")
    assert count(panel) == "1 of 1"


def test_selected_words_are_looked_for_at_once(panel: ReaderPanel) -> None:
    panel.show_article(TEXT, ())
    panel.view.select(0, 5)
    panel.open_find()
    assert field(panel).text() == "Склад"
    assert count(panel) == "1 of 4"


def test_what_was_typed_last_is_looked_for_again(panel: ReaderPanel, qtbot: QtBot) -> None:
    panel.show_article(TEXT, ())
    panel.open_find()
    field(panel).setText("фірма")
    panel.close_find()
    panel.open_find()
    assert count(panel) == "1 of 1"


def test_closing_brings_the_hits_of_the_search_back(panel: ReaderPanel, qtbot: QtBot) -> None:
    panel.show_article(TEXT, ())
    panel.set_search_hits([(0, 5), (9, 15)])
    panel.open_find()
    field(panel).setText("фірма")
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)
    assert len(panel.view._layer.hits) == 2
    assert panel.view.hasFocus() or not panel.isActiveWindow()


def test_closing_leaves_the_words_selected_that_were_found(panel: ReaderPanel, qtbot: QtBot) -> None:
    panel.show_article(TEXT, ())
    panel.open_find()
    field(panel).setText("фірма")
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)
    start = TEXT.index("фірма")
    assert panel.view.selection() == (start, start + len("фірма"))


def test_closing_selects_nothing_where_nothing_was_found(panel: ReaderPanel, qtbot: QtBot) -> None:
    panel.show_article(TEXT, ())
    panel.open_find()
    field(panel).setText("корабель")
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)
    assert panel.view.selection() is None


def test_hits_that_come_late_leave_a_selection_alone(panel: ReaderPanel) -> None:
    panel.show_article(TEXT, ())
    panel.view.select(9, 15)
    panel.set_search_hits([(0, 5)])
    assert panel.view.selection() == (9, 15)


def test_without_an_article_it_says_what_to_do(panel: ReaderPanel) -> None:
    panel.show_article(TEXT, ())
    assert panel.view.isVisible()
    panel.show_article("", ())
    assert not panel.view.isVisible()
    panel.open_find()
    assert not panel.findChild(FindBar).isVisible()


def test_an_article_with_hits_opens_at_the_first(panel: ReaderPanel) -> None:
    far = "Заголовок\n" + "рядок\n" * 200
    panel.show_article(far + "знахідка", ())
    panel.set_search_hits([(len(far), len(far) + 8)])
    assert panel.view.verticalScrollBar().value() > 0


def test_another_article_is_searched_for_the_same_words(panel: ReaderPanel) -> None:
    panel.show_article(TEXT, ())
    panel.open_find()
    field(panel).setText("склад")
    panel.show_article("Інший склад", ())
    assert count(panel) == "1 of 1"


def test_the_hits_of_a_search_are_counted_below_the_article(panel: ReaderPanel) -> None:
    panel.show_article(TEXT, ())
    bar = panel.findChild(HitBar)
    assert not bar.isVisible()
    panel.set_search_hits([(0, 5), (9, 15)])
    assert bar.isVisible()
    assert bar.text == "Hit 1 of 2"
    panel.view.next_hit()
    assert bar.text == "Hit 2 of 2"
    panel.set_search_hits(None)
    assert not bar.isVisible()


def test_the_buttons_from_hit_to_hit_name_their_keys(panel: ReaderPanel) -> None:
    panel.set_hit_keys("Ctrl+F11", "")
    said = [button.toolTip() for button in panel.findChildren(QToolButton)]
    assert said.count("Previous hit, Ctrl+F11") == 2
    assert said.count("Next hit") == 2


def test_after_the_last_hit_of_a_search_it_says_that_they_ended(panel: ReaderPanel, qtbot: QtBot) -> None:
    panel.show_article(TEXT, ())
    panel.set_search_hits([(0, 5)])
    with qtbot.waitSignal(panel.hits_ended) as forward:
        panel.view.next_hit()
    with qtbot.waitSignal(panel.hits_ended) as back:
        panel.view.previous_hit()
    assert (forward.args, back.args) == ([1], [-1])


def test_an_article_that_a_search_found_without_a_hit_in_its_text_has_ended_at_once(
    panel: ReaderPanel, qtbot: QtBot
) -> None:
    panel.show_article(TEXT, ())
    panel.set_search_hits([])
    with qtbot.waitSignal(panel.hits_ended):
        panel.view.next_hit()


def test_without_a_search_there_is_no_end_of_hits(panel: ReaderPanel, qtbot: QtBot) -> None:
    panel.show_article(TEXT, ())
    with qtbot.assertNotEmitted(panel.hits_ended):
        panel.view.next_hit()


def test_an_article_may_begin_at_its_last_hit_or_at_a_place(panel: ReaderPanel) -> None:
    panel.show_article(TEXT, ())
    hits = [(0, 5), (9, 15), (27, 34)]
    panel.set_search_hits(hits, End.LAST)
    assert panel.findChild(HitBar).text == "Hit 3 of 3"
    panel.set_search_hits(hits, (9, 15))
    assert panel.findChild(HitBar).text == "Hit 2 of 3"
