# SPDX-License-Identifier: GPL-3.0-or-later
"""Duplicates in the window: found in the background, opened, decided on, folded."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.articles.model import OTHERS, UNFOLDED
from archivist.ui.duplicates import DuplicatesDialog
from archivist.ui.window import Window
from tests.language.near_duplicates import DAM_EN, STRIKE_RU


@pytest.fixture
def articles(add_article: Callable[..., Article]) -> list[Article]:
    texts = (DAM_EN, DAM_EN.replace("140", "165"), STRIKE_RU, "Rain\n" + DAM_EN)
    return [add_article(text, published=f"2024-05-0{day}", outlet=str(day)) for day, text in enumerate(texts, 1)]


@pytest.fixture
def window(qtbot: QtBot, archive: Archive, articles: list[Article], open_window: Callable[[Archive], Window]) -> Window:
    window = open_window(archive)
    with qtbot.waitSignal(window.desk.comparing.compared, timeout=20_000):
        window.desk.comparing.catch_up()
    return window


def others(window: Window) -> list[QPushButton]:
    return [
        button
        for button in window.desk.inspector.findChildren(QPushButton)
        if "of the same story" in button.text() and button.isVisible()
    ]


def listed(window: Window) -> list[tuple[str, int, bool]]:
    model = window.desk.articles.model
    return [
        (model.article(place).outlet, model.index(place, 0).data(OTHERS), model.index(place, 0).data(UNFOLDED))
        for place in range(model.rowCount())
    ]


def open_story(qtbot: QtBot, window: Window) -> DuplicatesDialog:
    window.actions_["same_story"].trigger()
    dialog = window.findChild(DuplicatesDialog)
    qtbot.waitUntil(lambda: dialog.findChild(QListWidget).count() > 0, timeout=20_000)
    return dialog


def test_the_article_says_how_many_more_there_are(qtbot: QtBot, window: Window, articles: list[Article]) -> None:
    qtbot.waitUntil(lambda: bool(others(window)), timeout=20_000)
    assert others(window)[0].text() == "2 more of the same story"
    window.desk.open_article(articles[2].id)
    qtbot.waitUntil(lambda: not others(window))


def test_a_story_is_opened_and_the_reader_goes_to_the_other(
    qtbot: QtBot, window: Window, articles: list[Article]
) -> None:
    window.desk.open_article(articles[0].id)
    dialog = open_story(qtbot, window)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Open").click()
    assert window.desk.opening.article.id == articles[1].id


def test_of_a_text_that_no_other_has_nothing_is_opened(qtbot: QtBot, window: Window, articles: list[Article]) -> None:
    qtbot.waitUntil(lambda: bool(others(window)), timeout=20_000)
    window.desk.open_article(articles[2].id)

    def is_told() -> bool:
        window.actions_["same_story"].trigger()
        for dialog in window.findChildren(DuplicatesDialog):
            dialog.reject()  # it was not known yet
        return window.desk.messages.text() == "No other article has this text."

    qtbot.waitUntil(is_told, timeout=20_000)


def test_what_is_put_apart_leaves_the_dialog_and_undo_brings_it_back(
    qtbot: QtBot, window: Window, articles: list[Article]
) -> None:
    window.desk.open_article(articles[0].id)
    dialog = open_story(qtbot, window)
    assert dialog.findChild(QListWidget).count() == 2
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Not the same").click()
    qtbot.waitUntil(lambda: dialog.findChild(QListWidget).count() == 1, timeout=20_000)
    window.desk.session.undo()
    qtbot.waitUntil(lambda: dialog.findChild(QListWidget).count() == 2, timeout=20_000)
    dialog.close()


def test_the_list_is_folded_and_one_story_unfolded(qtbot: QtBot, window: Window, articles: list[Article]) -> None:
    with qtbot.waitSignal(window.desk.listing.listed, timeout=20_000):
        window.actions_["fold_list"].trigger()
    assert listed(window) == [("4", 2, False), ("3", 0, False)]
    assert window.actions_["fold_list"].isChecked()
    window.desk.articles.table.choose(articles[3])
    window.actions_["show_others"].trigger()
    assert listed(window) == [("4", 0, False), ("2", 0, True), ("1", 0, True), ("3", 0, False)]
    window.desk.articles.table.choose(articles[0])
    window.actions_["show_others"].trigger()  # from one of the others as well
    assert listed(window) == [("4", 2, False), ("3", 0, False)]
    assert list(window.desk.articles.model.all_rows) == [articles[number].row for number in (3, 1, 0, 2)]
    with qtbot.waitSignal(window.desk.listing.listed, timeout=20_000):
        window.actions_["fold_list"].trigger()
    assert len(listed(window)) == 4
    assert not window.actions_["show_others"].isEnabled()


def test_selected_articles_are_put_together(qtbot: QtBot, window: Window, articles: list[Article]) -> None:
    with qtbot.waitSignal(window.desk.listing.listed, timeout=20_000):
        window.actions_["fold_list"].trigger()
    window.desk.articles.table.selectAll()
    with qtbot.waitSignal(window.desk.listing.listed, timeout=20_000):
        window.actions_["put_together"].trigger()
    assert listed(window) == [("4", 3, False)]
    with qtbot.waitSignal(window.desk.listing.listed, timeout=20_000):
        window.actions_["undo"].trigger()
    assert len(listed(window)) == 2
