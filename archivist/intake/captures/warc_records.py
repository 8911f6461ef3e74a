# SPDX-License-Identifier: GPL-3.0-or-later
"""The records of a WARC or ARC file, packed or not, as far as they can be told apart.

What is broken costs the record it stands in: reading goes on at the next one that can be found.
Records are taken one after the other, so that a file may unpack to more than memory holds.
Source: ISO 28500 (WARC 1.1), the Internet Archive's “ARC File Format”.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from archivist.intake.packed.gzipped import SIGNATURE as _GZIP

WARC_SIGNATURE = b"WARC/"
ARC_SIGNATURE = b"filedesc:"
_LARGEST_TOTAL = 4 << 30  # bytes, unpacked
_MOST_GAPS = 10_000
_CHUNK = 1 << 18
_LONGEST_LINE = 64 * 1024
_MOST_HEADERS = 500
_HEADER = re.compile(rb"\s*([^\s:]+)\s*:\s*(.*?)\s*$", re.DOTALL)
_VERSION = re.compile(rb"WARC/\d")
_ARC_HEADER = re.compile(rb"(?P<uri>[a-z][a-z0-9+.-]*:.*?) \S+ (?P<date>\d{14}|\d{12}|\d{8}) (?P<rest>.*)", re.DOTALL)
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?")
_NO_LENGTH = "Its length is not said, so it cannot be told from what follows."
_WRONG_LENGTH = "Something that is no record stands here; reading went on at the next one."


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record. Names of headers are in lower case."""

    number: int  # in the file, from 1
    headers: dict[str, str]
    block: bytes  # no more than was asked for
    length: int  # of the block, as far as the file has it
    cut_off: bool = False  # the file ends, or is broken, before the block does

    @property
    def type(self) -> str:
        """What it is: response, request, revisit …"""
        return self.headers.get("warc-type", "").lower()

    @property
    def uri(self) -> str:
        """The address that was captured."""
        return self.headers.get("warc-target-uri", "").strip("<>").replace(" ", "%20")

    @property
    def date(self) -> str:
        """When it was captured: ISO 8601, as the file has it."""
        return self.headers.get("warc-date", "")

    @property
    def id(self) -> str:
        """Its name, by which others refer to it."""
        return self.headers.get("warc-record-id", "")


@dataclass(frozen=True, slots=True)
class BrokenRecord:
    """What stands where a record should, and why it is none."""

    number: int
    reason: str


def read_records(raw: bytes, most: int) -> Iterator[WarcRecord | BrokenRecord]:
    """The records, with at most so many bytes of each block."""
    stream = _Stream(_gunzipped(raw) if raw.startswith(_GZIP) else iter((raw,)))
    number = 0
    while line := stream.line_with_text():
        number += 1
        if _VERSION.match(line):
            headers = _headers(stream)
        elif match := _ARC_HEADER.match(line.strip()):
            headers = _arc_headers(match)
        else:
            yield BrokenRecord(number, _WRONG_LENGTH)
            stream.skip_to_record()
            continue
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdecimal()):
            yield BrokenRecord(number, _NO_LENGTH)
            stream.skip_to_record()
            continue
        block = stream.read(min(int(length), most))
        got = len(block) + stream.skip(int(length) - len(block))
        yield WarcRecord(number, headers, block, got, cut_off=got < int(length))
        stream.cross_gap()


def _headers(stream: _Stream) -> dict[str, str]:
    headers: dict[str, str] = {}
    name = ""
    for line in islice(iter(stream.line, b""), _MOST_HEADERS):
        if not line.strip():
            break
        match = _HEADER.match(line)
        if name and line[:1] in b" \t":
            headers[name] += " " + _decoded(line.strip())
        elif match:
            name = _decoded(match[1]).lower()
            headers.setdefault(name, _decoded(match[2]))
    return headers


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _arc_headers(match: re.Match[bytes]) -> dict[str, str]:
    """The headers that a WARC would have. The length stands last, whatever version of ARC this is."""
    fields = match["rest"].split()
    uri, date = _decoded(match["uri"]), _DATE.match(match["date"].decode())
    iso = f"{date[1]}-{date[2]}-{date[3]}" if date else ""
    if date and date[4]:
        iso += f"T{date[4]}:{date[5]}:{date[6] or '00'}Z"
    return {
        "warc-type": "warcinfo" if uri.startswith("filedesc:") else "response",
        "warc-target-uri": uri,
        "warc-date": iso,
        "content-type": _decoded(fields[0]) if len(fields) > 1 else "",
        "content-length": _decoded(fields[-1]) if fields else "",
    }


