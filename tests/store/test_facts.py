# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from archivist.errors import ArchivistError
from archivist.model import Alias, Article, Kind, RecordDraft
from archivist.store import Archive
from archivist.store.facts import ArticleFacts, Changes
from archivist.store.journalled import JOURNALLED
from tests.store.steps import STEPS, do_step

Add = Callable[..., Article]


def test_the_facts_of_an_article(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина", outlet="Порт", byline="О. Тінь", language="uk", published="2024-03")
    (facts,) = archive.facts.articles()
    assert facts[:6] == (article.row, "Порт", "О. Тінь", "uk", "2024-03-01", "2024-03-31")


@pytest.fixture
def kyiv(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Kyiv")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("kyiv")
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2024-01-05T21:59:59.000Z", "2024-01-05"),
        ("2024-01-05T22:00:00.000Z", "2024-01-06"),
        ("2024-01-05T23:30:00-03:00", "2024-01-06"),
        ("long ago", ""),
    ],
)
def test_the_day_of_an_import_is_that_of_the_clock_on_the_wall(
    archive: Archive, add_article: Add, moment: str, day: str
) -> None:
    article = add_article("Новина")
    with archive.action("Set the clock"):
        archive._connection.update("articles", article.row, {"imported_at": moment})
    assert next(archive.facts.articles()).imported_day == day


def test_tags_collections_and_notes_of_articles(archive: Archive, add_article: Add) -> None:
    first, second = add_article("Загинуло 18 людей"), add_article("Страйк")
    strike, killed = archive.tags.named("strike"), archive.tags.named("killed")
    archive.annotations.add_quote(first.id, "18", killed.id)
    archive.annotations.add_quote(first.id, "людей", killed.id)
    archive.annotations.add_quote(second.id, "Страйк", strike.id, note="перевірити")
    for name in ("Ранок", "Вечір"):
        archive.collections.add(name)
        archive.collections.put_in(name, [first.id])
    evening, morning = (archive.collections.named(name).row for name in ("Вечір", "Ранок"))
    facts = archive.facts
    assert facts.tags()[killed.row] == ("killed", Kind.FIGURE)
    assert sorted(facts.tagged()) == sorted([(first.row, killed.row), (second.row, strike.row)])
    assert list(facts.collections().items()) == [(evening, "Вечір"), (morning, "Ранок")]
    assert sorted(facts.collected()) == sorted([(first.row, evening), (first.row, morning)])
    assert facts.with_notes() == {second.row}


def test_some_articles_are_asked_for_by_row(archive: Archive, add_article: Add) -> None:
    rows = []
    archive.collections.add("Ранок")
    for number in range(3):
        article = add_article(f"Новина {number}")
        archive.annotations.add_quote(article.id, "Новина", archive.tags.named("strike").id, note="так")
        archive.collections.put_in("Ранок", [article.id])
        rows.append(article.row)
    wanted, facts = {rows[0], rows[2]}, archive.facts
    asked = [*wanted, 9999]
    assert {each.row for each in facts.articles(asked)} == wanted
    assert {row for row, _ in facts.tagged(asked)} == wanted
    assert {row for row, _ in facts.collected(asked)} == wanted
    assert facts.with_notes(asked) == wanted
    assert list(facts.articles([])) == []


def test_what_is_deleted_has_no_facts(archive: Archive, add_article: Add) -> None:
    article = add_article("Страйк")
    archive.annotations.add_quote(article.id, "Страйк", archive.tags.named("strike").id, note="так")
    archive.collections.add("Ранок")
    archive.collections.put_in("Ранок", [article.id])
    archive.articles.delete([article.id])
    facts = archive.facts
    assert [*facts.articles(), *facts.tagged(), *facts.collected(), *facts.with_notes()] == []


