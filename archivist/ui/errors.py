# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop says of each error: a sentence and one remedy that can be followed in the window."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QObject

from archivist import errors
from archivist.errors import ArchivistError
from archivist.ui.mistake_wording import MistakeWording
from archivist.ui.obstacle_wording import ObstacleWording
from archivist.ui.rewording import sentence_pattern
from archivist.ui.step_wording import StepWording
from archivist.ui.value_wording import ValueWording

_NOTES = ("detail", "kind", "what")  # fields that hold a note of a reader, or words of one
_Texts = dict[type[ArchivistError], tuple[str, str]]


def describe(error: ArchivistError) -> tuple[str, str]:
    """A sentence that names the cause, and a remedy, which may be ""."""
    return ErrorWording().describe(error)


class ErrorWording(QObject):
    """Words for errors, in the language of the interface."""

    def describe(self, error: ArchivistError) -> tuple[str, str]:
        """A sentence that names the cause, and a remedy, which may be ""."""
        sentence, remedy = self.texts().get(type(error), (error.sentence, error.remedy))
        details = {name: self._detail(name, value) for name, value in error.details().items()}
        return sentence.format(**details), remedy.format(**details)

    def known(self, said: str) -> str | None:
        """What an error said in English, with its remedy or without; None where it is of none."""
        for type_, pattern, has_remedy in _in_english():
            match = pattern.fullmatch(said)
            if match:
                sentence, remedy = self.texts()[type_]
                details = {name: self._detail(name, value) for name, value in match.groupdict().items()}
                return (f"{sentence} {remedy}".strip() if has_remedy else sentence).format(**details)
        return None

    def _detail(self, name: str, value: object) -> object:
        """What the error carries, in the words of the interface where it is a word of ours."""
        if not isinstance(value, str):
            return value
        if name in _NOTES:
            from archivist.ui.notes import worded

            return worded(value)
        wording = {
            "action": StepWording,
            "why": ObstacleWording,
            "problem": MistakeWording,
            "record_kind": ValueWording,
            "possible": ValueWording,
        }.get(name)
        return value if wording is None else wording().reworded(value)

    def texts(self) -> _Texts:
        """Sentence and remedy of every error, with the names of its fields in braces."""
        return (
            self._of_archives()
            | self._of_contents()
            | self._of_records()
            | self._of_spans()
            | self._of_files()
            | self._of_bundles()
        )

    def _of_archives(self) -> _Texts:
        return {
            errors.NotAnArchive: (
                self.tr("“{path}” is not an Archivist archive."),
                self.tr("Choose a folder that holds an archive.db, or make a new archive."),
            ),
            errors.ArchiveExists: (
                self.tr("“{path}” is not empty, so no archive was made in it."),
                self.tr("Choose an empty or a new folder, or open the archive that is there."),
            ),
            errors.ArchiveLocked: (
                self.tr("“{path}” is already open in another Archivist ({holder})."),
                self.tr("Close it there, then try again."),
            ),
            errors.ArchiveTooNew: (
                self.tr(
                    "“{path}” was written by a newer Archivist (its schema is {found}, this program knows {known})."
                ),
                self.tr("Update Archivist; the archive was left as it is."),
            ),
            errors.ArchiveReadOnly: (
                self.tr("“{path}” cannot be written to."),
                self.tr("Check the permissions of the folder, or copy the archive to a place of your own."),
            ),
            errors.ArchiveDamaged: (
                self.tr("The database of “{path}” is damaged: {detail}."),
                self.tr("Leave the folder as it is. Restore the newest backup, or rescue what can be read."),
            ),
            errors.ArchiveBusy: (
                self.tr("“{path}” is busy with another job, so nothing was changed."),
                self.tr("Wait for the job to end, then try again."),
            ),
            errors.DiskFull: (
                self.tr("The disk that holds “{path}” is full, so this was not kept."),
                self.tr("Free some space, then try again."),
            ),
            errors.StorageFailed: (
                self.tr("“{path}” could not be read or written: {detail}."),
                self.tr("Check the disk and its connection, then try again."),
            ),
            errors.BackupInsideArchive: (
                self.tr("“{path}” lies inside the archive, where a backup would be lost along with it."),
                self.tr("Choose a folder on another disk."),
            ),
            errors.BackupFailed: (
                self.tr("The backup in “{path}” was not whole when it was read again: {detail}."),
                self.tr("Older backups were left as they are. Check the disk, or choose another one."),
            ),
            errors.BackupRefused: (
                self.tr("“{path}” was not restored: {detail}."),
                self.tr("Choose another backup of the archive; nothing was changed."),
            ),
            errors.ProcessEnded: (
                self.tr("“{what}” stopped before it was done (exit code {code})."),
                self.tr("Start it again; the archive was left whole."),
            ),
        }

    def _of_contents(self) -> _Texts:
        return {
            errors.ArticleNotFound: (
                self.tr("The article is no longer in this archive."),
                self.tr("If it was deleted, undo brings it back."),
            ),
            errors.AmbiguousReference: (
                self.tr("“{reference}” begins the ids of {count} articles."),
                self.tr("Give more letters of the id."),
            ),
            errors.AmbiguousAnnotation: (
                self.tr("“{reference}” begins the ids of {count} annotations."),
                self.tr("Give more letters of the id."),
            ),
            errors.AnnotationNotFound: (
                self.tr("The annotation is no longer in this archive."),
                self.tr("If it was deleted, undo brings it back."),
            ),
            errors.TextChangedSince: (
                self.tr("“{title}” got another text while you corrected this one."),
                self.tr("Copy what you typed, close this and correct the new text."),
            ),
            errors.TextsChangedSince: (
                self.tr("“{title}” got another text while you looked at its older ones."),
                self.tr("Open its texts again."),
            ),
            errors.RevisionNotFound: (
                self.tr("The article has no text “{reference}”."),
                self.tr("Open its texts again."),
            ),
            errors.ProfileNotFound: (
                self.tr("The import profile “{name}” is no longer kept in the archive."),
                self.tr("Undo brings it back."),
            ),
            errors.ProfileRefused: (
                self.tr("The import profile “{name}” cannot be used: {detail}."),
                self.tr("Choose the columns anew and save it again."),
            ),
            errors.NoTextColumn: (
                self.tr("“{path}” has no column that looks like the text of articles; it has {columns}."),
                self.tr("If one of them is the text, choose it with “Columns…” when you import the file."),
            ),
            errors.SavedSearchNotFound: (
                self.tr("The search “{name}” is no longer kept in the archive."),
                self.tr("Undo brings it back."),
            ),
            errors.CollectionNotFound: (
                self.tr("The collection “{name}” is no longer in this archive."),
                self.tr("If it was deleted, undo brings it back."),
            ),
            errors.TagNotFound: (
                self.tr("The tag “{name}” is not in the codebook."),
                self.tr("Add it in the codebook, or undo if it was deleted."),
            ),
            errors.NameTaken: (
                self.tr("The name “{name}” is already taken by another {what}."),
                self.tr("Choose another name."),
            ),
            errors.ShortcutTaken: (
                self.tr("The key “{shortcut}” already belongs to the tag “{tag}”."),
                self.tr("Choose another key, or take it from that tag first."),
            ),
            errors.InvalidValue: (
                self.tr("“{value}” is not a possible {what}."),
                self.tr("Possible: {possible}."),
            ),
            errors.TwoReadings: (
                self.tr("“{value}” can be read as two numbers."),
                self.tr("Write {possible}."),
            ),
            errors.InvalidDate: (
                self.tr("“{value}” is not a date that can be understood."),
                self.tr("Write it as 2022-01-08, 2022-01, 2022, 2022-01-05/2022-01-08 or another EDTF date."),
            ),
            errors.NotInCalendar: (
                self.tr("“{value}” is not in the calendar."),
                self.tr("Check the month and the day."),
            ),
            errors.DatesReversed: (
                self.tr("“{value}” ends before it begins."),
                self.tr("Write the earlier date first."),
            ),
            errors.NothingToUndo: (self.tr("There is nothing to undo."), ""),
            errors.NothingToRedo: (self.tr("There is nothing to redo."), ""),
            errors.ChangedSince: (
                self.tr("“{action}” cannot be taken back, because what it changed has been changed again since."),
                self.tr("Undo the later change first."),
            ),
            errors.StepNotFound: (
                self.tr("There is no step {step} in the history."),
                self.tr("Open the history, and choose another."),
            ),
            errors.StepStays: (
                self.tr("“{action}” cannot be undone: {why}."),
                self.tr("Undo what came later first; the history shows it."),
            ),
            errors.StepUndone: (
                self.tr("“{action}” was undone while it was still going on, so it stopped."),
                self.tr("Start it again; what it had done by then is undone."),
            ),
        }

    def _of_records(self) -> _Texts:
        return {
            errors.RecordNotFound: (
                self.tr("No record “{reference}” is in this archive."),
                self.tr("If it was deleted, undo brings it back."),
            ),
            errors.AmbiguousRecord: (
                self.tr("“{reference}” may mean {count} records."),
                self.tr("Choose one of them from the list."),
            ),
            errors.AmbiguousRelation: (
                self.tr("“{reference}” begins the ids of {count} relations."),
                self.tr("Give more letters of the id."),
            ),
            errors.KindsDiffer: (
                self.tr("“{what}” is of kind {kind}, but “{record}” is of kind {record_kind}."),
                self.tr("Choose a record of kind {kind}."),
            ),
            errors.PartOfItself: (
                self.tr("“{part}” cannot be a part of “{whole}”, as that would make it a part of itself."),
                self.tr("Choose another one that it is a part of, or change what “{whole}” is a part of first."),
            ),
            errors.MergeWithItself: (
                self.tr("“{name}” cannot be merged with itself."),
                self.tr("Choose another record to merge it with."),
            ),
            errors.RegistryRefused: (
                self.tr("“{path}” was not loaded: {detail}."),
                self.tr("A registry is a table with a column “name”, or FollowTheMoney, one JSON object a line."),
            ),
            errors.RelationNotFound: (
                self.tr("The relation is no longer in this archive."),
                self.tr("It, or what it joins, may have been deleted; undo brings it back."),
            ),
            errors.RelationEndMissing: (
                self.tr("The relation was not made, as one of its ends is no longer in this archive."),
                self.tr("If it was deleted, undo brings it back."),
            ),
            errors.RelationToItself: (
                self.tr("“{name}” cannot be related to itself."),
                self.tr("Choose another annotation or record as the other end."),
            ),
            errors.RelationExists: (
                self.tr("“{source}” and “{target}” are already related as “{type}”."),
                self.tr("Choose another type, or edit the relation that is there."),
            ),
        }

    def _of_spans(self) -> _Texts:
        return {
            errors.SpanOutsideText: (
                self.tr("The place {start}:{end} is not inside the text, which has {length} characters."),
                self.tr("Select the words again."),
            ),
            errors.SpanCutsCharacter: (
                self.tr("The place {start}:{end} cuts a character that the reader sees as one."),
                self.tr("Select the words again, with the whole of their last character."),
            ),
            errors.QuoteMismatch: (
                self.tr("At {start}:{end} the text says “{found}”, not “{quote}”."),
                self.tr("Select the words again."),
            ),
            errors.QuoteNotFound: (
                self.tr("Occurrence {occurrence} of “{quote}” is not there: the text has {found}."),
                self.tr("Select the words in the article."),
            ),
        }

    def _of_files(self) -> _Texts:
        return {
            errors.FileUnreadable: (
                self.tr("“{path}” could not be read: {detail}."),
                self.tr("Check that the file exists and that you may open it."),
            ),
            errors.EmptyFile: (
                self.tr("“{path}” is empty."),
                self.tr("Save the text again and choose the new file."),
            ),
            errors.NoFileFound: (
                self.tr("There is no file to import in “{path}”."),
                self.tr("Choose another folder; hidden files are imported where they are chosen themselves."),
            ),
            errors.NotText: (
                self.tr("“{path}” is not a text file: {detail}."),
                self.tr("If it is text in an unusual encoding, import it again and choose the encoding."),
            ),
            errors.UnsupportedFile: (
                self.tr("“{path}” is of a format that is not read: {detail}."),
                self.tr("Open it in its own program, copy the article and paste it here."),
            ),
            errors.NeedsConversion: (
                self.tr("“{path}” is {kind}, which is not read."),
                self.tr("Open it in LibreOffice, save it as {instead}, and import that."),
            ),
            errors.FileTooLarge: (
                self.tr("“{path}” has {size} bytes; at most {limit} are read."),
                self.tr("Split the file, then import its parts."),
            ),
            errors.WrongEncoding: (
                self.tr("“{path}” is not written in {encoding}."),
                self.tr("Let the encoding be detected, or choose another."),
            ),
            errors.NoTextFound: (
                self.tr("No article text was found in “{path}”."),
                self.tr("If a browser or the program that made it shows one, copy that and paste it here."),
            ),
            errors.FileDamaged: (
                self.tr("“{path}” is damaged: {detail}."),
                self.tr("Get the file anew from where it came from."),
            ),
            errors.FileEncrypted: (
                self.tr("“{path}” is protected by a password, so it was not read."),
                self.tr("Open it in the program that made it, save a copy without a password, and import the copy."),
            ),
            errors.FileUnsafe: (
                self.tr("“{path}” was refused: {detail}."),
                self.tr("Do not open it unless you trust where it came from."),
            ),
            errors.ProgramMissing: (
                self.tr("“{path}” cannot be read without {what}."),
                self.tr("Install it with “{command}”, then import the file again."),
            ),
            errors.ReaderCrashed: (
                self.tr("“{path}” could not be read: reading it broke off ({detail})."),
                self.tr("If another program opens it, save it there in another format, then import that."),
            ),
            errors.ReaderTooSlow: (
                self.tr("“{path}” was given up after {seconds} seconds, as reading it came to no end."),
                self.tr("Split the file, or save it in a simpler format, then import that."),
            ),
            errors.ReaderOutOfMemory: (
                self.tr("“{path}” was given up, as reading it takes more than {limit} MB of memory."),
                self.tr("Split the file, then import its parts."),
            ),
            errors.SourceGone: (
                self.tr("“{path}” is no longer there, so the import stopped."),
                self.tr("Connect the drive again, then continue the import."),
            ),
            errors.PageMalformed: (
                self.tr("“{path}” could not be read as a page: {detail}."),
                self.tr("Save the page again, or copy the article and paste it here."),
            ),
        }

    def _of_bundles(self) -> _Texts:
        return {
            errors.QueryMistake: (
                self.tr("The query cannot be understood at position {position}: {problem}."),
                self.tr("Write words, “a phrase”, AND, OR, NOT, word*, or field:value."),
            ),
            errors.IndexFailed: (
                self.tr("The search index could not be used: {detail}."),
                self.tr("It is built anew at the next start; the archive itself is not touched."),
            ),
            errors.BundleRefused: (
                self.tr("“{path}” is not a whole bundle: {detail}."),
                self.tr("Ask for a new copy of it; nothing was imported."),
            ),
            errors.BundleTooNew: (
                self.tr(
                    "“{path}” was written by a newer Archivist (bundle version {found}; this program knows {known})."
                ),
                self.tr("Update Archivist; nothing was imported."),
            ),
            errors.BundleUnsafe: (
                self.tr("“{path}” was refused: {detail}."),
                self.tr("Ask whoever gave it to you for a clean copy. Nothing was imported."),
            ),
            errors.DestinationTaken: (
                self.tr("“{path}” already exists, so nothing was written over it."),
                self.tr("Choose another name, or move the old one away."),
            ),
            errors.NothingSelected: (
                self.tr("No article was found to export."),
                self.tr("Widen the search, or choose the articles in the list."),
            ),
            errors.OnlyRestricted: (
                self.tr(
                    "All of the articles that were chosen are under embargo or redacted ({count}), "
                    "so nothing was exported."
                ),
                self.tr("Ask for restricted articles as well, or lift their restriction."),
            ),
            errors.ExportDiffers: (
                self.tr("The export to “{path}” was not kept, as it did not read back as it was written: {detail}."),
                self.tr(
                    "Export without that article or in another format, and report this: it is an error of the program."
                ),
            ),
        }


@cache
def _in_english() -> list[tuple[type[ArchivistError], re.Pattern[str], bool]]:
    """What each error says in English, its values by their names, and whether with its remedy."""
    return [
        (type_, sentence_pattern(said), said != type_.sentence)
        for type_ in ErrorWording().texts()
        for said in (f"{type_.sentence} {type_.remedy}".strip(), type_.sentence)
    ]
