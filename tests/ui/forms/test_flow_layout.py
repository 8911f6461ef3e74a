# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from archivist.ui.forms import FlowLayout


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    """Five items of 40 by 20 px."""
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, between=5, lines=10)
    flow.setContentsMargins(0, 0, 0, 0)
    for _ in range(5):
        item = QWidget()
        item.setFixedSize(40, 20)
        flow.addWidget(item)
    return parent


def test_items_begin_a_line_where_one_is_full(widget: QWidget) -> None:
    assert widget.heightForWidth(5 * 40 + 4 * 5) == 20
    assert widget.heightForWidth(5 * 40 + 4 * 5 - 1) == 50
    assert widget.heightForWidth(40) == 5 * 20 + 4 * 10


def test_it_would_like_one_line_and_can_do_with_the_width_of_one_item(widget: QWidget) -> None:
    assert (widget.sizeHint().width(), widget.sizeHint().height()) == (220, 20)
    assert (widget.minimumSizeHint().width(), widget.minimumSizeHint().height()) == (40, 20)


@pytest.mark.parametrize(
    ("width", "seen", "height"),
    [(220, [0, 1, 2, 3, 4], 20), (130, [0, 1, 2, 3, 4], 50), (85, [0, 1, 2, 4], 50), (40, [0, 4], 50)],
)
def test_what_has_no_room_in_the_last_line_gives_way_to_the_last_item(
    qtbot: QtBot, width: int, seen: list[int], height: int
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    flow = FlowLayout(parent, between=5, lines=10, most=2)
    flow.setContentsMargins(0, 0, 0, 0)
    items = [_Item() for _ in range(5)]
    for item in items:
        flow.addWidget(item)
    assert flow.heightForWidth(width) == height
    flow.setGeometry(QRect(0, 0, width, height))
    assert [number for number, item in enumerate(items) if item.width()] == seen
    assert flow.itemAt(4).geometry().bottom() < height


class _Item(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(40, 20)
