# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is done with records, claims, relations and suggestions can be undone and redone, through any kill."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archivist.model import ArticleDraft
from archivist.store import Archive
from tests.conftest import ROOT
from tests.long_work import run_to_end
from tests.store.record_steps import KINDS
from tests.store.test_history import contents

BODIES = ("Загинуло вісімнадцять людей, каже рада.", "Повінь забрала село, поранено двох.", "Міністр мовчить.")

# Each says the number of a step when that is on disk, and goes on until it is killed or there is nothing left to do.
CHILDREN = {
    "do": """
import random, sys
from pathlib import Path
from archivist.errors import ArchivistError
from archivist.store import Archive
from tests.store.record_steps import RECORD_STEP_NAMES
from tests.store.steps import do_step
chance = random.Random(int(sys.argv[2]))
names = (*RECORD_STEP_NAMES, "tag", "tag", "untag", "note", "retag", "delete_article", "edit_tag", "delete_tag")
with Archive.open(Path(sys.argv[1])) as archive:
    while True:
        step, number = chance.choice(names), chance.randrange(1000)
        if step in ("delete_article", "delete_tag") and chance.random() < 0.8:
            continue  # or soon there would be nothing left to work with
        try:
            do_step(archive, step, number)
        except ArchivistError:
            continue
        print(archive.history.next_undo().number, flush=True)
""",
    "undo": """
import sys
from pathlib import Path
from archivist.store import Archive
with Archive.open(Path(sys.argv[1])) as archive:
    while archive.history.next_undo():
        print(archive.history.undo().number, flush=True)
""",
}
CHILDREN["redo"] = CHILDREN["undo"].replace("undo", "redo")


def run_and_kill(folder: Path, what: str, seed: int, steps: int) -> list[int]:
    """Let a program do at least this many steps, and kill it; the numbers of those it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILDREN[what], folder, str(seed)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(steps)]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    return [int(line) for line in lines if line.endswith("\n")]


def steps_done(archive: Archive) -> int:
    """How many steps there are to undo."""
    return int(archive._connection.value("SELECT count(*) FROM actions WHERE state = 'done'"))


@pytest.mark.parametrize("seed", range(3))
def test_killed_steps_are_undone_to_the_start_and_redone_to_the_end(tmp_path: Path, seed: int) -> None:
    folder = tmp_path / "archive"
    chance = random.Random(seed)
    with Archive.create(folder) as archive:
        start = contents(folder)
        for kind in KINDS:
            archive.tags.add(f"{kind}", kind)
        for body in BODIES:
            archive.articles.add(ArticleDraft(body, body), body.encode(), "text/plain")
    acknowledged: list[int] = []
    for _ in range(3):
        acknowledged += run_and_kill(folder, "do", chance.randrange(1000), chance.randrange(10, 60))
    with Archive.open(folder) as archive:
        assert [number for number in acknowledged if not archive.history.holds(number)] == []
        assert run_to_end(archive.verify()) == ()
        done = steps_done(archive)
    end = contents(folder)
    run_and_kill(folder, "undo", seed, chance.randrange(1, done // 2))
    with Archive.open(folder) as archive:
        assert run_to_end(archive.verify()) == ()
        while archive.history.next_undo():
            archive.history.undo()
        assert contents(folder) == start
    run_and_kill(folder, "redo", seed, chance.randrange(1, done // 2))
    with Archive.open(folder) as archive:
        assert run_to_end(archive.verify()) == ()
        while archive.history.next_redo():
            archive.history.redo()
        assert contents(folder) == end
        assert steps_done(archive) == done
        assert run_to_end(archive.verify()) == ()
