# SPDX-License-Identifier: GPL-3.0-or-later
"""New actors, guessed from capitals, titles, quotation marks and words like “Міністерство”. Never linked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from archivist.language.normalise import CYRILLIC
from archivist.language.text_tokens import tokens
from archivist.model import ActorType, Kind, Suggestion
from archivist.suggest.guess_context import Context, Guess
from archivist.suggest.organisation_guesses import guess_acronym, guess_organisation, guess_quoted
from archivist.suggest.place_context import is_said_to_be_place

SOURCE = "guess"
_LANGUAGES = frozenset(("uk", "ru", "en"))
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEW_WORDS = 20  # of which no language could be told
_ENOUGH_TO_TELL = 4000  # characters
_LONGEST = 8  # words of a guessed name
_MOST_INITIALS = 3
_TELLING = 3  # letters of a surname that are enough to know it again

# Confidence, by what speaks for a guess.
_GIVEN_NAME = 0.8
_INITIALS = 0.8
_TITLED = 0.7
_COUNTRY = 0.8
_PLACE = 0.6
_SURNAME = 0.6
_SURNAME_AGAIN = 0.75
_CAPITAL_ALONE = 0.4
_PLACE_BY_CONTEXT = 0.5
_SEVERAL_CAPITALS = 0.45


def guess_actors(text: str, language: str, taken: Iterable[tuple[int, int]]) -> list[Suggestion]:
    """What may be an actor that the registry does not know, in order, none overlapping another or a
    `taken` span. `attributes` holds the `type`, an ActorType, where it can be told.
    """
    if not _is_read_here(text, language):
        return []
    spans = sorted(taken)
    starts = [start for start, _ in spans]
    guesser = _Guesser(Context(text, tokens(text), language))
    found: list[Suggestion] = []
    for guess in guesser.guesses():
        start, end = guesser.context.extent(guess)
        place = bisect_right(starts, start)
        if (place and spans[place - 1][1] > start) or (place < len(spans) and spans[place][0] < end):
            continue
        attributes = {"type": guess.type.value} if guess.type else {}
        found.append(Suggestion(start, end, text[start:end], Kind.ACTOR, attributes, guess.confidence, SOURCE))
    return found


def _is_read_here(text: str, language: str) -> bool:
    """Whether it is in a language whose capitals tell names: in German, say, they tell nouns."""
    if language:
        return language in _LANGUAGES
    words = _WORD.findall(text[:_ENOUGH_TO_TELL])
    return len(words) < _FEW_WORDS or 2 * sum(CYRILLIC.search(word) is not None for word in words) >= len(words)


class _Guesser:
    """Persons and places, and what else begins with a capital."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._surnames: set[str] = set()
        self._places: set[str] = set()  # that the text itself says are places

    def guesses(self) -> Iterator[Guess]:
        at = 0
        while at < len(self.context.tokens):
            guess = (
                guess_quoted(self.context, at)
                or self._initials_and_surname(at)
                or self._surname_and_initials(at)
                or guess_organisation(self.context, at)
                or guess_acronym(self.context, at)
                or self._capitals(at)
            )
            if guess is None:
                at += 1
                continue
            yield guess
            at = guess.last

    def _after_initials(self, at: int, *, joined: bool) -> int:
        """Where the initials that begin at a token end."""
        found = self.context.tokens
        last = at
        while last < len(found) and found[last].initial and last - at < _MOST_INITIALS:
            if (joined or last > at) and not found[last].joins:
                break
            last += 1
        return last

    def _initials_and_surname(self, at: int) -> Guess | None:
        last = self._after_initials(at, joined=False)
        if last == at or last >= len(self.context.tokens) or not self.context.tokens[last].joins:
            return None
        return self._person(at, last + 1, _INITIALS) if self.context.may_be_surname(last) else None

    def _surname_and_initials(self, at: int) -> Guess | None:
        last = self._after_initials(at + 1, joined=True)
        found = self.context.tokens
        # “John F. Kennedy” goes on.
        if last == at + 1 or not self.context.may_be_surname(at) or self.context.is_title(at):
            return None
        if last < len(found) and found[last].capital and found[last].joins and not found[last].opens_sentence:
            return None
        guess = self._person(at, last, _INITIALS)
        return Guess(guess.first, guess.last, guess.type, guess.confidence, end=found[last - 1].end + 1)

    def _capitals(self, at: int) -> Guess | None:
        """A sequence of words with capitals, by what they are and what stands before."""
        # The first word of a sentence, or a title, is none of the name.
        if self.context.is_no_name(at):
            return None
        last = at
        while last - at < _LONGEST and self._continues(last, at):
            last += 1
        return self._judged(at, last) if last > at else None

    def _continues(self, at: int, first: int) -> bool:
        found = self.context.tokens
        if at >= len(found) or not found[at].capital or found[at].text[0].isdigit():
            return False
        if at == first:
            return len(found[at].text) > 1
        if not self.context.beside(at):
            return False
        if found[at].initial:
            return True
        # “Трускавці Львівської області”: another name begins.
        if guess_quoted(self.context, at) or guess_organisation(self.context, at):
            return False
        # “України Токаєва К.-Ж.”: the initials are of the word before them.
        return at + 1 >= len(found) or not (found[at + 1].initial and found[at + 1].joins)

    def _judged(self, first: int, last: int) -> Guess | None:
        count = last - first
        if self.context.is_country(first) or (
            self.context.is_place(first) and (count > 1 or not self.context.is_titled(first))
        ):
            return Guess(first, first + 1, ActorType.PLACE, _COUNTRY)
        if count > 1 and (person := self._with_given_name(first, last)):
            return person
        if self.context.is_titled(first):
            return self._person(first, min(last, first + 2), _TITLED)
        if count == 1 and not self._surnames.isdisjoint(self.context.keys(first)):
            return self._person(first, last, _SURNAME_AGAIN)
        if count == 1:
            return self._single(first)
        if not any(self.context.is_ordinary(at) for at in range(first, last)) and count <= _MOST_INITIALS:
            return self._person(first, last, _SEVERAL_CAPITALS)
        return Guess(first, last, None, _SEVERAL_CAPITALS)

    def _with_given_name(self, first: int, last: int) -> Guess | None:
        """A given name, a patronymic and a surname in one of the orders in which they stand."""
        given = next((at for at in range(first, last) if self.context.is_given_name(at)), None)
        if given is None:
            return None
        tokens_after = range(given + 1, last)
        patronymic = next(iter(tokens_after), last)
        has_patronymic = patronymic < last and self.context.tokens[patronymic].skippable
        if given == first:
            end = given + 3 if has_patronymic else given + 2
            if (
                not has_patronymic
                and end < last
                and not self.context.is_ordinary(end)
                and not self.context.is_given_name(end)
            ):
                end += 1
            return self._person(first, min(last, end), _GIVEN_NAME)
        if given == first + 1 and (has_patronymic or last == given + 1) and not self.context.is_place(first):
            return self._person(first, min(last, given + 1 + has_patronymic), _GIVEN_NAME)
        # What stands before is another name: “мера Києва Остапа Гречаника”.
        return Guess(first, given, None, _CAPITAL_ALONE)

    def _single(self, at: int) -> Guess | None:
        context = self.context
        senses = context.senses(at)
        if at and context.beside(at) and context.is_kind_of_place(at - 1):
            return Guess(at, at + 1, ActorType.PLACE, _PLACE)
        if context.says_nothing(at) and ("ordinary" in senses or not context.tokens[at].cyrillic):
            return None
        if "surname" in senses:
            return self._person(at, at + 1, _SURNAME)
        if "given name" in senses and "ordinary" not in senses:
            return self._person(at, at + 1, _CAPITAL_ALONE)
        if is_said_to_be_place(context, at) or not self._places.isdisjoint(context.keys(at)):
            self._places.update(context.keys(at))
            return Guess(at, at + 1, ActorType.PLACE, _PLACE_BY_CONTEXT)
        return Guess(at, at + 1, None, _CAPITAL_ALONE)

    def _person(self, first: int, last: int, confidence: float) -> Guess:
        for at in range(first, last):
            if len(self.context.tokens[at].text) > _TELLING:
                self._surnames.update(self.context.keys(at))
        return Guess(first, last, ActorType.PERSON, confidence)
