# SPDX-License-Identifier: GPL-3.0-or-later
"""The bounds of a process that reads foreign files: memory, network, time, and the life of its parent.

Where a system lacks one of these, the others hold.
"""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn

MEMORY = 1 << 30  # bytes that reading a file may take
_SWOLLEN = 400 << 20  # bytes at the most that a process may hold and still be given another file
_GRACE_SECONDS = 15.0  # in which whoever watches it would have ended it
# What Python tells of before a program connects, listens or asks for an address.
_NETWORK = ("socket.", "urllib.Request", "http.client.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "telnetlib.")


class NetworkRefused(PermissionError):
    """Something wanted to reach a network."""


def confine() -> list[str]:
    """Bound this process for the rest of its life.

    Returns a list in which every attempt to reach a network is noted, whatever became of the
    exception that it met.
    """
    if sys.platform != "win32":
        os.setpgid(0, 0)  # a group of its own: ended as one with the programs that it starts, and not by Ctrl+C
    else:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _say_nothing()
    _bound_memory()
    Thread(target=_end_with_parent, daemon=True).start()
    return _refuse_network()


def is_swollen() -> bool:
    """Whether this process still holds so much memory that the next file would have less than its due."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") > _SWOLLEN
    except (OSError, ValueError, AttributeError):  # another system
        return False


class Alarm:
    """Ends this process where a file takes too long and nobody is left to end it, even inside of C."""

    def set(self, seconds: float) -> None:
        """Begin to count anew."""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS)

    def stop(self) -> None:
        """There is nothing to be late with."""
        if sys.platform != "win32":
            signal.setitimer(signal.ITIMER_REAL, 0)


def _say_nothing() -> None:
    """What libraries print would stand between the lines of a command."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        bound = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
        resource.setrlimit(resource.RLIMIT_DATA, (bound, bound))


def _end_with_parent() -> NoReturn:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
    if sys.platform != "win32":
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _refuse_network() -> list[str]:
    noted: list[str] = []

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_NETWORK):
            noted.append(f"{event} {arguments!r}")
            raise NetworkRefused(event)

    # A library of trafilatura's tries a connection to this machine while it is imported, unless there is no IPv6.
    vars(sys.modules["socket"])["has_ipv6"] = False
    sys.addaudithook(watch)
    return noted
