# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of a PDF drawn to be looked at, in a process that is bound as readers are.

What it sends is bytes that are checked, never objects: who shows the pages need not trust what read a
stranger's file. The first message is the sizes of the pages, each two floats in points; it is empty where
the file cannot be shown. Then there is one message for every page that was asked for: its number, from 1,
its width and height in dots, and four bytes a dot, blue first, row by row; without dots where it cannot be drawn.
"""

from __future__ import annotations

import struct
from contextlib import suppress
from dataclasses import dataclass
from math import isfinite
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from archivist.intake.confinement import Alarm, confine

if TYPE_CHECKING:
    from archivist.intake.pdf.document import PdfFile

PAGE_SECONDS = 20.0  # that drawing one page may take
_HEADER = struct.Struct("<III")
_SIZE = struct.Struct("<ff")
_BYTES_A_DOT = 4
_SHORTEST, _LONGEST = 1.0, 20_000.0  # points; a side beyond is shown as if it were so long


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as it looks; no dots where it cannot be drawn."""

    number: int  # from 1
    width: int
    height: int
    dots: bytes  # four bytes each, blue, green, red and one that says nothing


def show_pages(path: Path, pipe: Connection) -> None:
    """The body of the process: says which pages a file has, then draws each that it is asked for.

    It is asked by (number from 1, width in dots), until the other end of the pipe is closed.
    """
    confine()
    alarm = Alarm()
    alarm.set(PAGE_SECONDS)
    from archivist.intake.pdf.document import PdfFile

    with suppress(EOFError, OSError):
        try:
            with PdfFile(path.read_bytes(), path) as file:
                pipe.send_bytes(b"".join(_SIZE.pack(*size) for size in file.sizes()))
                alarm.stop()
                while True:
                    number, width = pipe.recv()
                    alarm.set(PAGE_SECONDS)
                    pipe.send_bytes(_drawn(file, number, width))
                    alarm.stop()
        except (EOFError, BrokenPipeError):
            raise
        except Exception:  # noqa: BLE001 - whatever it is, this file cannot be shown
            pipe.send_bytes(b"")


def sizes_in(message: bytes) -> list[tuple[float, float]]:
    """The sizes of the pages that the first message tells, in points; none where it cannot be understood."""
    if len(message) % _SIZE.size:
        return []
    return [(_bounded(width), _bounded(height)) for width, height in _SIZE.iter_unpack(message)]


def page_in(message: bytes) -> DrawnPage | None:
    """The page that a later message tells; None where it cannot be understood."""
    if len(message) < _HEADER.size:
        return None
    number, width, height = _HEADER.unpack_from(message)
    dots = message[_HEADER.size :]
    return DrawnPage(number, width, height, dots) if len(dots) == width * height * _BYTES_A_DOT else None


def _drawn(file: PdfFile, number: int, width: int) -> bytes:
    try:
        width, height, dots = file.drawn(number, width)
    except Exception:  # noqa: BLE001 - the other pages may be whole
        width, height, dots = 0, 0, b""
    return _HEADER.pack(number, width, height) + dots


def _bounded(side: float) -> float:
    return min(max(side, _SHORTEST), _LONGEST) if isfinite(side) else _SHORTEST
