# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.intake.reader import ImportOptions
from archivist.intake.tables.profile import TableProfile, kept_profiles
from archivist.store import Archive
from archivist.ui.dialogs import TableColumnsDialog
from archivist.ui.dialogs.table_rows import RowsTable
from archivist.ui.forms import ChoiceField
from archivist.ui.jobs import Jobs
from archivist.ui.session import Session

PATIENCE_MS = 30_000
ROWS = (
    "f1;f2;f3;f4\n"
    "Порт відкрито;Кораблі знову виходять у море, і на причалах людно вже від самого ранку, "
    "як було колись до війни;03/04/2023;Берег\n"
    "Дамбу добудовано;Воду пустять навесні, кажуть інженери, коли зійде крига і спаде перша вода, "
    "якої цього року буде багато;04/05/2023;Берег\n"
)
Open = Callable[..., TableColumnsDialog]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def open_dialog(qtbot: QtBot, session: Session, jobs: Jobs, path: Path) -> Open:
    """Opens the dialog on a table whose columns have names that say nothing, and waits until it is read."""

    def open_(options: ImportOptions | None = None, others: tuple[Path, ...] = ()) -> TableColumnsDialog:
        dialog = TableColumnsDialog(session, jobs, path, options or ImportOptions(), others)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: not jobs.running, timeout=PATIENCE_MS)
        return dialog

    return open_


@pytest.fixture
def choose(qtbot: QtBot, jobs: Jobs) -> Callable[[TableColumnsDialog, str, str], None]:
    """Chooses as a person does, and waits until the table is read anew."""

    def choose_(dialog: TableColumnsDialog, name: str, value: str) -> None:
        field = choice(dialog, name)
        assert field.findData(value) >= 0
        field.choose(value)
        field.activated.emit(field.currentIndex())
        qtbot.waitUntil(lambda: not jobs.running, timeout=PATIENCE_MS)

    return choose_


def choice(dialog: TableColumnsDialog, name: str) -> ChoiceField:
    return next(each for each in dialog.findChildren(ChoiceField) if each.accessibleName() == name)


