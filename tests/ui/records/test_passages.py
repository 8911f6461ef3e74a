# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from archivist.model import Article, Record
from archivist.store import Archive
from archivist.ui.records.passages import PassagesModel, PassagesTable


@pytest.fixture
def table(qtbot: QtBot, archive: Archive, port: Record) -> PassagesTable:
    model = PassagesModel(archive)
    model.show_record(port.id, archive.records.count_passages(port.id))
    table = PassagesTable(model)
    model.setParent(table)
    qtbot.addWidget(table)
    table.resize(500, 300)
    with qtbot.waitExposed(table):
        table.show()
    return table


def rows(table: PassagesTable) -> list[str]:
    return [table.model().index(row, 0).data() for row in range(table.model().rowCount())]


def test_passages_are_listed_by_date_with_where_they_are_from(table: PassagesTable) -> None:
    assert [each.split(":")[0] for each in rows(table)] == [
        "Вісник  ·  5 October 2023  ·  Порт знову працює; поранених було 20.",
        "Берег  ·  6 October 2023  ·  Порт стоїть.",
        "Берег  ·  6 October 2023  ·  Порт стоїть.",
    ]
    assert rows(table)[2].endswith(": …Порт стоїть.  Порт закрито, 12 поранених.…")


def test_a_click_says_which_passage_is_wanted(qtbot: QtBot, table: PassagesTable, archive: Archive) -> None:
    with qtbot.waitSignal(table.passage_wanted) as wanted:
        qtbot.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(1, 0)).center()
        )
    assert archive.annotations.get(wanted.args[0]).start == 0


def test_enter_says_which_passage_is_wanted(qtbot: QtBot, table: PassagesTable, articles: list[Article]) -> None:
    table.go_to(0)
    with qtbot.waitSignal(table.passage_wanted):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_selected_passages_are_known_and_copied(qtbot: QtBot, table: PassagesTable) -> None:
    for row in (0, 2):
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        table.selectionModel().select(table.model().index(row, 0), flags)
    assert len(table.selected_annotations()) == 2
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "\n".join((rows(table)[0], rows(table)[2]))


def test_only_the_pages_that_are_looked_at_are_read(
    archive: Archive, port: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archivist.ui.records.passages._PAGE", 1)
    read: list[int] = []
    passages = archive.records.passages
    monkeypatch.setattr(
        archive.records, "passages", lambda id_, offset, limit: read.append(offset) or passages(id_, offset, limit)
    )
    model = PassagesModel(archive)
    model.show_record(port.id, 3)
    assert read == []
    assert model.index(2, 0).data()
    assert model.index(2, 0).data()
    assert read == [2]


def test_a_passage_that_has_gone_meanwhile_is_no_mistake(archive: Archive, port: Record) -> None:
    model = PassagesModel(archive)
    model.show_record(port.id, 4)
    assert model.passage(3) is None
    assert model.index(3, 0).data() == ""


def test_the_words_around_are_shown_when_drawn(qtbot: QtBot, table: PassagesTable) -> None:
    picture = table.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 500, 3) for y in range(0, 90, 3)}) > 3
