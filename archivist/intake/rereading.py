# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading originals again with the readers of today: a text that comes out otherwise is a new revision."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from pathlib import Path, PurePath

from archivist.errors import ArchivistError, ArticleNotFound, DiskFull, InvalidValue, NoTextFound, ProfileRefused
from archivist.intake.correcting import CORRECTION
from archivist.intake.outcome import FileRead, Refusal
from archivist.intake.pages.text import page_blocks
from archivist.intake.reader import BOOKS_BY_CHAPTER, WHOLE_BOOKS, ImportOptions
from archivist.intake.reading import is_harmless, read
from archivist.intake.registry import reader_named
from archivist.intake.tables.profile import TableProfile
from archivist.intake.workers import Task, Workers
from archivist.model import Article, ArticleDraft, Progress, Provenance, RereadReport, RereadStatus
from archivist.store import Archive

DETECT = "detect"
_PASTED = "pasted"
_PATIENCE = 0.5  # seconds until one looks again whether a reader is done


class _CannotReread(Exception):
    """Why an article keeps its text, in a sentence."""


class _LeftAlone(Exception):
    """Why an article is to keep its text, in a sentence; nothing is wrong with that."""


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
    with Workers(1) as workers:
        rereading = _Rereading(archive, workers, encoding)
        for done, article in enumerate(wanted):
            yield Progress(done, len(wanted), article.title)
            try:
                draft = rereading.draft(article)
            except DiskFull:
                raise
            except _LeftAlone as why:
                unchanged = RereadStatus.UNCHANGED
                reports.append(RereadReport(article.id, article.title, unchanged, article.revision, reason=str(why)))
                continue
            except (ArchivistError, _CannotReread) as error:
                refused = RereadStatus.REFUSED
                reports.append(RereadReport(article.id, article.title, refused, article.revision, reason=str(error)))
                continue
            with archive.action(name, continues=step) as step:
                reports.append(_revised(archive, article, draft))
    yield Progress(len(wanted), len(wanted), "")
    return reports


def _revised(archive: Archive, article: Article, draft: ArticleDraft) -> RereadReport:
    reading = draft.provenance or Provenance("", "", "", None)
    try:
        if archive.articles.get(article.id).revision != article.revision:  # by hand, while its original was read
            unchanged, why = RereadStatus.UNCHANGED, "It got another text meanwhile, and keeps that."
            return RereadReport(article.id, article.title, unchanged, article.revision, reason=why)
        revised = archive.articles.revise(article.id, draft.body, reading, draft.warnings)
    except InvalidValue:
        reason = "No text was found in its original."
        return RereadReport(article.id, article.title, RereadStatus.REFUSED, article.revision, reason=reason)
    except ArticleNotFound as error:
        return RereadReport(article.id, article.title, RereadStatus.REFUSED, article.revision, reason=str(error))
    status = RereadStatus.REVISED if revised.changed else RereadStatus.UNCHANGED
    return RereadReport(article.id, article.title, status, revised.revision, revised.moved, revised.queued)


class _Rereading:
    """Makes drafts of originals; the articles of one original, one after the other, cost one reading."""

    def __init__(self, archive: Archive, workers: Workers, encoding: str | None) -> None:
        self._archive = archive
        self._workers = workers
        self._encoding = encoding
        self._last: tuple[object, FileRead | Refusal] | None = None

    def draft(self, article: Article) -> ArticleDraft:
        """What the reader of today makes of an article. Raises ArchivistError, _CannotReread, _LeftAlone."""
        before = self._archive.articles.provenance(article.id)
        if before.reader == CORRECTION:
            raise _LeftAlone("Its text was corrected by hand, and reading it again would take that back.")
        if "document" in before.parameters:
            raise _LeftAlone("Its text came with annotations that count places in it, and stays as it was.")
        if article.original is None:
            raise _CannotReread("No original is kept of it.")
        # A path below a file, where nothing can lie: no file beside the one that once was is looked at.
        name = PurePath(before.source.replace("\\", "/")).name or article.original.sha256
        path = self._archive.originals.path(article.original.sha256) / name
        if before.source == _PASTED:
            return _pasted(self._archive.originals.read(article.original.sha256), path, before)
        part = self._archive.articles.part(article.id)
        sha256, options = article.original.sha256, self._options(before, part)
        draft = _of_part(self._outcome(sha256, path, options), path, part, before)
        made = draft.provenance
        if self._encoding is None and before.encoding and made and made.encoding != before.encoding:
            # It may have been named when it was imported, and then it is to stay.
            named = self._outcome(sha256, path, replace(options, encoding=before.encoding))
            if isinstance(named, FileRead):
                return _of_part(named, path, part, before)
        return draft

    def _options(self, before: Provenance, part: str) -> ImportOptions:
        """What the person may have said when it was imported, as far as that can be told."""
        attached = "file" in before.parameters  # the original is a file that lay beside the one imported
        reader = before.reader if attached else str(before.parameters.get("container", before.reader))
        try:
            format_ = reader_named(reader).name
        except InvalidValue:
            format_ = None  # it is no longer there; whichever takes the original
        try:
            profile = TableProfile.as_read(before.parameters)
        except ProfileRefused:
            profile = None
        return ImportOptions(
            encoding=None if self._encoding in (None, DETECT) else self._encoding,
            format=format_,
            books=BOOKS_BY_CHAPTER if part else WHOLE_BOOKS,
            profile=profile,
        )

    def _outcome(self, sha256: str, path: Path, options: ImportOptions) -> FileRead | Refusal:
        key = (sha256, path, options)
        if self._last is None or self._last[0] != key:
            raw = self._archive.originals.read(sha256)
            self._last = (key, self._read(raw, path, options))
        return self._last[1]

    def _read(self, raw: bytes, path: Path, options: ImportOptions) -> FileRead | Refusal:
        """Read a file; in a process of its own where a parser might crash, hang or eat the memory."""
        if is_harmless(raw, path, options):
            return read(raw, path, options)
        self._workers.give(Task(0, path, raw, options))
        while True:
            for answer in self._workers.answers(_PATIENCE):
                return answer.outcome


def _of_part(outcome: FileRead | Refusal, path: Path, part: str, before: Provenance) -> ArticleDraft:
    """The draft that an article was, by the words for its part. Raises _CannotReread."""
    if isinstance(outcome, Refusal):
        raise _CannotReread(outcome.reason.replace(str(path), path.name))
    found = [draft for draft in outcome.drafts if draft.part == part]
    was_alone = before.parameters.get("articles", 1) == 1
    if len(found) != 1 and was_alone and len(outcome.drafts) == 1:
        found = list(outcome.drafts)  # the reader has other words for its only one
    if len(found) != 1:
        number = len(outcome.drafts)
        raise _CannotReread(f"Its original is now read as {number} articles, none of which is surely this one.")
    return found[0]


def _pasted(raw: bytes, path: Path, before: Provenance) -> ArticleDraft:
    """Pasted text is taken whole, as when it was pasted."""
    text = raw.decode("utf-8", "replace")
    if before.reader == "html":
        text = "\n\n".join(page_blocks(text))
        if not text:
            raise NoTextFound(path)
    return ArticleDraft("", text, provenance=before)
