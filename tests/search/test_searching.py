# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching an archive: filters, order, pages, hits."""

from __future__ import annotations

import pytest

from archivist.errors import IndexFailed, InvalidValue, QueryMistake
from archivist.model import ArticleDraft, Provenance
from archivist.search import Search, rebuild, update
from archivist.store import Archive
from tests.long_work import run_to_end


@pytest.fixture
def press(archive, add_article):
    """Four articles of three outlets, in three languages, one of them annotated."""
    flood = add_article(
        "Повінь у Зеленограді\n\nМер Лужанський заявив, що 18 людей поранено.",
        outlet="Голос міста",
        byline="Ірина Петренко",
        published="2022-01-05",
        language="uk",
    )
    strike = add_article(
        "Страйк водіїв\n\nПро страйк мер Лужанський мовчить.",
        outlet="Українська правда",
        published="2022-01",
        language="uk",
    )
    add_article(
        "Забастовка водителей\n\nМэр Лужанский молчит.", outlet="Голос края", published="2022-02", language="ru"
    )
    add_article("Drivers strike\n\nThe mayors say nothing.", outlet="The Voice", language="en")
    tag = archive.tags.named("killed")
    archive.annotations.add_quote(flood.id, "18", tag.id, note="перевірити в лікарні")
    archive.collections.add("Повінь 2022")
    archive.collections.put_in("Повінь 2022", [flood.id, strike.id])
    return archive


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Лужанський", {"Повінь у Зеленограді", "Страйк водіїв"}),
        ("Лужанським OR Лужанским", {"Повінь у Зеленограді", "Страйк водіїв", "Забастовка водителей"}),
        ("людина", {"Повінь у Зеленограді"}),
        ("людин*", set()),
        ("людей*", {"Повінь у Зеленограді"}),
        ("mayor", {"Drivers strike"}),
        ('"мер Лужанський"', {"Повінь у Зеленограді", "Страйк водіїв"}),
        ('"Лужанський мер"', set()),
        ("title:страйк", {"Страйк водіїв"}),
        ("body:мер -title:страйк", {"Повінь у Зеленограді"}),
        ("note:лікарня", {"Повінь у Зеленограді"}),
        ("лікарня", {"Повінь у Зеленограді"}),
        ("body:лікарня", set()),
        ('outlet:"голос міста"', {"Повінь у Зеленограді"}),
        ("outlet:голос", {"Повінь у Зеленограді", "Забастовка водителей"}),
        ("outlet:олос", set()),
        ("byline:петренко", {"Повінь у Зеленограді"}),
        ("lang:ru", {"Забастовка водителей"}),
        ("language:EN", {"Drivers strike"}),
        ("tag:killed", {"Повінь у Зеленограді"}),
        ("tag:unknown", set()),
        ("kind:figure", {"Повінь у Зеленограді"}),
        ("kind:actor", set()),
        ('collection:"повінь 2022"', {"Повінь у Зеленограді", "Страйк водіїв"}),
        ("has:annotation", {"Повінь у Зеленограді"}),
        ("has:note", {"Повінь у Зеленограді"}),
        ("-has:date", {"Drivers strike"}),
        ("date:2022-01", {"Повінь у Зеленограді", "Страйк водіїв"}),
        ("date:2022-01-01..2022-01-04", {"Страйк водіїв"}),
        ("date:2022-02..", {"Забастовка водителей"}),
        ("date:..2022-01-31", {"Повінь у Зеленограді", "Страйк водіїв"}),
        ("-lang:uk", {"Забастовка водителей", "Drivers strike"}),
        ("мер outlet:правда OR lang:en", {"Страйк водіїв", "Drivers strike"}),
        ("NOT мер", {"Забастовка водителей", "Drivers strike"}),
        ("=заявив", {"Повінь у Зеленограді"}),
        ("=заявити", set()),
        ("Лужан*кий", {"Повінь у Зеленограді", "Страйк водіїв", "Забастовка водителей"}),
        ("?айор? OR m?yors", {"Drivers strike"}),
        ("Лужанский~", {"Повінь у Зеленограді", "Страйк водіїв", "Забастовка водителей"}),
        ('"мовчить мер"~1', {"Страйк водіїв"}),
        ('"мовчить мер"~0', set()),
        ('="мер Лужанський"', {"Повінь у Зеленограді", "Страйк водіїв"}),
        ("imported:2000..", {"Повінь у Зеленограді", "Страйк водіїв", "Забастовка водителей", "Drivers strike"}),
        ("imported:..2000", set()),
        ("span:18", {"Повінь у Зеленограді"}),
        ("span:(kind:figure 18)", {"Повінь у Зеленограді"}),
        ("span:(kind:event 18)", set()),
        ("span:(людина)", set()),
        ("span:(note:лікарня tag:killed)", {"Повінь у Зеленограді"}),
        ("мер -span:(*)", {"Страйк водіїв"}),
        ("outlet:(правда OR voice)", {"Страйк водіїв", "Drivers strike"}),
        ("t\u00adag:killed", {"Повінь у Зеленограді"}),
        ("'; DROP TABLE articles; --", set()),
        ('tag:"\' OR 1=1 --"', set()),
        ("outlet:%", set()),
        ("\u202eмер\u202c", {"Повінь у Зеленограді", "Страйк водіїв"}),
        ("м\u200bер 👩‍👩‍👧", {"Повінь у Зеленограді", "Страйк водіїв"}),
    ],
)
def test_what_a_query_finds(press, find, query, expected):
    assert set(find(query)) == expected


