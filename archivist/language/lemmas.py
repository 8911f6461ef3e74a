# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionary forms of Ukrainian, Russian and English words.

The dictionaries are loaded when they are first needed, once in a process: about 0.05 s and 20 MB
for each of the Slavic ones, 0.2 s and 25 MB for the English one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

SLAVIC = ("uk", "ru")
_PARTICIPLES = ((re.compile("(.+[аяую])чи(сь)?"), r"\1ть\2"), (re.compile("(.+)ши(сь)?"), r"\1\2"))


@cache
def _analyzer(language: str) -> Any:
    import pymorphy3  # noqa: PLC0415

    # The path is given, because to search for it means to read the metadata of every package.
    dictionary = import_module(f"pymorphy3_dicts_{language}")
    return pymorphy3.MorphAnalyzer(path=dictionary.get_path(), lang=language, result_type=None)


@cache
def _english() -> Any:
    import simplemma  # noqa: PLC0415

    return simplemma


def dictionary_lemmas(word: str, language: str) -> Sequence[str]:
    """Every dictionary form that a normalised uk or ru word may have; none if it is not listed."""
    found = _listed_lemmas(word, language)
    if found and language == "uk":
        # The Ukrainian dictionary lists adverbial participles as words of their own: вважаючи,
        # отримавши. Their verb is that of the finite form they are made from: вважають, отримав.
        for pattern, finite in _PARTICIPLES:
            if pattern.fullmatch(word):
                found += _listed_lemmas(pattern.sub(finite, word).replace("сь", "ся"), language)
    return found


def _listed_lemmas(word: str, language: str) -> list[str]:
    analyzer = _analyzer(language)
    dictionary = analyzer.dictionary
    found: dict[str, None] = {}
    # The paradigms are read directly: whole parses cost six times as much.
    for form, paradigms in dictionary.words.similar_items(word, analyzer.char_substitutes):
        for paradigm, index in paradigms:
            found[dictionary.build_normal_form(paradigm, index, form)] = None
    return list(found)


def guessed_lemmas(word: str, language: str) -> Sequence[str]:
    """The dictionary forms that an unlisted uk or ru word would have, by words that end alike."""
    return tuple(dict.fromkeys(parse[2] for parse in _analyzer(language).parse(word)))


def english_lemma(word: str) -> str:
    """The dictionary form of a normalised English word, or the word itself."""
    lemma: str = _english().lemmatize(word, lang="en")
    return lemma.lower()


def is_listed(word: str, language: str) -> bool:
    """Whether the dictionary of uk, ru or en lists this normalised form."""
    if language in SLAVIC:
        analyzer = _analyzer(language)
        return bool(analyzer.dictionary.words.similar_keys(word, analyzer.char_substitutes))
    return bool(_english().is_known(word, lang="en"))
