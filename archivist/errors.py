# SPDX-License-Identifier: GPL-3.0-or-later
"""What can go wrong through no fault of the program, one class a cause.

Every class carries its data as fields and, in English, one sentence that names the cause and one
remedy. The command line prints both; the desktop translates them by the class's name. Anything
that is not an ArchivistError is a bug.
"""

from __future__ import annotations

from inspect import get_annotations
from pathlib import Path
from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
class ArchivistError(Exception):
    """Expected: caused by the world or by the person, never by a bug.

    A subclass declares its fields as a dataclass does, and is made in the same way. That it is none
    saves every process, most of which know few of these errors, 20 ms.
    """

    sentence: ClassVar[str] = "Something went wrong."
    remedy: ClassVar[str] = ""
    fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.fields = tuple(dict.fromkeys((*cls.fields, *get_annotations(cls))))

    def __init__(self, *values: Any, **named: Any) -> None:
        given = dict(zip(self.fields, values, strict=False))
        missing = [name for name in self.fields if name not in given and name not in named and not hasattr(self, name)]
        if len(values) > len(self.fields) or missing or not named.keys() <= set(self.fields) - given.keys():
            raise TypeError(f"{type(self).__name__} has the fields {self.fields}, not {values} and {named}")
        self.__dict__.update(given, **named)

    def details(self) -> dict[str, Any]:
        """The fields, by name, as the sentence and the remedy quote them."""
        return {name: getattr(self, name) for name in self.fields}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.details().items())})"

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip().format(**self.details())

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception crosses from a worker process by its fields, not by Exception.args.
        return (type(self), tuple(self.details().values()))


# The archive on disk


class NotAnArchive(ArchivistError):
    sentence = "“{path}” is not an Archivist archive."
    remedy = "Choose a folder that holds an archive.db, or make one there with “archivist new”."
    path: Path


class ArchiveExists(ArchivistError):
    sentence = "“{path}” is not empty, so no archive was made in it."
    remedy = "Choose an empty or a new folder, or open the archive that is there."
    path: Path


class ArchiveLocked(ArchivistError):
    sentence = "“{path}” is already open in another Archivist ({holder})."
    remedy = "Close it there, then try again; reading and searching are possible meanwhile."
    path: Path
    holder: str


class ArchiveTooNew(ArchivistError):
    sentence = "“{path}” was written by a newer Archivist (its schema is {found}, this program knows {known})."
    remedy = "Update Archivist; the archive was left as it is."
    path: Path
    found: int
    known: int


class ArchiveReadOnly(ArchivistError):
    sentence = "“{path}” cannot be written to."
    remedy = "Check the permissions of the folder, or copy the archive to a place of your own."
    path: Path


class ArchiveDamaged(ArchivistError):
    sentence = "The database of “{path}” is damaged: {detail}."
    remedy = "Leave the folder as it is. Restore the newest backup, or save what can be read with “archivist rescue”."
    path: Path
    detail: str


class ArchiveBusy(ArchivistError):
    sentence = "“{path}” is busy with another job, so nothing was changed."
    remedy = "Wait for the job to end, then try again."
    path: Path


class DiskFull(ArchivistError):
    sentence = "The disk that holds “{path}” is full, so this was not kept."
    remedy = "Free some space, then try again."
    path: Path


class StorageFailed(ArchivistError):
    sentence = "“{path}” could not be read or written: {detail}."
    remedy = "Check the disk and its connection, then try again."
    path: Path
    detail: str


class ProcessEnded(ArchivistError):
    sentence = "“{what}” stopped before it was done (exit code {code})."
    remedy = "Start it again; the archive was left whole."
    what: str
    code: int


# Backups


class BackupInsideArchive(ArchivistError):
    sentence = "“{path}” lies inside the archive, where a backup would be lost along with it."
    remedy = "Choose a folder on another disk."
    path: Path


class BackupFailed(ArchivistError):
    sentence = "The backup in “{path}” was not whole when it was read again: {detail}."
    remedy = "Older backups were left as they are. Check the disk, or choose another one."
    path: Path
    detail: str


class BackupRefused(ArchivistError):
    sentence = "“{path}” was not restored: {detail}."
    remedy = "Choose another backup of the archive; nothing was changed."
    path: Path
    detail: str


# What an archive holds