def test_filters_alone_find_everything_that_fits_newest_first(press, find):
    assert find("lang:uk") == ["Повінь у Зеленограді", "Страйк водіїв"]
    assert find("*") == ["Забастовка водителей", "Повінь у Зеленограді", "Страйк водіїв", "Drivers strike"]


def test_sorted_by_date_the_newest_comes_first(press, find):
    assert find("Лужанський OR Лужанский", sort="date") == [
        "Забастовка водителей",
        "Повінь у Зеленограді",
        "Страйк водіїв",
    ]


def test_sorted_by_relevance_the_best_comes_first_and_of_equals_the_newest(archive, add_article, find):
    add_article("Перша\n\nМіст.", published="2020", language="uk")
    add_article("Друга\n\nМіст.", published="2021", language="uk")
    add_article("Міст\n\nМіст.", published="2019", language="uk")
    assert find("міст") == ["Міст", "Друга", "Перша"]


def test_another_order_is_refused(press, find):
    with pytest.raises(InvalidValue):
        find("мер", sort="length")


def test_pages_follow_each_other_and_the_total_is_of_all(archive, add_article, engine):
    for number in range(23):
        add_article(f"Стаття {number}\n\nМіст.", published=f"20{number:02}", language="uk")
    run_to_end(update(archive))
    for sort in ("relevance", "date"):
        pages = [engine.search("міст", limit=10, offset=offset, sort=sort) for offset in (0, 10, 20, 30)]
        assert [page.total for page in pages] == [23] * 4
        titles = [hit.title for page in pages for hit in page.hits]
        assert titles == [f"Стаття {number}" for number in range(22, -1, -1)]


def test_a_page_without_lines_still_counts(press, engine):
    run_to_end(update(press))
    results = engine.search("мер", limit=0)
    assert (results.total, results.hits) == (2, ())


def test_all_rows_can_be_asked_for_and_shown_bit_by_bit(press, engine):
    run_to_end(update(press))
    rows = engine.rows("мер")
    assert [article.title for article in press.articles.at_rows(rows)] == ["Повінь у Зеленограді", "Страйк водіїв"]
    (hit,) = engine.hits("мер", rows[1:])
    assert (hit.row, hit.title) == (rows[1], "Страйк водіїв")
    assert hit.matches


