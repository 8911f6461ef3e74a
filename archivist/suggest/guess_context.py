# SPDX-License-Identifier: GPL-3.0-or-later
"""What the words of a text are, as far as guesses of new actors ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archivist.language import lemmas
from archivist.language.countries import is_country
from archivist.language.keys import index_keys
from archivist.language.name_evidence import is_known_given_name, is_ordinary, senses_of
from archivist.language.normalise import normalise
from archivist.language.organisation_words import is_organisation_word
from archivist.language.text_tokens import Token
from archivist.model import ActorType
from archivist.suggest import actor_words

_ROMAN = re.compile("[IVXLCDMІХ]+")
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})
_FUNCTION_WORDS = frozenset({"NPRO", "PREP", "CONJ", "PRCL", "INTJ"})
_ADJECTIVAL = frozenset({"ADJF", "PRTF"})
_UNLISTED_ADJECTIVE = re.compile(
    "[а-яіїєґ'-]*(?:[сцз]ьк|[сцз]к|[ое]в|[аоуиіь]н|ічн|ичн)"
    "(?:ий|ій|ого|ому|им|ім|а|ої|у|ою|е|і|их|ими|ый|ой|ая|ую|ое|ые|ых|ыми|ом)"
)
_COMMON_ENDING = 3  # letters of a case ending
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Guess:
    """Tokens [first, last), and the code point where it ends if that is beyond them."""

    first: int
    last: int
    type: ActorType | None
    confidence: float
    end: int = 0


class Context:
    """The tokens of a text, each with what the dictionaries and lists say of it."""

    def __init__(self, text: str, found: Sequence[Token], language: str) -> None:
        self.text = text
        self.tokens = found
        self.forms = [normalise(token.text) for token in found]
        self.language = language
        self._in_capitals = {
            self.stem(at) for at, token in enumerate(found) if token.capital and not token.opens_sentence
        }
        self._in_small_letters = {self.forms[at] for at, token in enumerate(found) if not token.capital}

    def extent(self, guess: Guess) -> tuple[int, int]:
        """The code points of a guess."""
        return self.tokens[guess.first].start, guess.end or self.tokens[guess.last - 1].end

    def gap(self, at: int) -> str:
        """What stands between a token and the one before."""
        return self.text[self.tokens[at - 1].end if at else 0 : self.tokens[at].start]

    def beside(self, at: int) -> bool:
        """Whether a token goes on on the line and in the sentence of the one before, with no quotes between."""
        gap = self.gap(at)
        return self.tokens[at].joins and "\n" not in gap and not (set(gap) & set('«»"“”„('))

    def stem(self, at: int) -> str:
        """What the cases of a word begin with, roughly."""
        form = self.forms[at]
        return form[: max(_SHORTEST_STEM, len(form) - _COMMON_ENDING)]

    def keys(self, at: int) -> tuple[str, ...]:
        """What a word has in common with its other forms."""
        return index_keys(self.tokens[at].text, self.language)

    def senses(self, at: int) -> frozenset[str]:
        return senses_of(self.tokens[at].text, self.language)

    def is_ordinary(self, at: int) -> bool:
        return is_ordinary(self.tokens[at].text, self.language)

    def says_nothing(self, at: int) -> bool:
        """Whether a capital is there for another reason than a name, as far as this text shows."""
        if not self.tokens[at].opens_sentence:
            return False
        return self.stem(at) not in self._in_capitals or self.forms[at] in self._in_small_letters

    def is_no_name(self, at: int) -> bool:
        """Whether a word with a capital is none of a name that may follow."""
        form = self.forms[at]
        if actor_words.is_never_a_name(form) or _ROMAN.fullmatch(self.tokens[at].text):
            return True
        if self.tokens[at].text.isupper() and actor_words.is_no_actor(form):
            return True
        found = self.parts_of_speech(at)
        if found and (not found & _NOMINAL or found & _FUNCTION_WORDS) and not self.is_place(at):
            return "surname" not in self.senses(at)
        if self.is_title(at):
            return "surname" not in self.senses(at) or self.tokens[at].opens_sentence
        senses = self.senses(at)
        return self.says_nothing(at) and "ordinary" in senses and "given name" not in senses and not self.is_country(at)

    def is_given_name(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.capital or len(token.text) == 1:
            return False
        return "given name" in self.senses(at) or is_known_given_name(token.text, self.language)

    def is_country(self, at: int) -> bool:
        return is_country(self.tokens[at].text, self.language)

    def is_place(self, at: int) -> bool:
        return self.is_country(at) or self.senses(at) == {"place"}

    def is_kind_of_place(self, at: int) -> bool:
        return actor_words.is_kind_of_place(self.forms[at])

    def is_organisation_word(self, at: int) -> bool:
        return is_organisation_word(self.forms[at])

    def is_title(self, at: int) -> bool:
        return actor_words.is_title(self.forms[at])

    def is_titled(self, at: int) -> bool:
        """Whether a title stands right before a token."""
        return at > 0 and self.beside(at) and self.is_title(at - 1)

    def may_be_surname(self, at: int) -> bool:
        text = self.tokens[at].text
        return (
            self.tokens[at].capital
            and len(text) > 1
            and (not text.isupper() or len(text) > _SHORTEST_STEM)
            and not self.is_organisation_word(at)
        )

    def parts_of_speech(self, at: int) -> frozenset[str]:
        """What a Slavic word may be; nothing if no dictionary lists it."""
        if not self.tokens[at].cyrillic:
            return frozenset()
        language = self.language if self.language in lemmas.SLAVIC else "uk"
        return lemmas.parts_of_speech(self.forms[at], language)

    def is_adjective(self, at: int) -> bool:
        """Whether a word may be an adjective, and no noun as well."""
        found = self.parts_of_speech(at)
        if found:
            return bool(found & _ADJECTIVAL) and (
                "NOUN" not in found or _UNLISTED_ADJECTIVE.fullmatch(self.forms[at]) is not None
            )
        return _UNLISTED_ADJECTIVE.fullmatch(self.forms[at]) is not None

    def is_genitive(self, at: int) -> bool:
        """Whether a noun or an adjective may stand in the genitive; what is not listed may."""
        language = self.language if self.language in lemmas.SLAVIC else "uk"
        form = self.forms[at]
        return lemmas.may_be_genitive(form, language) or (not self.parts_of_speech(at) and len(form) > _SHORTEST_STEM)
