# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the sentences of a text begin and end, in tokens."""

from __future__ import annotations

from bisect import bisect_right

from archivist.suggest.figures.tokens import Reader, Sort
from archivist.suggest.figures.word_lists import word_set

_ENDS = frozenset(".!?…")
_CLOSING = frozenset("»”\"')]")
# A full stop after these ends no sentence.
_ABBREVIATIONS = word_set("""
    тис млн млрд трлн тыс ст р рр м ім вул просп бул пл буд кв обл с смт стор п пп ч д н о проф акад ген грн коп дол
    долл руб год хв сек им ул г гг куб mr mrs ms dr prof gen st no jan feb mar apr jun jul aug sep sept oct nov dec u
    s inc ltd co corp vs approx e i
    """)


class Sentences:
    """The sentences of a text as ranges of tokens; each line ends one."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._starts = [0] if len(reader) else []
        for index in range(1, len(reader)):
            if self._begins(index):
                self._starts.append(index)

    def of(self, index: int) -> int:
        """The number of the sentence that this token is in."""
        return bisect_right(self._starts, index) - 1

    def __len__(self) -> int:
        return len(self._starts)

    def tokens(self, number: int) -> range:
        """The tokens of a sentence; none where there is no such sentence."""
        if not 0 <= number < len(self._starts):
            return range(0)
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._reader)
        return range(self._starts[number], end)

    def begins_paragraph(self, number: int) -> bool:
        """Whether the sentence begins on a new line."""
        return self._reader.begins_line(self._starts[number])

    def _begins(self, index: int) -> bool:
        reader = self._reader
        if not reader.on_one_line(index):
            return True
        last = index - 1
        while reader.form(last) in _CLOSING and reader.touches(last):
            last -= 1
        if reader.form(last) not in _ENDS or reader.touches(index):
            return False
        token = reader.at(index)
        if not (token.text[:1].isupper() or token.sort is not Sort.WORD):
            return False
        before = reader.at(last - 1)
        is_initial = before.sort is Sort.WORD and len(before.text) == 1 and before.text.isupper()
        if reader.form(last) == "." and reader.touches(last) and (before.form in _ABBREVIATIONS or is_initial):
            # “… 5 тис. Поліція …”: after an abbreviation only a capital can tell, and a name has one too.
            return token.sort is Sort.WORD and before.form in _MAY_END and token.text[:1].isupper()
        return True


_MAY_END = word_set("тис тыс млн млрд трлн грн руб коп дол долл год хв рр р")
