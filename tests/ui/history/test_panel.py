# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from archivist.model import Article
from archivist.store.step_log import Step, StepFilter
from archivist.ui.history import HistoryPanel
from archivist.ui.history.model import StepRole
from archivist.ui.icons import Icons
from archivist.ui.jobs import Jobs
from archivist.ui.session import Session

PATIENCE_MS = 30_000
Open = Callable[[], HistoryPanel]


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    return add_article("Загинуло 18 людей")


@pytest.fixture
def open_panel(qtbot: QtBot, session: Session, jobs: Jobs, icons: Icons) -> Open:
    """Opens the panel and waits until the steps are listed."""

    def open_() -> HistoryPanel:
        panel = HistoryPanel(session, jobs, icons)
        qtbot.addWidget(panel)
        panel.resize(1000, 400)
        with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
            panel.show()
        return panel

    return open_


def rows(panel: HistoryPanel) -> list[str]:
    """What the rows say: steps by their words, days in brackets."""
    model = panel.model
    found = []
    for row in range(model.rowCount()):
        step = model.index(row).data(StepRole)
        found.append(f"[{model.day(row).split(',')[0]}]" if step is None else model.words(step))
    return found


def numbered(session: Session, name: str) -> int:
    return next(step.number for step in session.archive.history.log.page(StepFilter()) if step.name == name)


def choose(qtbot: QtBot, panel: HistoryPanel, number: int) -> None:
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        assert panel.table.choose(number)


def test_steps_are_listed_by_day_the_newest_first(open_panel: Open, article: Article) -> None:
    panel = open_panel()
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tags = ["Add tag killed", "Add tag ministry", "Add tag strike"]
    assert rows(panel) == ["[Today]", "Import Загинуло 18 людей", *tags]
    assert not panel.model.flags(panel.model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    row = panel.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Import Загинуло 18 людей, Загинуло 18 людей, Olena" in row
    assert tester.model() is panel.model


def test_what_is_done_while_it_is_open_comes_on_top(
    qtbot: QtBot, open_panel: Open, session: Session, article: Article
) -> None:
    panel = open_panel()
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    choose(qtbot, panel, numbered(session, "Add tag killed"))
    session.annotate(article.id, 9, 11, session.archive.tags.named("killed").id)
    assert rows(panel)[:3] == ["[Today]", "Tag “18” as killed", "Import Загинуло 18 людей"]
    session.undo()
    assert rows(panel)[:3] == ["[Today]", "Undo Tag “18” as killed", "Tag “18” as killed"]
    undone = panel.model.step(2)
    assert undone is not None
    assert panel.model.state(undone) == "undone"
    assert panel.chosen is not None
    assert panel.chosen.name == "Add tag killed"
    assert tester.model() is panel.model


def test_what_was_done_while_it_was_closed_is_there_when_it_opens(
    qtbot: QtBot, open_panel: Open, session: Session
) -> None:
    panel = open_panel()
    panel.hide()
    session.add_tag(name="rally", kind="event")
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        panel.show()
    assert rows(panel)[1] == "Add tag rally"


def test_a_step_that_nothing_depends_on_can_be_undone(
    qtbot: QtBot, open_panel: Open, session: Session, article: Article
) -> None:
    panel = open_panel()
    number = numbered(session, "Import Загинуло 18 людей")
    session.add_tag(name="rally", kind="event")
    choose(qtbot, panel, number)
    assert "it can be undone" in panel.verdict.said
    with qtbot.waitSignal(panel.taking_back_wanted) as wanted:
        qtbot.mouseClick(panel.verdict.undo, Qt.MouseButton.LeftButton)
    assert wanted.args == [number]
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        session.take_back(number)
    assert "taken back already" in panel.verdict.said
    assert not panel.verdict.undo.isEnabled()


def test_a_step_that_another_needs_leads_to_that(
    qtbot: QtBot, open_panel: Open, session: Session, article: Article
) -> None:
    tag = session.archive.tags.add("a <b> & c", "event")
    session.annotate(article.id, 9, 11, tag.id)
    panel = open_panel()
    choose(qtbot, panel, numbered(session, "Add tag a <b> & c"))
    later = numbered(session, "Tag “18” as a <b> & c")
    link = f'<a href="{later}">Tag “18” as a &lt;b&gt; &amp; c</a>'
    assert f"It cannot be undone: “{link}” needs it: “18”." in panel.verdict.said
    assert not panel.verdict.undo.isEnabled()
    [label] = panel.verdict.findChildren(QLabel)
    assert label.accessibleDescription() == "It cannot be undone: “Tag “18” as a <b> & c” needs it: “18”."
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        label.linkActivated.emit(str(later))
    assert panel.chosen is not None
    assert panel.chosen.number == later
    assert panel.verdict.undo.isEnabled()


def test_a_later_step_that_the_filters_hide_is_shown_without_them(
    qtbot: QtBot, open_panel: Open, session: Session, article: Article
) -> None:
    panel = open_panel()
    strike = session.archive.tags.named("strike")
    panel.filters.tags.choose(session.archive.tags.named("killed").id)
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        panel.filters.changed.emit()
    assert rows(panel) == ["[Today]", "Add tag killed"]
    hidden = numbered(session, f"Add tag {strike.name}")
    with qtbot.waitSignals([panel.settled, panel.settled], timeout=PATIENCE_MS):
        panel.show_step(hidden)
    assert panel.chosen is not None
    assert panel.chosen.number == hidden
    assert panel.filters.wanted == StepFilter()


def test_the_filters_narrow_what_is_listed(qtbot: QtBot, open_panel: Open, session: Session, article: Article) -> None:
    panel = open_panel()
    assert not panel.filters.of_article.isEnabled()
    panel.filters.set_article(article.id)
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        panel.filters.of_article.click()
    assert rows(panel) == ["[Today]", "Import Загинуло 18 людей"]
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        panel.filters.day.setText("2001-01")
    assert "No such step" in panel.explanation
    panel.filters.day.setText("2001-01-99")
    assert panel.filters.day.property("mistaken")
    assert panel.filters.wanted is None
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        panel.filters.clear()
    assert len(rows(panel)) == 5
    assert [panel.filters.people.itemText(place) for place in range(panel.filters.people.count())] == [
        *("Anybody", "Olena"),
    ]


def test_the_article_of_the_filter_follows_the_one_that_is_shown(
    qtbot: QtBot, open_panel: Open, article: Article, add_article: Callable[..., Article]
) -> None:
    other = add_article("Страйк у порту")
    panel = open_panel()
    panel.filters.set_article(article.id)
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        panel.filters.of_article.click()
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        panel.filters.set_article(other.id)
    assert rows(panel) == ["[Today]", "Import Страйк у порту"]
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        panel.filters.set_article(None)
    assert len(rows(panel)) == 6


def test_keys_go_from_step_to_step_and_to_the_place(qtbot: QtBot, open_panel: Open, article: Article) -> None:
    panel = open_panel()
    table = panel.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Up)  # the day is no step to stop at
    assert panel.chosen is not None
    assert panel.chosen.name == "Import Загинуло 18 людей"
    with qtbot.waitSignal(panel.place_wanted) as wanted:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert wanted.args == [panel.chosen.number]
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Import Загинуло 18 людей" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        QTest.keyClick(table, Qt.Key.Key_End)
    assert panel.chosen.name == "Add tag strike"


