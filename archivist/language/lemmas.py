# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionary forms of Ukrainian, Russian and English words.

The dictionaries are loaded when they are first needed, once in a process: about 0.05 s and 20 MB
for each of the Slavic ones, 0.2 s and 25 MB for the English one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, NamedTuple, TypeAlias

SLAVIC = ("uk", "ru")
_PLURAL_IN_VES = re.compile("(.*(?:cal|dwar|el|hal|hoo|kni|lea|li|loa|scar|shea|shel|thie|wi|wol))ves")
_PARTICIPLES = ((re.compile("(.+[аяую])чи(сь)?"), r"\1ть\2"), (re.compile("(.+)ши(сь)?"), r"\1\2"))
# What the press seldom means by a form that has another meaning: “плати!” beside “плати” of “плата”,
# “стане!” of “стан” beside “стане” of “стати”, “(я) складу” beside “складу” of “склад”.
_SELDOM = (frozenset({"impr"}), frozenset({"voct"}), frozenset({"perf", "1per", "sing"}))
_GRAMMEMES = re.compile(r"[\w-]+")
_VERBS = frozenset({"VERB", "INFN", "GRND"})
_FUNCTION_WORDS = frozenset({"NPRO", "NUMR", "PREP", "CONJ", "PRCL", "PRED", "INTJ"})
_NAMES = {"Name": "given name", "Surn": "surname", "Patr": "patronymic", "Geox": "place", "Orgn": "organisation"}
_NEVER_NAMES = frozenset({"verb", "infinitive", "function word"})
_LONGEST_PREFIX = 5  # letters that an unlisted word may have before a listed one
_SHORTEST_REST = 3
_LONGEST_ENDING = 5  # that the dictionaries have counted


class Listed(NamedTuple):
    """The dictionary forms that a form may have, apart from those that it may have but seldom has."""

    likely: list[str]
    seldom: list[str]
    complete: bool
    """Whether it is no name that is not listed: of first names all cases are, and a verb is none."""


_Place: TypeAlias = tuple[int, int, str]


class _Paradigm(NamedTuple):
    """How words of one kind are inflected."""

    prefix: str
    suffix: str
    """What the dictionary form adds to the stem."""
    forms: Sequence[_Place]
    """How many letters of each form stand before and after the stem, and the sense of the form."""


