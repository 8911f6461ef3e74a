# SPDX-License-Identifier: GPL-3.0-or-later
"""Any step can be taken out of the middle of the history, unless a later one depends on it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from archivist.errors import ArchivistError
from archivist.model import ArticleDraft
from archivist.store import Archive
from archivist.store.step_log import StepFilter
from tests.conftest import ROOT
from tests.long_work import run_to_end
from tests.store.record_steps import KINDS
from tests.store.steps import STEP_NAMES, do_step
from tests.store.test_history import contents

# What a person could never make, and no taking back may leave behind.
IMPOSSIBLE = {
    "an annotation that is linked to a record of another kind": """
        SELECT n.id FROM annotations n JOIN tags t ON t.id = n.tag JOIN records d ON d.id = n.record
        WHERE n.deleted_at IS NULL AND t.kind <> d.kind""",
    "an annotation whose tag, record or article is deleted": """
        SELECT n.id FROM annotations n JOIN tags t ON t.id = n.tag JOIN articles a ON a.id = n.article
        LEFT JOIN records d ON d.id = n.record WHERE n.deleted_at IS NULL
        AND (t.deleted_at IS NOT NULL OR a.deleted_at IS NOT NULL OR d.deleted_at IS NOT NULL)""",
    "an anchored annotation in another text than the current one": """
        SELECT n.id FROM annotations n JOIN articles a ON a.id = n.article JOIN revisions r ON r.id = n.revision
        WHERE n.deleted_at IS NULL AND n.status = 'anchored' AND r.number <> a.revision_number""",
    "an annotation in a text that the article has not got to": """
        SELECT n.id FROM annotations n JOIN articles a ON a.id = n.article JOIN revisions r ON r.id = n.revision
        WHERE n.deleted_at IS NULL AND r.number > a.revision_number""",
    "a tag or record below a deleted one": """
        SELECT c.id FROM tags c JOIN tags p ON p.id = c.parent WHERE c.deleted_at IS NULL AND p.deleted_at IS NOT NULL
        UNION ALL SELECT c.id FROM records c JOIN records p ON p.id = c.parent
        WHERE c.deleted_at IS NULL AND p.deleted_at IS NOT NULL""",
    "a tag below itself": """
        WITH RECURSIVE above (tag, parent) AS (
            SELECT id, parent FROM tags WHERE parent IS NOT NULL AND deleted_at IS NULL
            UNION SELECT above.tag, p.parent FROM above JOIN tags p ON p.id = above.parent WHERE p.parent IS NOT NULL)
        SELECT tag FROM above WHERE tag = parent""",
    "something that is a part of itself": """
        WITH RECURSIVE live (part, whole) AS (
            SELECT 'record ' || d.id, 'record ' || p.id FROM records d JOIN records p ON p.id = d.parent
            WHERE d.deleted_at IS NULL AND p.deleted_at IS NULL
            UNION SELECT coalesce('record ' || sr.id, 'annotation ' || sa.id),
                coalesce('record ' || tr.id, 'annotation ' || ta.id)
            FROM relations l LEFT JOIN records sr ON sr.id = l.source_record AND sr.deleted_at IS NULL
            LEFT JOIN annotations sa ON sa.id = l.source_annotation AND sa.deleted_at IS NULL
            LEFT JOIN records tr ON tr.id = l.target_record AND tr.deleted_at IS NULL
            LEFT JOIN annotations ta ON ta.id = l.target_annotation AND ta.deleted_at IS NULL
            WHERE l.type = 'part-of' AND l.deleted_at IS NULL),
        above (part, whole) AS (
            SELECT part, whole FROM live WHERE part IS NOT NULL AND whole IS NOT NULL
            UNION SELECT above.part, live.whole FROM above JOIN live ON live.part = above.whole
            WHERE live.whole IS NOT NULL)
        SELECT part FROM above WHERE part = whole""",
    "two relations that say the same": """
        SELECT min(id) FROM relations WHERE deleted_at IS NULL GROUP BY type,
            source_annotation, source_record, target_annotation, target_record HAVING count(*) > 1""",
}


def impossible(archive: Archive) -> list[str]:
    """What is wrong with an archive, by verify() and by IMPOSSIBLE."""
    found = [what for what, sql in IMPOSSIBLE.items() if archive._connection.rows(sql)]
    return [*found, *(f"{finding.where}: {finding.problem}" for finding in run_to_end(archive.verify()))]


# Says the number of the last step when it is on disk, and goes on until it is killed. What goes forth and back in
# the history is done by the test.
DO = """
import random, sys
from pathlib import Path
from archivist.errors import ArchivistError
from archivist.store import Archive
from tests.store.steps import STEP_NAMES, do_step
chance = random.Random(int(sys.argv[2]))
names = [*STEP_NAMES, *("tag", "link", "take_back", "relate") * 3]
rare = ("delete_article", "delete_tag", "load_codebook", "undo", "redo")
with Archive.open(Path(sys.argv[1])) as archive:
    while True:
        step, number = chance.choice(names), chance.randrange(1000)
        if step in rare and chance.random() < 0.8:
            continue  # or soon there would be nothing left to work with
        try:
            do_step(archive, step, number)
        except ArchivistError:
            continue
        print(archive.history.log.page(StepFilter(), limit=1)[0].number, flush=True)
