# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes that read files, so that one that crashes, hangs or eats the memory costs one file.

Each is on its own: it cannot open a connection, has a bound to its memory, and ends itself when
whoever started it is gone or it was forgotten in a loop. What a file came to crosses a pipe; only
the process that started the workers writes to the archive.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from math import ceil
from mmap import PAGESIZE
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from archivist.errors import ArchivistError, ReaderCrashed, ReaderOutOfMemory, ReaderTooSlow
from archivist.intake.confinement import MEMORY, Alarm, confine, is_swollen
from archivist.intake.outcome import FileRead, Refusal, refusal
from archivist.intake.reader import READING_SECONDS, ImportOptions, legible

_STARTING_SECONDS = 60.0  # for a process to come up on a busy machine
_AHEAD = 8  # files that wait for a worker, so that it has some while the parent writes
_ROOM = 1 << 20  # bytes of a pipe; the most that Linux gives to everybody
_LOST_OF_PIPE = 4 * PAGESIZE  # bytes for each file: it is written in up to four pieces, and whole pages are kept
_MEGABYTE = 1 << 20

Reading = Callable[[bytes, Path, ImportOptions], FileRead | Refusal]


def read(raw: bytes, path: Path, options: ImportOptions) -> FileRead | Refusal:
    """The same as reading.read; where files are only handed over, no reader has to be loaded."""
    from archivist.intake import reading

    return reading.read(raw, path, options)


@dataclass(frozen=True, slots=True)
class Task:
    """A file to be read; the number is whoever's who gives it."""

    number: int
    path: Path
    raw: bytes
    options: ImportOptions

    def message(self) -> bytes:
        """What a worker has to know beside the bytes, as Connection.send() would write it."""
        return bytes(ForkingPickler.dumps((self.path, self.options)))


@dataclass(frozen=True, slots=True)
class Answer:
    """What a file came to. `ended` names how its worker did, if it did: crashed, too slow, out of memory."""

    number: int
    outcome: FileRead | Refusal
    ended: str = ""


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    asks: Connection
    hears: Connection
    room: int  # bytes that the system keeps of what is asked while the worker is at a file
    tasks: deque[Task] = field(default_factory=deque)  # what it was given; it is at the first
    sizes: deque[int] = field(default_factory=deque)  # of the tasks, in bytes
    has_first: bool = False  # so that it is no longer in the pipe
    reader: str = ""  # of the first
    seconds: float = READING_SECONDS
    deadline: float = 0.0  # of time.monotonic()

    def give(self, task: Task) -> bool:
        """Hand over a file, if that need not wait until another one is read. Raises OSError where the process is gone.

        Were the pipe full, this process would wait, and so would the worker once it had to say something.
        """
        message = task.message()
        size = len(message) + len(task.raw) + _LOST_OF_PIPE
        if self.tasks and sum(islice(self.sizes, int(self.has_first), None)) + size > self.room:
            return False
        if not self.tasks:
            self._expect(_STARTING_SECONDS)
        self.tasks.append(task)
        self.sizes.append(size)
        self.asks.send_bytes(message)
        self.asks.send_bytes(task.raw)
        return True

    def begins(self, reader: str, seconds: float) -> None:
        """It has begun with a file, or with a piece of it."""
        self.has_first = True
        self.reader = self.reader or reader
        self.seconds = seconds
        self._expect(seconds)

    def finish(self) -> Task:
        """The task that it is at is done."""
        self.has_first, self.reader, self.seconds = False, "", READING_SECONDS
        self._expect(READING_SECONDS)
        self.sizes.popleft()
        return self.tasks.popleft()

    def _expect(self, seconds: float) -> None:
        self.deadline = time.monotonic() + seconds

    def kill(self) -> int:
        """End it with the programs that it started, and return its exit code."""
        self.asks.close()
        self.hears.close()
        if sys.platform != "win32" and self.process.pid:
            with suppress(OSError):  # it may be gone, or not yet have come to be a group
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        self.process.close()
        return code


