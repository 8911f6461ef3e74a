# SPDX-License-Identifier: GPL-3.0-or-later
"""Kill a program that annotates, at random moments, and count what is lost.

    python benchmarks/kill_annotating.py [TIMES] [SEED]

A child annotates in a loop and prints the id of each annotation once the archive has acknowledged
it. It is killed with SIGKILL after a random number of milliseconds, TIMES times over, on one
archive. Every printed id has to be there after reopening, verify has to be clean and undo to work.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from archivist.model import ArticleDraft
from archivist.store import Archive

CHILD = """
import sys
from pathlib import Path
from archivist.store import Archive
with Archive.open(Path(sys.argv[1])) as archive:
    article = archive.articles.at_rows(archive.articles.rows())[0].id
    tag = archive.tags.named("killed").id
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        annotation = archive.annotations.add(article, number % 40, number % 40 + 9, tag, note=str(number))
        print(annotation.id, flush=True)
        if number % 3 == 0:
            archive.annotations.update(annotation.id, note="changed")
"""


def main(times: int, seed: int) -> int:
    chance = random.Random(seed)
    acknowledged: list[str] = []
    lost = failed_verify = failed_undo = 0
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "archive"
        with Archive.create(folder) as archive:
            archive.tags.add("killed", "figure")
            body = "За даними міністерства, станом на ранок загинуло вісімнадцять людей, ще сорок поранено. " * 20
            archive.articles.add(ArticleDraft("Новина", body), body.encode(), "text/plain")
        for _ in range(times):
            acknowledged += _annotate_and_kill(folder, chance.uniform(0.0, 0.15))
            with Archive.open(folder) as archive:
                lost += sum(not archive.annotations.is_known(id_) for id_ in acknowledged[-200:])
                before = archive.annotations.count()
                archive.history.undo()
                archive.history.redo()
                failed_undo += archive.annotations.count() != before
                if chance.random() < 0.1:  # the whole check is slow, so now and then and at the end
                    failed_verify += bool(_findings(archive))
        with Archive.open(folder) as archive:
            lost = sum(not archive.annotations.is_known(id_) for id_ in acknowledged)
            failed_verify += bool(_findings(archive))
    print(f"killed {times} times in {time.perf_counter() - started:.0f} s, seed {seed}")
    print(f"acknowledged {len(acknowledged)}, lost {lost}")
    print(f"verify not clean {failed_verify}, undo failed {failed_undo}")
    return bool(lost or failed_verify or failed_undo)


def _annotate_and_kill(folder: Path, after: float) -> list[str]:
    child = subprocess.Popen([sys.executable, "-c", CHILD, folder], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(after)
    os.kill(child.pid, signal.SIGKILL)
    printed = child.stdout.read()
    child.wait()
    child.stdout.close()
    return [line for line in printed.split("\n")[:-1] if line]  # an id cut short was not acknowledged


def _findings(archive: Archive) -> tuple[object, ...]:
    steps = archive.verify()
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return tuple(stop.value)


if __name__ == "__main__":
    numbers = [int(argument) for argument in sys.argv[1:]]
    raise SystemExit(main(*(numbers + [200, 1][len(numbers) :])))
