# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading originals again with the readers of today: a text that comes out otherwise is a new revision."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath

from archivist.errors import ArchivistError, DiskFull, InvalidValue, NoTextFound
from archivist.intake.correcting import CORRECTION
from archivist.intake.page_text import page_blocks
from archivist.intake.reader import BOOKS_BY_CHAPTER, ImportOptions, Reader, legible
from archivist.intake.reading import Refusal, read
from archivist.intake.registry import reader_for, reader_named
from archivist.intake.tables.profile import TableProfile
from archivist.model import Article, ArticleDraft, Progress, Provenance
from archivist.store import Archive

DETECT = "detect"
_PASTED = "pasted"
# What is wrong with the archive or its disk ends the work; what is wrong with one article does not.
_ARCHIVE_FAILS = (DiskFull, MemoryError)


class RereadStatus(StrEnum):
    """What became of one article."""

    UNCHANGED = "unchanged"
    REVISED = "revised"
    REFUSED = "refused"  # it keeps the text that it has


@dataclass(frozen=True, slots=True)
class RereadReport:
    """What reading an article's original again came to."""

    article: str  # id
    title: str
    status: RereadStatus
    revision: str = ""  # id of the current one
    moved: int = 0
    queued: int = 0
    reason: str = ""


class _CannotReread(Exception):
    """Why an article keeps its text, in a sentence."""


def reread(
    archive: Archive, articles: Iterable[str], encoding: str | None = None
) -> Generator[Progress, None, list[RereadReport]]:
    """Read the originals of articles (ids) again, as one step of the history.

    A text file is read in `encoding`: None for the one that it was read in before, DETECT to find
    it out anew. Raises ArticleNotFound before anything is changed, and what is wrong with the disk.
    """
    wanted = [archive.articles.get(id_) for id_ in articles]
    name = f"Read {wanted[0].title} again" if len(wanted) == 1 else f"Read {len(wanted)} articles again"
    reports: list[RereadReport] = []
    step = None
    for done, article in enumerate(wanted):
        yield Progress(done, len(wanted), article.title)
        with archive.action(name, continues=step) as step:
            reports.append(_reread(archive, article, encoding))
    yield Progress(len(wanted), len(wanted), "")
    return reports


def _reread(archive: Archive, article: Article, encoding: str | None) -> RereadReport:
    try:
        draft = _draft(archive, article, encoding)
        revised = archive.articles.revise(
            article.id, draft.body, draft.provenance or Provenance("", "", "", None), draft.warnings
        )
    except _ARCHIVE_FAILS:
        raise
    except (ArchivistError, _CannotReread) as error:
        return RereadReport(article.id, article.title, RereadStatus.REFUSED, article.revision, reason=str(error))
    except Exception as error:  # noqa: BLE001 - as in an import: whatever a parser makes of a file
        reason = legible(f"It could not be read ({type(error).__name__}: {error}).")
        return RereadReport(article.id, article.title, RereadStatus.REFUSED, article.revision, reason=reason)
    status = RereadStatus.REVISED if revised.changed else RereadStatus.UNCHANGED
    return RereadReport(article.id, article.title, status, revised.revision, revised.moved, revised.queued)


def _draft(archive: Archive, article: Article, encoding: str | None) -> ArticleDraft:
    """What the reader of today makes of an article's original."""
    before = archive.articles.provenance(article.id)
    if article.original is None:
        raise _CannotReread("No original is kept of it.")
    if before.reader == CORRECTION:
        raise _CannotReread("Its text was corrected by hand, and reading it again would take that back.")
    raw = archive.originals.read(article.original.sha256)
    # The name only: where the file once lay is nothing that may be looked at now.
    path = Path(PurePath(before.source.replace("\\", "/")).name or article.original.sha256)
    if before.source == _PASTED:
        return _pasted(raw, path, before)
    # What lies in a container is read by the reader of that.
    reader = _reader(raw, path, str(before.parameters.get("container") or before.reader))
    drafts = _read(reader, raw, path, before, encoding)
    part = archive.articles.part(article.id)
    for draft in drafts:
        if draft.part == part:
            return draft
    if len(drafts) == 1 and len(archive.articles.of_original(article.original.sha256)) == 1:
        return drafts[0]
    raise _CannotReread(f"Its original is now read as {len(drafts)} articles, none of which is surely this one.")


def _reader(raw: bytes, path: Path, name: str) -> Reader:
    """The reader that made the text; where it is no longer there, the one that takes the original."""
    try:
        return reader_named(name)
    except InvalidValue:
        return reader_for(raw, path)


def _read(reader: Reader, raw: bytes, path: Path, before: Provenance, encoding: str | None) -> tuple[ArticleDraft, ...]:
    wanted = before.encoding if encoding is None else encoding if encoding != DETECT else None
    profile = TableProfile.as_read(before.parameters)
    books = str(before.parameters.get("books", BOOKS_BY_CHAPTER))
    options = ImportOptions(encoding=wanted, format=reader.name, books=books, profile=profile)
    found = read(raw, path, options)
    if isinstance(found, Refusal) and wanted:  # the name of an encoding that this reader cannot be told
        found = read(raw, path, replace(options, encoding=None))
    if isinstance(found, Refusal):
        raise _CannotReread(found.reason)
    return found.drafts


def _pasted(raw: bytes, path: Path, before: Provenance) -> ArticleDraft:
    """Pasted text is taken whole, as when it was pasted."""
    text = raw.decode("utf-8", "replace")
    if before.reader == "html":
        text = "\n\n".join(page_blocks(text))
        if not text:
            raise NoTextFound(path)
    return ArticleDraft("", text, provenance=before)
