# SPDX-License-Identifier: GPL-3.0-or-later
"""One file into drafts that can be stored, or the reason why not. It knows no archive and no process."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from archivist.errors import ArchivistError, EmptyFile, NoTextFound
from archivist.intake.outcome import FileRead, Refusal, refusal
from archivist.intake.reader import Allowance, ImportOptions, legible
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft, Unread
from archivist.text import canonical, one_line

_FEW = 3  # pieces whose reasons stand in the reason of the file


def read(raw: bytes, path: Path, options: ImportOptions) -> FileRead | Refusal:
    """The articles of a file. Raises MemoryError, and nothing else."""
    name = ""
    try:
        if not raw:
            raise EmptyFile(path)
        reader = reader_for(raw, path, options.format)
        name = reader.name
        options.begins(name, reader.seconds)
        pieces = reader.read(raw, path, replace(options, allowance=Allowance()))
        drafts = _told_apart([_finished(piece, options, name) for piece in pieces if isinstance(piece, ArticleDraft)])
    except ArchivistError as error:
        return refusal(error, name)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a bad file must not stop the others, whatever a parser makes of it
        return refusal(error, name)
    unread = tuple(piece for piece in pieces if isinstance(piece, Unread))
    if not drafts:
        nothing = None if unread else NoTextFound(path)
        return Refusal(legible(of_pieces(unread) or str(nothing)), name, unread, nothing)
    return FileRead(name, reader.media_type, _counted(drafts, unread), unread)


def is_harmless(raw: bytes, path: Path, options: ImportOptions) -> bool:
    """Whether no foreign library is needed to read a file, nor to find that no reader takes it."""
    try:
        return not reader_for(raw, path, options.format).isolated
    except ArchivistError:
        return True
    except Exception:  # noqa: BLE001 - a reader that breaks down over it may do so elsewhere
        return False


def of_pieces(unread: tuple[Unread, ...]) -> str:
    """What a report says of the pieces of a file that no article was made of."""
    if not unread:
        return ""
    named = " ".join(f"{piece.part}: {piece.reason}" for piece in unread[:_FEW])
    return f"Pieces not read: {len(unread)}. {named}" + (" …" if len(unread) > _FEW else "")


def finished(draft: ArticleDraft, options: ImportOptions) -> ArticleDraft:
    """A draft with what the person said, and with texts that can be stored, whatever a reader made of a file."""
    provenance = draft.provenance
    return replace(
        draft,
        title=one_line(draft.title),
        body=canonical(draft.body, compose=False),
        outlet=options.outlet or one_line(draft.outlet),
        byline=one_line(draft.byline),
        section=one_line(draft.section),
        url=one_line(draft.url),
        published=options.published or one_line(draft.published),
        captured=one_line(draft.captured),
        language=options.language or one_line(draft.language),
        provenance=provenance and replace(provenance, source=legible(provenance.source)),
        warnings=tuple(map(one_line, draft.warnings)),
        part=one_line(draft.part),
    )


def _finished(draft: ArticleDraft, options: ImportOptions, reader: str) -> ArticleDraft:
    """The same; of a piece of a container another reader made the text than the one that got the file."""
    provenance = draft.provenance
    if provenance and provenance.reader != reader and draft.original is None:
        draft = replace(
            draft, provenance=replace(provenance, parameters={**provenance.parameters, "container": reader})
        )
    return finished(draft, options)


def _told_apart(drafts: list[ArticleDraft]) -> list[ArticleDraft]:
    """The drafts of a file, each with a part of its own: one original has no two articles of the same part."""
    seen: Counter[tuple[bytes | None, str]] = Counter()
    apart = []
    for draft in drafts:
        seen[draft.original, draft.part] += 1
        number = seen[draft.original, draft.part]
        apart.append(draft if number == 1 else replace(draft, part=f"{draft.part} ({number})".strip()))
    return apart


def _counted(drafts: list[ArticleDraft], unread: tuple[Unread, ...]) -> tuple[ArticleDraft, ...]:
    """The drafts, each with how many the file has, so that whoever meets it again can tell whether all are here."""
    if len(drafts) == 1 and not unread and not drafts[0].part and drafts[0].original is None:
        return tuple(drafts)
    counts = {"articles": len(drafts), **({"unread": len(unread)} if unread else {})}
    return tuple(
        replace(draft, provenance=replace(made, parameters={**made.parameters, **counts}))
        if (made := draft.provenance)
        else draft
        for draft in drafts
    )