def _gunzipped(raw: bytes) -> Iterator[bytes | None]:
    """What gzip packed, in chunks; None where some is missing. One record a member, or all in one."""
    position, gaps, left = 0, 0, _LARGEST_TOTAL
    while 0 <= position < len(raw) and gaps < _MOST_GAPS:
        member = _Member(raw, position)
        try:
            for chunk in member.chunks():
                left -= len(chunk)
                if left < 0:
                    return
                yield chunk
        except (zlib.error, EOFError):
            gaps += 1
            yield None
        position = raw.find(_GZIP, member.end)


class _Member:
    """One member of a gzip file."""

    def __init__(self, raw: bytes, start: int) -> None:
        self._raw = raw
        self._start = start
        self.end = start + 1  # behind it, where it is whole

    def chunks(self) -> Iterator[bytes]:
        """What it packs. Raises zlib.error, EOFError."""
        unpacker, view, position = zlib.decompressobj(zlib.MAX_WBITS | 16), memoryview(self._raw), self._start
        while not unpacker.eof:
            waiting: bytes | memoryview = unpacker.unconsumed_tail
            if not waiting:
                waiting = view[position : position + _CHUNK]
                position += len(waiting)
            unpacked = unpacker.decompress(waiting, _CHUNK)
            if unpacked:
                yield unpacked
            elif not waiting:
                raise EOFError
        self.end = position - len(unpacker.unused_data)


class _Stream:
    """Bytes that come in chunks, up to a gap, and after it from the beginning of a record."""

    def __init__(self, chunks: Iterator[bytes | None]) -> None:
        self._chunks = chunks
        self._buffer = b""
        self._at = 0
        self._in_gap = False

    def _fill(self) -> bool:
        """Have something to read in the buffer, if there is any before the next gap."""
        while self._at >= len(self._buffer):
            if self._in_gap:
                return False
            chunk = next(self._chunks, b"")
            if chunk is None:
                self._in_gap = True
                return False
            if not chunk:
                return False
            self._buffer, self._at = chunk, 0
        return True

    def cross_gap(self) -> None:
        """Go on after a gap, if one was met."""
        if self._at >= len(self._buffer):
            self._in_gap = False

    def read(self, size: int) -> bytes:
        """So many bytes, or as many as there are."""
        parts = []
        while size > 0 and self._fill():
            part = self._buffer[self._at : self._at + size]
            self._at += len(part)
            size -= len(part)
            parts.append(part)
        return b"".join(parts)

    def skip(self, size: int) -> int:
        """Leave so many bytes out; how many there were."""
        skipped = 0
        while skipped < size and self._fill():
            step = min(size - skipped, len(self._buffer) - self._at)
            self._at += step
            skipped += step
        return skipped

    def line(self) -> bytes:
        """A line with its end; no more of it than headers have."""
        parts, length = [], 0
        while length < _LONGEST_LINE and self._fill():
            end = self._buffer.find(b"\n", self._at, self._at + _LONGEST_LINE - length) + 1
            part = self._buffer[self._at : end or self._at + _LONGEST_LINE - length]
            self._at += len(part)
            length += len(part)
            parts.append(part)
            if end:
                break
        return b"".join(parts)

    def line_with_text(self) -> bytes:
        """The next line that is not empty, also behind a gap."""
        while True:
            line = self.line()
            if line.strip():
                return line
            if not line:
                if not self._in_gap:
                    return b""
                self.cross_gap()

    def skip_to_record(self) -> None:
        """Leave out what stands before the next line that begins a record of WARC; a gap ends the search."""
        while line := self.line():
            if _VERSION.match(line):
                # Put back together, so that the record is found where it begins.
                rest = self._buffer[self._at :]
                self._chunks = chain((rest,) if rest else (), self._chunks)
                self._buffer, self._at = line, 0
                return
        self.cross_gap()
