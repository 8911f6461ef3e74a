# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and pasted text into an archive.

Files are read outside of transactions and written in batches, so that an import that is stopped,
or that meets a bad file, leaves all that was done before.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from archivist.errors import (
    ArchiveBusy,
    ArchiveDamaged,
    ArchiveReadOnly,
    ArchivistError,
    DiskFull,
    EmptyFile,
    InvalidDate,
    InvalidValue,
    NoTextFound,
    SourceGone,
    StepUndone,
    StorageFailed,
)
from archivist.intake.gathering import Gathered, Known, gather
from archivist.intake.knowing import known
from archivist.intake.outcome import FileRead, Refusal, refusal
from archivist.intake.pages.text import page_blocks
from archivist.intake.plain_text import text_draft
from archivist.intake.plan import Amount, ImportPlan, checked_options, counted
from archivist.intake.reader import ImportOptions, legible
from archivist.intake.reading import finished, of_pieces
from archivist.intake.tables.profile import kept_profiles
from archivist.intake.time_left import COST_OF_FILE, TimeLeft
from archivist.intake.unfinished import Note, UnfinishedImport, note_for
from archivist.model import ArticleDraft, FileReport, ImportStatus, Progress, Provenance
from archivist.store import Archive
from archivist.store.articles import Added
from archivist.text import canonical, one_line

