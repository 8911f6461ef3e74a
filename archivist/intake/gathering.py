# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of an import as they are read, in the order in which they were found."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from archivist.errors import ArchivistError, FileUnreadable, SourceGone
from archivist.intake.files import FoundFile, is_gone, read_file
from archivist.intake.outcome import FileRead, Refusal, refusal
from archivist.intake.plan import ImportPlan
from archivist.intake.reader import ImportOptions
from archivist.intake.reading import is_harmless, read
from archivist.intake.workers import Task, Workers

_AHEAD = 64  # files that are read before the one whose turn it is
_BYTES_AHEAD = 64 << 20
_PATIENCE = 0.1  # seconds, within which whoever waits is heard
# A process takes longer to start than a few texts take to read.
_READ_HERE = 8
_SMALL = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Known:
    """The articles (ids) that the archive has of a file already, all of them."""

    articles: tuple[str, ...]


@dataclass(slots=True)
class Gathered:
    """A file and what came of it; None while it is being read. Of one that is known the bytes are not kept."""

    path: Path
    size: int = 0  # bytes, as the folder says
    raw: bytes = b""
    outcome: FileRead | Refusal | Known | None = None


Recognise = Callable[[str, ImportOptions], Known | None]  # by SHA-256 and what was said of the file


def gather(plan: ImportPlan, recognise: Recognise) -> Generator[Gathered | None, None, None]:
    """Read the files of a plan; None where one has to wait. Raises SourceGone.

    `recognise` is asked before a file is read. Closing it ends the processes that read.
    """
    with Workers() as workers:
        yield from _Gathering(plan, recognise, workers).run()


class _Gathering:
    def __init__(self, plan: ImportPlan, recognise: Recognise, workers: Workers) -> None:
        self._plan = plan
        self._recognise = recognise
        self._workers = workers
        self._files = plan.files()
        self._all_found = False
        self._queue: deque[Gathered] = deque()
        self._asked: dict[int, Gathered] = {}
        self._numbers = 0
        self._read_here = 0

    def run(self) -> Generator[Gathered | None, None, None]:
        while True:
            self._fill()
            while self._queue and self._queue[0].outcome is not None:
                yield self._queue.popleft()
                self._fill()
            if self._asked:
                self._hear()
                yield None
            elif self._all_found and not self._queue:
                return

    def _hear(self) -> None:
        is_next_ready = bool(self._queue) and self._queue[0].outcome is not None
        for answer in self._workers.answers(0.0 if is_next_ready else _PATIENCE):
            self._asked.pop(answer.number).outcome = answer.outcome

    def _fill(self) -> None:
        """Take in further files while there is room for them."""
        size = sum(len(one.raw) for one in self._queue)
        while not self._all_found and len(self._queue) < _AHEAD and size < _BYTES_AHEAD:
            file = next(self._files, None)
            if file is None:
                self._all_found = True
                return
            self._queue.append(self._taken(file))
            size += len(self._queue[-1].raw)
            if self._queue[0].outcome is not None:  # whoever asks need not wait for more
                return

    def _taken(self, file: FoundFile) -> Gathered:
        gathered = Gathered(file.path, file.size)
        options = self._plan.options_of(file.path)
        try:
            if file.problem:
                raise file.problem
            gathered.raw = read_file(file.path)
        except ArchivistError as error:
            if isinstance(error, FileUnreadable) and file.path not in self._plan.sources and is_gone(file.path):
                raise SourceGone(file.path.parent) from error
            gathered.outcome = refusal(error)
            return gathered
        gathered.outcome = self._recognise(hashlib.sha256(gathered.raw).hexdigest(), options)
        if gathered.outcome is not None:
            gathered.raw = b""
        elif self._is_quick(gathered, options):
            self._read_here += 1
            gathered.outcome = read(gathered.raw, file.path, options)
        else:
            self._ask(gathered, options)
        return gathered

    def _ask(self, gathered: Gathered, options: ImportOptions) -> None:
        self._workers.give(Task(self._numbers, gathered.path, gathered.raw, options))
        self._asked[self._numbers] = gathered
        self._numbers += 1

    def _is_quick(self, gathered: Gathered, options: ImportOptions) -> bool:
        """Whether to read it here: one of a few small texts, which no foreign library is needed for."""
        is_one_of_few = not self._workers.started and self._read_here < _READ_HERE and len(gathered.raw) <= _SMALL
        return is_one_of_few and is_harmless(gathered.raw, gathered.path, options)
