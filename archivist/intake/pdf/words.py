# SPDX-License-Identifier: GPL-3.0-or-later
"""The words on a page of a PDF and where they stand, as PDFium gives them.

A PDF has no words, only letters at places. Coordinates are points, from the lower left corner of the
page, turned so that the text of a group stands upright.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from math import degrees, hypot

import pypdfium2.raw as pdfium
from pypdfium2 import PdfTextPage

from archivist.intake.documents.symbols import SYMBOLS, UNKNOWN
from archivist.intake.pdf.word_breaks import LINE_END_HYPHEN

_LAST_CODE_POINT = 0x10FFFF
_OTHER_LINE_END_HYPHEN = 0xFFFE
# Forms of letters that other characters stand for: ﬁ, and the shapes of Arabic letters.
_FORMS = re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+")
_CONTROL = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\x7f-\x9f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_SPACES = frozenset(" \t\r\n\x0b\x0c\xa0\u2002\u2003\u2009\u200a\u202f\u3000")
_BOLD = 600  # weight
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|cmbx", re.IGNORECASE)
_SLANT = 10.0  # degrees by which text that runs along a side of the page may lean
_QUARTER, _FULL_TURN = 90, 360
_GAP, _STEP_BACK = 0.6, 0.8  # heights of a letter between two letters of different words
_OFF_BASE = 0.3  # heights by which the base line of letters of one word may differ
_DESCENT = 0.22  # of the height of letters, below their base line
_SMALLEST = 0.1  # points
_MOST_UNLIKE = 4.0  # times that a font's size and the box of its letters may differ


@dataclass(slots=True)
class Word:
    """A word and its box; spaced where white space stands before it in the file."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    spaced: bool = True
    bold: bool = False
    angle: int | None = 0  # degrees, a multiple of 90; None for a slant

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, _SMALLEST)

    @property
    def runs_left(self) -> bool:
        """Whether it is of a script that is written from right to left."""
        return _RIGHT_TO_LEFT.search(self.text) is not None

    def level_with(self, other: Word) -> float:
        """The share of the lower one's height at which both stand."""
        return (min(self.top, other.top) - max(self.bottom, other.bottom)) / min(self.height, other.height)


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page, group by group of one direction of writing, the largest first."""

    groups: tuple[tuple[Word, ...], ...]
    characters: int  # without spaces
    unreadable: int  # of these


def page_words(text_page: PdfTextPage) -> PageWords:
    """The words of a page in the order in which they are drawn."""
    found = _Words(text_page)
    count = text_page.count_chars()
    for index in range(count):
        found.add(index)
    found.end_word()
    letters: Counter[int | None] = Counter()
    for word in found.words:
        letters[word.angle] += len(word.text)
    groups = tuple(tuple(word for word in found.words if word.angle == angle) for angle, _ in letters.most_common())
    return PageWords(groups, found.characters, found.unreadable)


class _Words:
    """Puts letters together into words."""

    def __init__(self, text_page: PdfTextPage) -> None:
        self._page = text_page.raw
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._word: Word | None = None
        self._spaced = True
        self._place: tuple[float, ...] | None = None
        self._high = 0  # the first half of a surrogate pair
        self.words: list[Word] = []
        self.characters = self.unreadable = 0

    def add(self, index: int) -> None:
        char = self._character(index)
        if not char:
            return
        if char in _SPACES:
            self.end_word()
            # Whether an end of line that PDFium sees parts words, their places say.
            self._spaced = char not in "\r\n"
            return
        self.characters += 1
        self.unreadable += char == UNKNOWN
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box)
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        box = self._box
        # The letters of a ligature all stand at its place.
        place = (box.left, box.bottom, box.right, box.top, self._x.value)
        of_same_glyph, self._place = place == self._place, place
        word = self._word
        if word is not None:
            left, right, base = self._turned(word.angle)
            if of_same_glyph or word.angle is None or _continues(word, char, left, right, base):
                word.text += char
                word.left, word.right = min(word.left, left), max(word.right, right)
                return
        self.end_word()
        self._begin_word(char, index)

    def _begin_word(self, char: str, index: int) -> None:
        angle = self._angle(index)
        left, right, base = self._turned(angle)
        size = self._size(index, angle)
        bottom = base - _DESCENT * size
        spaced, self._spaced = self._spaced, False
        self._word = Word(char, left, bottom, right, bottom + size, spaced, self._is_bold(index), angle)

    def _turned(self, angle: int | None) -> tuple[float, float, float]:
        """Where the letter begins and ends, and its base line, when the page is turned so that it can be read."""
        box = self._box
        one, base = _turned(box.left, box.bottom, angle), _turned(self._x.value, self._y.value, angle)
        other = _turned(box.right, box.top, angle)
        return min(one[0], other[0]), max(one[0], other[0]), base[1]

    def _size(self, index: int, angle: int | None) -> float:
        """The size of the letters in points; that of their box where the font says nothing that can be meant."""
        box, matrix = self._box, self._matrix
        upright = angle is None or angle % (2 * _QUARTER) == 0
        height: float = max(abs(box.top - box.bottom) if upright else abs(box.right - box.left), _SMALLEST)
        if not pdfium.FPDFText_GetMatrix(self._page, index, matrix):
            return height
        size: float = abs(pdfium.FPDFText_GetFontSize(self._page, index)) * hypot(matrix.c, matrix.d)
        return size if height < _MOST_UNLIKE * size and size < _MOST_UNLIKE * height else height

    def end_word(self) -> None:
        if self._word is not None:
            self._word.text = _FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), self._word.text)
            self.words.append(self._word)
        self._word = None

    def _character(self, index: int) -> str:
        code = pdfium.FPDFText_GetUnicode(self._page, index)
        if 0xD800 <= code < 0xDC00:  # noqa: PLR2004 - the first half of a character beyond U+FFFF
            self._high = code
            return ""
        if 0xDC00 <= code < 0xE000:  # noqa: PLR2004 - the second half
            high, self._high = self._high, 0
            return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00) if high else UNKNOWN
        if code == _OTHER_LINE_END_HYPHEN:
            return LINE_END_HYPHEN
        char = chr(code) if 0 < code <= _LAST_CODE_POINT else UNKNOWN
        char = SYMBOLS.get(char, char)
        return UNKNOWN if _PRIVATE.match(char) or _CONTROL.match(char) else char

    def _is_bold(self, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(self._page, index) >= _BOLD:
            return True
        length = pdfium.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), self._flags)
        return 0 < length <= len(self._name) and _BOLD_NAME.search(self._name.raw[:length]) is not None

    def _angle(self, index: int) -> int | None:
        turned = -degrees(pdfium.FPDFText_GetCharAngle(self._page, index))  # which goes clockwise
        nearest = round(turned / _QUARTER) * _QUARTER
        return nearest % _FULL_TURN if abs(turned - nearest) <= _SLANT else None


def _continues(word: Word, char: str, left: float, right: float, base: float) -> bool:
    """Whether a letter that no space parts from a word stands where the word goes on."""
    size = word.height
    if abs(base - word.bottom - _DESCENT * size) > _OFF_BASE * size:
        return False
    if _RIGHT_TO_LEFT.match(char) or _RIGHT_TO_LEFT.match(word.text[-1]):
        return left <= word.right + _GAP * size and right >= word.left - _GAP * size
    return -_STEP_BACK * size <= left - word.right <= _GAP * size


def _turned(x: float, y: float, angle: int | None) -> tuple[float, float]:
    if angle == _QUARTER:
        return y, -x
    if angle == 2 * _QUARTER:
        return -x, -y
    return (-y, x) if angle == 3 * _QUARTER else (x, y)
