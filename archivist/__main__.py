# SPDX-License-Identifier: GPL-3.0-or-later
"""The program: a command, or the desktop where none is given."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from multiprocessing import freeze_support
from pathlib import Path


def _open_desktop(folder: Path | None) -> int:
    # Qt is imported only when a window is asked for.
    from archivist.app import run  # noqa: PLC0415

    return run(folder)


def main() -> None:
    """Entry point of the console script."""
    freeze_support()  # a frozen program starts its worker processes through here
    # Such a process imports this module, and would wait twice as long with all commands in it.
    from archivist.cli import archivist  # noqa: PLC0415
    from archivist.selftest import selftest  # noqa: PLC0415

    archivist.add_command(selftest)
    for stream in (sys.stdout, sys.stderr):
        # What a terminal cannot show is escaped, as JSON has it, and is no reason to stop.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    archivist(obj=_open_desktop)


if __name__ == "__main__":
    main()
