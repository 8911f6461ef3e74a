# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from archivist import paths
from archivist.ui.icons import Icons, drawn
from archivist.ui.theme import DARK, LIGHT, palette_of

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    '<rect x="6" y="6" width="12" height="12" fill="currentColor"/></svg>'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "square.svg").write_text(SQUARE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def icons(qapp: QApplication, folder: Path) -> Iterator[Icons]:
    before = qapp.palette()
    qapp.setPalette(palette_of(LIGHT))
    icons = Icons(qapp, folder)
    yield icons
    icons.deleteLater()
    qapp.setPalette(before)


def middle(image: QImage) -> str:
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_an_icon_is_sharp_at_every_scale(qapp: QApplication, folder: Path, scale: float) -> None:
    pixmap = drawn(folder / "square.svg", QSize(16, 16), scale, QColor("#123456"))
    assert (pixmap.width(), pixmap.deviceIndependentSize().width()) == (16 * scale, 16)
    assert middle(pixmap.toImage()) == "#123456"


def test_an_icon_has_the_colour_of_text(icons: Icons) -> None:
    assert middle(icons.icon("square").pixmap(16, 16).toImage()) == LIGHT.text


def test_a_switched_off_icon_is_pale(icons: Icons) -> None:
    disabled = icons.icon("square").pixmap(QSize(16, 16), QIcon.Mode.Disabled)
    assert middle(disabled.toImage()) == LIGHT.outline


def test_icons_follow_the_palette(icons: Icons, qapp: QApplication, qtbot: QtBot) -> None:
    button, action = QToolButton(), QAction()
    qtbot.addWidget(button)
    for holder in (button, action):
        icons.give(holder, "square")
    qapp.setPalette(palette_of(DARK))
    for holder in (button, action):
        assert middle(holder.icon().pixmap(16, 16).toImage()) == DARK.text


def test_a_second_icon_takes_the_place_of_the_first(icons: Icons, folder: Path, qapp: QApplication) -> None:
    (folder / "empty.svg").write_text(SQUARE.replace("currentColor", "none"), encoding="utf-8")
    action = QAction()
    icons.give(action, "square")
    icons.give(action, "empty")
    qapp.setPalette(palette_of(DARK))
    assert action.icon().pixmap(16, 16).toImage().pixelColor(8, 8).alpha() == 0


def test_a_holder_may_go_before_the_palette_changes(icons: Icons, qapp: QApplication) -> None:
    action = QAction()
    icons.give(action, "square")
    del action
    qapp.setPalette(palette_of(DARK))


def test_an_icon_that_is_not_there_is_a_mistake(icons: Icons) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("missing")


def test_every_shipped_icon_can_be_drawn(qapp: QApplication) -> None:
    for svg in sorted((paths.resources() / "icons").glob("*.svg")):
        image = drawn(svg, QSize(24, 24), 1.0, QColor("black")).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), svg.name
