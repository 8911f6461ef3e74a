# SPDX-License-Identifier: GPL-3.0-or-later
"""The view of records as a person uses it in the window."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread

import pytest
from PySide6.QtCore import QItemSelectionModel, QRect, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.model import Article, Kind, Node, NodeType, Record, RecordDraft
from archivist.store import Archive
from archivist.ui.dialogs import MergeDialog, NewRecordDialog
from archivist.ui.records.lists import ListTable
from archivist.ui.window import Window

Type = Callable[[QWidget, str], None]
PATIENCE_MS = 30_000
BODY = "Порт стоїть\n\nДокери порту страйкують; порту немає куди відступати."


@pytest.fixture
def article(add_article: Callable[..., Article]) -> Article:
    add_article("Інша новина, новіша за першу.", published="2024-01-02")
    return add_article(BODY, published="2023-10-05", outlet="Берег")


@pytest.fixture
def port(archive: Archive, article: Article) -> Record:
    """An actor with three passages."""
    port = archive.records.add(RecordDraft(Kind.ACTOR, "Порт"))
    tag = archive.tags.named("ministry").id
    for quote, occurrence in (("Порт", 1), ("порту", 1), ("порту", 2)):
        archive.records.link([archive.annotations.add_quote(article.id, quote, tag, occurrence=occurrence).id], port.id)
    return archive.records.get(port.id)


@pytest.fixture
def pier(archive: Archive) -> Record:
    return archive.records.add(RecordDraft(Kind.ACTOR, "Пірс", type="place"))


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, port: Record, pier: Record) -> Window:
    return open_window(archive)


def do(window: Window, action: str) -> None:
    assert window.actions_[action].isEnabled(), action
    window.actions_[action].trigger()


def dialog(window: Window, type_: type[QDialog]) -> QDialog:
    return next(each for each in window.findChildren(type_) if each.isVisible())


def select(table: ListTable, rows: Iterable[int]) -> None:
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.clearSelection()
    for row in rows:
        table.selectionModel().select(table.model().index(row, 0), flags)


def listed(window: Window) -> list[str]:
    model = window.desk.records.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_records_take_the_place_of_the_list_and_give_it_back(window: Window) -> None:
    do(window, "show_records")
    assert window.desk.records.isVisible()
    assert not window.desk.articles.isVisible()
    assert window.actions_["show_records"].isChecked()
    assert window.desk.records.field.hasFocus()
    do(window, "show_records")
    assert window.desk.articles.isVisible()
    assert window.desk.sidebar.isVisible()
    assert not window.actions_["show_records"].isChecked()


def test_a_sidebar_that_was_closed_stays_so(window: Window) -> None:
    do(window, "show_sidebar")
    do(window, "show_records")
    do(window, "show_records")
    assert not window.desk.sidebar.isVisible()


def test_going_to_the_list_or_searching_shows_the_articles_again(window: Window) -> None:
    for action in ("focus_list", "search_archive"):
        do(window, "focus_records")
        do(window, action)
        assert window.desk.articles.isVisible()
        assert not window.desk.records.isVisible()


def test_a_passage_opens_in_the_reader(qtbot: QtBot, window: Window, port: Record, article: Article) -> None:
    window.desk.show_record(port.id)
    passages = window.desk.records.page.passages
    passages.setFocus()
    passages.go_to(2)
    qtbot.keyClick(passages, Qt.Key.Key_Return)
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.id == article.id
    chosen = window.desk.reader.view.chosen
    assert chosen is not None
    assert window.desk.archive.annotations.get(chosen).start == BODY.rindex("порту")


def test_the_record_of_the_chosen_annotation_is_shown_by_a_key(window: Window, port: Record) -> None:
    [first, *_] = window.desk.archive.records.passages(port.id)
    window.desk.show_annotation(first.annotation.id)
    do(window, "open_record")
    assert window.desk.records.shown is not None
    assert window.desk.records.shown.id == port.id
    window.desk.session.link(first.annotation.id, None)
    do(window, "open_record")
    assert "not linked to a record" in window.desk.messages.text()


def test_a_new_record_is_named_and_shown(qtbot: QtBot, window: Window, type_text: Type) -> None:
    do(window, "show_records")
    do(window, "new_record")
    asked = dialog(window, NewRecordDialog)
    [name] = asked.findChildren(QLineEdit)
    type_text(name, "порт")
    assert any("already" in label.text() for label in asked.findChildren(QWidget) if hasattr(label, "text"))
    name.setText("Баржа")
    asked.accept()
    assert window.desk.records.shown is not None
    assert window.desk.records.shown.name == "Баржа"
    assert listed(window) == ["Баржа", "Пірс", "Порт"]


def test_records_are_merged_into_the_one_that_is_chosen_and_undo_takes_it_back(
    window: Window, port: Record, pier: Record
) -> None:
    window.desk.show_record(port.id)
    select(window.desk.records.table, (0, 1))
    do(window, "merge_records")
    asked = dialog(window, MergeDialog)
    buttons = asked.findChildren(QRadioButton)
    assert [button.text().split("  ")[0] for button in buttons if button.isChecked()] == ["Порт"]
    next(button for button in buttons if button.text().startswith("Пірс")).setChecked(True)
    asked.accept()
    merged = window.desk.archive.records.get(pier.id)
    assert merged.annotation_count == 3
    assert [alias.name for alias in merged.draft.aliases] == ["Порт"]
    assert "merged into “Пірс”" in window.desk.messages.text()
    do(window, "undo")
    assert window.desk.archive.records.get(port.id) == port
    assert listed(window) == ["Пірс", "Порт"]


def test_one_record_alone_is_not_merged(window: Window, port: Record) -> None:
    window.desk.show_record(port.id)
    do(window, "merge_records")
    assert "Select two or more" in window.desk.messages.text()


def test_selected_passages_become_a_record_of_their_own(window: Window, port: Record) -> None:
    window.desk.show_record(port.id)
    do(window, "split_record")
    assert "No passages are selected" in window.desk.messages.text()
    select(window.desk.records.page.passages, (1, 2))
    do(window, "split_record")
    asked = dialog(window, NewRecordDialog)
    asked.findChildren(QLineEdit)[0].setText("Старий порт")
    asked.accept()
    assert window.desk.records.shown is not None
    assert (window.desk.records.shown.name, window.desk.records.shown.annotation_count) == ("Старий порт", 2)
    assert window.desk.archive.records.get(port.id).annotation_count == 1


def test_deleting_says_how_much_it_touches_and_can_be_undone_by_its_button(window: Window, port: Record) -> None:
    window.desk.show_record(port.id)
    do(window, "delete_record")
    assert "“Порт” was deleted: 3 passage(s) unlinked" in window.desk.messages.text()
    assert not window.actions_["delete_record"].isEnabled()
    [undo] = [each for each in window.desk.messages.findChildren(QPushButton) if each.text() == "Undo"]
    undo.click()
    assert window.desk.archive.records.get(port.id).annotation_count == 3


@pytest.mark.parametrize("step", ["merge", "split", "delete"])
def test_with_many_passages_a_step_is_a_job(
    qtbot: QtBot, window: Window, port: Record, pier: Record, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archivist.ui.curating._MANY", 1)
    window.desk.show_record(port.id)
    curating, archive = window.desk.curating, window.desk.archive
    passages = [each.annotation.id for each in archive.records.passages(port.id)]
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        match step:
            case "merge":
                curating.merge_into(pier, [port])
            case "split":
                curating.split_off(port, passages[:2], "Старий порт")
            case _:
                curating.delete()
        assert archive.records.get(port.id).annotation_count == 3  # not yet
    assert {"merge": 1, "split": 3, "delete": 1}[step] == archive.records.count()
    do(window, "undo")
    qtbot.waitUntil(lambda: archive.records.at([port.id]) == {port.id: port}, timeout=PATIENCE_MS)


def test_the_passages_are_saved_as_a_table(qtbot: QtBot, window: Window, port: Record, tmp_path: Path) -> None:
    window.desk.show_record(port.id)
    do(window, "export_record")
    asked = dialog(window, QFileDialog)
    asked.reject()
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        window.desk.curating.save(port, tmp_path / "port.csv")
    rows = list(csv.DictReader((tmp_path / "port.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["outlet"], row["quote"]) for row in rows] == [
        ("Берег", "Порт"),
        ("Берег", "порту"),
        ("Берег", "порту"),
    ]


def test_a_table_that_is_there_is_replaced_whole(qtbot: QtBot, window: Window, port: Record, tmp_path: Path) -> None:
    path = tmp_path / "port.csv"
    path.write_text("old", encoding="utf-8")
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        window.desk.curating.save(port, path)
    assert path.read_text("utf-8-sig").count("Берег") == 3
    assert [each.name for each in tmp_path.glob("*port.csv*")] == ["port.csv"]


def test_a_folder_that_is_not_there_is_told(qtbot: QtBot, window: Window, port: Record, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.desk.messages.shown, timeout=PATIENCE_MS):
        window.desk.curating.save(port, tmp_path / "nowhere" / "port.csv")
    assert "nowhere" in window.desk.messages.text()


def test_the_parent_of_an_event_is_chosen_and_a_circle_is_refused(qtbot: QtBot, window: Window) -> None:
    session, curating = window.desk.session, window.desk.curating
    strike, walkout = (session.add_record(RecordDraft(Kind.EVENT, name)) for name in ("Страйк", "Протест"))
    assert strike is not None
    assert walkout is not None
    for part, whole in ((walkout, strike), (strike, walkout)):
        window.desk.records.parent_wanted.emit(part.id, QRect(10, 10, 10, 10))
        curating.popup.field.setText(whole.name)
        qtbot.waitUntil(lambda: not curating.popup.awaits_answer, timeout=PATIENCE_MS)
        qtbot.keyClick(curating.popup.field, Qt.Key.Key_Return)
    assert window.desk.archive.records.get(walkout.id).draft.parent == strike.id
    assert window.desk.archive.records.get(strike.id).draft.parent is None
    assert "part of itself" in window.desk.messages.text()


def test_the_end_of_a_relation_that_is_a_record_is_shown_on_its_page(
    window: Window, port: Record, pier: Record
) -> None:
    window.desk.show_node(Node(NodeType.RECORD, pier.id))
    assert window.desk.records.shown is not None
    assert window.desk.records.shown.id == pier.id


def test_what_is_half_typed_is_kept_although_a_job_writes_just_then(
    window: Window, port: Record, pier: Record, archive: Archive
) -> None:
    writes, closing = Event(), Event()

    def write() -> None:
        with archive.connect() as connection, connection.action("Work"):
            connection.records.update(pier.id, name="Причал")
            writes.set()
            closing.wait(60)
            for number in range(300):  # which the window has to wait for
                connection.records.update(pier.id, name=f"Причал {number}")

    window.desk.archive.set_patience(1)
    window.desk.show_record(port.id)
    do(window, "rename_record")
    [name] = [each for each in window.desk.records.findChildren(QLineEdit) if each.accessibleName() == "Name"]
    name.setText("Гавань")
    writer = Thread(target=write)
    writer.start()
    assert writes.wait(60)
    window.closing.connect(closing.set)
    window.close()
    writer.join()
    with Archive.open(archive.folder) as reopened:
        assert reopened.records.get(port.id).name == "Гавань"
        assert reopened.records.get(pier.id).name == "Причал 299"


def test_what_is_half_typed_is_kept_when_the_window_is_closed(
    window: Window, port: Record, tmp_path: Path, archive: Archive
) -> None:
    window.desk.show_record(port.id)
    do(window, "rename_record")
    [name] = [each for each in window.desk.records.findChildren(QLineEdit) if each.accessibleName() == "Name"]
    name.setText("Гавань")
    window.close()
    with Archive.open(archive.folder) as reopened:
        assert reopened.records.get(port.id).name == "Гавань"
