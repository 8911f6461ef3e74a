# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be told of a name by its shape: an acronym, a person's name and which part is the surname."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from archivist.language.given_names import same_given_names
from archivist.language.normalise import APOSTROPHES, HYPHENS, normalise
from archivist.language.transliteration import skeletons
from archivist.language.words import words

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
    "(?:[оеєії]вич|[иії]ч|[оеє]вн|[иії]вн|їчн|ічн|иничн|огл[иіу]|кизи|кызы)(?:|а|у|у|ем|ом|еві|ові|е|и|і|ы|ою|ой|ій)"
)
_LATIN_PATRONYMIC = re.compile("(?:[oeiy]v|ye?v)(?:ich|ych|na|yna)|il?[iy]ch|ohly|oglu|ogly|kyzy")
# What is no part of a person's name: what organisations and places are called, by the beginnings of words.
_OF_NO_PERSON = re.compile(
    "(?:агентств|академі|академи|акціонерн|акционерн|альянс|армі[яї]|арми[яи]|асоціац|ассоциац|банк|батальйон|батальон"
    "|бригад|бюро$|верховн|виборч|відділ|газет|гвард|держав|департамент|дирекц|журнал|завод|земл[яі]|інститут|институт"
    "|інспекц|инспекц|кабінет|кабинет|клуб|коаліц|коалиц|комісі|комисси|комітет|комитет|компан|конгрес|концерн|корпорац"
    "|ліг[аи]$|лиг[аи]$|мері[яї]|мэри|міністерств|министерств|мор[еяю]$|музе|націонал|национал|област|об'єднан|объедин"
    "|організац|организац|палат|парламент|парті|парти|полк$|поліці|полици|прокуратур|рад[аи]$|район|республік|республик"
    "|рух$|движени|русл|самоврядн|сейм|служб|совет|союз|спілк|станці|станци|суд$|театр|територ|товариств|товарищ|уряд"
    "|університет|университет|управлін|управлен|федерац|фонд|фронт|холдинг|центр|церкв|штаб"
    "|academy|administration|agency|alliance|army|assembly|association|bank|brigade|bureau|cabinet|center|centre|church"
    "|city|club|coalition|college|commission|committee|company|congress|corps|council|country|county|court|department"
    "|east|embassy|federation|force|forces|foundation|front|fund|government|group|guard|institute|island|islands|kingdom"
    "|lake|league|liberation|ministry|mission|movement|museum|national|north|northern|ocean|office|organi[sz]ation|party"
    "|parliament|people|police|province|radio|region|republic|republics|river|school|sea|senate|service|society|south"
    "|southern|state|states|station|supreme|theatre|times|tribunal|tribe|union|united|university|west|western|eastern)"
)
_LATIN_WHOLE_WORD = re.compile("[a-z]+")


class Part(NamedTuple):
    """A word of a name as it is written, or a part of one with a hyphen."""

    text: str
    word: int
    """The number of the word that it is a part of."""


def parts_of_name(name: str) -> list[Part]:
    """The words of a name, those with a hyphen in their parts."""
    return [
        Part(part, number)
        for number, word in enumerate(words(name))
        for part in _HYPHEN.split(word.text)
        if any(letter.isalnum() for letter in part)
    ]


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
    if is_patronymic(last) and count > _SURNAME_AND_GIVEN_NAME:
        surname = 0  # Іванов Петро Сидорович
    elif count == _SURNAME_AND_GIVEN_NAME and is_given_name(last) and not is_given_name(first):
        surname = 0  # Іванов Петро
    places = [place for place, part in enumerate(parts) if part.word == surname]
    return places[0], places[-1] + 1


def _is_of_a_person(word: str) -> bool:
    if not word[0].isupper() or any(letter.isdigit() for letter in word):
        return False
    form = normalise(word)
    match = _OF_NO_PERSON.match(form)
    return match is None or (_LATIN_WHOLE_WORD.fullmatch(form) is not None and match.end() != len(form))
