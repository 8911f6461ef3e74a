# SPDX-License-Identifier: GPL-3.0-or-later
"""Facets count what is found, and what could be chosen besides."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from archivist.search import Search, update
from archivist.search.facets import FACETS
from archivist.store import Archive
from tests.long_work import run_to_end


def counts(facets):
    return {facet.field: {value.value: value.count for value in facet.values} for facet in facets}


@pytest.fixture
def press(archive, add_article):
    """Sixty articles with values by chance, of which every sixth is in no collection and has no tag."""
    chance = random.Random(11)
    tags = [archive.tags.named(name).id for name in ("strike", "ministry", "killed")]
    for name in ("Ранок", "Вечір"):
        archive.collections.add(name)
    for number in range(60):
        article = add_article(
            f"{chance.choice(['Повінь', 'Страйк', 'Міст'])} у місті {number}",
            outlet=chance.choice(["", "Порт", "Берег", "Голос"]),
            language=chance.choice(["uk", "ru", ""]),
            published=chance.choice(["", "2022-01", "2022-02-05", "2021", "1999-12-31"]),
        )
        if number % 6:
            for tag in chance.sample(tags, chance.randint(1, 3)):
                archive.annotations.add(article.id, 0, 4, tag)
                archive.annotations.add(article.id, 1, 5, tag)
            archive.collections.put_in(chance.choice(["Ранок", "Вечір"]), [article.id])
    run_to_end(update(archive))
    return archive


def expected_counts(archive: Archive, rows):
    """The values of every facet among the articles in some rows, one article after the other."""
    found = {field: Counter() for field in FACETS}
    for article in archive.articles.at_rows(rows):
        found["outlet"][article.outlet] += 1
        found["language"][article.language] += 1
        year, _, rest = article.published.partition("-")
        found["year"][year] += 1
        found["month"][f"{year}-{rest[:2] or '01'}" if year else ""] += 1
        tags = {annotation.tag for annotation in archive.annotations.of_article(article.id)}
        found["tag"].update(tag.name for tag in tags)
        found["kind"].update({str(tag.kind) for tag in tags})
        found["collection"].update(archive.collections.of_article(article.id))
    return {field: dict(values) for field, values in found.items()}


@pytest.mark.parametrize("query", ["", "*", "повінь", "страйк OR міст", "tag:killed", "немає"])
def test_every_article_that_is_found_is_counted(press, engine, query):
    assert counts(engine.facets(query)) == expected_counts(press, engine.rows(query))


CHOICES = [
    {"outlet": ("Порт",)},
    {"outlet": ("Порт", "")},
    {"language": ("uk",), "year": ("2022",)},
    {"tag": ("killed",), "outlet": ("Берег", "Голос"), "collection": ("Ранок",)},
    {"month": ("2022-02", ""), "kind": ("event",)},
    {"outlet": ("немає",)},
]


@pytest.mark.parametrize("chosen", CHOICES)
@pytest.mark.parametrize("query", ["*", "повінь OR страйк"])
def test_a_field_is_counted_without_what_is_chosen_in_it(press, engine, query, chosen):
    facets = counts(engine.facets(query, chosen))
    for field in FACETS:
        others = {name: values for name, values in chosen.items() if name != field}
        rows = engine.rows(query, chosen=others)
        assert facets[field] == expected_counts(press, rows)[field]


@pytest.mark.parametrize("chosen", CHOICES)
def test_choosing_a_value_finds_as_many_as_it_promised(press, engine, chosen):
    for facet in engine.facets("*", chosen):
        others = {name: values for name, values in chosen.items() if name != facet.field}
        for value in facet.values:
            assert len(engine.rows("*", chosen=others | {facet.field: (value.value,)})) == value.count


def test_facets_come_with_a_page_and_do_not_depend_on_it(press, engine):
    page = engine.search("повінь", limit=1, facets=True, chosen={"language": ("uk",)})
    assert page.facets == engine.facets("повінь", {"language": ("uk",)})
    assert engine.search("повінь").facets == ()


def test_the_order_of_values(press, engine):
    facets = {facet.field: [value.value for value in facet.values] for facet in engine.facets("")}
    numbers = counts(engine.facets(""))
    for field in ("outlet", "language"):
        assert facets[field] == sorted(numbers[field], key=lambda value: (-numbers[field][value], value))
    assert facets["year"] == ["2022", "2021", "1999", ""]
    assert facets["month"] == ["2022-02", "2022-01", "2021-01", "1999-12", ""]
    assert facets["tag"] == ["strike", "ministry", "killed"]
    assert facets["kind"] == ["event", "actor", "figure"]


def test_facets_follow_what_is_tagged_edited_deleted_and_undone(archive, add_article, engine):
    articles = [add_article(f"Повінь {number}", outlet="Порт") for number in range(3)]
    run_to_end(update(archive))

    def seen():
        found = counts(engine.facets("повінь"))
        return found["outlet"], found["tag"]

    assert seen() == ({"Порт": 3}, {})
    archive.annotations.add(articles[0].id, 0, 6, archive.tags.named("strike").id)
    assert seen() == ({"Порт": 3}, {"strike": 1})
    archive.articles.update(articles[1].id, outlet="Берег")
    assert seen() == ({"Порт": 2, "Берег": 1}, {"strike": 1})
    archive.tags.update(archive.tags.named("strike").id, name="walkout")
    assert seen() == ({"Порт": 2, "Берег": 1}, {"walkout": 1})
    archive.articles.delete([articles[0].id])
    assert seen() == ({"Порт": 1, "Берег": 1}, {})
    archive.history.undo()
    assert seen() == ({"Порт": 2, "Берег": 1}, {"walkout": 1})
    for _ in range(3):
        archive.history.undo()
    assert seen() == ({"Порт": 3}, {})


def test_an_article_that_the_index_has_not_read_is_not_counted_yet(archive, add_article, engine):
    add_article("Повінь", outlet="Порт")
    run_to_end(update(archive))
    add_article("Нова повінь", outlet="Берег")
    assert counts(engine.facets(""))["outlet"] == {"Порт": 1}
    run_to_end(update(archive))
    assert counts(engine.facets(""))["outlet"] == {"Порт": 1, "Берег": 1}


def test_the_newest_article_may_be_deleted_before_the_columns_are_read(archive, add_article, engine):
    add_article("Повінь", outlet="Порт")
    newest = add_article("Нова повінь", outlet="Берег")
    run_to_end(update(archive))
    archive.articles.delete([newest.id])
    assert counts(engine.facets("повінь"))["outlet"] == {"Порт": 1}
    for sort in ("date", "outlet", "relevance"):
        assert len(engine.rows("повінь", sort=sort)) == 1
        assert engine.search("повінь OR NOT outlet:порт", sort=sort).total == 1


def test_an_empty_archive_has_no_values(archive):
    run_to_end(update(archive))
    with Search(archive) as engine:
        assert all(facet.values == () for facet in engine.facets(""))
