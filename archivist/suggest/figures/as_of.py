# SPDX-License-Identifier: GPL-3.0-or-later
"""The day of which a figure is: “станом на 6 січня”, “по состоянию на”, “as of”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from archivist.suggest.dates import DateExpression
from archivist.suggest.figures.sentences import Sentences
from archivist.suggest.figures.tokens import Reader

_MARKERS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "uk": (("станом", "на"),),
        "ru": (("по", "состоянию", "на"), ("на", "момент")),
        "en": (("as", "of"), ("as", "at"), ("by", "the", "end", "of")),
    }
)
# “Не оновлювала даних із 6 січня”, “дані за 6 січня”, “data from 6 January”.
_DATA = {
    "uk": frozenset({"дані", "даних", "даними", "інформація", "інформації"}),
    "ru": frozenset({"данные", "данных", "данными", "данным", "информация", "информации"}),
    "en": frozenset({"data", "figures", "numbers"}),
}
_OF_DAY = {
    "uk": frozenset({"із", "з", "від", "за", "на"}),
    "ru": frozenset({"с", "от", "за", "на"}),
    "en": frozenset({"from", "since", "for", "of"}),
}
_REACH = 40  # characters from a marker to its date (“станом на ранок 8 січня”)


class AsOfDates:
    """The dates that a text gives its figures."""

    def __init__(self, reader: Reader, sentences: Sentences, dates: Sequence[DateExpression]) -> None:
        """`dates` in order."""
        self._reader = reader
        self._sentences = sentences
        self._dates = dates
        self._starts = [date.start for date in dates]
        self._found: dict[int, list[tuple[int, str]]] = {}

    def of(self, index: int) -> str:
        """The date, as EDTF, of the figure at this token: of its sentence, or else of the one before; or ""."""
        if not self._dates:
            return ""
        number = self._sentences.of(index)
        if here := self._in_sentence(number):
            before = [edtf for place, edtf in here if place <= index]
            return before[-1] if before else here[0][1]
        earlier = self._in_sentence(number - 1)
        return earlier[-1][1] if earlier else ""

    def _in_sentence(self, number: int) -> list[tuple[int, str]]:
        if number not in self._found:
            self._found[number] = list(self._read(number))
        return self._found[number]

    def _read(self, number: int) -> list[tuple[int, str]]:
        places = self._sentences.tokens(number)
        found = []
        for place in places:
            if length := self._marker(place):
                edtf = self._date_after(place, self._reader.at(min(place + length, places[-1] + 1) - 1).end)
                if edtf:
                    found.append((place, edtf))
        return found

    def _marker(self, index: int) -> int:
        """How many tokens of a marker begin here; 0 if none does."""
        reader, language = self._reader, self._reader.language
        for words in _MARKERS[language]:
            if reader.form(index) == words[0] and reader.matches(index, words):
                return len(words)
        if reader.form(index) in _DATA[language] and reader.form(index + 1) in _OF_DAY[language]:
            return 2
        return 0

    def _date_after(self, marker: int, end: int) -> str:
        """The date that begins within or shortly after the marker that ends at this offset."""
        place = bisect_left(self._starts, self._reader.at(marker).start)
        if place < len(self._dates) and self._starts[place] <= end + _REACH:
            between = self._reader.text[end : self._starts[place]]
            return "" if "\n" in between or ". " in between else self._dates[place].edtf
        return ""
