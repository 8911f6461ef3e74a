# SPDX-License-Identifier: GPL-3.0-or-later
"""Records as a query names them: which ones a name means, and which names somebody may have meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from archivist.model import Kind
from archivist.search.query import Linked
from archivist.store import Archive

Meant: TypeAlias = Callable[[Linked], Sequence[int]]  # the records (rows) that the name in a part of a query may mean

_MOST = 20  # records that are offered
_MOST_WORDS = 6  # of a name that nobody bears
# A query may be a whole page that was pasted.
_LONGEST = 500  # code points of a name that a record may bear
_LONGEST_TYPED = 100  # code points that are looked at where names like it are sought
_SHORTEST = 3  # letters that a beginning has


class NamedRecords:
    """The records of one archive by their names, which are read when they are first asked for."""

    def __init__(self, archive: Archive) -> None:
        self._names = archive.record_names
        self._records = archive.records
        self._facts = archive.facts

    def meant(self, node: Linked) -> list[int]:
        """The rows of the records of its kind that a name, in any form and script, may mean."""
        if len(node.name) > _LONGEST:
            return []
        return self._facts.rows_of_records(self._names.find(node.name, node.kind))

    def beginning(self, kind: Kind, typed: str) -> list[str]:
        """The names of the records of a kind that what is typed may be the beginning of, the likeliest first."""
        return self._written(self._names.complete(typed[:_LONGEST_TYPED], kind, _MOST))

    def named(self, kind: Kind, rows: Iterable[int]) -> list[str]:
        """The names of those of some records that are of a kind, in the order of the rows."""
        records = self._facts.records()
        found = (records[row] for row in rows if row in records)
        return [name for name, of in found if of == kind][:_MOST]

    def near(self, node: Linked) -> list[str]:
        """The names that are nearest to one which finds nothing: with the most words that begin like its own."""
        typed = node.name[:_LONGEST_TYPED]
        found = Counter(self._names.complete(typed, node.kind, _MOST))
        for word in typed.split()[:_MOST_WORDS]:
            found.update(self._alike(word, node.kind))
        return self._written([id_ for id_, _ in found.most_common(_MOST)])

    def _alike(self, word: str, kind: Kind) -> list[str]:
        """The records that have a word in common with a name, or else one with the longest beginning."""
        for length in range(len(word), max(_SHORTEST, len(word) // 2) - 1, -1):
            found = self._names.complete(word[:length], kind, _MOST)
            if found:
                return found
        return []

    def _written(self, ids: Sequence[str]) -> list[str]:
        records = self._records.at(ids)
        return list(dict.fromkeys(records[id_].name for id_ in ids if id_ in records))
