# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of a format is, and what it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from archivist.model import ArticleDraft, Unread

if TYPE_CHECKING:  # whose import is all that reads tables, and every worker's parent would wait for it
    from archivist.intake.tables.profile import TableProfile

READING_SECONDS = 30  # for a file, or for a piece of a container
BOOKS_BY_CHAPTER = "chapters"
WHOLE_BOOKS = "whole"
# Gives the bytes of what lies beside a piece of a container, by its name from there; None where nothing does.
Beside: TypeAlias = Callable[[str], bytes | None]
_SURROGATE = re.compile("[\ud800-\udfff]")  # Python's stand-in for a byte of a path that is not UTF-8


@dataclass(slots=True)
class Allowance:
    """How much may still be unpacked of one file, with all that lies in it: containers nest, and bombs do."""

    left: int = 2 << 30  # bytes

    def take(self, size: int) -> bool:
        """Whether so many bytes more are allowed; they are counted."""
        self.left -= size
        return self.left >= 0


def _unheard(_reader: str, _seconds: float) -> None:
    """Nobody waits for the reader."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What the person said of all files of an import; None and "" for what is to be found out.

    What the person said holds, whatever a file says of itself.
    """

    outlet: str = ""
    published: str = ""  # EDTF
    language: str = ""  # ISO 639-1
    collection: str = ""
    encoding: str | None = None
    format: str | None = None  # name of a Reader
    books: str = BOOKS_BY_CHAPTER  # or WHOLE_BOOKS
    profile: TableProfile | None = None  # how tables are to be read
    remembered: tuple[TableProfile, ...] = ()  # profiles that may be used for tables with columns that they fit
    beside: Beside | None = field(default=None, compare=False, repr=False)  # for a piece of a container
    within: tuple[str, ...] = ()  # the containers that a piece lies in, outermost first; see members.py
    allowance: Allowance = field(default_factory=Allowance, compare=False, repr=False)  # a new one for each file
    # Told that the reader of this name begins with a file or a piece, and how many seconds that may take.
    begins: Callable[[str, float], None] = field(default=_unheard, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one format.

    `sniff` tells from the bytes and the path of a file whether it is of this format. `read` makes
    drafts of it, one or more, and says which pieces it could make none of, or raises an
    ArchivistError. Both run in a process of their own (see workers.py) that is killed when a file,
    or a piece of a container, takes more than `seconds`; the path may be that of a piece inside a
    container, where nothing lies.
    """

    name: str
    title: str
    extensions: tuple[str, ...]  # with the dot, in lower case
    media_type: str
    sniff: Callable[[bytes, Path], bool]
    read: Callable[[bytes, Path, ImportOptions], Sequence[ArticleDraft | Unread]]
    reads: bool = True
    writes: bool = False
    seconds: float = READING_SECONDS  # that one file may take
    isolated: bool = True  # False of what is read by our own Python alone, and need not be read elsewhere


def source_name(path: Path) -> str:
    """A path as text; bytes of a file name that are not UTF-8 become U+FFFD."""
    return legible(str(path))


def legible(text: str) -> str:
    """What the system handed over, a path or an option, as text that can be stored and printed."""
    return _SURROGATE.sub("\ufffd", text)
