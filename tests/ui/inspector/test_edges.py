# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.text import whole_graphemes
from archivist.ui.inspector.edges import Edge, moved_by_character, moved_by_word

TEXT = "На «Маяку» п'ять 👩‍👩‍👧 рятувальників"


def moved(quote: str, edge: Edge, step: int, *, by_word: bool = True) -> str:
    start = TEXT.index(quote)
    move = moved_by_word if by_word else moved_by_character
    return TEXT[slice(*move(TEXT, start, start + len(quote), edge, step))]


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
    assert moved(quote, edge, step) == expected


def test_an_edge_inside_a_word_goes_to_its_end() -> None:
    assert moved("рятув", Edge.END, 1) == "рятувальників"


def test_a_character_is_what_the_reader_sees_as_one() -> None:
    assert moved("п'ять ", Edge.END, 1, by_word=False) == "п'ять 👩‍👩‍👧"
    assert moved("👩‍👩‍👧 ", Edge.START, 1, by_word=False) == " "


@pytest.mark.parametrize("by_word", [True, False])
def test_a_span_is_never_left_empty(by_word: bool) -> None:
    assert moved("На", Edge.START, 1, by_word=True) == "На"
    assert moved("Н", Edge.END, -1, by_word=by_word) == "Н"
    assert moved("Н", Edge.START, -1, by_word=by_word) == "Н"


@given(
    st.text("аб' \u0301👩\u200d\n", min_size=1, max_size=20),
    st.data(),
    st.sampled_from(list(Edge)),
    st.sampled_from((1, -1)),
    st.booleans(),
)
def test_an_edge_never_cuts_a_character(text: str, data: st.DataObject, edge: Edge, step: int, by_word: bool) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = whole_graphemes(text, start, start + 1)
    moved_span = moved_by_character(text, *span, edge, step)
    assert 0 <= moved_span[0] < moved_span[1] <= len(text)
    assert whole_graphemes(text, *moved_span) == moved_span
