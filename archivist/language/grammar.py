# SPDX-License-Identifier: GPL-3.0-or-later
"""Parts of speech, cases and the nominative plural of Ukrainian and Russian words.

Whole parses are slow (about 0.03 ms a word): ask for the few words that matter, not for a text.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from archivist.language import lemmas
from archivist.language.normalise import normalise

_CACHED = 50_000
_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct", "gen2", "loc2")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_PLURALS = {"дитина": "діти", "людина": "люди"}  # the dictionary has “дитини” first
_LONGEST = 60  # letters of a word that is looked up; what is longer is no word


class Reading(NamedTuple):
    """One thing that a form may be."""

    lemma: str
    part: str
    """As pymorphy3 names it: NOUN, ADJF, VERB…; "" where it has no part of speech."""
    case: str
    """nomn, gent, datv, accs, ablt, loct or voct; "" where there is none, or where all are alike."""
    plural: bool
    animate: bool
    name: bool
    """A first name, surname, patronymic, place or organisation."""

    @property
    def is_adjective(self) -> bool:
        """Also a full participle."""
        return self.part in _ADJECTIVES


class Agreeing(NamedTuple):
    """One thing that a form may be, as far as other words agree with it."""

    part: str
    """As in a Reading."""
    case: str
    """As in a Reading."""
    gender: str
    """masc, femn or neut; "" where it does not matter."""
    plural: bool


class Form(NamedTuple):
    """One thing that a form may be, with what that is in the nominative of the same number and gender."""

    nominative: str
    part: str
    case: str
    """As in a Reading, but "" for what is not inflected: Алмати."""
    gender: str
    """masc, femn or neut; "" where it does not matter."""
    plural: bool
    name: bool
    """A first name, surname or patronymic."""
    listed: bool
    """Whether the dictionary has it."""
    likelihood: float
    """0 to 1; of Ukrainian words nothing is known, and all have the same."""


@lru_cache(_CACHED)
def forms_of(word: str, language: str) -> tuple[Form, ...]:
    """What a form of uk or ru may be as a noun or an adjective, likelier ones first."""
    listed = lemmas.is_listed(normalise(word), language)
    is_spelled_out = "ё" in word
    forms = (_form(parse, language, listed=listed) for parse in _parses(word, language) if _has_case(parse))
    return tuple(
        each if is_spelled_out else each._replace(nominative=each.nominative.replace("ё", "е")) for each in forms
    )


@lru_cache(_CACHED)
def readings(word: str, language: str) -> tuple[Reading, ...]:
    """What a form of uk or ru may be, likelier readings first; guesses for a word that is not listed."""
    return tuple(_reading(parse) for parse in _parses(word, language))


@lru_cache(_CACHED)
def agreeing(word: str, language: str) -> tuple[Agreeing, ...]:
    """What a form of uk or ru may be, each once, likelier readings first."""
    found = (
        Agreeing(reading.part, reading.case, _first(_GENDERS, parse[1].grammemes), reading.plural)
        for parse in _parses(word, language)
        for reading in [_reading(parse)]
    )
    return tuple(dict.fromkeys(found))


@lru_cache(_CACHED)
def nominative(word: str, language: str, part: str, *, plural: bool) -> str:
    """The form in the nominative, read as this part of speech; as it is where it has no such form.

    It is spelled without ё where the given word is, for a text seldom has that letter.
    """
    for parse in _parses(word, language):
        if plural and parse[2] in _PLURALS:
            return _PLURALS[parse[2]]
        if _reading(parse).part == part and (found := _inflected(parse, language, plural=plural)):
            return found if "ё" in word else found.replace("ё", "е")
    return normalise(word)


def _parses(word: str, language: str) -> list[Any]:
    parses: list[Any] = lemmas.analyzer(language).parse(normalise(word[:_LONGEST]))
    return parses


def _has_case(parse: Any) -> bool:
    return not _ADJECTIVES.isdisjoint(parse[1].grammemes) or "NOUN" in parse[1].grammemes


def _form(parse: Any, language: str, *, listed: bool) -> Form:
    grammemes, reading = parse[1].grammemes, _reading(parse)
    fixed = "Fixd" in grammemes
    inflected = parse[0] if fixed else _inflected(parse, language, plural=reading.plural)
    return Form(
        nominative=inflected or parse[2],
        part=reading.part,
        case="" if fixed else reading.case,
        gender=_first(("masc", "femn", "neut"), grammemes),
        plural=reading.plural,
        name=not _OF_PERSONS.isdisjoint(grammemes),
        listed=listed,
        likelihood=parse[3],
    )


def _reading(parse: Any) -> Reading:
    grammemes = parse[1].grammemes
    return Reading(
        lemma=parse[2],
        part=next((part for part in _PARTS if part in grammemes), ""),
        case=_first(_CASES, grammemes).replace("gen2", "gent").replace("loc2", "loct"),
        plural="plur" in grammemes,
        animate="anim" in grammemes,
        name=not _NAMES.isdisjoint(grammemes),
    )


_PARTS = (
    "NOUN",
    "ADJF",
    "ADJS",
    "PRTF",
    "PRTS",
    "VERB",
    "INFN",
    "GRND",
    "ADVB",
    "NPRO",
    "NUMR",
    "PREP",
    "CONJ",
    "PRCL",
)
# What an inflected form has in common with the one it is made from.
_KEPT = frozenset({*_PARTS, "actv", "pssv", "past", "pres"})
_GENDERS = frozenset({"masc", "femn", "neut"})
_OF_PERSONS = frozenset({"Name", "Surn", "Patr"})
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})


def _first(choices: Iterable[str], grammemes: frozenset[str]) -> str:
    return next((choice for choice in choices if choice in grammemes), "")


def _inflected(parse: Any, language: str, *, plural: bool) -> str:
    """Of several forms, as of “хорошие” and “лучшие”, the one that begins most like the given word."""
    from pymorphy3.analyzer import Parse

    forms = [
        str(form[0])
        for form in lemmas.analyzer(language).get_lexeme(Parse(*parse))
        if "nomn" in form[1].grammemes
        and ("plur" in form[1].grammemes) == plural
        and parse[1].grammemes & _KEPT <= form[1].grammemes
        and (plural or _same_gender(parse, form))
    ]
    return max(forms, key=lambda form: _shared_letters(form, parse[0]), default="")


def _shared_letters(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    shorter = min(len(one), len(other))
    return next((place for place in range(shorter) if one[place] != other[place]), shorter)


def _same_gender(parse: Any, form: Any) -> bool:
    wanted = _GENDERS & parse[1].grammemes
    return not wanted or bool(wanted & form[1].grammemes)
