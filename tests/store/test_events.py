# SPDX-License-Identifier: GPL-3.0-or-later
"""The preservation log: it says all that happened to an article, and cannot be changed unnoticed."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from archivist.errors import ArchivistError
from archivist.model import Article, EventType, Finding, Outcome
from archivist.store import Archive
from archivist.store.events import check_event
from tests.long_work import run_to_end
from tests.store.steps import STEPS, do_step

Add = Callable[..., Article]


def types(archive: Archive, article: str) -> list[str]:
    return [event.type for event in archive.events.of_article(article)]


def tamper(archive: Archive, *statements: str) -> tuple[Finding, ...]:
    """Change the database behind the program's back, and say what is then found."""
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db, db:
        for trigger in ("events_stay", "events_remain", "revisions_stay", "originals_stay"):
            db.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        for statement in statements:
            db.execute(statement)
    return run_to_end(archive.verify())


def test_a_new_archive_begins_its_log(archive: Archive) -> None:
    archive.events.write([check_event(archive.identity, ())])
    event = archive.events.first()
    assert event is not None
    assert (event.number, event.type, event.object, event.who) == (1, "creation", archive.identity, "Olena")


def test_an_import_says_what_came_in_and_how_it_was_read(archive: Archive, add_article: Add) -> None:
    body = "Загинуло 18 людей"
    article = add_article(body, published="2022-01", captured="2022-01-08")
    (event,) = archive.events.of_article(article.id)
    raw = hashlib.sha256(body.encode()).hexdigest()
    assert (event.type, event.object, event.who, event.outcome) == ("ingestion", article.id, "Olena", Outcome.SUCCESS)
    assert event.agent.startswith("Archivist ")
    assert event.detail["original"] == {"sha256": raw, "size": len(body.encode()), "media_type": "text/plain"}
    assert event.detail["dates"] == {
        "captured": "2022-01-08", "imported": article.imported_at, "published": "2022-01",
    }  # fmt: skip
    revision = event.detail["revision"]
    assert (revision["id"], revision["number"], revision["sha256"]) == (article.revision, 1, raw)
    assert (revision["reader"], revision["reader_version"], revision["encoding"]) == ("plain-text", "1", "utf-8")
    assert (event.detail["source"], event.detail["step"]) == ("test.txt", f"Import {body}")


