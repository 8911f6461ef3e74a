# SPDX-License-Identifier: GPL-3.0-or-later
"""The query language, read into the tree of query.py.

    any    := all (OR all)*
    all    := part (AND? part)*
    part   := NOT part | -part | ( any ) | FIELD:( any ) | FIELD:value | "phrase" | word | word* | *

Operators are in capitals only. Whatever else stands between words is passed over, as in a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from archivist.dates import DateRange, date_range
from archivist.errors import InvalidDate, QueryMistake
from archivist.language.words import words
from archivist.model import Kind
from archivist.search.lexer import Sign, Token, split
from archivist.search.query import (
    And,
    Everything,
    Having,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Query,
    TextField,
    Word,
)

_TEXT_FIELDS = {"title": TextField.TITLE, "body": TextField.BODY, "note": TextField.NOTE}
_VALUE_FIELDS = {
    "outlet": "outlet",
    "byline": "byline",
    "lang": "language",
    "language": "language",
    "tag": "tag",
    "kind": "kind",
    "collection": "collection",
    "has": "has",
}
_POSSIBLE_VALUES = {"kind": tuple(Kind), "has": ("annotation", "note", "date")}
_DATE_FIELDS = ("date", "published")
FIELDS = (*_TEXT_FIELDS, *_VALUE_FIELDS, *_DATE_FIELDS)

_DEEPEST = 50  # parentheses and NOTs inside each other
_MOST_WORDS = 1000
_STAR = re.compile(r"\*")
_MISPLACED_STAR = "a star may only stand at the end of a word"


def parse(text: str) -> Query:
    """The meaning of a query. Raises QueryMistake, whatever the text, and nothing else."""
    return Query(text, _Parser(text).read())


class _Parser:
    """Reads one query from left to right. A part is None where it holds no word, only punctuation."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._tokens = iter(split(query, FIELDS))
        self._next = next(self._tokens)
        self._depth = 0
        self._words = 0

    def read(self) -> Node:
        """The whole query."""
        if self._next.sign is Sign.END:
            raise self._mistake(0, "it is empty")
        root = self._any(None)
        if self._next.sign is Sign.CLOSING:
            raise self._mistake(self._next.start, "this parenthesis was not opened")
        if root is None:
            raise self._mistake(0, "there is no word in it")
        return root

    def _mistake(self, position: int, problem: str) -> QueryMistake:
        return QueryMistake(self._query, position, problem)

    def _take(self) -> Token:
        token = self._next
        self._next = next(self._tokens, token)
        return token

    @contextmanager
    def _deeper(self, token: Token) -> Iterator[None]:
        """Counts how deep the grammar has gone, so that no query exhausts the stack."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._mistake(token.start, f"more than {_DEEPEST} parentheses or NOTs lie inside each other")
        yield
        self._depth -= 1

    # Grammar

    def _any(self, field: TextField | None) -> Node | None:
        parts = [self._all(field)]
        while self._next.sign is Sign.OR:
            self._take()
            parts.append(self._all(field))
        found = [part for part in parts if part is not None]
        return Or(tuple(found)) if len(found) > 1 else next(iter(found), None)

    def _all(self, field: TextField | None) -> Node | None:
        parts = [self._part(field)]
        while self._next.sign not in (Sign.OR, Sign.CLOSING, Sign.END):
            if self._next.sign is Sign.AND:
                self._take()
            parts.append(self._part(field))
        found = [part for part in parts if part is not None]
        return And(tuple(found)) if len(found) > 1 else next(iter(found), None)

    def _part(self, field: TextField | None) -> Node | None:
        token = self._take()
        match token.sign:
            case Sign.NOT:
                with self._deeper(token):
                    part = self._part(field)
                return None if part is None else Not(part)
            case Sign.OPENING:
                return self._group(token, field)
            case Sign.FIELD:
                return self._field(token)
            case Sign.PHRASE:
                return self._phrase(token, field)
            case Sign.CHUNK:
                return self._chunk(token, field)
            case Sign.END:
                raise self._mistake(token.start, "something is missing at the end")
        raise self._mistake(token.start, f"something is missing before “{token.text}”")

    def _group(self, opening: Token, field: TextField | None) -> Node | None:
        with self._deeper(opening):
            node = self._any(field)
        if self._next.sign is not Sign.CLOSING:
            raise self._mistake(opening.start, "this parenthesis is not closed")
        self._take()
        return node

    def _field(self, name: Token) -> Node | None:
        if name.text not in FIELDS:
            raise self._mistake(name.start, f"there is no field “{name.text}”; there are {', '.join(FIELDS)}")
        value = self._take()
        if name.text in _TEXT_FIELDS:
            return self._text_field(_TEXT_FIELDS[name.text], value)
        if value.start > name.end or value.sign not in (Sign.CHUNK, Sign.PHRASE) or not value.text.strip():
            problem = f"“{name.text}:” needs a value right after it, in quotation marks if it has spaces"
            raise self._mistake(name.start, problem)
        if name.text in _DATE_FIELDS:
            return Published(self._days(value))
        return self._having(_VALUE_FIELDS[name.text], value)

    def _text_field(self, field: TextField, value: Token) -> Node | None:
        if value.sign is Sign.OPENING:
            return self._group(value, field)
        if value.sign is Sign.PHRASE:
            return self._phrase(value, field)
        node = self._chunk(value, field) if value.sign is Sign.CHUNK else None
        if node is None:
            raise self._mistake(value.start, f"a word is missing after “{field}:”")
        return node

    def _having(self, field: str, value: Token) -> Having:
        wanted = value.text.strip()
        possible = _POSSIBLE_VALUES.get(field)
        if possible is None:
            return Having(field, wanted)
        if wanted.casefold() not in possible:
            raise self._mistake(value.start, f"“{wanted}” is not one of {', '.join(possible)}")
        return Having(field, wanted.casefold())

    def _days(self, value: Token) -> DateRange:
        """A date, or a range as A..B, A.. or ..B, each of them any EDTF date."""
        text = value.text.strip()
        first, dots, last = text.partition("..")
        try:
            if not dots or "/" in text:
                return date_range(text)
            from_day = date_range(first).first if first else ".."
            to_day = date_range(last).last if last else ".."
            return date_range(f"{from_day}/{to_day}")
        except InvalidDate as error:
            problem = f"“{text}” is not a date or a range of dates, such as 2022-01 or 2022-01-05..2022-01-08"
            raise self._mistake(value.start, problem) from error

    # Texts

    def _phrase(self, token: Token, field: TextField | None) -> Node:
        node = self._text(token.text, token.start + 1, token, field)
        if node is None:
            raise self._mistake(token.start, "there is no word in this phrase")
        return node

    def _chunk(self, token: Token, field: TextField | None) -> Node | None:
        if token.text == "*":
            return Everything()
        return self._text(token.text, token.start, token, field)

    def _text(self, text: str, offset: int, token: Token, field: TextField | None) -> Node | None:
        """A word or, as in “08.01.2022” too, a phrase of words that stand together."""
        found: list[Word | Prefix] = []
        stars = {match.start() for match in _STAR.finditer(text)}
        for word in words(text):
            is_prefix = word.end in stars
            stars.discard(word.end)
            node = Prefix if is_prefix else Word
            found.append(node(word.text, field, offset + word.start, offset + word.end + is_prefix))
            if is_prefix and text[word.end + 1 : word.end + 2].isalnum():
                raise self._mistake(offset + word.end, _MISPLACED_STAR)
        if stars:
            raise self._mistake(offset + min(stars), _MISPLACED_STAR)
        self._words += len(found)
        if self._words > _MOST_WORDS:
            raise self._mistake(token.start, f"it has more than {_MOST_WORDS} words")
        if len(found) > 1:
            return Phrase(tuple(found), field, token.start, token.end)
        return next(iter(found), None)
