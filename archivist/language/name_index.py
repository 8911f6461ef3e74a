# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of records, found by what a person types and in what a text says, in any form and script.

An index lives in memory and knows names and ids alone. It is made anew where it is needed: adding
thirty thousand names takes about two seconds, one name some microseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import islice

from archivist.language import name_shapes
from archivist.language.mention_scan import Mention, scan
from archivist.language.name_table import Name, NameTable, Sense, spelling
from archivist.language.normalise import CYRILLIC, fold, normalise
from archivist.language.transliteration import skeletons

__all__ = ["Mention", "NameIndex"]

_LONGEST = 2000  # code points of what may be a name
_MOST_PARTS = 60  # words of it: they are compared with those of every name that shares one
_MOST_CANDIDATES = 600  # names, and words, that are looked at for one key press
_Rank = tuple[int, ...]


class NameIndex:
    """The names of records by their ids."""

    def __init__(self) -> None:
        self._table = NameTable()

    def __len__(self) -> int:
        """How many records have names."""
        return len(self._table)

    def __contains__(self, id: str) -> bool:  # noqa: A002
        return id in self._table

    def add(self, id: str, names: Iterable[str], *, person: bool | None = None) -> None:  # noqa: A002
        """Adds names to a record. Whether they are a person's is told by their shape, if it is not said."""
        for name in names:
            self._table.add(id, name, person=person)

    def remove(self, id: str) -> None:  # noqa: A002
        """Removes all names of a record; nothing happens if it has none."""
        if id in self._table:
            self._table.remove(id)

    def complete(self, typed: str, limit: int) -> list[str]:
        """The records of which a name has words that begin as is typed, or are what is typed in another
        form or script: at most `limit` ids, those first that are spelled so.
        """
        forms = [part.text for part in name_shapes.parts_of_name(typed)]
        if not forms or limit < 1:
            return []
        whole = spelling(typed)
        best: dict[str, _Rank] = {}
        for name, rank in islice(self._begun(forms), _MOST_CANDIDATES):
            written = name.spelling
            place = 0 if written == whole else 1 if written.startswith(whole) else 2
            ranked = (place, rank, len(written), name.order)
            if name.record not in best or ranked < best[name.record]:
                best[name.record] = ranked
        return nsmallest(limit, best, key=best.__getitem__)

    def find(self, name: str) -> list[str]:
        """The records that a full name, a surname or an acronym may mean, in any form and script, the
        likeliest first. Where none fits, those that have the surname and an initial in common with it.
        """
        parts = name_shapes.parts_of_name(name) if len(name) <= _LONGEST else []
        if not 0 < len(parts) <= _MOST_PARTS:
            return []
        best: dict[str, _Rank] = {}
        spelled = spelling(name)
        cyrillic = CYRILLIC.search(name) is not None
        if acronym := name_shapes.acronym_within(name.strip()):
            for each in self._table.acronyms.get(fold(normalise(acronym[0])), ()):
                best[each.record] = (0, each.order)
        numbers = [self._table.words.numbers_of(part.text, "") for part in parts]
        for each in self._names_with(numbers):
            if (rank := _rank_of_found(each, numbers)) is not None:
                ranked = (0 if each.spelling == spelled else rank[0], each.cyrillic != cyrillic, *rank[1:], each.order)
                if each.record not in best or ranked < best[each.record]:
                    best[each.record] = ranked
        if not best and len(parts) > 1:
            best = self._alike(parts, numbers)
        return sorted(best, key=best.__getitem__)

    def mentions(self, text: str, language: str) -> list[Mention]:
        """Every mention of a name in a text, in order; none overlaps another. The language may be "".

        A surname alone is a mention after the full name, or where it can mean nothing else.
        """
        return scan(self._table, text, language)

    def _begun(self, forms: Sequence[str]) -> Iterator[tuple[Name, int]]:
        """The names that have a word for each thing typed, with their ranks; those first that are spelled so."""
        # Of one thing typed the first words will do; of several, any may be the one that fits the others.
        most = _MOST_CANDIDATES if len(forms) == 1 else None
        ranks = [self._ranks_of_words(form, most) for form in forms]
        fewest = min(ranks, key=len)
        for word in sorted(fewest, key=fewest.__getitem__):
            for name in self._table.by_word.get(word, ()):
                fitting = [[of_each[each] for each in name.words if each in of_each] for of_each in ranks]
                if all(fitting):
                    yield name, sum(map(min, fitting))

    def _ranks_of_words(self, typed: str, most: int | None) -> dict[int, int]:
        """The words that something typed is (0), is a form of (1), begins (1) or begins in another script (2)."""
        words = self._table.words
        ranks = {number: 1 if spelled else 2 for number, spelled in islice(words.beginning_with(typed), most)}
        for number in words.numbers_of(typed, ""):
            ranks[number] = 0 if words.form(number) == normalise(typed) else 1
        return ranks

    def _names_with(self, numbers: Sequence[dict[int, bool]]) -> Iterable[Name]:
        """The names that have the rarest of the words in question."""
        of_each = [
            {name: None for number in each for name in self._table.by_word.get(number, ())} for each in numbers if each
        ]
        return sorted(of_each, key=len)[0] if of_each else ()

    def _alike(self, parts: Sequence[name_shapes.Part], numbers: Sequence[dict[int, bool]]) -> dict[str, _Rank]:
        """The persons of whom the surname is among the words, and the given name begins alike."""
        initials = [{skeleton[:1] for skeleton in skeletons(part.text)} for part in parts]
        best: dict[str, _Rank] = {}
        for place, each in enumerate(numbers):
            for number in each:
                for sense, name in self._table.patterns.get((number,), ()):
                    if sense is Sense.SURNAME and any(
                        not initial.isdisjoint(skeleton[:1] for skeleton in skeletons(name.given_names[0].text))
                        for other, initial in enumerate(initials)
                        if other != place
                    ):
                        best.setdefault(name.record, (9, name.order))
        return best


def _rank_of_found(name: Name, numbers: Sequence[dict[int, bool]]) -> _Rank | None:
    """How well words fit a name: all of it, all but some given names, or the surname alone."""
    fitting = [[number for number in name.words if number in each] for each in numbers]
    matched = {number for each in fitting for number in each}
    surname = set(name.words[slice(*name.surname)]) if name.surname else set(name.words)
    if not all(fitting) or not surname <= matched:
        return None
    whole = all(any(each[number] for number in fits) for each, fits in zip(numbers, fitting, strict=True))
    missing = len(set(name.words) - matched)
    return (1 if not missing else 2 if len(matched) > len(surname) else 3, 0 if whole else 1, missing)
