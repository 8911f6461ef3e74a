# SPDX-License-Identifier: GPL-3.0-or-later
"""What the index holds of an article: the keys of its title, body and notes, and two columns.

The columns are the article's row in the database and its number in the index queue.
"""

from __future__ import annotations

from whoosh import columns, fields

from archivist.language.keys import index_keys
from archivist.search.flat.codec import COLUMNS, FIELDS, FlatPositions
from archivist.search.flat.dictionary import LONGEST

# Raised whenever the same article would be indexed differently.
LAYOUT = 2


class KeyText(fields.FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of texts found by the keys of their words. Whoosh reads it; inverting writes it."""

    def __init__(self) -> None:
        super().__init__(FlatPositions(), None, scorable=True)


def schema() -> fields.Schema:
    """The fields as Whoosh has them."""
    return fields.Schema(
        **{name: fields.COLUMN(columns.NumericColumn("q", default=-1)) for name in COLUMNS},
        **{name: KeyText() for name in FIELDS},
    )


def key_bytes(key: str) -> bytes:
    """A key as the index has it: of a very long one, its beginning."""
    return key.encode()[:LONGEST]


def keys_of_word(word: str, language: str) -> list[bytes]:
    """The keys under which a word of a text is indexed."""
    return list(dict.fromkeys(map(key_bytes, index_keys(word, language))))
