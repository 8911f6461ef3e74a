# SPDX-License-Identifier: GPL-3.0-or-later
"""Kill a program that indexes and merges, at random moments, and look for what is missing.

    python benchmarks/kill_indexing.py [TIMES] [SEED]

A child indexes one archive over and over, now in its own process, now in several, now from nothing,
in small parts that are merged soon, while articles are added, edited, tagged and deleted here. It is
killed with SIGKILL after a random number of milliseconds, TIMES times over. Each time the index has
to be whole or none at all, what it finds has to be there, and after an update the check has to be
clean and every article be found.
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
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

from archivist.errors import IndexFailed
from archivist.model import ArticleDraft
from archivist.search import Search, check, update
from archivist.search.index import Index
from archivist.search.manifest import read_manifest
from archivist.store import Archive

CHILD = """
import sys
from pathlib import Path
from archivist.search import building, commit, indexing, rebuild, update
from archivist.store import Archive
building._MANY = {"own": 10**9, "several": 1, "rebuild": 10**9}[sys.argv[3]]
indexing._AT_ONCE, commit._MOST_IN_TIER = 8, 2
with Archive.open(Path(sys.argv[1]), read_only=True) as archive:
    print("ready", flush=True)
    if sys.argv[3] == "rebuild":
        for _ in rebuild(archive, base=Path(sys.argv[2])):
            pass
    while True:
        for _ in update(archive, base=Path(sys.argv[2])):
            pass
"""
LONGEST = {"own": 0.5, "several": 3.0, "rebuild": 0.8}  # seconds until a child is killed
CHECKED = 40  # articles that are looked for by their own word each time; at the end it is all


class Press:
    """The archive, and what happens to it."""

    def __init__(self, archive: Archive, chance: random.Random) -> None:
        self.archive = archive
        self.words: dict[int, str] = {}  # the word that only this article has, by row
        self._ids: dict[int, str] = {}
        self._chance = chance
        self._numbers = count()
        self._tag = archive.tags.add("killed", "figure").id

    def add(self, articles: int) -> None:
        """Add articles in one step."""
        with self.archive.action("Import"):
            for number in (next(self._numbers) for _ in range(articles)):
                words = " ".join(self._chance.choices(("повінь", "річка", "міст", "водій", "страйк"), k=80))
                body = f"Новина {number}\n\nодиниця{number} {words}"
                added = self.archive.articles.add(
                    ArticleDraft(f"Новина {number}", body, language="uk"), body.encode(), ""
                )
                row = self.archive.articles.get(added.article).row
                self.words[row], self._ids[row] = f"одиниця{number}", added.article

    def edit(self) -> None:
        """Change something."""
        row = self._chance.choice(list(self._ids))
        match self._chance.choice(("add", "title", "note", "delete")):
            case "add":
                self.add(self._chance.randint(1, 30))
            case "title":
                self.archive.articles.update(self._ids[row], title=f"Змінена {self._chance.random()}")
            case "note":
                self.archive.annotations.add(self._ids[row], 0, 6, self._tag, note="перевірити")
            case "delete":
                self.archive.articles.delete([self._ids.pop(row)])
                del self.words[row]


def main(times: int, seed: int) -> int:
    chance = random.Random(seed)
    figures: Counter[str] = Counter()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder, base = Path(scratch) / "archive", Path(scratch) / "indexes"
        with Archive.create(folder) as archive:
            press = Press(archive, chance)
            press.add(300)
            _end(update(archive, base=base))
            for _ in range(times):
                press.add(chance.randint(1, 60))
                mode = chance.choice(("own", "own", "several", "rebuild"))
                _index_and_kill(press, folder, base, mode, chance.uniform(0, LONGEST[mode]))
                figures[f"killed in mode {mode}"] += 1
                _look(press, base, CHECKED, figures)
            _look(press, base, len(press.words), figures)
            articles = len(press.words)
    print(f"killed {times} times in {time.perf_counter() - started:.0f} s, seed {seed}, {articles} articles at the end")
    for what in sorted(figures):
        print(f"{what}: {figures[what]}")
    wrong = sum(figures[what] for what in ("damaged", "refused", "check not clean", "missing", "wrong"))
    return bool(wrong)


def _index_and_kill(press: Press, folder: Path, base: Path, mode: str, after: float) -> None:
    command = [sys.executable, "-c", CHILD, folder, base, mode]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    deadline = time.perf_counter() + after
    while (left := deadline - time.perf_counter()) > 0:
        press.edit()
        time.sleep(min(left, 0.05))
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdout.read()  # until the processes that it started have ended as well
    child.stdout.close()


def _look(press: Press, base: Path, articles: int, figures: Counter[str]) -> None:
    """Count what is wrong with the index as it was left, and after an update."""
    archive = press.archive
    index = Index(archive, base)
    manifest = read_manifest(index.folder)
    if manifest is not None:
        figures["damaged"] += manifest.damage(index.folder, thorough=True) != ""
        named = {*manifest.files, "manifest.json", "lock"}
        figures["left something half done"] += any(path.name not in named for path in index.folder.iterdir())
        figures["left with articles unread"] += archive.index_queue.pending(manifest.mark.seq) > 0
        figures["refused"] += index.manifest() is None
        with Search(archive, base=base) as engine, suppress(IndexFailed):
            figures["wrong"] += not press.words.keys() >= set(engine.rows("*"))
    _end(update(archive, base=base))
    figures["check not clean"] += _end(check(archive, base=base)) != ()
    with Search(archive, base=base) as engine:
        figures["missing"] += len(press.words.keys() - set(engine.rows("*")))
        for row in sorted(press.words, key=lambda row: (row * 7919) % 997)[:articles]:
            found = engine.rows(press.words[row]).tolist()
            figures["missing"] += row not in found
            figures["wrong"] += found not in ([], [row])


def _end(steps: Generator[Any, None, Any]) -> Any:
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    raise SystemExit(main(*(numbers + [100, 1][len(numbers) :])))
