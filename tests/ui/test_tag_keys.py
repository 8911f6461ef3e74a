# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
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
