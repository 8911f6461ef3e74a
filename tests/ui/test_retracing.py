# SPDX-License-Identifier: GPL-3.0-or-later
"""The history as a person uses it in the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archivist.model import Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.store.step_log import StepFilter
from archivist.ui.window import Window

PATIENCE_MS = 30_000
BODY = "Страйк у порту\n\nМіністерство назвало трьох поранених."


@pytest.fixture
def articles(add_article: Callable[..., Article]) -> list[Article]:
    return [add_article(BODY), add_article("Повінь")]


@pytest.fixture
def window(qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, articles: list[Article]) -> Window:
    """A window with some steps, whose history is open."""
    strike = archive.tags.named("strike").id
    archive.annotations.add_quote(articles[0].id, "Страйк", strike)
    archive.annotations.add_quote(articles[0].id, "трьох", archive.tags.named("killed").id)
    archive.records.add(RecordDraft(Kind.EVENT, "Страйк"))
    archive.collections.add("Ранок")
    window = open_window(archive)
    with qtbot.waitSignal(window.desk.steps.settled, timeout=PATIENCE_MS):
        window.actions_["show_history"].trigger()
    return window


def choose(qtbot: QtBot, window: Window, name: str) -> None:
    panel = window.desk.steps
    steps = window.desk.archive.history.log.page(StepFilter())
    with qtbot.waitSignal(panel.settled, timeout=PATIENCE_MS):
        assert panel.table.choose(next(step.number for step in steps if step.name == name))


def quotes(window: Window, article: Article) -> list[str]:
    return [mark.quote for mark in window.desk.archive.annotations.of_article(article.id)]


def test_enter_leads_to_the_passage(qtbot: QtBot, window: Window, articles: list[Article]) -> None:
    choose(qtbot, window, "Tag “трьох” as killed")
    qtbot.keyClick(window.desk.steps.table, Qt.Key.Key_Return)
    opened = window.desk.opening.article
    assert opened is not None
    assert opened.id == articles[0].id
    mark = next(each for each in window.desk.archive.annotations.of_article(opened.id) if each.quote == "трьох")
    assert window.desk.reader.view.chosen == mark.id
    choose(qtbot, window, "Import Повінь")
    window.desk.steps.verdict.place.click()
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.id == articles[1].id


def test_a_step_of_a_record_leads_to_its_page(qtbot: QtBot, window: Window) -> None:
    choose(qtbot, window, "Add event Страйк")
    window.desk.steps.verdict.place.click()
    assert window.desk.records.isVisible()
    assert window.desk.records.shown is not None
    assert window.desk.records.shown.name == "Страйк"


def test_a_step_that_was_done_nowhere_says_so(qtbot: QtBot, window: Window) -> None:
    choose(qtbot, window, "Add collection Ранок")
    window.desk.steps.verdict.place.click()
    assert "There is nothing to show" in window.desk.messages.text()


def test_a_step_in_the_middle_is_undone_by_key_and_the_article_shows_it(
    qtbot: QtBot, window: Window, articles: list[Article]
) -> None:
    window.desk.open_article(articles[0].id)
    choose(qtbot, window, "Tag “Страйк” as strike")
    assert window.actions_["take_back"].isEnabled()
    with qtbot.waitSignal(window.desk.steps.settled, timeout=PATIENCE_MS):
        window.actions_["take_back"].trigger()
    assert quotes(window, articles[0]) == ["трьох"]
    assert "Undone: Tag “Страйк” as strike" in window.desk.messages.text()
    window.actions_["next_annotation"].trigger()
    [kept] = window.desk.archive.annotations.of_article(articles[0].id)
    assert window.desk.reader.view.chosen == kept.id
    assert not window.actions_["take_back"].isEnabled()
    assert window.desk.session.undo_name() == "Take back Tag “Страйк” as strike"
    window.actions_["undo"].trigger()
    assert quotes(window, articles[0]) == ["Страйк", "трьох"]


def test_a_step_that_another_needs_is_not_undone(qtbot: QtBot, window: Window, articles: list[Article]) -> None:
    choose(qtbot, window, f"Import {articles[0].title}")
    assert not window.actions_["take_back"].isEnabled()
    window.desk.undoing.take_back(window.desk.steps.chosen.number if window.desk.steps.chosen else 0)
    assert "cannot be undone" in window.desk.messages.text()
    assert window.desk.archive.articles.count() == 2


def test_a_step_of_many_changes_is_undone_as_a_job(qtbot: QtBot, window: Window, articles: list[Article]) -> None:
    archive = window.desk.archive
    with archive.action("Tag hits of “й” as strike"):
        for number in range(250):
            archive.annotations.add(articles[0].id, number % 20, number % 20 + 1, archive.tags.named("strike").id)
    archive.tags.add("rally", "event")
    window.desk.session.history_changed.emit()
    choose(qtbot, window, "Tag hits of “й” as strike")
    with qtbot.waitSignal(window.desk.jobs.ended, timeout=PATIENCE_MS):
        window.actions_["take_back"].trigger()
    qtbot.waitUntil(lambda: archive.annotations.count() == 2, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "Undone" in window.desk.messages.text(), timeout=PATIENCE_MS)


def test_the_history_and_the_concordance_take_turns(window: Window) -> None:
    window.actions_["show_concordance"].trigger()
    assert window.desk.concordance.isVisible()
    assert not window.desk.steps.isVisible()
    assert not window.actions_["show_history"].isChecked()
    window.actions_["focus_history"].trigger()
    assert not window.desk.concordance.isVisible()
    assert window.actions_["show_history"].isChecked()
    window.actions_["show_history"].trigger()
    assert not window.desk.steps.isVisible()
    assert not window.actions_["take_back"].isEnabled()


def test_steps_are_named_in_the_language_of_the_interface(
    ukrainian: None, qtbot: QtBot, window: Window, articles: list[Article]
) -> None:
    choose(qtbot, window, f"Import {articles[0].title}")
    step = window.desk.steps.chosen
    assert step is not None
    assert window.desk.steps.model.words(step) == "Імпорт: Страйк у порту"
    assert "Позначення «трьох» тегом killed" in window.desk.steps.verdict.said


def test_the_history_has_room_in_a_window_that_was_open_before(
    qtbot: QtBot, window: Window, open_window: Callable[[Archive], Window], archive: Archive
) -> None:
    folder = archive.folder
    window.actions_["show_history"].trigger()
    window.close()
    again = open_window(Archive.open(folder))
    with qtbot.waitSignal(again.desk.steps.settled, timeout=PATIENCE_MS):
        again.actions_["show_history"].trigger()
    assert again.desk.steps.height() > again.desk.steps.minimumSizeHint().height()
