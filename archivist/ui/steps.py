# SPDX-License-Identifier: GPL-3.0-or-later
"""Driving the generators that long work is written as, in a thread or in a process of its own.

Knows no Qt: a spawned process imports this module, and must start quickly.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Generator
from contextlib import suppress
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from archivist.errors import ArchivistError
from archivist.model import Progress
from archivist.store import Archive

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from multiprocessing.synchronize import Event as ProcessEvent

_R = TypeVar("_R")

_SECONDS_BETWEEN_PROGRESS = 0.05


def received(pipe: Connection, process: SpawnProcess) -> Any:
    """What a process sends next. Raises EOFError, OSError where it has ended and has nothing more to say.

    The end of the pipe alone does not tell: on Windows a process that ends before it has read its arguments leaves
    its side of the pipe open.
    """
    from multiprocessing.connection import wait

    if pipe not in wait([pipe, process.sentinel]) and not pipe.poll():
        raise EOFError
    return pipe.recv()


class Cancelled(Exception):
    """The work was stopped because somebody asked for it. Nobody is shown this."""


class ProcessBug(Exception):
    """A process met an error that is a bug; `trace` says where."""

    def __init__(self, trace: str) -> None:
        super().__init__("a bug in a process of its own")
        self.trace = trace


def drive(work: Generator[Progress, None, _R], cancelled: Event | ProcessEvent, tell: Callable[[Progress], None]) -> _R:
    """Run work to its end and return its result; tells of progress now and then.

    Asks at every step whether to stop, and then closes the generator, which unwinds its `with`
    blocks. Raises Cancelled.
    """
    told = 0.0
    try:
        while True:
            if cancelled.is_set():
                raise Cancelled
            progress = next(work)
            if time.monotonic() - told >= _SECONDS_BETWEEN_PROGRESS:
                told = time.monotonic()
                tell(progress)
    except StopIteration as end:
        result: _R = end.value
        return result
    finally:
        work.close()


def on_archive(
    folder: Path, who: str, work: Callable[..., Generator[Progress, None, _R]], arguments: tuple[Any, ...]
) -> Generator[Progress, None, _R]:
    """work(archive, *arguments) in a process of its own, on the archive that the window has open."""
    with Archive.join(folder, who=who) as archive:
        return (yield from work(archive, *arguments))


def run_in_process(
    function: Callable[..., Generator[Progress, None, Any]],
    arguments: tuple[Any, ...],
    pipe: Connection,
    cancelled: ProcessEvent,
) -> None:
    """The body of a process: drive function(*arguments) and send what happens, as (what, value).

    `what` is progress, and at the end one of done, failed (an ArchivistError), cancelled, bug.
    """
    try:
        result = drive(function(*arguments), cancelled, lambda progress: pipe.send(("progress", progress)))
        message: tuple[str, Any] = ("done", result)
    except Cancelled:
        message = ("cancelled", None)
    except ArchivistError as error:
        message = ("failed", error)
    except BrokenPipeError:
        return  # the window is gone
    except Exception:  # noqa: BLE001 - goes on to the window's crash report
        message = ("bug", ProcessBug(traceback.format_exc()))
    with suppress(BrokenPipeError):
        pipe.send(message)
    pipe.close()
