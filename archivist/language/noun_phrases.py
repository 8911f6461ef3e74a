# SPDX-License-Identifier: GPL-3.0-or-later
"""The noun phrase around a word, by simple rules of agreement. Every place is in code points.

Ukrainian and Russian: what stands before a noun and agrees with it in case, number and gender; what
follows it in the genitive, “міністерство внутрішніх справ України”; names beside it in its own case,
“президента Токаєва”; and a name in quotation marks. English: the run of words around the place that
holds no verb, pronoun, preposition or conjunction, with the numbers and the article before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archivist.language.detect import detect_language
from archivist.language.grammar import Agreeing, agreeing
from archivist.language.normalise import CYRILLIC, UKRAINIAN_LETTER
from archivist.language.words import Word, words

_MOST_BEFORE = 6  # words before a noun
_MOST_AFTER = 12  # words after it
_NAME = re.compile(r"\s+[«“„\"][^«»“”„\"\n]{1,80}[»”“\"]")  # in quotation marks, after a noun
_SHORTENED = frozenset("тис тыс млн млрд трлн грн руб дол коп".split())
_NO_NOUN = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "GRND", "INFN", "ADVB", "PRED", "COMP"})
_AGREE_BEFORE = frozenset({"ADJF", "PRTF", "NPRO"})
# Pronouns that stand for a noun and not before one.
_PERSONAL = frozenset(
    "я ти ми ви він вона воно вони мене тебе нас вас їх їм ним ними ній ним них хто що щось хтось ніхто ніщо себе собі"
    " ты мы вы он она оно они меня тебя ним ними ней них кто что кто-то что-то никто ничто себя себе это це то".split()
)


def phrase_of(sentence: str, start: int, end: int, language: str = "") -> tuple[int, int]:
    """The noun phrase of a sentence that holds the word at [start, end); the word itself where it is in none."""
    found = list(words(sentence))
    at = next((number for number, word in enumerate(found) if word.start <= start < word.end), None)
    if at is None:
        return start, end
    if CYRILLIC.search(sentence[start:end]) or (language in ("uk", "ru") and CYRILLIC.search(sentence)):
        span = _slavic(sentence, found, at, _slavic_language(sentence, language))
    else:
        span = _english(sentence, found, at)
    return span or (start, end)


def _slavic_language(sentence: str, language: str) -> str:
    known = language if language in ("uk", "ru") else detect_language(sentence)
    if known in ("uk", "ru"):
        return known
    return "uk" if UKRAINIAN_LETTER.search(sentence.lower()) else "ru"


# Ukrainian and Russian


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


# English

_DETERMINERS = frozenset(
    "a an the this that these those some any each every no several many few both all his her its their our my your"
    " another other such more most less fewer".split()
)
_BETWEEN = frozenset(
    "about above across after against along among around as at before behind below beneath beside besides between"
    " beyond by despite down during except for from in inside into like near of off on onto out outside over past per"
    " since than through throughout to toward towards under until up upon via with within without"
    " and or but nor so yet if because although though while when where who whom whose which what why how whether that"
    " i you he she it we they me him us them himself herself itself themselves there here then now not only also"
    " just still already even again very too never always often soon later today yesterday tomorrow".split()
)
_VERBS = frozenset(
    "is are was were be been being am has have had having do does did doing can could may might must shall should will"
    " would said says say told tells tell made make makes went go goes came come comes took take takes gave give gives"
    " got get gets saw see sees found find finds left leave leaves began begin begins kept keep keeps held hold holds"
    " brought bring brings thought think thinks became become becomes knew know knows met meet meets led lead leads"
    " won win wins lost lose loses put puts set sets ran run runs rose rise rises fell fall falls broke break breaks"
    " shot spoke speak speaks wrote write writes sent send sends built build builds fought paid pay pays let lets"
    " remain remains remained seem seems include includes including".split()
)
_VERB_ENDING = re.compile(r".{2,}ed|.{3,}ing")
_ADVERB_ENDING = re.compile(r".{3,}ly")
_NOUNS_OF_ENDING = frozenset(
    "building meeting morning evening ceiling wedding spring string king ring wing thing nothing something anything"
    " everything hearing shooting rating funding training bombing shelling uprising offspring"
    " bed seed deed speed need breed shed red hundred kindred family ally supply assembly rally italy july reply"
    " anomaly monopoly".split()
)


def _english(sentence: str, found: Sequence[Word], at: int) -> tuple[int, int] | None:
    if _ends_phrase(found, at, first=True):
        return None
    first = at
    while first and _goes_on(sentence, found, first) and not _is_determiner(found[first]):
        first -= 1
    last = at
    while last + 1 < len(found) and _goes_on(sentence, found, last + 1) and not _is_determiner(found[last + 1]):
        last += 1
    last = _with_of(sentence, found, last)
    return found[first].start, found[last].end


def _goes_on(sentence: str, found: Sequence[Word], number: int) -> bool:
    """Whether a word and the one before it are of one phrase."""
    between = sentence[found[number - 1].end : found[number].start]
    if between.strip() not in ("", "%", "$", "€", "£") or "\n" in between:
        return False
    behind_article = number > 1 and _is_determiner(found[number - 2])
    opens = number == 1 or behind_article or _is_determiner(found[number - 1])
    return not (
        _ends_phrase(found, number, first=_is_determiner(found[number - 1]))
        or _ends_phrase(found, number - 1, first=opens)
    )


def _ends_phrase(found: Sequence[Word], number: int, *, first: bool) -> bool:
    """Whether a word is in no noun phrase; a participle at the beginning of one is."""
    word = found[number].text.lower()
    if word in _DETERMINERS:
        return False
    if word in _BETWEEN or word in _VERBS:
        return True
    if word in _NOUNS_OF_ENDING or found[number].text[0].isupper():
        return False
    if _ADVERB_ENDING.fullmatch(word):
        return True
    return not first and _VERB_ENDING.fullmatch(word) is not None


def _is_determiner(word: Word) -> bool:
    return word.text.lower() in _DETERMINERS


def _with_of(sentence: str, found: Sequence[Word], last: int) -> int:
    """Where a phrase ends that goes on with “of” and a name: “Ministry of Internal Affairs”."""
    while last + 2 < len(found) and found[last + 1].text == "of" and found[last].text[0].isupper():
        number = last + 2
        if _is_determiner(found[number]) and number + 1 < len(found):
            number += 1
        if not found[number].text[0].isupper():
            break
        while (
            number + 1 < len(found)
            and found[number + 1].text[0].isupper()
            and not sentence[found[number].end : found[number + 1].start].strip()
        ):
            number += 1
        last = number
    return last
