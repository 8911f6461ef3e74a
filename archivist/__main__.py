# SPDX-License-Identifier: GPL-3.0-or-later
"""The program: a command, or the desktop where none is given."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path


def _open_desktop(folder: Path | None, address: str = "") -> int:
    # Qt is imported only when a window is asked for.
    from archivist.app import run

    return run(folder, address)


def _window_wanted(arguments: list[str]) -> tuple[Path | None, str] | None:
    """The archive and the address of a passage to open a window on; None where that is for the commands to decide.

    A window does not wait until all commands are imported.
    """
    match arguments:
        case []:
            folder, rest = os.environ.get("ARCHIVIST_ARCHIVE", ""), []
        case ["--archive", folder, *rest] if folder:
            pass
        case [one, *rest] if one.startswith("--archive=") and one != "--archive=":
            folder = one.removeprefix("--archive=")
        case [_]:
            folder, rest = os.environ.get("ARCHIVIST_ARCHIVE", ""), arguments
        case _:
            return None
    address = rest[0] if len(rest) == 1 else ""
    if (rest and not address.casefold().startswith("archivist:")) or Path(folder).is_file():
        return None
    return Path(folder) if folder else None, address


def main() -> None:
    """Entry point of the console script."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # such a program starts its worker processes through here
    wanted = _window_wanted(sys.argv[1:])
    if wanted is not None:
        sys.exit(_open_desktop(*wanted))
    # Such a process imports this module, and would wait twice as long with all commands in it.
    from archivist.cli import archivist

    archivist.commands_in({"archivist.selftest": ("selftest",)})
    for stream in (sys.stdout, sys.stderr):
        # What a terminal cannot show is escaped, as JSON has it, and is no reason to stop.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    archivist(obj=_open_desktop)


if __name__ == "__main__":
    main()