class Workers:
    """Reads what it is given, in as many processes as there are cores; they start when they are needed."""

    def __init__(self, most: int | None = None, reading: Reading = read) -> None:
        """`reading`, a module's function, is what they do with a file."""
        self._reading = reading
        self._most = most or os.cpu_count() or 1
        self._workers: list[_Worker] = []
        self._backlog: deque[Task] = deque()
        self._answers: list[Answer] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all processes, whatever they are at."""
        self._backlog.clear()
        while self._workers:
            self._workers.pop().kill()

    @property
    def started(self) -> bool:
        """Whether there is a process already."""
        return bool(self._workers)

    @property
    def pids(self) -> list[int]:
        """Of the processes that there are now."""
        return [worker.process.pid for worker in self._workers if worker.process.pid]

    def give(self, task: Task) -> None:
        """Have a file read. Processes begin to start, so that they are ready when answers are asked for."""
        self._backlog.append(task)
        self._start()

    def answers(self, patience: float) -> list[Answer]:
        """What has been read since; waits up to `patience` seconds for the first."""
        self._hand_out()
        busy = {worker.hears: worker for worker in self._workers if worker.tasks}
        if busy:
            first_deadline = min(worker.deadline for worker in busy.values()) - time.monotonic()
            for pipe in wait(list(busy), 0.0 if self._answers else max(0.0, min(patience, first_deadline))):
                assert isinstance(pipe, Connection)  # noqa: S101 - what was put in
                self._listen(busy[pipe])
        for worker in [each for each in self._workers if each.tasks and each.deadline < time.monotonic()]:
            slow = worker.tasks[0].path
            self._lose(worker, ReaderTooSlow(slow, round(worker.seconds)), "too slow")
        self._hand_out()  # before whoever asks goes about what has been read
        told, self._answers = self._answers, []
        return told

    def _start(self) -> None:
        """Start further workers where there are files for them."""
        while len(self._workers) < self._most and len(self._backlog) > sum(not each.tasks for each in self._workers):
            self._workers.append(_started(self._reading))

    def _hand_out(self) -> None:
        """Give each worker what it is to do next, first those that have least to do."""
        while self._backlog:
            self._start()
            # The fewer there are left, the fewer wait for one worker while another has nothing to do.
            most = 1 + min(_AHEAD, ceil(len(self._backlog) / (2 * self._most)))
            worker = min(self._workers, key=lambda each: len(each.tasks))
            try:
                if len(worker.tasks) >= most or not worker.give(self._backlog[0]):
                    return
            except OSError:
                self._backlog.popleft()
                self._listen(worker)  # it may have said that it leaves
            else:
                self._backlog.popleft()

    def _listen(self, worker: _Worker) -> None:
        """Take in all that a worker has said."""
        try:
            while worker.tasks and worker.hears.poll():
                message = _received(worker.hears)
                if message[0] == "begins":
                    worker.begins(*message[1:])
                    continue
                outcome, leaves = message[1:]
                self._answers.append(_answer(worker.finish(), outcome))
                if leaves:
                    self._remove(worker)
                    return
        except (EOFError, OSError):
            self._lose(worker, None, "crashed")

    def _lose(self, worker: _Worker, error: ArchivistError | None, how: str) -> None:
        """A worker is at its end, and with it the file that it was at; the others wait for another one."""
        task = worker.tasks.popleft() if worker.tasks else None
        reader = worker.reader
        code = self._remove(worker)
        if task is not None:
            wrong = error or ReaderCrashed(task.path, _way_to_end(code))
            self._answers.append(Answer(task.number, refusal(wrong, reader), how))

    def _remove(self, worker: _Worker) -> int:
        self._backlog.extendleft(reversed(worker.tasks))
        self._workers.remove(worker)
        return worker.kill()


def _answer(task: Task, outcome: FileRead | Refusal | None) -> Answer:
    if outcome is None:
        return Answer(task.number, refusal(ReaderOutOfMemory(task.path, MEMORY // _MEGABYTE)), "out of memory")
    return Answer(task.number, outcome)


def _way_to_end(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _started(reading: Reading) -> _Worker:
    spawn = get_context("spawn")
    asked, asks = spawn.Pipe(duplex=False)
    hears, says = spawn.Pipe(duplex=False)
    room = _widened(asks)
    # A daemon, so that it is ended with this process where that ends in good order.
    process = spawn.Process(target=_work, args=(asked, says, reading), daemon=True)
    process.start()
    asked.close()
    says.close()
    return _Worker(process, asks, hears, room)


def _widened(pipe: Connection) -> int:
    """How many bytes a pipe keeps for whoever reads it, which is made as much as can be; 0 where that is not known."""
    if sys.platform != "linux":
        return 0
    import fcntl

    with suppress(OSError):  # where somebody has very many pipes
        return fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _ROOM)
    return 0


def _received(pipe: Connection) -> Any:
    """What a worker has said. Raises OSError and EOFError where that cannot be understood."""
    try:
        return pipe.recv()
    except (OSError, EOFError):
        raise
    except Exception as error:  # a worker that falls apart may send anything
        raise EOFError from error


def _work(asked: Connection, says: Connection, reading: Reading) -> None:
    """The body of a process: reads what it is sent until the other end is closed."""
    network = confine()
    alarm = Alarm()

    def begins(reader: str, seconds: float) -> None:
        alarm.set(seconds)
        says.send(("begins", reader, seconds))

    with suppress(EOFError, OSError):
        leaves = False
        while not leaves:
            path, options = asked.recv()
            raw = asked.recv_bytes()
            begins("", READING_SECONDS)  # with looking what it is
            outcome = _outcome(partial(reading, raw, path, replace(options, begins=begins)), network)
            alarm.stop()
            leaves = outcome is None or is_swollen()
            _send(says, outcome, leaves=leaves)


def _outcome(reading: Callable[[], FileRead | Refusal], network: list[str]) -> FileRead | Refusal | None:
    """What a file came to; None where the memory did not suffice."""
    network.clear()
    try:
        outcome = reading()
    except MemoryError:
        return None
    if network:
        return Refusal("It made its reader reach for the network, which was not let through.", trace=network[0])
    return outcome


def _send(pipe: Connection, outcome: FileRead | Refusal | None, *, leaves: bool) -> None:
    message: tuple[str, Any, bool] = ("read", outcome, leaves)
    try:
        pipe.send(message)
    except OSError:
        raise
    except MemoryError:
        pipe.send(("read", None, True))
    except Exception as error:  # noqa: BLE001 - a reader made something that cannot be sent
        pipe.send(("read", refusal(ValueError(legible(f"its reader made what cannot be sent: {error}"))), leaves))
