# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.window import Window

Open = Callable[[Archive], Window]
Add = Callable[..., Article]


@pytest.fixture
def window(open_window: Open, archive: Archive, add_article: Add) -> Window:
    add_article("Греблю прорвало\n\nЗагинули троє людей.", outlet="Вісник", language="uk", published="2024-03-05")
    window = open_window(archive)
    window.actions_["focus_mode"].trigger()
    assert window.actions_["focus_mode"].isChecked()
    return window


def test_the_columns_are_as_wide_as_before(window: Window) -> None:
    window.actions_["focus_mode"].trigger()
    before = window.desk.columns.sizes()
    window.actions_["focus_mode"].trigger()
    window.actions_["focus_mode"].trigger()
    assert window.desk.columns.sizes() == before


def test_a_search_is_typed_where_it_is_seen(window: Window) -> None:
    window.actions_["search_archive"].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert window.desk.articles.isAncestorOf(focused)
    assert focused.isVisible()
    assert not window.actions_["focus_mode"].isChecked()


def test_records_stand_in_the_place_of_the_articles_only(window: Window) -> None:
    desk = window.desk
    window.actions_["show_records"].trigger()
    assert not window.actions_["focus_mode"].isChecked()
    assert (desk.records.isHidden(), desk.sidebar.isHidden(), desk.articles.isHidden()) == (False, True, True)
    assert not desk.inspector.isHidden()
    window.actions_["show_records"].trigger()
    assert (desk.records.isHidden(), desk.sidebar.isHidden(), desk.articles.isHidden()) == (True, False, False)


def test_one_panel_that_is_wanted_brings_all_back(window: Window) -> None:
    desk = window.desk
    window.actions_["show_sidebar"].trigger()
    assert not any(panel.isHidden() for panel in (desk.sidebar, desk.articles, desk.inspector, desk.strip))
    assert not window.actions_["focus_mode"].isChecked()


def test_the_history_opens_below_the_article_that_is_alone(qtbot: QtBot, window: Window) -> None:
    window.actions_["show_history"].trigger()
    qtbot.waitUntil(lambda: not window.desk.steps.isHidden())
    assert window.desk.articles.isHidden()
    assert window.actions_["focus_mode"].isChecked()
