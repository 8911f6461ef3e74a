# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks, backups and provenance in the window, by actions and keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from archivist.model import Article, EventType, Outcome, Provenance
from archivist.store import Archive
from archivist.store.event_chain import NewEvent
from archivist.ui.dialogs import BackupDialog, ProvenanceDialog, RestoreDialog, TextReportDialog
from archivist.ui.settings import BACKUP_DAYS, BACKUP_FOLDER, BACKUP_KEEP, CHECK_DAYS, Settings
from archivist.ui.window import Window

Open = Callable[[Archive], Window]
Add = Callable[..., Article]
_D = TypeVar("_D", bound=QDialog)
PATIENCE_MS = 60_000
LONG_AGO = "2020-01-01T00:00:00.000Z"


@pytest.fixture
def article(add_article: Add) -> Article:
    return add_article("Dockers strike\n\nThe strike goes on.", published="2023-10", captured="2023-10-04")


@pytest.fixture
def window(open_window: Open, archive: Archive, article: Article) -> Window:
    return open_window(archive)


def dialog_of(window: Window, kind: type[_D]) -> _D:
    return next(dialog for dialog in window.findChildren(kind) if dialog.isVisible())


def field(dialog: QDialog, name: str) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def ok(dialog: QDialog) -> QPushButton:
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def said(dialog: QDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def press(window: Window, text: str) -> None:
    bar = window.desk.messages
    next(each for each in bar.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()


def test_a_backup_is_made_and_its_place_is_remembered(
    qtbot: QtBot, window: Window, archive: Archive, settings: Settings, tmp_path: Path
) -> None:
    window.actions_["back_up"].trigger()
    dialog = dialog_of(window, BackupDialog)
    assert "no backup of this archive yet" in said(dialog)
    assert not ok(dialog).isEnabled()
    field(dialog, "Folder for backups").setText(str(tmp_path / "drive"))
    qtbot.keyClick(field(dialog, "Folder for backups"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Backed up to" in window.desk.messages.text(), timeout=PATIENCE_MS)
    assert "1 new original(s)." in window.desk.messages.text()
    assert settings.get(BACKUP_FOLDER) == str(tmp_path / "drive")
    assert archive.events.last(EventType.REPLICATION, Outcome.SUCCESS) is not None
    window.actions_["back_up"].trigger()
    assert "The last good backup was made on" in said(dialog_of(window, BackupDialog))
    dialog_of(window, BackupDialog).reject()


@pytest.mark.parametrize(("place", "problem"), [("archive/backups", "inside the archive"), ("no/where", "not there")])
def test_a_place_that_cannot_be_is_said_before_anything_is_done(
    window: Window, tmp_path: Path, place: str, problem: str
) -> None:
    window.actions_["back_up"].trigger()
    dialog = dialog_of(window, BackupDialog)
    field(dialog, "Folder for backups").setText(str(tmp_path / place))
    assert problem in said(dialog)
    assert not ok(dialog).isEnabled()
    dialog.reject()


def test_the_choice_can_be_saved_without_a_backup(window: Window, settings: Settings, tmp_path: Path) -> None:
    window.actions_["back_up"].trigger()
    dialog = dialog_of(window, BackupDialog)
    field(dialog, "Folder for backups").setText(str(tmp_path))
    dialog._keep.setValue(3)
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "Only save the choice").click()
    assert (settings.get(BACKUP_FOLDER), settings.get(BACKUP_KEEP)) == (str(tmp_path), 3)
    assert not dialog.isVisible()


def test_a_backup_is_restored_into_a_new_folder_that_can_be_opened(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, tmp_path: Path
) -> None:
    for _ in archive.back_up(tmp_path / "drive"):
        pass
    for name in ("archive-restored", "archive-restored-2"):
        (tmp_path / name).mkdir()
    window.actions_["restore_backup"].trigger()
    dialog = dialog_of(window, RestoreDialog)
    assert field(dialog, "New folder for the archive").text() == str(tmp_path / "archive-restored-3")
    field(dialog, "Folder of the backups").setText(str(tmp_path))
    assert "no backup is there" in said(dialog)
    field(dialog, "Folder of the backups").setText(str(tmp_path / "drive"))
    assert "1 article(s), 0 annotation(s)" in said(dialog)
    field(dialog, "New folder for the archive").setText(str(tmp_path / "drive"))
    assert "not empty" in said(dialog)
    field(dialog, "New folder for the archive").setText(str(tmp_path / "again"))
    ok(dialog).click()
    qtbot.waitUntil(lambda: "is restored in" in window.desk.messages.text(), timeout=PATIENCE_MS)
    with qtbot.waitSignal(window.archive_wanted) as wanted:
        press(window, "Open it")
    assert wanted.args == [tmp_path / "again"]
    with Archive.open(tmp_path / "again", read_only=True) as again:
        assert again.articles.get(article.id).title == article.title


def test_a_check_that_finds_nothing_says_so_and_is_remembered(qtbot: QtBot, window: Window, archive: Archive) -> None:
    window.actions_["verify_archive"].trigger()
    qtbot.waitUntil(lambda: "All is well" in window.desk.messages.text(), timeout=PATIENCE_MS)
    assert archive.events.last(EventType.FIXITY_CHECK, Outcome.SUCCESS) is not None


def test_what_a_check_finds_can_be_read_and_copied(
    qtbot: QtBot, window: Window, archive: Archive, article: Article
) -> None:
    assert article.original is not None
    archive.originals.path(article.original.sha256).unlink()
    window.actions_["verify_archive"].trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(TextReportDialog)), timeout=PATIENCE_MS)
    dialog = dialog_of(window, TextReportDialog)
    assert "the file is missing" in dialog.findChild(QPlainTextEdit).toPlainText()
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Copy all").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("1 problem(s) found")
    assert article.original.sha256 in copied
    dialog.reject()


def grow_old(archive: Archive, *types: EventType) -> None:
    """Have the last events of these types have been long ago."""
    archive.events.write(
        [NewEvent(type_, "archive", archive.identity, {"folder": "/drive"}, at=LONG_AGO) for type_ in types]
    )


def test_an_old_backup_is_reminded_of_calmly_and_put_off_for_the_day(
    window: Window, archive: Archive, settings: Settings
) -> None:
    settings.set(CHECK_DAYS, 0)
    window.desk.preserving.look_after()
    assert window.desk.messages.text() == ""  # an archive that was made today needs none yet
    grow_old(archive, EventType.REPLICATION)
    window.desk.preserving.look_after()
    assert "The last good backup is" in window.desk.messages.text()
    press(window, "Later")
    window.desk.preserving.look_after()
    assert window.desk.messages.text() == ""


def test_the_reminder_backs_up_to_where_the_last_one_went(
    qtbot: QtBot, window: Window, archive: Archive, settings: Settings, tmp_path: Path
) -> None:
    settings.set(CHECK_DAYS, 0)
    (tmp_path / "drive").mkdir()
    settings.set(BACKUP_FOLDER, str(tmp_path / "drive"))
    grow_old(archive, EventType.REPLICATION)
    window.desk.preserving.look_after()
    press(window, "Back up now")
    qtbot.waitUntil(lambda: "Backed up to" in window.desk.messages.text(), timeout=PATIENCE_MS)
    window.desk.messages.hide()
    window.desk.preserving.look_after()
    assert window.desk.messages.text() == ""


def test_a_drive_that_is_not_there_is_asked_about(
    window: Window, archive: Archive, settings: Settings, tmp_path: Path
) -> None:
    settings.set(BACKUP_FOLDER, str(tmp_path / "pulled" / "backups"))
    window.desk.preserving.back_up_now()
    dialog = dialog_of(window, BackupDialog)
    assert "Is the drive connected?" in said(dialog)
    dialog.reject()


def test_whoever_wants_no_reminder_gets_none(window: Window, archive: Archive, settings: Settings) -> None:
    settings.set(BACKUP_DAYS, 0)
    settings.set(CHECK_DAYS, 0)
    grow_old(archive, EventType.REPLICATION)
    window.desk.preserving.look_after()
    assert window.desk.messages.text() == ""


def test_an_archive_that_was_not_checked_for_long_is_checked_unasked(
    qtbot: QtBot, window: Window, archive: Archive, settings: Settings
) -> None:
    settings.set(BACKUP_DAYS, 0)
    grow_old(archive, EventType.FIXITY_CHECK)
    window.desk.preserving.look_after()

    def is_checked() -> bool:
        last = archive.events.last(EventType.FIXITY_CHECK)
        return last is not None and last.at != LONG_AGO

    qtbot.waitUntil(is_checked, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not window.desk.jobs.running, timeout=PATIENCE_MS)
    assert window.desk.messages.text() == ""  # nothing was wrong, so nobody is disturbed


def test_the_provenance_of_the_article_is_read_and_copied(window: Window, article: Article) -> None:
    window.actions_["provenance"].trigger()
    dialog = dialog_of(window, ProvenanceDialog)
    assert article.original is not None
    page = dialog.findChild(QTextBrowser).toPlainText()
    for words in (article.original.sha256, "2023-10-04", "plain-text 1", "ingestion", "Text 1, which is shown"):
        assert words in page
    next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Copy all").click()
    copied = QGuiApplication.clipboard().text()
    assert f"SHA-256: {article.original.sha256}" in copied
    assert "Captured: 2023-10-04" in copied
    dialog.reject()


def test_the_inspector_leads_to_the_provenance(window: Window) -> None:
    button = next(each for each in window.desk.inspector.findChildren(QPushButton) if each.text() == "Provenance…")
    button.click()
    dialog_of(window, ProvenanceDialog).reject()


def test_undoing_a_corrected_text_shows_the_old_one(qtbot: QtBot, window: Window, article: Article) -> None:
    body = window.desk.reader.view.article_text
    window.desk.archive.articles.revise(article.id, f"Updated.\n{body}", Provenance("", "correction", "1", None))
    window.desk.opening.open(article.id)
    assert window.desk.reader.view.article_text.startswith("Updated.")
    window.actions_["undo"].setEnabled(True)
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: window.desk.reader.view.article_text == body, timeout=PATIENCE_MS)
