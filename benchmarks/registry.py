# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes to load a registry of many actors, to load it again, and to write it.

python -m benchmarks.registry [ROWS]
"""

from __future__ import annotations

import csv
import sys
import tempfile
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

from archivist.exchange import load_registry, write_registry_csv
from archivist.store import Archive

ROWS = 18_000


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "actors.csv"
        _write(path, rows)
        with Archive.create(Path(folder) / "archive", who="benchmark") as archive:
            for what in ("loaded", "loaded again"):
                seconds, report = _timed(load_registry(archive, path))
                counted = ", ".join(f"{number} {outcome}" for outcome, number in report.counts.items() if number)
                print(f"{rows} rows {what} in {seconds:.2f} s ({counted})")
            seconds, number = _timed(write_registry_csv(archive, Path(folder) / "out.csv"))
            print(f"{number} records written in {seconds:.2f} s")


def _write(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "type", "aliases", "wikidata", "note"])
        for number in range(rows):
            aliases = f"Actor {number}@en; Актор {number}@ru"
            writer.writerow([f"a{number}", f"Діяч {number}", "person", aliases, f"Q{number + 1}", "з довідника"])


def _timed(work: Generator[Any, None, Any]) -> tuple[float, Any]:
    start = time.perf_counter()
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return time.perf_counter() - start, stop.value


if __name__ == "__main__":
    main()