class _Dictionary:
    """A Slavic dictionary. Its paradigms are read directly: whole parses cost six times as much."""

    def __init__(self, language: str) -> None:
        import pymorphy3

        # The path is given, because to search for it means to read the metadata of every package.
        path = import_module(f"pymorphy3_dicts_{language}").get_path()
        self.analyzer: Any = pymorphy3.MorphAnalyzer(path=path, lang=language, result_type=None)
        self._data: Any = self.analyzer.dictionary
        self._spelling: Any = self.analyzer.char_substitutes
        self._paradigms: dict[int, _Paradigm] = {}
        self._places: dict[_Place, _Place] = {}  # each once: the same few hundred come in all paradigms

    def lists(self, word: str) -> bool:
        return bool(self._data.words.similar_keys(word, self._spelling))

    def readings(self, word: str) -> Iterator[tuple[str, str]]:
        """The dictionary forms that a word may have, and its sense then."""
        for form, found in self._data.words.similar_items(word, self._spelling):
            for number, index in found:
                yield self._reading(form, number, index)

    def grammemes(self, word: str) -> Iterator[str]:
        """The dictionary's own signs of each form that a word may be: “VERB,perf sing,3per,futr”."""
        for _, found in self._data.words.similar_items(word, self._spelling):
            for number, index in found:
                numbers = self._data.paradigms[number]
                yield str(self._data.gramtab[numbers[len(numbers) // 3 + index]])

    def guesses(self, word: str) -> Iterator[tuple[str, str]]:
        """Readings of an unlisted word: as a listed one with a prefix, and like words that end alike."""
        for length in range(1, min(_LONGEST_PREFIX, len(word) - _SHORTEST_REST) + 1):
            for lemma, sense in self.readings(word[length:]):
                if sense != "function word":
                    yield word[:length] + lemma, sense
        if len(word) <= _SHORTEST_REST:
            return
        for number, prefix in enumerate(self._data.paradigm_prefixes):
            if word.startswith(prefix):
                yield from self._of_words_that_end_alike(word, self._data.prediction_suffixes_dawgs[number])

    def _of_words_that_end_alike(self, word: str, endings: Any) -> Iterator[tuple[str, str]]:
        for length in range(min(_LONGEST_ENDING, len(word) - 1), 0, -1):
            found = False
            for ending, paradigms in endings.similar_items(word[-length:], self._spelling):
                for _, number, index in paradigms:
                    lemma, sense = self._reading(word[:-length] + ending, number, index)
                    if sense != "function word":
                        found = True
                        yield lemma, sense
            if found:
                return

    def _reading(self, form: str, number: int, index: int) -> tuple[str, str]:
        paradigm = self._paradigms.get(number) or self._read_paradigm(number)
        before, after, sense = paradigm.forms[index]
        return paradigm.prefix + form[before : len(form) - after] + paradigm.suffix, sense

    def _read_paradigm(self, number: int) -> _Paradigm:
        numbers = self._data.paradigms[number]
        count = len(numbers) // 3
        suffixes = [self._data.suffixes[each] for each in numbers[:count]]
        senses = [_sense(str(self._data.gramtab[each])) for each in numbers[count : 2 * count]]
        prefixes = [self._data.paradigm_prefixes[each] for each in numbers[2 * count :]]
        # An infinitive that is not the dictionary form is a clipped one: “мить” of “мити”.
        senses = ["seldom" if index and sense == "infinitive" else sense for index, sense in enumerate(senses)]
        forms = zip(map(len, prefixes), map(len, suffixes), senses, strict=True)
        self._paradigms[number] = paradigm = _Paradigm(
            prefixes[0], suffixes[0], [self._places.setdefault(place, place) for place in forms]
        )
        return paradigm


@cache
def _sense(tag: str) -> str:
    grammemes = _GRAMMEMES.findall(tag)
    if any(each.issubset(grammemes) for each in _SELDOM):
        return "seldom"
    if "infn" in grammemes:
        return "infinitive"
    if not _VERBS.isdisjoint(grammemes):
        return "verb"
    if not _FUNCTION_WORDS.isdisjoint(grammemes):
        return "function word"
    # “Антонов” of several Антони may be one Антонов as well.
    return "first name" if "Name" in grammemes and "plur" not in grammemes else "other"


@cache
def _name_sense(tag: str) -> str:
    grammemes = _GRAMMEMES.findall(tag)
    return next((_NAMES[grammeme] for grammeme in grammemes if grammeme in _NAMES), "ordinary")


@cache
def _part_of_speech(tag: str) -> str:
    return "NPRO" if "Apro" in tag else _GRAMMEMES.findall(tag)[0]


@cache
def _is_genitive(tag: str) -> bool:
    grammemes = _GRAMMEMES.findall(tag)
    return ("NOUN" in grammemes or "ADJF" in grammemes) and ("gent" in grammemes or "gen2" in grammemes)


_dictionary = cache(_Dictionary)


@cache
def _english() -> Any:
    import simplemma

    return simplemma


def dictionary_lemmas(word: str, language: str) -> Listed:
    """Every dictionary form that a normalised uk or ru word may have; none if it is not listed."""
    found = _sorted(_dictionary(language).readings(word))
    if found.likely and language == "uk":
        found.likely.extend(_lemmas_of_participle(word))
    return found


def _sorted(readings: Iterable[tuple[str, str]]) -> Listed:
    likely: dict[str, None] = {}
    seldom: dict[str, None] = {}
    senses = set()
    for lemma, sense in readings:
        if sense == "seldom":
            seldom[lemma] = None
        else:
            likely[lemma] = None
            senses.add(sense)
    return Listed(list(likely), list(seldom), "first name" in senses or senses <= _NEVER_NAMES)


def _lemmas_of_participle(word: str) -> list[str]:
    """The Ukrainian dictionary lists adverbial participles as words of their own: вважаючи, отримавши.
    Their verb is that of the finite form they are made from: вважають, отримав.
    """
    for pattern, finite in _PARTICIPLES:
        if pattern.fullmatch(word):
            finite_form = pattern.sub(finite, word).replace("сь", "ся")
            return [
                lemma for lemma, sense in _dictionary("uk").readings(finite_form) if sense in ("verb", "infinitive")
            ]
    return []


def guessed_lemmas(word: str, language: str) -> Sequence[str]:
    """The dictionary forms that an unlisted uk or ru word would have, or the word itself."""
    found = _sorted(_dictionary(language).guesses(word))
    return found.likely or found.seldom or [word]


def english_lemmas(word: str) -> list[str]:
    """The dictionary forms of a normalised English word, or the word itself."""
    lemma: str = _english().lemmatize(word, lang="en")
    found = [lemma.lower()]
    # The dictionary knows one for each form: of “leaves” that is “leave”, and of “wives” it is “wive”.
    if plural := _PLURAL_IN_VES.fullmatch(word):
        singulars = (plural.group(1) + ending for ending in ("f", "fe"))
        found += [singular for singular in singulars if singular not in found and is_listed(singular, "en")]
    return found


@lru_cache(maxsize=4096)
def verb_tense(word: str, language: str) -> str:
    """`past` or `future` of a normalised uk or ru word that is a verb of the third person, else ""."""
    forms = [set(_GRAMMEMES.findall(form)) for form in _dictionary(language).grammemes(word)]
    if any("past" in form and "VERB" in form for form in forms):
        return "past"
    return "future" if any({"futr", "3per"} <= form for form in forms) else ""


def analyzer(language: str) -> Any:
    """pymorphy3's own analyser for uk or ru, of raw parses: for those who need tags, and few words of a text."""
    return _dictionary(language).analyzer


def is_listed(word: str, language: str) -> bool:
    """Whether the dictionary of uk, ru or en lists this normalised form."""
    if language in SLAVIC:
        return _dictionary(language).lists(word)
    return _is_english(word)


@lru_cache(maxsize=1 << 15)
def _is_english(word: str) -> bool:
    return bool(_english().is_known(word, lang="en"))


def name_senses(word: str, language: str) -> frozenset[str]:
    """What a normalised uk or ru word may be: `given name`, `surname`, `patronymic`, `place`,
    `organisation`, and `ordinary` if it may be no name. Nothing if it is not listed.

    Of places the Ukrainian dictionary does not say that they are.
    """
    return frozenset(map(_name_sense, _dictionary(language).grammemes(word)))


def parts_of_speech(word: str, language: str) -> frozenset[str]:
    """What a normalised uk or ru word may be, as the dictionary tags it: NOUN, ADJF, VERB. Nothing if unlisted."""
    return frozenset(map(_part_of_speech, _dictionary(language).grammemes(word)))


def may_be_genitive(word: str, language: str) -> bool:
    """Whether a normalised uk or ru word may be a noun or an adjective in the genitive."""
    return any(map(_is_genitive, _dictionary(language).grammemes(word)))