def test_a_hit_says_what_the_list_shows_and_where_it_matches(press, engine):
    run_to_end(update(press))
    (hit,) = engine.search("людина повінь").hits
    article = press.articles.get(hit.id)
    body = press.articles.revision(hit.id).body
    assert (hit.title, hit.outlet, hit.published) == (article.title, "Голос міста", "2022-01-05")
    assert [body[start:end] for start, end in hit.matches] == ["Повінь", "людей"]
    assert hit.snippet == "Мер Лужанський заявив, що 18 людей поранено."
    assert [hit.snippet[start:end] for start, end in hit.snippet_matches] == ["людей"]
    assert hit.score > 0


def test_the_matches_of_a_query_about_annotations_are_their_spans(press, engine):
    run_to_end(update(press))
    (hit,) = engine.search("span:(kind:figure) людина").hits
    body = press.articles.revision(hit.id).body
    assert [body[start:end] for start, end in hit.matches] == ["18", "людей"]


def test_where_only_a_note_matches_the_note_is_shown(press, engine):
    run_to_end(update(press))
    (hit,) = engine.search("лікарня").hits
    assert hit.matches == ()
    assert hit.snippet == "перевірити в лікарні"
    assert [hit.snippet[start:end] for start, end in hit.snippet_matches] == ["лікарні"]


def test_what_was_deleted_since_the_last_update_is_not_counted(press, engine):
    run_to_end(update(press))
    (hit,) = engine.search("людина").hits
    press.articles.delete([hit.id])
    results = engine.search("мер")
    assert (results.total, [hit.title for hit in results.hits], results.pending) == (1, ["Страйк водіїв"], 1)
    assert engine.search("людина", sort="date").total == 0


def test_a_search_sees_the_next_commit(press, engine, add_article):
    run_to_end(update(press))
    assert engine.search("пожежа").total == 0
    add_article("Пожежа на складі", language="uk")
    assert engine.search("пожежа").total == 0
    run_to_end(update(press))
    assert engine.search("пожежа").total == 1
    run_to_end(rebuild(press))
    assert engine.search("пожежа").total == 1


def test_a_query_that_cannot_be_understood_is_a_mistake_even_without_an_index(archive):
    with Search(archive) as engine, pytest.raises(QueryMistake):
        engine.search("(")


def test_without_an_index_the_search_says_so(archive):
    with Search(archive) as engine, pytest.raises(IndexFailed):
        engine.search("мер")


def test_a_read_only_archive_can_be_indexed_and_searched(press):
    with Archive.open(press.folder, read_only=True) as reader:
        run_to_end(update(reader))
        with Search(reader) as engine:
            assert engine.search("мер").total == 2


def test_very_long_queries_are_answered(press, find):
    assert find("мер " * 1000) == find("мер")
    assert find("повінь OR " * 999 + "мер") == find("повінь OR мер")
    assert find(" ".join(f"слово{number}" for number in range(900))) == []
    assert find('"' + "Нур-Султан " * 900 + '"') == []


def test_an_endless_word_can_be_indexed_and_found(archive, add_article, find):
    add_article("Дивна\n\n" + "ж" * 200_000, language="uk")
    assert find("ж" * 200_000) == ["Дивна"]


@pytest.mark.parametrize(
    "query",
    [
        "Токаєв",
        '"Токаєва"',
        "казахстан протест",
        '"Рада колективної безпеки"',
        "лукашенко",
        "пашинян",
        '"нафтове місто"',
        "поранений",
    ],
)
def test_the_real_article_is_found(archive, seed, engine, query):
    body = seed.read_text(encoding="utf-8")
    title = body.split("\n", 1)[0]
    draft = ArticleDraft(
        title=title, body=body, language="uk", provenance=Provenance("seed", "plain-text", "1", "utf-8")
    )
    archive.articles.add(draft, body.encode(), "text/plain")
    run_to_end(update(archive))
    (hit,) = engine.search(query).hits
    assert hit.title == title
    assert hit.matches
    assert hit.snippet_matches
