# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon a window on a large archive can be used, and how fast its list is shown and sorted.

    python benchmarks/starting.py FOLDER [ARTICLES]

FOLDER gets an archive of so many short articles, 100,000 unless told, which is made once. A start is timed
from before the process begins until its window is painted, its list is filled and a key would be answered;
it runs without a display. Times are ms: the shortest of several, and in brackets that of the processor.
"""

from __future__ import annotations

import gc
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from archivist.model import ArticleDraft
from archivist.store import DATABASE_NAME, Archive

_RUNS = 7
_FIRST = 500  # articles that are added as a person's are; the others are copies of them, which takes minutes less
_OUTLETS = ("Kyiv Courier", "Harbour Post", "Річка", "Степовий вісник", "Утренняя почта", "The Ledger")
_KEY = "title_key || printf('%07d', n * 7919 % 1000003)"
_TOPICS = ("Bridge closed", "Council votes", "Ранкова варта", "Ціни на хліб", "Паводок спадает", "Trains resume")


def make_archive(folder: Path, count: int) -> None:
    """Make an archive of short articles, unless it is there; a folder that is empty is filled."""
    if (folder / DATABASE_NAME).exists():
        return
    unfinished = folder.with_name(folder.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)  # of a run that was stopped
    chance = random.Random(1)
    with Archive.create(unfinished) as archive, archive.action("Make articles", bulk=True, undoable=False):
        for number in range(_FIRST):
            archive.articles.add(_draft(number, chance), b"made", "text/plain", part=str(number))
    multiply(unfinished / DATABASE_NAME, count)
    unfinished.rename(folder)


def multiply(database: Path, count: int) -> None:
    """Fill the archive up with copies of its articles, past the history that watches over it."""
    connection = sqlite3.connect(database)
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    for table, other in (
        (
            "articles",
            {"id": "n", "uuid": "'article-' || n", "title": "title || ' ' || n", "title_key": _KEY, "part": "n"},
        ),
        ("revisions", {"id": "n", "uuid": "'revision-' || n", "article": "n"}),
    ):
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        connection.execute(
            f"""WITH RECURSIVE numbers (n) AS (
                    SELECT {_FIRST + 1} UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})
                INSERT INTO {table} ({", ".join(columns)}) SELECT {", ".join(other.get(each, each) for each in columns)}
                FROM numbers JOIN {table} ON id = 1 + n % {_FIRST}"""
        )
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()


def _draft(number: int, chance: random.Random) -> ArticleDraft:
    title = f"{chance.choice(_TOPICS)} {number}"
    day = f"{chance.randint(1995, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return ArticleDraft(title, f"{title}\nA short text.", outlet=chance.choice(_OUTLETS), published=day, language="en")


# The start, in a process of its own


def start(folder: Path, home: Path) -> tuple[float, float]:
    """Start the desktop and end it as soon as it can be used; ms, and ms of the processor."""
    homes = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    homes["PYTHONPYCACHEPREFIX"] = str(home / "compiled")  # as what is installed is
    began = time.monotonic()
    child = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("one_start.py")), str(folder)],
        env={name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | homes,
        capture_output=True,
        text=True,
        check=False,
    )
    if child.returncode:
        raise RuntimeError(child.stderr)
    ready, cpu = map(float, child.stdout.split())
    return (ready - began) * 1000, cpu * 1000


# The list


def best(action: Callable[[], object], runs: int = _RUNS) -> str:
    """The shortest time of an action in ms, and in brackets that of the processor."""
    wall, cpu = [], []
    for _ in range(runs):
        gc.collect()
        began, busy = time.perf_counter(), time.process_time()
        action()
        wall.append((time.perf_counter() - began) * 1000)
        cpu.append((time.process_time() - busy) * 1000)
    return f"{min(wall):7.0f} ({min(cpu):.0f})"


def measure_list(folder: Path) -> None:
    """Show the list of an archive, and sort it."""
    from PySide6.QtCore import QEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from archivist.ui.articles.model import ArticlesModel  # noqa: PLC0415
    from archivist.ui.articles.table import ArticlesTable  # noqa: PLC0415
    from archivist.ui.questions.answering import Sources  # noqa: PLC0415
    from archivist.ui.questions.articles import Sort, Wanted, list_articles  # noqa: PLC0415
    from archivist.ui.theme import Theme  # noqa: PLC0415

    application = QApplication([])
    Theme(application)
    with Archive.open(folder, read_only=True) as archive:
        sources = Sources(archive)
        rows = list_articles(sources, Wanted()).rows
        model = ArticlesModel(archive)
        table = ArticlesTable(model)
        table.resize(420, 900)
        table.show()

        def show(shown: array[int]) -> None:
            model.show_rows(shown, with_excerpts=False)
            QApplication.sendPostedEvents(table, QEvent.Type.UpdateRequest)

        show(rows)
        table.choose_step(len(rows) // 2)
        print(f"list of {len(rows):,}: shown {best(lambda: show(rows))}")
        for sort in (Sort.DATE, Sort.TITLE, Sort.OUTLET):
            wanted = Wanted(sort=sort)
            print(f"  sorted by {sort:8} {best(lambda wanted=wanted: show(list_articles(sources, wanted).rows), 3)}")
        table.close()


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    make_archive(folder, count)
    measure_list(folder)
    with tempfile.TemporaryDirectory() as home:
        times = [start(folder, Path(home)) for _ in range(_RUNS)]
    print(f"start to a usable window: {min(wall for wall, _ in times):7.0f} ({min(cpu for _, cpu in times):.0f})")


if __name__ == "__main__":
    main()
