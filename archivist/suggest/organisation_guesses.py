# SPDX-License-Identifier: GPL-3.0-or-later
"""Guesses of organisations and of places that are called by what they are."""

from __future__ import annotations

import re

from archivist.language.countries import is_country
from archivist.model import ActorType
from archivist.suggest import actor_words
from archivist.suggest.guess_context import Context, Guess

_LONGEST = 9  # words of a guessed name
_LONGEST_QUOTED = 8
_MOST_ADJECTIVES = 4
_ACRONYM = range(2, 7)  # letters
_HEADLINE = 6  # letters; a word in capitals that is longer is no acronym, so its line may be all in capitals
_OPENING = "«“„\"'"
_CLOSING_SIGNS = re.compile("[^\\S\n]?[»”\"“']+")
_LINKING_ENGLISH = frozenset({"of", "the", "for", "and", "de", "on", "in"})
_LINKING_SLAVIC = frozenset(
    {"з", "із", "та", "і", "в", "у", "по", "и", "при", "с", "імені", "ім", "имени", "им", "для"}
)
_ABOUT = frozenset({"про", "о", "об"})
_TREATY = re.compile("(?:договор|угод|соглашени|конвенці|конвенци|пакт|хартії|хартии)[а-яії]{0,3}")  # about something
_CONJUNCTIONS = frozenset({"та", "і", "и", "з", "із", "по", "с"})
_NAMED_AFTER = frozenset({"імені", "имени", "ім", "им"})
_TOWN = frozenset({"м", "г", "міста", "города"})
_ORGANISATION = 0.7
_QUOTED = 0.7
_ACRONYMS = 0.55
_ADJECTIVE_AND_NOUN = 0.4


def guess_quoted(context: Context, at: int) -> Guess | None:
    """ТОВ «Ромашка», газета "Голос": a kind of organisation and a name in quotes. Of the kind, what is a
    part of the name is taken in: a legal form, or a word with a capital.
    """
    found = context.tokens
    if at + 1 >= len(found):
        return None
    acronym = found[at].text.isupper() and len(found[at].text) in _ACRONYM
    if not acronym and not actor_words.is_kind_of_organisation(context.forms[at]):
        return None
    opening = context.gap(at + 1).strip()
    if len(opening) != 1 or opening not in _OPENING:
        return None
    closed = _closed(context, at + 1, opening)
    if closed is None:
        return None
    last, end = closed
    if acronym or found[at].capital or actor_words.is_legal_form(context.forms[at]):
        return Guess(_first_adjective(context, at), last, ActorType.ORGANISATION, _QUOTED, end)
    return Guess(at + 1, last, ActorType.ORGANISATION, _QUOTED)


def _closed(context: Context, first: int, opening: str) -> tuple[int, int] | None:
    """After which token a name in quotes ends, and after which code point.

    Where quotes within quotes are closed by one sign, that one closes them all.
    """
    found, text = context.tokens, context.text
    depth = 1
    first_closed: tuple[int, int] | None = None
    for last in range(first + 1, min(first + 1 + _LONGEST_QUOTED, len(found) + 1)):
        end = found[last - 1].end
        between = text[end : found[last].start] if last < len(found) else text[end : end + 2]
        signs = _CLOSING_SIGNS.match(between)
        closed = signs.group().rstrip() if signs else ""
        if closed:
            depth -= len(closed)
            if opening != "«" or depth <= 0:
                return last, end + len(closed)
            first_closed = first_closed or (last, end + len(closed))
        if "\n" in between:
            break
        depth += between[len(closed) :].count("«")
    return first_closed


def _first_adjective(context: Context, at: int) -> int:
    first = at
    while first and at - first < _MOST_ADJECTIVES and context.beside(first) and _is_legal_adjective(context, first - 1):
        first -= 1
    return first


def _is_legal_adjective(context: Context, at: int) -> bool:
    return context.is_adjective(at) and actor_words.is_kind_of_organisation(context.forms[at])


def guess_organisation(context: Context, at: int) -> Guess | None:
    """A sequence that begins with a capital and says what it is: “Міністерство”, “район”."""
    found = context.tokens
    if not found[at].capital or found[at].initial:
        return None
    head = _head(context, at)
    if head is None:
        return _adjective_and_noun(context, at)
    place = context.is_kind_of_place(head)
    last = head + 1
    while last < len(found) and last - at < _LONGEST and _goes_on(context, last, of_place=place):
        last += 1
    while last - 1 > head and context.forms[last - 1] in _LINKING_SLAVIC | _LINKING_ENGLISH | _TOWN:
        last -= 1
    if last == at + 1 and (context.says_nothing(at) or context.is_ordinary(at)):
        return None
    more_capitals = any(token.capital for token in found[at + 1 : last])
    state_body = any(actor_words.is_state_body(form) for form in context.forms[at:last])
    if context.says_nothing(at) and not more_capitals and not state_body:
        return None
    if place:
        return Guess(at, last, ActorType.PLACE, _ORGANISATION)
    return Guess(at, last, ActorType.STATE_BODY if state_body else ActorType.ORGANISATION, _ORGANISATION)


