# SPDX-License-Identifier: GPL-3.0-or-later
"""Every mention of a registry's names in a text.

Three steps: what the words of the text can be taken for, the longest first; which of the readings
stand on their own words; and what the surnames alone mean, given the full names around them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from archivist.language.name_evidence import Evidence
from archivist.language.name_shapes import acronym_within
from archivist.language.name_table import Name, NameTable, Pattern, Sense
from archivist.language.normalise import fold, normalise
from archivist.language.text_tokens import Token, tokens

_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ('"', '"'))
_TELLING_WORDS = 3  # of a name, to be told without a capital
_TELLING_LETTERS = 4  # of a name of one word, to be told in another script
_MOST_STATES = 64  # ways to read some words that are followed at once

# How sure it is that words mean the record, by what they are.
_FULL = 0.95
_WITH_INITIALS = 0.85
_PART_OF_GIVEN_NAME = 0.85
_LOWER_CASE = 0.7
_ACRONYM = 0.9
_SINGLE = 0.9
_SINGLE_IN_OTHER_SCRIPT = 0.8  # and times the factor below
_ORDINARY = 0.6
_GIVEN_NAME_ALONE = 0.6
_SURNAME_AFTER = 0.9
_SURNAME_BEFORE = 0.8
_SURNAME_UNAMBIGUOUS = 0.7
_OTHER_SCRIPT = 0.9  # factors
_INFLECTED = 0.99
_AMBIGUOUS = 0.5
_UNKNOWN_BEFORE = 0.7


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a text that mean a record: [start, end) in code points."""

    start: int
    end: int
    ids: tuple[str, ...]
    """The records that they may mean, the likeliest first."""
    certainty: float
    """That they mean the first of them, 0 to 1."""


@dataclass(slots=True)
class _Reading:
    """Tokens [first, last) taken for a name."""

    first: int
    last: int
    senses: list[tuple[Name, float]]
    """What they are as they stand."""
    surnames: list[tuple[Name, float]] = field(default_factory=list)
    """The persons who bear it, if it may be a surname alone."""


@dataclass(slots=True)
class _State:
    """Some words of a pattern, found up to a token."""

    pattern: Pattern
    at: int
    whole: bool
    used: list[int] = field(default_factory=list)


def scan(table: NameTable, text: str, language: str) -> list[Mention]:
    """The mentions in order, none overlapping another."""
    return _Scan(table, text, language).mentions()


