# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading many articles as a person does it in the window, and settling what was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QListWidget, QPushButton, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from archivist.store import Archive
from archivist.ui.scanning import FindingsDialog
from archivist.ui.window import Window

FIRST = "Рух на мості\n\nУ порту було 18 загиблих."
SECOND = "Пожежа на складі\n\nНа складі було троє загиблих і 40 поранених."
PATIENCE_MS = 60_000
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_window: Callable[[Archive], Window], archive: Archive, add_article: Callable[..., object]) -> Window:
    archive.tags.add("wounded", "figure")
    add_article(FIRST, language="uk")
    add_article(SECOND, language="uk")
    return open_window(archive)


def read_many(qtbot: QtBot, window: Window) -> FindingsDialog:
    qtbot.waitUntil(lambda: window.desk.articles.model.rowCount() > 0, timeout=PATIENCE_MS)
    window.actions_["scan_archive"].trigger()
    return shown(qtbot, window)


def shown(qtbot: QtBot, window: Window) -> FindingsDialog:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in dialogs(window)), timeout=PATIENCE_MS)
    [dialog] = dialogs(window)
    return dialog


def dialogs(window: Window) -> list[FindingsDialog]:
    return window.findChildren(FindingsDialog)


def names(dialog: FindingsDialog) -> list[str]:
    model = dialog.findChild(QTableView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(dialog: FindingsDialog, row: int) -> None:
    """As selectRow(), whatever modifier a key had that was pressed before."""
    table = dialog.findChild(QTableView)
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(table.model().index(row, 0), flags.ClearAndSelect | flags.Rows)


def settle(qtbot: QtBot, window: Window, dialog: FindingsDialog, beginning: str) -> None:
    button = next(each for each in dialog.findChildren(QPushButton) if each.text().startswith(beginning))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "suggestion" in window.desk.messages.text(), timeout=PATIENCE_MS)


def quotes(window: Window) -> set[str]:
    archive = window.desk.archive
    articles = archive.articles.at_rows(archive.articles.rows())
    return {each.quote for article in articles for each in archive.annotations.of_article(article.id)}


def test_what_all_articles_say_is_shown_by_groups(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.desk.articles.model.rowCount() > 0, timeout=PATIENCE_MS)
    qtbot.keyClick(window.desk.reader.view, Qt.Key.Key_R, CTRL_SHIFT)
    dialog = shown(qtbot, window)
    assert {"загиблі", "поранені"} <= set(names(dialog))
    assert quotes(window) == set()
    dialog.close()


def test_a_group_is_accepted_in_all_articles_and_is_one_step(qtbot: QtBot, window: Window) -> None:
    dialog = read_many(qtbot, window)
    choose(dialog, names(dialog).index("загиблі"))
    settle(qtbot, window, dialog, "&Accept")
    assert quotes(window) == {"18 загиблих", "троє загиблих"}
    assert "загиблі" not in names(dialog)
    assert window.desk.messages.text().startswith("2 suggestion")
    window.actions_["undo"].trigger()
    assert quotes(window) == set()
    dialog.close()


def test_what_is_rejected_is_not_found_again(qtbot: QtBot, window: Window) -> None:
    dialog = read_many(qtbot, window)
    choose(dialog, names(dialog).index("загиблі"))
    settle(qtbot, window, dialog, "&Reject")
    dialog.close()
    qtbot.waitUntil(lambda: not dialogs(window), timeout=PATIENCE_MS)
    again = read_many(qtbot, window)
    assert "загиблі" not in names(again)
    assert "поранені" in names(again)
    again.close()


def test_findings_stay_until_what_is_being_accepted_is_done(qtbot: QtBot, window: Window) -> None:
    dialog = read_many(qtbot, window)
    choose(dialog, names(dialog).index("загиблі"))
    button = next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("&Accept"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.actions_["scan_archive"].trigger()  # would throw the findings away that the job reads
    assert "wait until that is done" in window.desk.messages.text()
    with qtbot.waitSignal(window.desk.session.tags_changed, timeout=PATIENCE_MS):
        pass  # the job may have made a tag
    assert quotes(window) == {"18 загиблих", "троє загиблих"}
    assert dialogs(window) == [dialog]
    dialog.close()


def test_nothing_below_the_confidence_is_accepted(qtbot: QtBot, window: Window) -> None:
    dialog = read_many(qtbot, window)
    dialog.findChild(QSpinBox).setValue(100)
    dialog.findChild(QTableView).selectAll()
    accept = next(each for each in dialog.findChildren(QPushButton) if each.text().startswith("&Accept"))
    assert not accept.isEnabled()
    dialog.close()


def test_a_passage_is_shown_in_its_article(qtbot: QtBot, window: Window) -> None:
    dialog = read_many(qtbot, window)
    choose(dialog, names(dialog).index("поранені"))
    passages = dialog.findChild(QListWidget)
    passages.itemActivated.emit(passages.item(0))
    qtbot.waitUntil(lambda: window.desk.reader.view.article_text == SECOND, timeout=PATIENCE_MS)
    caret = window.desk.reader.view.textCursor().position()
    assert caret == SECOND.index("40 поранених")
    dialog.close()


def test_reading_can_be_cancelled(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.desk.articles.model.rowCount() > 0, timeout=PATIENCE_MS)
    window.actions_["scan_archive"].trigger()
    [job] = [job for job in window.desk.jobs.running if job.title.startswith("Reading")]
    window.actions_["scan_archive"].trigger()
    assert "being read already" in window.desk.messages.text()
    with qtbot.waitSignal(window.desk.jobs.ended, timeout=PATIENCE_MS, check_params_cb=lambda ended: ended is job):
        job.cancel()
    assert dialogs(window) == []
    read_many(qtbot, window).close()


def test_where_all_is_marked_it_says_so(qtbot: QtBot, window: Window) -> None:
    dialog = read_many(qtbot, window)
    dialog.findChild(QSpinBox).setValue(0)
    dialog.findChild(QTableView).selectAll()
    settle(qtbot, window, dialog, "&Accept")
    dialog.close()
    window.actions_["scan_archive"].trigger()
    qtbot.waitUntil(lambda: "Nothing was found" in window.desk.messages.text(), timeout=PATIENCE_MS)
