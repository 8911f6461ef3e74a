# SPDX-License-Identifier: GPL-3.0-or-later
"""Older texts are read with their annotations, and what changed between two is gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QListWidget, QPushButton, QTabWidget, QTextEdit
from pytestqt.qtbot import QtBot

from archivist.model import Article, Provenance
from archivist.store import Archive
from archivist.ui.reader.view import ArticleView
from archivist.ui.revisions import RevisionsDialog
from archivist.ui.revisions.changes_view import ChangesView
from archivist.ui.window import Window

PATIENCE_MS = 60_000
READING = Provenance("", "correction", "1", None)
FIRST = "Повінь у долині\n\nРятувальники вивезли 18 людей із трьох сіл."
SECOND = "Повінь у долині\n\nРятувальники вивезли 19 людей із трьох сіл."
THIRD = "Велика повінь у долині\n\nРятувальники вивезли 19 людей із трьох сіл."


@pytest.fixture
def article(archive: Archive, add_article: Callable[..., Article]) -> Article:
    article = add_article(FIRST)
    archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id)
    for body in (SECOND, THIRD):
        archive.articles.revise(article.id, body, READING)
    return archive.articles.get(article.id)


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, article: Article) -> Iterator[Window]:
    window = open_window(archive)
    window.desk.open_article(article.id)
    yield window
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.done(0)


@pytest.fixture
def dialog(qtbot: QtBot, window: Window) -> RevisionsDialog:
    window.actions_["show_texts"].trigger()
    dialog = window.findChild(RevisionsDialog)
    qtbot.waitUntil(lambda: bool(changes(dialog).toPlainText()), timeout=PATIENCE_MS)
    return dialog


def changes(dialog: RevisionsDialog) -> QTextEdit:
    return dialog.findChild(ChangesView)


def choose(qtbot: QtBot, dialog: RevisionsDialog, row: int, text: str) -> None:
    dialog.findChild(QListWidget).setCurrentRow(row)
    qtbot.waitUntil(lambda: dialog.findChild(ArticleView).article_text == text, timeout=PATIENCE_MS)


def said(dialog: RevisionsDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_texts_are_listed_newest_first(dialog: RevisionsDialog) -> None:
    view = dialog.findChild(QListWidget)
    first_lines = [view.item(row).text().split("\n")[0] for row in range(view.count())]
    assert first_lines == ["Text 3 (current)", "Text 2", "Text 1"]
    assert "corrected by hand" in view.item(0).text()
    assert "read by plain-text 1" in view.item(2).text()


def test_what_changed_is_marked_in_its_text(dialog: RevisionsDialog) -> None:
    view = changes(dialog)
    assert view.toPlainText() == THIRD.replace("Велика повінь", "ПовіньВелика повінь")
    removed, added = view.document().find("Повінь"), view.document().find("Велика повінь")
    assert removed.charFormat().fontStrikeOut()
    assert added.charFormat().fontUnderline()
    assert "Change 1 of 1" in said(dialog)


def test_changes_are_gone_through_by_keys(qtbot: QtBot, dialog: RevisionsDialog) -> None:
    other = dialog.findChild(QComboBox)
    other.setCurrentIndex(other.findText("Text 1"))
    qtbot.waitUntil(lambda: "Change 1 of 2" in said(dialog), timeout=PATIENCE_MS)
    assert changes(dialog).textCursor().selectedText() == "ПовіньВелика повінь"
    qtbot.keyClick(dialog, Qt.Key.Key_F3)
    assert "Change 2 of 2" in said(dialog)
    assert changes(dialog).textCursor().selectedText() == "1819"
    qtbot.keyClick(dialog, Qt.Key.Key_F3)
    assert "Change 1 of 2" in said(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert "Change 2 of 2" in said(dialog)


def test_an_older_text_is_read_with_its_annotations(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: RevisionsDialog
) -> None:
    before = archive.events.head()
    choose(qtbot, dialog, 2, FIRST)
    dialog.findChild(QTabWidget).setCurrentIndex(1)
    view = dialog.findChild(ArticleView)
    view.choose_next()
    assert view.words_of(view.chosen or "") == "18 людей"
    assert any(line.startswith("1 annotation(s) stood on this text") for line in said(dialog))
    assert archive.events.head() == before
    choose(qtbot, dialog, 1, SECOND)
    assert view.isVisible()
    view.choose_next()
    assert view.chosen is None


def test_a_text_that_is_the_only_one_is_shown(
    qtbot: QtBot, window: Window, add_article: Callable[..., Article]
) -> None:
    only = add_article("Єдиний текст.")
    window.desk.open_article(only.id)
    window.actions_["show_texts"].trigger()
    dialog = window.findChild(RevisionsDialog)
    qtbot.waitUntil(lambda: dialog.findChild(ArticleView).article_text == "Єдиний текст.", timeout=PATIENCE_MS)
    assert "The article has only had this text." in said(dialog)


# Taking up an older text again


def take_up(dialog: RevisionsDialog) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if "current" in each.text())


def test_an_older_text_becomes_the_current_one_by_one_click(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: RevisionsDialog
) -> None:
    assert not take_up(dialog).isEnabled()  # the newest is chosen
    dialog.findChild(QListWidget).setCurrentRow(2)
    qtbot.mouseClick(take_up(dialog), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.desk.reader.view.article_text == FIRST, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not window.findChildren(RevisionsDialog))
    assert archive.articles.revision(article.id).number == 4
    assert [mark.quote for mark in window.desk.reader.view.annotations] == ["18 людей"]
    assert "has the words of text 1 again: all annotations stand on their words." in window.desk.messages.text()
    window.actions_["undo"].trigger()
    assert window.desk.reader.view.article_text == THIRD


def test_what_is_in_doubt_then_waits(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: RevisionsDialog
) -> None:
    archive.annotations.add_quote(article.id, "19 людей", archive.tags.named("killed").id)
    dialog.findChild(QListWidget).setCurrentRow(2)
    take_up(dialog).click()
    qtbot.waitUntil(lambda: "1 annotation(s) for review" in window.desk.messages.text(), timeout=PATIENCE_MS)
    assert [mark.quote for mark in archive.review.of_article(article.id)] == ["19 людей"]


def test_the_list_tells_which_text_was_taken_up(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: RevisionsDialog
) -> None:
    dialog.findChild(QListWidget).setCurrentRow(2)
    take_up(dialog).click()
    qtbot.waitUntil(lambda: window.desk.reader.view.article_text == FIRST, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not window.findChildren(RevisionsDialog))
    window.actions_["show_texts"].trigger()
    view = window.findChild(RevisionsDialog).findChild(QListWidget)
    assert view.item(0).text().startswith("Text 4 (current)")
    assert "text 1 again" in view.item(0).text()


def test_a_text_that_came_meanwhile_is_not_replaced(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: RevisionsDialog
) -> None:
    archive.articles.revise(article.id, "Повені", READING)
    dialog.findChild(QListWidget).setCurrentRow(2)
    take_up(dialog).click()
    qtbot.waitUntil(window.desk.messages.isVisible, timeout=PATIENCE_MS)
    assert archive.articles.revision(article.id).body == "Повені"
