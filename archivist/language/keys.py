# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys by which an inflected word is found.

A form is indexed under every dictionary form that it may have, for the right one cannot be told
without its sentence. A word that no dictionary lists, or that may be a name, is indexed under its
light stem as well; a query asks for both. The form itself is a key, too, for words of which only
the beginning is known. Stems and forms bear a mark, so that neither is taken for a dictionary form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from archivist.language import lemmas, stems
from archivist.language.normalise import CYRILLIC, HYPHENS, RUSSIAN_LETTER, UKRAINIAN_LETTER, fold, normalise

STEM_MARK = "~"
FORM_MARK = "="
_LATIN_WORD = re.compile("[a-z\u00df-\u024f']+")
_HYPHEN = re.compile(f"[{HYPHENS}]")
_ORDINAL = re.compile("([0-9]+)(?:-[а-яіїєґ]{1,3}|st|nd|rd|th)")
_DIGIT = re.compile(r"\d")
_STEMS = {"uk": stems.ukrainian_stem, "ru": stems.russian_stem}
_LONGEST = 100  # letters of a word that count; what is longer is no word of a language
_CACHED_FORMS = 200_000  # about 100 MB when full


@lru_cache(_CACHED_FORMS)
def index_keys(word: str, language: str) -> tuple[str, ...]:
    """The keys of a word as it stands in a text of the given language ("" where it is not known).

    A hyphenated word has the keys of the whole and those of its parts.
    """
    word = word[:_LONGEST]
    pieces = [word, *parts_of(word)]
    return tuple(dict.fromkeys(key for piece in pieces for key in _index_keys_of_one(piece, language)))


@lru_cache(4096)
def query_keys(word: str) -> tuple[str, ...]:
    """The keys, of which any will do, by which to look for a word of a query, in any language."""
    form = normalise(word[:_LONGEST])
    found, _ = _lemmas(form, "")
    return tuple(dict.fromkeys([*map(fold, found), *_stems(form, "")]))


def prefix_key(beginning: str) -> str:
    """What the key of every form begins with that begins so, however it is spelled."""
    return FORM_MARK + fold(normalise(beginning[:_LONGEST]))


def parts_of(word: str) -> list[str]:
    """The parts of a hyphenated word as they are written; none of a word that is one piece."""
    parts = [part for part in _HYPHEN.split(word) if part]
    return parts if len(parts) > 1 else []


def _index_keys_of_one(word: str, language: str) -> list[str]:
    form = normalise(word)
    found, listed = _lemmas(form, language)
    keys = list(map(fold, found))
    if not listed or (word[0].isupper() and CYRILLIC.search(form)):
        keys += _stems(form, language)
    return [*keys, FORM_MARK + fold(form)]


def _lemmas(form: str, language: str) -> tuple[Iterable[str], bool]:
    """The dictionary forms of a normalised form, guessed if need be, and whether they are listed."""
    if _DIGIT.search(form):
        return _number_forms(form, language), True
    if _LATIN_WORD.fullmatch(form):
        form = form.removesuffix("'s")
        return [lemmas.english_lemma(form)], lemmas.is_listed(form, "en")
    if not CYRILLIC.search(form):
        return [form], True
    asked = _slavic_languages(form, language)
    found = [lemma for tongue in asked for lemma in lemmas.dictionary_lemmas(form, tongue)]
    if found:
        return found, True
    guessed = [lemma for tongue in asked for lemma in lemmas.guessed_lemmas(form, tongue)]
    # A word of the other language, quoted: it is listed there, but may be a name here.
    others = [tongue for tongue in _slavic_languages(form, "") if tongue not in asked]
    return guessed + [lemma for other in others for lemma in lemmas.dictionary_lemmas(form, other)], False


def _number_forms(form: str, language: str) -> Iterable[str]:
    """Forms of a word with digits: “2,5” is 2.5, “2014-го” is 2014, “14-річного” is 14-річний."""
    ordinal = _ORDINAL.fullmatch(form)
    if ordinal:
        return [ordinal.group(1)]
    number, hyphen, rest = form.partition("-")
    if hyphen and number.isdigit() and CYRILLIC.match(rest) and not _DIGIT.search(rest):
        return [f"{number}-{lemma}" for lemma in _lemmas(rest, language)[0]]
    return [form.replace(",", ".")]


def _stems(form: str, language: str) -> list[str]:
    if _LATIN_WORD.fullmatch(form):
        return [STEM_MARK + stems.english_stem(fold(form.removesuffix("'s")))]
    if not CYRILLIC.search(form) or _DIGIT.search(form):
        return []
    return [STEM_MARK + _STEMS[tongue](fold(form)) for tongue in _slavic_languages(form, language)]


def _slavic_languages(form: str, language: str) -> tuple[str, ...]:
    """Which of the two a form may belong to: its own letters tell, or else the text it stands in."""
    if UKRAINIAN_LETTER.search(form):
        return ("uk",)
    if RUSSIAN_LETTER.search(form):
        return ("ru",)
    return (language,) if language in lemmas.SLAVIC else lemmas.SLAVIC
