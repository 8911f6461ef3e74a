# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles by the names of the records that they are linked to."""

from __future__ import annotations

import pytest

from archivist.model import Alias, Kind, RecordDraft
from archivist.search import Search, update
from archivist.search.naming import NamedRecords
from archivist.search.query import Linked
from archivist.store import Archive
from tests.long_work import run_to_end


@pytest.fixture
def press(archive, add_article):
    """Three articles: a flood that a minister speaks of, her visit, and what no record is about."""
    flood = add_article("Повінь\n\nМіністерка заявила про 18 загиблих під час великої води.", language="uk")
    visit = add_article("Visit\n\nMs Hrinchenko came to the town on Monday.", language="en")
    add_article("Інше\n\nГрінченко тут лише згадана.", language="uk")
    minister = archive.records.add(
        RecordDraft(Kind.ACTOR, "Олена Грінченко", type="person", aliases=(Alias("Лялька", "uk"),))
    )
    flooding = archive.records.add(RecordDraft(Kind.EVENT, "Повінь у Зеленограді"))
    dead = archive.records.add(RecordDraft(Kind.FIGURE, "Загиблі під час повені"))
    archive.records.add(RecordDraft(Kind.ACTOR, "Грінченко Остап", type="person"))
    archive.tags.add("day", "date")
    tags = {name: archive.tags.named(name).id for name in ("ministry", "strike", "killed", "day")}
    annotations = archive.annotations
    annotations.add_quote(flood.id, "Міністерка", tags["ministry"], record=minister.id)
    annotations.add_quote(flood.id, "великої води", tags["strike"], record=flooding.id)
    annotations.add_quote(flood.id, "18", tags["killed"], record=dead.id)
    annotations.add_quote(visit.id, "Hrinchenko", tags["ministry"], record=minister.id)
    annotations.add_quote(visit.id, "the town", tags["ministry"])
    annotations.add_quote(visit.id, "Monday", tags["day"])
    return archive


BOTH = {"Повінь", "Visit"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("actor:Грінченко", BOTH),
        ("actor:Грінченку", BOTH),
        ("actor:Гринченко", BOTH),
        ("actor:Hrinchenko", BOTH),
        ("actor:лялькою", BOTH),
        ('actor:"Олені Грінченко"', BOTH),
        ("actor:«Грінченко Остап»", set()),
        ("actor:Петренко", set()),
        ("actor:Повінь", set()),
        ('event:"повінню у Зеленограді"', {"Повінь"}),
        ('figure:"загиблих під час повені"', {"Повінь"}),
        ("actor:Грінченко lang:en", {"Visit"}),
        ("actor:(Грінченко OR Петренко) -figure:«загиблі під час повені»", {"Visit"}),
        ("actor:Грінченко OR згадана", {"Повінь", "Visit", "Інше"}),
        ("-actor:Грінченко", {"Інше"}),
        ("has:record", BOTH),
        ("-has:record", {"Інше"}),
        ("span:(actor:Грінченко)", BOTH),
        ("span:(actor:Грінченко міністерка)", {"Повінь"}),
        ("span:(actor:Грінченко tag:ministry hrinchenko)", {"Visit"}),
        ("span:(actor:Грінченко kind:figure)", set()),
        ("span:(kind:actor -actor:Грінченко)", {"Visit"}),
        ("kind:date", {"Visit"}),
        ("span:(kind:date Monday)", {"Visit"}),
    ],
)
def test_what_the_name_of_a_record_finds(press, find, query, expected):
    assert set(find(query)) == expected


def test_the_matches_are_the_words_that_are_linked(press, find, engine):
    find("*")
    (hit,) = engine.search("span:(actor:Грінченко міністерка)").hits
    body = press.articles.revision(hit.id).body
    assert [body[start:end] for start, end in hit.matches] == ["Міністерка"]
    lines = run_to_end(engine.concordance("span:(actor:Грінченко)")).lines
    assert {line.match for line in lines} == {"Міністерка", "Hrinchenko"}


def test_links_and_names_are_followed(press, find):
    assert find("actor:Вербицька") == []
    minister = press.records.find("Олена Грінченко").id
    press.records.update(minister, name="Олена Вербицька")
    assert (set(find("actor:Вербицькою")), find("actor:Грінченко")) == (BOTH, [])
    press.history.undo()
    assert (find("actor:Вербицькою"), set(find("actor:Грінченко"))) == ([], BOTH)
    (visit,) = [mention for mention in press.records.articles(minister) if mention.title == "Visit"]
    marks = press.annotations.of_article(visit.article)
    press.records.link([mark.id for mark in marks if mark.record], None)
    assert find("actor:Грінченко") == ["Повінь"]
    assert find("has:record") == ["Повінь"]
    press.records.delete(minister)
    assert find("actor:Грінченко") == []


def test_words_are_found_without_reading_a_link_or_a_name(press, find, monkeypatch):
    def refuse(*_):
        raise AssertionError

    monkeypatch.setattr(press.facts, "linked", refuse)
    monkeypatch.setattr(press.records, "ids", refuse)
    assert find("згадана tag:killed OR Грінченко") == ["Інше"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("actor:Грінчинко", ('actor:"Олена Грінченко"',)),
        ('actor:"Олена Грінчинко"', ('actor:"Олена Грінченко"',)),
        ("actor:«Олена Петренко»", ('actor:"Олена Грінченко"',)),
        ("event:повінь", ('event:"Повінь у Зеленограді"',)),
        ("загиблих figure:загинули", ('загиблих figure:"Загиблі під час повені"', "загиблих")),
        ("span:(actor:Hrinchenka)", ('span:(actor:"Олена Грінченко")',)),
        ("actor:Щось", ()),
    ],
)
def test_near_names_are_suggested_for_one_that_finds_nothing(press, find, engine, query, expected):
    assert find(query) == []
    assert engine.search(query).suggestions == expected


@pytest.mark.timeout(20)
def test_a_page_that_was_pasted_as_a_name_is_answered_at_once(press, find, engine):
    assert find(f'actor:"{"Грінченко слово " * 10_000}"') == []


def test_names_of_records_are_completed(press, find, engine):
    find("*")

    def offered(query: str) -> list[str]:
        return [choice.text for choice in engine.completions(query, len(query)).choices]

    assert set(offered("actor:грін")) == {'"Олена Грінченко"', '"Грінченко Остап"'}
    assert offered("actor:лял") == ['"Олена Грінченко"']
    assert offered('actor:"олена г') == ['"Олена Грінченко"']
    assert offered("event:зелен") == ['"Повінь у Зеленограді"']
    assert offered("event:грін") == []
    assert offered("actor:") == ['"Олена Грінченко"']
    assert offered("span:(figure:") == ['"Загиблі під час повені"']


def test_the_nearest_names_have_the_most_words_in_common(archive):
    for name in ("Петро Ковальчук", "Павло Коваленко", "Павло Ковальчук", "Семен Гулак"):
        archive.records.add(RecordDraft(Kind.ACTOR, name, type="person"))
    near = NamedRecords(archive).near(Linked(Kind.ACTOR, "Павло Ковальчюк", 0, 0))
    assert near[0] == "Павло Ковальчук"
    assert "Семен Гулак" not in near


def test_the_names_of_an_archive_without_records_find_nothing(archive, add_article):
    add_article("Страйк\n\nМер.", language="uk")
    with Archive.open(archive.folder, read_only=True) as reader, Search(reader) as engine:
        run_to_end(update(reader))
        results = engine.search("actor:Мер")
        assert (results.total, results.suggestions) == (0, ())
        assert engine.completions("actor:", 6).choices == ()
