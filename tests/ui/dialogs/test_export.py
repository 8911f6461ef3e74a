# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from archivist import exchange
from archivist.exchange import Format
from archivist.model import Kind
from archivist.store import Archive
from archivist.ui.dialogs import ExportChoice, ExportDialog, Scope
from archivist.ui.forms import ChoiceField

COUNTS = {Scope.SELECTED: 2, Scope.SHOWN: 5, Scope.ALL: 9}
Make = Callable[..., ExportDialog]


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> Make:
    def make(counts: Mapping[Scope, int] = COUNTS, formats: list[Format] | None = None) -> ExportDialog:
        dialog = ExportDialog(formats or exchange.formats(), counts, tmp_path, "press")
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return make


def line(dialog: ExportDialog, name: str) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def choice(dialog: ExportDialog, name: str) -> ChoiceField:
    return next(each for each in dialog.findChildren(ChoiceField) if each.accessibleName() == name)


def scope(dialog: ExportDialog, words: str) -> QRadioButton:
    return next(each for each in dialog.findChildren(QRadioButton) if words in each.text().replace("&", ""))


def export_button(dialog: ExportDialog) -> QPushButton:
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


def said(dialog: ExportDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_enter_exports_the_selected_articles_as_a_zip(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    dialog = make()
    name = line(dialog, "Name")
    name.selectAll()
    qtbot.keyClicks(name, "strike")
    with qtbot.waitSignal(dialog.export_chosen) as chosen:
        qtbot.keyClick(name, Qt.Key.Key_Return)
    assert chosen.args == [ExportChoice("bundle", Scope.SELECTED, tmp_path / "strike.zip")]


def test_a_folder_can_be_chosen_instead(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    dialog = make()
    qtbot.keyClick(choice(dialog, "As"), Qt.Key.Key_Down)
    line(dialog, "Name").setText("strike")
    assert dialog.choice().path == tmp_path / "strike"


def test_another_scope_can_be_chosen(make: Make) -> None:
    dialog = make()
    scope(dialog, "All of the archive (9)").click()
    assert dialog.choice().scope is Scope.ALL


def test_a_scope_without_articles_cannot_be_chosen(make: Make) -> None:
    dialog = make({Scope.SELECTED: 0, Scope.SHOWN: 5, Scope.ALL: 9})
    assert not scope(dialog, "Selected").isEnabled()
    assert dialog.choice().scope is Scope.SHOWN


def test_an_empty_archive_has_nothing_to_export(make: Make) -> None:
    assert not export_button(make({})).isEnabled()


def test_says_where_it_will_be(make: Make, tmp_path: Path) -> None:
    dialog = make()
    line(dialog, "Name").setText("strike")
    assert str(tmp_path / "strike.zip") in said(dialog)


def test_nothing_is_written_over(make: Make, tmp_path: Path) -> None:
    (tmp_path / "strike.zip").touch()
    dialog = make()
    line(dialog, "Name").setText("strike")
    assert "there already" in said(dialog)
    assert not export_button(dialog).isEnabled()


@pytest.mark.parametrize("name", ["", "a/b"])
def test_a_name_is_one_name(make: Make, name: str) -> None:
    dialog = make()
    line(dialog, "Name").setText(name)
    assert not export_button(dialog).isEnabled()


def test_a_folder_that_is_not_there_is_said(make: Make, tmp_path: Path) -> None:
    dialog = make()
    line(dialog, "In folder").setText(str(tmp_path / "nowhere"))
    assert "does not exist" in said(dialog)
    assert not export_button(dialog).isEnabled()


def test_another_format_has_its_own_extension(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    table = Format("table", "A table", (".csv",), write=print)
    reading_only = Format("old", "An old format", (".old",))
    dialog = make(formats=[*exchange.formats(), table, reading_only])
    assert choice(dialog, "Format").findData("old") < 0
    qtbot.keyClick(choice(dialog, "Format"), Qt.Key.Key_End)
    line(dialog, "Name").setText("strike")
    assert dialog.choice() == ExportChoice("table", Scope.SELECTED, tmp_path / "strike.csv")
    assert not choice(dialog, "As").isEnabled()


def test_annotations_of_one_kind_and_restricted_articles_are_asked_for(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    field = choice(dialog, "Annotations")
    with qtbot.waitSignal(dialog.choice_changed) as told:
        field.setCurrentIndex(field.findText("Figures"))
        field.activated.emit(field.currentIndex())
    assert told.args[0].kinds == {Kind.FIGURE}
    assert told.args[0].tags is None
    box = dialog.findChild(QCheckBox)
    with qtbot.waitSignal(dialog.choice_changed) as told:
        box.click()
    assert told.args[0].restricted


def test_annotations_with_some_tags_are_chosen_from_a_list(qtbot: QtBot, archive: Archive, tmp_path: Path) -> None:
    tags = archive.tags.all()
    dialog = ExportDialog(exchange.formats(), COUNTS, tmp_path, "press", tags=tags)
    qtbot.addWidget(dialog)
    dialog.open()
    listed = dialog.findChild(QListWidget)
    assert not listed.isVisible()
    field = choice(dialog, "Annotations")
    field.setCurrentIndex(field.findText("With some tags"))
    field.activated.emit(field.currentIndex())
    assert listed.isVisible()
    with qtbot.waitSignal(dialog.choice_changed) as told:
        listed.item(0).setCheckState(Qt.CheckState.Checked)
    assert told.args[0].tags == {tags[0].id}