class ArticleNotFound(ArchivistError):
    sentence = "No article “{reference}” is in this archive."
    remedy = "Look the id up with “archivist list”."
    reference: str


class AmbiguousReference(ArchivistError):
    sentence = "“{reference}” begins the ids of {count} articles."
    remedy = "Give more letters of the id."
    reference: str
    count: int


class AmbiguousAnnotation(AmbiguousReference):
    sentence = "“{reference}” begins the ids of {count} annotations."
    remedy = "Give more letters of the id."


class AnnotationNotFound(ArchivistError):
    sentence = "No annotation “{reference}” is in this archive."
    remedy = "It may have been deleted; undo brings it back."
    reference: str


class TextChangedSince(ArchivistError):
    sentence = "“{title}” got another text while this one was corrected."
    remedy = "Copy what you typed, open the article again and correct the new text."
    title: str


class TextsChangedSince(ArchivistError):
    sentence = "“{title}” got another text while an older one was chosen."
    remedy = "Look at its texts again."
    title: str


class RevisionNotFound(ArchivistError):
    sentence = "No text “{reference}” of this article is in the archive; it has {count}."
    remedy = "List its texts with “archivist revisions”."
    reference: str
    count: int


class CollectionNotFound(ArchivistError):
    sentence = "No collection “{name}” is in this archive."
    remedy = "Collections are made by importing into them or in the desktop's sidebar."
    name: str


class SavedSearchNotFound(ArchivistError):
    sentence = "No saved search “{name}” is in this archive."
    remedy = "List them with “archivist searches”; undo brings a deleted one back."
    name: str


class ProfileNotFound(ArchivistError):
    sentence = "No import profile “{name}” is in this archive."
    remedy = "List them with “archivist profiles”, or give the name of a file with one."
    name: str


class TagNotFound(ArchivistError):
    sentence = "No tag “{name}” is in the codebook."
    remedy = "List the tags with “archivist tags”, or add it with “archivist tags add”."
    name: str


class RecordNotFound(ArchivistError):
    sentence = "No record “{reference}” is in this archive."
    remedy = "List the records with “archivist records”, or add it with “archivist records add”."
    reference: str


class AmbiguousRecord(AmbiguousReference):
    sentence = "“{reference}” may mean {count} records."
    remedy = "Give the id, or a longer name that only one of them has."


class AmbiguousRelation(AmbiguousReference):
    sentence = "“{reference}” begins the ids of {count} relations."
    remedy = "Give more letters of the id."


class KindsDiffer(ArchivistError):
    sentence = "“{what}” is of kind {kind}, but “{record}” is of kind {record_kind}."
    remedy = "Choose a record of kind {kind}."
    what: str
    kind: str
    record: str
    record_kind: str


class PartOfItself(ArchivistError):
    sentence = "“{part}” cannot be a part of “{whole}”, as that would make it a part of itself."
    remedy = "Choose another one that it is a part of, or change what “{whole}” is a part of first."
    part: str
    whole: str


class MergeWithItself(ArchivistError):
    sentence = "“{name}” cannot be merged with itself."
    remedy = "Choose another record to merge it with."
    name: str


class RegistryRefused(ArchivistError):
    sentence = "“{path}” was not loaded: {detail}."
    remedy = "A registry is a table with a column “name”, or FollowTheMoney, one JSON object a line."
    path: Path
    detail: str


class RelationNotFound(ArchivistError):
    sentence = "No relation “{reference}” is in this archive."
    remedy = "It, or what it joins, may have been deleted; undo brings it back."
    reference: str


class RelationEndMissing(ArchivistError):
    sentence = "The relation was not made, as no {type} “{reference}” is in this archive."
    remedy = "It may have been deleted; undo brings it back."
    type: str
    reference: str


class RelationToItself(ArchivistError):
    sentence = "“{name}” cannot be related to itself."
    remedy = "Choose another annotation or record as the other end."
    name: str


class RelationExists(ArchivistError):
    sentence = "“{source}” and “{target}” are already related as “{type}”."
    remedy = "Choose another type, or edit the relation that is there."
    source: str
    type: str
    target: str


class NameTaken(ArchivistError):
    sentence = "The name “{name}” is already taken by another {what}."
    remedy = "Choose another name."
    name: str
    what: str


class ShortcutTaken(ArchivistError):
    sentence = "The key “{shortcut}” already belongs to the tag “{tag}”."
    remedy = "Choose another key, or take it from that tag first."
    shortcut: str
    tag: str


