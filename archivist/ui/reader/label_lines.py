# SPDX-License-Identifier: GPL-3.0-or-later
"""Breaks what a label says into the lines that it has room for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from archivist.ui.reader.label_words import SEPARATOR, LabelWords

_STUB = 4  # letters: fewer of a part that is cut off say nothing
_MORE = " …"
_DIGIT = re.compile(r"\d")  # a date or a number that is cut would be another


def label_lines(words: LabelWords, width: float, rows: int, metrics: QFontMetricsF) -> list[str]:
    """A label in at most so many rows of a width in px. Parts are kept whole where they can be.

    Where there is too little room, later parts go first; of a label with another telling part, all others.
    """
    lines: list[str] = []
    left = list(words.parts)
    while left and len(lines) < rows - 1:
        fitting = _fitting(left, width, metrics)
        if fitting:
            lines.append(SEPARATOR.join(left[:fitting]))
            left = left[fitting:]
            continue
        head, tail = _broken(left[0], width, metrics)
        lines.append(head)
        left = [tail, *left[1:]] if tail else left[1:]
    if left:
        telling = words.telling and len(left) - 1  # that part is the last one
        lines.append(_in_one_line(left, telling, width, metrics))
    return lines


def _fitting(parts: Sequence[str], width: float, metrics: QFontMetricsF) -> int:
    """How many of the parts fit into one line."""
    for count in range(len(parts), 0, -1):
        if metrics.horizontalAdvance(SEPARATOR.join(parts[:count])) <= width:
            return count
    return 0


def _broken(part: str, width: float, metrics: QFontMetricsF) -> tuple[str, str]:
    """A part that is too long, broken at the last space that it can be broken at."""
    space = part.rfind(" ")
    while space > 0 and metrics.horizontalAdvance(part[:space]) > width:
        space = part.rfind(" ", 0, space)
    if space <= 0:
        return _elided(part, width, metrics), ""
    return part[:space], part[space + 1 :]


def _in_one_line(parts: Sequence[str], telling: int, width: float, metrics: QFontMetricsF) -> str:
    text = SEPARATOR.join(parts)
    if metrics.horizontalAdvance(text) <= width:
        return text
    if telling:
        return _elided(parts[telling], width, metrics)
    elided = _elided(text, width, metrics)
    for count in range(len(parts) - 1, 0, -1):
        whole = SEPARATOR.join(parts[:count])
        if metrics.horizontalAdvance(whole + _MORE) <= width:
            stub = len(elided) - len(whole) - len(SEPARATOR) - 1
            return elided if stub >= _STUB and not _DIGIT.search(parts[count]) else whole + _MORE
    return elided


def _elided(text: str, width: float, metrics: QFontMetricsF) -> str:
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
