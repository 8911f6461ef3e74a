# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of a registry as sequences of words, and the patterns of words by which a text means them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from archivist.language import name_shapes
from archivist.language.name_shapes import Part
from archivist.language.name_words import NameWords
from archivist.language.normalise import CYRILLIC, fold, normalise

Pattern = tuple[int, ...]
"""Numbers of words, in the order in which they stand."""

_MOST_WORDS = 24  # of a name; what is longer is no name that a text repeats


class Sense(IntEnum):
    """What a pattern of words is of a name."""

    FULL = 0  # all of it, in any order that a person's name is written in
    SURNAME = 1  # of a person


@dataclass(slots=True, eq=False)  # not frozen: to make a frozen one takes several times as long
class Name:
    """One name of a record. It is never changed."""

    record: str
    written: str
    spelling: str
    """What it has in common with all that is written like it, letter by letter."""
    order: int  # in which it was added
    words: Pattern
    joined: Pattern
    """The words with those that have a hyphen in one piece; nothing if none has."""
    surname: tuple[int, int] | None
    """Which of the words are the surname, as [start, end), if it may be a person's name."""
    lower_case: bool
    """Whether no word of it has a capital, so that none is asked for in a text."""
    cyrillic: bool
    person: bool | None
    """Whether it is a person's name, if whoever added it knows."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """The words as they are written."""
        return tuple(name_shapes.parts_of_name(self.written))

    @property
    def given_names(self) -> tuple[Part, ...]:
        """What is not the surname."""
        start, end = self.surname or (0, 0)
        parts = self.parts
        return parts[:start] + parts[end:]


class NameTable:
    """All names: what NameIndex and the scan of a text look things up in."""

    def __init__(self) -> None:
        self.words = NameWords()
        self.patterns: dict[Pattern, list[tuple[Sense, Name]]] = {}
        self.beginnings: dict[Pattern, int] = {}
        """How many patterns go on from here."""
        self.acronyms: dict[str, list[Name]] = {}
        self.by_word: dict[int, dict[Name, None]] = {}
        self._by_record: dict[str, list[Name]] = {}
        self._count = 0

    def __contains__(self, record: str) -> bool:
        return record in self._by_record

    def __len__(self) -> int:
        return len(self._by_record)

    def add(self, record: str, written: str, *, person: bool | None) -> None:
        """Adds a name of a record. What holds no word is left out."""
        parts = tuple(name_shapes.parts_of_name(written))
        if not parts or len(parts) > _MOST_WORDS:
            return
        surname = None
        if person is not False:
            surname = name_shapes.place_of_surname(parts) if person else name_shapes.surname_of(parts)
        words = tuple([self.words.hold(part.text) for part in parts])
        name = Name(
            record,
            written,
            " ".join([fold(self.words.form(word)) for word in words]),
            self._count,
            words,
            self._hold_joined(parts),
            surname,
            written == written.lower(),
            CYRILLIC.search(written) is not None,
            person,
        )
        self._count += 1
        self._by_record.setdefault(record, []).append(name)
        for word in name.words:
            self.by_word.setdefault(word, {})[name] = None
        if name_shapes.is_acronym(written):
            self.acronyms.setdefault(fold(normalise(written)), []).append(name)
            return
        for pattern, sense in self._patterns_of(name, parts):
            self.patterns.setdefault(pattern, []).append((sense, name))
            for length in range(1, len(pattern)):
                beginning = pattern[:length]
                self.beginnings[beginning] = self.beginnings.get(beginning, 0) + 1

    def remove(self, record: str) -> None:
        """Removes all names of a record."""
        for name in self._by_record.pop(record):
            if name_shapes.is_acronym(name.written):
                alike = self.acronyms[fold(normalise(name.written))]
                alike.remove(name)
                if not alike:
                    del self.acronyms[fold(normalise(name.written))]
            else:
                self._remove_patterns(name)
            for word in dict.fromkeys(name.words):
                names = self.by_word[word]
                del names[name]
                if not names:
                    del self.by_word[word]
            for word in name.words + name.joined:
                self.words.drop(word)

    def _remove_patterns(self, name: Name) -> None:
        for pattern, sense in self._patterns_of(name, name.parts):
            senses = self.patterns[pattern]
            senses.remove((sense, name))
            if not senses:
                del self.patterns[pattern]
            for length in range(1, len(pattern)):
                beginning = pattern[:length]
                self.beginnings[beginning] -= 1
                if not self.beginnings[beginning]:
                    del self.beginnings[beginning]

    def _hold_joined(self, parts: tuple[Part, ...]) -> Pattern:
        if parts[-1].word == len(parts) - 1:
            return ()
        return tuple([self.words.hold(part.text) for part in name_shapes.joined_parts(parts)])

    def _patterns_of(self, name: Name, parts: tuple[Part, ...]) -> Iterator[tuple[Pattern, Sense]]:
        """The distinct patterns that mean a name, each with its sense."""
        patterns = dict.fromkeys(_orders(name.words, parts, name.surname))
        if name.joined:
            joined = name_shapes.joined_parts(parts)
            surname = name_shapes.place_of_surname(joined) if name.surname else None
            patterns |= dict.fromkeys(_orders(name.joined, joined, surname))
        yield from patterns


def _orders(words: Pattern, parts: Sequence[Part], surname: tuple[int, int] | None) -> Iterator[tuple[Pattern, Sense]]:
    """The orders in which the words of a name stand, and the surname alone."""
    yield words, Sense.FULL
    if surname is None:
        return
    start, end = surname
    last, given = words[start:end], words[:start] + words[end:]
    yield given + last, Sense.FULL
    yield last + given, Sense.FULL
    if len(given) > 1:
        of_given = [*parts[:start], *parts[end:]]
        first = given[: sum(part.word == of_given[0].word for part in of_given)]
        yield first + last, Sense.FULL
        yield last + first, Sense.FULL
    yield last, Sense.SURNAME


def spelling(written: str) -> str:
    """What two ways to write one name letter by letter have in common."""
    return " ".join(fold(normalise(part.text)) for part in name_shapes.parts_of_name(written))
