# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from archivist.decoding.encodings import known_encoding
from archivist.intake.plan import ImportPlan
from archivist.intake.preview import PreviewedFile
from archivist.intake.reader import WHOLE_BOOKS, ImportOptions
from archivist.model import Article, ImportStatus
from archivist.ui.dialogs import ImportPreviewDialog
from archivist.ui.dialogs.import_preview_model import (
    ENCODING,
    FILE,
    PROBLEM,
    PUBLISHED,
    TITLE,
    PreviewModel,
)
from archivist.ui.dialogs.import_preview_table import PreviewTable
from archivist.ui.forms import ChoiceField
from archivist.ui.icons import Icons
from archivist.ui.jobs import Jobs
from archivist.ui.session import Session

PATIENCE_MS = 30_000
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "a.txt").write_text("Порт відкрито\n\nКораблі виходять у море.", encoding="utf-8")
    (folder / "b.txt").write_bytes("Греблю прорвало\n\nЇї будували без ґрунтових досліджень.".encode("koi8_u"))
    (folder / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


@pytest.fixture
def dialog(
    qtbot: QtBot, session: Session, jobs: Jobs, icons: Icons, add_article: Callable[..., Article], folder: Path
) -> ImportPreviewDialog:
    """The preview of two texts and a picture, all read."""
    add_article("Текст", outlet="Берег", language="pl")
    session.add_collection("Порт")
    dialog = ImportPreviewDialog(session, jobs, icons, ImportPlan((folder,)))
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: model(dialog).rowCount() == 3 and not jobs.running, timeout=PATIENCE_MS)
    return dialog


def table(dialog: ImportPreviewDialog) -> PreviewTable:
    return dialog.findChild(PreviewTable)


def model(dialog: ImportPreviewDialog) -> PreviewModel:
    return dialog.findChild(PreviewModel)


def cells(dialog: ImportPreviewDialog, column: int) -> list[str]:
    return [model(dialog).index(row, column).data() for row in range(model(dialog).rowCount())]


def line(dialog: ImportPreviewDialog, name: str) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def choice(dialog: ImportPreviewDialog, name: str) -> ChoiceField:
    return next(each for each in dialog.findChildren(ChoiceField) if each.accessibleName() == name)


def choose(dialog: ImportPreviewDialog, name: str, value: str) -> None:
    """Choose as a person does: a choice by the program is not answered."""
    field = choice(dialog, name)
    field.choose(value)
    field.activated.emit(field.currentIndex())


def first_lines(dialog: ImportPreviewDialog) -> str:
    return dialog.findChild(QPlainTextEdit).toPlainText()


def test_shows_what_would_come_in(dialog: ImportPreviewDialog) -> None:
    assert cells(dialog, FILE) == ["a.txt", "b.txt", "c.png"]
    assert cells(dialog, ENCODING) == ["utf-8", "koi8-u", ""]
    assert cells(dialog, TITLE)[0] == "Порт відкрито"
    assert "PNG" in cells(dialog, PROBLEM)[2]
    assert "Кораблі" in first_lines(dialog)


def test_left_alone_it_imports_all_as_it_is(qtbot: QtBot, dialog: ImportPreviewDialog, folder: Path) -> None:
    with qtbot.waitSignal(dialog.import_wanted) as wanted:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert wanted.args == [ImportPlan((folder,))]


def test_what_is_said_of_all_files_is_shown_and_handed_over(qtbot: QtBot, dialog: ImportPreviewDialog) -> None:
    for name, text in (("Outlet", "Bereh"), ("Published", "2023-04"), ("Collection", "Port")):
        qtbot.keyClicks(line(dialog, name), text)
    choice(dialog, "Language").choose("uk")
    assert cells(dialog, PUBLISHED)[:2] == ["2023-04", "2023-04"]
    assert dialog.plan().options == ImportOptions("Bereh", "2023-04", "uk", "Port")


def test_another_encoding_is_tried_on_the_selected_file(
    qtbot: QtBot, dialog: ImportPreviewDialog, folder: Path
) -> None:
    table(dialog).selectRow(1)
    choose(dialog, "Encoding", "cp1251")
    qtbot.waitUntil(lambda: cells(dialog, ENCODING)[1] == "cp1251", timeout=PATIENCE_MS)
    assert "Греблю" not in first_lines(dialog)
    assert cells(dialog, ENCODING)[0] == "utf-8"
    qtbot.keyClicks(line(dialog, "Outlet"), "Bereh")
    assert dialog.plan().special == {folder / "b.txt": ImportOptions("Bereh", encoding="cp1251")}


