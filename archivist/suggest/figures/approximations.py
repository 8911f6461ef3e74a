# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that say how exact a number is: “понад”, “не менше ніж”, “almost”, “or more”."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from archivist.suggest.figures.tokens import Reader
from archivist.suggest.figures.word_lists import word_set

EXACT = "exact"
ABOUT = "about"
AT_LEAST = "at_least"
MORE_THAN = "more_than"
ALMOST = "almost"
UP_TO = "up_to"

# Before a number. What is said to be less than a number is up to it.
_BEFORE = {
    "uk": {
        ABOUT: "близько, біля, приблизно, орієнтовно, десь, десь із, плюс-мінус, порядку, в районі, умовно, наближено",
        AT_LEAST: "щонайменше, принаймні, мінімум, не менше, не менше ніж, не менше як, не менше за, не менш, "
        "не менш ніж, не менш як, як мінімум, хоча б",
        MORE_THAN: "понад, поверх, більше, більше ніж, більше як, більше за, більш, більш ніж, більш як, дещо більше, "
        "трохи більше, трохи більше ніж, трохи понад, значно більше, значно більше ніж, за понад, вище, "
        "вище ніж, вище за",
        ALMOST: "майже, без малого, мало не, ледь не",
        UP_TO: "до, аж до, не більше, не більше ніж, не більше як, не більш, не більш ніж, не більш як, менше, "
        "менше ніж, менше як, менш, менш ніж, менш як, максимум, щонайбільше, трохи менше, трохи менше ніж, "
        "не вище, не понад, нижче, нижче ніж, нижче за",
    },
    "ru": {
        ABOUT: "около, примерно, приблизительно, ориентировочно, порядка, где-то, в районе, плюс-минус",
        AT_LEAST: "по меньшей мере, как минимум, минимум, не менее, не менее чем, не меньше, не меньше чем, хотя бы, "
        "по крайней мере",
        MORE_THAN: "более, более чем, больше, больше чем, свыше, сверх, чуть более, чуть более чем, чуть больше, "
        "чуть больше чем, немногим более, немногим более чем, значительно больше, выше, выше чем",
        ALMOST: "почти, почти что, без малого, едва не, чуть не",
        UP_TO: "до, вплоть до, не более, не более чем, не больше, не больше чем, менее, менее чем, меньше, меньше чем, "
        "максимум, самое большее, чуть менее, чуть меньше, не свыше, не выше, ниже, ниже чем",
    },
    "en": {
        ABOUT: "about, around, roughly, approximately, approx, some, circa, estimated, an estimated, in the region of, "
        "or so, somewhere around",
        AT_LEAST: "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, "
        "at minimum",
        MORE_THAN: "more than, over, above, upwards of, upward of, in excess of, well over, just over, slightly over, "
        "just above, slightly more than, a little more than, well above, greater than, larger than, higher than, "
        "exceeding, far more than",
        ALMOST: "almost, nearly, close to, just under, just short of, just below, not quite, approaching",
        UP_TO: "up to, as many as, as much as, no more than, not more than, at most, at the most, fewer than, "
        "less than, "
        "under, below, a maximum of, maximum of, well under, smaller than, lower than",
    },
}
# After the number or what it counts.
_AFTER = {
    "uk": {
        AT_LEAST: "і більше, й більше, або більше, чи більше, та більше",
        ABOUT: "або близько того, чи близько того",
    },
    "ru": {AT_LEAST: "и более, или более, и больше, или больше", ABOUT: "или около того"},
    "en": {AT_LEAST: "or more, and more, or greater", UP_TO: "or less, or fewer", ABOUT: "or so"},
}
# A verb of change before “до” says to what a number grew or fell; it is no limit then.
_CHANGE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "uk": tuple(
            word_set("""
            зрос зріс зроста вирос виріс збільш зменш скорот підвищ підн знизи зниж опуст опуска впа упа пада дійш дійти
            сяг подорожч подешев довед прискор сповільн поверну переніс перене
            """)
        ),
        "ru": tuple(
            word_set("""
            вырос вырас возрос возраст увелич уменьш сокра повы подня сниз сниж опуст опуска упа пада дош дойти
            подорожа подешев довед ускор замедл верну перене расшир
            """)
        ),
        "en": (),
    }
)
_PREPOSITIONS = frozenset({"на", "в", "у", "до", "з", "із", "с", "за", "по", "by", "to"})
# “Стало більше на 20%” says by how much, and not more than what.
_COMPARATIVES = frozenset(
    {
        "більше",
        "більш",
        "менше",
        "менш",
        "больше",
        "более",
        "меньше",
        "менее",
        "above",
        "over",
        "under",
        "below",
        "десь",
        "some",
        "about",
        "around",
    }
)
_CHANGE_WITHIN = 6  # tokens before “до”
_LONGEST = 5  # words of an approximation


