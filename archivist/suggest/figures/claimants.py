# SPDX-License-Identifier: GPL-3.0-or-later
"""Whose number a figure is, in the words of the text: “за даними МОЗ”, “заявив генсек …”, “police said”."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from archivist.language.grammar import readings
from archivist.suggest.dates import DateExpression
from archivist.suggest.figures.claimant_words import (
    ABOUT_THIS,
    AT,
    HANDED_OVER,
    MESSAGES,
    NAMED_BY,
    NO_CLAIMANTS,
    POSSESSIVES,
    PRONOUNS,
    REPORTING,
    SOURCE_NOUNS,
    SOURCES,
    STOPS,
    WITHOUT_SUBJECT,
)
from archivist.suggest.figures.sentences import Sentences
from archivist.suggest.figures.tokens import Reader, Sort
from archivist.suggest.figures.trap_words import MONTHS

_AFTER_QUOTE = frozenset({",", "–", "—", "-", "»", "”", '"'})
_LONGEST = 9  # tokens of a claimant
_LONGEST_SOURCE = 3  # words of “за попередніми даними”
_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
_AFTER_NOUN = frozenset({"for", "of", "from", "by", "in", "on", "to", ".", ",", ";"})
_ENGLISH_LINKS = frozenset({"of", "for", "from", "'s"})
_SENTENCE_WITHIN = 400  # tokens of a sentence that are read; a longer one is no sentence


class Claimants:
    """The claimants that a text names."""

    def __init__(self, reader: Reader, sentences: Sentences, dates: Sequence[DateExpression]) -> None:
        """`dates` in order."""
        self._reader = reader
        self._sentences = sentences
        self._dates = dates
        self._date_ends = [date.end for date in dates]
        self._found: dict[int, list[tuple[int, str]]] = {}

    def of(self, index: int) -> str:
        """The claimant of the figure at this token; "" where its sentence and those beside it name none."""
        number = self._sentences.of(index)
        if here := self._in_sentence(number):
            before = [phrase for place, phrase in here if place <= index]
            return before[-1] if before else here[0][1]
        if (earlier := self._in_sentence(number - 1)) and not self._sentences.begins_paragraph(number):
            return earlier[-1][1]
        if self._speaks_of_this(number + 1) and (later := self._in_sentence(number + 1)):
            return later[0][1]
        return ""

    def _speaks_of_this(self, number: int) -> bool:
        places = self._sentences.tokens(number)
        return bool(places) and any(
            self._reader.matches(places[0], words) for words in ABOUT_THIS[self._reader.language]
        )

    def _in_sentence(self, number: int) -> list[tuple[int, str]]:
        """The claimants of a sentence and the token where each is introduced, in order."""
        if number not in self._found:
            places = self._sentences.tokens(number)[:_SENTENCE_WITHIN]
            self._found[number] = list(self._read(places)) if places else []
        return self._found[number]

    def _read(self, places: range) -> Iterator[tuple[int, str]]:
        last = places[-1] + 1
        for place in places:
            if self._reader.at(place).sort is not Sort.WORD:
                continue
            if length := self._source(place):
                phrase = self._phrase(place + length, last) if self._may_own(place + length) else ""
            elif self._is_reporting(place):
                phrase = self._subject(place, places)
            else:
                continue
            if phrase:
                yield place, phrase

    def _source(self, index: int) -> int:
        for length in range(_LONGEST_SOURCE, 0, -1):
            words = tuple(self._reader.form(index + place) for place in range(length))
            if words in SOURCES[self._reader.language]:
                return length
        return 0

    def _is_reporting(self, index: int) -> bool:
        form, language = self._reader.form(index), self._reader.language
        if language == "en":
            is_noun = form.startswith("estimate") and self._reader.form(index + 1) in _AFTER_NOUN  # “its estimate for”
            return form in REPORTING["en"] and self._reader.at(index).text.islower() and not is_noun
        return _reports(form, language)

    def _subject(self, verb: int, places: range) -> str:
        """Who reports by this verb: before it, after it, or in the place that it names."""
        reader, last = self._reader, places[-1] + 1
        form = reader.form(verb)
        for place in (verb + 1, verb + 2):
            if reader.form(place) in AT[reader.language] and form.endswith(WITHOUT_SUBJECT):
                return self._phrase(self._past_message(place + 1), last)
        follows = (
            verb == places[0]
            or reader.at(verb - 1).sort is not Sort.WORD
            or reader.form(verb - 1) in ("це", "як", "этом", "как", "as")
        )
        if not follows and HANDED_OVER.fullmatch(form):
            return ""
        if not follows and (before := self._phrase_before(verb, places[0])):
            return before
        if not follows and reader.form(verb - 1) in PRONOUNS:
            return ""
        quotes = reader.form(verb - 1) in _AFTER_QUOTE  # “…, стверджує міськрада”
        return self._phrase(verb + 1, last, subject="any" if quotes and verb > places[0] else "source")

    def _past_message(self, index: int) -> int:
        language = self._reader.language
        form = self._reader.form(index)
        return index + any(reading.lemma.replace("ё", "е") in MESSAGES for reading in readings(form, language))

    def _phrase(self, index: int, last: int, *, subject: str = "") -> str:
        """The noun phrase that begins with this token; of a subject, "any" or such as are a "source"."""
        reader = self._reader
        while reader.form(index) in POSSESSIVES and index < last:
            index += 1
        if subject and not self._may_be_subject(index, subject):
            return ""
        place = index
        while place < min(last, index + _LONGEST) and (step := self._step(place, index, last)):
            place += step
        while place > index and reader.form(place - 1) in ("та", "і", "й", "и", "and", "of", "for", "from"):
            place -= 1
        return self._quote(index, place)

    def _step(self, place: int, start: int, last: int) -> int:
        """How many tokens the phrase goes on over here; 0 where it ends."""
        reader, language = self._reader, self._reader.language
        token = reader.at(place)
        if token.text in _QUOTES:
            return self._quoted(place, last)
        if token.sort is not Sort.WORD or self._is_date(place):
            return 0
        if (token.form, reader.form(place + 1)) in NAMED_BY and place > start:
            return 2
        if token.form in STOPS[language]:
            return 0 if token.form != "and" or not reader.at(place + 1).text[:1].isupper() else 1
        if language == "en":
            is_verb = token.form in REPORTING["en"] and token.text.islower()
            return 0 if is_verb or token.form.endswith("ly") else 1
        return 0 if place > start and _is_verb(token.form, language) and not token.text[:1].isupper() else 1

    def _quoted(self, place: int, last: int) -> int:
        closing = _QUOTES[self._reader.at(place).text]
        for end in range(place + 1, min(last, place + _LONGEST)):
            if self._reader.at(end).text == closing:
                return end + 1 - place
        return 0

    def _may_be_subject(self, index: int, subject: str) -> bool:
        token = self._reader.at(index)
        if token.form in PRONOUNS or self._reader.language == "en":
            return (
                token.form not in PRONOUNS
                and token.text[:1].isalpha()
                and token.form not in ("reporters", "journalists")
            )
        if token.sort is not Sort.WORD:
            return token.text in _QUOTES
        if token.text[:1].isupper():
            return True
        for each in readings(token.text, self._reader.language):
            if each.case != "nomn":
                continue
            if each.animate or each.lemma in SOURCE_NOUNS or (subject == "any" and each.part == "NOUN"):
                return True
            if each.is_adjective and self._may_be_subject(index + 1, subject):
                return True
        return False

    def _may_own(self, index: int) -> bool:
        """Whether data can be those of what this word names: a genitive, a name, a quoted name."""
        token = self._reader.at(index)
        if self._reader.language == "en" or token.sort is not Sort.WORD or token.text[:1].isupper():
            return self._reader.language == "en" or token.text[:1].isupper() or token.text in _QUOTES
        return any(
            each.case in ("gent", "") and each.part != "ADJS" for each in readings(token.text, self._reader.language)
        )

    def _phrase_before(self, verb: int, first: int) -> str:
        """The noun phrase that ends before this verb."""
        reader = self._reader
        end = verb
        while end > first and (
            self._is_date(end - 1)
            or reader.form(end - 1) in ("вже", "також", "раніше", "уже", "ранее", "также", "also", "earlier", "later")
        ):
            end -= 1
        start = end
        while start > max(first, end - _LONGEST) and self._goes_back_over(start - 1):
            start -= 1
        while start < end and not self._may_begin(start):
            start += 1
        while start < end and reader.form(start) in POSSESSIVES | _ENGLISH_LINKS:
            start += 1
        if reader.language != "en" and not any(self._may_be_subject(place, "source") for place in range(start, end)):
            return ""
        return self._quote(start, end)

    def _goes_back_over(self, index: int) -> bool:
        reader, language = self._reader, self._reader.language
        token = reader.at(index)
        if (
            token.sort is not Sort.WORD
            or self._is_date(index)
            or token.form in PRONOUNS
            or MONTHS.fullmatch(token.form)
        ):
            return False
        if (token.form, reader.form(index + 1)) in NAMED_BY:
            return True
        if token.form in STOPS[language]:
            return False
        if language == "en":
            return not token.form.endswith("ly")
        return token.text[:1].isupper() or not _is_verb(token.form, language)

    def _may_begin(self, index: int) -> bool:
        """Whether a subject may begin with this word: one that can be nominative."""
        if self._reader.language == "en":
            return True
        token = self._reader.at(index)
        found = readings(token.text, self._reader.language)
        return (token.text.isupper() and len(token.text) > 1) or any(
            each.case in ("nomn", "") and (each.part == "NOUN" or each.is_adjective) for each in found
        )

    def _is_date(self, index: int) -> bool:
        token = self._reader.at(index)
        place = bisect_left(self._date_ends, token.start + 1)
        return place < len(self._dates) and self._dates[place].start < token.end

    def _quote(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        reader = self._reader
        if end - start == 1 and (reader.form(start) in PRONOUNS or reader.form(start) in NO_CLAIMANTS):
            return ""
        return reader.text[reader.at(start).start : reader.at(end - 1).end]


@lru_cache(10_000)
def _reports(form: str, language: str) -> bool:
    if not form.startswith(REPORTING[language]):
        return False
    found = readings(form, language)
    return found[0].part in ("VERB", "PRTS") or (_is_verb(form, language) and found[0].part not in ("GRND", "INFN"))


@lru_cache(20_000)
def _is_verb(form: str, language: str) -> bool:
    """Whether the word is a verb and no noun or adjective."""
    found = readings(form, language)
    is_verb = any(reading.part in ("VERB", "INFN", "GRND", "PRTS") for reading in found)
    return is_verb and not any(reading.part in ("NOUN", "ADJF") for reading in found[:2])
