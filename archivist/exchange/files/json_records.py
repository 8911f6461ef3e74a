# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of a JSON file however they are laid out: one a line, in one array, or a single object.

One record that is wrong costs only itself, as far as the layout allows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from archivist.errors import EmptyFile, FileDamaged, UnsupportedFile
from archivist.exchange.files import json_stream
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.packed import Files
from archivist.model import JsonValue

_FIRST_LINE = 4 << 20  # bytes; what is longer is not one record of a line
_SPACE = b" \t\r\n"
_HOPELESS = 100  # lines in a row, from the first on, that are no JSON


@dataclass(frozen=True, slots=True)
class JsonRecord:
    """One record of a file, or what is wrong with it."""

    where: str  # "line 12", "entry 12"; "" where it is the whole file
    value: JsonValue  # a Malformed where it could not be read


def records(files: Files, name: str) -> Iterator[JsonRecord]:
    """The records of a file.

    A file that breaks off ends with a record that is Malformed. Raises EmptyFile, UnsupportedFile (it
    is no JSON), FileDamaged (nothing of it can be read), FileUnreadable.
    """
    path = files.where(name)
    chunks = json_stream.utf8(files.chunks(name))
    try:
        head = _head(chunks)
        start = head.lstrip(_SPACE)
        if not start:
            raise EmptyFile(path)
        if start[:1] not in (b"{", b"["):
            raise UnsupportedFile(path, "it is no JSON")
        whole = chain([head], chunks)
        found = _of_lines(whole) if _is_lines(start) else _of_array(whole) if start[:1] == b"[" else _single(whole)
        yield from _unless_hopeless(found)
    except UnicodeDecodeError as error:
        raise FileDamaged(path, "it is not UTF-8") from error
    except ValueError as error:
        raise FileDamaged(path, str(error)) from error


def first_values(files: Files, name: str, count: int) -> list[JsonValue]:
    """The first sound records among as many at the beginning of a file that is small or has them soon; else none."""
    found: list[JsonValue] = []
    try:
        for seen, record in enumerate(records(_Beginning(files, name), name), 1):
            if not isinstance(record.value, Malformed):
                found.append(record.value)
            if seen == count:
                break
    except (EmptyFile, UnsupportedFile, FileDamaged):
        return found
    return found


class _Beginning(Files):
    """The beginning of a file, as if it were all."""

    def __init__(self, files: Files, name: str) -> None:
        self.path = files.path
        self.sizes = {name: min(files.sizes[name], _FIRST_LINE)}
        self._files = files

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes up to the limit."""
        left = _FIRST_LINE
        for chunk in self._files.chunks(name):
            yield chunk[:left]
            left -= len(chunk)
            if left <= 0:
                return


def _head(chunks: Iterator[bytes]) -> bytes:
    """What has to be read to know the layout: the first line, if it is not too long, and how the next begins."""
    head = bytearray()
    for chunk in chunks:
        head += chunk
        lines = bytes(head).lstrip(_SPACE).split(b"\n", 1)
        if len(head) > _FIRST_LINE or (len(lines) > 1 and lines[1].strip(_SPACE)):
            break
    return bytes(head)


def _is_lines(start: bytes) -> bool:
    """Whether a file that begins so has a record a line."""
    first, end, rest = start.partition(b"\n")
    if not end and start[:1] == b"{":
        return True  # one line, perhaps too long to look at
    following = rest.lstrip(_SPACE)[:1]
    try:
        value = json_stream.parse(first)
    except ValueError:
        # A broken line, if another record follows; else the beginning of something that goes on over many lines.
        return start[:1] == b"{" and following == b"{"
    return isinstance(value, dict) or _is_pair(value)


def _is_pair(value: JsonValue) -> bool:
    """Whether a list is one record: a text and what is said of it."""
    return isinstance(value, list) and len(value) == len(("text", "said")) and isinstance(value[0], str)


def _of_lines(chunks: Iterable[bytes]) -> Iterator[JsonRecord]:
    return (JsonRecord(f"line {number}", value) for number, value in json_stream.each_line(chunks))


def _of_array(chunks: Iterable[bytes]) -> Iterator[JsonRecord]:
    number = 0
    values = json_stream.items(chunks, ())
    while True:
        try:
            value = next(values, _END)
        except UnicodeDecodeError:
            value = Malformed("it is not UTF-8")
        except ValueError as error:
            value = Malformed(f"{error}; what follows could not be read")
        if value is _END:
            return
        number += 1
        yield JsonRecord(f"entry {number}", value)


def _single(chunks: Iterable[bytes]) -> Iterator[JsonRecord]:
    raw = bytearray()
    for chunk in chunks:
        raw += chunk
        if len(raw) > json_stream.LARGEST_VALUE:
            raise Malformed(f"it is one object of more than {json_stream.LARGEST_VALUE} bytes")
    yield JsonRecord("", json_stream.parse(bytes(raw)))


def _unless_hopeless(found: Iterator[JsonRecord]) -> Iterator[JsonRecord]:
    """The records; raises Malformed where nothing but a wrong beginning is there."""
    wrong: list[JsonRecord] = []
    for record in found:
        if not isinstance(record.value, Malformed):
            yield from wrong
            yield record
            yield from found
            return
        wrong.append(record)
        if len(wrong) == _HOPELESS:
            break
    if wrong:
        raise Malformed(f"{wrong[0].where}: {wrong[0].value}")


_END = object()
