# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits for review is settled in the window, one step each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Article, Provenance, Status
from archivist.store import Archive
from archivist.ui.revisions import ReviewDialog
from archivist.ui.window import Window

PATIENCE_MS = 60_000
READING = Provenance("", "correction", "1", None)
OLD = "Повінь 😀 у долині\n\nРятувальники вивезли 18 людей із трьох сіл, каже міністерство."
NEW = "Повінь 😀 у долині\n\nРятувальники вивезли 19 людей із чотирьох сіл. Усього вивезли 19 людей."


@pytest.fixture
def article(archive: Archive, add_article: Callable[..., Article]) -> Article:
    """An article in which three annotations wait; another one waits in the next article."""
    article = add_article(OLD)
    for quote in ("18 людей", "трьох сіл", "міністерство"):
        archive.annotations.add_quote(article.id, quote, archive.tags.named("killed").id, note=f"про {quote}")
    archive.articles.revise(article.id, NEW, READING)
    other = add_article("Загинуло 7 осіб.")
    archive.annotations.add_quote(other.id, "7 осіб", archive.tags.named("killed").id)
    archive.articles.revise(other.id, "Загинуло 8 осіб.", READING)
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
def dialog(qtbot: QtBot, window: Window) -> ReviewDialog:
    window.actions_["review"].trigger()
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: Window) -> ReviewDialog:
    qtbot.waitUntil(lambda: window.findChild(ReviewDialog) is not None, timeout=PATIENCE_MS)
    dialog = window.findChild(ReviewDialog)
    looked_at(qtbot, dialog)
    return dialog


def looked_at(qtbot: QtBot, dialog: ReviewDialog) -> None:
    qtbot.waitUntil(lambda: bool(texts(dialog)[0].toPlainText()), timeout=PATIENCE_MS)


def texts(dialog: ReviewDialog) -> list[QPlainTextEdit]:
    """The old passage, and the text as it is now."""
    views = {view.accessibleName(): view for view in dialog.findChildren(QPlainTextEdit)}
    return [views["The passage as it was marked"], views["The text as it is now"]]


def listed(dialog: ReviewDialog) -> list[str]:
    view = dialog.findChild(QListWidget)
    return [view.item(row).text().split("\n")[0] for row in range(view.count())]


def place(dialog: ReviewDialog) -> str:
    """What is said of the place that would be taken."""
    lines = [label.text() for label in dialog.findChildren(QLabel)]
    return next((line for line in lines if line.startswith(("Place ", "Selected", "Nothing like"))), "")


def button(dialog: QWidget, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)


def mark(archive: Archive, article: Article, note: str) -> Annotation:
    return next(each for each in archive.annotations.of_article(article.id) if each.note == note)


def test_the_inspector_says_how_many_wait_and_opens_them(qtbot: QtBot, window: Window) -> None:
    button(window.desk.inspector, "3 annotation(s) for review").click()
    assert listed(opened(qtbot, window)) == ["18 людей", "трьох сіл", "міністерство"]


def test_both_texts_are_shown_with_the_likeliest_place(dialog: ReviewDialog) -> None:
    old, new = texts(dialog)
    assert old.toPlainText() == OLD
    assert new.toPlainText() == NEW
    lit = [each.cursor.selectedText() for each in old.extraSelections()]
    assert lit == ["18 людей"]
    assert [each.cursor.selectedText() for each in new.extraSelections()] == ["19 людей"]
    assert place(dialog).startswith("Place 1 of 1: “19 людей”")
    assert (old.height(), old.mapTo(dialog, QPoint()).y()) == (new.height(), new.mapTo(dialog, QPoint()).y())


def test_a_place_is_taken_as_one_step_and_the_next_one_follows(
    qtbot: QtBot, archive: Archive, article: Article, dialog: ReviewDialog
) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed(dialog) == ["трьох сіл", "міністерство"], timeout=PATIENCE_MS)
    placed = mark(archive, article, "про 18 людей")
    assert (placed.status, placed.quote, placed.start) == (Status.ANCHORED, "19 людей", NEW.index("19 людей"))
    looked_at(qtbot, dialog)
    qtbot.waitUntil(lambda: "чотирьох сіл" in place(dialog), timeout=PATIENCE_MS)
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(listed(dialog)) == 3, timeout=PATIENCE_MS)
    assert mark(archive, article, "про 18 людей").status is Status.REVIEW
    assert not button(dialog, "Undo").isEnabled()  # what was done before the dialog opened is not its to undo
    assert archive.articles.revision(article.id).body == NEW


