# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
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