def test_more_articles_than_a_page_are_read(
    archive: Archive, add_article: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archivist.store.facts._PAGE", 2)
    rows = [add_article(f"Новина {number}").row for number in range(5)]
    assert [each.row for each in archive.facts.articles()] == rows


def test_nothing_has_changed_since_the_mark(archive: Archive, add_article: Add) -> None:
    add_article("Новина")
    mark = archive.facts.mark()
    changes = archive.facts.changed_since(mark)
    assert changes == Changes(frozenset(), tags=False, collections=False, mark=mark)
    assert not changes


def test_an_empty_archive_has_a_mark(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Archive.create(tmp_path_factory.mktemp("empty") / "archive") as archive:
        assert archive.facts.mark() == 0
        assert not archive.facts.changed_since(0)


def test_a_change_names_the_articles_it_touched(archive: Archive, add_article: Add) -> None:
    first, second, _ = (add_article(f"Новина {number}") for number in range(3))
    mark = archive.facts.mark()
    archive.articles.update(first.id, outlet="Порт")
    archive.annotations.add_quote(second.id, "Новина", archive.tags.named("strike").id)
    changes = archive.facts.changed_since(mark)
    assert (changes.rows, changes.tags, changes.collections) == ({first.row, second.row}, False, False)
    archive.tags.update(archive.tags.named("strike").id, name="walkout")
    archive.collections.add("Ранок")
    changes = archive.facts.changed_since(changes.mark)
    assert (changes.rows, changes.tags, changes.collections) == (set(), True, True)


def test_a_collection_that_goes_or_comes_back_touches_its_articles(archive: Archive, add_article: Add) -> None:
    article = add_article("Новина")
    archive.collections.add("Ранок")
    archive.collections.put_in("Ранок", [article.id])
    for change in (lambda: archive.collections.delete("Ранок"), archive.history.undo):
        mark = archive.facts.mark()
        change()
        assert archive.facts.changed_since(mark).rows == {article.row}


def test_another_connections_changes_are_seen(archive: Archive, add_article: Add) -> None:
    mark = archive.facts.mark()
    with archive.connect() as other:
        other.tags.add("rally", "event")
    assert archive.facts.changed_since(mark).tags


class Followed:
    """The facts as one who follows them keeps them in memory."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.mark = archive.facts.mark()
        self.read = Read(archive)

    def follow(self) -> None:
        changes = self.archive.facts.changed_since(self.mark)
        self.mark = changes.mark
        self.read.read_again(self.archive, changes)


class Read:
    """The facts as they are read whole."""

    def __init__(self, archive: Archive) -> None:
        facts = archive.facts
        self.articles: dict[int, ArticleFacts] = {each.row: each for each in facts.articles()}
        self.tagged, self.collected = set(facts.tagged()), set(facts.collected())
        self.notes, self.tags, self.collections = facts.with_notes(), facts.tags(), facts.collections()
        self.linked, self.records = set(facts.linked()), facts.records()

    def read_again(self, archive: Archive, changes: Changes) -> None:
        facts, rows = archive.facts, changes.rows
        self.articles = {row: each for row, each in self.articles.items() if row not in rows}
        self.articles |= {each.row: each for each in facts.articles(rows)}
        self.tagged = {pair for pair in self.tagged if pair[0] not in rows} | set(facts.tagged(rows))
        self.collected = {pair for pair in self.collected if pair[0] not in rows} | set(facts.collected(rows))
        self.notes = (self.notes - rows) | facts.with_notes(rows)
        self.linked = {pair for pair in self.linked if pair[0] not in rows} | set(facts.linked(rows))
        if changes.records:
            self.records = facts.records()
        if changes.tags:
            self.tags = facts.tags()
        if changes.collections:
            self.collections = facts.collections()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_who_follows_the_changes_knows_what_who_reads_all_knows(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int]]
) -> None:
    with Archive.create(tmp_path_factory.mktemp("facts") / "archive") as archive:
        followed = Followed(archive)
        for step, number in [("add_tag", 0), ("import", 1), ("tag", 1), ("collect", 0), *steps]:
            try:
                do_step(archive, step, number)
            except ArchivistError:
                continue  # not possible now
            if number % 3:  # now and then several steps at once
                followed.follow()
        followed.follow()
        assert vars(followed.read) == vars(Read(archive))


def test_no_column_of_a_journalled_table_changes_unseen(archive: Archive) -> None:
    for table, columns in JOURNALLED.items():
        assert archive._connection.column(f"SELECT name FROM pragma_table_info('{table}')") == list(columns)


def test_records_and_the_articles_that_speak_of_them(archive: Archive, add_article: Add) -> None:
    first, second = add_article("Рада каже, Рада проти"), add_article("Новина")
    tag = archive.tags.named("ministry").id
    event, actor = (
        archive.records.add(RecordDraft(kind, name)) for kind, name in ((Kind.EVENT, "Б"), (Kind.ACTOR, "А"))
    )
    for occurrence in (1, 2):
        archive.annotations.add_quote(first.id, "Рада", tag, occurrence=occurrence, record=actor.id)
    archive.annotations.add_quote(second.id, "Новина", tag)
    assert list(archive.facts.records().items()) == [(actor.row, ("А", Kind.ACTOR)), (event.row, ("Б", Kind.EVENT))]
    assert list(archive.facts.linked()) == list(archive.facts.linked([first.row])) == [(first.row, actor.row)]
    assert list(archive.facts.linked([second.row])) == []
    mark = archive.facts.mark()
    archive.records.update(actor.id, aliases=(Alias("В"),))
    changes = archive.facts.changed_since(mark)
    assert (changes.records, changes.rows, bool(changes)) == (True, frozenset(), True)
    archive.records.delete(actor.id)
    assert archive.facts.changed_since(changes.mark).rows == {first.row}
    assert list(archive.facts.linked()) == []
