# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from archivist.model import Article
from archivist.search import update
from archivist.ui.jobs import Jobs
from archivist.ui.questions.articles import Filter, Wanted
from archivist.ui.session import Session
from archivist.ui.sidebar import SidebarPanel
from archivist.ui.sidebar.delegate import ACTIVE, ENTRY
from tests.long_work import run_to_end

Add = Callable[..., Article]
PATIENCE_MS = 30_000


@pytest.fixture
def sidebar(qtbot: QtBot, session: Session, jobs: Jobs, add_article: Add) -> Iterator[SidebarPanel]:
    for number in range(15):
        add_article(
            f"Article {number}\nThe dam {number}.",
            outlet=f"Outlet {number:02}",
            language="uk" if number else "",
            published=f"2022-{number % 3 + 1:02}-05" if number else "",
        )
    session.archive.collections.add("Dam")
    run_to_end(update(session.archive))
    sidebar = SidebarPanel(session, jobs)
    sidebar.resize(220, 1200)
    sidebar.show()
    with qtbot.waitSignal(sidebar.refreshed, timeout=PATIENCE_MS):
        sidebar.show_result(Wanted())
    yield sidebar
    sidebar.close()


def click(qtbot: QtBot, sidebar: SidebarPanel, field: str, value: str) -> None:
    item = sidebar.line(field, value)
    assert item is not None
    sidebar.scrollToItem(item)
    rect = sidebar.visualItemRect(item)
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def count(sidebar: SidebarPanel, field: str, value: str) -> int:
    item = sidebar.line(field, value)
    assert item is not None
    return int(item.data(0, ENTRY).count)


def name(sidebar: SidebarPanel, field: str, value: str) -> str:
    item = sidebar.line(field, value)
    assert item is not None
    return item.text(0)


def test_filters_go_on_and_off_by_click_and_combine(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    click(qtbot, sidebar, "outlet", "Outlet 00")
    click(qtbot, sidebar, "language", "uk")
    click(qtbot, sidebar, "language", "")
    assert sidebar.filters == {Filter("outlet", "Outlet 00"), Filter("language", "uk"), Filter("language", "")}
    click(qtbot, sidebar, "outlet", "Outlet 00")
    assert sidebar.filters == {Filter("language", "uk"), Filter("language", "")}
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
    click(qtbot, sidebar, "more", "outlet")
    assert sidebar.line("outlet", "Outlet 14") is None


def test_everything_is_counted_by_time_too(sidebar: SidebarPanel) -> None:
    assert count(sidebar, "", "") == 15
    assert count(sidebar, "year", "2022") == 14
    assert count(sidebar, "year", "") == 1
    assert (name(sidebar, "month", "2022-02"), count(sidebar, "month", "2022-02")) == ("February 2022", 5)


def test_counts_are_those_of_the_search(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    with qtbot.waitSignal(sidebar.refreshed, timeout=PATIENCE_MS):
        sidebar.show_result(Wanted("dam 3"))
    assert count(sidebar, "", "") == 1
    assert name(sidebar, "", "") == "All that was found"
    assert count(sidebar, "outlet", "Outlet 03") == 1
    assert sidebar.line("outlet", "Outlet 04") is None


def test_what_is_on_stays_visible_with_no_article_left(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    sidebar.set_filters([Filter("outlet", "Outlet 04")])
    with qtbot.waitSignal(sidebar.refreshed, timeout=PATIENCE_MS):
        sidebar.show_result(Wanted("dam 3", sidebar.filters))
    assert count(sidebar, "outlet", "Outlet 04") == 0
    assert count(sidebar, "outlet", "Outlet 03") == 1  # as the counts of a field are without what is on in it
    assert sidebar.filters == {Filter("outlet", "Outlet 04")}


def test_filters_of_other_fields_narrow_the_counts(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    sidebar.set_filters([Filter("month", "2022-02")])
    with qtbot.waitSignal(sidebar.refreshed, timeout=PATIENCE_MS):
        sidebar.refresh()
    assert count(sidebar, "language", "uk") == 5
    assert count(sidebar, "month", "2022-03") == 5


def test_counts_follow_the_archive(qtbot: QtBot, sidebar: SidebarPanel, session: Session) -> None:
    article = session.archive.articles.at_rows([session.archive.articles.rows()[0]])[0]
    session.archive.collections.put_in("Dam", [article.id])
    with qtbot.waitSignal(sidebar.refreshed, timeout=PATIENCE_MS):
        session.collections_changed.emit()
    assert count(sidebar, "collection", "Dam") == 1


def test_a_filter_whose_value_is_gone_goes_off(qtbot: QtBot, sidebar: SidebarPanel, session: Session) -> None:
    sidebar.set_filters([Filter("collection", "Dam")])
    with qtbot.waitSignal(sidebar.filters_changed, timeout=PATIENCE_MS):
        session.delete_collection("Dam")
    assert sidebar.filters == frozenset()


def test_shut_sections_are_remembered(qtbot: QtBot, sidebar: SidebarPanel) -> None:
    line = sidebar.line("language", "uk")
    assert line is not None
    line.parent().setExpanded(False)
    assert sidebar.shut_sections == ["language"]


def test_saved_searches_are_listed_opened_renamed_and_deleted(
    qtbot: QtBot, sidebar: SidebarPanel, session: Session
) -> None:
    search = session.save_search("Floods", "dam", "date", {"language": ("uk",)})
    assert search is not None
    assert name(sidebar, "saved", search.id) == "Floods"
    with qtbot.waitSignal(sidebar.search_wanted) as opened:
        click(qtbot, sidebar, "saved", search.id)
    sidebar.setCurrentItem(sidebar.line("saved", search.id))
    with qtbot.waitSignal(sidebar.search_rename_wanted) as renamed:
        qtbot.keyClick(sidebar, Qt.Key.Key_F2)
    with qtbot.waitSignal(sidebar.search_delete_wanted) as deleted:
        qtbot.keyClick(sidebar, Qt.Key.Key_Delete)
    assert opened.args == renamed.args == deleted.args == [search]
    session.delete_search(search.id)
    assert sidebar.line("saved", search.id) is None


def test_the_saved_search_that_is_shown_is_marked(sidebar: SidebarPanel, session: Session) -> None:
    search = session.save_search("Floods", "dam", "date", {})
    assert search is not None
    for wanted, marked in ((Wanted("dam"), True), (Wanted("other"), False)):
        sidebar.show_result(wanted)
        line = sidebar.line("saved", search.id)
        assert line is not None
        assert line.data(0, ACTIVE) is marked


def test_without_an_index_there_are_the_collections(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    session.archive.collections.add("Dam")
    sidebar = SidebarPanel(session, jobs)
    qtbot.addWidget(sidebar)
    with qtbot.waitSignal(sidebar.refreshed, timeout=PATIENCE_MS):
        sidebar.refresh()
    assert count(sidebar, "collection", "Dam") == 0
    assert sidebar.line("outlet", "") is None
