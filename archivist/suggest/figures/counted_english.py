# SPDX-License-Identifier: GPL-3.0-or-later
"""The English noun that a number counts: the last plural of the words that follow it."""

from __future__ import annotations

from functools import lru_cache

from archivist.language.lemmas import english_lemmas
from archivist.suggest.figures.counted_things import Counted
from archivist.suggest.figures.people_words import (
    ANYONE,
    ENGLISH_PEOPLE,
    ENGLISH_PEOPLE_ENDINGS,
    ENGLISH_STATES,
    PEOPLE,
    outcome_of,
)
from archivist.suggest.figures.tokens import Reader, Sort
from archivist.suggest.figures.word_lists import word_set

_SHORTEST_PLURAL = 3  # letters
_LONGEST = 4  # words of a noun phrase
# What ends a noun phrase: whatever is no adjective and no noun.
_STOPS = word_set("""
    a about after against ago all also am among an and any are around as at be because been before being but by can
    could did do does during each earlier either else even every for from had has have he her here him his how i if in
    into is it its just last later least less like may me might more most much must my near next no nor not now of off
    on once one only or our out over own per right said same say says she should since so some still such than that
    the their them then there these they this those though through till to today tomorrow too under until up upon us
    very was we were what when where whether which while who whom whose why will with within without would yesterday
    you your reported reportedly showed took went came made got told added confirmed according remained remain
    expected left became become set join joined took voted attended gathered fled returned lost won rose fell
    """)
_IRREGULAR_PLURALS = word_set("men women children people police troops personnel staff crew cattle sheep teeth mice")
_NO_PLURALS = word_set("his its this was has does is us as yes thus perhaps always sometimes news series")
_VERBS_LIKE_PLURALS = word_set("says reports shows takes goes comes makes needs wants remains leaves")
_DETERMINERS = word_set("the its their his her all a an that")
# What says nothing without the noun after its “of”: “5 cases of cholera”, “12 pieces of equipment”.
_CONTAINERS = word_set("cases case pieces units doses pairs sets instances incidents acts items types kinds")
_SINGULARS = word_set("case death house building car person")


def noun_after(reader: Reader, index: int, *, one: bool) -> Counted | None:
    """The noun phrase from this token on; in the singular where the number is one."""
    if reader.form(index) == "of" and not one:
        index += 1
        if reader.form(index) in _DETERMINERS:
            index += 1
    head = _head(reader, index, one=one)
    if head < 0:
        return None
    words = [reader.at(place) for place in range(index, head + 1)]
    people = words[-1].form.endswith(ENGLISH_PEOPLE_ENDINGS) or any(
        word.form in ENGLISH_PEOPLE and (word is words[-1] or word.form not in ENGLISH_STATES) for word in words
    )
    text = " ".join(word.text if word.text.isupper() or word.text.istitle() else word.form for word in words)
    if words[-1].form in ANYONE["en"] and len(words) == 1:
        text = PEOPLE["en"]
    end = head + 1
    if words[-1].form in _CONTAINERS and reader.form(end) == "of" and _goes_on(reader, end + 1):
        text += f" of {reader.at(end + 1).text}"
        end += 2
    return Counted(text, people, end, noun=True)


def noun_of_whole(reader: Reader, index: int) -> Counted | None:
    """The noun phrase of which a share or a measure is: “12% of voters”, “5 tons of fuel”."""
    if reader.form(index) != "of" or not reader.on_one_line(index):
        return None
    place = index + 1
    if reader.form(place) in _DETERMINERS:
        place += 1
    head = _head(reader, place, one=False)
    if head < 0 and _goes_on(reader, place):
        head = place
    if head < 0:
        return None
    text = " ".join(reader.at(each).text for each in range(place, head + 1))
    return Counted(text, reader.form(head) in ENGLISH_PEOPLE, head + 1, noun=True)


def _head(reader: Reader, index: int, *, one: bool) -> int:
    """The last noun of the phrase; -1 where there is none."""
    head = -1
    for place in range(index, index + _LONGEST):
        token = reader.at(place)
        if token.sort is not Sort.WORD or not reader.on_one_line(place) or token.form in _STOPS:
            break
        if outcome_of(token.form, "en") and (head >= 0 or not _goes_on(reader, place + 1)):
            # “12 people killed”; but “12 injured people”, and “12 dead” where no noun follows.
            return place if head < 0 and token.form in ENGLISH_STATES else head
        if one:
            if token.form in ENGLISH_PEOPLE or token.form in _SINGULARS:
                head = place
        elif _is_plural(token.form):
            if head >= 0 and not (token.form in ENGLISH_PEOPLE or _is_plural(token.form)):
                break
            head = place
    return head


def _goes_on(reader: Reader, index: int) -> bool:
    token = reader.at(index)
    return token.sort is Sort.WORD and token.form not in _STOPS and reader.on_one_line(index)


@lru_cache(20_000)
def _is_plural(form: str) -> bool:
    if form in _IRREGULAR_PLURALS or form in ENGLISH_PEOPLE:
        return True
    if (
        form in _NO_PLURALS
        or form in _VERBS_LIKE_PLURALS
        or not form.endswith("s")
        or form.endswith(("ss", "us", "is"))
    ):
        return False
    return len(form) > _SHORTEST_PLURAL and english_lemmas(form)[0] != form