def test_a_click_leads_to_the_place_and_one_on_a_day_nowhere(
    qtbot: QtBot, open_panel: Open, session: Session, article: Article
) -> None:
    panel = open_panel()
    with qtbot.assertNotEmitted(panel.place_wanted):
        table = panel.table
        qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(panel.model.index(0)).center()
        )
    with qtbot.waitSignal(panel.place_wanted) as wanted:
        qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(panel.model.index(1)).center()
        )
    assert wanted.args == [numbered(session, "Import Загинуло 18 людей")]


def test_the_menu_of_a_step_offers_what_the_buttons_do(qtbot: QtBot, open_panel: Open, session: Session) -> None:
    panel = open_panel()
    choose(qtbot, panel, numbered(session, "Add tag killed"))
    panel.table.customContextMenuRequested.emit(panel.table.visualRect(panel.table.currentIndex()).center())
    [menu] = panel.findChildren(QMenu)
    place, undo = menu.actions()
    with qtbot.waitSignal(panel.place_wanted):
        place.trigger()
    with qtbot.waitSignal(panel.taking_back_wanted):
        undo.trigger()
    menu.close()


def test_a_long_history_is_read_as_far_as_it_is_looked_at(
    open_panel: Open, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with session.archive.action("Begin", bulk=True):
        session.archive.tags.add("first", "event")
    for number in range(400):
        session.archive.tags.update(session.archive.tags.named("first").id, description=f"{number}")
    panel = open_panel()
    read: list[int] = []
    log = session.archive.history.log
    steps = log.steps

    def read_steps(numbers: list[int]) -> list[Step]:
        read.extend(numbers)
        return steps(numbers)

    monkeypatch.setattr(log, "steps", read_steps)
    panel.grab()
    panel.table.scrollToBottom()
    panel.grab()
    assert panel.model.count == 404
    assert len(read) < 250


@pytest.mark.usefixtures("ukrainian")
def test_the_later_step_is_named_as_in_the_list(
    qtbot: QtBot, open_panel: Open, session: Session, add_article: Callable[..., Article]
) -> None:
    article = add_article("tag strike")
    session.delete_articles([article.id])
    panel = open_panel()
    choose(qtbot, panel, numbered(session, "Import tag strike"))
    assert ">Видалення: tag strike</a>" in panel.verdict.said
    later = panel.model.step(1)
    assert later is not None
    assert panel.model.words(later) == "Видалення: tag strike"
