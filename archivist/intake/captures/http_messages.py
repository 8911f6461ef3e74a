# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server answered, as a web archive keeps it: status, headers and the body as it was sent."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+(\d{3})")
_REQUEST = re.compile(rb"[A-Z]{3,10} ")
_BLANK_LINE = re.compile(rb"\r?\n\r?\n|\r\r")
_LARGEST_BODY = 64 << 20  # bytes, unpacked
_CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]*)?\r?\n")
_UNPACKED = frozenset({"", "identity", "none", "utf-8", "binary"})
_CUT_OFF = "Of the page only its beginning was kept."
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """A request (whose status is 0) or a response. Names of headers are in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes  # as it was sent

    @property
    def media_type(self) -> str:
        """What the body is said to be, in lower case, "" where it is not said."""
        return media_type(self.headers.get("content-type", ""))

    @property
    def charset(self) -> str:
        """The encoding that the body is said to be in, "" where it is not said."""
        match = _CHARSET.search(self.headers.get("content-type", ""))
        return match[1] if match else ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the browser saw it, or as much of it as could be had."""

    raw: bytes
    dechunked: bytes  # without the marks of the transfer, still packed
    warnings: tuple[str, ...] = ()
    unreadable: str = ""  # why it could not be unpacked


def media_type(header: str) -> str:
    """The type that a header Content-Type names, in lower case and without its parameters."""
    return header.partition(";")[0].strip().lower()


def parse_http(block: bytes) -> HttpMessage | None:
    """A message with its headers; None where the bytes are none."""
    status = _STATUS.match(block)
    if status is None and not _REQUEST.match(block):
        return None
    end = _BLANK_LINE.search(block)
    head = block[: end.start()] if end else block
    headers: dict[str, str] = {}
    for line in head.splitlines()[1:]:
        name, separator, value = line.decode("latin-1").partition(":")
        if separator and name.strip():
            headers.setdefault(name.strip().lower(), value.strip())
    return HttpMessage(int(status[1]) if status else 0, headers, block[end.end() :] if end else b"")


def decode_body(message: HttpMessage) -> Body:
    """The body without what was done to it for the way."""
    warnings: list[str] = []
    raw = message.body
    if "chunked" in message.headers.get("transfer-encoding", "").lower():
        raw, whole = _dechunked(raw)
        warnings += [] if whole else [_CUT_OFF]
    dechunked = raw
    for packing in reversed(message.headers.get("content-encoding", "").lower().split(",")):
        name = packing.strip()
        if name in _UNPACKED:
            continue
        if name not in ("gzip", "x-gzip", "deflate", "br"):
            return Body(b"", dechunked, unreadable=f"It is packed in a way that is not read ({name}).")
        try:
            raw, whole = _brotli(raw) if name == "br" else _inflated(raw)
        except ImportError:
            return Body(b"", dechunked, unreadable="It is packed by Brotli, for which nothing is installed.")
        if not whole:
            warnings.append(_CUT_OFF)
    return Body(raw, dechunked, tuple(dict.fromkeys(warnings)))


def _dechunked(raw: bytes) -> tuple[bytes, bool]:
    """The body without the lengths of its chunks, and whether it is whole; as it is where it has none."""
    parts, position = list[bytes](), 0
    while match := _CHUNK_LINE.match(raw, position):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(parts), True
        parts.append(raw[match.end() : match.end() + size])
        position = match.end() + size
        if position > len(raw):
            return b"".join(parts), False
        position += 2 if raw.startswith(b"\r\n", position) else 1 if raw.startswith(b"\n", position) else 0
    # A recorder may have put the chunks together and left the header that announces them.
    return (b"".join(parts) + raw[position:], position >= len(raw)) if parts else (raw, True)


def _inflated(raw: bytes) -> tuple[bytes, bool]:
    """What gzip or deflate packed, as many servers mean by either; as it is where it was not packed at all."""
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        unpacker = zlib.decompressobj(window)
        found, waiting = [], raw
        size = 0
        try:
            while waiting and not unpacker.eof and size <= _LARGEST_BODY:
                found.append(unpacker.decompress(waiting, 1 << 20))
                size += len(found[-1])
                waiting = unpacker.unconsumed_tail
                if not found[-1] and not waiting:
                    break
        except zlib.error:
            if size:
                return b"".join(found), False
            continue
        return b"".join(found), unpacker.eof
    return raw, True


def _brotli(raw: bytes) -> tuple[bytes, bool]:
    """What Brotli packed. Raises ImportError."""
    import brotli

    unpacker = brotli.Decompressor()
    found = list[bytes]()
    size, waiting = 0, raw
    try:
        while not unpacker.is_finished() and size <= _LARGEST_BODY:
            found.append(unpacker.process(waiting, output_buffer_limit=1 << 20))
            size += len(found[-1])
            waiting = b""
            if not found[-1] and unpacker.can_accept_more_data():
                break
    except brotli.error:
        # A recorder may have unpacked it and left the header.
        return (b"".join(found), False) if size else (raw, True)
    return b"".join(found), bool(unpacker.is_finished())
