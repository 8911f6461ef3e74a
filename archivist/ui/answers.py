# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's end of the process that answers questions: one question at a time, the others wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from archivist.errors import ProcessEnded
from archivist.ui.questions.answering import Question, answer_questions
from archivist.ui.steps import received

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Said = tuple[int, str, Any]  # number of the question; done, failed, bug or cancelled; the value

_THE_ASKED = -1  # in the place of a number: the question that was asked, if one was
_SECONDS_TO_END = 2.0


class Answers:
    """Starts the process when that is first wanted, and again should it have died.

    A thread receives the answers, so that the window need not wait while a long one comes in.
    """

    def __init__(self, folder: Path, title: str, tell: Callable[[int, str, Any], object]) -> None:
        """`folder` is the archive's; `title` is what a person is told stopped if the process dies.

        `tell` is called on that thread; what it was told is to be given to hear() in the window's.
        """
        self._folder = folder
        self._title = title
        self._tell = tell
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._thread: Thread | None = None
        self._waiting: deque[tuple[int, Question, tuple[Any, ...]]] = deque()
        self._asked: int | None = None

    @property
    def is_there(self) -> bool:
        """Whether the process was started."""
        return self._process is not None

    def put(self, number: int, question: Question, arguments: tuple[Any, ...]) -> None:
        """Have a question asked once those before it are answered; go_on() begins with the first."""
        self._waiting.append((number, question, arguments))

    def go_on(self, is_dropped: Callable[[int], bool]) -> list[Said]:
        """Ask the next question that nobody has dropped, if no answer is awaited.

        Returns what became of those that are not asked: they were dropped, or cannot be.
        """
        said: list[Said] = []
        while self._asked is None and self._waiting:
            number, question, arguments = self._waiting[0]
            try:
                if is_dropped(number):
                    said.append((number, "cancelled", None))
                elif self._send(number, question, arguments):
                    self._asked = number
                else:
                    break  # it has died; once that is heard, another process is asked
            except OSError:
                said.append((number, "failed", ProcessEnded(self._title, 0)))
            except Exception as bug:  # noqa: BLE001 - a question that cannot be sent
                said.append((number, "bug", bug))
            self._waiting.popleft()
        return said

    def hear(self, number: int, what: str, value: Any) -> Said:
        """Take in what was told, after which the next question can be asked; returns what became of which question."""
        if number == _THE_ASKED and self._asked is not None:
            number = self._asked
        self._asked = None
        return (number, "failed", self._died()) if what == "ended" else (number, what, value)

    def close(self) -> None:
        """End the process."""
        self._waiting.clear()
        if self._process is not None and self._pipe is not None and self._thread is not None:
            self._process.kill()  # it only reads
            self._process.join()
            self._thread.join()
            self._pipe.close()
            self._process = self._pipe = self._thread = None

    def _send(self, number: int, question: Question, arguments: tuple[Any, ...]) -> bool:
        """Whether there is a process that was sent the question. Raises OSError where none can be started."""
        if self._pipe is None:
            self._start()
        assert self._pipe is not None  # noqa: S101 - it was just made
        try:
            self._pipe.send((number, question, arguments))
        except OSError:
            return False
        return True

    def _start(self) -> None:
        from multiprocessing import get_context

        spawn = get_context("spawn")
        pipe, there = spawn.Pipe()
        process = spawn.Process(target=answer_questions, args=(self._folder, there), daemon=True)
        process.start()
        there.close()
        self._thread = Thread(target=_listen, args=(pipe, process, self._tell), name="answers", daemon=True)
        self._thread.start()
        self._pipe, self._process = pipe, process

    def _died(self) -> ProcessEnded:
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.join(_SECONDS_TO_END)
        code = process.exitcode if process is not None else None
        return ProcessEnded(self._title, code or 0)


def _listen(pipe: Connection, process: SpawnProcess, tell: Callable[[int, str, Any], object]) -> None:
    """On a thread: tell of everything that comes, until the process ends."""
    while True:
        try:
            number, what, value = received(pipe, process)
        except (EOFError, OSError):
            tell(_THE_ASKED, "ended", None)
            return
        except Exception as bug:  # noqa: BLE001 - an answer that cannot be received
            number, what, value = _THE_ASKED, "bug", bug
        tell(number, what, value)
