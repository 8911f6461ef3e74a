# SPDX-License-Identifier: GPL-3.0-or-later
"""Kill a program that backs up, at random moments, and look whether the older backups are whole.

    python benchmarks/kill_backup.py [TIMES] [SEED]

An archive grows here by some articles each time; a child backs it up and is killed with SIGKILL after
a random number of milliseconds, TIMES times over. Each time every backup that is there has to be the
one that it was, what was being made is a whole one or unfinished, and every tenth time the newest is
restored and verified. Then a backup is made that has to complete and clean up.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from typing import Any

from archivist.model import ArticleDraft
from archivist.store import Archive
from archivist.store.backing_up import database_problem
from archivist.store.backup_folder import backups_in, folder_for
from archivist.store.durable import hash_file
from archivist.store.restoring import restore

CHILD = """
import sys
from pathlib import Path
from archivist.store import Archive
with Archive.open(Path(sys.argv[1]), read_only=True) as archive:
    print("ready", flush=True)
    for _ in archive.back_up(Path(sys.argv[2]), keep=3):
        pass
"""
RESTORED_EVERY = 10
KEPT = 3


def grow(archive: Archive, chance: random.Random, articles: int) -> None:
    """Add articles with originals of some kilobytes."""
    with archive.action("Import", bulk=True):
        for _ in range(articles):
            words = " ".join(chance.choices(("повінь", "річка", "міст", "водій", "страйк"), k=chance.randint(50, 2000)))
            body = f"Новина {chance.random()}\n\n{words}"
            archive.articles.add(ArticleDraft(body[:20], body), body.encode(), "text/plain")


def kill(folder: Path, drive: Path, after: float) -> bool:
    """Back up in a process of its own, and kill it; whether it was still at work."""
    child = subprocess.Popen([sys.executable, "-c", CHILD, folder, drive], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(after)
    os.kill(child.pid, signal.SIGKILL)
    ended = child.wait()
    child.stdout.close()
    return ended == -signal.SIGKILL


def look(folder: Path, known: dict[Path, str], figures: Counter[str]) -> None:
    """Count what is wrong with the backups that are there."""
    found = {backup.path: backup for backup in backups_in(folder)}
    newest_known = sorted(known)[-KEPT + 1 :]  # the killed one may have rotated the others away
    figures["older backup lost"] += sum(path not in found for path in newest_known)
    for path, backup in found.items():
        changed = hash_file(path / "archive.db") != backup.sha256 or known.get(path, backup.sha256) != backup.sha256
        figures["backup changed"] += changed
        figures["backup damaged"] += database_problem(path / "archive.db", dict(backup.counts)) != ""
    figures["left unfinished"] += any(path.name.startswith("unfinished-") for path in folder.iterdir())
    figures["completed before the kill"] += bool(found.keys() - known.keys())


def restore_newest(drive: Path, scratch: Path, figures: Counter[str]) -> None:
    """Restore the newest backup, and verify it."""
    with tempfile.TemporaryDirectory(dir=scratch) as place:
        report = end(restore(drive, Path(place) / "again"))
        figures["restored"] += 1
        figures["restored with findings"] += report.findings != ()


def main(times: int, seed: int) -> int:
    chance = random.Random(seed)
    figures: Counter[str] = Counter()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        drive = scratch / "drive"
        with Archive.create(scratch / "archive") as archive:
            folder = folder_for(drive, archive.identity)
            grow(archive, chance, 200)
            began = time.perf_counter()
            end(archive.back_up(drive, keep=KEPT))
            longest = 1.2 * (time.perf_counter() - began)
            for number in range(times):
                print(f"\r{number} of {times}", end="", file=sys.stderr, flush=True)
                known = {backup.path: backup.sha256 for backup in backups_in(folder)}
                grow(archive, chance, chance.randint(1, 60))
                figures["killed at work"] += kill(archive.folder, drive, chance.uniform(0, longest))
                look(folder, known, figures)
                if number % RESTORED_EVERY == 0:
                    restore_newest(drive, scratch, figures)
                report = end(archive.back_up(drive, keep=KEPT))
                figures["next one completed"] += report.backup.problems == ()
                figures["not cleaned up"] += any(path.name.startswith("unfinished-") for path in folder.iterdir())
            restore_newest(drive, scratch, figures)
            articles = archive.articles.count()
    print(file=sys.stderr)
    print(f"killed {times} times in {time.perf_counter() - started:.0f} s, seed {seed}, {articles} articles at the end")
    for what in sorted(figures):
        print(f"{what}: {figures[what]}")
    wrong = ("older backup lost", "backup changed", "backup damaged", "restored with findings", "not cleaned up")
    return bool(sum(figures[what] for what in wrong)) or figures["next one completed"] != times


def end(steps: Generator[Any, None, Any]) -> Any:
    """What a long piece of work comes to."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    raise SystemExit(main(*(numbers + [100, 1][len(numbers) :])))
