# SPDX-License-Identifier: GPL-3.0-or-later
"""Work outside the GUI thread, with progress, cancelling and callbacks inside it.

Jobs that write run one after another in one thread; what is heavy for the CPU runs in a spawned
process, because a thread would hold the interpreter's lock. Questions to the archive are answered in
a process that stays, small ones that need no module's function in a thread.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from archivist.errors import ArchivistError, ProcessEnded
from archivist.model import Progress
from archivist.store import Archive
from archivist.ui.answers import Answers
from archivist.ui.questions.answering import Question
from archivist.ui.steps import Cancelled, ProcessBug, drive, on_archive, received, run_in_process

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from multiprocessing.synchronize import Event as ProcessEvent

_R = TypeVar("_R")

_STARTING_MS = 50  # until the process that answers is started: a window that has just been made is painted first
_SECONDS_TO_END = 5.0
_BEHIND = 10  # of the 19 steps of niceness


@dataclass(eq=False, kw_only=True)
class Job:
    """One piece of work under way. Touch it in the GUI thread only."""

    title: str = ""  # "" of a question, which is not shown among the jobs
    cancelled: Event | ProcessEvent
    on_done: Callable[[Any], object] | None = None
    on_failed: Callable[[ArchivistError], object] | None = None
    on_progress: Callable[[Progress], object] | None = None
    on_cancelled: Callable[[], object] | None = None
    progress: Progress | None = None
    running: bool = True
    dropped: bool = False

    def cancel(self) -> None:
        """Ask the work to stop; it ends at its next step, and then says so."""
        self.cancelled.set()

    def drop(self) -> None:
        """Stop the work and hear no more of it, not even what has been sent already."""
        self.dropped = True
        self.cancelled.set()


@dataclass(frozen=True, slots=True)
class _Child:
    process: SpawnProcess
    listening: Thread


class Jobs(QObject):
    """Starts the jobs of one window on its archive; made in the GUI thread, closed before the archive."""

    started = Signal(object)  # Job
    progressed = Signal(object)  # Job
    ended = Signal(object)  # Job
    failed = Signal(object)  # ArchivistError, of a job that has nobody else to tell

    # A worker holds only this signal and a number. It must never hold the last reference to a
    # QObject, whose destruction belongs in the GUI thread.
    _said = Signal(int, str, object)
    _answered = Signal(int, str, object)  # by the process that stays

    def __init__(self, archive: Archive | None, parent: QObject | None = None) -> None:
        """Without an archive only start_process() can be used."""
        super().__init__(parent)
        self._opened = archive
        self._writing = ThreadPoolExecutor(1, "writing")
        self._asking = ThreadPoolExecutor(1, "asking")
        self._asked: Archive | None = None  # the connection of the thread that answers questions
        self._numbers = itertools.count()
        self._jobs: dict[int, Job] = {}
        self._children: dict[int, _Child] = {}
        self._ending: list[_Child] = []  # have said their last word
        folder = archive.folder if archive is not None else Path()
        self._answers = Answers(folder, self.tr("Searching"), self._answered.emit)
        self._said.connect(self._on_said, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._starting = QTimer(self, singleShot=True, interval=_STARTING_MS)
        self._starting.timeout.connect(self._ask_next)
        self._closed = False

    @property
    def _archive(self) -> Archive:
        if self._opened is None:
            raise RuntimeError("this work needs an archive that is open")
        return self._opened

    @property
    def running(self) -> list[Job]:
        """What is under way, the oldest first."""
        return list(self._jobs.values())

    def start(
        self,
        make: Callable[[Archive], Generator[Progress, None, _R]],
        *,
        title: str,
        done: Callable[[_R], object] | None = None,
        failed: Callable[[ArchivistError], object] | None = None,
        progress: Callable[[Progress], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Job:
        """Run the generator that `make` gives, on a thread with a connection of its own."""
        event = Event()
        number, job = self._enter(
            Job(
                title=title,
                cancelled=event,
                on_done=done,
                on_failed=failed,
                on_progress=progress,
                on_cancelled=cancelled,
            )
        )
        if self._closed:
            return self._not_begun(number, job)
        self._writing.submit(_work, self._archive, make, event, _Teller(self._said, number))
        return job

    def start_process(
        self,
        function: Callable[..., Generator[Progress, None, _R]],
        arguments: tuple[Any, ...],
        *,
        title: str,
        done: Callable[[_R], object] | None = None,
        failed: Callable[[ArchivistError], object] | None = None,
        progress: Callable[[Progress], object] | None = None,
        cancelled: Callable[[], object] | None = None,
        in_background: bool = False,
    ) -> Job:
        """Run a module's generator function in a process of its own; arguments and result cross over.

        What nobody waits for is done in the background: behind the window, where both want the processor.
        """
        from multiprocessing import get_context

        spawn = get_context("spawn")
        event = spawn.Event()
        here, there = spawn.Pipe(duplex=False)
        number, job = self._enter(
            Job(
                title=title,
                cancelled=event,
                on_done=done,
                on_failed=failed,
                on_progress=progress,
                on_cancelled=cancelled,
            )
        )
        if self._closed:
            return self._not_begun(number, job)
        # No daemon, for those may have no processes of their own; close() sees to its end.
        process = spawn.Process(target=run_in_process, args=(function, arguments, there, event))
        process.start()
        if in_background:
            _give_way(process)
        there.close()
        tell = _Teller(self._said, number)
        listening = Thread(target=_listen, args=(here, process, tell), name="listening", daemon=True)
        listening.start()
        self._children[number] = _Child(process, listening)
        return job

    def start_work(
        self,
        work: Callable[..., Generator[Progress, None, _R]],
        arguments: tuple[Any, ...],
        *,
        title: str,
        done: Callable[[_R], object] | None = None,
        failed: Callable[[ArchivistError], object] | None = None,
        progress: Callable[[Progress], object] | None = None,
        cancelled: Callable[[], object] | None = None,
        in_background: bool = False,
    ) -> Job:
        """Run work(archive, *arguments), a module's generator function, in a process of its own."""
        return self.start_process(
            on_archive,
            (self._archive.folder, self._archive.who, work, arguments),
            title=title,
            done=done,
            failed=failed,
            progress=progress,
            cancelled=cancelled,
            in_background=in_background,
        )

    def ask(
        self,
        question: Callable[[Archive], _R],
        *,
        done: Callable[[_R], object],
        failed: Callable[[ArchivistError], object] | None = None,
    ) -> Job:
        """Answer a question to the archive on a thread; always the same thread and connection."""
        event = Event()
        number, job = self._enter(Job(cancelled=event, on_done=done, on_failed=failed))
        if self._closed:
            return self._not_begun(number, job)
        self._asking.submit(self._answer, question, event, _Teller(self._said, number))
        return job

    def read_ahead(self, question: Callable[[Archive], _R]) -> Future[_R]:
        """Answer a question on the thread of ask(), for somebody who will wait until it is answered."""
        return self._asking.submit(lambda: question(self._connected()))

    def bring(self, *modules: str, then: Callable[[], object]) -> Job | None:
        """Go on once these modules are imported: where they are not yet, on a thread, as some take half a second.

        A package is named by its top: two threads that enter it at different places may meet half of it.
        """
        if all(map(_is_imported, modules)):
            then()
            return None
        number, job = self._enter(Job(cancelled=Event(), on_done=lambda _: then()))
        if self._closed:
            return self._not_begun(number, job)
        # Nobody waits for this thread: an import cannot be stopped, and harms nobody.
        Thread(target=_import, args=(modules, _Teller(self._said, number)), name="importing", daemon=True).start()
        return job

    def ask_process(
        self,
        question: Question,
        arguments: tuple[Any, ...],
        *,
        done: Callable[[Any], object],
        failed: Callable[[ArchivistError], object] | None = None,
    ) -> Job:
        """Answer a module's function of questions.answering.Sources and arguments in a process that stays.

        One question is answered after another; one that was dropped meanwhile is not even asked.
        """
        number, job = self._enter(Job(cancelled=Event(), on_done=done, on_failed=failed))
        if self._closed:
            return self._not_begun(number, job)
        self._answers.put(number, question, arguments)
        if self._answers.is_there:
            self._ask_next()
        elif not self._starting.isActive():
            # Counted from when there is nothing else to do: while a window is made, no timer is heard.
            QTimer.singleShot(0, self._starting, self._starting.start)
        return job

    def drop_all(self) -> None:
        """Have everything stop, and hear no more of it."""
        for job in self._jobs.values():
            job.drop()

    def close(self) -> None:
        """Cancel everything, wait until it has stopped, and let nothing be heard of it any more.

        What a panel that is going away still asks for is answered no more.
        """
        self._closed = True
        self.drop_all()
        self._asking.submit(self._close_asked)
        for executor in (self._writing, self._asking):
            executor.shutdown(wait=True)
        self._answers.close()
        for child in (*self._children.values(), *self._ending):
            child.process.join(_SECONDS_TO_END)
            if child.process.is_alive():
                child.process.kill()
                child.process.join()
            child.listening.join()
        self._starting.stop()
        self._ending.clear()
        self._children.clear()
        self._jobs.clear()

    def _enter(self, job: Job) -> tuple[int, Job]:
        number = next(self._numbers)
        self._jobs[number] = job
        self.started.emit(job)
        return number, job

    def _not_begun(self, number: int, job: Job) -> Job:
        job.drop()
        self._leave(number, job)
        return job

    def _answer(self, question: Callable[[Archive], Any], cancelled: Event, tell: _Teller) -> None:
        """On the thread that answers questions."""

        def answer() -> Any:
            if cancelled.is_set():
                raise Cancelled
            return question(self._connected())

        _tell_outcome(answer, tell)

    def _connected(self) -> Archive:
        """The connection of the thread that answers questions, on which this is."""
        if self._asked is None:
            self._asked = self._archive.connect()
        return self._asked

    def _close_asked(self) -> None:
        """On the thread that answers questions."""
        if self._asked is not None:
            self._asked.close()

    def _ask_next(self) -> None:
        """Have the process that stays answer the next question, if it has nothing to do."""
        if not self._closed:
            for said in self._answers.go_on(lambda number: self._jobs[number].dropped):
                self._said.emit(*said)  # each by itself, as one may be a bug, which is raised

    def _on_answered(self, number: int, what: str, value: Any) -> None:
        if not self._closed:
            said = self._answers.hear(number, what, value)
            self._ask_next()
            self._on_said(*said)

    def _on_said(self, number: int, what: str, value: Any) -> None:
        job = self._jobs.get(number)
        if job is None:  # closed meanwhile
            return
        if what == "progress":
            job.progress = value
            self.progressed.emit(job)
            if job.on_progress is not None and not job.dropped:
                job.on_progress(value)
            return
        if what == "ended":
            process = self._children[number].process
            process.join()
            what, value = "failed", ProcessEnded(job.title, process.exitcode or 0)
        self._leave(number, job)
        if what == "bug":
            job.cancel()  # where only its message could not be received, it would go on
            raise value
        if not job.dropped:
            self._call_back(job, what, value)

    def _leave(self, number: int, job: Job) -> None:
        del self._jobs[number]
        child = self._children.pop(number, None)
        self._ending = [each for each in self._ending if each.process.is_alive()]
        if child is not None:
            self._ending.append(child)
        job.running = False
        self.ended.emit(job)

    def _call_back(self, job: Job, what: str, value: Any) -> None:
        match what:
            case "done" if job.on_done is not None:
                job.on_done(value)
            case "cancelled" if job.on_cancelled is not None:
                job.on_cancelled()
            case "failed" if job.on_failed is not None:
                job.on_failed(value)
            case "failed":
                self.failed.emit(value)


