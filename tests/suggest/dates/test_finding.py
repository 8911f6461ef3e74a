# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.dates import date_range
from archivist.model import Kind
from archivist.suggest.dates import find_dates, suggest_dates
from archivist.suggest.dates.words import words_of_dates
from tests.counted_work import calls_of

SENTENCES = list(runpy.run_path(str(Path(__file__).with_name("date_sentences.py")))["sentences"]())
LANGUAGES = ("uk", "ru", "en")

# The dates of the seed article, in order.
SEED = [
    ("8 січня", "2022-01-08"),
    ("2 січня", "2022-01-02"),
    ("4 січня", "2022-01-04"),
    ("5 січня", "2022-01-05"),
    ("5 січня", "2022-01-05"),
    ("Увечері 5 січня", "2022-01-05"),
    ("Того самого дня", "2022-01-05"),
    ("Увечері 6 січня", "2022-01-06"),
    ("7 січня", "2022-01-07"),
    ("ранок 8 січня", "2022-01-08"),
    ("6 січня", "2022-01-06"),
    ("6 січня", "2022-01-06"),
]

_WORDS = [word for language in LANGUAGES for word in words_of_dates(language)]
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_WORDS).map(str.capitalize),
    st.integers(0, 40).map(str),
    st.integers(900, 2300).map(str),
    st.sampled_from("–—-,.()';:/№%ж\n"),
    st.sampled_from(["XIX", "ХІХ", "1990-х", "5-го", "5th", "05.01.2022", "2022-02-30", "31.02.21", "5.01", "\n\n"]),
    st.text(max_size=3),
)
TEXTS = st.lists(_PIECES, max_size=30).flatmap(
    lambda pieces: st.sampled_from([" ", "", "\n"]).map(lambda space: space.join(pieces))
)
PUBLISHED = st.sampled_from(
    [
        "",
        "2022-01-08",
        "2022-01",
        "2022",
        "2022-02-29",
        "2022-01-08?",
        "2021-12/2022-01",
        "0001-01-01",
        "9999-12-31",
        "?",
    ]
) | st.text(max_size=8)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: f"{sentence.language}: {sentence.text[:40]}")
def test_the_dates_of_a_sentence_are_found_and_resolved(sentence: Any) -> None:
    found = find_dates(sentence.text, sentence.language, sentence.published)
    assert [(date.start, date.end, date.edtf) for date in found] == list(sentence.dates)


def test_the_table_has_many_dates_in_each_language() -> None:
    assert all(sum(len(each.dates) for each in SENTENCES if each.language == language) >= 90 for language in LANGUAGES)


def test_the_dates_of_the_seed_article(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    found = find_dates(text, "uk", "2022-01-08")
    assert [(text[date.start : date.end], date.edtf) for date in found] == SEED


def test_a_date_is_offered_as_a_suggestion_of_its_kind() -> None:
    (offered,) = suggest_dates("Сесія почалася 5 січня у Львові.", "uk", "2022-01-08")
    assert (offered.kind, offered.source, offered.quote) == (Kind.DATE, "date", "5 січня")
    assert offered.attributes == {"edtf": "2022-01-05"}


def test_only_a_single_day_is_one_with_a_day() -> None:
    text = "5 січня, вчора, 5–7 січня, у січні, у 2019 році"
    assert [date.with_day for date in find_dates(text, "uk", "2022-01-08")] == [True, True, False, False, False]


def test_an_ambiguous_date_in_figures_is_less_sure() -> None:
    ambiguous, plain = find_dates("03/04/2021 or 25/04/2021", "en", "2022-01-08")
    assert ambiguous.confidence < plain.confidence


def test_the_language_is_read_from_the_text_where_none_is_given() -> None:
    text = "Комиссия заявила, что документ подписали в среду, а опубликовали 3/04/2021 на сайте."
    assert [date.edtf for date in find_dates(text, "", "2021-04-09")] == ["2021-04-07", "2021-04-03"]


def test_the_day_before_a_partial_date_of_publication_is_not_known() -> None:
    assert find_dates("Вчора похолодало.", "uk", "2022-01") == []


def test_a_paragraph_ends_a_date() -> None:
    found = find_dates("Їх було 5\n\nсічня 2022 року", "uk", "2022-01-08")
    assert [date.edtf for date in found] == ["2022-01"]


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, language=st.sampled_from((*LANGUAGES, "", "xx")), published=PUBLISHED)
def test_whatever_the_text_dates_are_ordered_apart_and_valid(text: str, language: str, published: str) -> None:
    found = find_dates(text, language, published)
    edges = [edge for date in found for edge in (date.start, date.end)]
    assert edges == sorted(edges)
    assert all(0 <= date.start < date.end <= len(text) for date in found)
    assert all(0 < date.confidence <= 1 and date_range(date.edtf) for date in found)


@pytest.mark.parametrize(
    "unit", ["1-", "5 січня – ", "з 5 по ", "5, 6 і ", "двадцять ", "the early ", "а\u0301'", "\n "]
)
def test_the_work_grows_with_the_length_of_a_text_without_end(unit: str) -> None:
    def find(length: int) -> None:
        find_dates(unit * (length // len(unit)), "uk", "2022-01-08")

    assert calls_of(lambda: find(20_000)) < 5 * calls_of(lambda: find(5_000)) + 100
    find(160_000)  # hangs where a call has more work to do, too


@pytest.mark.parametrize("time", ["T17:46:39Z", "T17:46"])
def test_a_day_with_its_time_as_iso_8601_writes_it_is_that_day(time: str) -> None:
    body = f"Змінено 2018-03-27{time} у редакції."
    assert [found.attributes["edtf"] for found in suggest_dates(body, "uk", "2022-01-08")] == ["2018-03-27"]
