# SPDX-License-Identifier: GPL-3.0-or-later
"""The signs of a query: parentheses, operators, names of fields, phrases, and chunks of plain text.

Nobody sees a soft hyphen or a directional mark, and pasted text is full of them: they are left out
before anything is read, and a token knows its place in what is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from archivist.errors import QueryMistake


class Sign(Enum):
    """What a token is."""

    OPENING = auto()
    CLOSING = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    FIELD = auto()
    PHRASE = auto()
    CHUNK = auto()  # letters, digits and punctuation without a space
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A sign of a query at [start, end), code points of its visible text."""

    sign: Sign
    text: str  # of a field without the colon, of a phrase what is between its quotes
    start: int
    end: int
    text_start: int
    exact: bool = False  # a phrase with = before it
    slop: str | None = None  # the digits, perhaps none, of the ~ after a phrase


@dataclass(frozen=True, slots=True)
class VisibleText:
    """A query without invisible characters, and where each of those that are left stood."""

    text: str
    places: Sequence[int]  # by code point of the text, and that of the end
    whole: str  # the query; no control character is in either

    def name(self, start: int, end: int) -> str:
        """What stands in [start, end) of the text, as the name of something may be written.

        What joins the parts of an emoji belongs to the name.
        """
        written = self.whole[self.places[start] : self.places[end]]
        return "".join(sign for sign in written if sign in _JOINERS or not _is_format(sign)).strip()

    def start(self, at: int) -> int:
        """Where something in the query begins that begins at a place of the text."""
        return self.places[min(at, len(self.text))]

    def end(self, at: int) -> int:
        """Where something in the query ends that ends at a place of the text."""
        return self.places[at - 1] + 1 if 0 < at <= len(self.text) else self.start(at)


_OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}
_PARENTHESES = {"(": Sign.OPENING, ")": Sign.CLOSING}
CLOSING_QUOTES = {'"': '"”“', "“": '”"', "„": '“”"', "«": "»", "”": '”"'}  # by the opening one
_STRAY_QUOTES = "»”"  # which close more often than they open, so that one alone is passed over
_CHUNK = re.compile(r'[^\s()"“”„«»]+')
_FIELD = re.compile(r"([a-z]+):(?!//)")
# What “foo:” has right after it where it is meant as a field; “:)” and “:” at the end of a line are not.
_VALUE = re.compile(r'[^\W_]|[=*("“„«]')
_NEGATED = re.compile(r'-(?==?[^\W_]|=?["“„«]|\(|\*)')  # any other hyphen is a dash
_SLOP = re.compile("~([0-9]*)")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_VARIATIONS = frozenset(map(chr, (0x034F, *range(0x180B, 0x180E), *range(0xFE00, 0xFE10))))
_JOINERS = "\u200c\u200d"


def visible(query: str) -> VisibleText:
    """What of a query can be seen; control characters are spaces there."""
    text = _CONTROL.sub(" ", query)
    if text.isascii():
        return VisibleText(text, range(len(text) + 1), text)
    seen = [at for at, character in enumerate(text) if not (_is_format(character) or character in _VARIATIONS)]
    return VisibleText("".join(text[at] for at in seen), [*seen, len(text)], text)


def _is_format(character: str) -> bool:
    return unicodedata.category(character) == "Cf"


def split(text: str, fields: Sequence[str]) -> list[Token]:
    """The tokens of a visible text, the last of which is END. Raises QueryMistake about that text."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _token(text, at, fields, is_value=bool(tokens) and tokens[-1].sign is Sign.FIELD)
        if token is not None:
            tokens.append(token)
            at = token.end
        elif text[at] in _STRAY_QUOTES:
            at += 1
        else:
            raise QueryMistake(text, at, "this quotation mark is not closed")
    return [*tokens, Token(Sign.END, "", len(text), len(text), len(text))]


def _token(text: str, at: int, fields: Sequence[str], *, is_value: bool) -> Token | None:
    """The token that begins at a place; None where it is a quotation mark without a second one."""
    sign = text[at]
    if sign in _PARENTHESES:
        return Token(_PARENTHESES[sign], sign, at, at + 1, at)
    is_exact = sign == "=" and text[at + 1 : at + 2] in (*CLOSING_QUOTES,)
    if is_exact or sign in CLOSING_QUOTES or sign in _STRAY_QUOTES:
        return _phrase(text, at, is_exact=is_exact)
    match = _CHUNK.match(text, at)
    end = match.end() if match else at + 1
    chunk = Token(Sign.CHUNK, text[at:end], at, end, at)
    if is_value:
        return chunk
    if _NEGATED.match(text, at):
        return Token(Sign.NOT, sign, at, at + 1, at)
    field = _FIELD.match(text, at)
    # “10:30” and “Контекст:” are text; “foo:bar” is more likely a field of another program.
    if field and (field.group(1) in fields or _VALUE.match(text, field.end())):
        return Token(Sign.FIELD, field.group(1), at, field.end(), at)
    return Token(_OPERATORS.get(chunk.text, Sign.CHUNK), chunk.text, at, end, at)


def _phrase(text: str, at: int, *, is_exact: bool) -> Token | None:
    inside = at + is_exact + 1
    closing = CLOSING_QUOTES.get(text[inside - 1])
    last = closing and re.compile(f"[{closing}]").search(text, inside)
    if not last:
        return None
    end = last.start()
    slop = _SLOP.match(text, end + 1)
    return Token(
        Sign.PHRASE,
        text[inside:end],
        at,
        slop.end() if slop else end + 1,
        inside,
        exact=is_exact,
        slop=slop.group(1) if slop else None,
    )
