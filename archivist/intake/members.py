# SPDX-License-Identifier: GPL-3.0-or-later
"""Files inside of files: what a reader of a container does with each of its pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from archivist.errors import ArchivistError
from archivist.intake.reader import Beside, ImportOptions, legible
from archivist.model import ArticleDraft, Unread
from archivist.text import one_line

_DEEPEST = 4  # containers within each other: a letter in a mailbox in a ZIP, with a document, is three
TOO_DEEP = f"It lies in more than {_DEEPEST} files within each other."
TOO_MUCH = "The file it lies in grows too large when it is unpacked, so the rest of it was left."


def read_member(
    name: str, raw: bytes, container: Path, options: ImportOptions, *, suffix: str = "", beside: Beside | None = None
) -> Sequence[ArticleDraft | Unread]:
    """The articles of one piece of a container, each with the piece's name as its part.

    Nothing that is wrong with one piece keeps the others from being read: it is an Unread then.
    `name` is for telling pieces apart and for their extension, unless `suffix`, with the dot, says what a
    media type says of the piece; nothing is opened by it. `beside` gives the pieces beside this one, by
    their names from where it lies.
    """
    # Every reader of a container is in the registry itself.
    from archivist.intake.registry import reader_for

    part = one_line(legible(name))
    if len(options.within) >= _DEEPEST:
        return [Unread(part, TOO_DEEP)]
    if not options.allowance.take(len(raw)):
        return [Unread(part, TOO_MUCH)]
    file = PurePosixPath(part.replace("\\", "/")).name
    path = container / (file if file.lower().endswith(suffix) else f"{file}{suffix}")
    inside = replace(options, format=None, beside=beside, within=(*options.within, part))
    try:
        reader = reader_for(raw, path)
        options.begins(reader.name, reader.seconds)
        pieces = reader.read(raw, path, inside)
    except MemoryError:
        raise
    except ArchivistError as error:
        return [Unread(part, str(error))]
    except Exception as error:  # noqa: BLE001 - a bad piece must not stop the others, whatever a parser makes of it
        return [Unread(part, f"It could not be read ({type(error).__name__}: {error}).")]
    return [replace(piece, part=f"{part}/{piece.part}" if piece.part else part) for piece in pieces]


def with_warnings(pieces: Iterable[ArticleDraft | Unread], warnings: Sequence[str]) -> list[ArticleDraft | Unread]:
    """The pieces, their articles with what is doubtful about the container before what is about themselves."""
    return [
        replace(piece, warnings=(*warnings, *piece.warnings)) if warnings and isinstance(piece, ArticleDraft) else piece
        for piece in pieces
    ]
