# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads all pages of a folder in two processes, as an import does before it writes; for gold.py."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

from archivist.errors import ArchivistError
from archivist.intake.files import find_files, read_file
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for


def _read(path: Path) -> int:
    raw = read_file(path)
    try:
        return len(reader_for(raw, path).read(raw, path, ImportOptions()))
    except ArchivistError:
        return 0


def main() -> None:
    paths = [found.path for found in find_files([Path(sys.argv[1])])]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        print(sum(pool.imap(_read, paths)))


if __name__ == "__main__":
    main()
