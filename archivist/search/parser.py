# SPDX-License-Identifier: GPL-3.0-or-later
"""The query language, read into the tree of query.py.

    any    := all (OR all)*
    all    := part (AND? part)*
    part   := NOT part | -part | ( any ) | FIELD:( any ) | FIELD:value | phrase | chunk | *
    phrase := =? " word* " (~N)?

Operators are in capitals only. Whatever else stands between words is passed over, as in a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from archivist.dates import DateRange, date_range
from archivist.errors import InvalidDate, QueryMistake
from archivist.language.keys import parts_of
from archivist.model import Kind
from archivist.search.lexer import Sign, Token, split, visible
from archivist.search.query import (
    And,
    Everything,
    Exact,
    Fuzzy,
    Having,
    Imported,
    Linked,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Query,
    Spans,
    TextField,
    Wildcard,
    Word,
    WordNode,
)
from archivist.search.terms import Term, terms
from archivist.store.record_names import RECORD_KINDS

_TEXT_FIELDS = {"title": TextField.TITLE, "body": TextField.BODY, "note": TextField.NOTE}
_VALUE_FIELDS = {
    "outlet": "outlet",
    "byline": "byline",
    "url": "url",
    "lang": "language",
    "language": "language",
    "tag": "tag",
    "kind": "kind",
    "collection": "collection",
    "has": "has",
}
POSSIBLE_VALUES = {"kind": tuple(map(str, Kind)), "has": ("annotation", "note", "date", "record", "duplicates")}
RECORD_FIELDS = {str(kind): kind for kind in RECORD_KINDS}
_DATE_FIELDS: dict[str, type[Published | Imported]] = {"date": Published, "published": Published, "imported": Imported}
_SPAN_FIELD = "span"
IN_SPAN = ("tag", "kind", "note", *RECORD_FIELDS)
FIELDS = (*_TEXT_FIELDS, *_VALUE_FIELDS, *RECORD_FIELDS, *_DATE_FIELDS, _SPAN_FIELD)

_DEEPEST = 50  # parentheses and NOTs inside each other
_MOST_PARTS = 1000  # words and values
_MOST_SCANS = 32  # wildcards and fuzzy words, for which the index is leafed through
_MOST_EDITS = 2
_WIDEST = 100  # words that a phrase with a slop may reach over; no more than lie between two notes in the index
_NEEDS_LETTER = "a wildcard needs at least one letter or digit with it"


@dataclass(frozen=True, slots=True)
class _Scope:
    """What is asked at a place of the query: a field, or "" for any text, of an article or an annotation."""

    field: str = ""
    in_span: bool = False


def parse(text: str) -> Query:
    """The meaning of a query. Raises QueryMistake, whatever the text, and nothing else."""
    return _Parser(text).read()


class _Parser:
    """Reads one query from left to right. A part is None where it holds no word, only punctuation."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._visible = visible(query)
        try:
            self._tokens = iter(split(self._visible.text, FIELDS))
        except QueryMistake as mistake:
            raise self._mistake(mistake.position, mistake.problem) from None
        self._next = next(self._tokens)
        self._last_end = 0  # of the token that was taken last
        self._depth = 0
        self._parts = 0
        self._scans = 0
        self._bare_wildcard: int | None = None  # where the first of those that were passed over stood
        self._conditions: list[str] = []  # the parts of the last And that was read

    def read(self) -> Query:
        """The whole query."""
        if self._next.sign is Sign.END:
            raise self._mistake(0, "it is empty")
        root = self._any(_Scope())
        if self._next.sign is Sign.CLOSING:
            raise self._mistake(self._next.start, "this parenthesis was not opened")
        if root is not None:
            conditions = (self._query,) if isinstance(root, Or) else tuple(self._conditions)
            return Query(self._query, root, conditions)
        if self._bare_wildcard is not None:
            raise self._mistake(self._bare_wildcard, _NEEDS_LETTER)
        raise self._mistake(0, "there is no word in it")

    def _mistake(self, at: int, problem: str) -> QueryMistake:
        return QueryMistake(self._query, self._visible.start(at), problem)

    def _take(self) -> Token:
        token = self._next
        self._last_end = token.end
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

    def _count(self, at: int, parts: int) -> None:
        self._parts += parts
        if self._parts > _MOST_PARTS:
            raise self._mistake(at, f"it has more than {_MOST_PARTS} words")

    # Grammar

    def _any(self, scope: _Scope) -> Node | None:
        parts = [self._all(scope)]
        while self._next.sign is Sign.OR:
            self._take()
            parts.append(self._all(scope))
        found = [part for part in parts if part is not None]
        return Or(tuple(found)) if len(found) > 1 else next(iter(found), None)

    def _all(self, scope: _Scope) -> Node | None:
        parts = [self._condition(scope)]
        while self._next.sign not in (Sign.OR, Sign.CLOSING, Sign.END):
            if self._next.sign is Sign.AND:
                self._take()
            parts.append(self._condition(scope))
        found = [(part, written) for part, written in parts if part is not None]
        self._conditions = [written for _, written in found]
        return And(tuple(part for part, _ in found)) if len(found) > 1 else next((part for part, _ in found), None)

    def _condition(self, scope: _Scope) -> tuple[Node | None, str]:
        """A part of an And, and how it was written."""
        start = self._visible.start(self._next.start)
        part = self._part(scope)
        return part, self._query[start : self._visible.start(self._last_end)].strip()

    def _part(self, scope: _Scope) -> Node | None:
        token = self._take()
        match token.sign:
            case Sign.NOT:
                with self._deeper(token):
                    part = self._part(scope)
                return None if part is None else Not(part)
            case Sign.OPENING:
                return self._group(token, scope)
            case Sign.FIELD:
                return self._field(token, scope)
            case Sign.PHRASE | Sign.CHUNK:
                return self._leaf(token, scope)
            case Sign.END:
                raise self._mistake(token.start, "something is missing at the end")
        raise self._mistake(token.start, f"something is missing before “{token.text}”")

    def _group(self, opening: Token, scope: _Scope) -> Node | None:
        with self._deeper(opening):
            node = self._any(scope)
        if self._next.sign is not Sign.CLOSING:
            raise self._mistake(opening.start, "this parenthesis is not closed")
        self._take()
        return node

    # Fields

    def _field(self, name: Token, scope: _Scope) -> Node | None:
        self._check_field(name, scope)
        value = self._take()
        if value.sign not in (Sign.CHUNK, Sign.PHRASE, Sign.OPENING) or value.start > name.end:
            raise self._mistake(name.start, _needs_value(name.text))
        inside = _Scope(in_span=True) if name.text == _SPAN_FIELD else replace(scope, field=name.text)
        part = self._group(value, inside) if value.sign is Sign.OPENING else self._leaf(value, inside)
        if part is None:
            raise self._mistake(value.start, f"a word is missing after “{name.text}:”")
        return Spans(part) if name.text == _SPAN_FIELD else part

    def _check_field(self, name: Token, scope: _Scope) -> None:
        if name.text not in FIELDS:
            raise self._mistake(name.start, f"there is no field “{name.text}”; there are {', '.join(FIELDS)}")
        if scope.in_span and name.text not in IN_SPAN:
            problem = f"inside “{_SPAN_FIELD}:” there may be words and {', '.join(f'“{field}:”' for field in IN_SPAN)}"
            raise self._mistake(name.start, f"{problem}, but not “{name.text}:”")
        if scope.field and scope.field not in _TEXT_FIELDS:
            raise self._mistake(name.start, f"“{name.text}:” cannot stand among the values of “{scope.field}:”")

    def _leaf(self, token: Token, scope: _Scope) -> Node | None:
        if not scope.field or scope.field in _TEXT_FIELDS:
            return self._text(token, _TEXT_FIELDS.get(scope.field))
        wanted = self._visible.name(token.text_start, token.text_start + len(token.text))
        if not wanted:
            raise self._mistake(token.start, _needs_value(scope.field))
        self._count(token.start, 1)
        if scope.field in _DATE_FIELDS:
            return _DATE_FIELDS[scope.field](self._days(token, wanted))
        possible = POSSIBLE_VALUES.get(scope.field)
        if token.sign is Sign.CHUNK and "*" in wanted and scope.field != "url":
            problem = f"“{scope.field}:” takes a value without a star; one that has a star goes into quotation marks"
            raise self._mistake(token.start + token.text.index("*"), problem)
        if scope.field in RECORD_FIELDS:
            start, end = self._visible.start(token.start), self._visible.end(token.end)
            return Linked(RECORD_FIELDS[scope.field], wanted, start, end)
        if possible is None:
            return Having(_VALUE_FIELDS[scope.field], wanted)
        if wanted.casefold() not in possible:
            raise self._mistake(token.start, f"“{wanted}” is not one of {', '.join(possible)}")
        return Having(scope.field, wanted.casefold())

    def _days(self, token: Token, text: str) -> DateRange:
        """A date, or a range as A..B, A.. or ..B, each of them any EDTF date."""
        first, dots, last = text.partition("..")
        try:
            if not dots or "/" in text:
                return date_range(text)
            from_day = date_range(first).first if first else ".."
            to_day = date_range(last).last if last else ".."
            return date_range(f"{from_day}/{to_day}")
        except InvalidDate as error:
            problem = f"“{text}” is not a date or a range of dates, such as 2022-01 or 2022-01-05..2022-01-08"
            raise self._mistake(token.start, problem) from error

    # Texts

    def _text(self, token: Token, field: TextField | None) -> Node | None:
        """A word or, as of “08.01.2022” too, a phrase of words that stand together."""
        if token.sign is Sign.CHUNK and token.text == "*" and field is None:
            return Everything()
        found = self._terms(token)
        if not found:
            if token.sign is Sign.PHRASE:
                raise self._mistake(token.start, "there is no word in this phrase")
            return None
        self._count(token.start, len(found))
        exact = token.exact or (token.sign is Sign.CHUNK and found[0].exact)
        words = tuple(self._word(term, token.text_start, field, exact=exact) for term in found)
        slop = self._slop(token, words)
        start, end = self._visible.start(token.start), self._visible.end(token.end)
        return words[0] if len(words) == 1 else Phrase(words, field, start, end, slop)

    def _terms(self, token: Token) -> list[Term]:
        """The words of a phrase or chunk. Wildcards without a letter are punctuation, but not in a phrase."""
        found = terms(token.text)
        bare = next((term for term in found if term.is_bare), None)
        if bare is None:
            return found
        at = token.text_start + bare.start
        if token.sign is Sign.PHRASE and len(found) > 1:
            raise self._mistake(at, f'{_NEEDS_LETTER}; words between two others are asked for as in “"a b"~1”')
        if self._bare_wildcard is None:
            self._bare_wildcard = at
        return [term for term in found if not term.is_bare]

    def _word(self, term: Term, offset: int, field: TextField | None, *, exact: bool) -> WordNode:
        start, end = self._visible.start(offset + term.start), self._visible.end(offset + term.end)
        if term.edits is not None:
            return Fuzzy(term.text, self._edits(term, offset, exact=exact), field, start, end)
        if not term.has_wildcards:
            return (Exact if exact or term.exact else Word)(term.text, field, start, end)
        beginning = term.text.removesuffix("*")
        if "*" not in beginning and "?" not in beginning:
            return Prefix(beginning, field, start, end)
        self._count_scan(offset + term.start)
        return Wildcard(term.text, field, start, end)

    def _edits(self, term: Term, offset: int, *, exact: bool) -> int:
        """How many letters of a fuzzy word may be wrong."""
        at = offset + term.end - len(term.edits or "") - 1
        if exact or term.exact:
            raise self._mistake(
                at, "“=” asks for a word as it is written, “~” for a similar one; leave out one of them"
            )
        if term.has_wildcards:
            raise self._mistake(at, "a word has either wildcards or “~”")
        if term.edits not in ("", *map(str, range(1, _MOST_EDITS + 1))):
            raise self._mistake(at, f"“~” after a word allows 1 or {_MOST_EDITS} wrong letters: word~, word~2")
        self._count_scan(at)
        return int(term.edits or 1)

    def _count_scan(self, at: int) -> None:
        self._scans += 1
        if self._scans > _MOST_SCANS:
            raise self._mistake(at, f"it has more than {_MOST_SCANS} words with wildcards or “~”")

    def _slop(self, token: Token, words: tuple[WordNode, ...]) -> int | None:
        """How many other words may stand among those of a phrase."""
        if token.slop is None:
            return None
        at = token.end - len(token.slop)
        if not token.slop:
            raise self._mistake(at, 'after “~” a number of words is missing, as in “"a b"~5”')
        reach = sum(len(parts_of(word.text)) or 1 for word in words)
        if len(token.slop) > len(str(_WIDEST)) or reach + int(token.slop) > _WIDEST:
            raise self._mistake(at, f"a phrase with “~” may reach over at most {_WIDEST} words")
        return int(token.slop)


def _needs_value(field: str) -> str:
    if field == _SPAN_FIELD:
        return f"“{field}:” needs parentheses right after it, as in span:(kind:figure word)"
    if field in _TEXT_FIELDS:
        return f"“{field}:” needs a word right after it, or several in parentheses"
    return f"“{field}:” needs a value right after it, in quotation marks if it has spaces"
