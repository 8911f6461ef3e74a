# SPDX-License-Identifier: GPL-3.0-or-later
"""The dictionary form of a name that stands in a text in some case: “Токаєвим” is of “Токаєв”.

Of a person all words are inflected alike, in one case and gender. Of anything else the head is
inflected, which is the first noun with the adjectives before it; what follows it stays: “Організації
Договору про колективну безпеку” is of “Організація Договору про колективну безпеку”. Ukrainian and
Russian names only; others, and what cannot be told, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from archivist.language import lemmas
from archivist.language.countries import is_country
from archivist.language.grammar import Form, forms_of
from archivist.language.name_evidence import is_known_given_name, senses_of
from archivist.language.names import form_readings, name_keys
from archivist.language.normalise import CYRILLIC, RUSSIAN_LETTER, UKRAINIAN_LETTER, normalise
from archivist.language.organisation_words import is_organisation_word

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*")
_LONGEST = 200  # code points of a name
_MOST_ADJECTIVES = 4
_MOST_OF_A_PERSON = 4  # words
_CASES = ("nomn", "gent", "accs", "ablt", "datv", "loct", "voct")
_GENDERS = ("masc", "femn")
_CACHED = 10_000

# How much a reading of a word speaks for a case and a gender of a person's name.
_LISTED_NAME, _GUESSED_NAME, _GUESSED, _LISTED_WORD = 3.0, 1.7, 1.5, 1.0
_WOMAN_BY_ENDING, _FOREIGN, _UNLIKELY, _UNINFLECTED = 1.3, 0.7, 0.5, 0.0
_IN_TEXT = 2.0  # where the text has the dictionary form, too
_NOMINATIVE = 0.25  # where nothing else decides

# Endings of given names and surnames that no dictionary lists: what they are cut off and what comes instead.
_MASCULINE = {
    "uk": {
        "gent": ("а:", "я:й", "я:ь", "ого:ий"), "accs": ("а:", "я:й", "я:ь", "ого:ий"),
        "ablt": ("ом:", "им:", "ем:", "єм:й", "ем:ь", "им:ий"),
        "datv": ("у:", "ові:", "ю:й", "єві:й", "ю:ь", "ому:ий"), "loct": ("і:", "ові:", "єві:й", "ому:ий"),
    },
    "ru": {
        "gent": ("а:", "я:й", "я:ь", "ого:ый", "ого:ий"), "accs": ("а:", "я:й", "я:ь", "ого:ый", "ого:ий"),
        "ablt": ("ом:", "ым:", "ем:", "ем:й", "ем:ь", "ым:ый", "им:ий"),
        "datv": ("у:", "ю:й", "ю:ь", "ому:ый", "ому:ий"), "loct": ("е:", "е:й", "е:ь", "ом:ый", "ом:ий"),
    },
}  # fmt: skip
_FEMININE = {
    "uk": {
        "gent": ("и:а", "і:я", "ої:а", "ії:ія"), "accs": ("у:а", "ю:я", "ію:ія"), "ablt": ("ою:а", "ею:я", "єю:я"),
        "datv": ("і:а", "ій:а", "ії:ія"), "loct": ("і:а", "ій:а", "ії:ія"),
    },
    "ru": {
        "gent": ("ы:а", "и:а", "и:я", "ой:а", "ии:ия"), "accs": ("у:а", "ю:я", "ую:ая", "ию:ия"),
        "ablt": ("ой:а", "ей:я", "ой:ая", "ией:ия"), "datv": ("е:а", "ой:а", "ии:ия"), "loct": ("е:а", "ой:а", "ии:ия"),
    },
}  # fmt: skip
_SHORTEST_STEM = 3
_SINGULAR = 0.2  # before the plural
_VOWELS = "аеєиіїоуюяыэё"
_TOWN = re.compile("([А-ЯЄІЇҐ].*[сцз]ь?к)(?:а|у|ом|е)")  # of which a dictionary may know the adjective alone: Уральську
_ON_A_RIVER = re.compile("(.+?)(-(?:на|над|под|під)-.+)")
_NEVER_INFLECTED = re.compile(".*[еєёиіїоуюыэ]")  # Мелоні, Зурабишвили, where it is not a case
_OBLIQUE = re.compile(".+(?:ом|[єе]м|[оеє]ві|[оеє]ю|[ая]ми|[ая]х|(?:[оеєё]в|[иіїы]н)[иы]м)")


class _Found(NamedTuple):
    """A word of a name as it would be in its dictionary form, with what speaks for it."""

    word: str
    weight: float


def dictionary_form(name: str, language: str, *, is_person: bool | None = None, text: str = "") -> str:
    """The dictionary form of a name as it stands in a text of `uk`, `ru` or another language.

    Of a word in capitals, and where no form is told by a dictionary or by its ending, nothing is
    changed. Where several are possible the one that the `text` has somewhere is taken. Whether it
    is a person's name is told by its words if it is not known.
    """
    words = list(_WORD.finditer(name[:_LONGEST]))
    if not words or not CYRILLIC.search(name):
        return name
    language = _language_of(normalise(name), language)
    in_text = frozenset(_WORD.findall(text)) if text else frozenset[str]()
    tokens = tuple(word.group() for word in words)
    if is_person is None:
        is_person = _is_of_a_person(tokens, language)
    found = _person(tokens, language, in_text) if is_person else _headed(tokens, language, in_text)
    parts, end = [], 0
    for word, form in zip(words, found, strict=True):
        parts += [name[end : word.start()], form]
        end = word.end()
    return "".join((*parts, name[end:]))


def _language_of(name: str, language: str) -> str:
    if UKRAINIAN_LETTER.search(name):
        return "uk"
    if RUSSIAN_LETTER.search(name):
        return "ru"
    return language if language in lemmas.SLAVIC else "uk"


def _is_of_a_person(words: Sequence[str], language: str) -> bool:
    """Whether there is a given name among several words with capitals, or a single one is only a surname."""
    if not all(word[0].isupper() for word in words) or len(words) > _MOST_OF_A_PERSON:
        return False
    if any(is_organisation_word(normalise(word)) for word in words):
        return False
    if len(words) == 1:
        return senses_of(words[0], language) == {"surname"}
    return any("given name" in senses_of(word, language) or is_known_given_name(word, language) for word in words)


def _person(words: Sequence[str], language: str, in_text: frozenset[str]) -> Sequence[str]:
    """All words in the nominative of the case and gender that fits them best."""
    best, most = words, -1.0
    for gender, case in product(_GENDERS, _CASES):
        found = [_of_a_person(word, language, case, gender, in_text) for word in words]
        weight = sum(each.weight for each in found) + (_NOMINATIVE if case == "nomn" else 0)
        if weight > most:
            best, most = [each.word for each in found], weight
    return best


def _of_a_person(word: str, language: str, case: str, gender: str, in_text: frozenset[str]) -> _Found:
    if word.isupper() or len(word) == 1:
        return _Found(word, _UNINFLECTED)
    found = []
    for possible, weight in _possible_of_a_person(word, language, case, gender):
        form = _cased(possible, word)
        found.append(_Found(form, weight + _IN_TEXT * (form != word and form in in_text)))
    as_it_is = _Found(word, _FOREIGN if _NEVER_INFLECTED.fullmatch(normalise(word)) else _UNINFLECTED)
    return max(found, key=lambda each: each.weight, default=as_it_is)


@lru_cache(_CACHED)
def _possible_of_a_person(word: str, language: str, case: str, gender: str) -> tuple[_Found, ...]:
    """Of a double name the first part may stand uninflected: Касим-Жомартом, Салтиковим-Щедріним."""
    before, hyphen, last = normalise(word).rpartition("-")
    found = list(_read_of_a_person(last, language, case, gender))
    if not _is_listed(last, language):
        weight = _WOMAN_BY_ENDING if (case, gender) == ("nomn", "femn") else _GUESSED
        found += (_Found(each, weight) for each in _by_ending(last, language, case, gender))
        if case == "nomn" and _is_telling(last):
            found = [each._replace(weight=_UNLIKELY) for each in found]
    if hyphen:
        first = [each for each in _read_of_a_person(before, language, case, gender) if each.weight >= _LISTED_WORD]
        whole = max(first, key=lambda each: each.weight).word if first and _is_listed(before, language) else before
        found = [_Found(f"{whole}-{each.word}", each.weight) for each in found]
    return tuple(found)


def _read_of_a_person(word: str, language: str, case: str, gender: str) -> Iterator[_Found]:
    """What the dictionary says, and what it guesses to be a name."""
    for form in forms_of(word, language):
        fits = form.case in ("", case) and form.gender in ("", gender) and not form.plural
        if fits and (form.listed or form.name):
            weight = (_LISTED_NAME if form.listed else _GUESSED_NAME) + form.likelihood
            yield _Found(form.nominative, weight if form.name else _LISTED_WORD)


def _is_listed(word: str, language: str) -> bool:
    return any(form.listed for form in forms_of(word, language))


def _by_ending(word: str, language: str, case: str, gender: str) -> Iterator[str]:
    """What an unlisted name may be in the nominative, if this is its case and gender."""
    if case == "nomn":
        if (gender == "femn") == word.endswith(("а", "я")):
            yield word
        return
    for ending in (_MASCULINE if gender == "masc" else _FEMININE)[language].get(case, ()):
        cut, _, instead = ending.partition(":")
        stem = word.removesuffix(cut)
        if stem == word or len(stem) < _SHORTEST_STEM or (stem[-1] in _VOWELS) != (instead in ("й", "я")):
            continue
        if _may_be(word, stem + instead, language):
            yield stem + instead


def _may_be(form: str, name: str, language: str) -> bool:
    """Whether a name may be inflected into a form, by its declension."""
    of_name = dict(name_keys(name))
    return any(of_name.get(skeleton, 0) & declensions for skeleton, declensions in form_readings(form, language))


def _headed(words: Sequence[str], language: str, in_text: frozenset[str]) -> Sequence[str]:
    """The head and the adjectives before it in the nominative, the rest as it is."""
    for adjectives in reversed(range(min(_MOST_ADJECTIVES, len(words) - 1) + 1)):
        group = words[: adjectives + 1]
        if group[-1].isupper():
            continue
        found = max(_agreeing(group, language, in_text), key=lambda each: each[0], default=None)
        if found is not None:
            return [*found[1], *words[adjectives + 1 :]]
    return words


def _agreeing(group: Sequence[str], language: str, in_text: frozenset[str]) -> Iterator[tuple[float, list[str]]]:
    """The adjectives and the noun in the nominative, for each case and number that they may agree in."""
    *adjectives, head = group
    for noun in _nouns(head, language):
        word = _cased(noun.nominative, head)
        told = word != head and word in in_text
        if not noun.listed and noun.case != "nomn" and not (told or adjectives or _is_telling(head)):
            continue
        found = [_adjective(each, noun, language) for each in adjectives]
        if all(found):
            is_one = is_organisation_word(normalise(head)) or is_country(head, language)
            weight = _LISTED_WORD * noun.listed + _IN_TEXT * told + _SINGULAR * (not noun.plural)
            weight += _NOMINATIVE * (noun.case in ("nomn", "") and not (noun.plural and is_one))
            yield weight, [*filter(None, found), word]


def _nouns(word: str, language: str) -> Iterator[Form]:
    """The readings of a word as a noun: of a compound by its last part, of Ростове-на-Дону by its first."""
    if (town := _TOWN.fullmatch(word)) is not None:
        yield Form(normalise(town[1]), "NOUN", "loct", "masc", plural=False, name=False, listed=True, likelihood=0)
    before, last, after = _inflected_part(normalise(word))
    forms = forms_of(last, language)
    nouns = [form for form in forms if form.part == "NOUN"] or [form for form in forms if form.plural]
    for form in [form for form in nouns if not form.name] or nouns:
        yield form._replace(nominative=f"{before}{form.nominative}{after}")


def _inflected_part(word: str) -> tuple[str, str, str]:
    """What stands before the part of a compound that is inflected, that part, and what stands after it."""
    if (river := _ON_A_RIVER.fullmatch(word)) is not None:
        return "", river[1], river[2]
    before, hyphen, last = word.rpartition("-")
    return before + hyphen, last, ""


def _adjective(word: str, noun: Form, language: str) -> str:
    """An adjective as it stands with a noun in the nominative, or "" if it does not agree with it."""
    for form in forms_of(normalise(word), language):
        if form.part not in ("ADJF", "PRTF") or noun.case not in ("", form.case) or form.plural != noun.plural:
            continue
        if form.plural or form.gender in ("", noun.gender):
            return _cased(form.nominative, word)
    return ""


def _is_telling(word: str) -> bool:
    """Whether a word that no dictionary lists has an ending that no nominative has."""
    return _OBLIQUE.fullmatch(normalise(word)) is not None


def _cased(form: str, like: str) -> str:
    """A form with its capitals where another form of the word has them."""
    parts = zip(form.split("-"), (*like.split("-"), *[like.rpartition("-")[2]] * form.count("-")), strict=False)
    return "-".join(part[:1].upper() + part[1:] if of_like[:1].isupper() else part for part, of_like in parts)
