# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that generated articles are made of, with how often each of their forms is used.

Lexemes come from the morphological dictionaries with all their forms, function words first, then
the others, short ones rather before long ones; the n-th of them is used as often as the law of
Zipf and Mandelbrot says. Names are of our own making, without end, and are declined too.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
import pymorphy3
from numpy.typing import NDArray
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

LANGUAGES = ("uk", "ru", "en")

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

_FUNCTION = ("CONJ", "PREP", "PRCL", "NPRO")
_CONTENT = ("NOUN", "ADJF", "VERB", "INFN", "ADVB")
_FUNCTION_WORDS = 110
_ENGLISH_FUNCTION_WORDS = re.findall(
    "[a-z]+",
    "the of and to in a is that for it was on with as be by at this from are or an have not had which but were "
    "has their they he she we you his her its will been more who all would there when if what out one so up can "
    "no than about into them some other only could time these then do any now such like our over also after "
    "most made under through where between much before right must those both while may many should each because",
)
_MOST_LEXEMES = {"uk": 150_000, "ru": 80_000, "en": 40_000}
_SHIFT = 2.7  # Mandelbrot's
_EXPONENT = {"uk": 1.17, "ru": 1.17, "en": 1.17}
_FORM_EXPONENT = 1.6  # of the forms of one lexeme among each other
_WORD = re.compile("[а-яіїєґёa-z']{4,}")
_SCATTER = 4.0  # letters: how far a long word may come before a short one


@dataclass(frozen=True)
class Lexicon:
    """The forms of one language. Those of a lexeme stand side by side; upto sums their shares of all text."""

    forms: list[str]
    upto: Floats  # by form: the share of it and of all before it
    starts: Integers  # by lexeme: its first form; one more at the end
    function_words: int  # lexemes that stand before the first content word

    def draw(self, random: np.random.Generator, size: int) -> Integers:
        """So many forms as they come in a text."""
        return np.searchsorted(self.upto, random.random(size), side="right")

    def draw_lexemes(self, random: np.random.Generator, size: int) -> Integers:
        """So many content words."""
        least = self._before(np.array([self.function_words]))[0]
        forms = np.searchsorted(self.upto, random.uniform(least, 1, size), side="right")
        return np.searchsorted(self.starts, forms, side="right") - 1

    def inflect(self, random: np.random.Generator, lexemes: Integers) -> Integers:
        """A form of each lexeme."""
        low, high = self._before(lexemes), self._before(lexemes + 1)
        drawn = np.searchsorted(self.upto, random.uniform(low, high), side="right")
        return np.clip(drawn, self.starts[lexemes], self.starts[lexemes + 1] - 1)

    def _before(self, lexemes: Integers) -> Floats:
        """The share of all text that is of lexemes before each of these."""
        starts = self.starts[lexemes]
        return np.where(starts > 0, self.upto[starts - 1], 0.0)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of uk, ru or en; it takes some seconds to make."""
    random = np.random.default_rng(zlib.crc32(language.encode()))
    function, content = _english() if language == "en" else _slavic(language)
    content.sort()
    order = np.argsort([len(forms[0]) for forms in content] + random.gumbel(0, _SCATTER, len(content)), kind="stable")
    ranked = [*function, *(content[at] for at in order[: _MOST_LEXEMES[language]])]
    shares = (np.arange(1, len(ranked) + 1) + _SHIFT) ** -_EXPONENT[language]
    sizes = np.array([len(forms) for forms in ranked])
    starts = np.concatenate([[0], np.cumsum(sizes)])
    forms = [form for lexeme in ranked for form in lexeme]
    within = np.arange(len(forms)) - np.repeat(starts[:-1], sizes)
    weights = (within + 1.0) ** -_FORM_EXPONENT
    weights *= np.repeat(shares / np.add.reduceat(weights, starts[:-1]), sizes)
    upto = np.cumsum(weights)
    upto /= upto[-1]
    return Lexicon(forms, upto, starts, len(function))


def _slavic(language: str) -> tuple[list[list[str]], list[list[str]]]:
    """Function words and content words of the dictionary, each with its forms, the most used first."""
    path = import_module(f"pymorphy3_dicts_{language}").get_path()
    dictionary = pymorphy3.MorphAnalyzer(path=path, lang=language).dictionary
    function: set[str] = set()
    content: list[list[str]] = []
    stems: dict[int, list[str]] = defaultdict(list)
    for word, (paradigm, index) in dictionary.words.iteritems():
        if index == 0:
            stems[paradigm].append(word)
    for paradigm, lemmas in sorted(stems.items()):
        tag = dictionary.build_tag_info(paradigm, 0)
        part = "Abbr" if "Abbr" in tag else tag.POS
        if part in _FUNCTION:
            function.update(filter(str.isalpha, lemmas))
        elif part in _CONTENT:
            content += _paradigm(dictionary, paradigm, filter(_WORD.fullmatch, lemmas))
    # The short ones are those that a text is full of.
    return [[word] for word in sorted(function, key=lambda word: (len(word), word))[:_FUNCTION_WORDS]], content


def _paradigm(dictionary: Any, paradigm: int, lemmas: Iterable[str]) -> Iterator[list[str]]:
    """All forms of words that are inflected alike, in an order that is the same for all of them."""
    endings = [(prefix, suffix) for prefix, _, suffix in dictionary.build_paradigm_info(paradigm)]
    order = np.random.default_rng(paradigm).permutation(len(endings))
    prefix, suffix = endings[0]
    for lemma in lemmas:
        stem = lemma[len(prefix) : len(lemma) - len(suffix)]
        yield list(dict.fromkeys(endings[at][0] + stem + endings[at][1] for at in order))


def _english() -> tuple[list[list[str]], list[list[str]]]:
    """The same of the English dictionary, which lists forms beside their lemmas."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, lemma in DefaultDictionaryFactory().get_dictionary("en").items():
        if _WORD.fullmatch(form) and _WORD.fullmatch(lemma):
            forms[lemma].append(form)
    function = [[word] for word in _ENGLISH_FUNCTION_WORDS]
    known = set(_ENGLISH_FUNCTION_WORDS)
    content = [list(dict.fromkeys([lemma, *spelled])) for lemma, spelled in forms.items() if lemma not in known]
    return function, content


