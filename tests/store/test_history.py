# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from archivist.errors import ArchivistError, ChangedSince, NothingToRedo, NothingToUndo, StepUndone
from archivist.model import Article, Kind, Node, NodeType, RecordDraft
from archivist.store import Archive
from tests.long_work import run_to_end
from tests.store.steps import STEPS, do_step

Add = Callable[..., Article]
LIVE_RECORD = "(SELECT id FROM records WHERE deleted_at IS NULL)"
LIVE = {
    "articles": """SELECT uuid, title, outlet, revision_number, restriction, restricted_until, restriction_reason
                   FROM articles WHERE deleted_at IS NULL ORDER BY id""",
    "tags": """SELECT uuid, name, kind, colour, shortcut, parent, description, position
               FROM tags WHERE deleted_at IS NULL ORDER BY id""",
    "annotations": """SELECT uuid, revision, span_start, span_end, quote, prefix, suffix, tag, note, attributes, record,
                          status, created_by, created_at, modified_at
                      FROM annotations WHERE deleted_at IS NULL ORDER BY id""",
    "records": """SELECT uuid, kind, name, name_key, sort_key, type, note, roles, external_ids, date, date_first,
                      date_last, place, parent, counted, of_whom, unit, created_by, created_at, modified_at
                  FROM records WHERE deleted_at IS NULL ORDER BY id""",
    "merged": "SELECT uuid, merged_into FROM records WHERE merged_into IS NOT NULL ORDER BY id",
    "aliases": f"""SELECT record, name, name_key, language FROM aliases WHERE record IN {LIVE_RECORD}
                   ORDER BY record, id""",
    "relations": """SELECT uuid, type, source_annotation, source_record, target_annotation, target_record, note
                    FROM relations WHERE deleted_at IS NULL ORDER BY id""",
    "rejections": """SELECT article, revision, span_start, span_end, quote, kind, record FROM rejections
                     WHERE deleted_at IS NULL ORDER BY id""",
    "collections": "SELECT uuid, name FROM collections WHERE deleted_at IS NULL ORDER BY id",
    "memberships": "SELECT article, collection FROM memberships ORDER BY article, collection",
    "verdicts": "SELECT uuid, article, other, together FROM verdicts WHERE deleted_at IS NULL ORDER BY id",
    "profiles": "SELECT uuid, name, settings FROM profiles WHERE deleted_at IS NULL ORDER BY id",
    "saved_searches": "SELECT uuid, name, query, sort, chosen FROM saved_searches WHERE deleted_at IS NULL ORDER BY id",
}


