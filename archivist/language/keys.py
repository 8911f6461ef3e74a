# SPDX-License-Identifier: GPL-3.0-or-later
"""The keys by which an inflected word is found.

A form is indexed under every dictionary form that it may well have, for the right one cannot be
told without its sentence. A word that no dictionary lists, or that may be a name, is indexed under
its light stems as well; a query asks for both. The form itself is a key, too, for exact words and
for words of which only the beginning is known. Stems and forms bear a mark, so that neither is
taken for a dictionary form.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from archivist.language import lemmas, stems
from archivist.language.normalise import (
    APOSTROPHES,
    CYRILLIC,
    HYPHENS,
    RUSSIAN_LETTER,
    UKRAINIAN_LETTER,
    fold,
    in_cyrillic,
    normalise,
)

STEM_MARK = "~"
FORM_MARK = "="
_CYRILLIC_WORD = re.compile("[\u0400-\u052f'-]+")
_LATIN_WORD = re.compile("[a-z\u00df-\u024f']+")
_HYPHEN = re.compile(f"[{HYPHENS}]")
_SEAM = re.compile(rf"[{HYPHENS}\s]")
_DIGIT = re.compile(r"\d")
_ORDINAL = re.compile("([0-9]+)(?:-[а-яіїєґ]{1,3}|st|nd|rd|th)")
_NUMBER_AND_WORD = re.compile(r"([0-9]+(?:[.,][0-9]+)?)-([^\W\d]+)")
_WORD_AND_NUMBER = re.compile(r"([^\W\d]{3,})-([0-9]+)")
# “ОДКБ-у”, “ЮКОСа”: an acronym with a case ending.
_SIGN = f"[{re.escape(APOSTROPHES + HYPHENS)}]"
_INFLECTED_ACRONYM = re.compile(
    f"([А-ЯҐЄІЇЁ]{{2,}}(?={_SIGN})|[А-ЯҐЄІЇЁ]{{3,}}){_SIGN}?"
    "(?:а|у|ю|я|и|ы|і|е|ом|ем|єм|ові|еві|ою|ой|ов|ів|ей|ам|ами|ах|ям|ях)"
)
_STEMS = {"uk": stems.ukrainian_stems, "ru": stems.russian_stems}
_LONGEST = 100  # letters of a word that count; what is longer is no word of a language
_MOST_COMPOUNDS = 12
_CACHED_FORMS = 200_000  # about 100 MB when full


class _Word(NamedTuple):
    """What the dictionaries know of a form."""

    lemmas: list[str]
    listed: bool
    """Whether a dictionary lists it; else its lemmas are guessed."""
    complete: bool
    """Whether they are all that it can be, even if it is a name."""


@lru_cache(_CACHED_FORMS)
def index_keys(word: str, language: str) -> tuple[str, ...]:
    """The keys of a word as it stands in a text of the given language ("" where it is not known).

    A hyphenated word has the keys of the whole and those of its parts, and so has “10 000”; “5-го” is a 5.
    """
    word = word[:_LONGEST]
    keys = _index_keys_of_one(word, language)
    if _SEAM.search(word) and not _ORDINAL.fullmatch(word):
        for part in (parts := _parts(word, _SEAM)):
            # What links parts ends in “о” (“Івано-Франківськ”, “житлово-комунальний”), and is in no case.
            links = part[-1] in "оО" and part is not parts[-1]
            keys += _index_keys_of_one(part, language, with_stems=not links)
    return tuple(dict.fromkeys(keys))


@lru_cache(4096)
def query_keys(word: str) -> tuple[str, ...]:
    """The keys, of which any will do, by which to look for a word of a query, in any language."""
    word = word[:_LONGEST]
    form = _form(word)
    found = _lemmas_of_acronym(word) or _look_up(form, "").lemmas
    return tuple(dict.fromkeys([*map(fold, found), *_stems(form, "")]))


def prefix_key(beginning: str) -> str:
    """What the key of every form begins with that begins so, however it is spelled."""
    return FORM_MARK + fold(_form(beginning[:_LONGEST]))


def parts_of(word: str) -> list[str]:
    """The parts of a hyphenated word as they are written; none of a word that is one piece."""
    return _parts(word, _HYPHEN)


def _parts(word: str, seam: re.Pattern[str]) -> list[str]:
    parts = [part for part in seam.split(word) if part]
    return parts if len(parts) > 1 else []


def _form(word: str) -> str:
    return normalise(word).replace(" ", "")  # 10 000 is 10000


def _index_keys_of_one(word: str, language: str, *, with_stems: bool = True) -> list[str]:
    form = _form(word)
    known = _look_up(form, language)
    keys = [fold(lemma) for lemma in (*known.lemmas, *_lemmas_of_acronym(word))]
    if with_stems and (not known.listed or (not known.complete and word[0].isupper() and CYRILLIC.search(form))):
        keys += _stems(form, language)
    keys.append(FORM_MARK + fold(form))
    return keys


def _look_up(form: str, language: str) -> _Word:
    """The dictionary forms of a normalised form, guessed if need be."""
    if _CYRILLIC_WORD.fullmatch(form):
        return _look_up_slavic(form, language)
    if _DIGIT.search(form):
        return _Word(_number_forms(form, language), listed=True, complete=True)
    if _LATIN_WORD.fullmatch(form):
        form = form.removesuffix("'s")
        return _Word(lemmas.english_lemmas(form), lemmas.is_listed(form, "en"), complete=True)
    if not CYRILLIC.search(form):
        return _Word([form], listed=True, complete=True)
    return _look_up_slavic(form, language)


def _look_up_slavic(form: str, language: str) -> _Word:
    asked = _slavic_languages(form, language)
    listed = [lemmas.dictionary_lemmas(form, tongue) for tongue in asked]
    found = [lemma for each in listed for lemma in each.likely or each.seldom]
    likely = [each for each in listed if each.likely]
    if likely:
        return _Word(found, listed=True, complete=all(each.complete for each in likely))
    # A word of the other language, quoted: it is listed there, but may be a name here.
    others = [tongue for tongue in _slavic_languages(form, "") if tongue not in asked]
    quoted = [lemma for other in others for lemma in lemmas.dictionary_lemmas(form, other).likely]
    if found:
        return _Word(found + quoted, listed=True, complete=False)
    if parts := parts_of(form):
        compound = _look_up_compound(parts, language)
        return compound._replace(lemmas=compound.lemmas + quoted)
    guessed = [lemma for tongue in asked for lemma in lemmas.guessed_lemmas(form, tongue)]
    return _Word(guessed + quoted, listed=False, complete=False)


def _look_up_compound(parts: list[str], language: str) -> _Word:
    """A hyphenated word that is not listed: each part is inflected, or none but the last."""
    known = [_look_up(part, language) for part in parts]
    joined = islice(product(*(word.lemmas for word in known)), _MOST_COMPOUNDS)
    return _Word(["-".join(each) for each in joined], all(word.listed for word in known), complete=False)


def _number_forms(form: str, language: str) -> list[str]:
    """Forms of a word with digits: “2,5” is 2.5, “2014-го” is 2014, “14-річного” is 14-річний, “C-300”
    with a Latin C is “С-300” with a Cyrillic one.
    """
    if ordinal := _ORDINAL.fullmatch(form):
        return [ordinal.group(1)]
    if measure := _NUMBER_AND_WORD.fullmatch(form):
        number = measure.group(1).replace(",", ".")
        return [f"{number}-{lemma}" for lemma in _look_up(measure.group(2), language).lemmas]
    if numbered := _WORD_AND_NUMBER.fullmatch(form):
        return [f"{lemma}-{numbered.group(2)}" for lemma in _look_up(numbered.group(1), language).lemmas]
    return [in_cyrillic(form.replace(",", "."))]


def _lemmas_of_acronym(word: str) -> list[str]:
    if not word[:2].isupper() or word.isupper():
        return []
    match = _INFLECTED_ACRONYM.fullmatch(word)
    return [normalise(match.group(1))] if match else []


def _stems(form: str, language: str) -> list[str]:
    if _LATIN_WORD.fullmatch(form):
        return [STEM_MARK + stems.english_stem(fold(form.removesuffix("'s")))]
    if not CYRILLIC.search(form) or _DIGIT.search(form):
        return []
    folded = fold(form)
    return [STEM_MARK + stem for tongue in _slavic_languages(form, language) for stem in _STEMS[tongue](folded)]


def _slavic_languages(form: str, language: str) -> tuple[str, ...]:
    """Which of the two a form may belong to: its own letters tell, or else the text it stands in."""
    if UKRAINIAN_LETTER.search(form):
        return ("uk",)
    if RUSSIAN_LETTER.search(form):
        return ("ru",)
    return (language,) if language in lemmas.SLAVIC else lemmas.SLAVIC
