# SPDX-License-Identifier: GPL-3.0-or-later
"""Contrast of two colours as WCAG 2 counts it, and colours moved until they can be read."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

FOR_TEXT = 4.5  # WCAG AA, text
FOR_MARKS = 3.0  # WCAG AA, lines and symbols
_STEPS = 40
_LINEAR_UP_TO = 0.04045  # of sRGB


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one.rgb()), _luminance(other.rgb())), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: QColor, background: QColor, ratio: float) -> QColor:
    """The colour nearest to the given one that has at least this contrast on the background.

    It is mixed with black on a light background and with white on a dark one, so the hue stays.
    """
    return QColor.fromRgb(_readable(colour.rgb(), background.rgb(), ratio))


def blend(over: QColor, under: QColor, alpha: float) -> QColor:
    """The opaque colour that a translucent one gives on an opaque ground; alpha is 0 to 1."""
    return QColor.fromRgbF(
        over.redF() * alpha + under.redF() * (1 - alpha),
        over.greenF() * alpha + under.greenF() * (1 - alpha),
        over.blueF() * alpha + under.blueF() * (1 - alpha),
    )


@lru_cache(maxsize=1024)
def _readable(colour: int, background: int, ratio: float) -> int:
    wanted, ground = QColor.fromRgb(colour), QColor.fromRgb(background)
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    pole = black if contrast(black, ground) > contrast(white, ground) else white
    for step in range(_STEPS + 1):
        mixed = blend(pole, wanted, step / _STEPS)
        if contrast(mixed, ground) >= ratio:
            return mixed.rgb()
    return pole.rgb()


@lru_cache(maxsize=4096)
def _luminance(rgb: int) -> float:
    red, green, blue = ((rgb >> shift & 255) / 255 for shift in (16, 8, 0))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _LINEAR_UP_TO else ((channel + 0.055) / 1.055) ** 2.4
