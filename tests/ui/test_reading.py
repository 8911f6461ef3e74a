# SPDX-License-Identifier: GPL-3.0-or-later
"""The article alone, its lines wider or narrower, and what is remembered of that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.model import Article
from archivist.store import Archive
from archivist.ui.reader.typesetting import MEASURES, columns
from archivist.ui.window import Window

Open = Callable[[Archive], Window]
Add = Callable[..., Article]

BODY = "Греблю прорвало\n\n" + "Загинули троє людей біля греблі, повідомило міністерство. " * 20


@pytest.fixture
def window(open_window: Open, archive: Archive, add_article: Add) -> Window:
    add_article(BODY, outlet="Вісник", language="uk", published="2024-03-05")
    return open_window(archive)


def do(window: Window, action: str) -> None:
    assert window.actions_[action].isEnabled(), action
    window.actions_[action].trigger()


def test_the_article_is_alone_and_all_else_comes_back(window: Window) -> None:
    desk = window.desk
    do(window, "show_inspector")
    before = [panel.isHidden() for panel in (desk.sidebar, desk.articles, desk.inspector, desk.strip, desk.records)]
    do(window, "focus_mode")
    assert window.actions_["focus_mode"].isChecked()
    assert all(panel.isHidden() for panel in (desk.sidebar, desk.articles, desk.inspector, desk.strip))
    assert not desk.reader.isHidden()
    do(window, "focus_mode")
    after = [panel.isHidden() for panel in (desk.sidebar, desk.articles, desk.inspector, desk.strip, desk.records)]
    assert after == before


def test_lines_get_narrower_at_once_where_there_is_no_room_for_what_is_set(window: Window) -> None:
    window.resize(1600, 900)
    view = window.desk.reader.view
    view.set_measure(120)
    shown = columns(view.viewport().width(), view.font(), view.measure)
    assert MEASURES[0] < shown.letters < view.measure
    do(window, "narrow_text")
    assert columns(view.viewport().width(), view.font(), view.measure).text_width < shown.text_width


def test_lines_are_set_wider_and_narrower_and_so_again_after_a_start(
    window: Window, open_window: Open, archive: Archive
) -> None:
    view = window.desk.reader.view
    usual = view.measure
    do(window, "narrow_text")
    assert view.measure < usual
    do(window, "widen_text")
    do(window, "widen_text")
    assert view.measure > usual
    wider = view.measure
    do(window, "show_minimap")
    assert window.desk.reader.minimap.isHidden()
    window.close()
    again = open_window(Archive.open(archive.folder))
    assert again.desk.reader.view.measure == wider
    assert again.desk.reader.minimap.isHidden()


def test_annotations_are_filtered_by_an_action(window: Window) -> None:
    do(window, "filter_annotations")
    assert not window.desk.reader.filter_bar.isHidden()
    do(window, "filter_annotations")
    assert window.desk.reader.filter_bar.isHidden()
