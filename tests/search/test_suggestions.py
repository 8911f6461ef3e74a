# SPDX-License-Identifier: GPL-3.0-or-later
"""What is suggested where nothing is found."""

from __future__ import annotations

from collections import Counter

import pytest

from archivist.language.keys import prefix_key
from archivist.language.words import written_words
from archivist.search import update
from archivist.search.edits import are_near
from archivist.search.parser import parse
from archivist.search.patterns import patterns_of
from archivist.search.query import And, Having, Linked, Node, Not, Or, Spans, TextField, TextNode
from archivist.search.snippets import Finder
from archivist.search.suggestions import suggestions
from tests.long_work import run_to_end

ARTICLES = [
    {"title": "Повінь у місті", "body": "Мер Лужанський і голова ради в Нур-Султані. Зубрак."},
    {"title": "Один", "body": "Зубрик, зубрик; об'єкт."},
    {"title": "Другий", "body": "Рада великого й малого міста. Зубрик."},
]

NAMES = ["Лужанський", "Ірина Луценко"]  # of records that the first article is linked to


def fits(node: Node, article: dict[str, str]) -> bool:
    match node:
        case And(parts):
            return all(fits(part, article) for part in parts)
        case Or(parts):
            return any(fits(part, article) for part in parts)
        case Not(part):
            return not fits(part, article)
        case Having(_, value):
            return value == "uk"
        case Linked(_, name):
            return name in NAMES and "мер" in article["body"].casefold()
        case Spans(part):
            return fits(part, article)
    assert isinstance(node, TextNode)
    fields = [node.field] if node.field else [TextField.TITLE, TextField.BODY]
    return any(Finder(patterns_of(node)).matches(article.get(field, ""), "uk") for field in fields)


def count(node: Node) -> int:
    return sum(fits(node, article) for article in ARTICLES)


def near(form: str, distance: int) -> list[tuple[str, int]]:
    forms = Counter(prefix_key(word)[1:] for article in ARTICLES for word in written_words(article["body"]))
    return [(other, number) for other, number in forms.items() if are_near(form, other, distance)]


def names(node: Linked) -> list[str]:
    return ["Ніхто", *NAMES] if node.name.startswith("Лу") else []


def suggested(query: str) -> tuple[str, ...]:
    assert count(parse(query).root) == 0
    return suggestions(parse(query), count, near, names)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Лужаньский", ("лужанський",)),
        ("мер Лужанкий", ("мер лужанський", "мер")),
        ("зубрюк", ("зубрик", "зубрак")),
        ("=зубрюк", ("=зубрик", "=зубрак")),
        ("(зубрюк OR мрр)", ("(зубрик OR мрр)", "(зубрак OR мрр)")),
        ('"голва ради"', ('"голова ради"',)),
        ("голва Лужаньський", ("голова лужанський",)),
        ("«голва» lang:uk", ("«голова» lang:uk",)),
        ("Нур-Сутлані", ("нур-султані",)),
        ("зовсімінше", ()),
        ("мрр", ()),
        ("lang:en", ()),
    ],
)
def test_near_spellings_stand_in_the_place_of_unknown_words(query, expected):
    assert suggested(query)[:2] == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("мер зовсімінше", ("мер",)),
        ("зовсімінше мер lang:uk", ("мер lang:uk",)),
        ("мер lang:en", ("мер",)),
        ("мер AND lang:en", ("мер",)),
        ("повінь -повінь", ("повінь",)),
        ("зубрак об'єкт", ("об'єкт", "зубрак")),
        ("title:мер", ("мер",)),
        ("Лужаньський зовсімінше", ("лужанський",)),
        ("title:(мер OR мрр) lang:uk", ()),
        ('"рада міста"', ('"рада міста"~5', "рада міста")),
        ('"міста повінь"', ('"міста повінь"~5', "міста повінь")),
        ('"повінь мер"~0', ("повінь мер",)),
        ('title:"голова ради"', ('"голова ради"',)),
        ("=мера", ("=мер", "мера")),
        ("title:=мер", ("=мер",)),
        ('="раді міста"', ('"раді міста"~5', "раді міста")),
        ("зубр*ль", ()),
    ],
)
def test_one_condition_is_relaxed(query, expected):
    assert suggested(query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("actor:Лужаньський", ("actor:Лужанський", 'actor:"Ірина Луценко"')),
        ('мер actor:"Лужаньський Іван"', ("мер actor:Лужанський", 'мер actor:"Ірина Луценко"', "мер")),
        ("span:(actor:Лужаньський)", ("span:(actor:Лужанський)", 'span:(actor:"Ірина Луценко")')),
        ("голва actor:Лужаньський", ("голова actor:Лужанський", 'голова actor:"Ірина Луценко"')),
        ("actor:Петренко", ()),
        ("actor:Петренко lang:uk", ("lang:uk",)),
        ("-actor:Лужанський мер", ("мер",)),
    ],
)
def test_near_names_of_records_stand_in_the_place_of_those_that_no_record_bears(query, expected):
    assert suggested(query) == expected


def test_a_query_of_very_many_words_is_not_tried_in_every_way():
    asked: list[Node] = []

    def counted(root: Node) -> int:
        asked.append(root)
        return 0

    words = " ".join(f"слово{number}" for number in range(900))
    assert suggestions(parse(words), counted, lambda form, _: [(f"{form}а", 1)] * 100, lambda _: ()) == ()
    assert len(asked) < 60


@pytest.fixture
def suggest(archive, add_article, engine):
    add_article("Повінь у місті\n\nМер Лужанський і Нур-Султан.", language="uk")
    run_to_end(update(archive))
    return lambda query: engine.search(query).suggestions


@pytest.mark.parametrize(
    ("query", "expected"),
    [("Лужаньский", ("лужанський",)), ("мер страйк", ("мер",)), ("lang:en", ()), ("повінь", ())],
)
def test_a_search_suggests(suggest, query, expected):
    assert suggest(query) == expected
