# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from archivist.model import Node, NodeType, Record
from archivist.store import Archive
from archivist.ui.records.claims import ClaimsModel, ClaimsTable


@pytest.fixture
def table(qtbot: QtBot, archive: Archive, wounded: Record) -> ClaimsTable:
    model = ClaimsModel()
    model.show_claims(archive.claims.of_record(wounded.id))
    table = ClaimsTable(model)
    model.setParent(table)
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    return table


def cells(table: ClaimsTable) -> list[list[str]]:
    model = table.model()
    return [[model.index(row, column).data() for column in range(5)] for row in range(model.rowCount())]


def test_claims_are_listed_by_day_and_source_and_say_with_which_they_disagree(table: ClaimsTable) -> None:
    assert cells(table) == [
        ["5 October 2023", "at least 20", "–", "Вісник", "≠ disagrees: 12"],
        ["5 October 2023", "12", "МОЗ", "Берег", "≠ disagrees: at least 20"],
    ]


def test_what_contradicts_and_what_replaces_is_told(archive: Archive, wounded: Record) -> None:
    one, other = (Node(NodeType.ANNOTATION, each.annotation.id) for each in archive.claims.of_record(wounded.id))
    archive.relations.add("replaces", one, other)
    model = ClaimsModel()
    model.show_claims(archive.claims.of_record(wounded.id))
    assert [model.index(row, 4).data() for row in range(2)] == ["replaces: 12", "replaced by: at least 20"]
    archive.relations.add("contradicts", one, other)
    model.show_claims(archive.claims.of_record(wounded.id))
    assert model.index(0, 4).data().startswith("≠ contradicts: 12")


def test_enter_says_which_claim_is_wanted(qtbot: QtBot, table: ClaimsTable, archive: Archive) -> None:
    table.go_to(1)
    with qtbot.waitSignal(table.claim_wanted) as wanted:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert archive.annotations.get(wanted.args[0]).quote == "12 поранених"


def test_claims_are_copied_with_tabs_between(qtbot: QtBot, table: ClaimsTable) -> None:
    table.go_to(1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "5 October 2023\t12\tМОЗ\tБерег\t≠ disagrees: at least 20"
