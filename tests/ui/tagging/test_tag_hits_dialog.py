# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from archivist.ui.questions.hits import Tally
from archivist.ui.session import Session
from archivist.ui.tagging.tag_hits_dialog import TagHitsDialog

Type = Callable[[QWidget, str], None]
TALLY = Tally(12, 5, {"strike": 2, "killed": 12})


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> Iterator[TagHitsDialog]:
    dialog = TagHitsDialog(session, "страйк", 0)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def button(dialog: TagHitsDialog) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.isDefault())


def test_until_the_hits_are_counted_nothing_can_be_tagged(dialog: TagHitsDialog) -> None:
    assert "Counting" in dialog.outcome
    assert not button(dialog).isEnabled()


def test_it_says_how_many_will_be_tagged_and_how_many_are(dialog: TagHitsDialog) -> None:
    dialog.show_tally(TALLY)
    assert "10 occurrence(s) will be tagged “strike”, found in 5 article(s)." in dialog.outcome
    assert "2 carry it already" in dialog.outcome
    assert button(dialog).isEnabled()


def test_where_all_carry_the_tag_there_is_nothing_to_do(dialog: TagHitsDialog, type_text: Type) -> None:
    dialog.show_tally(TALLY)
    type_text(dialog.findChildren(QLineEdit)[0], "killed")
    assert "All 12 occurrence(s) carry this tag already" in dialog.outcome
    assert not button(dialog).isEnabled()


def test_where_nothing_was_found_there_is_nothing_to_tag(dialog: TagHitsDialog) -> None:
    dialog.show_tally(Tally(0, 0, {}))
    assert "nothing to tag" in dialog.outcome
    assert not button(dialog).isEnabled()


def test_a_tag_is_chosen_by_typing_and_enter(
    qtbot: QtBot, session: Session, dialog: TagHitsDialog, type_text: Type
) -> None:
    dialog.show_tally(TALLY)
    [line] = dialog.findChildren(QLineEdit)
    type_text(line, "minis")
    with qtbot.waitSignal(dialog.tag_chosen) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == [session.archive.tags.named("ministry").id]


def test_the_arrows_go_through_the_tags(qtbot: QtBot, session: Session, dialog: TagHitsDialog) -> None:
    dialog.show_tally(TALLY)
    [line] = dialog.findChildren(QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.tag_chosen) as chosen:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chosen.args == [session.archive.tags.named("ministry").id]


def test_a_new_tag_is_made_for_the_hits(qtbot: QtBot, session: Session, dialog: TagHitsDialog, type_text: Type) -> None:
    dialog.show_tally(TALLY)
    type_text(dialog.findChildren(QLineEdit)[0], "lockout")
    with qtbot.waitSignal(dialog.tag_chosen):
        dialog.accept()
    assert session.archive.tags.named("lockout").kind == "event"


def test_selected_lines_are_offered_where_there_are_several(qtbot: QtBot, session: Session) -> None:
    dialog = TagHitsDialog(session, "страйк", 3)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.only_selected
    selected, everything = dialog.findChildren(QRadioButton)
    assert "3 selected line(s)" in selected.text()
    dialog.show_tally(TALLY)
    with qtbot.waitSignal(dialog.scope_changed):
        everything.click()
    assert not dialog.only_selected
    assert "Counting" in dialog.outcome
    dialog.close()