def ok(dialog: TableColumnsDialog) -> QPushButton:
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def said(dialog: TableColumnsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def article(dialog: TableColumnsDialog) -> str:
    return dialog.findChild(QPlainTextEdit).toPlainText()


def heads(dialog: TableColumnsDialog) -> list[str]:
    model = dialog.findChild(RowsTable).model()
    return [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]


def test_shows_what_was_found_out(open_dialog: Open) -> None:
    dialog = open_dialog()
    rows = dialog.findChild(RowsTable).model()
    assert rows.index(1, 0).data() == "Дамбу добудовано"
    assert heads(dialog)[1:3] == ["f2\nText", "f3\nPublished"]
    assert choice(dialog, "Text").currentText() == "Find out: f2"
    assert choice(dialog, "Delimiter").currentText() == "Find out: Semicolon"
    assert "Кораблі" in article(dialog)
    assert "03/04/2023" in said(dialog)  # the day or the month first?


def test_a_choice_shows_the_article_anew(
    open_dialog: Open, choose: Callable[[TableColumnsDialog, str, str], None]
) -> None:
    dialog = open_dialog()
    choose(dialog, "Title", "=f1")
    choose(dialog, "Outlet", "=f4")
    choose(dialog, "Dates in digits", "mdy")
    assert heads(dialog) == ["f1\nTitle", "f2\nText", "f3\nPublished", "f4\nOutlet"]
    assert "Берег  ·  4 March 2023" in said(dialog)
    assert article(dialog).startswith("Порт відкрито")


def test_it_is_read_by_what_was_chosen_and_found(
    qtbot: QtBot, open_dialog: Open, choose: Callable[[TableColumnsDialog, str, str], None], path: Path
) -> None:
    dialog = open_dialog()
    choose(dialog, "Title", "=f1")
    choose(dialog, "Published", "=")
    with qtbot.waitSignal(dialog.profile_wanted) as wanted:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    profile, paths = wanted.args
    assert paths == (path,)
    assert profile == TableProfile(
        columns={"title": "f1", "body": "f2", "published": ""}, made_for=("f1", "f2", "f3", "f4")
    )


def test_a_table_without_texts_cannot_be_read_so(
    open_dialog: Open, choose: Callable[[TableColumnsDialog, str, str], None]
) -> None:
    dialog = open_dialog()
    choose(dialog, "Delimiter", ",")
    assert not ok(dialog).isEnabled()
    assert "No column is surely the text" in said(dialog)
    choose(dialog, "Delimiter", ";")
    assert ok(dialog).isEnabled()


def test_an_encoding_that_it_is_not_in_is_said(
    open_dialog: Open, choose: Callable[[TableColumnsDialog, str, str], None], path: Path
) -> None:
    path.write_bytes(ROWS.encode("cp1251"))
    dialog = open_dialog()
    choose(dialog, "Encoding", "utf-8")
    assert "is not written in utf-8" in said(dialog)
    assert not ok(dialog).isEnabled()
    choose(dialog, "Encoding", "cp1251")
    assert ok(dialog).isEnabled()
    assert dialog.profile().encoding == "cp1251"


def test_choices_are_kept_under_a_name_and_used_for_the_next_table_with_these_columns(
    qtbot: QtBot,
    archive: Archive,
    open_dialog: Open,
    choose: Callable[[TableColumnsDialog, str, str], None],
    type_text: Callable[[QWidget, str], None],
) -> None:
    dialog = open_dialog()
    choose(dialog, "Title", "=f1")
    name = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Name of a profile to keep")
    name.setFocus()
    type_text(name, "Берег")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    [kept] = kept_profiles(archive.profiles.all())
    assert kept.columns == {"title": "f1", "body": "f2", "published": "f3"}
    assert kept.made_for == ("f1", "f2", "f3", "f4")
    assert dialog.profile().name == "Берег"
    qtbot.waitUntil(lambda: "Kept as “Берег”" in said(dialog), timeout=PATIENCE_MS)
    dialog.reject()
    dialog = open_dialog()
    assert choice(dialog, "Profile").currentData() == "Берег"
    assert choice(dialog, "Title").currentData() == "=f1"
    choose(dialog, "Title", "=f4")
    assert choice(dialog, "Profile").currentData() == ""
    choose(dialog, "Profile", "Берег")
    assert heads(dialog)[0] == "f1\nTitle"
    choose(dialog, "Profile", "")  # leaves the choices as they are
    assert heads(dialog)[0] == "f1\nTitle"
    assert dialog.profile().name == ""


def test_other_files_with_the_same_columns_come_along_on_demand(qtbot: QtBot, open_dialog: Open, path: Path) -> None:
    alike, other = path.with_name("b.csv"), path.with_name("c.csv")
    alike.write_text(ROWS, encoding="utf-8")
    other.write_text("x;y\nОдин;Два\n", encoding="utf-8")
    dialog = open_dialog(others=(alike, other))
    also = dialog.findChild(QCheckBox)
    assert also.isVisible()
    assert "1 other file" in also.text()
    also.setChecked(True)
    with qtbot.waitSignal(dialog.profile_wanted) as wanted:
        ok(dialog).click()
    assert wanted.args[1] == (path, alike)


def test_a_file_that_is_gone_is_told_of(open_dialog: Open, path: Path) -> None:
    path.unlink()
    dialog = open_dialog()
    assert "could not be read" in said(dialog)
    assert not ok(dialog).isEnabled()


def test_every_control_has_a_name(open_dialog: Open) -> None:
    dialog = open_dialog()
    fields = [*dialog.findChildren(ChoiceField), *dialog.findChildren(QLineEdit), *dialog.findChildren(QPlainTextEdit)]
    assert all(field.accessibleName() for field in fields if field.isVisible())