class InvalidValue(ArchivistError):
    sentence = "“{value}” is not a possible {what}."
    remedy = "Possible: {possible}."
    what: str
    value: str
    possible: str


class TwoReadings(InvalidValue):
    sentence = "“{value}” can be read as two numbers."
    remedy = "Write {possible}."


class InvalidDate(ArchivistError):
    sentence = "“{value}” is not a date that can be understood."
    remedy = "Write it as 2022-01-08, 2022-01, 2022, 2022-01-05/2022-01-08 or another EDTF date."
    value: str


class NotInCalendar(InvalidDate):
    sentence = "“{value}” is not in the calendar."
    remedy = "Check the month and the day."


class DatesReversed(InvalidDate):
    sentence = "“{value}” ends before it begins."
    remedy = "Write the earlier date first."


# Spans


class SpanOutsideText(ArchivistError):
    sentence = "The span {start}:{end} is not inside the text, which has {length} characters."
    remedy = "Give a start below the end, both between 0 and {length}."
    start: int
    end: int
    length: int


class SpanCutsCharacter(ArchivistError):
    sentence = "The span {start}:{end} cuts a character that the reader sees as one."
    remedy = "Use {whole_start}:{whole_end}, which holds it whole."
    start: int
    end: int
    whole_start: int
    whole_end: int


class QuoteMismatch(ArchivistError):
    sentence = "At {start}:{end} the text says “{found}”, not “{quote}”."
    remedy = "Check that the span belongs to this text, or mark the words by their quote."
    start: int
    end: int
    quote: str
    found: str


class QuoteNotFound(ArchivistError):
    sentence = "Occurrence {occurrence} of “{quote}” is not there: the text has {found}."
    remedy = "Copy the words exactly as the text has them, or choose another occurrence."
    quote: str
    found: int
    occurrence: int


# History


class NothingToUndo(ArchivistError):
    sentence = "There is nothing to undo."


class NothingToRedo(ArchivistError):
    sentence = "There is nothing to redo."


class ChangedSince(ArchivistError):
    sentence = "“{action}” cannot be taken back, because what it changed has been changed again since."
    remedy = "Undo the later change first."
    action: str


class StepNotFound(ArchivistError):
    sentence = "There is no step {step} in the history."
    remedy = "The steps with their numbers: “archivist history”."
    step: int


class StepStays(ArchivistError):
    sentence = "“{action}” cannot be undone: {why}."
    remedy = "Undo what came later first."
    action: str
    why: str
    later: int | None = None  # number of the step that stands in the way, if it is known


class StepUndone(ArchivistError):
    sentence = "“{action}” was undone while it was under way, so it has ended."
    remedy = "Redo it to have back what it had done, or start it again."
    action: str


# Files that come in


class FileUnreadable(ArchivistError):
    sentence = "“{path}” could not be read: {detail}."
    remedy = "Check that the file exists and that you may open it."
    path: Path
    detail: str


class EmptyFile(ArchivistError):
    sentence = "“{path}” is empty."
    remedy = "Save the text again and choose the new file."
    path: Path


class NoFileFound(ArchivistError):
    sentence = "There is no file to import in “{path}”."
    remedy = "Choose another folder; hidden files are imported where they are named themselves."
    path: Path


class NotText(ArchivistError):
    sentence = "“{path}” is not a text file: {detail}."
    remedy = "If it is text in an unusual encoding, name it with --encoding."
    path: Path
    detail: str


class UnsupportedFile(ArchivistError):
    sentence = "“{path}” is of a format that is not read: {detail}."
    remedy = "Formats that are: “archivist formats”."
    path: Path
    detail: str


class NeedsConversion(ArchivistError):
    sentence = "“{path}” is {kind}, which is not read."
    remedy = "Open it in LibreOffice, save it as {instead}, and import that."
    path: Path
    kind: str
    instead: str  # an extension, with the dot


class FileTooLarge(ArchivistError):
    sentence = "“{path}” has {size} bytes; at most {limit} are read."
    remedy = "Split the file, then import its parts."
    path: Path
    size: int
    limit: int


class WrongEncoding(ArchivistError):
    sentence = "“{path}” is not written in {encoding}."
    remedy = "Leave --encoding out, so that it is detected, or name another."
    path: Path
    encoding: str


