# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.intake.reader import ImportOptions
from archivist.ui.dialogs import PasteDialog
from archivist.ui.jobs import Jobs
from archivist.ui.session import Session

TEXT = "Докери\u00a0оголосили страйк\n\nУ п’ятницю портовики зупинили крани й зібралися біля контори."


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, jobs: Jobs) -> PasteDialog:
    dialog = PasteDialog(session, jobs, TEXT)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def line(dialog: PasteDialog, name: str) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def add_button(dialog: PasteDialog) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == "Add to the archive")


def test_gives_the_text_as_it_was_pasted(dialog: PasteDialog) -> None:
    assert dialog.text() == TEXT


def test_offers_the_first_line_as_title(dialog: PasteDialog) -> None:
    assert line(dialog, "Title").text() == "Докери\u00a0оголосили страйк"


def test_a_title_of_ones_own_is_not_replaced(dialog: PasteDialog, type_text: Callable[[QWidget, str], None]) -> None:
    type_text(line(dialog, "Title"), "!")
    own = line(dialog, "Title").text()
    type_text(dialog.findChild(QPlainTextEdit), "x")
    assert line(dialog, "Title").text() == own


def test_says_in_which_language_the_text_looks(qtbot: QtBot, dialog: PasteDialog) -> None:
    def said() -> str:
        return " ".join(label.text() for label in dialog.findChildren(QLabel))

    qtbot.waitUntil(lambda: "looks Ukrainian" in said(), timeout=30_000)  # the dictionaries are loaded first


def test_closes_while_the_language_is_being_found_out(qtbot: QtBot, dialog: PasteDialog, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.started) as started:
        pass
    dialog.reject()
    assert started.args[0].dropped


def test_hands_over_what_was_entered(qtbot: QtBot, dialog: PasteDialog) -> None:
    qtbot.keyClicks(line(dialog, "Outlet"), "Bereh")
    qtbot.keyClicks(line(dialog, "Published"), "2023-04-14")
    with qtbot.waitSignal(dialog.article_pasted) as pasted:
        qtbot.keyClick(line(dialog, "Outlet"), Qt.Key.Key_Return)
    assert pasted.args == [TEXT, "", ImportOptions(outlet="Bereh", published="2023-04-14")]


def test_hands_over_a_title_of_ones_own(qtbot: QtBot, dialog: PasteDialog) -> None:
    title = line(dialog, "Title")
    title.selectAll()
    qtbot.keyClicks(title, "Strike")
    with qtbot.waitSignal(dialog.article_pasted) as pasted:
        add_button(dialog).click()
    assert pasted.args[1] == "Strike"


def test_nothing_cannot_be_added(dialog: PasteDialog) -> None:
    dialog.findChild(QPlainTextEdit).setPlainText(" \n")
    assert not add_button(dialog).isEnabled()


def test_a_date_that_is_none_cannot_be_added(qtbot: QtBot, dialog: PasteDialog) -> None:
    qtbot.keyClicks(line(dialog, "Published"), "Friday")
    assert not add_button(dialog).isEnabled()
