# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be told of a name by its shape: an acronym, a person's name and which part is the surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from archivist.language.given_names import same_given_names
from archivist.language.normalise import APOSTROPHES, HYPHENS, normalise
from archivist.language.organisation_words import is_organisation_word
from archivist.language.transliteration import skeletons
from archivist.language.words import written_words

_HYPHEN = re.compile(f"[{HYPHENS}]")
_ACRONYM_LETTERS = range(2, 7)
_WORDS_OF_A_PERSON = range(2, 5)
_SURNAME_AND_GIVEN_NAME = 2
_LONGEST_ENDING_OF_A_PATRONYMIC = 5  # letters, and one of the name at least
_SIGN = f"[{re.escape(APOSTROPHES + HYPHENS)}]"
_ENDING = "а|у|ю|я|и|ы|і|е|ом|ем|єм|ові|еві|ою|ой|ов|ів|ей|ам|ами|ах|ям|ях"
# “ОДКБ-у”, “МВСу”, “СНІДу”, “NATO's”: an acronym with a case ending.
_INFLECTED_ACRONYM = re.compile(
    rf"([A-ZА-ЯҐЄІЇЁ][A-ZА-ЯҐЄІЇЁ0-9]+)(?:{_SIGN}?(?:{_ENDING})|[{APOSTROPHES}]?s|[{APOSTROPHES}])"
)
_PATRONYMIC = re.compile(
    "(?:[оеєії]вич|[иії]ч|[оеє]вн|[иії]вн|їчн|ічн|иничн|огл[иіу]|кизи|кызы)(?:ем|ом|еві|ові|ою|ой|ій|а|у|е|и|і|ы|)"
)
_LATIN_PATRONYMIC = re.compile("(?:[oeiy]v|ye?v)(?:ich|ych|na|yna)|il?[iy]ch|ohly|oglu|ogly|kyzy")


class Part(NamedTuple):
    """A word of a name as it is written, or a part of one with a hyphen."""

    text: str
    word: int
    """The number of the word that it is a part of."""


def parts_of_name(name: str) -> list[Part]:
    """The words of a name, those with a hyphen in their parts."""
    found: list[Part] = []
    for number, word in enumerate(written_words(name)):
        if word.isalnum():
            found.append(Part(word, number))
        else:
            found += [Part(part, number) for part in _HYPHEN.split(word) if any(map(str.isalnum, part))]
    return found


def joined_parts(parts: Sequence[Part]) -> list[Part]:
    """The words again, those with a hyphen in one piece: Касим-Жомарт, Касимжомарт."""
    found: list[Part] = []
    for part in parts:
        if found and found[-1].word == part.word:
            found[-1] = Part(found[-1].text + part.text, part.word)
        else:
            found.append(part)
    return found


def is_acronym(name: str) -> bool:
    """Whether a name is nothing but an acronym: МВС, НАТО, G7."""
    return len(name) in _ACRONYM_LETTERS and name.isalnum() and name.isupper()


def acronym_within(form: str) -> tuple[str, bool] | None:
    """The acronym that a form in a text may be, and whether it has a case ending; None if it is none."""
    if not form[:2].isupper() and not (form[:1].isupper() and form[1:2].isdigit()):
        return None
    if is_acronym(form):
        return form, False
    match = _INFLECTED_ACRONYM.fullmatch(form)
    return (match.group(1), True) if match else None


def is_patronymic(form: str) -> bool:
    """Whether a form, in any case, is a patronymic by its ending."""
    form = normalise(form)
    pattern = _LATIN_PATRONYMIC if form.isascii() else _PATRONYMIC
    return len(form) > _LONGEST_ENDING_OF_A_PATRONYMIC and any(
        match.end() == len(form) for match in pattern.finditer(form)
    )


@lru_cache(50_000)
def is_given_name(form: str) -> bool:
    """Whether a dictionary form is one of the well-known given names."""
    return bool(same_given_names(skeletons(form)))


def surname_of(parts: Sequence[Part]) -> tuple[int, int] | None:
    """Which of the parts are the surname, as [start, end), if the name looks like a person's."""
    count = parts[-1].word + 1 if parts else 0
    if count not in _WORDS_OF_A_PERSON or not all(_is_of_a_person(part.text) for part in parts):
        return None
    return place_of_surname(parts)


def place_of_surname(parts: Sequence[Part]) -> tuple[int, int] | None:
    """Which of the parts of a person's name are the surname: the last word, unless a given name is."""
    count = parts[-1].word + 1 if parts else 0
    if count < _SURNAME_AND_GIVEN_NAME:
        return None
    surname = count - 1
    first, last = parts[0].text, parts[-1].text
    if count > _SURNAME_AND_GIVEN_NAME and is_patronymic(last):
        surname = 0  # Іванов Петро Сидорович
    elif count == _SURNAME_AND_GIVEN_NAME and not is_given_name(first) and is_given_name(last):
        surname = 0  # Іванов Петро
    places = [place for place, part in enumerate(parts) if part.word == surname]
    return places[0], places[-1] + 1


@lru_cache(50_000)
def _is_of_a_person(word: str) -> bool:
    if not word[0].isupper() or any(letter.isdigit() for letter in word):
        return False
    return not is_organisation_word(normalise(word))
