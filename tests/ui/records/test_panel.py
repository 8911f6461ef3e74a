# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Alias, Kind, Node, NodeType, Record, RecordDraft
from archivist.store import Archive
from archivist.ui.records import RecordsPanel
from archivist.ui.session import Session

Type = Callable[[QWidget, str], None]
Make = Callable[..., Record]
PATIENCE_MS = 30_000


def listed(panel: RecordsPanel) -> list[str]:
    return [panel.model.index(row, 0).data() for row in range(panel.model.rowCount())]


def tabs(panel: RecordsPanel) -> list[str]:
    bar = panel.page.tabs
    return [bar.tabText(number) for number in range(bar.count()) if bar.isTabVisible(number)]


def test_lists_the_records_of_a_kind_with_how_many_there_are(panel: RecordsPanel, make: Make, session: Session) -> None:
    session.add_record(RecordDraft(Kind.ACTOR, "Яхта"))
    session.add_record(RecordDraft(Kind.ACTOR, "Баржа"))
    session.add_record(RecordDraft(Kind.EVENT, "Страйк"))
    assert listed(panel) == ["Баржа", "Яхта"]
    assert [panel.kinds.tabText(number) for number in range(3)] == ["Actors  2", "Events  1", "Figures  0"]
    panel.kinds.setCurrentIndex(1)
    assert listed(panel) == ["Страйк"]


def test_typing_lists_what_is_meant(qtbot: QtBot, panel: RecordsPanel, session: Session, type_text: Type) -> None:
    session.add_record(RecordDraft(Kind.ACTOR, "Яхта"))
    session.add_record(RecordDraft(Kind.ACTOR, "Баржа", aliases=(Alias("Barge"),)))
    type_text(panel.field, "barg")
    qtbot.waitUntil(lambda: listed(panel) == ["Баржа"], timeout=PATIENCE_MS)
    panel.field.clear()
    assert listed(panel) == ["Баржа", "Яхта"]


def test_from_the_field_to_the_list_to_the_page_by_keys(qtbot: QtBot, panel: RecordsPanel, port: Record) -> None:
    panel.refresh()
    panel.field.setFocus()
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.table.hasFocus()
    assert panel.shown is not None
    assert panel.shown.id == port.id
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.page.passages.hasFocus()


def test_the_page_tells_how_much_there_is(panel: RecordsPanel, port: Record, wounded: Record) -> None:
    panel.show_record(port)
    assert tabs(panel) == ["Passages  3", "Details", "Relations"]
    panel.show_record(wounded)
    assert tabs(panel) == ["Passages  2", "Claims  2", "Details", "Relations"]
    assert panel.kind is Kind.FIGURE


def test_claims_are_read_when_their_tab_is_opened(qtbot: QtBot, panel: RecordsPanel, wounded: Record) -> None:
    panel.show_record(wounded)
    with qtbot.waitSignal(panel.page.claims_shown, timeout=PATIENCE_MS):
        panel.page.tabs.setCurrentWidget(panel.page.claims)
    assert panel.page.claims.model().rowCount() == 2


def test_what_an_empty_list_of_claims_means_is_said(qtbot: QtBot, panel: RecordsPanel, make: Make) -> None:
    panel.show_record(make("Зниклі", Kind.FIGURE))
    claims = panel.page.claims
    with qtbot.waitSignal(panel.page.claims_shown, timeout=PATIENCE_MS):
        panel.page.tabs.setCurrentWidget(claims)
        assert claims.accessibleDescription() == "Reading…"
    assert "no claims" in claims.accessibleDescription()
    claims.resize(400, 200)
    shown = claims.grab().toImage()
    claims.set_hint("")
    assert claims.grab().toImage() != shown


def test_a_record_that_the_filter_hides_is_shown_all_the_same(
    qtbot: QtBot, panel: RecordsPanel, port: Record, make: Make, session: Session, type_text: Type
) -> None:
    other = make("Яхта")
    panel.refresh()
    type_text(panel.field, "Яхт")
    qtbot.waitUntil(lambda: listed(panel) == ["Яхта"], timeout=PATIENCE_MS)
    panel.show_record(port)
    assert panel.field.text() == ""
    assert panel.table.current == port.id
    assert other.name in listed(panel)


