# SPDX-License-Identifier: GPL-3.0-or-later
"""The noun phrase around a word, by simple rules of agreement. Every place is in code points.

Ukrainian and Russian: what stands before a noun and agrees with it in case, number and gender; what
follows it in the genitive, “міністерство внутрішніх справ України”; names beside it in its own case,
“президента Токаєва”; and a name in quotation marks. Of English see english_phrases.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archivist.language import english_phrases
from archivist.language.detect import detect_language
from archivist.language.grammar import Agreeing, agreeing
from archivist.language.normalise import CYRILLIC, UKRAINIAN_LETTER
from archivist.language.words import Word, words

_MOST_BEFORE = 6  # words before a noun
_MOST_AFTER = 12  # words after it
_NAME = re.compile(r"\s+[«“„\"][^«»“”„\"\n]{1,80}[»”“\"]")  # in quotation marks, after a noun
_WRITTEN_SHORTENED = "тис тыс млн млрд трлн грн руб дол коп"
_SHORTENED = frozenset(_WRITTEN_SHORTENED.split())
_NO_NOUN = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "GRND", "INFN", "ADVB", "PRED", "COMP"})
_AGREE_BEFORE = frozenset({"ADJF", "PRTF", "NPRO"})
# Pronouns that stand for a noun and not before one.
_WRITTEN_PERSONAL = (
    "я ти ми ви він вона воно вони мене тебе нас вас їх їм ним ними ній ним них хто що щось хтось ніхто ніщо себе собі"
    " ты мы вы он она оно они меня тебя ним ними ней них кто что кто-то что-то никто ничто себя себе это це то"
)
_PERSONAL = frozenset(_WRITTEN_PERSONAL.split())


def phrase_of(sentence: str, start: int, end: int, language: str = "") -> tuple[int, int]:
    """The noun phrase of a sentence that holds the word at [start, end); the word itself where it is in none."""
    found = list(words(sentence))
    at = next((number for number, word in enumerate(found) if word.start <= start < word.end), None)
    if at is None:
        return start, end
    if CYRILLIC.search(sentence[start:end]) or (language in ("uk", "ru") and CYRILLIC.search(sentence)):
        span = _slavic(sentence, found, at, _slavic_language(sentence, language))
    else:
        span = english_phrases.phrase(sentence, found, at)
    return span or (start, end)


def _slavic_language(sentence: str, language: str) -> str:
    known = language if language in ("uk", "ru") else detect_language(sentence)
    if known in ("uk", "ru"):
        return known
    return "uk" if UKRAINIAN_LETTER.search(sentence.lower()) else "ru"


@dataclass(frozen=True, slots=True)
class _Token:
    word: Word
    readings: tuple[Agreeing, ...]
    is_number: bool
    is_capital: bool

    @property
    def nouns(self) -> list[Agreeing]:
        """What it may be as a noun; nothing for a word that is more likely a preposition or the like."""
        if any(reading.part in _NO_NOUN for reading in self.readings):
            return []
        return [reading for reading in self.readings if reading.part == "NOUN"]

    @property
    def modifiers(self) -> list[Agreeing]:
        """What it may be before a noun."""
        if any(reading.part in ("PREP", "CONJ") for reading in self.readings) or self.word.text.lower() in _PERSONAL:
            return []
        return [reading for reading in self.readings if reading.part in _AGREE_BEFORE]

    @property
    def may_be_verb(self) -> bool:
        return not self.is_capital and any(reading.part == "VERB" for reading in self.readings)


def _slavic(sentence: str, found: Sequence[Word], at: int, language: str) -> tuple[int, int] | None:
    first, last = max(0, at - _MOST_BEFORE - _MOST_AFTER), at + _MOST_BEFORE + _MOST_AFTER
    tokens = [_token(word, language) for word in found[first:last]]
    wanted, number = at - first, 0
    while number <= wanted:
        end = _whole(sentence, tokens, number, wanted)
        if end is not None and end > wanted:
            closing = _NAME.match(sentence, tokens[end - 1].word.end)
            return tokens[number].word.start, closing.end() if closing else tokens[end - 1].word.end
        number = end if end is not None else number + 1
    return None


def _token(word: Word, language: str) -> _Token:
    is_number = word.text[0].isdigit() or word.text.lower() in _SHORTENED
    readings = () if is_number else agreeing(word.text, language)
    is_number = is_number or any(reading.part == "NUMR" for reading in readings)
    return _Token(word, readings, is_number, word.text[0].isupper())


def _whole(sentence: str, tokens: Sequence[_Token], start: int, wanted: int) -> int | None:
    """Where the phrase ends (a number of a token) that begins with one, if a phrase begins there."""
    simple = _simple(sentence, tokens, start, wanted)
    if simple is None:
        return None
    end, cases = simple
    while end < len(tokens) and end - start < _MOST_AFTER and _adjoin(sentence, tokens, end - 1):
        after = _genitive(sentence, tokens, end) or _apposed(tokens, end, cases)
        if after is None:
            break
        end = after
    return end


def _simple(sentence: str, tokens: Sequence[_Token], start: int, wanted: int) -> tuple[int, frozenset[str]] | None:
    """A noun with what agrees with it before it: where it ends, and the cases that it may be in."""
    number, before = start, list[_Token]()
    while number < len(tokens) and len(before) <= _MOST_BEFORE:
        token = tokens[number]
        heads = [head for head in token.nouns if _governs(before, head)]
        if heads and (before or not token.may_be_verb or number == wanted):
            longer = _simple_after(sentence, tokens, number, before)
            return longer or (number + 1, frozenset(head.case for head in heads))
        if not (token.is_number or token.modifiers):
            break
        before.append(token)
        number += 1
        if number < len(tokens) and not _adjoin(sentence, tokens, number - 1):
            break
    if len(before) > 1 and before[0].is_number and before[-1].modifiers:  # “18 поранених”
        return start + len(before), frozenset(reading.case for reading in before[-1].modifiers)
    return None


def _simple_after(
    sentence: str, tokens: Sequence[_Token], number: int, before: Sequence[_Token]
) -> tuple[int, frozenset[str]] | None:
    """Where a word that may be a noun or an adjective is rather the latter: there is a noun behind it that it fits."""
    token = tokens[number]
    if not token.modifiers or number + 1 >= len(tokens) or not _adjoin(sentence, tokens, number):
        return None
    heads = [head for head in tokens[number + 1].nouns if _governs([*before, token], head)]
    return (number + 2, frozenset(head.case for head in heads)) if heads else None


def _governs(before: Sequence[_Token], head: Agreeing) -> bool:
    """Whether all of these agree with a noun; after a number it may be in the genitive besides."""
    counted = any(token.is_number for token in before)
    return all(
        token.is_number or any(_agree(reading, head, counted=counted) for reading in token.modifiers)
        for token in before
    )


def _agree(modifier: Agreeing, head: Agreeing, *, counted: bool) -> bool:
    if counted and modifier.plural and modifier.case in ("gent", "nomn", "accs") and head.case == "gent":
        return True  # “дві нові школи”, “два новых дома”
    if modifier.case != head.case and "" not in (modifier.case, head.case):
        return False
    if modifier.plural != head.plural:
        return False
    return head.plural or modifier.gender == head.gender or "" in (modifier.gender, head.gender)


def _genitive(sentence: str, tokens: Sequence[_Token], start: int) -> int | None:
    """Where a noun in the genitive ends, with what stands before it, if one begins with a token."""
    if tokens[start].may_be_verb:
        return None
    simple = _simple(sentence, tokens, start, -1)
    return simple[0] if simple is not None and "gent" in simple[1] else None


def _apposed(tokens: Sequence[_Token], number: int, cases: frozenset[str]) -> int | None:
    """Where a name ends that is beside a noun and in its case."""
    token = tokens[number]
    if not token.is_capital or any(reading.part in ("PREP", "CONJ", "NPRO") for reading in token.readings):
        return None
    agrees = not token.readings or any(reading.case in cases or not reading.case for reading in token.nouns)
    return number + 1 if agrees else None


def _adjoin(sentence: str, tokens: Sequence[_Token], number: int) -> bool:
    """Whether nothing but space is between a token and the next, or the full stop of a shortened number."""
    token = tokens[number]
    between = sentence[token.word.end : tokens[number + 1].word.start] if number + 1 < len(tokens) else ""
    if token.word.text.lower() in _SHORTENED:
        between = between.removeprefix(".")
    return bool(between) and not between.strip()
