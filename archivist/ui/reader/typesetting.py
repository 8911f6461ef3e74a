# SPDX-License-Identifier: GPL-3.0-or-later
"""How an article is set: its columns, the leading of its paragraphs, and the text document itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextOption,
)

from archivist.ui.theme import GRID, READING_MEASURE

MEASURES = (32, 40, 48, 56, 68, 80, 96, 120)  # the steps of setting it wider or narrower
_LABELS = (20 * GRID, 38 * GRID)  # px, the narrowest and the widest label column: a claim on one line
_DOTS = 5 * GRID  # px, what is left of the label column in a narrow window
_GUTTER = 4 * GRID
_NARROW_GUTTER = 2 * GRID
_SIDES = 3 * GRID
_NARROW_SIDES = 2 * GRID
_FEWEST = 0.55  # of the measure: with less, the label column gives way
_TOP, _BOTTOM = 4 * GRID, 8 * GRID

_LONGEST_HEADLINE = 240  # code points; what is longer is a text without a headline
_BLANK_LINE = re.compile("\n(?=\n)")
_FREQUENT = "оаинтесрвлкмдпуяьзбгчйхжшюцщєїetaoinshrdlu"


class Role(Enum):
    """What a paragraph is in an article."""

    HEADLINE = auto()
    STANDFIRST = auto()
    CREDIT = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class _Setting:
    line: float  # from line to line in sizes of the font, whatever height the face itself asks for
    below: int  # px
    size: int = 0  # steps of QTextFormat.FontSizeAdjustment, so that it follows when one zooms
    weight: QFont.Weight = QFont.Weight.Normal


_SETTINGS = {
    Role.HEADLINE: _Setting(line=1.5, below=GRID, size=2, weight=QFont.Weight.Bold),
    Role.STANDFIRST: _Setting(line=1.7, below=GRID, size=1),
    Role.CREDIT: _Setting(line=1.75, below=GRID, size=-1),
    Role.BODY: _Setting(line=1.78, below=GRID),
}
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_SMALLEST = -2  # steps of QTextFormat.FontSizeAdjustment
_LEAST_LEADING = 1.15  # of the face's own line height: what exceeds 1 is room for underlines


@dataclass(frozen=True, slots=True)
class Columns:
    """Where text and labels stand in a viewport, in px from its left edge."""

    viewport: int
    left: int
    text_width: int
    gutter: int
    labels_width: int
    dots_only: bool  # no room for words in the label column
    letters: int  # of average width that a line has room for

    @property
    def text_right(self) -> int:
        return self.left + self.text_width

    @property
    def labels_left(self) -> int:
        return self.text_right + self.gutter


def columns(viewport: int, font: QFont, letters: int = READING_MEASURE) -> Columns:
    """The columns for a viewport of a width, in px: text of a measure, labels, the rest outside.

    The text stands in the middle, as far as the labels have their room beside it.
    """
    metrics = QFontMetricsF(font)
    letter = metrics.horizontalAdvance(_FREQUENT) / len(_FREQUENT)
    measure = round(letter * letters)
    room = viewport - 2 * _SIDES
    narrowest, widest = _LABELS
    labels = max(narrowest, min(widest, room - measure - _GUTTER))
    text, gutter, sides = min(measure, room - _GUTTER - labels), _GUTTER, _SIDES
    dots_only = text < measure * _FEWEST
    if dots_only:
        labels, gutter, sides = _DOTS, _NARROW_GUTTER, _NARROW_SIDES
        text = max(10 * GRID, min(measure, viewport - 2 * sides - gutter - labels))
    middle = (viewport - text) // 2
    left = max(sides, min(middle, viewport - text - gutter - labels - sides) // GRID * GRID)
    return Columns(viewport, left, text, gutter, labels, dots_only, letters=round(text / letter))


def set_columns(document: QTextDocument, placed: Columns) -> None:
    """Give a document its margins; on a document that is shown this lays it out anew."""
    frame = QTextFrameFormat(document.rootFrame().frameFormat())
    frame.setLeftMargin(placed.left)
    frame.setRightMargin(max(0, placed.viewport - placed.text_right))
    frame.setTopMargin(_TOP)
    frame.setBottomMargin(_BOTTOM)
    document.rootFrame().setFrameFormat(frame)


def _with_trailing_spaces(option: QTextOption) -> QTextOption:
    option.setFlags(option.flags() | QTextOption.Flag.IncludeTrailingSpaces)
    return option


def typeset(
    shown: str, roles: Sequence[Role], font: QFont, placed: Columns, to_utf16: Callable[[int], int]
) -> QTextDocument:
    """The document of a display copy; roles are those of its first paragraphs that are not blank.

    It is filled before any widget shows it: filled in place, a long text takes twenty times as long.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    # Where a line is read from the right, Qt would find a pointer off by the space at which the line breaks.
    document.setDefaultTextOption(_with_trailing_spaces(document.defaultTextOption()))
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    start = _set_opening(cursor, shown, roles)
    cursor.setBlockFormat(_block_format(Role.BODY, font))
    cursor.insertText(shown[start:], QTextCharFormat())
    for match in _BLANK_LINE.finditer(shown):
        cursor.setPosition(to_utf16(match.end()))
        cursor.setBlockFormat(QTextBlockFormat())
        cursor.setBlockCharFormat(_blank_line_format())
    set_columns(document, placed)
    return document


def leading_of(block_format: QTextBlockFormat) -> float:
    """The white below a line of a paragraph, as a part of the line's own height."""
    return max(0.0, block_format.lineHeight() / 100 - 1)


def _set_opening(cursor: QTextCursor, shown: str, roles: Sequence[Role]) -> int:
    """Set the first paragraphs by their roles; where the rest begins, in code points."""
    font = cursor.document().defaultFont()
    start, following = 0, list(roles)
    while following:
        end = shown.find("\n", start)
        if end < 0 or (end - start > _LONGEST_HEADLINE and following[0] is Role.HEADLINE):
            break
        paragraph = shown[start:end]
        role = following.pop(0) if paragraph.strip() else Role.BODY
        cursor.setBlockFormat(_block_format(role, font))
        cursor.insertText(paragraph, _character_format(role))
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        start = end + 1
    return start


def _blank_line_format() -> QTextCharFormat:
    """An empty line is a gap between paragraphs, so it is set as small as it goes.

    A lower line of the same font would reach into the next one, and catch its clicks.
    """
    form = QTextCharFormat()
    form.setProperty(QTextFormat.Property.FontSizeAdjustment, _SMALLEST)
    return form


def _block_format(role: Role, font: QFont) -> QTextBlockFormat:
    setting = _SETTINGS[role]
    own = QFontMetricsF(font).height() / font.pixelSize()
    form = QTextBlockFormat()
    form.setLineHeight(100 * max(_LEAST_LEADING, setting.line / own), _PROPORTIONAL)
    form.setBottomMargin(setting.below)
    if role is Role.HEADLINE:
        form.setHeadingLevel(1)
    return form


def _character_format(role: Role) -> QTextCharFormat:
    setting = _SETTINGS[role]
    form = QTextCharFormat()
    if setting.size:
        form.setProperty(QTextFormat.Property.FontSizeAdjustment, setting.size)
    form.setFontWeight(setting.weight)
    return form
