# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading JSON that comes from outside, without holding all of a large file in memory.

What is malformed is a ValueError, ours or Python's, whose text says what is wrong.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, NoReturn

from archivist.model import JsonValue

LARGEST_VALUE = 64 << 20  # characters
_MARKS = (  # by which a text tells its encoding; the longer ones first
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_UTF8 = "it is not UTF-8"
_SPACE = " \t\n\r"
_FOLLOWERS = frozenset(_SPACE + ",:]}")  # what stands after a whole value


class Malformed(ValueError):
    """A file from outside is not as it has to be."""


def parse(raw: bytes) -> JsonValue:
    """The one JSON value of a file."""
    try:
        return _storable(_DECODER.decode(raw.decode("utf-8")))
    except UnicodeDecodeError as error:
        raise Malformed(_NOT_UTF8) from error
    except RecursionError as error:
        raise Malformed("it is nested too deeply") from error


def lines(chunks: Iterable[bytes]) -> Iterator[JsonValue]:
    """The values of a JSON Lines file; blank lines are passed over."""
    for number, line in enumerate(split(chunks), 1):
        if line.strip():
            try:
                value = parse(line)
            except ValueError as error:
                raise Malformed(f"line {number}: {_in_a_line(error)}") from error
            yield value


def each_line(chunks: Iterable[bytes]) -> Iterator[tuple[int, JsonValue | Malformed]]:
    """The values of a JSON Lines file with their line numbers; for a line that is none, what is wrong with it."""
    for number, line in enumerate(split(chunks), 1):
        if line.strip():
            try:
                yield number, parse(line)
            except ValueError as error:
                yield number, Malformed(_in_a_line(error))


def _in_a_line(error: ValueError) -> str:
    """What is wrong with a line, of which the parser says that it is the first."""
    return f"{error.msg}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)


def split(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a file, without their LF. Raises Malformed where one has no end."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        if len(rest) > LARGEST_VALUE:
            raise Malformed(f"a line has more than {LARGEST_VALUE} bytes")
        yield from whole
    yield rest


def utf8(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a JSON text in UTF-8 without a mark; from UTF-16 and UTF-32 too where they begin with theirs."""
    rest = iter(chunks)
    first = b""
    while len(first) < len(codecs.BOM_UTF32_LE) and (chunk := next(rest, b"")):
        first += chunk
    encoding = next((name for mark, name in _MARKS if first.startswith(mark)), "")
    if encoding in ("", "utf-8-sig"):
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from rest
        return
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        yield decoder.decode(first).encode()
        yield from (decoder.decode(chunk).encode() for chunk in rest)
        yield decoder.decode(b"", final=True).encode()
    except UnicodeDecodeError as error:
        raise Malformed(f"it begins as {encoding.upper()} and is not") from error


def items(chunks: Iterable[bytes], path: Sequence[str]) -> Iterator[JsonValue]:
    """The items of the array at a path of keys, one at a time; none if the path is not there.

    The rest of the file is read too, so that one that breaks off is noticed.
    """
    reader = _Reader(chunks)
    yield from _items(reader, path)
    if reader.peek():
        raise Malformed("something follows its end")


def _items(reader: _Reader, path: Sequence[str]) -> Iterator[JsonValue]:
    if not path:
        yield from (reader.value() for _ in reader.members("[", "]"))
        return
    for _ in reader.members("{", "}"):
        key = reader.value()
        if not isinstance(key, str):
            raise Malformed("a key is no text")
        reader.expect(":")
        if key == path[0]:
            yield from _items(reader, path[1:])
        else:
            reader.value()


class Part(NamedTuple):
    """A piece of one of the values of a file."""

    path: tuple[str, ...]  # the keys that lead to it; () where the value has ended
    value: JsonValue
    is_item: bool = False  # whether it is an item of the array at the path


def parts(chunks: Iterable[bytes], opened: Collection[str]) -> Iterator[Part]:
    """All values of a file, one after another, piece by piece: a list by its items, an object by its members.

    A list or an object below one of the `opened` keys of an object comes in pieces of its own. After
    each value of the file a Part with the path () and no value follows.
    """
    reader = _Reader(chunks)
    while opening := reader.peek():
        if opening in "[{":
            yield from _pieces(reader, (), opened)
        else:
            yield Part((), reader.value(), is_item=True)
        yield Part((), None)


def _pieces(reader: _Reader, path: tuple[str, ...], opened: Collection[str]) -> Iterator[Part]:
    if reader.peek() == "[":
        yield from (Part(path, reader.value(), is_item=True) for _ in reader.members("[", "]"))
        return
    for _ in reader.members("{", "}"):
        key = reader.value()
        if not isinstance(key, str):
            raise Malformed("a key is no text")
        reader.expect(":")
        if key in opened and reader.peek() in ("[", "{"):
            yield from _pieces(reader, (*path, key), opened)
        else:
            yield Part((*path, key), reader.value())


def _refuse_constant(name: str) -> NoReturn:
    raise Malformed(f"{name} is no number")


def _storable(value: JsonValue) -> JsonValue:
    """The value, if all of it can be written to a file again: half a character cannot, nor 1e999."""
    try:
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except RecursionError as error:  # writing goes deeper than reading
        raise Malformed("it is nested too deeply") from error
    except ValueError as error:
        raise Malformed(f"its {_unwritable(value)} cannot be kept in a file") from error
    return value


def _unwritable(value: JsonValue) -> str:
    """Which field it is that cannot be written, as a message names it."""
    fields = value.items() if isinstance(value, dict) else ()
    for name, field in fields:
        try:
            _storable({name: None})
            _storable(field)
        except ValueError:
            return f"“{name.encode('ascii', 'backslashreplace').decode()}”"
    return "value"


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


class _Reader:
    """JSON text read from chunks of UTF-8, token by token."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._text = ""
        self._at = 0
        self._ended = False

    def peek(self) -> str:
        """The next character that is no space, or "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text) or not self._fill():
                return self._text[self._at : self._at + 1]

    def expect(self, character: str) -> None:
        """Pass over this character."""
        found = self.peek()
        if found != character:
            raise Malformed(f"it has “{found}” where “{character}” has to be" if found else "it breaks off")
        self._at += 1

    def members(self, opening: str, closing: str) -> Iterator[None]:
        """Step into an array or an object; yields where each of its members begins."""
        self.expect(opening)
        if self.peek() == closing:
            self._at += 1
            return
        while True:
            yield
            if self.peek() == closing:
                self._at += 1
                return
            self.expect(",")

    def value(self) -> JsonValue:
        """The value that begins here."""
        if not self.peek():
            raise Malformed("it breaks off")
        while True:
            failure: ValueError | None = None
            value, end = None, len(self._text)
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise Malformed("it is nested too deeply") from error
            except json.JSONDecodeError as error:
                failure = error
            # A number may go on after what has been read, and what failed may only be not yet whole.
            if self._text[end : end + 1] in _FOLLOWERS or not self._fill(len(self._text) - self._at):
                break
        if failure is not None:
            raise failure
        self._at = end
        return _storable(value)

    def _fill(self, least: int = 1) -> bool:
        """Read on; at least so many characters, unless the file ends."""
        self._text = self._text[self._at :]
        self._at = 0
        before = len(self._text)
        if before > LARGEST_VALUE:
            raise Malformed(f"a value has more than {LARGEST_VALUE} characters")
        parts = [self._text]
        read = 0
        while not self._ended and read < least:
            chunk = next(self._chunks, b"")
            self._ended = not chunk
            try:
                part = self._decoder.decode(chunk, final=self._ended)
            except UnicodeDecodeError as error:
                raise Malformed(_NOT_UTF8) from error
            parts.append(part)
            read += len(part)
        self._text = "".join(parts)
        return read > 0