def _head(context: Context, at: int) -> int | None:
    """Where the word stands that says what the thing is: first, or after adjectives."""
    found = context.tokens
    for place in range(at, min(at + _MOST_ADJECTIVES + 1, len(found))):
        if place > at and not context.beside(place):
            return None
        adjective = context.is_adjective(place)
        if not adjective and (context.is_organisation_word(place) or (place > at and context.is_kind_of_place(place))):
            return place
        # Names in English stand before what they name: “Harvard University”.
        if not adjective and not (found[place].capital and not found[place].cyrillic):
            return None
    return None


def _adjective_and_noun(context: Context, at: int) -> Guess | None:
    """“Опозиційний блок”, “Харківські теплові мережі”: an adjective with a capital within a sentence."""
    found = context.tokens
    if found[at].opens_sentence or not found[at].cyrillic or not context.is_adjective(at):
        return None
    if context.senses(at) & {"surname", "given name"}:
        return None
    for place in range(at + 1, min(at + _MOST_ADJECTIVES, len(found))):
        if not context.beside(place) or found[place].capital:
            return None
        if context.is_adjective(place):
            continue
        if "NOUN" not in context.parts_of_speech(place):
            return None
        return Guess(at, place + 1, None, _ADJECTIVE_AND_NOUN)
    return None


def _goes_on(context: Context, at: int, *, of_place: bool) -> bool:
    """Whether a word belongs to an organisation's or a place's name after its head."""
    if not context.beside(at):
        return False
    token, form = context.tokens[at], context.forms[at]
    following = context.tokens[at + 1] if at + 1 < len(context.tokens) and context.beside(at + 1) else None
    if form in _TOWN:
        return following is not None and following.capital  # “суд м. Києва”
    if token.capital and not token.initial:
        return _capital_goes_on(context, at, of_place=of_place)
    if of_place or (following is None and form in _LINKING_SLAVIC | _LINKING_ENGLISH):
        return False
    if not token.cyrillic:
        return form in _LINKING_ENGLISH
    if form in _LINKING_SLAVIC:
        return _link_goes_on(context, at)
    if form in _ABOUT:
        return _TREATY.fullmatch(context.forms[at - 1]) is not None and _has_object(context, at)
    if _follows_about(context, at):
        return True
    # “уряд президент Гречаник”: the title is of who follows.
    if context.is_title(at) and following is not None and following.capital:
        return False
    return len(form) > 1 and context.is_genitive(at)


def _has_object(context: Context, at: int) -> bool:
    """Whether adjectives and a noun without capitals follow: “про колективну безпеку”."""
    for place in range(at + 1, min(at + 1 + _MOST_ADJECTIVES, len(context.tokens))):
        if not context.beside(place) or context.tokens[place].capital:
            return False
        if not context.is_adjective(place):
            return "NOUN" in context.parts_of_speech(place)
    return False


def _follows_about(context: Context, at: int) -> bool:
    """Whether a word is the object of a preposition that the name was taken to go on with."""
    place = at - 1
    while place >= 0 and at - place <= _MOST_ADJECTIVES and context.beside(place + 1):
        if context.forms[place] in _ABOUT:
            return _has_object(context, place)
        if not context.is_adjective(place):
            return False
        place -= 1
    return False


def _capital_goes_on(context: Context, at: int, *, of_place: bool) -> bool:
    if of_place:
        return context.is_genitive(at) and not context.is_given_name(at) and not context.is_titled(at)
    # “Міністерство. Остап Гречаник”; but “університет імені Тараса Шевченка”.
    named_after = any(form in _NAMED_AFTER for form in context.forms[max(0, at - 2) : at])
    return (named_after or not context.is_given_name(at)) and not actor_words.is_never_a_name(context.forms[at])


def _link_goes_on(context: Context, at: int) -> bool:
    """Whether a conjunction or a preposition is within the name: “у справах”, “науки і техніки”."""
    if context.forms[at] in _CONJUNCTIONS:
        # After one, another organisation may begin.
        begins = context.is_country(at + 1) or context.is_title(at + 1) or _head(context, at + 1) is not None
        return context.is_genitive(at + 1) and not begins
    return context.tokens[at + 1].capital


def guess_acronym(context: Context, at: int) -> Guess | None:
    """An acronym, and the country that it is of: “МВС”, “МВС України”."""
    found = context.tokens
    text = found[at].text
    if len(text) not in _ACRONYM or not text.isupper() or not text.isalpha() or context.is_no_name(at):
        return None
    beside = [found[place].text for place in (at - 1, at + 1) if 0 <= place < len(found)]
    if any(word.isupper() and len(word) > _HEADLINE for word in beside):
        return None
    if actor_words.is_no_actor(context.forms[at]):
        return None
    if is_country(text, context.language):
        return Guess(at, at + 1, ActorType.PLACE, _ACRONYMS)
    last = at + 1
    while (
        last < len(found) and last <= at + 2 and context.beside(last) and found[last].capital and context.is_place(last)
    ):
        last += 1
    is_state_body = actor_words.is_state_body(context.forms[at])
    return Guess(at, last, ActorType.STATE_BODY if is_state_body else ActorType.ORGANISATION, _ACRONYMS)
