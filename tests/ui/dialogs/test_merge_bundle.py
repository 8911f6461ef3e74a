# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing somebody else's bundle in the window: what differs is decided first."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from archivist.exchange import export_bundle
from archivist.model import Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.ui.dialogs import MergeBundleDialog
from archivist.ui.window import Window
from tests.long_work import run_to_end

TEXT = "Страйк на заводі.\n\nЗагинуло 18 людей, сказало міністерство праці."
PATIENCE_MS = 60_000


@pytest.fixture
def article(archive: Archive, add_article: Callable[..., Article]) -> Article:
    article = add_article(TEXT, outlet="Вісник")
    for quote, tag in (("Страйк", "strike"), ("18", "killed"), ("міністерство", "ministry")):
        archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id)
    archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство праці"))
    return article


@pytest.fixture
def bundle(archive: Archive, article: Article, tmp_path: Path) -> Path:
    """Ihor's: he moved an edge, wrote a note, renamed a record, and marked something more."""
    shutil.copytree(archive.folder, tmp_path / "theirs", ignore=shutil.ignore_patterns("*.lock*"))
    with Archive.open(tmp_path / "theirs", who="Ihor") as theirs:
        marks = {mark.quote: mark for mark in theirs.annotations.of_article(article.id)}
        theirs.annotations.update(marks["18"].id, start=marks["18"].start, end=marks["18"].end + 6)
        theirs.annotations.update(marks["Страйк"].id, note="перший день")
        theirs.records.update(theirs.records.find("Міністерство праці").id, name="Мінпраці")
        theirs.annotations.add_quote(article.id, "заводі", theirs.tags.named("strike").id)
        return run_to_end(export_bundle(theirs, [article.id], tmp_path / "ihor.zip")).path


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, article: Article) -> Window:
    assert article
    return open_window(archive)


@pytest.fixture
def dialog(qtbot: QtBot, window: Window, bundle: Path) -> MergeBundleDialog:
    window.desk.importing.import_paths([bundle])
    qtbot.waitUntil(lambda: bool(window.findChildren(MergeBundleDialog)), timeout=PATIENCE_MS)
    [dialog] = window.findChildren(MergeBundleDialog)
    return dialog


def table(dialog: MergeBundleDialog) -> QTableView:
    found = dialog.findChild(QTableView)
    assert isinstance(found, QTableView)
    return found


def rows(dialog: MergeBundleDialog) -> dict[str, list[str]]:
    model = table(dialog).model()
    cells = ([str(model.index(row, column).data()) for column in range(5)] for row in range(model.rowCount()))
    return {row[0].partition(" · ")[2]: row[1:] for row in cells}


def choose(dialog: MergeBundleDialog, name: str, decision: str) -> None:
    """As a person chooses a row and then from the list below."""
    table(dialog).selectRow(list(rows(dialog)).index(name))
    field = dialog.findChild(QComboBox)
    assert isinstance(field, QComboBox)
    assert field.findText(decision) >= 0
    field.setCurrentIndex(field.findText(decision))
    field.activated.emit(field.currentIndex())