def test_deleting_editing_undoing_and_redoing_are_events(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18 людей")
    archive.articles.update(article.id, outlet="Порт", language="uk")
    archive.articles.delete([article.id])
    archive.history.undo()
    archive.history.redo()
    archive.articles.restore(article.id)
    assert types(archive, article.id) == [
        *("ingestion", "metadata modification", "deletion", "recovery", "deletion", "recovery"),
    ]
    edited = archive.events.of_article(article.id)[1]
    assert edited.detail["before"] == {"outlet": "", "language": ""}
    assert edited.detail["after"] == {"outlet": "Порт", "language": "uk"}


def test_what_changes_no_article_is_no_event(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18 людей")
    head = archive.events.head()
    archive.annotations.add_quote(article.id, "18", archive.tags.named("killed").id)
    archive.articles.update(article.id, title=article.title)
    assert archive.events.head() == head


def test_a_step_that_fails_leaves_no_event(archive: Archive, add_article: Add) -> None:
    head = archive.events.head()
    with suppress(ZeroDivisionError), archive.action("Import"):
        add_article("Загинуло 18 людей")
        raise ZeroDivisionError
    assert archive.articles.count() == 0
    assert archive.events.head() == head


def test_the_log_refuses_to_be_changed(archive: Archive, add_article: Add) -> None:
    add_article("Загинуло 18 людей")
    for statement in ("UPDATE events SET who = 'someone'", "DELETE FROM events"):
        with (
            closing(sqlite3.connect(archive.folder / "archive.db")) as db,
            pytest.raises(sqlite3.IntegrityError, match="append-only"),
        ):
            db.execute(statement)


def test_the_hash_of_an_event_is_as_the_docstring_says(archive: Archive, add_article: Add) -> None:
    add_article("Загинуло 18 людей")
    with closing(sqlite3.connect(archive.folder / "archive.db")) as db:
        first, second = db.execute("SELECT * FROM events ORDER BY id").fetchall()
    form = json.dumps([first[-1], *second[:-1]], ensure_ascii=False, separators=(",", ":"))
    assert second[-1] == hashlib.sha256(form.encode()).hexdigest()


@pytest.mark.parametrize("column", ["uuid", "type", "at", "who", "agent", "object_type", "object", "detail", "hash"])
def test_a_changed_event_is_where_the_log_breaks(archive: Archive, add_article: Add, column: str) -> None:
    for number in range(3):
        add_article(f"Загинуло {number} людей")
    value = '{"a":1}' if column == "detail" else "інше"
    findings = tamper(archive, f"UPDATE events SET {column} = '{value}' WHERE id = 3")
    assert findings[0].where == "event 3"
    assert "the log breaks" in findings[0].problem


def test_events_that_were_taken_out_are_missed(archive: Archive, add_article: Add) -> None:
    articles = [add_article(f"Загинуло {number} людей") for number in range(3)]
    findings = tamper(archive, "DELETE FROM events WHERE id = 3")
    assert Finding("event 3", "the log breaks: 1 events before event 4 are missing") in findings
    assert Finding(f"article {articles[1].id}", "the log does not say how it came in") in findings


def test_the_end_cannot_be_cut_off_while_its_articles_are_there(archive: Archive, add_article: Add) -> None:
    add_article("Загинуло 18 людей")
    problems = {finding.problem for finding in tamper(archive, "DELETE FROM events WHERE id = 2")}
    assert problems == {"the log does not say how it came in", "the log does not say how it was made"}


def test_a_text_and_its_hash_changed_together_are_found_by_the_log(archive: Archive, add_article: Add) -> None:
    add_article("Загинуло 18 людей")
    forged = hashlib.sha256("Загинуло 19 людей".encode()).hexdigest()
    (finding,) = tamper(archive, f"UPDATE revisions SET body = 'Загинуло 19 людей', sha256 = '{forged}'")
    assert finding == Finding("event 2", "the text that it speaks of is not that of the revision in the archive")


def test_an_article_whose_original_was_exchanged_is_found_by_the_log(archive: Archive, add_article: Add) -> None:
    first, second = (add_article(f"Загинуло {number} людей") for number in (18, 19))
    findings = tamper(
        archive,
        "UPDATE current_action SET action = 1",
        f"UPDATE articles SET original = NULL WHERE uuid = '{first.id}'",
        f"UPDATE articles SET original = 1 WHERE uuid = '{second.id}'",
        "UPDATE current_action SET action = NULL",
    )
    assert [finding.where for finding in findings] == ["event 2", "event 3"]


def test_a_check_is_remembered_with_what_it_found(archive: Archive) -> None:
    assert archive.events.last(EventType.FIXITY_CHECK) is None
    archive.events.write([check_event(archive.identity, [])])
    archive.events.write([check_event(archive.identity, [Finding("originals/aa", "the file is missing")])])
    last = archive.events.last(EventType.FIXITY_CHECK)
    good = archive.events.last(EventType.FIXITY_CHECK, Outcome.SUCCESS)
    assert last is not None
    assert (last.outcome, last.detail["problems"]) == (Outcome.FAILURE, 1)
    assert good is not None
    assert good.number == last.number - 1
    assert run_to_end(archive.verify()) == ()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_is_done_the_log_is_whole_and_agrees_with_the_archive(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("log") / "archive"
    with Archive.create(folder) as archive:
        for step, number in steps:
            try:
                do_step(archive, step, number)
            except ArchivistError:
                continue
        assert run_to_end(archive.verify()) == ()
        with closing(sqlite3.connect(folder / "archive.db")) as db:
            articles = db.execute("SELECT uuid, deleted_at IS NOT NULL FROM articles").fetchall()
        for article, deleted in articles:
            lives = [type_ for type_ in types(archive, article) if type_ in {"ingestion", "deletion", "recovery"}]
            assert (lives[-1] == "deletion") == bool(deleted)
