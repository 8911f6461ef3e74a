# SPDX-License-Identifier: GPL-3.0-or-later
"""Which form in a text may be a name's word: the same word in another case and another script.

A name stands in a registry as its dictionary form, so it is known how it may be inflected; a form in
a text may be many things. Hence the two sides differ. A word of a name has keys (skeleton of a stem,
declensions that the stem has); a form has readings (skeleton of a stem, declensions that have the
ending it would have then). They meet where a stem is the same and a declension is common to both:
“Іванова” may be Іванов or Іванова, “Іванов” is no Іванова, and “Петров” is no Петро.

The case endings are those of Ukrainian and Russian; an English form is inflected by “'s” alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from archivist.language.given_names import same_given_names
from archivist.language.normalise import CYRILLIC, RUSSIAN_LETTER, UKRAINIAN_LETTER, normalise
from archivist.language.transliteration import skeletons_of_normalised

Key = tuple[str, int]
"""A skeleton, and a set of declensions as a number."""

_LONGEST = 100  # letters of a word that count
_SHORTEST_STEM = 2
_CACHED_FORMS = 100_000  # about 60 MB when full


class Declension:
    """How a stem may be inflected, as bits; WHOLE is the dictionary form itself.

    Plain numbers: an IntFlag takes longer to combine than everything else that is done with a name.
    """

    WHOLE = 1
    MASCULINE = 2  # Кім, Цой, Київ
    POSSESSIVE = 4  # the instrumental of Токаєв, Путін
    FEMININE = 8  # Кульбаба, Софія
    FEMININE_SOFTENED = 16  # Мелюзі
    FEMININE_ADJECTIVE = 32  # Іванова, Верховна
    FEMININE_CONSONANT = 64  # Білорусь
    NEUTER = 128  # Гаврилюшко, Міністерство, Запоріжжя
    ADJECTIVE = 256  # Зеленський, Рівне
    PLURAL = 512  # Суми
    PLURAL_ADJECTIVE = 1024  # Збройні


D = Declension

_ENDINGS: dict[str, dict[str, int]] = {"uk": {}, "ru": {}}


def _say(language: str, endings: str, declensions: int) -> None:
    for ending in endings.split():
        known = _ENDINGS[language].get(ending, 0)
        _ENDINGS[language][ending] = known | declensions


_say("uk", "а я", D.MASCULINE | D.NEUTER)
_say("uk", "у ю", D.MASCULINE | D.NEUTER | D.FEMININE | D.FEMININE_ADJECTIVE)
_say("uk", "ом ем єм ові еві єві", D.MASCULINE | D.NEUTER)
_say("uk", "і ї", D.MASCULINE | D.FEMININE | D.FEMININE_SOFTENED | D.FEMININE_CONSONANT | D.NEUTER)
_say("uk", "е є", D.MASCULINE)
_say("uk", "о", D.FEMININE)
_say("uk", "и", D.FEMININE | D.FEMININE_CONSONANT)
_say("uk", "ою ею єю", D.FEMININE | D.FEMININE_ADJECTIVE)
_say("uk", "ої ій їй", D.FEMININE_ADJECTIVE)
_say("uk", "ю", D.FEMININE_CONSONANT)
_say("uk", "ям", D.NEUTER)
_say("uk", "ого ому", D.ADJECTIVE)
_say("uk", "им їм", D.POSSESSIVE | D.ADJECTIVE | D.PLURAL_ADJECTIVE)
_say("uk", "ім", D.ADJECTIVE)
_say("uk", "их їх ими їми", D.PLURAL_ADJECTIVE)
_say("uk", "ів їв ей ам ям ами ями ах ях ми", D.PLURAL)
_say("ru", "а я", D.MASCULINE | D.NEUTER)
_say("ru", "у ю", D.MASCULINE | D.NEUTER | D.FEMININE)
_say("ru", "ом ем ём", D.MASCULINE | D.NEUTER | D.ADJECTIVE)
_say("ru", "е", D.MASCULINE | D.FEMININE | D.NEUTER)
_say("ru", "ы и", D.FEMININE | D.FEMININE_CONSONANT)
_say("ru", "и", D.MASCULINE | D.NEUTER)  # о Юрии, в Запорожьи
_say("ru", "ой ей ёй ою ею", D.FEMININE | D.FEMININE_ADJECTIVE)
_say("ru", "ую юю", D.FEMININE_ADJECTIVE)
_say("ru", "у", D.FEMININE_ADJECTIVE)  # Иванову
_say("ru", "ью", D.FEMININE_CONSONANT)
_say("ru", "ого его ому ему", D.ADJECTIVE)
_say("ru", "ым им", D.POSSESSIVE | D.ADJECTIVE | D.PLURAL_ADJECTIVE)
_say("ru", "ых их ыми ими", D.PLURAL_ADJECTIVE)
_say("ru", "ов ев ей ам ям ами ями ах ях ми", D.PLURAL)
_ENDINGS[""] = {
    ending: _ENDINGS["uk"].get(ending, 0) | _ENDINGS["ru"].get(ending, 0) for ending in _ENDINGS["uk"] | _ENDINGS["ru"]
}
_LONGEST_ENDING = 3
# After a vowel they hold the й that the stem ends in: Цой, Цоя; Софія, Софії; Сергеем.
_IOTATED = {"uk": frozenset("яюєї"), "ru": frozenset("яюеиё"), "": frozenset("яюєїеиё")}
_VOWELS = frozenset("аеєиіїоуюяыэё")


@lru_cache(_CACHED_FORMS)
def form_readings(form: str, language: str) -> tuple[Key, ...]:
    """The readings of a form as it stands in a text in `uk`, `ru`, `en` or an unknown language ("").

    Of a Latin form, an “'s” or an apostrophe at its end is dropped.
    """
    form = without_possessive(normalise(form[:_LONGEST]))
    found: dict[str, int] = {}
    for skeleton in skeletons_of_normalised(form):
        found[skeleton] = D.WHOLE | D.PLURAL
    if CYRILLIC.search(form):
        for stem, declensions in _stems_of_form(form, _language_of(form, language)):
            for skeleton in skeletons_of_normalised(stem):
                found[skeleton] = found.get(skeleton, 0) | declensions
    return tuple((skeleton, declensions) for skeleton, declensions in found.items() if skeleton)


def without_possessive(form: str) -> str:
    """A Latin form without the “'s” of English."""
    if "'" in form and not CYRILLIC.search(form):
        return form.removesuffix("'s").removesuffix("'")
    return form


