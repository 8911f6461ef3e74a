# SPDX-License-Identifier: GPL-3.0-or-later
"""What a number counts: the noun after it, or what the verb beside it says.

“18 поліцейських” counts “поліцейські”; “загинуло 18 людей”, “26 загинули” and “майже 400 було
госпіталізовано” count “загиблі” and “госпіталізовані”.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from archivist.language.grammar import nominative, readings
from archivist.suggest.figures import counted_english, counted_slavic
from archivist.suggest.figures.amounts import Amount
from archivist.suggest.figures.counted_things import Counted
from archivist.suggest.figures.people_words import ENGLISH_ACTOR_ENDINGS, NUMBER_OF, PEOPLE, outcome_of
from archivist.suggest.figures.tokens import Reader, Sort

_SHORTEST_PARTICIPLE = 5  # letters
_NUMBER_OF_WITHIN = 12  # words from “кількість” to its number
_VERB_WITHIN = 5  # words from a number to its verb
# What ends the clause of a number. “Та” and “і” join clauses more often than words there.
_CLAUSE_ENDS = {
    "uk": frozenset({"та", "і", "й", "а", "але", "що", "де", "коли", "який", "яка", "яке", "які", "яких", "або"}),
    "ru": frozenset({"и", "а", "но", "что", "где", "когда", "который", "которая", "которые", "которых", "или"}),
    "en": frozenset({"and", "but", "that", "which", "who", "while", "when", "where", "after", "or", "as"}),
}
# “З-поміж”, “серед”: what follows is the whole of which some are counted.
_IMPERSONAL = ("ано", "ено", "ито", "уто", "ято", "ото")


def noun_after(reader: Reader, index: int, amount: Amount) -> Counted | None:
    """The noun phrase from this token on that the number counts."""
    if reader.language == "en":
        return counted_english.noun_after(reader, index, one=amount.high == 1)
    return counted_slavic.noun_after(reader, index, amount)


def whole_after(reader: Reader, index: int) -> Counted | None:
    """The noun phrase from this token on of which a share or a measure is: “12% жителів”, “5 tons of fuel”."""
    if reader.language == "en":
        return counted_english.noun_of_whole(reader, index)
    return counted_slavic.noun_of_whole(reader, index)


def beside(reader: Reader, start: int, end: int, noun: Counted | None) -> Counted | None:
    """The noun, if it says more than that people are counted, with what the verb beside the number says.

    [start, end) are the tokens of the amount, its approximation and its unit.
    """
    after = noun.end if noun else end
    outcome = _outcome_near(reader, start, after)
    if noun and outcome and reader.language == "en" and noun.text.endswith(ENGLISH_ACTOR_ENDINGS):
        noun = replace(noun, people=True)
    if noun is None:
        if outcome:
            return Counted(outcome, people=True, end=end, noun=False)
        return (
            _of_number_of(reader, start, end)
            or _genitive_before(reader, start, end)
            or _by_impersonal(reader, start, end)
        )
    if noun.people and not outcome and noun.text == PEOPLE[reader.language]:
        said = _said_before(reader, start, end)
        return replace(noun, text=said.text) if said else noun
    if not noun.people or not outcome:
        return noun
    if noun.text == PEOPLE[reader.language]:
        return Counted(outcome, people=True, end=noun.end, noun=True)
    if outcome_of(noun.text.split()[0], reader.language):
        return noun
    return Counted(f"{outcome} {noun.text}", people=True, end=noun.end, noun=True)


def _outcome_near(reader: Reader, start: int, after: int) -> str:
    return _outcome(reader, range(after, after + _VERB_WITHIN)) or _outcome(
        reader, range(start - 1, start - 1 - _VERB_WITHIN, -1)
    )


def _outcome(reader: Reader, places: range) -> str:
    """What the first telling word of the clause says, walking away from the number."""
    language = reader.language
    for place in places:
        token = reader.at(place)
        if token.sort is not Sort.WORD or token.form in _CLAUSE_ENDS[language]:
            return ""
        # Walking on, the space before a token is crossed; walking back, the one after it.
        if not reader.on_one_line(place if places.step > 0 else place + 1):
            return ""
        if (found := outcome_of(token.form, language)) and _is_predicate(token.form, language):
            return found
    return ""


@lru_cache(10_000)
def _is_predicate(form: str, language: str) -> bool:
    """Whether an outcome is said by a verb or a noun of it, and not of other people (“серед поранених”)."""
    if language == "en":
        return True
    found = readings(form, language)
    return not any(reading.is_adjective and reading.case not in ("nomn", "") for reading in found) or any(
        reading.case == "nomn" for reading in found
    )


def _said_before(reader: Reader, start: int, end: int) -> Counted | None:
    return _of_number_of(reader, start, end) or _genitive_before(reader, start, end)


def _of_number_of(reader: Reader, start: int, end: int) -> Counted | None:
    """“Кількість хворих сягнула 37”, “the number of cases rose to 37”."""
    words = NUMBER_OF[reader.language]
    for place in range(start - 1, max(start - 1 - _NUMBER_OF_WITHIN, -1), -1):
        if reader.at(place).sort not in (Sort.WORD, Sort.NUMBER):
            return None
        if reader.form(place) in words:
            noun = whole_after(reader, place + 1)
            return replace(noun, end=end, noun=False) if noun else None
    return None


def _genitive_before(reader: Reader, start: int, end: int) -> Counted | None:
    """“Пострадавших больше 80”, “загиблих — 12”: people before their number."""
    if reader.language == "en":
        return None
    place = start - 1
    while place > start - 4 and reader.form(place) in ("—", "–", "-", ":", "вже", "уже", "було", "было"):
        place -= 1
    token = reader.at(place)
    if token.sort is not Sort.WORD or not reader.on_one_line(place + 1):
        return None
    people = counted_slavic.people_in_genitive(reader, place)
    return Counted(people, people=True, end=end, noun=False) if people else None


def _by_impersonal(reader: Reader, start: int, end: int) -> Counted | None:
    """“Знищено 18”, “18 звільнено”: what was done to things that are not named."""
    if reader.language == "en":
        return None
    for place in (end, end + 1, start - 1, start - 2):
        form = reader.form(place)
        if reader.at(place).sort is Sort.WORD and len(form) >= _SHORTEST_PARTICIPLE and form.endswith(_IMPERSONAL):
            return _made(form, reader.language, end)
        if place in (end, start - 1) and reader.at(place).sort is not Sort.WORD:
            continue
    return None


def _made(form: str, language: str, end: int) -> Counted | None:
    ending = "ий" if language == "uk" else "ный" if form.endswith("но") else "ый"
    adjective = form[:-1] + ending
    if not any(reading.is_adjective for reading in readings(adjective, language)[:3]):
        return None
    part = next(reading.part for reading in readings(adjective, language) if reading.is_adjective)
    return Counted(nominative(adjective, language, part, plural=True), people=False, end=end, noun=False)
