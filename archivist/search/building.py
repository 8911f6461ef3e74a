# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads articles out of the archive into segments, in this process or in several."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import current_process
from pathlib import Path
from typing import Protocol

from archivist.errors import ArchivistError, ProcessEnded
from archivist.language.words import written_words
from archivist.search.commit import NAME
from archivist.search.fields import keys_of_word
from archivist.search.flat.codec import FIELDS, FlatSegment
from archivist.search.flat.inverting import Inverter, Text
from archivist.store import Archive
from archivist.store.index_queue import QueueEntry

_READ_AT_ONCE = 100  # articles
_SECONDS_BETWEEN_LOOKS = 0.5
_MOST_PROCESSES = 4  # each takes some 600 MB, and one process adds what all have built
_MANY = 2000  # articles that are worth the start of processes and their dictionaries


@dataclass(frozen=True, slots=True)
class Built:
    """Segments whose files are on disk, made from the queue entries that are named."""

    entries: Sequence[QueueEntry]
    segments: Sequence[FlatSegment]


class Builder(Protocol):
    """Builds segments."""

    def build(self, parts: Iterator[Sequence[QueueEntry]]) -> Generator[Built | int, None, None]:
        """The segments of each part in its order, and now and then how many articles of the next are read.

        Raises OSError, ArchivistError.
        """


class OwnBuilder:
    """Builds in this process. What it learns of words serves all parts."""

    def __init__(self, archive: Archive, folder: Path) -> None:
        self._archive = archive
        self._folder = folder
        self._inverter = Inverter(FIELDS, written_words, keys_of_word)

    def build(self, parts: Iterator[Sequence[QueueEntry]]) -> Generator[Built | int, None, None]:
        """As Builder has it."""
        for entries in parts:
            segments: list[FlatSegment] = []
            wanted = [entry for entry in entries if not entry.deleted]
            for first in range(0, len(wanted), _READ_AT_ONCE):
                yield first
                segments += self._read(wanted[first : first + _READ_AT_ONCE])
            yield Built(entries, [*segments, *self._written()])

    def _read(self, entries: Sequence[QueueEntry]) -> Iterator[FlatSegment]:
        """Take in articles; a segment is written where there is no more room."""
        rows = [entry.article for entry in entries]
        articles = {article.row: article for article in self._archive.articles.at_rows(rows)}
        texts = self._archive.articles.texts(rows)
        notes = self._archive.annotations.notes(rows)
        for entry in entries:
            row = entry.article
            if row in articles and row in texts:
                title, body = texts[row]
                values = {"title": [title], "body": [body], "note": notes.get(row, [])}
                language = articles[row].language
                self._inverter.add(row, entry.seq, {field: Text(language, value) for field, value in values.items()})
                if self._inverter.is_full:
                    yield from self._written()

    def _written(self) -> Iterator[FlatSegment]:
        if len(self._inverter):
            segment = FlatSegment(NAME, len(self._inverter))
            self._inverter.write(self._folder / segment.file_name)
            self._inverter.clear()
            yield segment


class ProcessBuilder:
    """Builds in processes of its own, as many as there are cores, within bounds."""

    def __init__(self, archive: Archive, folder: Path) -> None:
        self._archive = archive.folder
        self._folder = folder

    def build(self, parts: Iterator[Sequence[QueueEntry]]) -> Generator[Built | int, None, None]:
        """As Builder has it."""
        with _workers(self._archive, self._folder, min(os.cpu_count() or 1, _MOST_PROCESSES)) as pipes:
            idle = deque(pipes)
            busy: dict[Connection, int] = {}
            built: dict[int, Built] = {}
            asked = told = 0
            while True:
                while idle and (entries := next(parts, None)):
                    pipe = idle.popleft()
                    _send(pipe, entries)
                    busy[pipe] = asked
                    asked += 1
                if not busy:
                    return
                for pipe in _ready(list(busy)):
                    built[busy.pop(pipe)] = _received(pipe)
                    idle.append(pipe)
                yield 0  # so that it can be stopped while nothing is ready
                while told in built:
                    yield built.pop(told)
                    told += 1


def builder_for(archive: Archive, folder: Path, articles: int) -> Builder:
    """The builder that is quickest for so many articles."""
    # A process that ends with its parent may have none of its own.
    is_alone = (os.cpu_count() or 1) == 1 or current_process().daemon
    builder = OwnBuilder if is_alone or articles < _MANY else ProcessBuilder
    return builder(archive, folder)


@contextmanager
def _workers(archive: Path, folder: Path, number: int) -> Iterator[list[Connection]]:
    spawn = get_context("spawn")
    pipes, processes = [], []
    try:
        for _ in range(number):
            here, there = spawn.Pipe()
            process = spawn.Process(target=_work, args=(archive, folder, there), daemon=True)
            process.start()
            there.close()
            pipes.append(here)
            processes.append(process)
        yield pipes
    finally:
        for pipe in pipes:
            pipe.close()
        for process in processes:
            process.kill()  # it has nothing to finish: what it has not told of does not count
            process.join()


def _work(archive_folder: Path, folder: Path, pipe: Connection) -> None:
    """The body of a process: builds the parts that it is sent, until the other end is closed."""
    with Archive.open(archive_folder, read_only=True) as archive, closing(pipe):
        builder = OwnBuilder(archive, folder)
        try:
            while True:
                entries: Sequence[QueueEntry] = pipe.recv()
                try:
                    *_, answer = builder.build(iter([entries]))
                    pipe.send(answer)
                except (OSError, ArchivistError) as error:
                    pipe.send(error)
        except (EOFError, ConnectionError):
            pass  # whoever wanted it is gone


def _ready(pipes: Iterable[Connection]) -> list[Connection]:
    """Those that have something to say; waits a moment for the first."""
    ready = wait(pipes, _SECONDS_BETWEEN_LOOKS)
    return [pipe for pipe in pipes if pipe in ready]


def _send(pipe: Connection, entries: Sequence[QueueEntry]) -> None:
    try:
        pipe.send(entries)
    except OSError as error:
        raise ProcessEnded("index", 0) from error


def _received(pipe: Connection) -> Built:
    try:
        answer: Built | Exception = pipe.recv()
    except (EOFError, OSError) as error:
        raise ProcessEnded("index", 0) from error
    if isinstance(answer, Exception):
        raise answer
    return answer
