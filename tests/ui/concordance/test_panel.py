# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from archivist.ui.concordance import ConcordancePanel
from archivist.ui.concordance.model import Column
from archivist.ui.icons import Icons
from archivist.ui.questions.concordance import Lines, Order
from tests.counted_work import calls_of

PLACES = [
    (1, 10, 16, "water broke the", "dam", "at night"),
    (1, 40, 46, "engineers of the", "dams", "came late"),
    (2, 5, 9, "an old", "dam", "collapsed"),
]
SOURCES = {
    1: ("id-1", "Flood in Kedryn", "Courier", "2024-03-05"),
    2: ("id-2", "After the flood", "Вісник", "2024-03"),
}
ORDERS = {
    "article": array("l", [0, 1, 2]),
    "left": array("l", [2, 0, 1]),
    "match": array("l", [0, 2, 1]),
    "right": array("l", [0, 1, 2]),
}
LINES = Lines(PLACES, SOURCES, ORDERS, 3)


@pytest.fixture
def panel(qtbot: QtBot, icons: Icons) -> ConcordancePanel:
    panel = ConcordancePanel(icons)
    qtbot.addWidget(panel)
    panel.resize(1000, 300)
    panel.order_wanted.connect(panel.set_order)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def column(panel: ConcordancePanel, which: Column) -> list[str]:
    model = panel.model
    return [model.data(model.index(row, which)) for row in range(model.rowCount())]


def test_the_model_keeps_the_rules(panel: ConcordancePanel) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.show_lines("dam", LINES)
    panel.set_order(Order.LEFT)
    panel.show_nothing()
    assert tester.model() is panel.model


def test_the_title_says_how_many_occurrences_in_how_many_articles(panel: ConcordancePanel) -> None:
    panel.show_lines("dam", LINES)
    assert panel.title == "“dam”: 3 occurrence(s) in 2 article(s)"
    assert panel.explanation == ""


def test_the_title_says_where_there_are_more_than_are_shown(panel: ConcordancePanel) -> None:
    panel.show_lines("dam", Lines(PLACES, SOURCES, ORDERS, 12_345))
    assert panel.title == "“dam”: the first 3 of 12345 occurrence(s), in 2 article(s)"


def test_without_a_search_it_says_what_to_do(panel: ConcordancePanel) -> None:
    assert "Search for a word" in panel.explanation


def test_without_an_occurrence_it_says_why(panel: ConcordancePanel) -> None:
    panel.show_lines("outlet:Courier", Lines())
    assert "outlet:Courier" in panel.title
    assert "A concordance shows words" in panel.explanation


def test_lines_are_sorted_by_a_click_on_a_column(qtbot: QtBot, panel: ConcordancePanel) -> None:
    panel.show_lines("dam", LINES)
    header = panel.table.horizontalHeader()
    place = header.sectionViewportPosition(Column.LEFT) + 20
    with qtbot.waitSignal(panel.order_wanted) as wanted:
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 8))
    assert wanted.args == [Order.LEFT]
    assert column(panel, Column.LEFT) == ["an old", "water broke the", "engineers of the"]
    assert header.sortIndicatorSection() == Column.LEFT


def test_another_concordance_keeps_the_order(panel: ConcordancePanel) -> None:
    panel.set_order(Order.MATCH)
    panel.show_lines("dam", LINES)
    assert column(panel, Column.MATCH) == ["dam", "dam", "dams"]


def test_a_click_and_enter_want_the_passage(qtbot: QtBot, panel: ConcordancePanel) -> None:
    panel.show_lines("dam", LINES)
    table = panel.table
    with qtbot.waitSignal(panel.line_wanted) as clicked:
        place = table.visualRect(panel.model.index(2, Column.MATCH)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (clicked.args[0].article, clicked.args[0].start) == ("id-2", 5)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    with qtbot.waitSignal(panel.line_wanted) as entered:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (entered.args[0].article, entered.args[0].start) == ("id-1", 40)


def test_selected_lines_are_copied_in_the_order_shown(qtbot: QtBot, panel: ConcordancePanel) -> None:
    panel.show_lines("dam", LINES)
    panel.set_order(Order.LEFT)
    panel.table.selectAll()
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0] == "an old\tdam\tcollapsed\tAfter the flood\tВісник\t2024-03"
    assert len(copied) == 3
    assert [line.start for line in panel.selected_lines()] == [5, 10, 40]


def test_ctrl_and_click_selects_and_opens_nothing(qtbot: QtBot, panel: ConcordancePanel) -> None:
    panel.show_lines("dam", LINES)
    place = panel.table.visualRect(panel.model.index(1, Column.LEFT)).center()
    with qtbot.assertNotEmitted(panel.line_wanted):
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert [line.start for line in panel.selected_lines()] == [40]


def test_a_cell_says_its_words_and_its_article(panel: ConcordancePanel) -> None:
    panel.show_lines("dam", LINES)
    spoken = panel.model.data(panel.model.index(0, Column.ARTICLE), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Flood in Kedryn, Courier, 5 March 2024"


def test_many_lines_are_no_more_work_to_show_and_sort_than_a_few(qtbot: QtBot, panel: ConcordancePanel) -> None:
    def work(count: int) -> int:
        places = [(1, number, number + 3, f"left {number}", "dam", f"right {number}") for number in range(count)]
        orders = {order.value: array("l", range(count)) for order in Order}
        lines = Lines(places, {1: SOURCES[1]}, orders, count)

        def show_and_sort() -> None:
            panel.show_lines("dam", lines)
            panel.set_order(Order.RIGHT)
            panel.table.scrollToBottom()
            panel.grab()

        return calls_of(show_and_sort)

    with_few = work(100)
    assert work(10_000) < 2 * with_few
    assert panel.model.rowCount() == 10_000


def test_the_menu_of_a_line_offers_what_can_be_done_with_it(qtbot: QtBot, panel: ConcordancePanel) -> None:
    panel.show_lines("dam", LINES)
    panel.table.customContextMenuRequested.emit(panel.table.visualRect(panel.model.index(1, Column.LEFT)).center())
    [menu] = panel.findChildren(QMenu)
    with qtbot.waitSignal(panel.line_wanted) as wanted:
        menu.actions()[0].trigger()
    assert wanted.args[0].start == 40
    with qtbot.waitSignal(panel.tag_wanted):
        menu.actions()[2].trigger()
    menu.close()
