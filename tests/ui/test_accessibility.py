# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control of the window and of the dialogs has a name and a role, and the keyboard comes to it in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.ui.dialogs import WaitingDialog
from archivist.ui.icons import Icons
from archivist.ui.window import Window
from tests.ui.accessible_tree import controls, mistakes
from tests.ui.every_dialog import DIALOGS

_DESCRIPTION = QAccessible.Text.Description
_PATIENCE_MS = 60_000  # for what is listed on a thread, while the machine is busy


@pytest.fixture
def archive(archive: Archive, add_article: Callable[..., Article]) -> Archive:
    """An archive with two articles, annotations of each kind, and a record."""
    article = add_article("Страйк на заводі.\n\nЗагинуло 18 людей, сказало міністерство.", published="2022-01-08")
    add_article("Порт відкрито.\n\nКораблі виходять у море.", outlet="Берег")
    for quote, tag in (("Страйк", "strike"), ("18", "killed"), ("міністерство", "ministry")):
        archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id)
    archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство"))
    return archive


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive) -> Window:
    window = open_window(archive)
    window.desk.open_article(archive.articles.ids(archive.articles.rows())[0])
    return window


@pytest.mark.parametrize(
    "actions",
    [
        (),
        ("show_records",),
        ("show_concordance",),
        ("find_in_article",),
        ("show_suggestions",),
        ("next_annotation",),
        ("next_annotation", "next_annotation", "begin_relation"),
    ],
    ids=lambda actions: "-".join(actions) or "reading",
)
def test_every_control_of_the_window_has_a_name_and_a_role(window: Window, actions: tuple[str, ...]) -> None:
    for action in actions:
        window.actions_[action].trigger()
    assert mistakes(window) == []


def test_a_tag_in_hand_is_said(window: Window) -> None:
    window.desk.sweeping.take(window.desk.archive.tags.named("strike").id)
    assert mistakes(window) == []
    assert any("In hand: strike" in control.name for control in controls(window))


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_control_of_a_dialog_has_a_name_and_a_role(
    window: Window, tmp_path: Path, icons: Icons, kind: type[QDialog]
) -> None:
    dialog = DIALOGS[kind](window, tmp_path, icons)
    try:
        dialog.show()
        assert mistakes(dialog) == []
        assert dialog.windowTitle()
    finally:
        dialog.end() if isinstance(dialog, WaitingDialog) else dialog.close()


def test_the_walk_finds_what_lacks_a_name_or_a_role(qtbot: QtBot) -> None:
    window, bare = QWidget(), QWidget()
    bare.setParent(window)
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(window)
    window.show()
    [mistake] = mistakes(window)
    assert mistake.startswith("no role")


def test_tab_comes_to_every_control_of_the_window_once_and_in_reading_order(qtbot: QtBot, window: Window) -> None:
    first = window.desk.articles.field.focusProxy() or window.desk.articles.field
    met = met_by_tab(window, first)
    assert met.index(window.desk.articles.table) < met.index(window.desk.reader.view)
    assert window.desk.reader.view in met
    assert any(window.desk.inspector.isAncestorOf(widget) for widget in met)
    assert any(window.desk.sidebar is widget or window.desk.sidebar.isAncestorOf(widget) for widget in met)
    interfaces = [QAccessible.queryAccessibleInterface(widget) for widget in met]
    assert all(each is not None and each.text(QAccessible.Text.Name) for each in interfaces)


def test_tab_comes_to_what_stands_above_the_lists_as_well(qtbot: QtBot, window: Window) -> None:
    desk = window.desk
    desk.retracing.open()
    desk.reader.toggle_filter()
    qtbot.waitUntil(desk.steps.table.isVisible, timeout=_PATIENCE_MS)
    met = met_by_tab(window, desk.reader.view)
    search = desk.articles.field.focusProxy()
    assert search is not None
    assert desk.reader.filter_bar.kind in met
    assert met.index(search) < met.index(desk.articles.table)
    assert met.index(desk.steps.filters.day) < met.index(desk.steps.table)


def test_what_is_counted_and_quoted_is_told_not_only_what_it_is(window: Window) -> None:
    desk = window.desk
    desk.reader.set_search_hits([(0, 6), (10, 16)])
    chosen = desk.archive.annotations.of_article(desk.opening.article.id)[0]
    desk.reader.view.choose(chosen.id)
    told = [QAccessible.queryAccessibleInterface(label) for label in window.findChildren(QLabel)]
    said = {text for one in told if one for text in (one.text(QAccessible.Text.Name), one.text(_DESCRIPTION))}
    assert "2 articles" in said or "2 article(s)" in said
    assert chosen.quote in said
    assert any("hit(s) in this article" in each or each.startswith("Hit ") for each in said)


def met_by_tab(window: Window, first: QWidget) -> list[QWidget]:
    """The controls that Tab leads to, from one of them until it comes to one again."""
    first.setFocus()
    met: list[QWidget] = []
    while len(met) < 200:
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in met:
            break
        met.append(focused)
        window.focusNextChild()
    return met