@dataclass(slots=True)
class _Teller:
    """What a worker may say, and whose job it is about."""

    said: Any  # the bound signal
    number: int

    def __call__(self, what: str, value: object) -> None:
        self.said.emit(self.number, what, value)


def _listen(pipe: Connection, process: SpawnProcess, tell: _Teller) -> None:
    """On a thread: tell of all that a process sends, up to its last word.

    Were it received in the GUI thread, the report of an import of thousands of files would hold that up.
    """
    with pipe:
        what = "progress"
        while what == "progress":
            try:
                what, value = received(pipe, process)
            except (EOFError, OSError):
                what, value = "ended", None
            except Exception as bug:  # noqa: BLE001 - raised again in the GUI thread
                what, value = "bug", bug
            tell(what, value)


def _is_imported(name: str) -> bool:
    """Whether a module is there, and all of it."""
    module = sys.modules.get(name)
    return module is not None and not getattr(module.__spec__, "_initializing", False)


def _import(modules: tuple[str, ...], tell: _Teller) -> None:
    """On a thread."""
    with suppress(RuntimeError):  # the window is gone, and with it the signal
        _tell_outcome(lambda: [import_module(name) for name in modules], tell)


def _give_way(process: SpawnProcess) -> None:
    """Have a process, and those that it will start, go behind the window where both want the processor.

    It does not do so itself: when it could, it has imported its modules, which takes all of a core for a while.
    """
    if sys.platform != "win32" and process.pid is not None:
        with suppress(OSError):  # it has ended already, or this is not allowed here
            os.setpriority(os.PRIO_PROCESS, process.pid, os.getpriority(os.PRIO_PROCESS, 0) + _BEHIND)


def _work(
    archive: Archive,
    make: Callable[[Archive], Generator[Progress, None, Any]],
    cancelled: Event,
    tell: _Teller,
) -> None:
    """On a worker thread."""

    def work() -> Any:
        if cancelled.is_set():
            raise Cancelled
        with archive.connect() as connected:
            return drive(make(connected), cancelled, lambda progress: tell("progress", progress))

    _tell_outcome(work, tell)


def _tell_outcome(work: Callable[[], Any], tell: _Teller) -> None:
    """Do the work and say how it ended."""
    try:
        result = work()
    except Cancelled:
        tell("cancelled", None)
    except ArchivistError as error:
        tell("failed", error)
    except Exception as bug:  # noqa: BLE001 - raised again in the GUI thread
        tell("bug", bug)
    else:
        tell("done", result)


__all__ = ["Job", "Jobs", "ProcessBug"]