def press(qtbot: QtBot, dialog: MergeBundleDialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def import_(qtbot: QtBot, window: Window, dialog: MergeBundleDialog) -> None:
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        press(qtbot, dialog, "Import")


def marked(window: Window, article: Article) -> list[tuple[str, str, str]]:
    marks = window.desk.archive.annotations.of_article(article.id)
    return sorted((mark.quote, mark.note, mark.created_by) for mark in marks)


OURS = [("18", "", "Olena"), ("міністерство", "", "Olena"), ("Страйк", "", "Olena")]
NEW = ("заводі", "", "Ihor")


def test_both_sides_are_shown(qtbot: QtBot, dialog: MergeBundleDialog) -> None:
    QAbstractItemModelTester(table(dialog).model())
    assert rows(dialog) == {
        "Міністерство праці": ["name", "Міністерство праці", "Мінпраці", "Keep ours"],
        "Страйк": ["note", "–", "перший день", "Keep ours"],
        "18": ["words", "18", "18 людей", "Keep ours"],
    }
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "differs from this archive in 3 thing" in said
    assert "Annotations: 1 new, 2 differ, 1 the same" in said
    table(dialog).selectRow(list(rows(dialog)).index("18"))
    ours, theirs = (view.toPlainText() for view in dialog.findChildren(QPlainTextEdit))
    assert "Загинуло [18] людей" in ours
    assert "Загинуло [18 людей], сказало" in theirs
    assert "killed, marked by Olena" in theirs
    dialog.reject()


def test_the_article_of_an_annotation_is_named(dialog: MergeBundleDialog, article: Article) -> None:
    def titles() -> list[str]:
        return [label.text() for label in dialog.findChildren(QLabel) if label.text() == article.title]

    table(dialog).selectRow(list(rows(dialog)).index("18"))
    assert titles() == [article.title]
    table(dialog).selectRow(list(rows(dialog)).index("Міністерство праці"))  # a record is in no article
    assert titles() == []
    dialog.reject()


def test_ours_is_kept_where_nothing_else_is_decided(
    qtbot: QtBot, window: Window, dialog: MergeBundleDialog, article: Article
) -> None:
    import_(qtbot, window, dialog)
    assert marked(window, article) == sorted([*OURS, NEW])
    assert window.desk.archive.records.find("Міністерство праці")


def test_each_is_decided_on_its_own(qtbot: QtBot, window: Window, dialog: MergeBundleDialog, article: Article) -> None:
    choose(dialog, "18", "Keep both")
    choose(dialog, "Страйк", "Take theirs")
    assert [row[3] for row in rows(dialog).values()] == ["Keep ours", "Take theirs", "Keep both"]
    import_(qtbot, window, dialog)
    wanted = [NEW, *OURS[:2], ("18 людей", "", "Olena"), ("Страйк", "перший день", "Olena")]
    assert marked(window, article) == sorted(wanted)
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: marked(window, article) == sorted(OURS), timeout=PATIENCE_MS)


def test_all_are_decided_at_once(qtbot: QtBot, window: Window, dialog: MergeBundleDialog, article: Article) -> None:
    press(qtbot, dialog, "Keep both")
    assert [row[3] for row in rows(dialog).values()] == ["Keep ours", "Keep both", "Keep both"]
    press(qtbot, dialog, "Take theirs")
    assert {row[3] for row in rows(dialog).values()} == {"Take theirs"}
    import_(qtbot, window, dialog)
    assert window.desk.archive.records.find("Мінпраці")
    assert ("18 людей", "", "Olena") in marked(window, article)
    assert len(marked(window, article)) == 4


def test_several_are_decided_together(dialog: MergeBundleDialog) -> None:
    table(dialog).selectAll()
    field = dialog.findChild(QComboBox)
    assert isinstance(field, QComboBox)
    assert [field.itemText(row) for row in range(field.count())] == ["Keep ours", "Take theirs", "Keep both"]
    field.setCurrentIndex(1)
    field.activated.emit(1)
    assert {row[3] for row in rows(dialog).values()} == {"Take theirs"}
    dialog.reject()


def test_nothing_comes_in_where_it_is_cancelled(
    qtbot: QtBot, window: Window, dialog: MergeBundleDialog, article: Article
) -> None:
    with qtbot.assertNotEmitted(window.desk.importing.imported):
        dialog.reject()
        qtbot.waitUntil(lambda: not window.findChildren(MergeBundleDialog), timeout=PATIENCE_MS)
    assert marked(window, article) == sorted(OURS)


def test_nobody_is_asked_where_nothing_is_to_be_decided(
    qtbot: QtBot, window: Window, archive: Archive, article: Article, tmp_path: Path
) -> None:
    path = run_to_end(export_bundle(archive, [article.id], tmp_path / "own.zip")).path
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        window.desk.importing.import_paths([path])
    assert not window.findChildren(MergeBundleDialog)
    assert "already here" in window.desk.messages.text()


def test_a_watched_folder_asks_nothing_and_keeps_ours(
    qtbot: QtBot, window: Window, bundle: Path, article: Article
) -> None:
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        window.desk.importing.import_unseen([bundle])
    assert not window.findChildren(MergeBundleDialog)
    assert marked(window, article) == sorted([*OURS, NEW])


def test_a_bundle_that_is_damaged_is_told(qtbot: QtBot, window: Window, bundle: Path) -> None:
    bundle.write_bytes(bundle.read_bytes()[:-200])
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        window.desk.importing._on_bundle_chosen([str(bundle)])
    assert "only a part of one" in window.desk.messages.text()
