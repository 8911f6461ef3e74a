# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.edges import Edge, Unit, dragged, moved
from archivist.text import whole_graphemes

TEXT = "На «Маяку» п'ять 👩‍👩‍👧 рятувальників"


def words_after(quote: str, edge: Edge, step: int, unit: Unit = Unit.WORD, text: str = TEXT) -> str:
    start = text.index(quote)
    return text[slice(*moved(text, (start, start + len(quote)), edge, step, unit))]


@pytest.mark.parametrize(
    ("quote", "edge", "step", "expected"),
    [
        ("Маяку", Edge.START, -1, "На «Маяку"),
        ("Маяку", Edge.END, 1, "Маяку» п'ять"),
        ("На «Маяку", Edge.START, 1, "Маяку"),
        ("Маяку» п'ять", Edge.END, -1, "Маяку"),
    ],
)
def test_an_edge_goes_to_the_next_word(quote: str, edge: Edge, step: int, expected: str) -> None:
    assert words_after(quote, edge, step) == expected


def test_an_edge_inside_a_word_goes_to_its_end() -> None:
    assert words_after("рятув", Edge.END, 1) == "рятувальників"


SENTENCES = "Порт став.\n\nМер сказав: 5 тис. людей. Ніхто не пішов!\n\nКінець."


@pytest.mark.parametrize(
    ("quote", "edge", "step", "expected"),
    [
        ("людей", Edge.END, 1, "людей."),
        ("людей.", Edge.END, 1, "людей. Ніхто не пішов!"),
        ("людей", Edge.START, -1, "Мер сказав: 5 тис. людей"),
        ("Мер сказав: 5 тис. людей", Edge.START, -1, "Порт став.\n\nМер сказав: 5 тис. людей"),
        ("Мер сказав: 5 тис. людей. Ніхто", Edge.START, 1, "Ніхто"),
        ("Ніхто не пішов!", Edge.END, 1, "Ніхто не пішов!\n\nКінець."),
        ("Кінець.", Edge.END, 1, "Кінець."),
        ("Мер сказав: 5 тис. людей. Ніхто", Edge.END, -1, "Мер сказав: 5 тис. людей."),
    ],
)
def test_an_edge_goes_to_the_next_sentence(quote: str, edge: Edge, step: int, expected: str) -> None:
    assert words_after(quote, edge, step, Unit.SENTENCE, SENTENCES) == expected


def test_a_character_is_what_the_reader_sees_as_one() -> None:
    assert words_after("п'ять ", Edge.END, 1, unit=Unit.CHARACTER) == "п'ять 👩‍👩‍👧"
    assert words_after("👩‍👩‍👧 ", Edge.START, 1, unit=Unit.CHARACTER) == " "


@pytest.mark.parametrize("unit", list(Unit))
def test_a_span_is_never_left_empty(unit: Unit) -> None:
    assert words_after("На", Edge.START, 1, unit=Unit.WORD) == "На"
    assert words_after("Н", Edge.END, -1, unit=unit) == "Н"
    assert words_after("Н", Edge.START, -1, unit=unit) == "Н"


def test_a_word_with_combining_marks_is_one() -> None:
    text = "Кри\u0306ївка і Cafe\u0301té"
    assert words_after("Кри\u0306", Edge.END, 1, text=text) == "Кри\u0306ївка"
    assert words_after("і", Edge.END, 1, text=text) == "і Cafe\u0301té"


@pytest.mark.parametrize(
    ("edge", "to", "unit", "expected"),
    [
        (Edge.START, "аяку", Unit.CHARACTER, "аяку» п'ять"),
        (Edge.START, "аяку", Unit.WORD, "Маяку» п'ять"),
        (Edge.START, "» п", Unit.WORD, "п'ять"),
        (Edge.START, "На", Unit.CHARACTER, "На «Маяку» п'ять"),
        (Edge.START, "рятувальників", Unit.CHARACTER, "ь"),  # beyond the other edge
        (Edge.START, "рятувальників", Unit.WORD, "п'ять"),
        (Edge.END, " п'ять", Unit.CHARACTER, "Маяку»"),
        (Edge.END, "'ять", Unit.CHARACTER, "Маяку» п"),
        (Edge.END, "'ять", Unit.WORD, "Маяку"),
        (Edge.END, "ять", Unit.WORD, "Маяку» п'ять"),
        (Edge.END, "альників", Unit.WORD, "Маяку» п'ять 👩‍👩‍👧 рятувальників"),
        (Edge.END, "На", Unit.CHARACTER, "М"),
        (Edge.END, "На", Unit.WORD, "Маяку"),
    ],
)
def test_an_edge_is_dragged_to_a_place(edge: Edge, to: str, unit: Unit, expected: str) -> None:
    start, end = TEXT.index("Маяку"), TEXT.index(" 👩")
    assert TEXT[slice(*dragged(TEXT, (start, end), edge, TEXT.index(to), unit))] == expected


def test_an_edge_dragged_by_words_where_there_are_none_stays() -> None:
    assert dragged("«…» —", (0, 3), Edge.END, 5, Unit.WORD) == (0, 3)


def test_no_half_of_a_long_word_is_an_edge() -> None:
    text = "а" * 2000
    assert dragged(text, (0, 10), Edge.END, 900, Unit.WORD) == (0, 10)
    assert moved(text, (0, 10), Edge.END, 1, Unit.WORD) == (0, 10)


HARD = st.text("аб' \u0301👩\u200d🏽🇺🇦ב\u05b8ا\u064bक\u093f\n", min_size=1, max_size=20)


@given(HARD, st.data(), st.sampled_from(list(Edge)), st.sampled_from((1, -1)), st.sampled_from(list(Unit)))
def test_an_edge_never_cuts_a_character(text: str, data: st.DataObject, edge: Edge, step: int, unit: Unit) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = whole_graphemes(text, start, start + 1)
    for moved_span in (
        moved(text, span, edge, step, unit),
        dragged(text, span, edge, data.draw(st.integers(0, len(text))), unit),
    ):
        assert 0 <= moved_span[0] < moved_span[1] <= len(text)
        assert whole_graphemes(text, *moved_span) == moved_span
