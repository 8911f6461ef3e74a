# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls over D-Bus, as far as AT-SPI needs them: strings, numbers, object paths, and lists and structures of these.

Written after the D-Bus specification, version 0.43: <https://dbus.freedesktop.org/doc/dbus-specification.html>.
A call by gdbus takes a process; a window has thousands of controls.
"""

from __future__ import annotations

import os
import select
import socket
import struct
from typing import Any, NamedTuple

_CALL, _ERROR, _SIGNAL = 1, 3, 4
# Fields of a header.
_PATH, _INTERFACE, _MEMBER, _REPLY_TO, _DESTINATION, _SENDER, _SIGNATURE = 1, 2, 3, 5, 6, 7, 8
_ALIGNED = {"y": 1, "b": 4, "n": 2, "q": 2, "i": 4, "u": 4, "x": 8, "t": 8, "d": 8, "s": 4, "o": 4, "g": 1, "a": 4,
            "(": 8, "{": 8, "v": 1, "h": 4}  # fmt: skip
_NUMBERS = {"y": "B", "b": "I", "n": "h", "q": "H", "i": "i", "u": "I", "x": "q", "t": "Q", "d": "d", "h": "I"}
_PATIENCE_S = 60


class BusError(Exception):
    """A call was answered by an error, such as that the object is gone."""


class Signal(NamedTuple):
    """What an object said unasked."""

    sender: str  # a name on the bus
    path: str
    member: str
    arguments: list[Any]


class Bus:
    """A connection to a bus at an address such as "unix:path=/run/…"."""

    def __init__(self, address: str) -> None:
        given = dict(part.split("=", 1) for part in address.split(";", 1)[0].split(":", 1)[1].split(","))
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(_PATIENCE_S)
        self._socket.connect(given.get("path") or "\0" + given["abstract"])
        self._socket.sendall(b"\0AUTH EXTERNAL " + str(os.getuid()).encode().hex().encode() + b"\r\n")
        if not self._socket.recv(512).startswith(b"OK"):
            raise BusError("the bus does not know this user")
        self._socket.sendall(b"BEGIN\r\n")
        self._number = 0
        self._signals: list[Signal] = []
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.Hello")

    def close(self) -> None:
        """Leave the bus."""
        self._socket.close()

    def call(self, name: str, path: str, method: str, signature: str = "", *arguments: object) -> list[Any]:
        """What a method of an object answers. Raises BusError, and TimeoutError where nothing is answered."""
        interface, member = method.rsplit(".", 1)
        self._number += 1
        fields = [(_PATH, "o", path), (_INTERFACE, "s", interface), (_MEMBER, "s", member), (_DESTINATION, "s", name)]
        if signature:
            fields.append((_SIGNATURE, "g", signature))
        body = written(signature, arguments)
        self._socket.sendall(_header(self._number, fields, len(body)) + body)
        while True:
            kind, headers, answer = self._message()
            if headers.get(_REPLY_TO) == self._number:
                if kind == _ERROR:
                    raise BusError(f"{method}: {answer}")
                return answer
            self._keep_signal(kind, headers, answer)

    def listen(self, rule: str) -> None:
        """Be told signals from now on, by a match rule."""
        self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.AddMatch", "s", rule)

    def signals(self) -> list[Signal]:
        """Those that came since this was asked last."""
        while select.select([self._socket], [], [], 0)[0]:
            self._keep_signal(*self._message())
        found, self._signals = self._signals, []
        return found

    def _keep_signal(self, kind: int, headers: dict[int, Any], arguments: list[Any]) -> None:
        if kind == _SIGNAL:
            self._signals.append(Signal(headers[_SENDER], headers[_PATH], headers[_MEMBER], arguments))

    def _message(self) -> tuple[int, dict[int, Any], list[Any]]:
        start = self._exactly(16)
        order = "<" if start[:1] == b"l" else ">"
        length, _, fields_length = struct.unpack(order + "III", start[4:])
        padding = -(16 + fields_length) % 8
        rest = self._exactly(fields_length + padding + length)
        found = Reader(start[12:] + rest[:fields_length], order, offset=12).values("a(yv)")[0]
        headers = dict(found)
        body = Reader(rest[fields_length + padding :], order)
        return start[1], headers, body.values(headers.get(_SIGNATURE, ""))

    def _exactly(self, count: int) -> bytes:
        parts = []
        while count:
            part = self._socket.recv(count)
            if not part:
                raise BusError("the bus is gone")
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


class Reader:
    """Reads values one after the other; an offset is where the bytes begin in their message."""

    def __init__(self, held: bytes, order: str, offset: int = 0) -> None:
        self._held, self._order, self._offset, self._at = held, order, offset, 0

    def values(self, signature: str) -> list[Any]:
        found = []
        while signature:
            first, signature = _first(signature)
            found.append(self._value(first))
        return found

    def _value(self, signature: str) -> Any:
        kind = signature[0]
        self._at += -(self._offset + self._at) % _ALIGNED[kind]
        if kind in _NUMBERS:
            size = struct.calcsize(_NUMBERS[kind])
            self._at += size
            number = struct.unpack(self._order + _NUMBERS[kind], self._held[self._at - size : self._at])[0]
            return bool(number) if kind == "b" else number
        if kind in "sog":
            length = self._value("y" if kind == "g" else "u")
            self._at += length + 1
            return self._held[self._at - length - 1 : self._at - 1].decode()
        if kind == "v":
            return self._value(self._value("g"))
        if kind == "a":
            length = self._value("u")
            self._at += -(self._offset + self._at) % _ALIGNED[signature[1]]
            end, found = self._at + length, []
            while self._at < end:
                found.append(self._value(signature[1:]))
            return found
        return tuple(self.values(signature[1:-1]))


def _first(signature: str) -> tuple[str, str]:
    """The first whole type of a signature, and the rest."""
    end = 0
    while signature[end] == "a":
        end += 1
    depth = 0
    while True:
        depth += (signature[end] in "({") - (signature[end] in ")}")
        end += 1
        if not depth:
            return signature[:end], signature[end:]


def _header(number: int, fields: list[tuple[int, str, str]], length: int) -> bytes:
    written = b""
    for code, kind, value in fields:
        written += bytes(-len(written) % 8)
        written += bytes((code, 1)) + kind.encode() + b"\0"
        written = _with(written, kind, value)
    start = struct.pack("<cBBBIII", b"l", _CALL, 0, 1, length, number, len(written)) + written
    return start + bytes(-len(start) % 8)


def written(signature: str, arguments: tuple[object, ...]) -> bytes:
    """Arguments of simple types only."""
    written = b""
    for kind, value in zip(signature, arguments, strict=True):
        written = _with(written, kind, value)
    return written


def _with(written: bytes, kind: str, value: object) -> bytes:
    written += bytes(-len(written) % _ALIGNED[kind])
    if kind in _NUMBERS:
        return written + struct.pack("<" + _NUMBERS[kind], value)
    held = str(value).encode()
    return written + struct.pack("<B" if kind == "g" else "<I", len(held)) + held + b"\0"
