# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from archivist.ui.session import Session
from archivist.ui.tag_keys import TagKeys


@pytest.fixture
def watched(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def pressed(session: Session, watched: QWidget) -> list[str]:
    names: list[str] = []
    keys = TagKeys(session, watched)
    keys.pressed.connect(lambda id_: names.append(session.archive.tags.get(id_).name))
    return names


@pytest.mark.parametrize("typed", ["s", "S", "ы", "і"])
def test_a_key_is_the_tags_in_either_case_and_on_either_layout(
    watched: QWidget, pressed: list[str], type_text: Callable[[QWidget, str], None], typed: str
) -> None:
    type_text(watched, typed)
    assert pressed == ["strike"]


def test_other_keys_pass(watched: QWidget, pressed: list[str], type_text: Callable[[QWidget, str], None]) -> None:
    type_text(watched, "x?")
    assert pressed == []


def test_with_control_held_it_is_not_the_tags(qtbot: QtBot, watched: QWidget, pressed: list[str]) -> None:
    qtbot.keyClick(watched, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def test_the_tags_key_goes_before_an_actions(watched: QWidget, pressed: list[str]) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s")
    event.ignore()
    QApplication.sendEvent(watched, event)
    assert event.isAccepted()


def test_keys_follow_the_codebook(
    session: Session, watched: QWidget, pressed: list[str], type_text: Callable[[QWidget, str], None]
) -> None:
    session.edit_tag(session.archive.tags.named("strike").id, shortcut="x")
    type_text(watched, "sx")
    assert pressed == ["strike"]


@pytest.fixture
def awaited(session: Session, watched: QWidget) -> list[str]:
    """The first keys that are waited with, in turn, where killed has k and a tag below it ks."""
    killed = session.archive.tags.named("killed")
    session.add_tag(name="soldiers", kind="figure", shortcut="ks", parent=killed.id)
    said: list[str] = []
    for keys in watched.findChildren(TagKeys):
        keys.awaited.connect(said.append)
    return said


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ks", ["soldiers"]),
        ("лі", ["soldiers"]),
        ("kk", ["killed"]),
        ("k", []),
        ("km", ["ministry"]),
        ("kxs", ["strike"]),
        ("s", ["strike"]),
    ],
)
def test_two_keys_one_after_the_other(
    watched: QWidget,
    pressed: list[str],
    awaited: list[str],
    type_text: Callable[[QWidget, str], None],
    typed: str,
    expected: list[str],
) -> None:
    type_text(watched, typed)
    assert pressed == expected
    assert awaited == ([] if typed == "s" else ["k"] if typed == "k" else ["k", ""])


def test_enter_takes_the_first_key_alone_and_escape_lets_go(
    qtbot: QtBot, watched: QWidget, pressed: list[str], awaited: list[str], type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(watched, "k")
    qtbot.keyClick(watched, Qt.Key.Key_Return)
    assert pressed == ["killed"]
    type_text(watched, "k")
    qtbot.keyClick(watched, Qt.Key.Key_Escape)
    type_text(watched, "s")
    assert pressed == ["killed", "strike"]
    assert awaited == ["k", "", "k", ""]


def test_the_loss_of_the_focus_lets_go(
    watched: QWidget, pressed: list[str], awaited: list[str], type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(watched, "k")
    QApplication.sendEvent(watched, QFocusEvent(QEvent.Type.FocusOut))
    type_text(watched, "s")
    assert pressed == ["strike"]