_SYLLABLES = [consonant + vowel for consonant in "бвгджзклмнпрстфхцчш" for vowel in "аеиоу"]
_CLOSING = "внрлмтзкд"
_LATIN = str.maketrans("бвгджзклмнпрстфхцчшаеиоу", "bvgdjzklmnprstfhcqwaeiou")
_DECLENSIONS = {
    "uk": (
        ("енко", "енка", "енку", "енком"),
        ("ський", "ського", "ському", "ським", "ська", "ської", "ську"),
        ("ук", "ука", "укові", "уком"),
        ("ян", "яна", "янові", "яном"),
        ("ськ", "ська", "ську", "ськом"),
        ("івка", "івки", "івці", "івку", "івкою"),
    ),
    "ru": (
        ("ов", "ова", "ову", "овым", "ове", "овой"),
        ("ский", "ского", "скому", "ским", "ская", "ской"),
        ("ин", "ина", "ину", "иным"),
        ("енко",),
        ("ск", "ска", "ску", "ском"),
        ("овка", "овки", "овке", "овку"),
    ),
    "en": (("", "'s"), ("son", "son's"), ("ton", "ton's"), ("ford",), ("sky", "sky's"), ("ville",)),
}


def name_forms(number: int, language: str) -> list[str]:
    """The inflected forms of the name with this number, the most used first."""
    declensions = _DECLENSIONS[language]
    number, kind = divmod(number, len(declensions))
    number, closing = divmod(number, len(_CLOSING))
    syllables: list[str] = []
    number += len(_SYLLABLES)  # two at the least
    while number:
        number, at = divmod(number, len(_SYLLABLES))
        # Neighbours among the numbers should not look alike.
        syllables.append(_SYLLABLES[(at * 37 + len(syllables) * 11) % len(_SYLLABLES)])
    stem = "".join(syllables) + _CLOSING[closing]
    if language == "en":
        stem = stem.translate(_LATIN)
    return [stem.capitalize() + ending for ending in declensions[kind]]
