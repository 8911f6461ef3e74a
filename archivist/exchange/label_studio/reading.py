# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of Label Studio: tasks, alone or in lists, as exported or to be imported, also in its short form (JSON-MIN)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from archivist.errors import ArchivistError, FileDamaged
from archivist.exchange.document_draft import fields_left
from archivist.exchange.files.json_records import first_values, records
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.files.packed import Files, open_files, passed_over
from archivist.exchange.items import Item, Problem
from archivist.exchange.label_studio import short_form
from archivist.exchange.label_studio.configuration import texts_of
from archivist.exchange.label_studio.tasks import Task
from archivist.model import JsonValue

_TASK_FILES = (".json", ".jsonl")
_LOOKED_AT = 3  # tasks that tell what a file is


def read(path: Path) -> Iterator[Item]:
    """The tasks of a file, or of all files of a folder or zip file, each with a document a text.

    Raises EmptyFile, UnsupportedFile, FileDamaged, FileEncrypted, FileUnsafe, FileUnreadable.
    """
    with open_files(path) as files:
        alone = list(files.sizes) == [path.name] and path.is_file()
        names = [name for name in sorted(files.sizes) if alone or _is_task_file(name)]
        if not names:
            raise FileDamaged(path, "there is no file of tasks in it")
        for name, what in sorted(files.left_out.items()):
            yield Problem(name, f"it {what}")
        configured: dict[str, str] = {}
        for name in sorted(files.sizes):
            if PurePosixPath(name).suffix.lower() == ".xml":
                yield from _configure(files, name, configured)
        reader = _Reader(files, configured)
        for name in names:
            try:
                yield from reader.tasks_of(name, "" if alone else name)
            except ArchivistError as error:
                if len(names) == 1:
                    raise
                yield Problem(name, str(error))
        yield from passed_over(files, [name for name in sorted(files.sizes) if _is_foreign(name, names)], "tasks")
        yield from fields_left(path.name, reader.unknown)


def _is_task_file(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in _TASK_FILES


def _is_foreign(name: str, read: Sequence[str]) -> bool:
    """Whether a file is neither of those that are read nor may be the configuration beside them."""
    return name not in read and PurePosixPath(name).suffix.lower() != ".xml"


def _configure(files: Files, name: str, texts: dict[str, str]) -> Iterator[Problem]:
    """Add which data each object shows, as a configuration beside the tasks says; or tell that it is damaged."""
    try:
        texts |= texts_of(files, name)
    except FileDamaged as error:
        yield Problem(name, str(error))


class _Reader:
    """Reads the files of one import."""

    def __init__(self, files: Files, configured: Mapping[str, str]) -> None:
        self._files = files
        self._configured = configured
        self._seen: set[str] = set()  # records
        self.unknown: set[str] = set()  # fields of data that were not taken

    def tasks_of(self, name: str, where: str) -> Iterator[Item]:
        """The tasks of one file."""
        for number, record in enumerate(records(self._files, name), 1):
            at = ", ".join(filter(None, (where, f"task {number}")))
            if isinstance(record.value, Malformed):
                yield Problem(at, f"it cannot be read: {record.value}")
            elif not isinstance(record.value, Mapping):
                yield Problem(at, "it is no JSON object")
            else:
                yield from self._task(at, record.value)

    def _task(self, where: str, value: Mapping[str, JsonValue]) -> Iterator[Item]:
        if not isinstance(value.get("data"), Mapping):
            value = short_form.unfolded(value)
        task = Task(where, value, self._configured)
        for draft, article in task.drafts():
            document = draft.document(article)
            yield from draft.new_records(self._seen)
            yield document
        yield from task.problems
        self.unknown |= task.unknown


def recognises(path: Path) -> bool:
    """Whether a file, or a folder or zip file with a configuration, holds tasks of Label Studio."""
    try:
        if path.is_dir():
            return any(_begins_as_tasks(found) for found in _some_json(path))
        with open_files(path) as files:
            names = [path.name] if path.name in files.sizes else list(filter(_is_task_file, sorted(files.sizes)))
            return any(any(map(_is_telling, first_values(files, name, _LOOKED_AT))) for name in names[:1])
    except ArchivistError:
        return False


def _some_json(folder: Path) -> list[Path]:
    """The first files of tasks in a folder that has a configuration."""
    return sorted(folder.glob("*.json"))[:1] if any(folder.glob("*.xml")) else []


def _begins_as_tasks(path: Path) -> bool:
    with open_files(path) as files:
        return any(map(_is_telling, first_values(files, path.name, _LOOKED_AT)))


def _is_telling(value: JsonValue) -> bool:
    """Whether this is a task with something annotated, or one of an Archivist, or one in the short form."""
    if not isinstance(value, Mapping):
        return False
    if isinstance(value.get("data"), Mapping):
        return any(isinstance(value.get(name), list) for name in ("annotations", "completions", "predictions"))
    return short_form.is_one(value)
