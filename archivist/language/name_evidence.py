# SPDX-License-Identifier: GPL-3.0-or-later
"""What speaks for and against taking words of a text for a name: the dictionaries and the words beside them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from archivist.language import lemmas
from archivist.language.countries import is_country
from archivist.language.given_names import same_given_names
from archivist.language.name_table import Name, NameTable
from archivist.language.names import form_readings, name_keys
from archivist.language.normalise import CYRILLIC, normalise
from archivist.language.text_tokens import Token
from archivist.language.transliteration import skeletons

_SHORTEST_SURNAME = 4  # letters of a surname that means someone without having been introduced
_CACHED = 50_000


class Evidence:
    """What is known of the tokens of one text."""

    def __init__(self, table: NameTable, tokens: Sequence[Token], language: str) -> None:
        self._table = table
        self._tokens = tokens
        self._language = language

    def is_ordinary(self, token: Token) -> bool:
        """Whether the dictionary knows the word as one that is no name."""
        return is_ordinary(token.text, self._language)

    def is_given_name(self, token: Token) -> bool:
        """Whether the word may be a given name in some case."""
        given = "given name" in senses_of(token.text, self._language)
        return given or is_known_given_name(token.text, self._language)

    def is_country(self, token: Token) -> bool:
        """Whether the word is a country in some case."""
        return is_country(token.text, self._language)

    def only_a_surname(self, token: Token) -> bool:
        """Whether a word is distinctive enough to be a surname without a given name."""
        senses = senses_of(token.text, self._language)
        return (
            len(token.text) >= _SHORTEST_SURNAME
            and not senses & {"ordinary", "given name", "place"}
            and not self.is_country(token)
        )

    def is_person(self, name: Name) -> bool:
        """Whether a name that looks like a person's is one, as far as dictionaries tell."""
        return (
            name.person
            if name.person is not None
            else _is_person(tuple(part.text for part in name.parts), name.surname)
        )

    def begins_with(self, name: Name, initial: str) -> bool:
        """Whether the first given name begins with an initial, in any script."""
        given = name.given_names
        wanted = {skeleton[:1] for skeleton in skeletons(initial)}
        return bool(given) and not wanted.isdisjoint(_initials(given[0].text))

    def has_given_name(self, name: Name, numbers: Collection[int]) -> bool:
        """Whether one of these words is a given name of the person."""
        start, end = name.surname or (0, 0)
        return any(word in numbers for word in name.words[:start] + name.words[end:])

    def is_another(self, name: Name, first: int, last: int) -> bool:
        """Whether a given name or an initial beside a surname says that it is someone else's."""
        before = self._tokens[first - 1] if first else None
        if before and self._tokens[first].joins and before.capital:
            if before.initial:
                return not self.begins_with(name, before.text)
            if self._says_given_name(before):
                return True
            if not before.cyrillic and not before.opens_sentence and not lemmas.is_listed(before.text.lower(), "en"):
                return True
        after = self._tokens[last] if last < len(self._tokens) else None
        if after and after.joins and after.capital and after.initial:
            return not self.begins_with(name, after.text)
        return False

    def unknown_name_before(self, at: int) -> bool:
        """Whether the word before may be a given name that no dictionary lists."""
        if not at or not self._tokens[at].joins:
            return False
        before = self._tokens[at - 1]
        return before.capital and not before.opens_sentence and not senses_of(before.text, self._language)

    def _says_given_name(self, token: Token) -> bool:
        if token.opens_sentence and self.is_ordinary(token):
            return False
        return self.is_given_name(token)


@lru_cache(_CACHED)
def senses_of(form: str, language: str) -> frozenset[str]:
    """The senses of a form in the dictionary of its language, or in both if that is unknown."""
    word = normalise(form)
    if not CYRILLIC.search(word):
        word = word.removesuffix("'s")
        given = frozenset({"given name"}) if same_given_names(skeletons(word)) else frozenset[str]()
        return given or (frozenset({"ordinary"}) if lemmas.is_listed(word, "en") else given)
    asked = (language,) if language in lemmas.SLAVIC else lemmas.SLAVIC
    found = frozenset[str]().union(*(lemmas.name_senses(word, tongue) for tongue in asked))
    return found or frozenset[str]().union(*(lemmas.name_senses(word, tongue) for tongue in lemmas.SLAVIC))


def is_ordinary(form: str, language: str) -> bool:
    """Whether a word may be something else than a name."""
    return "ordinary" in senses_of(form, language)


@lru_cache(_CACHED)
def is_known_given_name(form: str, language: str) -> bool:
    """Whether a form, in any case and script, is of a well-known given name."""
    for skeleton, declensions in form_readings(form, language):
        for name in same_given_names((skeleton, skeleton + "a", skeleton + "o", skeleton + "i", skeleton + "ia")):
            if any(skeleton == key and declensions & of_name for key, of_name in name_keys(name)):
                return True
    return False


@lru_cache(_CACHED)
def _is_person(parts: tuple[str, ...], surname: tuple[int, int] | None) -> bool:
    start, end = surname or (0, 0)
    given = parts[:start] + parts[end:]
    if any("given name" in senses_of(part, "") for part in given):
        return True
    return not all(is_ordinary(part, "") for part in parts)


@lru_cache(_CACHED)
def _initials(given_name: str) -> frozenset[str]:
    written = skeletons(given_name)
    same = same_given_names(written)
    return frozenset(skeleton[:1] for skeleton in written).union(
        skeleton[:1] for name in same for skeleton in skeletons(name)
    )
