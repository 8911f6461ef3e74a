# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of a format is, and what it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from archivist.intake.tables.profile import TableProfile
from archivist.model import ArticleDraft, Unread

_SURROGATE = re.compile("[\ud800-\udfff]")  # Python's stand-in for a byte of a path that is not UTF-8


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
    profile: TableProfile | None = None  # how tables are to be read
    remembered: tuple[TableProfile, ...] = ()  # profiles that may be used for tables with columns that they fit
    beside: Callable[[str], bytes | None] | None = None  # the files beside a piece, in its container, by name
    within: tuple[str, ...] = ()  # the containers that a piece lies in, outermost first; see members.py


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one format.

    `sniff` tells from the bytes and the path of a file whether it is of this format. `read` makes
    drafts of it, one or more, and says which pieces it could make none of, or raises an
    ArchivistError. Both run in a process of their own; the path may be that of a piece inside a
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


def source_name(path: Path) -> str:
    """A path as text; bytes of a file name that are not UTF-8 become U+FFFD."""
    return legible(str(path))


def legible(text: str) -> str:
    """What the system handed over, a path or an option, as text that can be stored and printed."""
    return _SURROGATE.sub("\ufffd", text)
