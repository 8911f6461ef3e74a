# SPDX-License-Identifier: GPL-3.0-or-later
"""The values of a JSON text one after the other, as far as it is JSON.

A list of many articles is never held as a whole, and what stands before a place where a file is
damaged, or breaks off, is read. Numbers are kept as they are written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import islice

from archivist.model import JsonValue, Unread

_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=lambda _name: None, strict=False)
# What a script may say before its data: “window.YTD.tweets.part0 = ”.
_BEFORE = re.compile(r"\ufeff?\s*(?:(?:(?:var|let|const)\s+)?[\w$.]+\s*=\s*(?=[\[{]))?")
_BETWEEN = re.compile(r"[\s,;]*")
_LIST_OF_OBJECTS = re.compile(r"\[\s*\{")
_MOST_TRIES = 100  # places at which a damaged document is taken up again
_TOO_DEEP = "it nests too deeply"
_ENDS = "It is not JSON ({reason}); what follows was not read."
_LEFT_OUT = "It is not JSON ({reason})."


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in a text that is not JSON, and why."""

    position: int
    reason: str


def parse_line(line: str) -> JsonValue | Damage:
    """The value that a line is."""
    text = line.strip()
    value, end = _value_at(text, 0)
    return Damage(end, "more follows after its end") if end < len(text) and not isinstance(value, Damage) else value


def values(text: str) -> Iterator[JsonValue | Unread]:
    """Every value of a text at its top, and of a list at its top the items of that.

    Of a document that is damaged, the items of the first list of objects in it that can be read.
    """
    position = _start(text)
    while position < len(text):
        if text[position] == "[":
            position = yield from _items(text, position)
        else:
            value, end = _value_at(text, position)
            if isinstance(value, Damage):
                yield from _salvaged(text, position, value)
                return
            yield value
            position = end
        position = _past(text, position)


def _start(text: str) -> int:
    match = _BEFORE.match(text)
    return match.end() if match else 0


def _past(text: str, position: int) -> int:
    """The position after space and marks between values."""
    match = _BETWEEN.match(text, position)
    return match.end() if match else position


def _value_at(text: str, position: int) -> tuple[JsonValue | Damage, int]:
    try:
        return _DECODER.raw_decode(text, position)
    except json.JSONDecodeError as error:
        return Damage(error.pos, error.msg), position
    except RecursionError:
        return Damage(position, _TOO_DEEP), position


def _items(text: str, start: int) -> Generator[JsonValue | Unread, None, int]:
    """The items of the list that begins here; returns the position after it."""
    position, indent = _past(text, start + 1), ""
    while position < len(text) and text[position] != "]":
        value, end = _value_at(text, position)
        if not isinstance(value, Damage):
            yield value
            indent = indent or _line_start(text, position)
            position = _past(text, end)
            continue
        resumed = text.find(f"\n{indent}{{", position + 1) if indent else -1
        reason = (_LEFT_OUT if resumed >= 0 else _ENDS).format(reason=value.reason)
        yield Unread(_line(text, value.position), reason)
        position = resumed + 1 if resumed >= 0 else len(text)
        position = _past(text, position)
    return position + 1


def _line_start(text: str, position: int) -> str:
    """The space before a value, where it begins a line."""
    start = text.rfind("\n", 0, position) + 1
    return text[start:position] if not text[start:position].strip() else ""


def _line(text: str, position: int) -> str:
    return f"line {text.count(chr(10), 0, position) + 1}"


def _salvaged(text: str, start: int, damage: Damage) -> Iterator[JsonValue | Unread]:
    for match in islice(_LIST_OF_OBJECTS.finditer(text, start), _MOST_TRIES):
        first, _ = _value_at(text, match.end() - 1)
        if not isinstance(first, Damage):
            yield from _items(text, match.start())
            return
    yield Unread(_line(text, damage.position), _ENDS.format(reason=damage.reason))
