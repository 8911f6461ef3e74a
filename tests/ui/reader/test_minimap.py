# SPDX-License-Identifier: GPL-3.0-or-later
"""The overview shows where annotations and hits are, and a click there goes there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Kind
from archivist.ui.reader.minimap import Minimap
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import colours_of

Annotate = Callable[..., Annotation]
TEXT = "\n".join(["Заголовок", *(f"Абзац {number} " + "слова " * 60 for number in range(40))])


@pytest.fixture
def minimap(qtbot: QtBot, view: ArticleView) -> Minimap:
    minimap = Minimap(view)
    qtbot.addWidget(minimap)
    minimap.resize(24, 400)
    minimap.show()
    return minimap


def picture(qtbot: QtBot, minimap: Minimap) -> QImage:
    qtbot.waitUntil(lambda: not minimap._settling.isActive())
    return minimap.grab().toImage()


def rows_of(image: QImage, colour: QColor) -> set[int]:
    scale = image.devicePixelRatio()
    return {
        round(y / scale)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y) == colour
    }


def test_marks_and_hits_stand_where_they_are_in_the_text(
    qtbot: QtBot, view: ArticleView, minimap: Minimap, annotation: Annotate
) -> None:
    colours = colours_of(minimap.palette())
    start = len(TEXT) * 3 // 4
    view.show_article(TEXT, [annotation(start, start + 5, "event")])
    view.set_hits([(len(TEXT) // 2, len(TEXT) // 2 + 5)])
    image = picture(qtbot, minimap)
    assert any(abs(row - 300) <= 2 for row in rows_of(image, colours.kind(Kind.EVENT)))
    assert any(abs(row - 200) <= 2 for row in rows_of(image, QColor(colours.hit_edge)))
    assert not rows_of(image, colours.kind(Kind.ACTOR))


def test_kinds_are_told_apart_by_their_columns(
    qtbot: QtBot, view: ArticleView, minimap: Minimap, annotation: Annotate
) -> None:
    half = len(TEXT) // 2
    view.show_article(TEXT, [annotation(half, half + 9, kind) for kind in ("event", "actor", "figure")])
    image, colours = picture(qtbot, minimap), colours_of(minimap.palette())
    columns = [
        {x for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) == colours.kind(kind)}
        for kind in (Kind.EVENT, Kind.ACTOR, Kind.FIGURE)
    ]
    assert all(columns)
    assert not columns[0] & columns[1] | columns[1] & columns[2]


def test_a_click_goes_there_and_dragging_scrolls(qtbot: QtBot, view: ArticleView, minimap: Minimap) -> None:
    view.show_article(TEXT, [])
    QApplication.processEvents()
    assert minimap.in_view()[0] == 0
    qtbot.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(10, 200))
    top, bottom = minimap.in_view()
    assert top < 0.5 < bottom
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=QPoint(10, 200))
    qtbot.mouseMove(minimap, QPoint(10, 399))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=QPoint(10, 399))
    view.show_position(0)
    assert minimap.in_view()[0] == 0
