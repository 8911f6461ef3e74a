# SPDX-License-Identifier: GPL-3.0-or-later
"""Any step can be taken out of the middle of the history, unless a later one depends on it."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, StepNotFound, StepStays, StepUndone
from archivist.model import Article, ArticleDraft, Kind, Node, NodeType, Provenance, RecordDraft
from archivist.store import Archive
from archivist.store.obstacles import Reason
from archivist.store.step_log import StepFilter, StepState
from tests.conftest import ROOT
from tests.counted_instructions import instructions_of
from tests.long_work import run_to_end
from tests.store.article_steps import make_imports
from tests.store.record_steps import KINDS
from tests.store.test_history import contents
from tests.store.test_record_history import run_and_kill, steps_done

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


def undone_and_redone(folder: Path, start: object, chance: random.Random) -> None:
    """Everything is undone, one step after the other, and redone: begun by programs that are killed."""
    with Archive.open(folder) as archive:
        while archive.history.next_redo():
            archive.history.redo()
        done = steps_done(archive)
    end = contents(folder)
    run_and_kill(folder, "undo", 0, chance.randrange(1, done))
    with Archive.open(folder) as archive:
        assert impossible(archive) == []
        while archive.history.next_undo():
            archive.history.undo()
        assert contents(folder) == start
    run_and_kill(folder, "redo", 0, chance.randrange(1, done))
    with Archive.open(folder) as archive:
        assert impossible(archive) == []
        while archive.history.next_redo():
            archive.history.redo()
        assert contents(folder) == end
        assert impossible(archive) == []


def begin(folder: Path) -> None:
    """An archive with something to work with, none of which can be undone, and beside it what can be imported."""
    make_imports(folder.parent)
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
    undone_and_redone(folder, start, chance)
    return came_of_it


@pytest.mark.parametrize("seed", range(2))
def test_steps_are_taken_back_anywhere_through_kills_and_all_is_undone_and_redone(tmp_path: Path, seed: int) -> None:
    came_of_it = killed_and_taken_back(tmp_path / "archive", seed, rounds=2, steps=60, tries=25)
    assert came_of_it["taken back"] > 5


def numbers(archive: Archive) -> dict[str, int]:
    """The numbers of all steps, by their names."""
    return {step.name: step.number for step in archive.history.log.page(StepFilter(), limit=1000)}


def refusal(archive: Archive, name: str) -> tuple[str, str]:
    """Why the step of this name cannot be taken back, and the name of the later step that needs it."""
    before = contents(archive.folder)
    number = numbers(archive)[name]
    obstacle = archive.history.obstacle(number)
    assert obstacle is not None
    with pytest.raises(StepStays) as refused:
        archive.history.take_back(number)
    assert contents(archive.folder) == before
    assert refused.value.why == archive.history.why(obstacle)
    return obstacle.reason, "" if obstacle.step is None else archive.history.step(obstacle.step).name


Add = Callable[..., Article]


def test_a_step_is_taken_out_of_the_middle_and_what_came_later_stays(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18 людей")
    killed = archive.tags.named("killed").id
    archive.annotations.add_quote(article.id, "18", killed)
    kept = archive.annotations.add_quote(article.id, "людей", killed)
    step = numbers(archive)["Tag “18” as killed"]
    assert archive.history.take_back(step).name == "Tag “18” as killed"
    assert archive.annotations.of_article(article.id) == [kept]
    assert archive.history.log.step(step).state is StepState.TAKEN_BACK
    taking = archive.history.next_undo()
    assert taking is not None
    assert taking.name == "Take back Tag “18” as killed"
    assert archive.history.log.step(taking.number).target == step


def test_a_taking_back_is_undone_redone_and_taken_back_as_any_step(archive: Archive) -> None:
    rally = archive.tags.add("rally", "event")
    archive.tags.add("march", "event")
    before = contents(archive.folder)
    first = numbers(archive)["Add tag rally"]
    archive.history.take_back(first)
    after = contents(archive.folder)
    archive.history.undo()
    assert contents(archive.folder) == before
    assert archive.history.log.step(first).state is StepState.DONE
    archive.history.redo()
    assert contents(archive.folder) == after
    archive.tags.add("strike of all", "event")
    archive.history.take_back(numbers(archive)["Take back Add tag rally"])
    assert archive.tags.get(rally.id) == rally
    assert archive.history.log.step(first).state is StepState.DONE
    archive.tags.add("meeting", "event")
    archive.history.take_back(numbers(archive)["Bring back Add tag rally"])
    assert "rally" not in {tag.name for tag in archive.tags.all()}
    assert len([step for step in archive.history.log.page(StepFilter()) if step.name == "Take back Add tag rally"]) == 2


def test_taking_something_back_ends_what_could_be_redone(archive: Archive) -> None:
    for name in ("one", "two", "three"):
        archive.tags.add(name, "event")
    archive.history.undo()
    archive.history.take_back(numbers(archive)["Add tag one"])
    assert archive.history.next_redo() is None
    assert archive.history.log.step(numbers(archive)["Add tag three"]).state is StepState.ABANDONED


def test_the_last_step_is_undone_and_can_be_redone(archive: Archive) -> None:
    archive.tags.add("rally", "event")
    step = archive.history.next_undo()
    assert step is not None
    assert archive.history.take_back(step.number) == step
    assert archive.history.next_redo() == step
    assert refusal(archive, "Add tag rally") == (Reason.UNDONE, "")


def test_what_was_changed_again_stays(archive: Archive) -> None:
    tag = archive.tags.add("rally", "event")
    archive.tags.update(tag.id, description="on the square")
    archive.tags.add("meeting", "event")
    assert refusal(archive, "Add tag rally") == (Reason.CHANGED, "Edit tag rally")


def test_what_was_changed_there_and_back_again_was_changed_nevertheless(archive: Archive) -> None:
    tag = archive.tags.add("rally", "event")
    for name in ("march", "walk", "march"):
        archive.tags.update(tag.id, name=name)
    first = archive.history.log.page(StepFilter(), limit=3)[-1]
    obstacle = archive.history.obstacle(first.number)
    assert obstacle is not None
    assert (obstacle.reason, obstacle.step) == (Reason.CHANGED, first.number + 2)


def test_what_a_later_step_uses_stays_until_that_is_taken_back(archive: Archive, add_article: Add) -> None:
    rally = archive.tags.add("rally", "event")
    article = add_article("Мітинг на площі")
    archive.annotations.add_quote(article.id, "Мітинг", rally.id)
    archive.collections.add("Ранок")
    assert refusal(archive, "Add tag rally") == (Reason.USED, "Tag “Мітинг” as rally")
    assert refusal(archive, "Import Мітинг на площі") == (Reason.USED, "Tag “Мітинг” as rally")
    for name in ("Tag “Мітинг” as rally", "Add tag rally", "Import Мітинг на площі"):
        archive.history.take_back(numbers(archive)[name])
    assert archive.articles.count() == 0
    assert refusal(archive, "Tag “Мітинг” as rally") == (Reason.TAKEN_BACK, "Take back Tag “Мітинг” as rally")
    assert refusal(archive, "Take back Tag “Мітинг” as rally")[0] == Reason.MISSING


def test_a_text_that_a_later_annotation_stands_in_stays(archive: Archive, add_article: Add) -> None:
    article = add_article("Мітинг на площі")
    archive.articles.revise(article.id, "Мітинг на великій площі", Provenance("нове.txt", "plain-text", "1", "utf-8"))
    archive.annotations.add_quote(article.id, "великій", archive.tags.named("strike").id)
    archive.collections.add("Ранок")
    assert refusal(archive, "Revise Мітинг на площі") == (Reason.USED, "Tag “великій” as strike")


def test_an_annotation_of_an_older_text_does_not_come_back_into_the_newer(archive: Archive, add_article: Add) -> None:
    article = add_article("Мітинг на площі")
    annotation = archive.annotations.add_quote(article.id, "Мітинг", archive.tags.named("strike").id)
    archive.annotations.delete(annotation.id)
    archive.articles.revise(article.id, "Нині мітинг на площі", Provenance("нове.txt", "plain-text", "1", "utf-8"))
    assert refusal(archive, "Delete “Мітинг”") == (Reason.TEXT, "Revise Мітинг на площі")


def test_what_needs_something_deleted_does_not_come_back(archive: Archive, add_article: Add) -> None:
    article = add_article("Мітинг на площі")
    rally = archive.tags.add("rally", "event")
    annotation = archive.annotations.add_quote(article.id, "Мітинг", rally.id)
    archive.annotations.delete(annotation.id)
    archive.tags.delete(rally.id)
    assert refusal(archive, "Delete “Мітинг”") == (Reason.MISSING, "Delete tag rally")


def test_a_name_that_was_given_again_is_not_there_twice(archive: Archive) -> None:
    rally = archive.tags.add("rally", "event", shortcut="r")
    archive.tags.update(rally.id, name="march", shortcut="x")
    archive.tags.add("rally", "actor")
    assert refusal(archive, "Edit tag rally") == (Reason.TWICE, "Add tag rally")


def test_a_relation_that_was_made_again_is_not_there_twice(archive: Archive) -> None:
    one, other = (
        Node(NodeType.RECORD, archive.records.add(RecordDraft(Kind.FIGURE, name)).id) for name in ("Перша", "Друга")
    )
    relation = archive.relations.add("contradicts", one, other)
    archive.relations.delete(relation.id)
    archive.relations.add("contradicts", other, one)
    reason, later = refusal(archive, "Delete relation of Перша to Друга as contradicts")
    assert (reason, later) == (Reason.TWICE, "Relate Друга to Перша as contradicts")


def test_nothing_becomes_a_part_of_itself(archive: Archive) -> None:
    week, day = (archive.records.add(RecordDraft(Kind.EVENT, name)) for name in ("Тиждень", "День"))
    archive.records.update(day.id, parent=week.id)
    archive.records.update(day.id, parent="")
    archive.relations.add("part-of", Node(NodeType.RECORD, week.id), Node(NodeType.RECORD, day.id))
    second = archive.history.log.page(StepFilter(), limit=2)[-1]
    obstacle = archive.history.obstacle(second.number)
    assert obstacle is not None
    assert (obstacle.reason, archive.history.step(obstacle.step or 0).name) == (
        Reason.CIRCLE,
        "Relate Тиждень to День as part of",
    )


def test_no_tag_comes_below_itself(archive: Archive) -> None:
    upper = archive.tags.add("upper", "event")
    lower = archive.tags.add("lower", "event", parent=upper.id)
    archive.tags.update(lower.id, parent=None)
    archive.tags.update(upper.id, parent=lower.id)
    assert refusal(archive, "Edit tag lower") == (Reason.CIRCLE, "Edit tag upper")


@pytest.mark.parametrize("changed_last", ["link", "tag"])
def test_no_link_comes_to_join_two_kinds(archive: Archive, add_article: Add, changed_last: str) -> None:
    article = add_article("Мітинг на площі")
    tag = archive.tags.add("rally", "event")
    annotation = archive.annotations.add_quote(article.id, "Мітинг", tag.id)
    if changed_last == "link":
        archive.tags.update(tag.id, kind="actor")
        archive.records.link([annotation.id], archive.records.add(RecordDraft(Kind.ACTOR, "Люди")).id)
        assert refusal(archive, "Edit tag rally") == (Reason.KIND, "Link “Мітинг” to Люди")
    else:
        archive.records.link([annotation.id], archive.records.add(RecordDraft(Kind.EVENT, "Мітинг")).id)
        archive.records.link([annotation.id], None)
        archive.tags.update(tag.id, kind="actor")
        assert refusal(archive, "Unlink “Мітинг”") == (Reason.KIND, "Edit tag rally")


def test_what_cannot_be_a_step_to_take_back_says_so(archive: Archive) -> None:
    archive.tags.add("rally", "event")
    archive.history.undo()
    archive.tags.add("march", "event")
    assert refusal(archive, "Add tag rally") == (Reason.ABANDONED, "")
    assert refusal(archive, "Undo Add tag rally") == (Reason.UNDOING, "")
    with archive.action("Make the archive", undoable=False):
        archive.tags.add("strike of all", "event")
    assert refusal(archive, "Make the archive") == (Reason.FIXED, "")
    archive.tags.update(archive.tags.named("march").id, name="march")
    archive.tags.add("meeting", "event")
    assert refusal(archive, "Edit tag march") == (Reason.NOTHING, "")
    with pytest.raises(StepNotFound):
        archive.history.take_back(9999)


def test_an_import_that_was_taken_back_meanwhile_does_not_go_on(archive: Archive, add_article: Add) -> None:
    with archive.action("Import", bulk=True) as number:
        add_article("Новина")
    archive.tags.add("rally", "event")
    archive.history.take_back(number)
    with pytest.raises(StepUndone), archive.action("Import", bulk=True, continues=number):
        raise AssertionError("must not begin")
    assert archive.articles.count() == 0


def test_a_long_import_in_batches_is_taken_back_whole(archive: Archive, add_article: Add) -> None:
    before, number = contents(archive.folder), None
    for batch in range(30):
        with archive.action("Import", bulk=True, continues=number) as number:
            for each in range(50):
                add_article(f"Новина {batch} {each}")
    tag = archive.tags.add("rally", "event")
    assert number is not None
    archive.history.take_back(number)
    archive.tags.delete(tag.id)
    assert contents(archive.folder) == before
    archive.history.take_back(numbers(archive)["Take back Import"])
    assert archive.articles.count() == 1500


def test_the_index_and_the_log_follow(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.tags.add("rally", "event")
    mark = archive.index_queue.mark()
    archive.history.take_back(numbers(archive)["Import Новина"])
    assert [entry.deleted for entry in archive.index_queue.entries(mark.seq, 10)] == [True]
    event = archive.events.of_article(article.id)[-1]
    assert (event.type, event.detail["step"]) == ("deletion", "Take back Import Новина")


def test_making_room_for_another_tag_is_no_reason_to_stay(archive: Archive) -> None:
    rally = archive.tags.add("rally", "event")
    archive.tags.update(rally.id, colour="#123456")
    archive.tags.move(rally.id, parent=None, before=archive.tags.named("strike").id)
    archive.tags.move(archive.tags.named("killed").id, parent=None, before=rally.id)
    order = [tag.name for tag in archive.tags.all()]
    edited = next(step.number for step in archive.history.log.page(StepFilter()) if step.name == "Edit tag rally")
    archive.history.take_back(edited)
    assert archive.tags.get(rally.id).colour != "#123456"
    assert [tag.name for tag in archive.tags.all()] == order
    assert refusal(archive, "Move tag rally") == (Reason.CHANGED, "Move tag killed")


def test_an_article_that_was_put_in_again_is_not_in_there_twice(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.collections.add("Ранок")
    archive.collections.put_in("Ранок", [article.id])
    archive.collections.take_out("Ранок", [article.id])
    archive.collections.put_in("Ранок", [article.id])
    reason, later = refusal(archive, "Remove from Ранок")
    assert (reason, later) == (Reason.TWICE, "Add to Ранок")


def test_what_a_step_touched_decides_how_long_it_takes_to_ask(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18")
    killed = archive.tags.named("killed").id
    archive.annotations.add(article.id, 0, 3, killed)
    step = archive.history.next_undo()
    assert step is not None

    def annotate(times: int) -> None:
        for number in range(times):
            archive.annotations.add(article.id, 0, 3 + number % 5, killed)

    annotate(10)
    few = instructions_of(archive, lambda: archive.history.obstacle(step.number))
    annotate(300)
    assert instructions_of(archive, lambda: archive.history.obstacle(step.number)) <= few * 1.5