class NoTextFound(ArchivistError):
    sentence = "No article text was found in “{path}”."
    remedy = "If a browser or the program that made it shows one, copy that and paste it into the archive."
    path: Path


class FileDamaged(ArchivistError):
    sentence = "“{path}” is damaged: {detail}."
    remedy = "Get the file anew from where it came from."
    path: Path
    detail: str


class FileEncrypted(ArchivistError):
    sentence = "“{path}” is protected by a password, so it was not read."
    remedy = "Open it in the program that made it, save a copy without a password, and import the copy."
    path: Path


class FileUnsafe(ArchivistError):
    sentence = "“{path}” was refused: {detail}."
    remedy = "Do not open it unless you trust where it came from."
    path: Path
    detail: str


class ProgramMissing(ArchivistError):
    sentence = "“{path}” cannot be read without {what}."
    remedy = "Install it with “{command}”, then import the file again."
    path: Path
    what: str
    command: str


class ReaderCrashed(ArchivistError):
    sentence = "“{path}” could not be read: reading it broke off ({detail})."
    remedy = "If another program opens it, save it there in another format, then import that."
    path: Path
    detail: str


class ReaderTooSlow(ArchivistError):
    sentence = "“{path}” was given up after {seconds} seconds, as reading it came to no end."
    remedy = "Split the file, or save it in a simpler format, then import that."
    path: Path
    seconds: int


class ReaderOutOfMemory(ArchivistError):
    sentence = "“{path}” was given up, as reading it takes more than {limit} MB of memory."
    remedy = "Split the file, then import its parts."
    path: Path
    limit: int


class SourceGone(ArchivistError):
    sentence = "“{path}” is no longer there, so the import stopped."
    remedy = "Connect the drive again, then continue the import."
    path: Path


class PageMalformed(ArchivistError):
    sentence = "“{path}” could not be read as a page: {detail}."
    remedy = "Save the page again, or copy the article and paste it into the archive."
    path: Path
    detail: str


class NoTextColumn(ArchivistError):
    sentence = "“{path}” has no column that looks like the text of articles; it has {columns}."
    remedy = (
        "If one of them is, choose it with “Columns…” when you import the file in the window, "
        "or with “archivist profiles save NAME --column body=COLUMN” and “import --profile NAME”."
    )
    path: Path
    columns: str


class ProfileRefused(ArchivistError):
    sentence = "The import profile “{name}” cannot be used: {detail}."
    remedy = "See “Tables” in the manual for what a profile may hold."
    name: str
    detail: str


# Search


class QueryMistake(ArchivistError):
    sentence = "The query cannot be understood at position {position}: {problem}."
    remedy = "Write words, “a phrase”, AND, OR, NOT, word*, or field:value."
    query: str
    position: int  # code points from 0
    problem: str


class IndexFailed(ArchivistError):
    sentence = "The search index in “{path}” could not be used: {detail}."
    remedy = "Run “archivist reindex”; the archive itself is not touched by it."
    path: Path
    detail: str


# Bundles


class BundleRefused(ArchivistError):
    sentence = "“{path}” is not a whole bundle: {detail}."
    remedy = "Ask for a new copy of it; nothing was imported."
    path: Path
    detail: str


class BundleTooNew(ArchivistError):
    sentence = "“{path}” was written by a newer Archivist (bundle version {found}; this program knows {known})."
    remedy = "Update Archivist; nothing was imported."
    path: Path
    found: int
    known: int


class BundleUnsafe(ArchivistError):
    sentence = "“{path}” was refused: {detail}."
    remedy = "Do not open it; ask whoever gave it to you for a clean copy. Nothing was imported."
    path: Path
    detail: str


class DestinationTaken(ArchivistError):
    sentence = "“{path}” already exists, so nothing was written over it."
    remedy = "Choose another name, or move the old one away."
    path: Path


class NothingSelected(ArchivistError):
    sentence = "No article was found to export."
    remedy = "Widen the query, or choose the articles by id."


class OnlyRestricted(ArchivistError):
    sentence = "All of the articles that were chosen are under embargo or redacted ({count}), so nothing was exported."
    remedy = "Ask for restricted articles as well, or lift their restriction."
    count: int


class ExportDiffers(ArchivistError):
    sentence = "The export to “{path}” was not kept, as it did not read back as it was written: {detail}."
    remedy = "Export without that article or in another format, and report this: it is an error of the program."
    path: Path
    detail: str
