# SPDX-License-Identifier: GPL-3.0-or-later
"""Correcting a text in the window: typed, seen what it does, kept as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from archivist.model import Article, Provenance, Status
from archivist.store import Archive
from archivist.ui.revisions import CorrectDialog, ReviewDialog
from archivist.ui.window import Window

PATIENCE_MS = 60_000
BODY = "Повінь у долині\n\nРятувальники\u00a0вивезли 18 людей із трьох сіл 😀, каже міністерство."

Type = Callable[[QWidget, str], None]


@pytest.fixture
def article(archive: Archive, add_article: Callable[..., Article]) -> Article:
    article = add_article(BODY)
    for quote, tag in (("18 людей", "killed"), ("міністерство", "ministry")):
        archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id)
    return article


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, article: Article) -> Iterator[Window]:
    window = open_window(archive)
    window.desk.open_article(article.id)
    yield window
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.done(0)


@pytest.fixture
def dialog(window: Window) -> CorrectDialog:
    window.actions_["correct_here"].trigger()
    return window.findChild(CorrectDialog)


def editor(dialog: CorrectDialog) -> QPlainTextEdit:
    return dialog.findChild(QPlainTextEdit)


def button(dialog: QWidget, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)


def retype(dialog: CorrectDialog, words: str, new: str, type_text: Type) -> None:
    """Select words in the editor and type others, as a person does."""
    field = editor(dialog)
    cursor = field.document().find(words)
    assert not cursor.isNull()
    field.setTextCursor(cursor)
    type_text(field, new)


def said(dialog: CorrectDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def closed(window: Window) -> bool:
    return not [each for each in window.findChildren(CorrectDialog) if each.isVisible()]


def test_what_is_typed_is_previewed_and_kept_as_one_step(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: CorrectDialog, type_text: Type
) -> None:
    assert not button(dialog, "Save the text").isEnabled()
    retype(dialog, "18", "19", type_text)
    qtbot.waitUntil(
        lambda: "1 change(s) · 1 annotation(s) will follow · 1 will wait for review" in said(dialog),
        timeout=PATIENCE_MS,
    )
    waiting = dialog.findChild(QListWidget)
    assert [waiting.item(row).text() for row in range(waiting.count())] == ["18 людей\nkilled"]
    assert archive.articles.revision(article.id).body == BODY  # nothing is written while one types
    button(dialog, "Save the text").click()
    qtbot.waitUntil(lambda: closed(window), timeout=PATIENCE_MS)
    corrected = BODY.replace("18", "19")
    assert archive.articles.revision(article.id).body == corrected  # the no-break space and the emoji as they were
    assert "19 людей" in window.desk.reader.view.toPlainText()
    marks = {mark.quote: mark for mark in archive.annotations.of_article(article.id)}
    assert marks["18 людей"].status is Status.REVIEW
    assert corrected[marks["міністерство"].start : marks["міністерство"].end] == "міністерство"
    assert "1 annotation(s) for review" in window.desk.messages.text()
    window.actions_["undo"].trigger()
    assert archive.articles.revision(article.id).body == BODY
    assert {mark.status for mark in archive.annotations.of_article(article.id)} == {Status.ANCHORED}


def test_by_keys_alone(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: CorrectDialog, type_text: Type
) -> None:
    field = editor(dialog)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    type_text(field, " Оновлено.")
    qtbot.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: closed(window), timeout=PATIENCE_MS)
    assert archive.articles.revision(article.id).body == BODY + " Оновлено."


def test_the_message_leads_to_what_waits(qtbot: QtBot, window: Window, dialog: CorrectDialog, type_text: Type) -> None:
    retype(dialog, "18", "19", type_text)
    button(dialog, "Save the text").click()
    qtbot.waitUntil(lambda: closed(window), timeout=PATIENCE_MS)
    button(window.desk.messages, "Review…").click()
    qtbot.waitUntil(lambda: window.findChild(ReviewDialog) is not None, timeout=PATIENCE_MS)


def test_what_was_typed_is_given_up_only_when_that_is_said(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: CorrectDialog, type_text: Type
) -> None:
    retype(dialog, "18", "19", type_text)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    button(dialog.findChild(QMessageBox), "Go on typing").click()
    qtbot.waitUntil(lambda: dialog.findChild(QMessageBox) is None)
    assert dialog.isVisible()
    assert "19 людей" in dialog.typed
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    button(dialog.findChild(QMessageBox), "Give up").click()
    assert closed(window)
    assert archive.articles.revision(article.id).body == BODY


def test_an_unchanged_text_closes_without_a_question(qtbot: QtBot, window: Window, dialog: CorrectDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert closed(window)


def test_a_text_without_words_cannot_be_saved(qtbot: QtBot, dialog: CorrectDialog) -> None:
    field = editor(dialog)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert not button(dialog, "Save the text").isEnabled()
    assert "A text without words cannot be saved." in said(dialog)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.typed == BODY


def test_a_text_that_was_corrected_elsewhere_is_not_overwritten(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, dialog: CorrectDialog, type_text: Type
) -> None:
    other = BODY + " Доповнено."
    archive.articles.revise(article.id, other, Provenance("", "correction", "1", None))
    retype(dialog, "18", "19", type_text)
    button(dialog, "Save the text").click()
    qtbot.waitUntil(lambda: any("got another text" in line for line in said(dialog)), timeout=PATIENCE_MS)
    assert dialog.isVisible()
    assert "19 людей" in dialog.typed  # it can be copied from here
    assert archive.articles.revision(article.id).body == other


def test_an_annotation_that_will_wait_leads_to_its_place(qtbot: QtBot, dialog: CorrectDialog, type_text: Type) -> None:
    retype(dialog, "18", "19", type_text)
    waiting = dialog.findChild(QListWidget)
    qtbot.waitUntil(lambda: waiting.count() == 1, timeout=PATIENCE_MS)
    dialog.findChild(QTabWidget).setCurrentIndex(1)
    editor(dialog).moveCursor(QTextCursor.MoveOperation.Start)
    waiting.itemActivated.emit(waiting.item(0))
    assert editor(dialog).textCursor().position() == BODY.index(" 18")


def test_a_text_that_the_editor_would_alter_is_left_to_a_file(
    window: Window, archive: Archive, add_article: Callable[..., Article]
) -> None:
    odd = add_article("Повінь \ufdd0 у долині")  # Qt takes this character for a mark of its own
    window.desk.open_article(odd.id)
    window.actions_["correct_here"].trigger()
    assert closed(window)
    assert "Correct it in a file" in window.desk.messages.text()
