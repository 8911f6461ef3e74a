# SPDX-License-Identifier: GPL-3.0-or-later
"""Kill the program while it imports, at random moments, and count what is half or left.

    python benchmarks/kill_import.py [TIMES] [SEED]

A folder of pages, texts, letters and containers is imported by the program's own command, which is
killed with SIGKILL after a random time, TIMES times over. After each kill no process may be left
and the archive must hold every article whole and every container whole or not at all; then the
import is resumed, and killed again. When one comes to its end, a new archive is begun.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from archivist.intake.unfinished import unfinished_imports
from archivist.store import Archive

FILES = 300
MARK = "ARCHIVIST_KILL_IMPORT"  # in the environment of all that is started here
PATIENCE = 20.0  # s, for processes to notice that nobody is left
SENTENCES = ("Прорвало греблю біля Ожвина.", "Рятувальники вивезли 18 людей.", "Міст закрили до весни.")


@dataclass
class Found:
    """What must not be, counted."""

    half: int = 0  # articles without a text, or containers in part
    left: int = 0  # processes
    unclean: int = 0  # findings of verify
    unfinished: int = 0  # imports that could not be resumed to their end
    seconds: list[float] = field(default_factory=list)  # until the last process was gone


def main(times: int, seed: int) -> int:
    chance = random.Random(seed)
    found = Found()
    started = time.perf_counter()
    killed = completed = 0
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "incoming"
        make_files(source, chance)
        length = None
        while killed < times:
            folder = Path(scratch) / f"archive-{completed}"
            Archive.create(folder).close()
            arguments: tuple[str, ...] = (str(source),)
            if length is None:  # how long an import takes that nobody kills
                before = time.perf_counter()
                run_import(folder, arguments, None, f"{killed}")
                length = time.perf_counter() - before
                whole = article_count(folder)
                completed += 1
                continue
            while killed < times and run_import(folder, arguments, chance.uniform(0.0, length), f"{killed}"):
                killed += 1
                look(folder, f"{killed - 1}", found, thoroughly=chance.random() < 0.1)
                arguments = ("--resume",) if unfinished(folder) else (str(source),)
            run_import(folder, arguments, None, "end")
            look(folder, "end", found, thoroughly=True)
            found.unfinished += unfinished(folder) or article_count(folder) != whole
            completed += 1
    print(f"killed {killed} times in {time.perf_counter() - started:.0f} s, seed {seed}; {completed} imports completed")
    print(f"half {found.half}, verify not clean {found.unclean}, not resumed to the end {found.unfinished}")
    print(f"processes left {found.left}; the last was gone after {max(found.seconds):.2f} s at the most")
    return bool(found.half or found.unclean or found.unfinished or found.left)


def make_files(folder: Path, chance: random.Random) -> None:
    """Small files of many formats, each unlike the others."""
    folder.mkdir()
    for number in range(FILES):
        text = "\n\n".join(f"{number}. {chance.choice(SENTENCES)}" for _ in range(40))
        match number % 4:
            case 0:
                (folder / f"{number}.txt").write_text(text, encoding="utf-8")
            case 1:
                paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
                page = f"<html><head><meta charset=utf-8></head><body><article><h1>{number}</h1>{paragraphs}</article>"
                (folder / f"{number}.html").write_text(page, encoding="utf-8")
            case 2:
                letter = f"From: a@example.org\nSubject: {number}\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
                box = "".join(
                    f"From a@example.org Sun Jan  9 10:00:0{part} 2022\n{letter}{part}\n\n" for part in range(3)
                )
                (folder / f"{number}.mbox").write_text(box, encoding="utf-8")
            case 3:
                rows = [json.dumps({"title": f"{number}-{part}", "text": text}) for part in range(3)]
                (folder / f"{number}.jsonl").write_text("\n".join(rows), encoding="utf-8")


def run_import(folder: Path, arguments: tuple[str, ...], after: float | None, mark: str) -> bool:
    """Import; whether it was killed, after so many seconds, before it came to its end."""
    command = (sys.executable, "-m", "archivist", "--archive", str(folder), "import", *arguments)
    child = subprocess.Popen(
        command, env={**os.environ, MARK: mark}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        child.wait(after)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
        return True
    return False


def look(folder: Path, mark: str, found: Found, *, thoroughly: bool) -> None:
    before = time.perf_counter()
    found.left += sum(not ends(pid) for pid in processes(mark))
    found.seconds.append(time.perf_counter() - before)
    with Archive.open(folder) as archive:
        parts: Counter[str] = Counter()
        whole: dict[str, int] = {}
        for article in archive.articles.at_rows(list(archive.articles.rows())):
            is_there = article.original and archive.originals.path(article.original.sha256).is_file()
            found.half += not (archive.articles.revision(article.id).body and is_there)
            parameters = archive.articles.provenance(article.id).parameters
            if article.original and "articles" in parameters:
                parts[article.original.sha256] += 1
                whole[article.original.sha256] = parameters["articles"]
        found.half += sum(parts[sha256] != number for sha256, number in whole.items())
        if thoroughly:
            steps = archive.verify()
            try:
                while True:
                    next(steps)
            except StopIteration as end:
                found.unclean += len(end.value)


def processes(mark: str) -> list[int]:
    """The processes that were started with this mark and are there still."""
    wanted = f"{MARK}={mark}".encode()
    pids = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if wanted in (entry / "environ").read_bytes().split(b"\0"):
                    pids.append(int(entry.name))
            except OSError:
                continue
    return pids


def ends(pid: int) -> bool:
    """Whether a process comes to its end in time."""
    try:
        handle = os.pidfd_open(pid)
    except OSError:
        return True
    try:
        return bool(select.select([handle], [], [], PATIENCE)[0])
    finally:
        os.close(handle)


def unfinished(folder: Path) -> bool:
    return bool(unfinished_imports(folder))


def article_count(folder: Path) -> int:
    with Archive.open(folder, read_only=True) as archive:
        return archive.articles.count()


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    raise SystemExit(main(*(numbers + [100, 1][len(numbers) :])))
