# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from archivist.errors import StepNotFound
from archivist.model import Article, Kind, Node, NodeType, RecordDraft
from archivist.store import Archive
from archivist.store.step_log import Place, StepFilter, StepState
from archivist.store.touched_tables import FILLING
from tests.counted_instructions import instructions_of
from tests.store.test_migrations import make_archive, of_version

Add = Callable[..., Article]


EVERY = StepFilter()


def names(archive: Archive, wanted: StepFilter = EVERY, **paging: int) -> list[str]:
    return [step.name for step in archive.history.log.page(wanted, **paging)]


def test_a_step_tells_who_did_what_when_in_which_articles(archive: Archive, add_article: Add) -> None:
    articles = [add_article(f"Новина {number}") for number in range(5)]
    archive.articles.delete([article.id for article in articles])
    step = archive.history.log.page(StepFilter(), limit=1)[0]
    assert (step.name, step.who, step.state, step.target) == ("Delete 5 articles", "Olena", StepState.DONE, None)
    assert datetime.fromisoformat(step.at) <= datetime.now().astimezone()
    assert step.articles == tuple((article.id, article.title) for article in articles[:3])
    assert (step.article_count, step.changes) == (5, 5)
    assert archive.history.log.step(step.number) == step


def test_the_newest_steps_come_first_page_by_page(archive: Archive) -> None:
    every = names(archive)
    assert every == ["Add tag killed", "Add tag ministry", "Add tag strike"]
    assert names(archive, limit=2) == every[:2]
    assert names(archive, before=archive.history.log.page(StepFilter(), limit=2)[-1].number) == every[2:]
    assert archive.history.log.count(StepFilter()) == 3


def test_steps_are_found_by_article_and_tag(archive: Archive, add_article: Add) -> None:
    one, other = add_article("Загинуло 18"), add_article("Страйк у порту")
    killed, strike = archive.tags.named("killed"), archive.tags.named("strike")
    mark = archive.annotations.add_quote(one.id, "18", killed.id)
    archive.annotations.update(mark.id, tag=strike.id)
    second = archive.annotations.add_quote(other.id, "Страйк", strike.id)
    archive.relations.add("cause", Node(NodeType.ANNOTATION, mark.id), Node(NodeType.ANNOTATION, second.id))
    archive.collections.add("Ранок")
    archive.collections.put_in("Ранок", [other.id])
    archive.collections.take_out("Ранок", [other.id])
    archive.duplicates.put_apart(one.id, other.id)
    apart, related = "Put “Загинуло 18” and “Страйк у порту” apart", "Relate 18 to Страйк as cause of"
    of_one = [apart, related, "Edit “18”", "Tag “18” as killed", "Import Загинуло 18"]
    assert names(archive, StepFilter(article=one.id)) == of_one
    assert names(archive, StepFilter(article=other.id)) == [
        *(apart, "Remove from Ранок", "Add to Ранок", related, "Tag “Страйк” as strike", "Import Страйк у порту"),
    ]
    of_killed = ["Edit “18”", "Tag “18” as killed", "Add tag killed"]
    assert names(archive, StepFilter(tag=killed.id)) == of_killed
    assert names(archive, StepFilter(article=one.id, tag=strike.id)) == ["Edit “18”"]
    assert names(archive, StepFilter(tag=killed.id), limit=1) == of_killed[:1]
    assert archive.history.log.count(StepFilter(article=one.id)) == 5
    assert names(archive, StepFilter(article="no such id")) == []


def test_steps_are_found_by_person(archive: Archive) -> None:
    with Archive.join(archive.folder, who="Тарас") as another:
        another.tags.add("rally", "event")
    assert archive.history.log.people() == ["Olena", "Тарас"]
    assert names(archive, StepFilter(who="Тарас")) == ["Add tag rally"]
    assert names(archive, StepFilter(who="Olena", tag=archive.tags.named("rally").id)) == []


