# SPDX-License-Identifier: GPL-3.0-or-later
"""The English noun phrase around a word: the run of words that holds none that ends one.

Such are verbs, pronouns, prepositions, conjunctions and adverbs, told by lists and endings, as there is
no dictionary of parts of speech. The article and the numbers before it belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from archivist.language.words import Word

_WRITTEN_DETERMINERS = (
    "a an the this that these those some any each every no several many few both all his her its their our my your"
    " another other such more most less fewer"
)
_DETERMINERS = frozenset(_WRITTEN_DETERMINERS.split())
_WRITTEN_BETWEEN = (
    "about above across after against along among around as at before behind below beneath beside besides between"
    " beyond by despite down during except for from in inside into like near of off on onto out outside over past per"
    " since than through throughout to toward towards under until up upon via with within without"
    " and or but nor so yet if because although though while when where who whom whose which what why how whether that"
    " i you he she it we they me him us them himself herself itself themselves there here then now not only also"
    " just still already even again very too never always often soon later today yesterday tomorrow"
)
_BETWEEN = frozenset(_WRITTEN_BETWEEN.split())
_WRITTEN_VERBS = (
    "is are was were be been being am has have had having do does did doing can could may might must shall should will"
    " would said says say told tells tell made make makes went go goes came come comes took take takes gave give gives"
    " got get gets saw see sees found find finds left leave leaves began begin begins kept keep keeps held hold holds"
    " brought bring brings thought think thinks became become becomes knew know knows met meet meets led lead leads"
    " won win wins lost lose loses put puts set sets ran run runs rose rise rises fell fall falls broke break breaks"
    " shot spoke speak speaks wrote write writes sent send sends built build builds fought paid pay pays let lets"
    " remain remains remained seem seems include includes including"
)
_VERBS = frozenset(_WRITTEN_VERBS.split())
_VERB_ENDING = re.compile(r".{2,}ed|.{3,}ing")
_ADVERB_ENDING = re.compile(r".{3,}ly")
_WRITTEN_NOUNS_OF_ENDING = (
    "building meeting morning evening ceiling wedding spring string king ring wing thing nothing something anything"
    " everything hearing shooting rating funding training bombing shelling uprising offspring"
    " bed seed deed speed need breed shed red hundred kindred family ally supply assembly rally italy july reply"
    " anomaly monopoly"
)
_NOUNS_OF_ENDING = frozenset(_WRITTEN_NOUNS_OF_ENDING.split())


def phrase(sentence: str, found: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The noun phrase of the words of a sentence that holds one of them (its number), if it is in any."""
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
