# SPDX-License-Identifier: GPL-3.0-or-later
"""Read every article of an archive for figures, dates and actors, as the desktop does in the background.

    python benchmarks/scanning.py ARCHIVE [REGISTRY.csv]

ARCHIVE is one that benchmarks/bulk_import.py made. With a registry its records are loaded into it
first. Prints articles per second, what was found, and how long accepting the largest groups takes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any

from archivist.exchange.registry import load_registry
from archivist.model import Kind
from archivist.store import Archive
from archivist.suggest.findings import accept_groups, scan

MOST_ACCEPTED = 500


def run(steps: Generator[Any, None, Any]) -> Any:
    """What long work returns."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


def main(folder: Path, registry: Path | None) -> None:
    with Archive.open(folder) as archive, tempfile.TemporaryDirectory() as beside:
        if registry is not None:
            start = time.perf_counter()
            run(load_registry(archive, registry))
            print(f"registry loaded in {time.perf_counter() - start:.1f} s")
        rows, path = list(archive.articles.rows()), Path(beside) / "findings.jsonl"
        start = time.perf_counter()
        groups = run(scan(archive, rows, tuple(Kind), path))
        took = time.perf_counter() - start
        found = Counter()
        for group in groups:
            found[group.key.kind.value, group.key.source] += group.count
        print(f"{len(rows)} articles read in {took:.0f} s, {len(rows) / took:.0f} a second")
        for (kind, source), count in found.most_common():
            print(f"  {kind:<7} {source:<8} {count}")
        group = next((each for each in groups if each.count <= MOST_ACCEPTED), None)
        if group is not None:
            start = time.perf_counter()
            made = run(accept_groups(archive, path, {group.key}, 0.0))
            print(f"{made} suggestions of {group.articles} articles accepted in {time.perf_counter() - start:.2f} s")
            archive.history.undo()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
