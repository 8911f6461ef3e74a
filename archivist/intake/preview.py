# SPDX-License-Identifier: GPL-3.0-or-later
"""What an import would bring, told file by file before anything is written."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path

from archivist.errors import ArchivistError
from archivist.intake.gathering import Gathered, Known, gather
from archivist.intake.knowing import known
from archivist.intake.outcome import FileRead, Refusal
from archivist.intake.plan import ImportPlan, counted
from archivist.intake.reader import legible
from archivist.intake.reading import of_pieces
from archivist.intake.tables.profile import kept_profiles
from archivist.intake.time_left import COST_OF_FILE, TimeLeft
from archivist.model import ArticleDraft, ImportStatus, Progress, Unread
from archivist.store import Archive
from archivist.text import one_line

_LINES = 6
_LONGEST_LINE = 240  # characters
_TITLES = 50  # of a file with many articles
_ALREADY_HERE = "The same bytes are in the archive already."


@dataclass(frozen=True, slots=True)
class PreviewedFile:
    """What would become of one file; title to language are those of its first article."""

    path: Path
    status: ImportStatus
    reader: str = ""  # name of the format, "" where it is of none that is read
    encoding: str = ""
    articles: int = 0
    title: str = ""
    outlet: str = ""
    byline: str = ""
    published: str = ""  # EDTF
    language: str = ""
    lines: tuple[str, ...] = ()  # the first ones of its text, long ones cut
    titles: tuple[str, ...] = ()  # of its articles, no more than some
    reason: str = ""  # of a warning or refusal
    unread: tuple[Unread, ...] = ()
    error: ArchivistError | None = None  # what the reason says, where it is one
    doubts: tuple[str, ...] = ()  # the warnings of its articles; the reason tells of pieces not read beside them


def preview_plan(
    archive: Archive, plan: ImportPlan, *, files: list[PreviewedFile] | None = None
) -> Generator[Progress, None, tuple[PreviewedFile, ...]]:
    """Read the files of a plan as an import would, and write nothing.

    `files`, an empty list, is filled as they are read. Raises InvalidDate, InvalidValue for options
    that cannot be, and SourceGone.
    """
    plan = plan.checked().remembering(kept_profiles(archive.profiles.all()))
    files = [] if files is None else files
    amount = yield from counted(plan)
    estimate, cost = TimeLeft(amount.size + amount.files * COST_OF_FILE), 0.0
    with closing(gather(plan, lambda sha256, options: known(archive, sha256, options))) as found:
        for gathered in found:
            if gathered is not None:
                files.append(_previewed(archive, gathered))
                cost += gathered.size + COST_OF_FILE
            name = legible(gathered.path.name) if gathered else ""
            yield Progress(len(files), max(len(files), amount.files), name, estimate.seconds(cost))
    return tuple(files)


def _previewed(archive: Archive, gathered: Gathered) -> PreviewedFile:
    match gathered.outcome:
        case FileRead() as file:
            previewed = _of_drafts(gathered.path, file)
            here = _are_here(archive, gathered.raw, file.drafts)
            return replace(previewed, status=ImportStatus.DUPLICATE) if here else previewed
        case Known() as there:
            return _of_articles(archive, gathered.path, there)
        case Refusal() as why:
            refused = PreviewedFile(gathered.path, ImportStatus.REFUSED, why.reader, reason=why.reason)
            return replace(refused, unread=why.unread, error=why.error)
        case None:
            raise AssertionError("a file that is still being read has no preview")


def _are_here(archive: Archive, raw: bytes, drafts: Sequence[ArticleDraft]) -> bool:
    """Whether the archive has all articles of a file that had to be read, as an import would find."""
    by_original: dict[bytes, set[str]] = {}
    for draft in drafts:
        by_original.setdefault(draft.original or raw, set()).add(draft.part)
    for original, parts in by_original.items():
        articles = archive.articles.of_original(sha256(original).hexdigest())
        if not articles or not parts <= set(map(archive.articles.part, articles)):
            return False
    return True


def _of_drafts(path: Path, file: FileRead) -> PreviewedFile:
    first = file.drafts[0]
    warnings = dict.fromkeys(warning for draft in file.drafts for warning in draft.warnings if warning)
    doubts = tuple(warnings)
    reason = " ".join(filter(None, (*doubts, of_pieces(file.unread))))
    return PreviewedFile(
        path,
        ImportStatus.WARNING if reason else ImportStatus.IMPORTED,
        file.reader,
        _encoding(first),
        len(file.drafts),
        first.title,
        first.outlet,
        first.byline,
        first.published,
        first.language,
        _first_lines(first.body),
        tuple(draft.title for draft in file.drafts[:_TITLES]),
        reason,
        file.unread,
        doubts=doubts,
    )


def _of_articles(archive: Archive, path: Path, there: Known) -> PreviewedFile:
    article, made = archive.articles.get(there.articles[0]), archive.articles.provenance(there.articles[0])
    return PreviewedFile(
        path,
        ImportStatus.DUPLICATE,
        str(made.parameters.get("container", made.reader)),
        made.encoding or "",
        len(there.articles),
        article.title,
        article.outlet,
        article.byline,
        article.published,
        article.language,
        _first_lines(archive.articles.revision(article.id).body),
        tuple(archive.articles.get(id_).title for id_ in there.articles[:_TITLES]),
        _ALREADY_HERE,
    )


def _encoding(draft: ArticleDraft) -> str:
    return (draft.provenance.encoding or "") if draft.provenance else ""


def _first_lines(body: str) -> tuple[str, ...]:
    beginning = body[: _LINES * 2000]  # of a line without end only so much is looked at
    lines = islice(filter(None, map(one_line, beginning.split("\n"))), _LINES)
    return tuple(line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…" for line in lines)
