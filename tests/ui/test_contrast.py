# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from archivist.ui.contrast import FOR_MARKS, FOR_TEXT, blend, contrast, readable

COLOURS = st.integers(0, 0xFFFFFF).map(QColor)


def test_black_on_white_is_21() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)


def test_a_known_ratio() -> None:
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


@given(COLOURS, st.sampled_from(["#fefdfb", "#1b1d22", "#ffffff", "#000000"]), st.sampled_from([FOR_MARKS, FOR_TEXT]))
def test_any_colour_becomes_readable(colour: QColor, background: str, ratio: float) -> None:
    assert contrast(readable(colour, QColor(background), ratio), QColor(background)) >= ratio


def test_a_readable_colour_stays_as_it_is() -> None:
    assert readable(QColor("#0f7466"), QColor("white"), FOR_TEXT) == QColor("#0f7466")


def test_a_pale_colour_keeps_its_hue() -> None:
    assert readable(QColor("#ffe100"), QColor("white"), FOR_MARKS).hue() == pytest.approx(
        QColor("#ffe100").hue(), abs=2
    )


def test_blending_half_and_half() -> None:
    assert blend(QColor(200, 0, 0), QColor(0, 0, 100), 0.5).getRgb()[:3] == (100, 0, 50)
