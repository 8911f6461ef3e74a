# SPDX-License-Identifier: GPL-3.0-or-later
"""The Ukrainian or Russian noun that a number counts, found by the case that the number asks for."""

from __future__ import annotations

from functools import lru_cache

from archivist.language.grammar import Reading, nominative, readings
from archivist.language.number_words import COLLECTIVE
from archivist.suggest.figures.amounts import Amount
from archivist.suggest.figures.counted_things import Counted
from archivist.suggest.figures.people_words import (
    ANIMALS,
    ANYONE,
    COUNTED_ACRONYMS,
    GROUPS_OF_PEOPLE,
    PEOPLE,
    THINGS_DONE,
)
from archivist.suggest.figures.tokens import Reader, Sort
from archivist.suggest.figures.word_lists import word_set

_SHORTEST = 3  # letters of a word that is counted
_TEN, _TWENTY, _HUNDRED = 10, 20, 100
_TWO_TO_FOUR = range(2, 5)
_MOST_ADJECTIVES = 3
_OBLIQUE = frozenset({"gent", "datv", "ablt", "loct"})
_ADVERBS_TOO = frozenset({"дома", "раза", "часа"})
_FUNCTION_WORDS = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "INTJ", "ADVB"})
# What says nothing without the noun after it: “випадків зараження”, “одиниць техніки”.
_CONTAINERS = word_set("""
    випадок одиниця факт пара екземпляр примірник повідомлення заява спроба місце доза комплект вид тип
    случай единица факт пара экземпляр сообщение заявление попытка место доза комплект вид тип
    """)
# Pronouns between a number and its noun.
_OTHERS = word_set("""
    його її їх інших іншим іншими інші таких такі цих ці своїх наших їхніх
    его ее их других другие таких такие этих эти
    """)
_PARTICIPLES = ("аний", "ений", "итий", "утий", "ілий", "алий", "щий", "вший")
_MASS = frozenset({"населення", "население", "гроші", "деньги", "персонал"})


def noun_after(reader: Reader, index: int, amount: Amount) -> Counted | None:
    """The noun phrase from this token on that agrees with the number."""
    language = reader.language
    words: list[tuple[int, Reading]] = []
    place = index
    if reader.form(place) in _OTHERS:
        place += 1
    if reader.at(place).text in COUNTED_ACRONYMS and reader.on_one_line(place):
        return Counted(reader.at(place).text, people=False, end=place + 1, noun=True)
    while len(words) <= _MOST_ADJECTIVES and (found := _word(reader, place)):
        noun = _agreeing(found, amount, nouns=True)
        adjective = _agreeing(found, amount, nouns=False)
        if adjective and (noun is None or _agrees_further(reader, place + 1, amount)):
            words.append((place, adjective))
            place += 1
            continue
        if noun:
            words.append((place, noun))
        break
    if not words:
        return None
    head_place, head = words[-1]
    people = _are_people(reader.form(head_place), head, language) or _counted_as_people(reader, amount, head_place)
    text = " ".join(_in_nominative(reader, where, each) for where, each in words)
    if head.lemma in _MASS or (head.part == "NOUN" and not head.plural and _is_mass(amount)):
        text = head.lemma
    if people and head.lemma in ANYONE[language] and len(words) == 1:
        text = PEOPLE[language]
    complement, end = _complement(reader, head_place + 1, head)
    return Counted(text + complement, people, end, noun=True)


def _in_nominative(reader: Reader, index: int, reading: Reading) -> str:
    written = reader.at(index).text
    if written.isupper() and len(written) > 1:
        return written  # an acronym
    return nominative(written, reader.language, reading.part, plural=True)


def plural_verb_at(reader: Reader, index: int) -> bool:
    """Whether this token is a verb that a number without a noun is the subject of: “дев'ять перебувають”."""
    token = reader.at(index)
    if token.sort is not Sort.WORD or not reader.on_one_line(index):
        return False
    found = readings(token.text, reader.language)
    return found[0].part == "VERB" and (found[0].plural or token.form.endswith("ло"))


def disagreeing_noun(reader: Reader, index: int, amount: Amount) -> bool:
    """Whether a noun in the singular follows that the number cannot count: “95 квартал”, “у 2014 Росія”."""
    found = _word(reader, index)
    if not found or amount.magnitude > 1 or any(reading.part not in ("NOUN", "ADJF") for reading in found):
        return False
    return _agreeing(found, amount, nouns=True) is None and _agreeing(found, amount, nouns=False) is None


