# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from archivist.errors import DiskFull, NoTextColumn
from archivist.model import FileReport, ImportStatus
from archivist.ui.dialogs import ImportReportDialog
from archivist.ui.dialogs.import_report import ReportModel
from archivist.ui.forms import ChoiceField
from archivist.ui.icons import Icons

REPORTS = (
    FileReport(Path("/press/порт.txt"), ImportStatus.IMPORTED, ("first",), encoding="utf-8"),
    FileReport(Path("/press/=док.txt"), ImportStatus.WARNING, ("second",), encoding="cp1251", reason="A\tguess."),
    FileReport(Path("/press/фото.txt"), ImportStatus.REFUSED, reason="It is an image."),
)


@pytest.fixture
def dialog(qtbot: QtBot, icons: Icons) -> ImportReportDialog:
    dialog = ImportReportDialog(REPORTS, icons)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def table(dialog: ImportReportDialog) -> QTableView:
    return dialog.findChild(QTableView)


def names(dialog: ImportReportDialog) -> list[str]:
    model = table(dialog).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def button(dialog: ImportReportDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if text in each.text())


def copied() -> list[list[str]]:
    return [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]


def test_lists_every_file(dialog: ImportReportDialog) -> None:
    assert names(dialog) == ["порт.txt", "=док.txt", "фото.txt"]
    assert table(dialog).model().index(2, 4).data() == "It is an image."
    assert [table(dialog).model().index(row, 3).data() for row in range(3)] == ["1", "1", ""]


def test_counts_what_became_of_them(dialog: ImportReportDialog) -> None:
    assert any("Imported: 1" in label.text() and "Refused: 1" in label.text() for label in dialog.findChildren(QLabel))


def test_shows_only_what_needs_a_look(dialog: ImportReportDialog) -> None:
    dialog.findChild(ChoiceField).setCurrentIndex(1)
    assert names(dialog) == ["=док.txt", "фото.txt"]


def test_a_double_click_opens_the_article(qtbot: QtBot, dialog: ImportReportDialog) -> None:
    view = table(dialog)
    place = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(dialog.article_wanted, check_params_cb=lambda id_: id_ == "second"):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_refused_file_has_no_article_to_open(qtbot: QtBot, dialog: ImportReportDialog) -> None:
    view = table(dialog)
    view.setCurrentIndex(view.model().index(2, 0))
    with qtbot.assertNotEmitted(dialog.article_wanted):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_of_a_single_file_the_whole_reason_is_shown_at_once(qtbot: QtBot, icons: Icons) -> None:
    dialog = ImportReportDialog(REPORTS[1:2], icons)
    qtbot.addWidget(dialog)
    dialog.open()
    assert any(label.text() == REPORTS[1].reason for label in dialog.findChildren(QLabel) if label.isVisible())
    assert button(dialog, "Open the article").isEnabled()


def test_copies_the_selected_rows(qtbot: QtBot, dialog: ImportReportDialog) -> None:
    table(dialog).selectRow(1)
    qtbot.keyClick(table(dialog), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied() == [["/press/=док.txt", "Imported, look at it", "cp1251", "1", "A guess."]]


def test_copies_all_while_none_is_selected(dialog: ImportReportDialog) -> None:
    dialog.copy()
    assert [row[0] for row in copied()] == [str(report.path) for report in REPORTS]


def test_copies_only_what_is_shown(dialog: ImportReportDialog) -> None:
    dialog.findChild(ChoiceField).setCurrentIndex(1)
    dialog.copy()
    assert [row[0] for row in copied()] == ["/press/=док.txt", "/press/фото.txt"]


def test_is_saved_as_its_name_says(dialog: ImportReportDialog, tmp_path: Path) -> None:
    for name in ("report.csv", "report.json", "report.txt"):
        dialog.save(tmp_path / name)
    assert "'" not in (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["refused"] == 1
    assert "cp1251" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")


def test_what_is_saved_says_what_can_be_done_in_the_window(qtbot: QtBot, icons: Icons, tmp_path: Path) -> None:
    error = NoTextColumn(Path("/press/таблиця.csv"), "“код”")
    report = FileReport(Path("/press/таблиця.csv"), ImportStatus.REFUSED, reason=str(error), error=error)
    dialog = ImportReportDialog([report], icons)
    qtbot.addWidget(dialog)
    dialog.save(tmp_path / "report.txt")
    saved = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "“Columns…”" in saved
    assert "profiles save" not in saved


def test_a_report_that_cannot_be_saved_is_said(dialog: ImportReportDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "nowhere" / "report.csv")
    assert any("could not be" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_an_article_and_a_file_are_one_button_away(
    qtbot: QtBot, dialog: ImportReportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    article, folder = (button(dialog, text) for text in ("article", "folder"))
    assert not article.isEnabled()
    table(dialog).selectRow(2)
    assert not article.isEnabled()
    qtbot.mouseClick(folder, Qt.MouseButton.LeftButton)
    assert opened == ["/press"]
    table(dialog).selectRow(1)
    with qtbot.waitSignal(dialog.article_wanted, check_params_cb=lambda id_: id_ == "second"):
        qtbot.mouseClick(article, Qt.MouseButton.LeftButton)


def test_why_the_import_stopped_is_said(qtbot: QtBot, icons: Icons) -> None:
    dialog = ImportReportDialog(REPORTS, icons, DiskFull(Path("/kept")))
    qtbot.addWidget(dialog)
    dialog.open()
    assert any("full" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_is_a_sound_model(icons: Icons) -> None:
    model = ReportModel(REPORTS, icons)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_only({ImportStatus.REFUSED})
    assert tester.model() is model
