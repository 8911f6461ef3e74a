# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a table of many articles takes to be read, and how much memory.

    python benchmarks/tables.py [--rows 100000] [--letters 900]

The same made-up articles are read as JSON lines, as a JSON document, as a list in JSON and as CSV,
each in a process of its own.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import multiprocessing
import random
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for

_MEGABYTE = 1 << 20
_TEXT = (
    "рятувальники вивезли людей із трьох сіл після того як прорвало греблю біля міста повідомив речник служби а також "
    "міністр який обіцяв ремонт але вода прибувала всю ніч і мешканці чекали на дахах поки прийде човен зі станції 😀"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--letters", type=int, default=900)
    chosen = parser.parse_args()
    for name in _WAYS:
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(name, chosen.rows, chosen.letters))
        process.start()
        process.join()


def measure(name: str, rows: int, letters: int) -> None:
    """Make the file, read it, and print what that took. The file is made in a process that ends before."""
    path = Path(f"articles.{name}")
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        raw = pool.apply(_made, (name, rows, letters))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, used = time.perf_counter(), time.process_time()
    pieces = reader_for(raw, path).read(raw, path, ImportOptions())
    seconds, used = time.perf_counter() - started, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"{name:10} {len(pieces):,} articles of {len(raw) / _MEGABYTE:.0f} MB: {seconds:.1f} s ({used:.1f} s of a "
        f"processor), {peak / 1024:.0f} MB of memory at most ({before / 1024:.0f} MB before)",
        flush=True,
    )


def _made(name: str, rows: int, letters: int) -> bytes:
    return _WAYS[name](_articles(rows, letters)).encode()


def _articles(rows: int, letters: int) -> Iterator[dict[str, Any]]:
    chance = random.Random(1)  # the same articles each time
    known, count = _TEXT.split(), letters // 7
    for number in range(rows):
        words = " ".join(chance.choices(known, k=count))
        yield {"id": number, "title": f"Новина {number}", "date": "2022-01-08T14:05:00", "text": words}


def _lines(articles: Iterator[dict[str, Any]]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in articles)


def _document(articles: Iterator[dict[str, Any]]) -> str:
    return json.dumps({"articles": list(articles)}, ensure_ascii=False, indent=1)


def _list(articles: Iterator[dict[str, Any]]) -> str:
    return json.dumps(list(articles), ensure_ascii=False)


def _csv(articles: Iterator[dict[str, Any]]) -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, ["id", "title", "date", "text"])
    writer.writeheader()
    writer.writerows(articles)
    return file.getvalue()


_WAYS: dict[str, Callable[[Iterator[dict[str, Any]]], str]] = {
    "jsonl": _lines,
    "json": _document,
    "list.json": _list,
    "csv": _csv,
}

if __name__ == "__main__":
    main()