def _language_of(form: str, language: str) -> str:
    if UKRAINIAN_LETTER.search(form):
        return "uk"
    if RUSSIAN_LETTER.search(form):
        return "ru"
    return language if language in ("uk", "ru") else ""


def _stems_of_form(form: str, language: str) -> Iterator[tuple[str, int]]:
    endings, iotated = _ENDINGS[language], _IOTATED[language]
    for length in range(1, min(_LONGEST_ENDING, len(form) - _SHORTEST_STEM) + 1):
        ending = form[-length:]
        if declensions := endings.get(ending):
            stem = form[:-length]
            yield (stem + "й" if ending[0] in iotated and stem[-1] in _VOWELS else stem), declensions


@lru_cache(_CACHED_FORMS)
def name_keys(word: str) -> tuple[Key, ...]:
    """The keys of a word of a name, which stands there in its dictionary form or is not inflected."""
    word = normalise(word[:_LONGEST])
    found: dict[str, int] = {}
    own = skeletons_of_normalised(word)
    for same in same_given_names(own) or (word,):
        whole = own if same == word else skeletons_of_normalised(same)
        for skeleton in whole:
            found[skeleton] = found.get(skeleton, 0) | D.WHOLE
        for stem, declensions in _stems_of_name(same):
            if len(stem) >= _SHORTEST_STEM:
                for skeleton in whole if stem == same else skeletons_of_normalised(stem):
                    found[skeleton] = found.get(skeleton, 0) | declensions
    return tuple((skeleton, declensions) for skeleton, declensions in found.items() if skeleton)


