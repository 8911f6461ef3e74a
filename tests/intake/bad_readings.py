# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader may do to the process that it runs in, for the tests of workers."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from archivist.intake.outcome import FileRead, Refusal
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft


def misbehave(raw: bytes, path: Path, options: ImportOptions) -> FileRead | Refusal:
    """Does what the name of the file says, and then reads it."""
    what = path.stem
    options.begins("bad", 0.3 if what.startswith("slow") else 20.0)
    body = raw.decode()
    match what:
        case "crash":
            os.abort()
        case "exit":
            os._exit(7)
        case "slow":
            threading.Event().wait()
        case "slow-in-c":
            re.match("(a+)+b", "a" * 60)
        case "slow-with-program":
            program = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
            Path(body).write_text(str(program.pid), encoding="ascii")
            program.wait()
        case "greedy":
            bytearray(1 << 31)
        case "network":
            with suppress(OSError):  # as a library may do that means well
                socket.create_connection(("127.0.0.1", 9), timeout=0.1)
        case "waits":  # until something is written to this pipe
            Path(body).read_bytes()
        case "tells":
            Path(body).write_bytes(b"read")
        case "pid":
            body = str(os.getpid())
        case "patient":
            for _ in range(3):
                options.begins("piece", 20.0)
    return FileRead("bad", "text/plain", (ArticleDraft(what, body),))
