# SPDX-License-Identifier: GPL-3.0-or-later
"""The window's end of the process that answers questions: one question at a time, the others wait."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archivist.errors import ProcessEnded
from archivist.ui.questions.answering import Question, answer_questions

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Said = tuple[int, str, Any]  # number of the question; done, failed, bug or cancelled; the value

_SECONDS_TO_END = 2.0


class Answers:
    """Starts the process when it is first needed, and again should it have died."""

    def __init__(self, folder: Path, title: str) -> None:
        """`folder` is the archive's; `title` is what a person is told stopped if the process dies."""
        self._folder = folder
        self._title = title
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._waiting: deque[tuple[int, Question, tuple[Any, ...]]] = deque()
        self._asked: int | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._asked is not None or bool(self._waiting)

    @property
    def is_there(self) -> bool:
        """Whether the process was started."""
        return self._process is not None

    def _start(self) -> None:
        from multiprocessing import get_context

        if self._process is None:
            spawn = get_context("spawn")
            self._pipe, there = spawn.Pipe()
            self._process = spawn.Process(target=answer_questions, args=(self._folder, there), daemon=True)
            self._process.start()
            there.close()

    def put(self, number: int, question: Question, arguments: tuple[Any, ...]) -> None:
        """Ask a question once those before it are answered."""
        self._waiting.append((number, question, arguments))

    def poll(self, is_dropped: Callable[[int], bool]) -> list[Said]:
        """What has been answered since, and ask the next question that nobody has dropped."""
        said: list[Said] = []
        try:
            if self._asked is not None and self._pipe is not None and self._pipe.poll():
                said.append(self._pipe.recv())
                self._asked = None
            while self._asked is None and self._waiting:
                number, question, arguments = self._waiting.popleft()
                if is_dropped(number):
                    said.append((number, "cancelled", None))
                else:
                    self._send(number, question, arguments)
        except (EOFError, OSError):
            said.append(self._died())
        return said

    def close(self) -> None:
        """End the process."""
        self._waiting.clear()
        if self._process is not None and self._pipe is not None:
            self._pipe.close()
            self._process.kill()  # it only reads
            self._process.join()
            self._process = self._pipe = None

    def _send(self, number: int, question: Question, arguments: tuple[Any, ...]) -> None:
        self._start()
        self._asked = number
        if self._pipe is not None:
            self._pipe.send((number, question, arguments))

    def _died(self) -> Said:
        """The answer to the question that the process died of."""
        number, self._asked = self._asked, None
        process, pipe, self._process, self._pipe = self._process, self._pipe, None, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.join(_SECONDS_TO_END)
        code = process.exitcode if process is not None else None
        return (-1 if number is None else number), "failed", ProcessEnded(self._title, code or 0)