""".replace("from tests.store", "from archivist.store.step_log import StepFilter\nfrom tests.store", 1)


def do_and_kill(folder: Path, seed: int, steps: int) -> list[int]:
    """Let a program do at least this many steps, and kill it; the numbers of those it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", DO, folder, str(seed)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(steps)]
        process.send_signal(signal.SIGKILL)
        lines += process.stdout.readlines()
    return [int(line) for line in lines if line.endswith("\n")]


def take_back_what_can_be(archive: Archive, chance: random.Random, tries: int) -> Counter[str]:
    """Take back steps from anywhere, and again, each time to a possible archive; what came of the tries."""
    came_of_it: Counter[str] = Counter()
    for _ in range(tries):
        before = contents(archive.folder)
        step = chance.choice(archive.history.log.page(StepFilter(), limit=1000))
        obstacle = archive.history.obstacle(step.number)
        if obstacle is not None:
            with pytest.raises(ArchivistError):
                archive.history.take_back(step.number)
            assert contents(archive.folder) == before
            came_of_it[obstacle.reason] += 1
            continue
        archive.history.take_back(step.number)
        assert impossible(archive) == [], step.name
        after = contents(archive.folder)
        if archive.history.next_redo() is None:  # a step out of the middle, whose taking back is a step as any
            archive.history.undo()
            assert contents(archive.folder) == before
            archive.history.redo()
            assert contents(archive.folder) == after
        came_of_it["taken back"] += 1
    return came_of_it


def undone_and_redone(archive: Archive, start: object) -> None:
    """Everything is undone, one step after the other, and redone."""
    while archive.history.next_redo():
        archive.history.redo()
    end = contents(archive.folder)
    while archive.history.next_undo():
        archive.history.undo()
    assert contents(archive.folder) == start
    while archive.history.next_redo():
        archive.history.redo()
    assert contents(archive.folder) == end
    assert impossible(archive) == []


def begin(folder: Path) -> None:
    """An archive with something to work with, none of which can be undone."""
    with Archive.create(folder) as archive, archive.action("Begin", undoable=False):
        for kind in KINDS:
            archive.tags.add(f"{kind}", kind)
        for body in ("Загинуло вісімнадцять людей, каже рада.", "Повінь забрала село, поранено двох."):
            archive.articles.add(ArticleDraft(body, body), body.encode(), "text/plain")


def killed_and_taken_back(folder: Path, seed: int, rounds: int, steps: int, tries: int) -> Counter[str]:
    """Steps of all sorts by programs that are killed, with steps taken back between them; what came of the tries."""
    chance = random.Random(seed)
    begin(folder)
    start = contents(folder)
    came_of_it: Counter[str] = Counter()
    for _ in range(rounds):
        acknowledged = do_and_kill(folder, chance.randrange(1000), chance.randrange(steps // 2, steps))
        with Archive.open(folder) as archive:
            assert [number for number in acknowledged if not archive.history.holds(number)] == []
            assert impossible(archive) == []
            came_of_it += take_back_what_can_be(archive, chance, tries)
    with Archive.open(folder) as archive:
        undone_and_redone(archive, start)
    return came_of_it


@pytest.mark.parametrize("seed", range(2))
def test_steps_are_taken_back_anywhere_through_kills_and_all_is_undone_and_redone(tmp_path: Path, seed: int) -> None:
    came_of_it = killed_and_taken_back(tmp_path / "archive", seed, rounds=2, steps=60, tries=25)
    assert came_of_it["taken back"] > 5
