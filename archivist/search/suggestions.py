# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody may have meant whose query finds nothing: the nearest spellings in the index."""

from __future__ import annotations

from whoosh.reading import IndexReader

from archivist.language.keys import FORM_MARK, parts_of, prefix_key, query_keys
from archivist.search.query import Phrase, Query, TextField, Word, wanted_texts

_MOST = 3
_SHORTEST = 4  # letters; shorter words are near to everything
_LONG = 7  # letters of a word in which two of them may be wrong
_SAME_BEGINNING = 1  # letters, which hardly anybody mistypes and which keeps the search short
_FIELD = TextField.BODY


def suggestions(query: Query, reader: IndexReader) -> tuple[str, ...]:
    """The query with its first unknown word replaced by near ones of the index, the best first."""
    for word in _plain_words(query):
        if len(word.text) >= _SHORTEST and not _is_known(word, reader):
            before, after = query.text[: word.start], query.text[word.end :]
            return tuple(f"{before}{near}{after}" for near in _near(word.text, reader))
    return ()


def _plain_words(query: Query) -> list[Word]:
    nodes = wanted_texts(query.root)
    words = (word for node in nodes for word in (node.words if isinstance(node, Phrase) else (node,)))
    return [word for word in words if isinstance(word, Word)]


def _is_known(word: Word, reader: IndexReader) -> bool:
    pieces = parts_of(word.text) or [word.text]
    return all(any((_FIELD, key.encode()) in reader for key in query_keys(piece)) for piece in pieces)


def _near(word: str, reader: IndexReader) -> list[str]:
    """The nearest forms in the index, the most frequent of equally near ones first."""
    form = prefix_key(word)
    prefix = len(FORM_MARK) + _SAME_BEGINNING
    for distance in (1, 2) if len(word) >= _LONG else (1,):
        found = {near for near in reader.terms_within(_FIELD, form, distance, prefix=prefix) if near != form}
        if found:
            frequent = sorted(found, key=lambda near: (-reader.doc_frequency(_FIELD, near.encode()), near))
            return [near.removeprefix(FORM_MARK) for near in frequent[:_MOST]]
    return []
