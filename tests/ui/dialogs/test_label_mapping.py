# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing another tool's file in the window: its labels are mapped to tags first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from archivist.exchange import is_mapping
from archivist.store import Archive
from archivist.ui.dialogs import LabelMappingDialog
from archivist.ui.window import Window

TEXT = "Страйк на заводі. Міністерство каже: 18 загиблих."
PATIENCE_MS = 60_000


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive) -> Window:
    return open_window(archive)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A brat folder with three labels, one of them known by its name."""
    folder = tmp_path / "handed over"
    folder.mkdir()
    (folder / "news.txt").write_text(TEXT, encoding="utf-8")
    lines = []
    for number, (label, words) in enumerate((("strike", "Страйк"), ("ORG", "Міністерство"), ("TOLL", "18")), 1):
        start = TEXT.index(words)
        lines.append(f"T{number}\t{label} {start} {start + len(words)}\t{words}\n")
    (folder / "news.ann").write_text("".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def dialog(qtbot: QtBot, window: Window, file: Path) -> Iterator[LabelMappingDialog]:
    window.desk.importing.import_paths([file])
    qtbot.waitUntil(lambda: bool(window.findChildren(LabelMappingDialog)), timeout=PATIENCE_MS)
    [dialog] = window.findChildren(LabelMappingDialog)
    qtbot.waitUntil(lambda: dialog.findChild(QTableView).model().rowCount() > 0, timeout=PATIENCE_MS)
    yield dialog
    for left in window.findChildren(LabelMappingDialog):
        left.close()


def rows(dialog: LabelMappingDialog) -> list[list[str]]:
    model = dialog.findChild(QTableView).model()
    return [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]


def choose(dialog: LabelMappingDialog, label: str, becomes: str) -> None:
    """As a person chooses a row and then from the list below."""
    [row] = [number for number, row in enumerate(rows(dialog)) if row[0] == label]
    dialog.findChild(QTableView).selectRow(row)
    field = next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "Tag")
    field.setCurrentIndex(field.findText(becomes))
    field.activated.emit(field.currentIndex())


def press(qtbot: QtBot, dialog: LabelMappingDialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def marked(window: Window) -> dict[str, str]:
    archive = window.desk.archive
    ids = archive.articles.ids(archive.articles.rows())
    return {mark.quote: mark.tag.name for id_ in ids for mark in archive.annotations.of_article(id_)}


def test_the_labels_are_shown_with_what_they_become(dialog: LabelMappingDialog) -> None:
    assert sorted(rows(dialog)) == [
        ["ORG", "1", "Міністерство", "organisation (new actor)"],
        ["TOLL", "1", "18", "TOLL (new event)"],
        ["strike", "1", "Страйк", "strike"],
    ]


def test_what_was_chosen_is_what_comes_in(qtbot: QtBot, window: Window, dialog: LabelMappingDialog) -> None:
    choose(dialog, "ORG", "ministry")
    choose(dialog, "TOLL", "killed")
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        press(qtbot, dialog, "Import")
    assert marked(window) == {"Страйк": "strike", "Міністерство": "ministry", "18": "killed"}


def test_a_label_is_left_out_and_that_is_said_before(qtbot: QtBot, window: Window, dialog: LabelMappingDialog) -> None:
    choose(dialog, "TOLL", "Leave out")
    assert any("will be left out" in label.text() for label in dialog.findChildren(QLabel))
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        press(qtbot, dialog, "Import")
    assert "18" not in marked(window)


def test_the_message_has_its_line_before_there_is_one(qtbot: QtBot, window: Window, dialog: LabelMappingDialog) -> None:
    qtbot.waitUntil(lambda: dialog._ok.isEnabled(), timeout=PATIENCE_MS)
    before = dialog._tag.mapTo(dialog, dialog._tag.rect().topLeft())
    dialog._message.setText("1 annotation will be left out.")
    dialog._message.show()
    dialog.layout().activate()
    assert dialog._tag.mapTo(dialog, dialog._tag.rect().topLeft()) == before


def test_the_tag_and_the_kept_mapping_begin_at_one_edge(dialog: LabelMappingDialog) -> None:
    dialog.layout().activate()
    tag, kept = (
        next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == name)
        for name in ("Tag", "Kept mapping")
    )
    assert tag.mapTo(dialog, tag.rect().topLeft()).x() == kept.mapTo(dialog, kept.rect().topLeft()).x()


def test_where_nothing_is_marked_no_name_is_asked_for(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    file = tmp_path / "plain.jsonl"
    file.write_text(json.dumps({"text": TEXT, "entities": [], "relations": []}) + "\n", encoding="utf-8")
    window.desk.importing.import_paths([file])
    qtbot.waitUntil(lambda: bool(window.findChildren(LabelMappingDialog)), timeout=PATIENCE_MS)
    [dialog] = window.findChildren(LabelMappingDialog)
    said = "There is no annotation in it that could be read."
    qtbot.waitUntil(lambda: said in [label.text() for label in dialog.findChildren(QLabel)], timeout=PATIENCE_MS)
    name = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Name of the new tag")
    assert name.isHidden()
    dialog.close()


def test_a_new_tag_gets_a_name_and_a_kind(qtbot: QtBot, window: Window, dialog: LabelMappingDialog) -> None:
    choose(dialog, "TOLL", "A new tag")
    name = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Name of the new tag")
    name.setText("toll")
    name.textEdited.emit("toll")
    kind = next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "Kind")
    kind.setCurrentIndex(kind.findText("figure"))
    kind.activated.emit(kind.currentIndex())
    assert ["TOLL", "1", "18", "toll (new figure)"] in rows(dialog)
    with qtbot.waitSignal(window.desk.importing.imported, timeout=PATIENCE_MS):
        press(qtbot, dialog, "Import")
    assert window.desk.archive.tags.named("toll").kind == "figure"


def test_a_mapping_is_kept_and_used_again(qtbot: QtBot, window: Window, dialog: LabelMappingDialog, file: Path) -> None:
    choose(dialog, "TOLL", "killed")
    name = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Name to keep it under")
    name.setText("from brat")
    press(qtbot, dialog, "Keep for next time")
    [profile] = [each for each in window.desk.archive.profiles.all() if is_mapping(each.settings)]
    assert json.loads(json.dumps(profile.settings))["labels"]["TOLL"] == {"tag": "killed"}
    choose(dialog, "TOLL", "Leave out")
    field = next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "Kept mapping")
    field.setCurrentIndex(field.findText("from brat"))
    field.activated.emit(field.currentIndex())
    assert ["TOLL", "1", "18", "killed"] in rows(dialog)


def test_nothing_comes_in_where_the_dialog_is_left(qtbot: QtBot, window: Window, dialog: LabelMappingDialog) -> None:
    press(qtbot, dialog, "Cancel")
    qtbot.waitUntil(lambda: not window.findChildren(LabelMappingDialog))
    assert marked(window) == {}
    assert not [job for job in window.desk.jobs.running if job.title.startswith("Importing")]