def test_the_place_is_chosen_by_hand(qtbot: QtBot, archive: Archive, article: Article, dialog: ReviewDialog) -> None:
    new = texts(dialog)[1]
    cursor = new.textCursor()
    start = NEW.rindex("19 людей")
    cursor.setPosition(start + 1)  # an emoji before it takes two of Qt's positions
    cursor.setPosition(start + 1 + len("19 людей"), cursor.MoveMode.KeepAnchor)
    new.setTextCursor(cursor)
    assert place(dialog) == "Selected: “19 людей”"
    button(dialog, "Put it here").click()
    placed = mark(archive, article, "про 18 людей")
    assert (placed.start, placed.quote, placed.status) == (start, "19 людей", Status.ANCHORED)


def test_words_that_are_gone_have_no_place_and_can_be_deleted(
    qtbot: QtBot, archive: Archive, article: Article, dialog: ReviewDialog
) -> None:
    for _ in range(2):
        qtbot.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    looked_at(qtbot, dialog)
    assert place(dialog).startswith("Nothing like it")
    assert not button(dialog, "Put it here").isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: listed(dialog) == ["18 людей", "трьох сіл"], timeout=PATIENCE_MS)
    assert archive.review.of_article(article.id)[-1].quote == "трьох сіл"
    button(dialog, "Undo").click()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 3, timeout=PATIENCE_MS)


def test_one_goes_round_in_the_list_by_keys(qtbot: QtBot, dialog: ReviewDialog) -> None:
    view = dialog.findChild(QListWidget)
    qtbot.keyClick(dialog, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert view.currentRow() == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert view.currentRow() == 0


def test_the_whole_archive_is_listed(qtbot: QtBot, dialog: ReviewDialog) -> None:
    dialog.findChild(QComboBox).setCurrentIndex(1)
    qtbot.waitUntil(lambda: "7 осіб" in listed(dialog), timeout=PATIENCE_MS)
    assert len(listed(dialog)) == 4


def test_several_places_are_gone_through(
    qtbot: QtBot, window: Window, archive: Archive, add_article: Callable[..., Article]
) -> None:
    third = add_article("Каже 5 осіб.")
    archive.annotations.add_quote(third.id, "5 осіб", archive.tags.named("killed").id)
    archive.articles.revise(third.id, "Тут 5 осіб, там 5 осіб, усюди 5 осіб.", READING)
    window.desk.open_article(third.id)
    window.actions_["review"].trigger()
    dialog = opened(qtbot, window)
    assert place(dialog).startswith("Place 1 of 3")
    qtbot.keyClick(dialog, Qt.Key.Key_F3)
    assert place(dialog).startswith("Place 2 of 3")
    for _ in range(2):
        qtbot.keyClick(dialog, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert place(dialog).startswith("Place 3 of 3")
    button(dialog, "Put it here").click()
    qtbot.waitUntil(lambda: archive.review.of_article(third.id) == [], timeout=PATIENCE_MS)


def test_where_nothing_waits_that_is_said(
    qtbot: QtBot, window: Window, archive: Archive, add_article: Callable[..., Article]
) -> None:
    for waiting in archive.review.all():
        archive.annotations.delete(waiting.id)
    window.actions_["review"].trigger()
    qtbot.waitUntil(lambda: "No annotation waits" in window.desk.messages.text(), timeout=PATIENCE_MS)
    assert window.findChild(ReviewDialog) is None


# How many wait in the whole archive


def told(window: Window) -> str:
    """What stands above the list of articles of what waits."""
    button = window.desk.articles._waiting
    return button.text() if button.isVisible() else ""


def test_how_many_wait_in_the_archive_is_told_and_a_click_opens_them(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: told(window) == "4 annotation(s) for review", timeout=PATIENCE_MS)
    qtbot.mouseClick(window.desk.articles._waiting, Qt.MouseButton.LeftButton)
    assert len(listed(opened(qtbot, window))) == 4


def test_what_is_settled_waits_no_more(qtbot: QtBot, window: Window, archive: Archive, article: Article) -> None:
    qtbot.waitUntil(lambda: told(window) == "4 annotation(s) for review", timeout=PATIENCE_MS)
    mark = archive.review.of_article(article.id)[0]
    window.desk.session.delete_annotation(mark.id)
    assert told(window) == "3 annotation(s) for review"
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: told(window) == "4 annotation(s) for review", timeout=PATIENCE_MS)
    for each in archive.review.all():
        window.desk.session.delete_annotation(each.id)
    qtbot.waitUntil(lambda: told(window) == "", timeout=PATIENCE_MS)


def test_what_waits_in_a_deleted_article_does_not_count(qtbot: QtBot, window: Window, article: Article) -> None:
    qtbot.waitUntil(lambda: told(window) == "4 annotation(s) for review", timeout=PATIENCE_MS)
    window.desk.session.delete_articles([article.id])
    qtbot.waitUntil(lambda: told(window) == "1 annotation(s) for review", timeout=PATIENCE_MS)