def test_steps_are_found_by_day_of_the_clock_of_this_place(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    for moment, name in (
        ("2026-03-01T22:30:00.000Z", "late"),
        ("2026-03-02T12:00:00.000Z", "noon"),
        ("2026-03-01T12:00:00.000Z", "with the clock set back"),
        ("2026-03-03T12:00:00.000Z", "last"),
    ):
        monkeypatch.setattr("archivist.store.connection.now", lambda moment=moment: moment)
        archive.tags.add(name, "event")
    monkeypatch.undo()
    zone = datetime.fromisoformat("2026-03-01T22:30:00Z").astimezone().date()
    late = ["Add tag late"] if zone == date(2026, 3, 2) else []
    assert names(archive, StepFilter(first=date(2026, 3, 2), last=date(2026, 3, 2))) == ["Add tag noon", *late]
    assert names(archive, StepFilter(first=date(2026, 3, 3), last=date(2026, 3, 3))) == ["Add tag last"]
    assert names(archive, StepFilter(last=date(2026, 2, 1))) == []
    assert len(names(archive, StepFilter(first=date.min, last=date.max))) == archive.history.log.count(StepFilter())
    assert names(archive, StepFilter(first=datetime.now().astimezone().date() + timedelta(days=2))) == []


def test_the_moments_of_steps_are_told_from_one_on(archive: Archive) -> None:
    every = archive.history.log.moments(StepFilter())
    assert [number for number, _ in every] == sorted((number for number, _ in every), reverse=True)
    assert archive.history.log.moments(StepFilter(), after=every[1][0]) == every[:1]


def test_what_became_of_a_step_is_told(archive: Archive) -> None:
    for name in ("one", "two", "three"):
        archive.tags.add(name, "event")
    archive.history.undo()
    archive.history.undo()
    archive.history.redo()
    archive.history.take_back(archive.history.log.page(StepFilter(tag=archive.tags.named("one").id))[-1].number)
    with archive.action("Make", undoable=False):
        archive.tags.add("four", "event")
    told = {step.name: step.state for step in archive.history.log.page(StepFilter())}
    assert told["Add tag one"] is StepState.TAKEN_BACK
    assert told["Add tag two"] is StepState.DONE
    assert told["Add tag three"] is StepState.ABANDONED
    assert told["Undo Add tag two"] is StepState.UNDOING
    assert told["Redo Add tag two"] is StepState.REDOING
    assert told["Make"] is StepState.FIXED
    with pytest.raises(StepNotFound):
        archive.history.log.step(9999)


def test_a_step_leads_to_its_place(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18 людей")
    strike = archive.tags.named("strike")
    mark = archive.annotations.add_quote(article.id, "18", strike.id)
    record = archive.records.add(RecordDraft(Kind.EVENT, "Страйк"))
    archive.relations.add("cause", Node(NodeType.ANNOTATION, mark.id), Node(NodeType.RECORD, record.id))
    archive.collections.add("Ранок")
    steps = {step.name: step.number for step in archive.history.log.page(StepFilter())}
    place = archive.history.log.place
    at = Place(article.id, mark.id, (9, 11))
    assert place(steps["Tag “18” as strike"]) == place(steps["Relate 18 to Страйк as cause of"]) == at
    assert place(steps["Import Загинуло 18 людей"]) == Place(article.id)
    assert place(steps["Add event Страйк"]) == Place(record=record.id)
    assert place(steps["Add collection Ранок"]) == Place()
    archive.annotations.delete(mark.id)
    assert place(steps["Tag “18” as strike"]) == at._replace(annotation=None)
    archive.articles.delete([article.id])
    assert place(steps["Tag “18” as strike"]) == Place()


def test_an_archive_of_an_older_schema_is_asked_without_being_migrated(tmp_path: Path) -> None:
    make_archive(tmp_path / "old", 7)
    with Archive.open(tmp_path / "old", migrations=of_version(7), who="Olena") as old:
        tag = old.tags.add("rally", "event")
        old.tags.add("march", "event")
    with Archive.open(tmp_path / "old", read_only=True) as read:
        assert names(read, StepFilter(tag=tag.id)) == ["Add tag rally"]
        assert names(read) == ["Add tag march", "Add tag rally"]
        assert read.history.log.place(1) == Place()


def test_what_steps_touched_follows_from_the_journal_alone(archive: Archive, add_article: Add) -> None:
    one, other = add_article("Загинуло 18"), add_article("Страйк у порту")
    strike = archive.tags.named("strike")
    marks = [archive.annotations.add(article.id, 0, 6, strike.id) for article in (one, other)]
    source, target = (Node(NodeType.ANNOTATION, mark.id) for mark in marks)
    archive.relations.add("cause", source, target)
    archive.annotations.update(marks[0].id, tag=archive.tags.named("killed").id)
    archive.collections.add("Ранок")
    archive.collections.put_in("Ранок", [other.id])
    archive.duplicates.put_apart(one.id, other.id)
    archive.history.undo()
    with closing(sqlite3.connect(archive.folder / "archive.db", isolation_level=None)) as db:
        select = "SELECT * FROM touched ORDER BY what, row_id, action"
        kept = db.execute(select).fetchall()
        assert len(kept) > 15
        db.execute("DELETE FROM touched")
        for statement in FILLING:
            db.execute(statement)
        assert db.execute(select).fetchall() == kept


def test_a_page_takes_no_longer_in_a_long_history(archive: Archive, add_article: Add) -> None:
    article = add_article("Загинуло 18")
    killed = archive.tags.named("killed").id

    def annotate(times: int) -> None:
        for number in range(times):
            archive.annotations.add(article.id, 0, 3 + number % 5, killed)

    def work() -> int:
        wanted = StepFilter(article=article.id, tag=killed, who="Olena")
        return instructions_of(archive, lambda: archive.history.log.page(wanted, limit=5))

    annotate(10)
    few = work()
    annotate(300)
    assert work() <= few * 1.5
