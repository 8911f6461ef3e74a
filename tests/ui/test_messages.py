# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from archivist.errors import DiskFull
from archivist.ui.icons import Icons
from archivist.ui.messages import Level, MessageBar


@pytest.fixture
def bar(qtbot: QtBot, icons: Icons) -> MessageBar:
    bar = MessageBar(icons)
    qtbot.addWidget(bar)
    return bar


def test_an_error_is_shown_with_its_remedy_and_stays(bar: MessageBar) -> None:
    bar.tell_error(DiskFull(Path("/kept")))
    assert bar.text() == "The disk that holds “/kept” is full, so this was not kept. Free some space, then try again."
    assert bar.accessibleName() == bar.text()
    assert not bar._timer.isActive()


def test_what_only_informs_goes_by_itself(bar: MessageBar) -> None:
    bar.tell("Undone.")
    assert bar._timer.isActive()
    bar._timer.timeout.emit()
    assert bar.text() == ""


def test_the_button_does_its_one_thing_and_closes_the_bar(qtbot: QtBot, bar: MessageBar) -> None:
    done: list[str] = []
    bar.tell("3 files imported.", level=Level.WARNING, button=("Report…", lambda: done.append("report")))
    [button] = bar.findChildren(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["report"]
    assert bar.text() == ""


def test_a_message_whose_buttons_only_show_something_stays(qtbot: QtBot, bar: MessageBar) -> None:
    done: list[str] = []
    losses = [("Losses…", lambda: done.append("losses"))]
    bar.tell("Exported.", button=("Show", lambda: done.append("folder")), others=losses, stays=True)
    for button in bar.findChildren(QPushButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["folder", "losses"]
    assert bar.text() == "Exported."


def test_each_of_several_buttons_does_its_own_thing(qtbot: QtBot, bar: MessageBar) -> None:
    done: list[str] = []
    bar.tell("No backup.", button=("Now", lambda: done.append("now")), others=[("Later", lambda: done.append("later"))])
    later = next(each for each in bar.findChildren(QPushButton) if each.text() == "Later")
    qtbot.mouseClick(later, Qt.MouseButton.LeftButton)
    assert (done, bar.text()) == (["later"], "")
    bar.tell("Undone.")
    assert "Later" not in [each.text() for each in bar.findChildren(QPushButton) if each.isVisibleTo(bar)]


def test_the_newest_message_takes_the_place_of_the_last(bar: MessageBar) -> None:
    bar.tell("One.", "Do this.")
    bar.tell("Two.")
    assert bar.text() == "Two."


def test_other_buttons_belong_to_their_message(qtbot: QtBot, bar: MessageBar) -> None:
    done: list[str] = []
    others = [(name, lambda name=name: done.append(name)) for name in ("Import", "Ignore")]
    bar.tell("3 new files.", button=("Look…", lambda: done.append("look")), others=others)
    bar.show()
    ignore = next(each for each in bar.findChildren(QPushButton) if each.text() == "Ignore")
    qtbot.mouseClick(ignore, Qt.MouseButton.LeftButton)
    assert done == ["Ignore"]
    assert bar.text() == ""
    bar.tell("Undone.")
    assert [each.text() for each in bar.findChildren(QPushButton) if each.isVisible()] == []


def buttons(bar: MessageBar) -> list[str]:
    return [each.text() for each in bar.findChildren(QPushButton) if each.isVisibleTo(bar)]


def test_what_is_offered_for_a_step_goes_with_the_next_one(bar: MessageBar) -> None:
    bar.tell("One article deleted.", of_step=[("Undo", lambda: None)])
    assert buttons(bar) == ["Undo"]
    assert not bar._timer.isActive()
    bar.forget_step()
    assert bar.text() == ""


def test_what_else_is_offered_stays_after_the_next_step(bar: MessageBar) -> None:
    bar.tell("3 read again.", button=("Details…", lambda: None), of_step=[("Undo", lambda: None)])
    bar.forget_step()
    assert buttons(bar) == ["Details…"]
    assert bar.text() == "3 read again."


def test_a_message_of_no_step_stays_after_the_next_one(bar: MessageBar) -> None:
    bar.tell("Not kept.", level=Level.ERROR)
    bar.forget_step()
    assert bar.text() == "Not kept."
