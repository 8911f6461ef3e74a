# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads all files of a folder in two processes, by the reading part of an import; for gold.py."""

from __future__ import annotations

import sys
from pathlib import Path

from archivist.intake.files import find_files, read_file
from archivist.intake.reader import ImportOptions
from archivist.intake.workers import Task, Workers

_PROCESSES = 2
_PATIENCE = 1.0  # seconds


def main() -> None:
    paths = [found.path for found in find_files([Path(sys.argv[1])])]
    with Workers(_PROCESSES) as workers:
        for number, path in enumerate(paths):
            workers.give(Task(number, path, read_file(path), ImportOptions()))
        read = 0
        while read < len(paths):
            read += len(workers.answers(_PATIENCE))
    print(read)


if __name__ == "__main__":
    main()