def noun_of_whole(reader: Reader, index: int) -> Counted | None:
    """The genitive noun phrase of which a share or a measure is (“12% жителів”), in the nominative."""
    language = reader.language
    words: list[str] = []
    if reader.form(index - 1) == "." and reader.at(index).text[:1].isupper():
        return None  # another sentence, after an abbreviation
    for place in range(index, index + _MOST_ADJECTIVES):
        found = _word(reader, place)
        genitives = [reading for reading in found if reading.case == "gent"]
        noun = next((reading for reading in genitives if reading.part == "NOUN"), None)
        adjective = next((reading for reading in genitives if reading.is_adjective), None)
        if adjective and any(reading.part == "NOUN" for reading in _genitives(reader, place + 1)):
            noun = None
        chosen = noun or adjective
        if chosen is None:
            return None
        form = reader.form(place)
        words.append(nominative(reader.at(place).text, language, chosen.part, plural=chosen.plural))
        if noun or (_are_people(form, chosen, language) and not _genitives(reader, place + 1)):
            return Counted(" ".join(words), _are_people(form, chosen, language), place + 1, noun=True)
    return None


def people_in_genitive(reader: Reader, index: int) -> str:
    """The people that this one word in the genitive plural is, in the nominative; or ""."""
    token, language = reader.at(index), reader.language
    for reading in _content_readings(token.text, language):
        if reading.case == "gent" and reading.plural and _are_people(token.form, reading, language):
            return nominative(token.text, language, reading.part, plural=True)
    return ""


def _genitives(reader: Reader, index: int) -> list[Reading]:
    return [reading for reading in _word(reader, index) if reading.case == "gent"]


def _word(reader: Reader, index: int) -> tuple[Reading, ...]:
    """What the word may be, if it is one that a number may count or an adjective of it."""
    token = reader.at(index)
    if (
        token.sort is not Sort.WORD
        or len(token.text) < _SHORTEST
        or not reader.on_one_line(index)
        or token.text.isascii()
    ):
        return ()
    return _content_readings(token.text, reader.language)


@lru_cache(20_000)
def _content_readings(word: str, language: str) -> tuple[Reading, ...]:
    found = readings(word, language)
    content = tuple(reading for reading in found if reading.part not in _FUNCTION_WORDS)
    # “Дома” is a place and an adverb; a word that is first of all a function word is no noun by chance.
    return content if found[0].part not in _FUNCTION_WORDS or word.lower() in _ADVERBS_TOO else ()


def _agreeing(found: tuple[Reading, ...], amount: Amount, *, nouns: bool) -> Reading | None:
    for reading in found:
        if (reading.part == "NOUN") is nouns and (nouns or reading.is_adjective) and _agrees(reading, amount):
            return reading
    return None


def _agrees_further(reader: Reader, index: int, amount: Amount) -> bool:
    """Whether the phrase goes on in the same line: another word that agrees, and no name."""
    token = reader.at(index)
    if token.text[:1].isupper():
        return False
    found = _word(reader, index)
    return bool(_agreeing(found, amount, nouns=True) or _agreeing(found, amount, nouns=False))


def _agrees(reading: Reading, amount: Amount) -> bool:
    value = amount.high
    if reading.part == "NOUN" and not reading.case:
        return True  # indeclinable
    if amount.magnitude > 1 or amount.vague or value != int(value):
        return reading.case == "gent" and (reading.plural or reading.part == "NOUN")
    last, teens = int(value) % _TEN, _TEN < value % _HUNDRED < _TWENTY
    if last == 1 and not teens:
        return not reading.plural or (value > 1 and reading.case in _OBLIQUE)
    if last in _TWO_TO_FOUR and not teens:
        return (reading.plural and reading.case != "voct") or (reading.case == "gent" and reading.part == "NOUN")
    return reading.plural and reading.case in _OBLIQUE


def _are_people(form: str, head: Reading, language: str) -> bool:
    if head.lemma in ANYONE[language] or head.lemma in GROUPS_OF_PEOPLE:
        return True
    if head.part == "NOUN":
        compound = head.lemma.partition("-")[0]  # експерти-філологи
        animate = head.animate or (
            compound != head.lemma and any(each.animate for each in readings(compound, language))
        )
        return animate and head.lemma not in ANIMALS
    # An adjective without its noun: “поранених”, “опитаних”.
    if any(reading.part == "NOUN" and reading.animate for reading in readings(form, language)):
        return True
    is_participle = head.part == "PRTF" or head.lemma.endswith(_PARTICIPLES)
    return is_participle and not THINGS_DONE.match(form)


def _counted_as_people(reader: Reader, amount: Amount, index: int) -> bool:
    """Whether a collective numeral counts a word that may be people: “четверо рибалок”."""
    found = readings(reader.at(index).text, reader.language)
    return reader.form(amount.start) in COLLECTIVE and any(
        each.part == "NOUN" and each.animate and each.lemma not in ANIMALS for each in found
    )


def _is_mass(amount: Amount) -> bool:
    return amount.magnitude > 1 or amount.value != int(amount.value)


def _complement(reader: Reader, index: int, head: Reading) -> tuple[str, int]:
    if head.lemma not in _CONTAINERS:
        return "", index
    place = index
    while place < index + _MOST_ADJECTIVES and any(each.case == "gent" for each in _word(reader, place)):
        place += 1
        if any(each.part == "NOUN" and each.case == "gent" for each in _word(reader, place - 1)):
            break
    text = " ".join(reader.at(each).text for each in range(index, place))
    return (f" {text}" if text else ""), place
