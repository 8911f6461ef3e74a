# SPDX-License-Identifier: GPL-3.0-or-later
"""How a query may go on where it is being written: fields, operators, values, names and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol

from archivist.model import Completion, CompletionChoice, Kind
from archivist.search.lexer import CLOSING_QUOTES
from archivist.search.parser import FIELDS, IN_SPAN, POSSIBLE_VALUES, RECORD_FIELDS

_MOST = 12
_SHORTEST_WORD = 2  # letters from which on words are offered
_PIECE = re.compile(r'\s+|[()"“”„«»]|[^\s()"“”„«»]+')
_CHUNK = re.compile(r'[^\s()"“”„«»]*')
_FIELD = re.compile(r"-?([a-z]+):")
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’ʼ-])*$")
_REST_OF_WORD = re.compile(r"[^\W_]*")
_PLAIN_VALUE = re.compile(r"[^\W_][\w.'’/+-]*")
_OPERATORS = {
    "AND": "both what is before and what is after",
    "OR": "what is before, or what is after, or both",
    "NOT": "without what is after",
}
_DESCRIPTIONS = {
    "title": "words of the title",
    "body": "words of the text",
    "note": "words of the notes of annotations",
    "outlet": "name of the outlet, or words that it has",
    "byline": "author, or a part of the name",
    "url": "a part of the address",
    "lang": "language: uk, ru, en",
    "language": "language: uk, ru, en",
    "tag": "articles with an annotation of this tag",
    "kind": "articles with an annotation of this kind",
    "collection": "articles of a collection",
    "has": "articles with an annotation, a note, a date, a record",
    "actor": "articles about an actor on record, by any name in any form",
    "event": "articles about an event on record, by any name in any form",
    "figure": "articles with a figure on record, by any name in any form",
    "date": "published then: 2022, 2022-01, 2022-01-05..2022-01-08",
    "published": "published then: 2022, 2022-01, 2022-01-05..2022-01-08",
    "imported": "brought into the archive then: 2022-01, 2022-01-05..",
    "span": "annotations whose own text matches: span:(kind:figure word)",
}
_WORD_FIELDS = ("", "title", "body", "note", "span")
_LISTED = {"outlet": "outlet", "lang": "language", "language": "language", "tag": "tag", "collection": "collection"}


class Vocabulary(Protocol):
    """What is there to be asked for."""

    def values(self, field: str) -> Sequence[str]:
        """The values of outlet, language, tag or collection, the most wanted first."""

    def records(self, kind: Kind, typed: str) -> Sequence[str]:
        """Names of the records of a kind that go on so in some form or script, the likeliest first."""

    def words(self, prefix: str) -> Sequence[str]:
        """Words that begin so, the most wanted first."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What is being written before a cursor."""

    field: str  # that it is asked of, or ""
    start: int
    typed: str  # from the start to the cursor, without the quotation mark
    quote: str = ""  # the mark at the start, which is not closed yet
    is_complete: bool = False  # something ends right before it


def completions(text: str, cursor: int, vocabulary: Vocabulary) -> Completion:
    """The ways in which a query may go on at a cursor, in code points; none where nothing is begun."""
    cursor = min(cursor, len(text))
    place = _place(text[:cursor])
    if place.field in _LISTED or place.field in POSSIBLE_VALUES or place.field in RECORD_FIELDS:
        choices = () if place.is_complete else _values(place.field, place.typed, vocabulary)
        return Completion(place.start, _end_of_value(text, cursor, place.quote), tuple(islice(choices, _MOST)))
    word = _WORD.search(place.typed)
    if place.field not in _WORD_FIELDS or word is None:
        return Completion(cursor, cursor, ())
    typed = word.group()
    choices = chain(
        () if place.quote or typed != place.typed else _names(place.field, typed, is_first=place.start == 0),
        _words(typed, vocabulary),
    )
    end = cursor + len(_match(_REST_OF_WORD, text, cursor))
    return Completion(cursor - len(typed), end, tuple(islice(choices, _MOST)))