class Approximation(NamedTuple):
    """How exact a number is, said by the tokens [start, end)."""

    name: str
    start: int
    end: int


def _by_words(table: Mapping[str, str]) -> Mapping[tuple[str, ...], str]:
    return {tuple(phrase.split()): name for name, phrases in table.items() for phrase in phrases.split(", ")}


BEFORE = MappingProxyType({language: _by_words(table) for language, table in _BEFORE.items()})
AFTER = MappingProxyType({language: _by_words(table) for language, table in _AFTER.items()})
_LAST_WORDS = {language: frozenset(words[-1] for words in phrases) for language, phrases in BEFORE.items()}
_FIRST_WORDS = {language: frozenset(words[0] for words in phrases) for language, phrases in AFTER.items()}


def approximation_before(reader: Reader, index: int) -> Approximation | None:
    """The longest approximation whose last word stands before this token, or before its preposition.

    That is “більш ніж на 20%”, “почти до 22%”.
    """
    if found := _ends_before(reader, index):
        return found
    if reader.form(index - 1) not in _PREPOSITIONS or not reader.on_one_line(index):
        return None
    found = _ends_before(reader, index - 1)
    is_sure = found and (found.end - found.start > 1 or reader.form(found.start) not in _COMPARATIVES)
    return found._replace(end=index) if found and is_sure and reader.form(found.start) != "до" else None


def _ends_before(reader: Reader, index: int) -> Approximation | None:
    language = reader.language
    if reader.form(index - 1) in (">", "≥", "<", "≤", "~", "≈") and reader.on_one_line(index):
        signs = {">": MORE_THAN, "≥": AT_LEAST, "<": UP_TO, "≤": UP_TO, "~": ABOUT, "≈": ABOUT}
        return Approximation(signs[reader.form(index - 1)], index - 1, index)
    if reader.form(index - 1) not in _LAST_WORDS[language] or not reader.on_one_line(index):
        return None
    for length in range(min(_LONGEST, index), 0, -1):
        start = index - length
        words = tuple(reader.form(place) for place in range(start, index))
        name = BEFORE[language].get(words)
        if name and reader.matches(start, words):
            return None if words == ("до",) and _changes(reader, start) else Approximation(name, start, index)
    return None


def approximation_after(reader: Reader, index: int) -> Approximation | None:
    """The approximation that begins with this token, after a number."""
    language = reader.language
    if reader.form(index) == "+" and reader.touches(index) and not reader.touches(index + 1):
        return Approximation(AT_LEAST, index, index + 1)
    if reader.form(index) not in _FIRST_WORDS[language] or not reader.on_one_line(index):
        return None
    for length in range(3, 0, -1):
        words = tuple(reader.form(index + place) for place in range(length))
        if name := AFTER[language].get(words):
            return Approximation(name, index, index + length)
    return None


def _changes(reader: Reader, index: int) -> bool:
    for place in range(index - 1, max(index - 1 - _CHANGE_WITHIN, -1), -1):
        if reader.form(place).startswith(_CHANGE[reader.language]):
            return True
        if reader.form(place) in (".", ";", "!", "?") and not reader.touches(place + 1):
            return False
    return False


def speaks_of_change(reader: Reader, index: int) -> bool:
    """Whether a verb before this token says that a number grew or fell: “зросла з 5 до 7” is no range."""
    return _changes(reader, index)
