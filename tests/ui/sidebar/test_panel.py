# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archivist.model import Article
from archivist.ui.jobs import Jobs
from archivist.ui.questions.articles import Filter
from archivist.ui.session import Session
from archivist.ui.sidebar import SidebarPanel
from archivist.ui.sidebar.delegate import ACTIVE, ENTRY

Add = Callable[..., Article]


@pytest.fixture
def sidebar(qtbot: QtBot, session: Session, jobs: Jobs, add_article: Add) -> Iterator[SidebarPanel]:
    for number in range(15):
        add_article(f"Article {number}", outlet=f"Outlet {number:02}", language="uk" if number else "")
    session.archive.collections.add("Dam")
    sidebar = SidebarPanel(session, jobs)
    sidebar.resize(220, 700)
    sidebar.show()
    with qtbot.waitSignal(sidebar.refreshed):
        sidebar.refresh()
    yield sidebar
    sidebar.close()


def click(qtbot: QtBot, sidebar: SidebarPanel, field: str, value: str) -> None:
    item = sidebar.line(field, value)
    assert item is not None
    sidebar.scrollToItem(item)
    rect = sidebar.visualItemRect(item)
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_filters_go_on_and_off_by_click_and_combine(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    click(qtbot, sidebar, "outlet", "Outlet 00")
    click(qtbot, sidebar, "annotated", "no")
    assert sidebar.filters == {Filter("outlet", "Outlet 00"), Filter("annotated", "no")}
    click(qtbot, sidebar, "outlet", "Outlet 00")
    assert sidebar.filters == {Filter("annotated", "no")}
    click(qtbot, sidebar, "", "")
    assert sidebar.filters == frozenset()


def test_a_filter_that_is_on_is_shown_so(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    line, everything = sidebar.line("language", "uk"), sidebar.line("", "")
    assert line is not None
    assert everything is not None
    assert everything.data(0, ACTIVE)
    sidebar.set_filters([Filter("language", "uk")])
    assert line.data(0, ACTIVE)
    assert not everything.data(0, ACTIVE)


def test_the_keyboard_turns_filters_on(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    item = sidebar.line("language", "")
    sidebar.setCurrentItem(item)
    qtbot.keyClick(sidebar, Qt.Key.Key_Space)
    assert sidebar.filters == {Filter("language", "")}


def test_a_long_section_shows_the_first_few_and_the_rest_on_request(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    assert sidebar.line("outlet", "Outlet 14") is None
    click(qtbot, sidebar, "more", "outlet")
    assert sidebar.line("outlet", "Outlet 14") is not None


def test_counts_follow_the_archive(qtbot: QtBot, sidebar: SidebarPanel, session: Session, add_article: Add) -> None:
    article = add_article("One more", outlet="Outlet 00")
    session.archive.collections.put_in("Dam", [article.id])
    with qtbot.waitSignal(sidebar.refreshed):
        session.announce_import()
    line = sidebar.line("collection", "Dam")
    assert line is not None
    assert line.data(0, ENTRY).count == 1


def test_a_filter_whose_value_is_gone_goes_off(qtbot: QtBot, sidebar: SidebarPanel, session: Session) -> None:
    sidebar.set_filters([Filter("collection", "Dam")])
    with qtbot.waitSignal(sidebar.filters_changed):
        session.delete_collection("Dam")
    assert sidebar.filters == frozenset()


def test_shut_sections_are_remembered(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    line = sidebar.line("language", "uk")
    assert line is not None
    line.parent().setExpanded(False)
    assert sidebar.shut_sections == ["language"]
