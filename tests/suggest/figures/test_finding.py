# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.model import Kind
from archivist.suggest.dates import DateExpression
from archivist.suggest.figures import find_figures

SENTENCES = [
    json.loads(line) for line in (Path(__file__).parent / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
]
ATTRIBUTES = ("value", "low", "high", "approximation", "unit", "counted")
NUMBERS = ["18", "2,5", "1.234", "п'ять ", "сто ", "a dozen ", "half ", "кілька ", " тис. ", " млн грн "]
BESIDE_NUMBERS = ["від ", " до ", "–", "$", "%", " осіб", "загинули ", " of ", "за даними МВС ", "№ ", "січня "]
PIECES = st.sampled_from([*NUMBERS, *BESIDE_NUMBERS, "\n", ". ", "/", ":", "(", ")", "😀"])


def dates_of(sentence: Mapping[str, Any]) -> list[DateExpression]:
    text = sentence["text"]
    return [
        DateExpression(text.index(quote), text.index(quote) + len(quote), edtf, 0.9, with_day=True)
        for quote, edtf in sentence.get("dates", [])
    ]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence["text"][:40])
def test_finds_the_figures_of_a_sentence_and_nothing_else(sentence: Mapping[str, Any]) -> None:
    found = find_figures(sentence["text"], sentence["language"], dates_of(sentence))
    wanted = sentence["figures"]
    assert [figure.quote for figure in found] == [figure["quote"] for figure in wanted]
    for suggestion, figure in zip(found, wanted, strict=True):
        expected = {"approximation": "exact"} | {name: value for name, value in figure.items() if name != "quote"}
        if suggestion.attributes.get("unit") in ("частка", "доля", "share"):
            assert suggestion.attributes["value"] == pytest.approx(expected.pop("value"), abs=1e-4)
            expected["value"] = suggestion.attributes["value"]
        names = {*ATTRIBUTES, *expected}
        expected = {name: value for name, value in expected.items() if value is not None}  # null: it has none
        assert {name: suggestion.attributes[name] for name in names if name in suggestion.attributes} == expected


def test_counts_of_the_seed_article_are_found(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    dates = [
        DateExpression(day.start(), day.end(), f"2022-01-{int(day[1]):02}", 0.9, with_day=True)
        for day in re.finditer(r"(\d) січня", text)
    ]
    names = ("value", "approximation", "unit", "counted", "as_of")
    found = [tuple(figure.attributes.get(name) for name in names) for figure in find_figures(text, "uk", dates)]
    assert found == [
        (100, "about", "осіб", "жителі", None),
        (180, "exact", "день", None, None),
        (2500, "exact", "осіб", "військові", None),
        (4000, "more_than", "осіб", "затримані", "2022-01-08"),
        (18, "exact", "осіб", "загиблі", "2022-01-06"),
        (748, "exact", "осіб", "постраждалі", "2022-01-06"),
        (26, "exact", "осіб", "загиблі", "2022-01-06"),
        (18, "exact", "осіб", "поранені", "2022-01-06"),
        (1000, "more_than", "осіб", "постраждалі", "2022-01-06"),
        (400, "almost", "осіб", "госпіталізовані", "2022-01-06"),
    ]


def test_dates_of_the_seed_article_are_no_figures_even_where_none_are_given(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    assert len(find_figures(text, "uk", [])) == 10
    assert not any("січня" in figure.quote for figure in find_figures(text, "uk", []))


def test_claimants_of_the_seed_article(seed: Path) -> None:
    figures = find_figures(seed.read_text(encoding="utf-8"), "uk", [])
    claimants = [str(figure.attributes.get("claimant", "")) for figure in figures]
    ministry, health = "МВС Казахстану", "МОЗ Казахстану"
    assert claimants[:2] == ["", ""]
    assert claimants[2].endswith("Зась")
    assert claimants[3:] == [ministry] * 5 + [health] * 2


def test_a_figure_that_overlaps_a_date_is_none() -> None:
    text = "Об 11 у центрі зібралися 300 людей."
    start = text.index("300")
    date = DateExpression(start, start + 3, "2022", 0.9, with_day=False)
    assert [figure.quote for figure in find_figures(text, "uk", [])] == ["300 людей"]
    assert find_figures(text, "uk", [date]) == []


def test_as_of_is_taken_from_the_sentence_before() -> None:
    text = "Станом на 3 травня оперували не всіх. У лікарнях 40 поранених."
    start = text.index("3 травня")
    date = DateExpression(start, start + 8, "2022-05-03", 0.9, with_day=True)
    (figure,) = find_figures(text, "uk", [date])
    assert figure.attributes["as_of"] == "2022-05-03"


def test_the_sentence_after_names_the_claimant_where_it_speaks_of_this() -> None:
    (figure,) = find_figures("На дамбі працюють 40 рятувальників. Про це повідомляє ДСНС.", "uk", [])
    assert figure.attributes["claimant"] == "ДСНС"
    (figure,) = find_figures("На дамбі працюють 40 рятувальників. Удень ДСНС повідомила про дощ.", "uk", [])
    assert "claimant" not in figure.attributes


def test_a_number_with_two_readings_is_less_sure() -> None:
    (sure,) = find_figures("Виїхали 1 234 особи.", "uk", [])
    (unsure,) = find_figures("Виїхали 1.234 особи.", "uk", [])
    assert sure.attributes["value"] == unsure.attributes["value"] == 1234
    assert unsure.confidence < sure.confidence


def test_the_language_is_guessed_where_it_is_not_given() -> None:
    (figure,) = find_figures("Унаслідок пожежі на складі загинуло 18 людей, повідомили рятувальники.", "", [])
    assert figure.attributes["counted"] == "загиблі"


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["uk", "ru", "en"]))
def test_figures_are_in_order_apart_and_quoted_as_they_stand(text: str, language: str) -> None:
    figures = find_figures(text, language, [])
    ends = 0
    for figure in figures:
        assert figure.start >= ends
        assert figure.end > figure.start
        assert text[figure.start : figure.end] == figure.quote
        assert figure.kind is Kind.FIGURE
        assert 0 < figure.confidence <= 1
        assert ("value" in figure.attributes) != ("low" in figure.attributes and "high" in figure.attributes)
        ends = figure.end


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", ["1-", "1 234 ", "тисяч ", "1.1", "сто-", "half of ", "(1 ", "за даними ", "a"])
def test_time_is_linear_in_hostile_texts(piece: str) -> None:
    find_figures(piece * (50_000 // len(piece)), "uk", [])
    find_figures(piece * (50_000 // len(piece)), "en", [])


@pytest.mark.parametrize(
    ("text", "language", "counted"),
    [
        ("Силы ПВО сбили 36 БПЛА над морем.", "ru", "БПЛА"),
        ("Названы 10 лучших книг года.", "ru", "лучшие книги"),
        ("Кількість затриманих у столиці та області зросла з 18 до 364.", "uk", "затримані"),
        ("Пострадавших больше 80.", "ru", "пострадавшие"),
    ],
)
def test_what_is_counted(text: str, language: str, counted: str) -> None:
    assert find_figures(text, language, [])[-1].attributes["counted"] == counted


@pytest.mark.parametrize("text", ["1️⃣ Перше питання", "user_15@mail.com", "https://a.com/5/18", "№ 5, 7 та 9", "v2.0"])
def test_codes_and_references_are_no_figures(text: str) -> None:
    assert find_figures(text, "uk", []) == []
