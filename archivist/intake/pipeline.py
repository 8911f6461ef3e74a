# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and pasted text into an archive.

Files are read outside of transactions and written in batches, so that an import that is stopped,
or that meets a bad file, leaves all that was done before.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Collection, Generator, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from archivist.dates import date_range
from archivist.errors import ArchivistError, EmptyFile, InvalidDate, InvalidValue, NoTextFound
from archivist.intake.encodings import known_encoding
from archivist.intake.files import FoundFile, find_files, read_file
from archivist.intake.page_text import page_blocks
from archivist.intake.plain_text import text_draft
from archivist.intake.reader import ImportOptions, legible
from archivist.intake.registry import reader_for, reader_named
from archivist.intake.tables.profile import kept_profiles
from archivist.model import ArticleDraft, FileReport, ImportStatus, Progress, Provenance, Unread
from archivist.store import Archive
from archivist.store.articles import Added
from archivist.text import canonical, one_line

_BATCH = 100  # articles
_BATCH_SECONDS = 0.5
_BATCH_BYTES = 32 * 1024 * 1024
_LANGUAGE = re.compile("[a-z]{2,3}")
_PASTED = Path("pasted")
# What an article may say of itself; a report names those that one of a file's articles is without.
_TELLING = ("title", "byline", "outlet", "section", "url", "language", "published")
_FEW = 3  # pieces whose reasons stand in the reason of the file


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of each file, in the order in which the files were given."""

    files: tuple[FileReport, ...]


@dataclass(frozen=True, slots=True)
class _Ready:
    """A file that was read and waits to be written."""

    path: Path
    raw: bytes
    reader: str
    media_type: str
    drafts: list[ArticleDraft]
    unread: tuple[Unread, ...] = ()


@dataclass(slots=True)
class _Import:
    """An import under way: what waits to be written, what was written, and the step of the history."""

    archive: Archive
    options: ImportOptions
    name: str
    waiting: list[_Ready | FileReport] = field(default_factory=list)
    reports: list[FileReport] = field(default_factory=list)
    step: int | None = None
    written_at: float = field(default_factory=time.monotonic)

    def add(self, item: _Ready | FileReport) -> None:
        """Take in what came of a file, and write the batch when it is full."""
        self.waiting.append(item)
        ready = [one for one in self.waiting if isinstance(one, _Ready)]
        if (
            sum(len(one.drafts) for one in ready) >= _BATCH
            or sum(len(one.raw) for one in ready) >= _BATCH_BYTES
            or time.monotonic() - self.written_at >= _BATCH_SECONDS
        ):
            self.write()

    def write(self) -> None:
        """Write what waits, in one transaction; all batches are one step of the history."""
        if any(isinstance(one, _Ready) for one in self.waiting):
            with self.archive.action(self.name, bulk=True, continues=self.step) as self.step:
                written = [self._written(one) for one in self.waiting]
        else:
            written = [one for one in self.waiting if isinstance(one, FileReport)]
        self.reports += written
        self.waiting.clear()
        self.written_at = time.monotonic()

    def _written(self, one: _Ready | FileReport) -> FileReport:
        if isinstance(one, FileReport):
            return one
        try:
            with self.archive.action(self.name):  # joins the batch; a refused file leaves nothing in it
                return _add(self.archive, one, self.options)
        except (InvalidDate, InvalidValue, ValueError, TypeError) as error:  # the file's fault, not the archive's
            return _refused(one.path, error)


def import_files(
    archive: Archive,
    paths: Iterable[Path],
    options: ImportOptions | None = None,
    *,
    reports: list[FileReport] | None = None,
    leave_out: Collection[Path] = (),
) -> Generator[Progress, None, ImportReport]:
    """Import files and folders of files, but for those left out; each file has its report, whatever it did.

    Raises InvalidDate and InvalidValue, before anything is read, for options that cannot be. What
    is wrong with the archive or its disk is raised as well and ends the import; what was written
    before stays, and stands in `reports`, an empty list that is filled as files are written.
    """
    options = checked_options(options or ImportOptions())
    options = replace(options, remembered=kept_profiles(archive.profiles.all()))
    found = list(find_files(paths, leave_out))
    what = one_line(legible(found[0].path.name)) if len(found) == 1 else f"{len(found)} files"
    job = _Import(archive, options, f"Import {what}", reports=[] if reports is None else reports)
    for number, file in enumerate(found):
        yield Progress(number, len(found), legible(file.path.name))
        job.add(_read(file, options))
    job.write()
    yield Progress(len(found), len(found), "")
    return ImportReport(tuple(job.reports))


def import_text(archive: Archive, text: str, options: ImportOptions | None = None, *, html: str = "") -> FileReport:
    """Import pasted text; html is the same as the clipboard holds it with markup, if it does.

    All that was pasted is the article. Raises EmptyFile, NoTextFound, InvalidDate, InvalidValue.
    """
    options = checked_options(options or ImportOptions())
    blocks = page_blocks(html) if html else []
    body = canonical("\n\n".join(blocks)) if blocks else canonical(text, compose=False)
    if not body.strip():
        raise NoTextFound(_PASTED) if html else EmptyFile(_PASTED)
    provenance = Provenance("pasted", "html" if blocks else "text", "1", None)
    draft = _finished(replace(text_draft(body), provenance=provenance), options, provenance.reader)
    raw = canonical(html if blocks else text, compose=False).encode()
    media_type = "text/html" if blocks else "text/plain"
    ready = _Ready(_PASTED, raw, "html" if blocks else "text", media_type, [draft])
    with archive.action(f"Paste {draft.title}"):
        return _add(archive, ready, options)


def checked_options(options: ImportOptions) -> ImportOptions:
    """The options, in the form in which they are stored. Raises InvalidDate, InvalidValue."""
    published, language = options.published.strip(), options.language.strip().lower()
    if published:
        date_range(published)
    if language and not _LANGUAGE.fullmatch(language):
        raise InvalidValue("language", options.language, "a code such as uk, ru, en")
    if options.encoding:
        known_encoding(options.encoding)
    if options.format:
        reader_named(options.format)
    return replace(
        options,
        published=published,
        language=language,
        outlet=one_line(legible(options.outlet)),
        collection=one_line(legible(options.collection)),
    )


def _read(file: FoundFile, options: ImportOptions) -> _Ready | FileReport:
    """A file as drafts, or the report of why not."""
    path = file.path
    if file.problem:
        return _refused(path, file.problem)
    try:
        raw = read_file(path)
        if not raw:
            raise EmptyFile(path)
        reader = reader_for(raw, path, options.format)
        pieces = reader.read(raw, path, options)
    except ArchivistError as error:
        return _refused(path, error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a bad file must not stop the others, whatever a parser makes of it
        return _refused(path, error)
    drafts = _told_apart(
        [_finished(piece, options, reader.name) for piece in pieces if isinstance(piece, ArticleDraft)]
    )
    unread = tuple(piece for piece in pieces if isinstance(piece, Unread))
    if not drafts:
        reason = _of_pieces(unread) or str(NoTextFound(path))
        return FileReport(path, ImportStatus.REFUSED, reason=legible(reason), reader=reader.name, unread=unread)
    return _Ready(path, raw, reader.name, reader.media_type, drafts, unread)


def _told_apart(drafts: list[ArticleDraft]) -> list[ArticleDraft]:
    """The drafts of a file, each with a part of its own: one original has no two articles of the same part."""
    seen: Counter[tuple[bytes | None, str]] = Counter()
    apart = []
    for draft in drafts:
        seen[draft.original, draft.part] += 1
        number = seen[draft.original, draft.part]
        apart.append(draft if number == 1 else replace(draft, part=f"{draft.part} ({number})".strip()))
    return apart


def _finished(draft: ArticleDraft, options: ImportOptions, reader: str) -> ArticleDraft:
    """A draft with what the person said, and with texts that can be stored, whatever a reader made of a file.

    `reader` is the one that the file was given to; of a piece of a container another one made the text.
    """
    provenance = draft.provenance
    if provenance and provenance.reader != reader and draft.original is None:
        provenance = replace(provenance, parameters={**provenance.parameters, "container": reader})
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


def _add(archive: Archive, ready: _Ready, options: ImportOptions) -> FileReport:
    """Write the drafts of a file, inside an action."""
    added = [
        archive.articles.add(draft, draft.original or ready.raw, draft.media_type or ready.media_type, part=draft.part)
        for draft in ready.drafts
    ]
    articles = tuple(dict.fromkeys(one.article for one in added))
    if options.collection:
        archive.collections.ensure(options.collection)
        archive.collections.put_in(options.collection, articles)
    report = FileReport(
        ready.path,
        ImportStatus.IMPORTED,
        articles,
        encoding=archive.articles.provenance(articles[0]).encoding or "",
        reader=ready.reader,
        missing=tuple(name for name in _TELLING if not all(getattr(draft, name) for draft in ready.drafts)),
        unread=ready.unread,
    )
    read_otherwise = _read_otherwise(archive, added, ready.drafts) if options.encoding or options.format else ""
    if all(one.duplicate for one in added):
        reason = read_otherwise or "the same bytes are in the archive already"
        return replace(report, status=ImportStatus.DUPLICATE, reason=reason)
    warnings = dict.fromkeys(warning for draft in ready.drafts for warning in draft.warnings)
    doubts = list(filter(None, (read_otherwise, *warnings, _of_pieces(ready.unread))))
    restored = ["It had been deleted and was brought back."] if any(one.restored for one in added) else []
    status = ImportStatus.WARNING if doubts else ImportStatus.IMPORTED
    return replace(report, status=status, reason=" ".join(restored + doubts))


def _of_pieces(unread: tuple[Unread, ...]) -> str:
    """What a report says of the pieces of a file that no article was made of."""
    if not unread:
        return ""
    named = " ".join(f"{piece.part}: {piece.reason}" for piece in unread[:_FEW])
    return f"Pieces not read: {len(unread)}. {named}" + (" …" if len(unread) > _FEW else "")


def _read_otherwise(archive: Archive, added: list[Added], drafts: list[ArticleDraft]) -> str:
    """That an article was here and keeps a text that was read in another way; "" where none does."""
    for one, draft in zip(added, drafts, strict=True):
        if (one.duplicate or one.restored) and draft.provenance:
            was, wanted = archive.articles.provenance(one.article), draft.provenance
            same_way = (was.reader, was.encoding) == (wanted.reader, wanted.encoding)
            if not same_way and archive.articles.revision(one.article).body != draft.body:
                way = f"{was.reader} in {was.encoding}" if was.encoding else was.reader
                return (
                    f"It is in the archive already, read as {way}, and keeps that text. To have it read anew, add an "
                    "empty line at the end of a copy, import the copy in the same way, and delete this article."
                )
    return ""


def _refused(path: Path, error: Exception) -> FileReport:
    sentence = (
        str(error) if isinstance(error, ArchivistError) else f"It could not be read ({type(error).__name__}: {error})."
    )
    return FileReport(path, ImportStatus.REFUSED, reason=legible(sentence))