def test_links_that_come_and_go_are_followed(panel: RecordsPanel, port: Record, session: Session) -> None:
    panel.show_record(port)
    [first, *_] = session.archive.records.passages(port.id)
    session.link(first.annotation.id, None)
    assert tabs(panel)[0] == "Passages  2"
    assert panel.page.passages.model().rowCount() == 2
    session.undo()
    assert tabs(panel)[0] == "Passages  3"


def test_a_deleted_record_leaves_the_page_and_comes_back_to_the_list(
    panel: RecordsPanel, port: Record, session: Session
) -> None:
    panel.show_record(port)
    session.delete_record(port.id)
    assert panel.shown is None
    assert listed(panel) == []
    session.undo()
    assert listed(panel) == ["Порт Тарнгавен"]


def test_relations_are_listed_and_lead_to_their_other_end(
    qtbot: QtBot, panel: RecordsPanel, port: Record, make: Make, session: Session
) -> None:
    strike = make("Страйк", Kind.EVENT)
    ends = [Node(NodeType.RECORD, record.id) for record in (strike, port)]
    session.add_relation("place", *ends)
    panel.show_record(port)
    panel.page.tabs.setCurrentIndex(3)
    [end] = [
        each
        for each in panel.page.relations.findChildren(QAbstractButton)
        if each.accessibleName() == "place of: Страйк"
    ]
    with qtbot.waitSignal(panel.node_wanted) as wanted:
        qtbot.mouseClick(end, Qt.MouseButton.LeftButton)
    assert wanted.args == [ends[0]]


def test_a_hidden_panel_catches_up_when_it_is_shown(panel: RecordsPanel, session: Session) -> None:
    panel.hide()
    session.add_record(RecordDraft(Kind.ACTOR, "Яхта"))
    assert listed(panel) == []
    panel.show()
    assert listed(panel) == ["Яхта"]


def test_f2_goes_to_the_name(qtbot: QtBot, panel: RecordsPanel, port: Record) -> None:
    panel.show_record(port)
    qtbot.keyClick(panel.table, Qt.Key.Key_F2)
    assert panel.page.tabs.currentWidget() is panel.page.details


def test_rows_are_read_out_with_kind_of_thing_and_passages(panel: RecordsPanel, port: Record) -> None:
    panel.refresh()
    said = panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Порт Тарнгавен, place, 3 passage(s)"


def test_every_button_and_field_has_a_name(panel: RecordsPanel, wounded: Record) -> None:
    panel.show_record(wounded)
    nameless = [
        each
        for each in panel.findChildren(QAbstractButton)
        if each.isVisible() and not (each.accessibleName() or each.text())
    ]
    assert nameless == []
    assert panel.table.accessibleName()
    assert panel.field.accessibleName()


def test_thirty_thousand_records_are_paged(archive: Archive, panel: RecordsPanel, port: Record) -> None:
    panel.model.show_ids([*(f"id-{number}" for number in range(30_000)), port.id])
    assert panel.model.place(port.id) == 30_000
    assert panel.model.index(30_000, 0).data() == "Порт Тарнгавен"
    assert panel.model.index(5, 0).data() == "Deleted"
    assert len(panel.model._pages) == 2


def test_very_many_records_are_listed_by_the_process_that_answers(
    qtbot: QtBot, panel: RecordsPanel, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archivist.ui.records.panel._MANY", 1)
    for name in ("Яхта", "Баржа"):
        session.add_record(RecordDraft(Kind.ACTOR, name))
    qtbot.waitUntil(lambda: listed(panel) == ["Баржа", "Яхта"], timeout=PATIENCE_MS)


def test_claims_of_another_figure_are_not_shown_meanwhile(
    qtbot: QtBot, panel: RecordsPanel, wounded: Record, make: Make
) -> None:
    panel.show_record(wounded)
    with qtbot.waitSignal(panel.page.claims_shown, timeout=PATIENCE_MS):
        panel.page.tabs.setCurrentWidget(panel.page.claims)
    with qtbot.waitSignal(panel.page.claims_shown, timeout=PATIENCE_MS):
        panel.show_record(make("Зниклі", Kind.FIGURE))
        assert panel.page.claims.model().rowCount() == 0


def test_a_record_is_shown_though_the_list_of_another_kind_is_still_awaited(
    panel: RecordsPanel, wounded: Record, port: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.show_record(wounded)
    monkeypatch.setattr("archivist.ui.records.panel._MANY", 0)
    panel.kinds.setCurrentIndex(0)
    assert panel.shown is None
    panel.show_record(wounded)
    assert panel.shown is not None
    assert panel.shown.id == wounded.id