def contents(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that a person can see in an archive."""
    with _database(folder) as db:
        return {table: db.execute(sql).fetchall() for table, sql in LIVE.items()}


@contextmanager
def _database(folder: Path) -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(folder / "archive.db")
    try:
        yield db
    finally:
        db.close()


def test_each_step_is_named_and_can_be_taken_back_and_done_again(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18 людей")
    annotation = archive.annotations.add_quote(article.id, "18 людей", archive.tags.named("killed").id)
    step = archive.history.next_undo()
    assert step is not None
    assert (step.name, step.who, step.changes) == ("Tag “18 людей” as killed", "Olena", 1)
    archive.history.undo()
    assert archive.annotations.of_article(article.id) == []
    archive.history.redo()
    assert archive.annotations.get(annotation.id) == annotation


def test_something_new_ends_what_could_be_redone(archive: Archive) -> None:
    archive.tags.add("rally", "event")
    archive.history.undo()
    archive.tags.add("meeting", "event")
    assert archive.history.next_redo() is None
    with pytest.raises(NothingToRedo):
        archive.history.redo()


def test_what_was_abandoned_is_not_redone_later(archive: Archive) -> None:
    for name in ("one", "two"):
        archive.tags.add(name, "event")
    archive.history.undo()
    archive.tags.add("three", "event")
    archive.history.undo()
    archive.history.undo()
    archive.history.redo()
    archive.history.redo()
    assert {tag.name for tag in archive.tags.all()} >= {"one", "three"}
    assert "two" not in {tag.name for tag in archive.tags.all()}


def test_what_is_undone_for_good_is_not_redone(archive: Archive) -> None:
    archive.tags.add("mayor", "actor")
    step = archive.history.next_undo()
    assert step is not None
    archive.history.take_back(step.number, for_good=True)
    assert archive.history.next_redo() is None
    with pytest.raises(NothingToRedo):
        archive.history.redo()
    assert all(tag.name != "mayor" for tag in archive.tags.all())


def test_an_empty_history_says_so(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "a") as archive, pytest.raises(NothingToUndo):
        archive.history.undo()


def test_several_changes_in_one_action_are_one_step(archive: Archive, add_article: Add) -> None:
    before = contents(archive.folder)
    with archive.action("Sort the morning's post"):
        article = add_article("Новина")
        archive.collections.ensure("Morning")
        archive.collections.put_in("Morning", [article.id])
    after = contents(archive.folder)
    archive.history.undo()
    assert contents(archive.folder) == before
    archive.history.redo()
    assert contents(archive.folder) == after


def test_an_action_that_fails_leaves_nothing(archive: Archive) -> None:
    before, step = contents(archive.folder), archive.history.next_undo()
    with pytest.raises(ZeroDivisionError), archive.action("Fail"):  # noqa: PT012 - both belong to the failing step
        archive.tags.add("rally", "event")
        raise ZeroDivisionError
    assert contents(archive.folder) == before
    assert archive.history.next_undo() == step


def test_an_inner_failure_that_is_caught_leaves_no_half(archive: Archive, add_article: Add) -> None:
    with archive.action("Import"):
        with pytest.raises(ArchivistError):
            add_article("Новина", published="impossible")
        add_article("Друга новина")
    assert [a.title for a in archive.articles.at_rows(archive.articles.rows())] == ["Друга новина"]


def test_an_action_without_changes_is_no_step(archive: Archive) -> None:
    step = archive.history.next_undo()
    with archive.action("Nothing"):
        pass
    assert archive.history.next_undo() == step


def test_an_import_in_batches_is_one_step(archive: Archive, add_article: Add) -> None:
    before = contents(archive.folder)
    number = None
    for batch in ([], ["a", "b"], ["c"]):
        with archive.action("Import three", bulk=True, continues=number) as number:
            for body in batch:
                add_article(body)
    step = archive.history.next_undo()
    assert step is not None
    assert step.name == "Import three"
    archive.history.undo()
    assert contents(archive.folder) == before


def test_undo_goes_back_in_time_when_a_person_acts_between_two_batches(archive: Archive, add_article: Add) -> None:
    states = [contents(archive.folder)]
    with archive.action("Import", bulk=True) as number:
        first = add_article("Новина")
        archive.collections.ensure("Ранок")
    states.append(contents(archive.folder))
    archive.collections.delete("Ранок")
    states.append(contents(archive.folder))
    with archive.action("Import", bulk=True, continues=number) as number:
        add_article("Ще одна")
        archive.collections.ensure("Ранок")
        archive.collections.put_in("Ранок", [first.id])
    with archive.action("Import", bulk=True, continues=number):
        add_article("І ще одна")
    for state in reversed(states):
        archive.history.undo()
        assert contents(archive.folder) == state
    for _ in states:
        archive.history.redo()
    assert archive.articles.count() == 3


def test_an_import_that_was_undone_meanwhile_does_not_go_on(archive: Archive, add_article: Add) -> None:
    with archive.action("Import", bulk=True) as number:
        add_article("Новина")
    archive.history.undo()
    with pytest.raises(StepUndone), archive.action("Import", bulk=True, continues=number):
        raise AssertionError("must not begin")
    archive.history.redo()
    assert archive.articles.count() == 1


def test_a_later_batch_leaves_what_can_be_redone(archive: Archive, add_article: Add) -> None:
    with archive.action("Import", bulk=True) as number:
        add_article("Новина")
    archive.tags.add("rally", "event")
    archive.history.undo()
    with archive.action("Import", bulk=True, continues=number):
        add_article("Ще одна")
    archive.history.redo()
    assert archive.tags.named("rally")


def test_a_name_that_was_taken_since_is_a_conflict_not_a_bug(archive: Archive) -> None:
    tag = archive.tags.add("rally", "event")
    archive.tags.update(tag.id, name="march")
    with _database(archive.folder) as db:  # as only a broken history could have it
        db.execute("UPDATE current_action SET action = 1")
        db.execute("UPDATE tags SET name_key = 'rally' WHERE name = 'strike'")
        db.execute("UPDATE current_action SET action = NULL")
        db.commit()
    with pytest.raises(ChangedSince):
        archive.history.undo()


def test_a_row_changed_behind_the_history_is_not_overwritten(archive: Archive) -> None:
    tag = archive.tags.add("rally", "event")
    with _database(archive.folder) as db:
        db.execute("UPDATE current_action SET action = 1")
        db.execute("UPDATE tags SET name = 'changed' WHERE uuid = ?", (tag.id,))
        db.execute("UPDATE current_action SET action = NULL")
        db.commit()
    with pytest.raises(ChangedSince):
        archive.history.undo()
    assert archive.tags.get(tag.id).name == "changed"


def test_a_change_that_does_not_come_through_the_door_is_refused(archive: Archive) -> None:
    with _database(archive.folder) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute("UPDATE tags SET name = 'x'")


def test_the_journal_and_the_texts_cannot_be_changed(archive: Archive, add_article: Add) -> None:
    add_article("Новина")
    with _database(archive.folder) as db:
        for statement in (
            "UPDATE changes SET after = 'x'",
            "UPDATE revisions SET body = 'x'",
            "UPDATE originals SET size = 1",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                db.execute(statement)


def test_the_journal_of_an_article_tells_who_did_what(archive: Archive, add_article: Add) -> None:
    add_article("Інша новина")
    article = add_article("Загинуло 18")
    annotation = archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id)
    archive.annotations.update(annotation.id, note="перевірити")
    entries = list(archive.history.entries(article=article.id))
    assert [(e["table"], e["who"]) for e in entries] == [("articles", "Olena")] + [("annotations", "Olena")] * 2
    assert entries[-1]["before"]["note"] == ""
    assert entries[-1]["after"]["note"] == "перевірити"


def test_undo_survives_a_restart(archive: Archive, add_article: Add) -> None:
    before = contents(archive.folder)
    add_article("Новина")
    archive.close()
    with Archive.open(archive.folder) as again:
        again.history.undo()
        assert contents(again.folder) == before
    with Archive.open(archive.folder) as again:
        assert again.history.redo().name == "Import Новина"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_any_steps_are_undone_to_the_start_and_redone_to_the_end(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("undo") / "archive"
    archive = Archive.create(folder)
    start = contents(folder)
    for step, number in [("add_tag", 0), ("import", 1), *steps]:
        try:
            do_step(archive, step, number)
        except ArchivistError:
            continue  # not possible now, and then nothing may have changed
    end = contents(folder)
    nothing_to_redo = archive.history.next_redo() is None
    archive.close()
    archive = Archive.open(folder)  # the history is in the database, not in the program
    while archive.history.next_undo():
        archive.history.undo()
    assert contents(folder) == start
    while archive.history.next_redo():
        archive.history.redo()
    redone = contents(folder)
    assert run_to_end(archive.verify()) == ()
    archive.close()
    if nothing_to_redo:
        assert redone == end


ANNOTATE_FOR_EVER = """
import sys
from pathlib import Path
from archivist.store import Archive
with Archive.open(Path(sys.argv[1])) as archive:
    article = archive.articles.at_rows(archive.articles.rows())[0].id
    tag = archive.tags.named("killed").id
    for number in range(100_000):
        annotation = archive.annotations.add(article, number % 20, number % 20 + 5, tag, note=str(number))
        print(annotation.id, flush=True)
"""


def test_a_killed_program_loses_nothing_that_it_acknowledged(archive: Archive, add_article: Add) -> None:
    add_article("Загинуло вісімнадцять людей, повідомляє міністерство.")
    archive.close()
    chance = random.Random(7)
    acknowledged: list[str] = []
    for _ in range(5):
        process = subprocess.Popen(
            [sys.executable, "-c", ANNOTATE_FOR_EVER, archive.folder], stdout=subprocess.PIPE, text=True, bufsize=1
        )
        assert process.stdout is not None
        acknowledged.extend(process.stdout.readline().strip() for _ in range(chance.randrange(1, 60)))
        os.kill(process.pid, signal.SIGKILL)
        acknowledged.extend(line.strip() for line in process.stdout if line.endswith("\n"))
        process.wait()
        process.stdout.close()
    with Archive.open(archive.folder) as again:
        assert [id_ for id_ in acknowledged if not again.annotations.is_known(id_)] == []
        assert run_to_end(again.verify()) == ()
        count = again.annotations.count()
        again.history.undo()
        assert again.annotations.count() == count - 1


def test_what_is_not_undoable_is_passed_over(archive: Archive) -> None:
    archive.tags.add("arrest", "event")
    before = archive.history.next_undo()
    with archive.action("Make the archive", undoable=False):
        archive.tags.add("rally", "event")
    assert archive.history.next_undo() == before
    assert [entry["name"] for entry in archive.history.entries()][-1] == "Make the archive"


def test_a_step_says_what_it_touched(archive: Archive, add_article: Callable[..., Article]) -> None:
    article = add_article("Dockers walk out\nThe strike began.")
    archive.annotations.add_quote(article.id, "strike", archive.tags.named("strike").id)
    annotated = archive.history.next_undo()
    archive.tags.add("arrest", "event")
    tagged = archive.history.next_undo()
    assert annotated is not None
    assert tagged is not None
    assert archive.history.touched(annotated.number) == {("annotations", article.id)}
    assert archive.history.touched(tagged.number) == {("tags", "")}


def test_a_relation_is_told_with_the_articles_that_it_joins(archive: Archive, add_article: Add) -> None:
    first, second, third = add_article("Страйк"), add_article("Протест"), add_article("Новина")
    strike = archive.tags.named("strike").id
    ends = [
        Node(NodeType.ANNOTATION, archive.annotations.add(article.id, 0, 6, strike).id)
        for article in (first, second, third)
    ]
    record = Node(NodeType.RECORD, archive.records.add(RecordDraft(Kind.EVENT, "Страйк")).id)
    relation = archive.relations.add("cause", ends[0], ends[1])
    made = archive.history.next_undo()
    archive.relations.update(relation.id, target=ends[2])
    moved = archive.history.next_undo()
    other = Node(NodeType.RECORD, archive.records.add(RecordDraft(Kind.EVENT, "Протест")).id)
    archive.relations.add("cause", record, other)
    between = archive.history.next_undo()
    assert made is not None
    assert moved is not None
    assert between is not None
    assert archive.history.touched(made.number) == {("relations", first.id), ("relations", second.id)}
    assert archive.history.touched(moved.number) == {("relations", each.id) for each in (first, second, third)}
    assert archive.history.touched(between.number) == {("relations", "")}
    told = [entry["table"] for entry in archive.history.entries(article=second.id)]
    assert told == ["articles", "annotations", "relations", "relations"]
    told = [entry["table"] for entry in archive.history.entries(article=third.id)]
    assert told == ["articles", "annotations", "relations"]


def test_a_row_that_gives_way_to_another_is_journalled_too(archive: Archive) -> None:
    connection = archive._connection
    row = connection.value("SELECT id FROM tags WHERE name = 'strike'")
    columns = ", ".join(connection.column("SELECT name FROM pragma_table_info('tags')"))
    with archive.action("Replace"):
        connection.execute(f"REPLACE INTO tags ({columns}) SELECT {columns} FROM tags WHERE id = ?", (row,))
    changes = connection.tuples(
        """SELECT before IS NULL, after IS NULL FROM changes WHERE table_name = 'tags' AND row_id = ?
           ORDER BY id DESC LIMIT 2""",
        (row,),
    )
    assert list(map(tuple, changes)) == [(1, 0), (0, 1)]  # it came after it had gone
