# SPDX-License-Identifier: GPL-3.0-or-later
"""The signs of a query: parentheses, operators, names of fields, phrases, and chunks of plain text."""

from __future__ import annotations

import re
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
    """A sign of a query at [start, end) in code points; the text of a phrase is without its quotes."""

    sign: Sign
    text: str
    start: int
    end: int


_OPERATORS = {"AND": Sign.AND, "OR": Sign.OR, "NOT": Sign.NOT}
_PARENTHESES = {"(": Sign.OPENING, ")": Sign.CLOSING}
_CLOSING_QUOTES = {'"': '"”“', "“": '”"', "”": '”"', "„": '“”"', "«": "»"}  # by the opening one
_STRAY_QUOTE = "»"
_CHUNK = re.compile(r'[^\s()"“”„«»]+')
_FIELD = re.compile(r"([a-z]+):(?!//)")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def split(query: str, fields: tuple[str, ...]) -> list[Token]:
    """The tokens of a query, the last of which is END. Raises QueryMistake."""
    # What no text of the archive can hold is replaced one by one, so that places stay.
    text = _UNSTORABLE.sub(" ", query)
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] == _STRAY_QUOTE:
            at += 1
            continue
        token = _token(text, at, fields, is_value=bool(tokens) and tokens[-1].sign is Sign.FIELD)
        if token is None:
            raise QueryMistake(query, at, "this quotation mark is not closed")
        tokens.append(token)
        at = token.end
    return [*tokens, Token(Sign.END, "", len(text), len(text))]


def _token(text: str, at: int, fields: tuple[str, ...], *, is_value: bool) -> Token | None:
    """The token that begins at a place; None where it is a phrase without an end."""
    sign = text[at]
    if sign in _PARENTHESES:
        return Token(_PARENTHESES[sign], sign, at, at + 1)
    if sign in _CLOSING_QUOTES:
        return _phrase(text, at)
    chunk = _chunk(text, at)
    if is_value:
        return chunk
    if sign == "-" and _is_negation(text, at):
        return Token(Sign.NOT, sign, at, at + 1)
    field = _FIELD.match(text, at)
    # “10:30” and “Контекст:” are text; “foo:bar” is more likely a field of another program.
    if field and (field.group(1) in fields or not text[field.end() : field.end() + 1].isspace()):
        return Token(Sign.FIELD, field.group(1), at, field.end())
    if chunk.text in _OPERATORS:
        return Token(_OPERATORS[chunk.text], chunk.text, chunk.start, chunk.end)
    return chunk


def _phrase(text: str, at: int) -> Token | None:
    closing = _CLOSING_QUOTES[text[at]]
    end = next((place for place in range(at + 1, len(text)) if text[place] in closing), None)
    return None if end is None else Token(Sign.PHRASE, text[at + 1 : end], at, end + 1)


def _chunk(text: str, at: int) -> Token:
    match = _CHUNK.match(text, at)
    end = match.end() if match else at + 1
    return Token(Sign.CHUNK, text[at:end], at, end)


def _is_negation(text: str, at: int) -> bool:
    """Whether a hyphen means “not”: right before something; else it is a dash."""
    following = text[at + 1 : at + 2]
    return following.isalnum() or following in (*_CLOSING_QUOTES, "(", "*")
