# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers in words: “двадцять п'ять тисяч триста”, “two hundred and five”, “полтора миллиона”."""

from __future__ import annotations

from archivist.language.number_words import AND_A_HALF, MAGNITUDES, ONE_AND_A_HALF, SIMPLE
from archivist.suggest.figures.magnitudes import magnitude_at
from archivist.suggest.figures.tokens import Reader

_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_ONE_AND_A_HALF = 1.5
_MOST_DECIMALS = 6


class SpelledNumber:
    """A number in words, read from left to right: each word is smaller than the one before, or multiplies it."""

    def __init__(self, reader: Reader, start: int) -> None:
        self._reader = reader
        self._start = start
        self.end = start
        self._total = 0.0
        self._group = 0.0
        self._room = _THOUSAND  # what the next word of the group must be less than
        self._magnitude = 0  # the last one that closed a group

    def read(self) -> None:
        """Takes every word that continues the number."""
        while (self.end == self._start or self._reader.on_one_line(self.end)) and self._take():
            pass

    @property
    def value(self) -> float:
        """What was read."""
        return self._total + self._group

    @property
    def magnitude(self) -> int:
        """The last magnitude that was read; 1 where there was none."""
        return self._magnitude or 1

    def _take(self) -> bool:
        form, language = self._reader.form(self.end), self._reader.language
        if (value := SIMPLE[language].get(form)) is not None:
            return self._take_simple(value)
        if form in ONE_AND_A_HALF[language] and not self._group:
            self._group, self._room = _ONE_AND_A_HALF, 0
            self.end += 1
            return True
        if found := magnitude_at(self._reader, self.end) if self.end > self._start else self._first_magnitude():
            return self._take_magnitude(*found)
        if form == "point" and language == "en" and self._group:
            return self._take_decimals()
        return self._take_half() or (form == "and" and language == "en" and self._take_and())

    def _first_magnitude(self) -> tuple[int, int] | None:
        value = MAGNITUDES[self._reader.language].get(self._reader.form(self.end))
        return None if value is None else (value, self.end + 1)

    def _take_simple(self, value: int) -> bool:
        scale = _HUNDRED if value >= _HUNDRED else _TEN if value >= 2 * _TEN else 1
        # After tens come one to nine, after hundreds anything smaller.
        if value >= self._room or (self._room == _TEN and value >= _TEN) or (self._group and value == 0):
            return False
        self._group += value
        self._room = scale if scale > 1 else 0
        self.end += 1
        return True

    def _take_magnitude(self, value: int, end: int) -> bool:
        if value < _THOUSAND:
            if self._group >= value and self._group != _ONE_AND_A_HALF:
                return False
            self._group = (self._group or 1) * value
            self._room = value
        else:
            if (self._magnitude and value >= self._magnitude) or (self._magnitude and not self._group):
                return False
            self._total += (self._group or 1) * value
            self._group, self._room, self._magnitude = 0, _THOUSAND, value
        self.end = end
        return True

    def _take_half(self) -> bool:
        for words in AND_A_HALF[self._reader.language]:
            if self._reader.matches(self.end, words):
                if self._group:
                    self._group += 0.5
                elif self._magnitude:
                    self._total += self._magnitude / 2
                else:
                    return False
                self._room = 0
                self.end += len(words)
                return True
        return False

    def _take_and(self) -> bool:
        """“three hundred and five”: between a hundred or a magnitude and what is smaller."""
        following = SIMPLE["en"].get(self._reader.form(self.end + 1))
        if following is None or not (self._room == _HUNDRED or (self._magnitude and not self._group)):
            return False
        self.end += 1
        if self._take_simple(following):
            return True
        self.end -= 1
        return False

    def _take_decimals(self) -> bool:
        end, digits = self.end + 1, ""
        while (value := SIMPLE["en"].get(self._reader.form(end))) is not None and len(digits) < _MOST_DECIMALS:
            digits += str(value)
            end += 1
        if not digits:
            return False
        self._group += float(f"0.{digits}")
        self._room = 0
        self.end = end
        return True
