# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from archivist.ui.forms import placed

SCREEN = QRect(0, 0, 1000, 800)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (QRect(100, 100, 50, 20), QRect(100, 128, 300, 200)),
        (QRect(900, 700, 50, 20), QRect(699, 492, 300, 200)),
    ],
)
def test_stands_at_the_selection_and_inside_the_screen(at: QRect, expected: QRect) -> None:
    assert placed(at, QSize(300, 200), SCREEN) == expected


def test_stands_inside_a_screen_that_is_too_low_for_both_sides() -> None:
    assert SCREEN.contains(placed(QRect(10, 350, 50, 100), QSize(300, 600), SCREEN))
