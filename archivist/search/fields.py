# SPDX-License-Identifier: GPL-3.0-or-later
"""What the index holds of an article, as a Whoosh schema.

Title, body and notes are each a field of keys (archivist.language.keys) with their positions;
nothing of the texts is stored. Whoosh writes the path of KeyText into its files, but reads them
with the schema of this module, so that it may move.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from whoosh import columns, fields, formats

from archivist.language.keys import index_keys
from archivist.language.words import written_words

# Raised whenever the same article would be indexed differently.
LAYOUT = 1

_GAP = 100  # positions between the texts of a field, so that no phrase runs from one into the next


@dataclass(frozen=True, slots=True)
class FieldText:
    """What is indexed in one field of an article."""

    language: str
    texts: Sequence[str]


class KeyText(fields.FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of texts found by the keys of their words."""

    def __init__(self) -> None:
        super().__init__(formats.Positions(), None, scorable=True)

    def index(self, value: FieldText, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The keys of the texts: each with what it adds to the length of the field, its weight, and its
        positions as Whoosh encodes them.

        Whoosh's own way, through an analyzer and Token objects, takes a third longer.
        """
        positions: dict[str, list[int]] = {}
        start = length = 0
        for text in value.texts:
            found = written_words(text)
            for position, word in enumerate(found, start):
                for key in index_keys(word, value.language):
                    positions.setdefault(key, []).append(position)
            start += len(found) + _GAP
            length += len(found)
        for key, places in positions.items():
            yield key.encode(), length, float(len(places)), _encoded(tuple(places))
            length = 0  # of the words, not of their keys: an ambiguous word is no longer than another


@lru_cache(100_000)
def _encoded(positions: tuple[int, ...]) -> bytes:
    encoded: bytes = formats.Positions().encode(positions)
    return encoded


def schema() -> fields.Schema:
    """The fields. `article` finds a document by its article's row in the database; row and seq, its
    number in the index queue, are read by document.
    """
    return fields.Schema(
        article=fields.NUMERIC(int, 64, signed=True, unique=True, shift_step=0),
        row=fields.COLUMN(columns.NumericColumn("q", default=-1)),
        seq=fields.COLUMN(columns.NumericColumn("q", default=-1)),
        title=KeyText(),
        body=KeyText(),
        note=KeyText(),
    )