class _Scan:
    def __init__(self, table: NameTable, text: str, language: str) -> None:
        self._table = table
        self._text = text
        self._language = language
        self._tokens = tokens(text)
        self._evidence = Evidence(table, self._tokens, language)
        self._numbers: dict[str, dict[int, bool]] = {}

    def mentions(self) -> list[Mention]:
        readings = self._readings()
        spoken_of = self._persons_with_full_names(readings)
        corroborated = {name.record for each in readings for name, certainty in each.senses if certainty > 0}
        found = []
        for each in readings:
            of_surname = self._surname_alone(each, spoken_of) if each.surnames else []
            if mention := self._mention(each, [*of_surname, *each.senses], corroborated):
                found.append(mention)
        return found

    def _readings(self) -> list[_Reading]:
        readings: list[_Reading] = []
        at = 0
        while at < len(self._tokens):
            reading = self._longest(at)
            if reading is None:
                at += 1
                continue
            if reading.surnames:
                self._take_in_given_name(reading, readings[-1].last if readings else 0)
            readings.append(reading)
            at = reading.last
        return readings

    def _longest(self, at: int) -> _Reading | None:
        """The longest reading that begins at a token and may stand."""
        if self._tokens[at].initial:
            return self._initials_and_surname(at)
        found: dict[int, list[_State]] = {}
        for state in self._complete(at):
            found.setdefault(state.at, []).append(state)
        for last in sorted(found, reverse=True):
            if reading := self._reading(at, last, found[last]):
                return reading
        return self._acronym(at)

    def _complete(self, at: int) -> Iterator[_State]:
        """Every pattern that the tokens from here on fit."""
        patterns, beginnings = self._table.patterns, self._table.beginnings
        states = [_State((), at, whole=True)]
        while states:
            following: list[_State] = []
            for state in states:
                for step in self._steps(state, first=at):
                    if step.pattern in patterns:
                        yield step
                    if step.pattern in beginnings and len(following) < _MOST_STATES:
                        following.append(step)
            states = following

    def _steps(self, state: _State, *, first: int) -> Iterator[_State]:
        """The state with one more token, and, in a person's name, past a patronymic or an initial."""
        at = state.at
        if at >= len(self._tokens) or (at > first and not self._tokens[at].joins):
            return
        token = self._tokens[at]
        if at > first and token.skippable and at + 1 < len(self._tokens) and self._tokens[at + 1].joins:
            yield from self._with_token(state, self._tokens[at + 1], at + 2, patronymic=True)
        yield from self._with_token(state, token, at + 1)

    def _with_token(self, state: _State, token: Token, after: int, *, patronymic: bool = False) -> Iterator[_State]:
        beginnings = self._table.beginnings
        ways = [token.parts] if len(token.parts) == 1 else [token.parts, (token.joined,)]
        for parts in ways:
            partial = [(state.pattern, state.whole)]
            for number, part in enumerate(parts):
                numbers = self._numbers_of(part)
                last = number == len(parts) - 1
                partial = [
                    ((*pattern, word), whole and as_it_is)
                    for pattern, whole in partial
                    for word, as_it_is in numbers.items()
                    if last or (*pattern, word) in beginnings
                ]
                if not partial:
                    break
            for pattern, whole in partial:
                if not patronymic or self._is_of_a_person(pattern):
                    yield _State(pattern, after, whole)

    def _is_of_a_person(self, pattern: Pattern) -> bool:
        return any(name.surname for _, name in self._table.patterns.get(pattern, ()))

    def _numbers_of(self, form: str) -> dict[int, bool]:
        numbers = self._numbers.get(form)
        if numbers is None:
            numbers = self._numbers[form] = self._table.words.numbers_of(form, self._language)
        return numbers

    def _reading(self, first: int, last: int, states: Sequence[_State]) -> _Reading | None:
        """What tokens may be taken for by these patterns: names as a whole, or else surnames."""
        full: dict[Name, float] = {}
        surnames: dict[Name, float] = {}
        for state in states:
            for sense, name in self._table.patterns.get(state.pattern, ()):
                certainty = self._certainty_of(sense, name, first, last)
                if certainty is None:
                    continue
                factor = (1 if state.whole else _INFLECTED) * self._factor_of_script(name, first)
                known = full if sense is Sense.FULL else surnames
                known[name] = max(known.get(name, -1), certainty * factor)
        if not full and not surnames:
            return None
        return _Reading(first, last, list(full.items()), list(surnames.items()))

    def _certainty_of(self, sense: Sense, name: Name, first: int, last: int) -> float | None:
        """How sure the words are if they are taken for a name; 0 if only with the support of others."""
        span = self._tokens[first:last]
        capitals = [token.capital for token in span]
        if not self._same_script(name, first) and self._looks_like_words(name, span):
            return None
        if sense is Sense.SURNAME:
            if not all(capitals) or not self._evidence.is_person(name):
                return None
            # In another script a surname may look like any word.
            if not self._same_script(name, first) and self._evidence.is_ordinary(span[-1]):
                return None
            return _SURNAME_AFTER
        # “Нурсултан” is one word, and Нур-Султан without its hyphen.
        if last - first == 1 and len(span[0].parts) == 1:
            return self._certainty_of_single(name, first)
        if name.lower_case or (any(capitals) and not name.surname):
            return _FULL
        if name.surname:
            return _FULL if all(capitals) else None
        return _LOWER_CASE if len(name.words) >= _TELLING_WORDS else None

    def _looks_like_words(self, name: Name, span: Sequence[Token]) -> bool:
        """Whether a name of another script may be spelled like any words by chance."""
        short = any(len(self._table.words.form(word)) == 1 for word in name.words)
        return short or (name.surname is not None and all(map(self._evidence.is_ordinary, span)))

    def _certainty_of_single(self, name: Name, at: int) -> float | None:
        token = self._tokens[at]
        if name.lower_case:
            return _SINGLE if self._same_script(name, at) else None
        if not token.capital:
            return _SINGLE if token.text == name.written else None
        if self._evidence.is_given_name(token):
            doubtful = not self._same_script(name, at) or (token.opens_sentence and self._evidence.is_ordinary(token))
            return None if doubtful else _GIVEN_NAME_ALONE
        distinctive = not self._evidence.is_ordinary(token) or self._evidence.is_country(token)
        if self._same_script(name, at):
            return _SINGLE if distinctive else 0 if token.opens_sentence else _ORDINARY
        if distinctive:
            return _SINGLE_IN_OTHER_SCRIPT if len(token.text) >= _TELLING_LETTERS else None
        return None if token.opens_sentence else _ORDINARY * _AMBIGUOUS

    def _factor_of_script(self, name: Name, at: int) -> float:
        return 1 if self._same_script(name, at) else _OTHER_SCRIPT

    def _same_script(self, name: Name, at: int) -> bool:
        return name.cyrillic == self._tokens[at].cyrillic

    def _acronym(self, at: int) -> _Reading | None:
        found = acronym_within(self._tokens[at].text)
        names = self._table.acronyms.get(fold(normalise(found[0])), ()) if found else ()
        if not found or not names:
            return None
        certainty = _ACRONYM * (_INFLECTED if found[1] else 1)
        return _Reading(at, at + 1, [(name, certainty) for name in names])

    def _initials_and_surname(self, at: int) -> _Reading | None:
        """“К.-Ж. Токаєв”: one or more initials and the surname of someone whose given name begins so."""
        surname = at
        while surname < len(self._tokens) and self._tokens[surname].initial and surname < at + 4:
            surname += 1
        if surname >= len(self._tokens) or not self._tokens[surname].joins:
            return None
        reading = self._longest(surname) if not self._tokens[surname].initial else None
        if reading is None or not reading.surnames:
            return None
        fitting = [
            (name, _WITH_INITIALS * self._factor_of_script(name, surname))
            for name, _ in reading.surnames
            if self._evidence.begins_with(name, self._tokens[at].text)
        ]
        return _Reading(at, reading.last, fitting) if fitting else None

    def _take_in_given_name(self, reading: _Reading, free_from: int) -> None:
        """Lets a surname reach back over a given name that is a part of the person's, or forward over initials."""
        before, after = reading.first - 1, reading.last
        if before >= free_from and self._tokens[reading.first].joins and self._tokens[before].capital:
            numbers = {number for part in self._tokens[before].parts for number in self._numbers_of(part)}
            fitting = [name for name, _ in reading.surnames if self._evidence.has_given_name(name, numbers)]
            if fitting:
                reading.first = before
                self._stands_as_full(reading, fitting, _PART_OF_GIVEN_NAME)
                return
        if after < len(self._tokens) and self._tokens[after].joins and self._tokens[after].initial:
            fitting = [
                name for name, _ in reading.surnames if self._evidence.begins_with(name, self._tokens[after].text)
            ]
            while fitting and after < len(self._tokens) and self._tokens[after].initial and after < reading.last + 3:
                after += 1
            if fitting:
                reading.last = after
                self._stands_as_full(reading, fitting, _WITH_INITIALS)

    def _stands_as_full(self, reading: _Reading, names: Iterable[Name], certainty: float) -> None:
        at = reading.last - 1
        reading.senses = [(name, certainty * self._factor_of_script(name, at)) for name in names]
        reading.surnames = []

    def _persons_with_full_names(self, readings: Iterable[_Reading]) -> dict[str, list[int]]:
        """Where each person is named in full: token numbers by record."""
        places: dict[str, list[int]] = {}
        for each in readings:
            for name, certainty in each.senses:
                if name.surname and certainty > 0:
                    places.setdefault(name.record, []).append(each.first)
        return places

    def _surname_alone(self, reading: _Reading, spoken_of: dict[str, list[int]]) -> list[tuple[Name, float]]:
        """What a surname means: who is named in full nearby, or the only one of the registry."""
        at = reading.first
        candidates = [
            name for name, _ in reading.surnames if not self._evidence.is_another(name, reading.first, reading.last)
        ]
        doubt = _UNKNOWN_BEFORE if self._evidence.unknown_name_before(at) else 1
        before: list[tuple[int, Name]] = []
        after: list[tuple[int, Name]] = []
        for name in candidates:
            places = spoken_of.get(name.record, ())
            earlier = [place for place in places if place < at]
            if earlier:
                before.append((at - earlier[-1], name))
            elif places:
                after.append((places[0] - at, name))
        for near, certainty in ((before, _SURNAME_AFTER), (after, _SURNAME_BEFORE)):
            if near:
                near.sort(key=lambda each: (not self._same_script(each[1], at), each[0], each[1].order))
                return [
                    (name, certainty * doubt * self._factor_of_script(name, at) - place * 0.001)
                    for place, (_, name) in enumerate(near)
                ]
        own = [name for name in candidates if self._same_script(name, at)]
        if len({name.record for name in own}) != 1 or not self._evidence.only_a_surname(self._tokens[at]):
            return []
        return [(own[0], _SURNAME_UNAMBIGUOUS * doubt)]

    def _mention(
        self, reading: _Reading, senses: Iterable[tuple[Name, float]], corroborated: set[str]
    ) -> Mention | None:
        best: dict[str, tuple[float, int]] = {}
        for name, certainty in senses:
            if certainty == 0 and name.record not in corroborated:
                continue
            ranked = (-(certainty or _ORDINARY), name.order)
            if name.record not in best or ranked < best[name.record]:
                best[name.record] = ranked
        if not best:
            return None
        ids = sorted(best, key=best.__getitem__)
        certainty = -best[ids[0]][0]
        # Another record is as likely unless it is known in another script only.
        if len(ids) > 1 and -best[ids[1]][0] > certainty * (_OTHER_SCRIPT + 0.02):
            certainty *= _AMBIGUOUS
        start, end = self._tokens[reading.first].start, self._end(reading)
        return Mention(start, end, tuple(ids), round(certainty, 3))

    def _end(self, reading: _Reading) -> int:
        """Where a mention ends: with the full stop of an initial, and the quotation mark that was opened in it."""
        last = self._tokens[reading.last - 1]
        after = self._text[last.end : last.end + 1]
        if last.initial and after == "." and reading.last - reading.first > 1:
            return last.end + 1
        quoted = self._text[self._tokens[reading.first].start : last.end]
        for opening, closing in _QUOTES:
            if after == closing and quoted.count(opening) > (quoted.count(closing) if opening != closing else 0):
                return last.end + 1
        return last.end
