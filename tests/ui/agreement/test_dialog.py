# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing annotators in the window, as a person does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from archivist.agreement.adjudicating import ADJUDICATED
from archivist.model import Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.ui.agreement import AgreementDialog
from archivist.ui.window import Window

TEXT = "Страйк на заводі.\n\nЗагинуло 18 людей, сказало міністерство."
PATIENCE_MS = 60_000
MARKS = {
    "Anna": [("Страйк", "strike"), ("18", "killed"), ("міністерство", "ministry")],
    "Bohdan": [("Страйк", "strike"), ("18 людей", "killed")],
}


@pytest.fixture
def article(archive: Archive, add_article: Callable[..., Article]) -> Article:
    """An article that Anna and Bohdan marked: one thing alike, one otherwise, one she alone."""
    article = add_article(TEXT)
    for who, marks in MARKS.items():
        for quote, tag in marks:
            made = archive.annotations.add_quote(article.id, quote, archive.tags.named(tag).id)
            archive.annotations.delete(made.id)
            archive.annotations.bring_in(replace(made, id=str(uuid4()), created_by=who))
    return article


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, article: Article) -> Window:
    return open_window(archive)


@pytest.fixture
def dialog(qtbot: QtBot, window: Window) -> Iterator[AgreementDialog]:
    window.actions_["compare_annotators"].trigger()
    [dialog] = window.findChildren(AgreementDialog)
    click(qtbot, dialog, "&Compare")
    qtbot.waitUntil(lambda: places(dialog).model().rowCount() > 0, timeout=PATIENCE_MS)
    yield dialog
    dialog.close()


def click(qtbot: QtBot, dialog: AgreementDialog, text: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == text)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def tables(dialog: AgreementDialog) -> dict[str, QTableView]:
    return {table.accessibleName(): table for table in dialog.findChildren(QTableView)}


def places(dialog: AgreementDialog) -> QTableView:
    return tables(dialog)["Places where they differ"]


def rows(table: QTableView) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def layer(window: Window, article: Article) -> list[str]:
    marks = window.desk.archive.annotations.of_article(article.id)
    return [mark.quote for mark in marks if mark.created_by == ADJUDICATED]


def test_the_measures_and_the_places_are_shown(dialog: AgreementDialog) -> None:
    summary = rows(tables(dialog)["Agreement by tag"])
    assert [row[:2] for row in summary] == [
        ["All tags", "3 / 2"],
        ["killed", "1 / 1"],
        ["ministry", "1 / 0"],
        ["strike", "1 / 1"],
    ]
    assert summary[3][2:] == ["1.00"] * 6
    assert rows(places(dialog)) == [
        ["", "edges", "18", "18 людей"],
        ["", "one marked nothing", "міністерство", "–"],
    ]


def test_choosing_a_tag_narrows_the_places(dialog: AgreementDialog) -> None:
    tables(dialog)["Agreement by tag"].selectRow(2)
    assert [row[2] for row in rows(places(dialog))] == ["міністерство"]


def test_the_marks_of_a_place_stand_in_their_context(dialog: AgreementDialog) -> None:
    marks = dialog.findChild(QListWidget)
    texts = [marks.item(row).text() for row in range(marks.count())]
    assert texts[0].startswith("Anna · killed\n")
    assert "Загинуло [18] людей" in texts[0]
    assert "Загинуло [18 людей]," in texts[1]


def test_where_they_differ_in_what_they_say_each_side_is_told(
    qtbot: QtBot, archive: Archive, window: Window, dialog: AgreementDialog, article: Article
) -> None:
    record = archive.records.add(RecordDraft(Kind.EVENT, "Весняний страйк"))
    hers = next(mark for mark in archive.annotations.of_article(article.id) if mark.quote == "Страйк")
    archive.annotations.update(hers.id, attributes={"place": "завод", "edtf": "2024-03-05"}, record=record.id)
    click(qtbot, dialog, "&Compare")
    qtbot.waitUntil(lambda: places(dialog).model().rowCount() == 3, timeout=PATIENCE_MS)
    places(dialog).selectRow(0)
    marks = dialog.findChild(QListWidget)
    said = sorted(marks.item(row).text().partition("\n")[0].partition(" · ")[2] for row in range(marks.count()))
    assert said == [
        "strike · no record · no attributes",
        "strike · Весняний страйк · date: 5 March 2024, place: завод",
    ]


def test_what_is_kept_is_in_the_adjudicated_layer_and_the_next_place_follows(
    qtbot: QtBot, window: Window, dialog: AgreementDialog, article: Article
) -> None:
    dialog.findChild(QListWidget).setCurrentRow(1)
    click(qtbot, dialog, "&Keep the chosen one")
    assert layer(window, article) == ["18 людей"]
    model = places(dialog).model()
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "killed: 18 людей"
    assert places(dialog).currentIndex().row() == 1
    click(qtbot, dialog, "Keep &all that is agreed")
    assert layer(window, article) == ["Страйк", "18 людей"]
    window.desk.session.undo()
    window.desk.session.undo()
    assert layer(window, article) == []
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "not settled"


def test_nothing_can_be_what_is_kept(qtbot: QtBot, window: Window, dialog: AgreementDialog, article: Article) -> None:
    click(qtbot, dialog, "&Keep the chosen one")
    assert layer(window, article) == ["18"]
    places(dialog).selectRow(0)
    click(qtbot, dialog, "Keep &none")
    assert layer(window, article) == []


def test_a_place_is_opened_in_its_article(
    qtbot: QtBot, window: Window, dialog: AgreementDialog, article: Article
) -> None:
    click(qtbot, dialog, "&Open")
    assert window.desk.opening.article is not None
    assert window.desk.opening.article.id == article.id


def test_one_annotator_cannot_be_compared(dialog: AgreementDialog) -> None:
    dialog.findChildren(QCheckBox)[0].setChecked(False)
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "&Compare")
    assert not button.isEnabled()
    assert button.toolTip()


def test_an_archive_of_one_annotator_says_so(
    open_window: Callable[[Archive], Window], archive: Archive, add_article: Callable[..., Article]
) -> None:
    archive.annotations.add_quote(add_article(TEXT).id, "18", archive.tags.named("killed").id)
    window = open_window(archive)
    window.actions_["compare_annotators"].trigger()
    assert "one person" in window.desk.messages.text()
    assert window.findChildren(AgreementDialog) == []