def _end_of_value(text: str, cursor: int, quote: str) -> int:
    """Where a value ends that a cursor is in: one in quotation marks right there, if they close there."""
    if quote:
        return cursor + text.startswith(tuple(CLOSING_QUOTES[quote]), cursor)
    return cursor + len(_match(_CHUNK, text, cursor))


def as_value(value: str) -> str | None:
    """A value as it is written after “field:”, in quotation marks where it needs them; None where none will do."""
    if _PLAIN_VALUE.fullmatch(value) and value not in _OPERATORS:
        return value
    for opening in '"«':
        if value.strip() and not set(CLOSING_QUOTES[opening]) & set(value):
            return f"{opening}{value}{CLOSING_QUOTES[opening][0]}"
    return None


def _values(field: str, typed: str, vocabulary: Vocabulary) -> Iterator[CompletionChoice]:
    """The values that begin so, then those of which a later word does; the names of records as they are given."""
    if field in RECORD_FIELDS:
        yield from _written(vocabulary.records(RECORD_FIELDS[field], typed))
        return
    wanted = typed.strip().casefold()
    known = POSSIBLE_VALUES.get(field) or vocabulary.values(_LISTED[field])
    later = re.compile(rf"(?<!\w){re.escape(wanted)}")
    beginning = [value for value in known if value.casefold().startswith(wanted)]
    others = [value for value in known if value not in beginning and later.search(value.casefold())]
    yield from _written(beginning + others)


def _written(values: Iterable[str]) -> Iterator[CompletionChoice]:
    for value in values:
        written = as_value(value)
        if written is not None:
            yield CompletionChoice(written, "")


def _names(field: str, typed: str, *, is_first: bool) -> Iterator[CompletionChoice]:
    """The fields and operators that begin so."""
    names = {"": FIELDS, "span": IN_SPAN}.get(field, ())
    for name in names:
        if name.startswith(typed):
            yield CompletionChoice(f"{name}:(" if name == "span" else f"{name}:", _DESCRIPTIONS[name])
    for operator, description in _OPERATORS.items():
        if operator.startswith(typed) and (operator == "NOT" or not is_first):
            yield CompletionChoice(operator, description)


def _words(typed: str, vocabulary: Vocabulary) -> Iterator[CompletionChoice]:
    if len(typed) < _SHORTEST_WORD:
        return
    for word in vocabulary.words(typed):
        yield CompletionChoice(word.capitalize() if typed[0].isupper() else word, "")


def _place(before: str) -> _Place:
    """What is being written at the end of a text."""
    fields = [""]  # of each parenthesis that is open
    name = ""  # of the field whose value comes next
    at = 0
    while at < len(before):
        piece = _match(_PIECE, before, at)
        end = at + len(piece)
        field, name = name or fields[-1], ""
        if piece == "(":
            fields.append(field)
        elif piece == ")":
            fields = fields[:-1] or [""]
        elif piece in CLOSING_QUOTES:
            closing = re.compile(f"[{CLOSING_QUOTES[piece]}]").search(before, end)
            if closing is None and piece != "”":
                return _Place(field, at, before[end:], piece)
            end = closing.end() if closing else end
        elif end == len(before) and not piece.isspace():
            return _chunk_place(piece, at, field)
        elif (named := _FIELD.fullmatch(piece)) and named.group(1) in FIELDS:
            name = named.group(1)
        at = end
    is_complete = before.endswith((")", *'"”“»'))
    return _Place(fields[-1], len(before), "", is_complete=is_complete)


def _chunk_place(chunk: str, at: int, field: str) -> _Place:
    """What is being written at the end of a chunk that stands among values or words of a field."""
    named = _FIELD.match(chunk)
    if named and named.group(1) in FIELDS:
        return _Place(named.group(1), at + named.end(), chunk[named.end() :])
    negation = len(chunk) - len(chunk.removeprefix("-"))
    return _Place(field, at + negation, chunk[negation:])


def _match(pattern: re.Pattern[str], text: str, at: int) -> str:
    """What of the text from a place on is as the pattern says."""
    match = pattern.match(text, at)
    return match.group() if match else ""