_BATCH = 100  # articles
_BATCH_SECONDS = 0.5
_BATCH_BYTES = 32 * 1024 * 1024
_PASTED = Path("pasted")
_ENOUGH_OF_ID = 8  # letters
_SAME_BYTES = "the same bytes are in the archive already"
# What an article may say of itself; a report names those that one of a file's articles is without.
_TELLING = ("title", "byline", "outlet", "section", "url", "language", "published")
# After these nothing more can be written, or read.
ENDS_IMPORT = (ArchiveBusy, ArchiveDamaged, ArchiveReadOnly, DiskFull, SourceGone, StepUndone, StorageFailed)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of each file, in the order in which the files were given.

    `stopped` is why the import came to no end, None where it did; what the report names was done.
    """

    files: tuple[FileReport, ...]
    stopped: ArchivistError | None = None


@dataclass(slots=True)
class _Import:
    """An import under way: what waits to be written, what was written, and the step of the history."""

    archive: Archive
    plan: ImportPlan
    name: str
    note: Note
    waiting: list[Gathered] = field(default_factory=list)
    reports: list[FileReport] = field(default_factory=list)
    step: int | None = None
    written_at: float = field(default_factory=time.monotonic)

    def add(self, gathered: Gathered) -> None:
        """Take in what came of a file, and write the batch when it is full."""
        self.waiting.append(gathered)
        self.write_if_due()

    def write_if_due(self) -> None:
        """Write the batch when it is full, or what is in it has waited long enough."""
        drafts = (len(one.outcome.drafts) for one in self.waiting if isinstance(one.outcome, FileRead))
        if (
            sum(drafts) >= _BATCH
            or sum(len(one.raw) for one in self.waiting) >= _BATCH_BYTES
            or (self.waiting and time.monotonic() - self.written_at >= _BATCH_SECONDS)
        ):
            self.write()

    def write(self) -> None:
        """Write what waits, in one transaction; all batches are one step of the history."""
        if any(self._changes_something(one) for one in self.waiting):
            with self.archive.action(self.name, bulk=True, continues=self.step) as self.step:
                written = [self._written(one) for one in self.waiting]
        else:
            written = [self._written(one) for one in self.waiting]
        self.reports += written
        self.waiting.clear()
        self.written_at = time.monotonic()
        self.note.write(len(self.reports))

    def _changes_something(self, one: Gathered) -> bool:
        collection = self.plan.options_of(one.path).collection
        return isinstance(one.outcome, FileRead) or (isinstance(one.outcome, Known) and bool(collection))

    def _written(self, one: Gathered) -> FileReport:
        options = self.plan.options_of(one.path)
        match one.outcome:
            case Known() as there:
                return _duplicate(self.archive, one.path, there, options)
            case FileRead() as file:
                try:
                    with self.archive.action(self.name):  # joins the batch; a refused file leaves nothing in it
                        return _add(self.archive, one, file, options)
                except (InvalidDate, InvalidValue, ValueError, TypeError) as error:  # the file's fault
                    return _refused(one.path, refusal(error, file.reader))
            case Refusal() as why:
                return _refused(one.path, why)
            case None:
                raise AssertionError("a file that is still being read is not written")


def import_files(
    archive: Archive,
    paths: Iterable[Path],
    options: ImportOptions | None = None,
    *,
    reports: list[FileReport] | None = None,
    leave_out: Collection[Path] = (),
    special: Mapping[Path, ImportOptions] | None = None,
) -> Generator[Progress, None, ImportReport]:
    """Import files and folders of files; each file has its report, whatever it did. See import_plan."""
    plan = ImportPlan(tuple(paths), options or ImportOptions(), frozenset(leave_out), special or {})
    return (yield from import_plan(archive, plan, reports=reports))


def resume_import(
    archive: Archive, unfinished: UnfinishedImport, *, reports: list[FileReport] | None = None
) -> Generator[Progress, None, ImportReport]:
    """Go on with an import that was stopped: once more over all of it, quickly over what is there."""
    return (yield from import_plan(archive, unfinished.plan, reports=reports, note=unfinished.note))


def import_plan(
    archive: Archive, plan: ImportPlan, *, reports: list[FileReport] | None = None, note: Path | None = None
) -> Generator[Progress, None, ImportReport]:
    """Import what a plan names.

    Raises InvalidDate and InvalidValue, before anything is read, for options that cannot be. What
    is wrong with the archive or its disk ends the import, and so does a drive that is pulled out:
    what was written before stays, and the report says why it stopped. `reports`, an empty list, is
    filled as files are written, for whoever stops the import. One that does not come to its end
    leaves a note in the archive's folder (see unfinished.py); `note` is the one of an import that goes on.
    """
    plan = plan.checked().remembering(kept_profiles(archive.profiles.all()))
    amount = yield from counted(plan)
    what = one_line(legible(amount.first.name)) if amount.first and amount.files == 1 else f"{amount.files} files"
    reminder = Note(note or note_for(archive.folder, plan), plan, amount.files)
    job = _Import(archive, plan, f"Import {what}", reminder, reports=[] if reports is None else reports)
    reminder.write(0)
    try:
        yield from _steps(job, amount)
    except ENDS_IMPORT as error:
        return ImportReport(tuple(job.reports), error)
    reminder.remove()
    return ImportReport(tuple(job.reports))


def _steps(job: _Import, amount: Amount) -> Iterator[Progress]:
    """Read and write all files."""
    estimate = TimeLeft(amount.size + amount.files * COST_OF_FILE)
    done, cost = 0, 0.0
    yield Progress(0, amount.files, legible(amount.first.name) if amount.first else "")
    with closing(gather(job.plan, lambda sha256, options: known(job.archive, sha256, options))) as files:
        try:
            for gathered in files:
                name = ""
                if gathered is None:
                    job.write_if_due()
                else:
                    job.add(gathered)
                    done += 1
                    cost += gathered.size + COST_OF_FILE
                    name = legible(gathered.path.name)
                yield Progress(done, max(done, amount.files), name, estimate.seconds(cost))
        except SourceGone:
            job.write()
            raise
    job.write()
    yield Progress(done, done, "")


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
    draft = finished(replace(text_draft(body), provenance=provenance), options)
    raw = canonical(html if blocks else text, compose=False).encode()
    media_type = "text/html" if blocks else "text/plain"
    file = FileRead("html" if blocks else "text", media_type, (draft,))
    with archive.action(f"Paste {draft.title}"):
        return _add(archive, Gathered(_PASTED, len(raw), raw), file, options)


def _add(archive: Archive, gathered: Gathered, file: FileRead, options: ImportOptions) -> FileReport:
    """Write the drafts of a file, inside an action."""
    added = [
        archive.articles.add(
            draft, draft.original or gathered.raw, draft.media_type or file.media_type, part=draft.part
        )
        for draft in file.drafts
    ]
    articles = tuple(dict.fromkeys(one.article for one in added))
    _collect(archive, articles, options)
    report = FileReport(
        gathered.path,
        ImportStatus.IMPORTED,
        articles,
        encoding=archive.articles.provenance(articles[0]).encoding or "",
        reader=file.reader,
        missing=tuple(name for name in _TELLING if not all(getattr(draft, name) for draft in file.drafts)),
        unread=file.unread,
        new=len({one.article for one in added if not one.duplicate}),
    )
    read_otherwise = (
        _read_otherwise(archive, added, file.drafts) if options.encoding or options.format or options.profile else ""
    )
    if all(one.duplicate for one in added):
        reason = read_otherwise or _SAME_BYTES
        return replace(report, status=ImportStatus.DUPLICATE, reason=reason)
    warnings = dict.fromkeys(warning for draft in file.drafts for warning in draft.warnings)
    doubts = list(filter(None, (read_otherwise, *warnings)))
    restored = ["It had been deleted and was brought back."] if any(one.restored for one in added) else []
    status = ImportStatus.WARNING if doubts or file.unread else ImportStatus.IMPORTED
    reason = " ".join(filter(None, (*restored, *doubts, of_pieces(file.unread))))
    return replace(report, status=status, reason=reason, doubts=(*restored, *doubts))


def _duplicate(archive: Archive, path: Path, there: Known, options: ImportOptions) -> FileReport:
    """A file all of whose articles were here before it was read; inside an action if it is to be collected."""
    _collect(archive, there.articles, options)
    made = archive.articles.provenance(there.articles[0])
    return FileReport(
        path,
        ImportStatus.DUPLICATE,
        there.articles,
        reason=_SAME_BYTES,
        encoding=made.encoding or "",
        reader=str(made.parameters.get("container", made.reader)),
    )


def _collect(archive: Archive, articles: tuple[str, ...], options: ImportOptions) -> None:
    if options.collection:
        archive.collections.ensure(options.collection)
        archive.collections.put_in(options.collection, articles)


def _read_otherwise(archive: Archive, added: list[Added], drafts: Sequence[ArticleDraft]) -> str:
    """That an article was here and keeps a text that was read in another way; "" where none does."""
    for one, draft in zip(added, drafts, strict=True):
        if (one.duplicate or one.restored) and draft.provenance:
            was, wanted = archive.articles.provenance(one.article), draft.provenance
            same_way = _way(was) == _way(wanted)
            if not same_way and archive.articles.revision(one.article).body != draft.body:
                way = f"{was.reader} in {was.encoding}" if was.encoding else was.reader
                return f"It is in the archive already, read as {way}, and keeps that text. {_remedy(one, was, wanted)}"
    return ""


def _remedy(one: Added, was: Provenance, wanted: Provenance) -> str:
    if wanted.encoding and _way(replace(was, encoding=wanted.encoding)) == _way(wanted):
        again = f"archivist reread {one.article[:_ENOUGH_OF_ID]} --encoding {wanted.encoding}"
        return f"On the command line, “{again}” gives it the other one, and its annotations follow."
    return (
        "To have it read anew, add an empty line at the end of a copy, import the copy in the same way, "
        "and delete this article."
    )


def _way(made: Provenance) -> tuple[object, ...]:
    """What decides the text of an article, beside the bytes."""
    return made.reader, made.encoding, made.parameters.get("columns")


def _refused(path: Path, why: Refusal) -> FileReport:
    refused = ImportStatus.REFUSED
    return FileReport(path, refused, reason=why.reason, reader=why.reader, unread=why.unread, error=why.error)