def test_books_become_one_article_on_demand(qtbot: QtBot, dialog: ImportPreviewDialog, folder: Path) -> None:
    table(dialog).selectRow(1)
    choose(dialog, "Books", WHOLE_BOOKS)
    assert dialog.plan().special == {folder / "b.txt": ImportOptions(books=WHOLE_BOOKS)}


def test_another_format_is_tried_on_all_when_all_are_selected(
    qtbot: QtBot, dialog: ImportPreviewDialog, jobs: Jobs
) -> None:
    table(dialog).selectAll()
    choose(dialog, "Format", "markdown")
    qtbot.waitUntil(lambda: model(dialog).rowCount() == 3 and not jobs.running, timeout=PATIENCE_MS)
    assert dialog.plan().options.format == "markdown"
    assert [file.reader for file in model(dialog).files][:2] == ["markdown", "markdown"]


def test_files_can_be_left_out_with_the_space_bar(qtbot: QtBot, dialog: ImportPreviewDialog, folder: Path) -> None:
    table(dialog).selectRow(2)
    qtbot.keyClick(table(dialog), Qt.Key.Key_Space)
    assert dialog.plan().leave_out == {folder / "c.png"}
    assert Qt.CheckState(model(dialog).index(2, FILE).data(CHECK)) is Qt.CheckState.Unchecked
    qtbot.keyClick(table(dialog), Qt.Key.Key_Space)
    assert dialog.plan().leave_out == frozenset()


def test_nothing_can_be_imported_where_all_is_left_out(qtbot: QtBot, dialog: ImportPreviewDialog) -> None:
    table(dialog).selectAll()
    qtbot.keyClick(table(dialog), Qt.Key.Key_Space)
    assert not ok(dialog).isEnabled()


def test_a_date_that_is_none_cannot_be_imported_with(qtbot: QtBot, dialog: ImportPreviewDialog) -> None:
    qtbot.keyClicks(line(dialog, "Published"), "May")
    assert not ok(dialog).isEnabled()


def test_knows_the_outlets_and_collections_of_the_archive(dialog: ImportPreviewDialog) -> None:
    for name, known in (("Outlet", "Берег"), ("Collection", "Порт")):
        completer = line(dialog, name).completer()
        completer.setCompletionPrefix(known[1:].upper())
        assert completer.currentCompletion() == known
    assert choice(dialog, "Language").findData("pl") > 0


def test_offers_only_encodings_that_there_are(dialog: ImportPreviewDialog) -> None:
    field = choice(dialog, "Encoding")
    assert all(known_encoding(field.itemData(n)) for n in range(1, field.count()))


def test_columns_are_asked_for_where_they_are_offered(qtbot: QtBot, dialog: ImportPreviewDialog) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if "umns" in each.text())
    assert button.isHidden()
    dialog.offer_columns({"text"})
    table(dialog).selectRow(2)
    assert not button.isEnabled()
    table(dialog).selectRow(1)
    with qtbot.waitSignal(dialog.columns_wanted) as wanted:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wanted.args[0].path.name == "b.txt"


def test_closing_it_reads_no_further(qtbot: QtBot, session: Session, jobs: Jobs, icons: Icons, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(f"Порт {number}", encoding="utf-8")
    dialog = ImportPreviewDialog(session, jobs, icons, ImportPlan((tmp_path,)))
    qtbot.addWidget(dialog)
    dialog.open()
    assert ok(dialog).isEnabled()  # one need not wait for its end
    dialog.reject()
    qtbot.waitUntil(lambda: jobs.running == [], timeout=PATIENCE_MS)
    assert model(dialog).rowCount() < 200


def test_is_a_sound_model(icons: Icons) -> None:
    model = PreviewModel(icons)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    files = [PreviewedFile(Path(name), status) for name, status in zip("abc", ImportStatus, strict=False)]
    model.take_in(files[:2])
    model.take_in(files)
    model.show_only_unusual(True)
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["b", "c"]
    model.mark([model.index(0, 0)], wanted=False)
    model.clear()
    assert tester.model() is model


def ok(dialog: ImportPreviewDialog) -> QPushButton:
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