# What the endings of dictionary forms are told by, in both scripts.
_POSSESSIVE = re.compile("(?:[оеєіїё]в|[иії]н|ын|[oei]v|[iy]n)$")
_OF_A_WOMAN = re.compile(".{4}(?:[оеє]ва|[oe]va|[сцз]ь?ка|[sz]ka)$")
_FLEETING = re.compile("(?:([еєe])(ць|ц|ts)|[оеoe]([кk])|[еёeо]([лl])|е(н)ь|е(в))$")
_CLOSED_I = re.compile("[іїi](?=(?:в|г|ль|л|д|р|дь|ч|с|сть|ст|v|h|l|d|r|ch|s|st)$)")
_SOFTENED = {"к": "ц", "г": "з", "х": "с", "ґ": "з", "k": "ts", "g": "z", "h": "z"}
_ADJECTIVE = re.compile("(?:[иіїыо]й|[iy][iyj]|[oe]?[yij])$")
_VOWEL_AT_END = re.compile("[аеєиіїоуюяыэёaeiouy]$")


def _stems_of_name(word: str) -> Iterator[tuple[str, int]]:
    last, stem = word[-1:], word[:-1]
    if last in "аa":
        yield from _stems_in_a(word, stem)
    elif last == "я":
        yield from _stems_in_ya(word, stem)
    elif last in "оo":
        yield stem, D.NEUTER
    elif last in "еєe":
        yield (stem[:-1] if stem[-1:] in "оеыиeo" else stem), D.ADJECTIVE | D.PLURAL_ADJECTIVE
        yield stem, D.NEUTER
    elif last in "иіїыiy" or last in "йj":
        yield from _stems_in_i(word, stem)
    elif not _VOWEL_AT_END.search(word):
        yield from _stems_in_consonant(word)


def _stems_in_a(word: str, stem: str) -> Iterator[tuple[str, int]]:
    yield stem, D.FEMININE_ADJECTIVE
    if not _OF_A_WOMAN.search(word):
        yield stem, D.FEMININE
        if softened := _SOFTENED.get(stem[-1:]):
            yield stem[:-1] + softened, D.FEMININE_SOFTENED
    if stem.endswith(("i", "y")):  # Natalia: Наталія or Наталя
        yield stem[:-1], D.FEMININE
        if stem.endswith("ay"):  # Mangystauskaya
            yield stem[:-2], D.FEMININE_ADJECTIVE


def _stems_in_ya(word: str, stem: str) -> Iterator[tuple[str, int]]:
    yield (stem + "й" if stem[-1:] in _VOWELS else stem), D.FEMININE | D.FEMININE_ADJECTIVE | D.NEUTER
    if word.endswith(("ья", "'я")):
        yield stem[:-1], D.FEMININE
        yield stem[:-1] + "й", D.FEMININE
    elif word.endswith(("ая", "яя")):
        yield stem[:-1], D.FEMININE_ADJECTIVE


def _stems_in_i(word: str, stem: str) -> Iterator[tuple[str, int]]:
    adjective = _ADJECTIVE.search(word)
    if adjective:
        yield word[: adjective.start()], D.ADJECTIVE
    if adjective or word[-1] in "йj":
        yield word, D.MASCULINE  # Цой, Юрій, Сергей
    if word[-1] not in "йj":
        yield (stem + "й" if word[-1] == "ї" else stem), D.PLURAL | D.PLURAL_ADJECTIVE


def _stems_in_consonant(word: str) -> Iterator[tuple[str, int]]:
    soft = word.endswith("ь") or word[-1] in "жчшщ"
    yield word, D.MASCULINE | (D.FEMININE_CONSONANT if soft else 0) | (D.POSSESSIVE if _POSSESSIVE.search(word) else 0)
    if (fleeting := _FLEETING.search(word)) and fleeting.start() >= 1:
        consonant = next(group for group in fleeting.groups()[1:] if group)
        before = word[: fleeting.start()]
        if fleeting.group(1) and before[-1] in _VOWELS:
            before += "й"  # Китаєць, Китайця
        yield before + consonant, D.MASCULINE
    if (closed := _CLOSED_I.search(word)) and closed.start() >= 1:
        for opened in "ое" if CYRILLIC.search(word) else "oe":
            declensions = D.MASCULINE | D.FEMININE_CONSONANT if soft else D.MASCULINE
            if word.endswith(("в", "v")):
                declensions |= D.POSSESSIVE
            yield word[: closed.start()] + opened + word[closed.end() :], declensions
