# SPDX-License-Identifier: GPL-3.0-or-later
"""New texts for articles that are here, as a person gives them in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from archivist.intake.correcting import correct
from archivist.intake.pipeline import import_files
from archivist.model import Article, Provenance
from archivist.store import Archive
from archivist.ui.dialogs import TextReportDialog, WaitingDialog
from archivist.ui.window import Window
from tests.long_work import run_to_end

PATIENCE_MS = 60_000
TEXT = "Порт відкрито\n\nКораблі знову виходять у море."
OLD = "Порт вiдкрито\n\nКораблi знову виходять у море."  # as an older reader had it


@pytest.fixture
def stale(archive: Archive, tmp_path: Path) -> Article:
    """An article whose text is not what its original says to the readers of today, with two annotations."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (report,) = run_to_end(import_files(archive, [path])).files
    (id_,) = report.articles
    before = archive.articles.provenance(id_)
    archive.articles.revise(id_, OLD, Provenance(before.source, before.reader, "0", before.encoding))
    tag = archive.tags.named("ministry").id
    archive.annotations.add_quote(id_, "море", tag)
    return archive.articles.get(id_)


@pytest.fixture
def by_hand(archive: Archive, add_article: Callable[..., Article], tmp_path: Path) -> Article:
    """An article whose text a person corrected, and which keeps it."""
    article = add_article("Дамбу добудовано\n\nВоду пустять восени.")
    path = tmp_path / "corrected.txt"
    path.write_text("Дамбу добудовано\n\nВоду пустять навесні.", encoding="utf-8")
    correct(archive, article.id, path)
    return article


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, stale: Article) -> Window:
    return open_window(archive)


def do(window: Window, action: str) -> None:
    assert window.actions_[action].isEnabled(), action
    window.actions_[action].trigger()


def shown(window: Window) -> str:
    return window.desk.reader.view.toPlainText().replace("\u2029", "\n")


def finished(window: Window) -> bool:
    return not [job for job in window.desk.jobs.running if job.title]


def message(window: Window) -> str:
    return window.desk.messages.text()


def test_reading_again_gives_the_text_of_today_and_undo_takes_it_back(
    qtbot: QtBot, window: Window, archive: Archive, stale: Article
) -> None:
    window.desk.open_article(stale.id)
    window.desk.articles.table.selectAll()
    do(window, "read_again")
    waiting = window.findChild(WaitingDialog)
    assert waiting.isModal()
    qtbot.waitUntil(lambda: "read again" in message(window), timeout=PATIENCE_MS)
    assert not any(each.isVisible() for each in window.findChildren(WaitingDialog))
    assert "1 article(s) read again: 1 new text(s)." in message(window)
    assert archive.articles.revision(stale.id).body == TEXT
    assert "Кораблі" in shown(window)
    (annotation,) = archive.annotations.of_article(stale.id)
    assert TEXT[annotation.start : annotation.end] == "море"
    do(window, "undo")
    assert archive.articles.revision(stale.id).body == OLD
    assert "Кораблi" in shown(window)


def test_what_could_not_be_read_again_is_told_in_a_report(
    qtbot: QtBot, open_window: Callable[[Archive], Window], archive: Archive, stale: Article, by_hand: Article
) -> None:
    window = open_window(archive)
    window.desk.articles.table.selectAll()
    do(window, "read_again")
    qtbot.waitUntil(lambda: "read again" in message(window), timeout=PATIENCE_MS)
    assert "2 article(s) read again: 1 new text(s), 1 kept as corrected by hand" in message(window)
    button = next(each for each in window.desk.messages.findChildren(QPushButton) if each.text() == "Details…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    report = next(each for each in window.findChildren(TextReportDialog) if each.isVisible())
    assert "corrected by hand" in report.findChild(QPlainTextEdit).toPlainText()
    assert by_hand.title in report.findChild(QPlainTextEdit).toPlainText()
    report.reject()
    assert archive.articles.revision(by_hand.id).body.endswith("навесні.")


def test_a_corrected_text_comes_from_a_file(
    qtbot: QtBot, window: Window, archive: Archive, stale: Article, tmp_path: Path
) -> None:
    path = tmp_path / "corrected.txt"
    path.write_text("Порт відкрито\n\nКораблі знову виходять у відкрите море.", encoding="utf-8")
    window.desk.open_article(stale.id)
    do(window, "correct_text")
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: "has the corrected text now: all annotations stand" in message(window), timeout=PATIENCE_MS)
    assert "відкрите море" in shown(window)
    (annotation,) = archive.annotations.of_article(stale.id)
    assert archive.articles.revision(stale.id).body[annotation.start : annotation.end] == "море"
    do(window, "undo")
    assert archive.articles.revision(stale.id).body == OLD


def test_a_file_without_text_corrects_nothing(
    qtbot: QtBot, window: Window, archive: Archive, stale: Article, tmp_path: Path
) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    window.desk.open_article(stale.id)
    window.desk.revising.correct(stale, path)
    qtbot.waitUntil(lambda: "is empty" in message(window), timeout=PATIENCE_MS)
    assert archive.articles.revision(stale.id).body == OLD


def test_undoing_a_step_that_touched_many_articles_shows_the_old_text(
    window: Window, archive: Archive, stale: Article
) -> None:
    window.desk.open_article(stale.id)
    archive.articles.revise(stale.id, TEXT, archive.articles.provenance(stale.id))
    window.desk.session.announce_step(frozenset({("articles", "")}))
    assert "Кораблі" in shown(window)


def test_stopping_keeps_the_texts_that_were_not_yet_read(
    qtbot: QtBot, window: Window, archive: Archive, stale: Article
) -> None:
    window.desk.articles.table.selectAll()
    do(window, "read_again")
    waiting = window.findChild(WaitingDialog)
    waiting.close()
    qtbot.mouseClick(waiting.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert waiting.isVisible()  # until it has stopped
    qtbot.waitUntil(lambda: finished(window), timeout=PATIENCE_MS)
    assert "stopped" in message(window)
    assert archive.articles.revision(stale.id).body == OLD
