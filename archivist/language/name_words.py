# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that the names of a registry are made of, each once, found by any of their forms."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from archivist.language.names import Declension, form_readings, name_keys
from archivist.language.normalise import fold, normalise
from archivist.language.transliteration import beginnings

_MANY = 200  # additions after which sorting once costs less than inserting


class SortedKeys:
    """(key, number) pairs in order, of which those with a given beginning are found."""

    def __init__(self) -> None:
        self._sorted: list[tuple[str, int]] = []
        self._added: list[tuple[str, int]] = []

    def add(self, key: str, number: int) -> None:
        self._added.append((key, number))

    def remove(self, key: str, number: int) -> None:
        self._settle()
        place = bisect_left(self._sorted, (key, number))
        if self._sorted[place : place + 1] == [(key, number)]:
            del self._sorted[place]

    def beginning_with(self, beginning: str) -> Iterator[tuple[str, int]]:
        """The pairs whose key begins so, in order."""
        self._settle()
        place = bisect_left(self._sorted, (beginning, -1))
        while place < len(self._sorted) and self._sorted[place][0].startswith(beginning):
            yield self._sorted[place]
            place += 1

    def _settle(self) -> None:
        if len(self._added) > _MANY:
            self._sorted.extend(self._added)
            self._sorted.sort()
        else:
            for pair in self._added:
                insort(self._sorted, pair)
        self._added.clear()


class NameWords:
    """Each distinct word of the names under a number, for as long as a name holds it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._held: dict[int, int] = {}
        self._forms: dict[int, str] = {}
        # Tuples, not lists: what holds numbers alone is nothing for the garbage collector to visit.
        self._by_key: dict[str, tuple[tuple[int, int], ...]] = {}
        self._by_spelling = SortedKeys()
        self._by_skeleton = SortedKeys()
        self._next = 0

    def hold(self, word: str) -> int:
        """The number of a word as it is written in a name; it counts who holds it."""
        form = normalise(word)
        number = self._numbers.get(form)
        if number is None:
            number = self._numbers[form] = self._next
            self._next += 1
            self._held[number] = 0
            self._forms[number] = form
            for key, declensions in name_keys(form):
                self._by_key[key] = (*self._by_key.get(key, ()), (number, declensions))
                if declensions & Declension.WHOLE:
                    self._by_skeleton.add(key, number)
            self._by_spelling.add(fold(form), number)
        self._held[number] += 1
        return number

    def drop(self, number: int) -> None:
        """Lets go of a word that hold() gave."""
        self._held[number] -= 1
        if self._held[number]:
            return
        form = self._forms.pop(number)
        del self._held[number], self._numbers[form]
        for key, declensions in name_keys(form):
            left = tuple(each for each in self._by_key.pop(key) if each != (number, declensions))
            if left:
                self._by_key[key] = left
            if declensions & Declension.WHOLE:
                self._by_skeleton.remove(key, number)
        self._by_spelling.remove(fold(form), number)

    def form(self, number: int) -> str:
        """A word as it is written in names, normalised."""
        return self._forms[number]

    def numbers_of(self, form: str, language: str) -> dict[int, bool]:
        """The words that a form may be, each with whether it stands there in its dictionary form."""
        found: dict[int, bool] = {}
        by_key = self._by_key
        for key, declensions in form_readings(form, language):
            for number, of_word in by_key.get(key, ()):
                if common := declensions & of_word:
                    found[number] = found.get(number, False) or bool(common & Declension.WHOLE)
        return found

    def beginning_with(self, typed: str) -> Iterator[tuple[int, bool]]:
        """The words that begin as is typed, each with whether they are spelled so; those first."""
        seen: set[int] = set()
        form = fold(normalise(typed))
        for _, number in self._by_spelling.beginning_with(form):
            seen.add(number)
            yield number, True
        for beginning in beginnings(typed):
            if beginning:
                for _, number in self._by_skeleton.beginning_with(beginning):
                    if number not in seen:
                        seen.add(number)
                        yield number, False
