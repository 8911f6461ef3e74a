# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file came to when it was read. Knows no reader: who hands files over is quick to start."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from archivist.errors import ArchivistError
from archivist.intake.reader import legible
from archivist.model import ArticleDraft, Unread


@dataclass(frozen=True, slots=True)
class FileRead:
    """What a file was read as: one draft at the least, and what of it no article was made of."""

    reader: str
    media_type: str
    drafts: tuple[ArticleDraft, ...]
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no article was made of a file, as a sentence and, unless that is a bug, as the error that says so."""

    reason: str
    reader: str = ""  # "" where it came to none
    unread: tuple[Unread, ...] = ()
    error: ArchivistError | None = None
    trace: str = ""  # of a bug: where in the program it is


def refusal(error: Exception, reader: str = "") -> Refusal:
    """An error as the reason why a file was not read."""
    if isinstance(error, ArchivistError):
        return Refusal(legible(str(error)), reader, error=error)
    trace = "".join(traceback.format_exception(error))
    return Refusal(legible(f"It could not be read ({type(error).__name__}: {error})."), reader, trace=legible(trace))
