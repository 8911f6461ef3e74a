# SPDX-License-Identifier: GPL-3.0-or-later
"""Damage files of all formats in every way, have them read by the workers, and count what that does.

    python -m benchmarks.fuzz_intake [CASES] [--files 20000] [--seed 1] [--keep FOLDER]

CASES is the folder of case folders; beside their files, small ones made here are damaged. Nothing is
imported: the readers are what is tried. Per format it prints how many files were read, read with a
warning and refused, and what must not be: bugs (an exception that is not an ArchivistError; their
tracebacks are printed by place), dead workers, hangs (over 30 s), too much memory, attempts to
reach a network. --keep writes the files that did one of these to a folder. Exits with 1 where there
was one. The same seed damages the same files in the same way.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from archivist.intake.outcome import FileRead, Refusal
from archivist.intake.reader import ImportOptions
from archivist.intake.workers import Answer, Task, Workers
from benchmarks.intake_cases import CASES, SHARED
from benchmarks.mutations import OWN, mutated

LARGEST = 1 << 20  # bytes; damage is done more thoroughly to small files
IN_FLIGHT = 64
BAD = ("bug", "crashed", "too slow", "out of memory", "network")
INSIDE = re.compile(r"It could not be read \(\w+:")
ENDINGS = (".txt", ".html", ".eml", ".pdf", ".docx", ".zip", ".json", ".csv", ".xml", ".warc", ".epub", ".rtf", "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", nargs="?", type=Path, default=Path(os.environ.get("ARCHIVIST_CASES", SHARED)))
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", help="only files whose path holds this")
    given = parser.parse_args()
    originals = [each for each in seeds(given.cases) if not given.only or given.only in str(each[0])]
    started = time.perf_counter()
    tallies, traces = run(originals, given.files, given.seed, given.keep)
    print(f"{given.files} files made of {len(originals)}, seed {given.seed}, {time.perf_counter() - started:.0f} s")
    return told(tallies, traces)


def seeds(cases: Path) -> list[tuple[Path, bytes]]:
    """The whole files, in an order that is always the same."""
    found = [(Path("own") / name, raw) for name, raw in OWN.items()]
    for name in CASES:
        paths = sorted(path for path in (cases / name).rglob("*") if path.is_file() and path.name != "README.md")
        found += [(path, path.read_bytes()) for path in paths if 0 < path.stat().st_size <= LARGEST]
    return found


def tasks(originals: list[tuple[Path, bytes]], files: int, seed: int) -> Iterator[tuple[str, Task]]:
    """Damaged files, each with the format that it was of; every format has its share."""
    chance = random.Random(seed)
    by_format = defaultdict(list)
    for original in originals:
        by_format[format_of(original[0])].append(original)
    formats = sorted(by_format)
    for number in range(files):
        kind = formats[number % len(formats)]
        path, raw = chance.choice(by_format[kind])
        _, other = chance.choice(originals)
        name = path.name if chance.random() < 0.85 else path.stem + chance.choice(ENDINGS)
        yield kind, Task(number, Path(name), mutated(raw, other, chance), ImportOptions())


def format_of(path: Path) -> str:
    name = path.name.lower()
    ending = name.removesuffix(".gz").rpartition(".")[2] if "." in name else "none"
    return ending + (".gz" if name.endswith(".gz") else "")


def run(
    originals: list[tuple[Path, bytes]], files: int, seed: int, keep: Path | None
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    tallies: dict[str, Counter[str]] = defaultdict(Counter)  # by format, and by what came of the files
    traces: dict[str, Counter[str]] = defaultdict(Counter)
    asked: dict[int, tuple[str, Task]] = {}
    source = tasks(originals, files, seed)
    done = 0
    with Workers() as workers:
        while done < files:
            while len(asked) < IN_FLIGHT and (following := next(source, None)):
                asked[following[1].number] = following
                workers.give(following[1])
            for answer in workers.answers(1.0):
                kind, task = asked.pop(answer.number)
                what, trace = judged(answer)
                tallies[kind][what] += 1
                if what in BAD:
                    traces[what][trace] += 1
                    if keep:
                        keep.mkdir(parents=True, exist_ok=True)
                        (keep / f"{task.number}-{what.replace(' ', '-')}-{task.path.name}").write_bytes(task.raw)
                done += 1
            if sys.stderr.isatty():
                print(f"\r{done} of {files}", end="", file=sys.stderr, flush=True)
    return tallies, traces


def judged(answer: Answer) -> tuple[str, str]:
    """What came of a file in a word, and where in the program, if it must not be."""
    outcome = answer.outcome
    if answer.ended:
        assert isinstance(outcome, Refusal)
        return answer.ended, f"{outcome.reader or 'before it had a reader'}: {outcome.reason}"
    if isinstance(outcome, Refusal):
        if outcome.trace.startswith(("socket.", "urllib.")):
            return "network", outcome.trace
        if outcome.trace:
            return "bug", shortened(outcome.trace)
    inside = next((piece.reason for piece in outcome.unread if INSIDE.match(piece.reason)), "")
    if inside:
        return "bug", f"inside a container: {inside}"
    if isinstance(outcome, FileRead):
        return ("warned" if outcome.unread or any(draft.warnings for draft in outcome.drafts) else "read"), ""
    return "refused", ""


def shortened(trace: str) -> str:
    """The error and the last places that it came through, without what differs from file to file."""
    lines = trace.strip().split("\n")
    places = [line.strip() for line in lines if line.strip().startswith("File ")]
    short = [re.sub(r'File ".*?([^/\\]+/[^/\\]+)", line (\d+), in (.*)', r"\1:\2 \3", place) for place in places]
    return f"{lines[-1].split(':')[0]} at {' < '.join(reversed(short[-3:]))}"


def told(tallies: dict[str, Counter[str]], traces: dict[str, Counter[str]]) -> int:
    columns = ("read", "warned", "refused", *BAD)
    print(f"{'format':<12}{'files':>7}" + "".join(f"{column:>15}" for column in columns))
    total: Counter[str] = Counter()
    for kind, tally in sorted(tallies.items()):
        total += tally
        print(f"{kind:<12}{tally.total():>7}" + "".join(f"{tally[column]:>15}" for column in columns))
    print(f"{'all':<12}{total.total():>7}" + "".join(f"{total[column]:>15}" for column in columns))
    for what, places in traces.items():
        for place, number in places.most_common(40):
            print(f"{what} {number}: {place}"[:400])
    return any(total[what] for what in BAD)


if __name__ == "__main__":
    raise SystemExit(main())
