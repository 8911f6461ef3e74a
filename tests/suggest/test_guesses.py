# SPDX-License-Identifier: GPL-3.0-or-later
"""New actors guessed in a text."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.model import Kind
from archivist.suggest.guesses import guess_actors
from tests.counted_work import calls_of

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "mentions.py"


def guessed(text, language="uk", taken=()):
    return [(each.quote, each.attributes.get("type")) for each in guess_actors(text, language, taken)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uk", "Учора міністр лісів Остап Вербенюк пішов.", [("Остап Вербенюк", "person")]),
        ("uk", "За словами Остапа Петровича Вербенюка, усе тихо.", [("Остапа Петровича Вербенюка", "person")]),
        ("uk", "Заяву підписав О. П. Вербенюк.", [("О. П. Вербенюк", "person")]),
        ("uk", "Заяву підписав Вербенюк О. П. учора.", [("Вербенюк О. П.", "person")]),
        ("uk", "Тут був президент Вербенюк.", [("Вербенюк", "person")]),
        (
            "uk",
            "Тоді Остап Вербенюк пішов, а за Вербенюком усі.",
            [("Остап Вербенюк", "person"), ("Вербенюком", "person")],
        ),
        ("uk", "Про це знає Міністерство лісів і вод України.", [("Міністерство лісів і вод України", "state body")]),
        ("uk", "Заява Верховного суду Туркменістану.", [("Верховного суду Туркменістану", "state body")]),
        ("uk", "Директор ТОВ «Степова ягода» пішов.", [("ТОВ «Степова ягода»", "organisation")]),
        ("uk", "Пише газета «Степова зоря».", [("Степова зоря", "organisation")]),
        ("uk", "Тоді МНС України мовчало.", [("МНС України", "state body")]),
        ("uk", "Мешканці Зеленогірської області вийшли.", [("Зеленогірської області", "place")]),
        ("uk", "Тоді Туркменістан мовчав.", [("Туркменістан", "place")]),
        ("uk", "Зустріли мера Вербова Остапа Вишню.", [("Вербова", None), ("Остапа Вишню", "person")]),
        ("uk", "Тоді Опозиційний блок мовчав.", [("Опозиційний блок", None)]),
        (
            "uk",
            "Секретар Організації Угоди про спільні води прибув.",
            [("Організації Угоди про спільні води", "organisation")],
        ),
        ("uk", "Прокуратура про справу мовчить.", []),
        ("uk", "Тоді в Вербогаї було тихо.", [("Вербогаї", "place")]),
        ("uk", "Мешканці Вербогая, тихого міста, вийшли.", [("Вербогая", "place")]),
        (
            "uk",
            "Вийшли і в інших містах, зокрема Вербогаї, Стриївці.",
            [("Вербогаї", "place"), ("Стриївці", "place")],
        ),
        ("uk", "Зустріч під головуванням Вірменії.", [("Вірменії", "place")]),
        ("ru", "Вчера министр лесов Остап Вербенюк ушёл.", [("Остап Вербенюк", "person")]),
        ("ru", "Заявление Министерства лесов и вод Туркмении.", [("Министерства лесов и вод Туркмении", "state body")]),
        ("ru", "Об этом сообщило агентство «Степная заря».", [("Степная заря", "organisation")]),
        ("en", "Yesterday minister Ostap Verbeniuk left.", [("Ostap Verbeniuk", "person")]),
        ("en", "We know the Ministry of Forests well.", [("Ministry of Forests", "state body")]),
        ("en", "We met John F. Verbeniuk there.", [("John F. Verbeniuk", "person")]),
    ],
)
def test_actors_are_guessed_with_their_type(language, text, expected):
    assert guessed(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Сьогодні тихо. Учора було гучно. Пожежу загасили."),
        ("uk", "Він прийшов. Про це не знали. Його чекали."),
        ("uk", "ВВП і ПДВ зросли у XX столітті."),
        ("uk", "\n\nМітинг тривав."),
        ("ru", "Сегодня тихо. Он пришёл. СМИ молчат."),
        ("en", "It was quiet on Monday in January. The fire was out. I know."),
    ],
)
def test_ordinary_words_with_capitals_are_none(language, text):
    assert guessed(text, language) == []


def test_capitals_of_a_language_that_writes_its_nouns_so_are_no_names() -> None:
    text = (
        "Der alte Schrank stand seit vielen Jahren im Keller, bis die Familie ihn im Sommer wieder in die Küche "
        "holte und mit neuer Farbe versah."
    )
    assert guess_actors(text, "", ()) == []
    assert guess_actors(text, "de", ()) == []


def test_what_is_taken_is_not_guessed():
    text = "Учора Остап Вербенюк зустрів Марту Вишню."
    assert guessed(text, taken=[(6, 20)]) == [("Марту Вишню", "person")]


def test_a_guess_is_never_linked():
    (found,) = guess_actors("Учора Остап Вербенюк пішов.", "uk", ())
    assert (found.source, found.kind, found.record, found.tag) == ("guess", Kind.ACTOR, None, None)
    assert 0 < found.confidence < 1


@settings(deadline=None)
@given(
    st.one_of(st.text("АБВабвAbc -'’.,\n«»\"“1🙂", max_size=80), st.text(max_size=80)),
    st.sampled_from(["uk", "ru", "en", ""]),
)
def test_guesses_lie_in_the_text_in_order_and_apart(text, language):
    end = 0
    for found in guess_actors(text, language, ()):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.quote
        end = found.end


@pytest.mark.parametrize(
    "piece", ["Остап Вербенюк ", "А. ", "Рада ", "ТОВ «", "Верховний ", "МНС ", "а", "Київський і ", "«А» "]
)
def test_the_work_grows_with_the_length_of_a_hostile_text(piece):
    text = piece * (20_000 // len(piece))
    quarter, whole = (calls_of(lambda size=size: guess_actors(text[:size], "uk", ())) for size in (5_000, 20_000))
    assert whole < 5 * quarter + 100
    guess_actors(text * 5, "uk", ())  # hangs where a call has more work to do, too


def test_real_news_are_guessed_well(cases):
    benchmark = runpy.run_path(str(BENCHMARK))
    corpus = list(benchmark["brat"](cases / "brat-neruk2" / "dev"))
    found = [[(each.start, each.end) for each in guess_actors(text, "uk", ())] for text, _ in corpus]
    gold = [[each[1:] for each in entities if each[0] in benchmark["LABELS"]] for _, entities in corpus]
    overlap = benchmark["measure_guesses"](found, gold, gold, exact=False)
    assert overlap.right / overlap.found >= 0.88
    assert overlap.hit / overlap.expected >= 0.95
