# SPDX-License-Identifier: GPL-3.0-or-later
"""Every occurrence in its context."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from archivist.errors import InvalidValue, QueryMistake
from archivist.model import ConcordanceLine
from archivist.search import update
from archivist.search.concordance import ORDERS, Concordance, sorted_lines, write_csv
from tests.long_work import run_to_end


@pytest.fixture
def ask(archive, engine):
    def ask(query: str, **options: object) -> Concordance:
        run_to_end(update(archive))
        return run_to_end(engine.concordance(query, **options))

    return ask


def parts(found: Concordance) -> list[tuple[str, str, str]]:
    return [(line.left, line.match, line.right) for line in found.lines]


def line(
    left: str, match: str, right: str, *, row: int = 1, start: int = 0, published: str = "2022"
) -> ConcordanceLine:
    return ConcordanceLine(f"id{row}", row, "Назва", "Голос", published, start, start + 5, left, match, right)


def test_every_occurrence_has_a_line(ask, add_article):
    article = add_article(
        "Річка\n\nМер біля річки.\nТам річка й міст.", language="uk", outlet="Голос", published="2022"
    )
    found = ask("річка")
    body = "Річка\n\nМер біля річки.\nТам річка й міст."
    assert parts(found) == [
        ("", "Річка", "Мер біля річки. Там річка й міст."),
        ("Річка Мер біля", "річки", ". Там річка й міст."),
        ("Річка Мер біля річки. Там", "річка", "й міст."),
    ]
    assert found.total == 3
    for each in found.lines:
        assert body[each.start : each.end] == each.match
        assert (each.article, each.row, each.title) == (article.id, article.row, article.title)
        assert (each.outlet, each.published) == ("Голос", "2022")


def test_context_is_about_sixty_code_points_of_whole_words(ask, add_article):
    add_article("Довга\n\n" + "десятьлітер " * 20 + "річка" + " десятьлітер" * 20, language="uk")
    ((left, _, right),) = parts(ask("річка"))
    assert left == right == " ".join(["десятьлітер"] * 5)


def test_a_word_that_would_be_cut_is_left_out(ask, add_article):
    add_article("Довга\n\n" + "десять " * 20 + "річка" + " десять" * 20, language="uk")
    ((left, _, right),) = parts(ask("річка"))
    assert set(left.split()) == set(right.split()) == {"десять"}
    assert 50 <= len(left) <= 60
    assert 50 <= len(right) <= 60


def test_context_without_a_space_is_cut_anywhere(ask, add_article):
    add_article("Довга\n\n" + "_" * 100 + "річка" + "_" * 100, language="uk")
    ((left, _, right),) = parts(ask("річка"))
    assert left == right == "_" * 60


def test_a_phrase_with_a_slop_is_one_line(ask, add_article):
    add_article("Одна\n\nТут мер і рада міста.", language="uk")
    assert parts(ask('"рада мер"~2')) == [("Одна Тут", "мер і рада", "міста.")]


def test_the_spans_of_annotations_are_occurrences_too(archive, ask, add_article):
    article = add_article("Одна\n\nТам 18 людей поранено вчора.", language="uk")
    archive.annotations.add_quote(article.id, "18 людей поранено", archive.tags.named("killed").id)
    assert parts(ask("span:(людина)")) == [("Одна Там", "18 людей поранено", "вчора.")]
    assert parts(ask("span:(людина) вчора"))[1] == ("Одна Там 18 людей поранено", "вчора", ".")


def test_what_is_found_elsewhere_has_no_line(ask, add_article):
    add_article("Річка\n\nМіст.", language="uk", outlet="Голос")
    assert ask("title:річка").total == 0
    assert ask("outlet:голос") == ask("*") == Concordance((), 0)
    assert ask("річка -міст").total == 0


def test_the_newest_articles_come_first_and_more_than_most_are_only_counted(ask, add_article):
    for year in ("2020", "2022", "2021"):
        add_article(f"Рік {year}\n\nРічка, річка.", language="uk", published=year)
    found = ask("річка", most=3)
    assert [each.published for each in found.lines] == ["2022", "2022", "2021"]
    assert found.total == 6


def test_chosen_facet_values_narrow(ask, add_article):
    add_article("Перша\n\nРічка.", language="uk", outlet="Голос")
    add_article("Друга\n\nРічка.", language="uk", outlet="Правда")
    assert [each.outlet for each in ask("річка", chosen={"outlet": ("Правда",)}).lines] == ["Правда"]


def test_progress_is_told(archive, engine, add_article):
    for number in range(3):
        add_article(f"Стаття {number}\n\nРічка.", language="uk")
    run_to_end(update(archive))
    assert [(step.done, step.total) for step in engine.concordance("річка")] == [(3, 3)]


def test_a_mistake_in_the_query_is_raised(engine):
    with pytest.raises(QueryMistake):
        run_to_end(engine.concordance("("))


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("article", [1, 2, 0, 3]),
        ("left", [3, 1, 0, 2]),
        ("match", [1, 0, 3, 2]),
        ("right", [0, 1, 2, 3]),
    ],
)
def test_lines_are_sorted(by, expected):
    lines = [
        line("старий мер", "ріка", "або", row=2, start=7),
        line("новий мер", "Ґава", "Вода", row=3, published="2023"),
        line("мер новий", "яр", "вода", row=2, start=2),
        line("", "Ріка", "ясна", row=1, published=""),
    ]
    assert [lines.index(each) for each in sorted_lines(lines, by)] == expected


def test_another_order_is_refused():
    assert ORDERS == ("article", "left", "match", "right")
    with pytest.raises(InvalidValue):
        sorted_lines([], "length")


def test_the_table_quotes_what_it_must_and_runs_no_formula():
    file = StringIO(newline="")
    write_csv([line("=1+1", "+5", 'a, "b"', start=3), line("'а", "-", "@х")], file)
    header, first, second = csv.reader(StringIO(file.getvalue(), newline=""))
    assert header == ["article", "row", "title", "outlet", "published", "start", "end", "left", "match", "right"]
    assert first == ["id1", "1", "Назва", "Голос", "2022", "3", "8", "'=1+1", "'+5", 'a, "b"']
    assert second[-3:] == ["''а", "'-", "'@х"]
