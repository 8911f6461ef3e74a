# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.spacy.tokens import tokens

TEXTS = st.text(st.sampled_from("аб1 \n\t\u00a0.’-\u0301\U0001f469\u200dم_"), max_size=30)


def words(text: str, *spans: tuple[int, int]) -> list[tuple[str, bool]]:
    found = tokens(text, spans)
    return list(zip(found.words, found.spaced, strict=True))


@given(TEXTS, st.data())
def test_tokens_are_the_text_and_every_span_has_their_edges(text: str, data: st.DataObject) -> None:
    places = st.integers(0, len(text))
    spans = [(min(a, b), max(a, b)) for a, b in data.draw(st.lists(st.tuples(places, places), max_size=6)) if a != b]
    found = tokens(text, spans)
    written = [word + " " * spaced for word, spaced in zip(found.words, found.spaced, strict=True)]
    assert "".join(written) == text
    assert all(found.words)
    for start, end in spans:
        first, after = found.before[start], found.before[end]
        assert "".join(written[:first]) == text[:start]
        assert "".join(written[first : after - 1]) + found.words[after - 1] == text[start:end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Уряд, так", [("Уряд", False), (",", True), ("так", False)]),
        ("об’єднання 18-ти", [("об’єднання", True), ("18-ти", False)]),
        ("а  б ", [("а", True), (" ", False), ("б", True)]),
        (" а\n\nб", [(" ", False), ("а", False), ("\n\n", False), ("б", False)]),
        ("👩‍👩‍👧 Ка́ва", [("👩‍👩‍👧", True), ("Ка́ва", False)]),
        ("2\u00a0500 грн", [("2", False), ("\u00a0", False), ("500", True), ("грн", False)]),
        ("", []),
    ],
)
def test_words_signs_and_spaces(text: str, expected: list[tuple[str, bool]]) -> None:
    assert words(text) == expected


def test_a_space_at_the_edge_of_a_span_is_a_token() -> None:
    assert words("а б", (1, 3)) == [("а", False), (" ", False), ("б", False)]
    assert words("а б", (0, 2)) == [("а", False), (" ", False), ("б", False)]
    assert words("а б", (0, 1)) == [("а", True), ("б", False)]
    assert words("слово", (2, 4)) == [("сл", False), ("ов", False), ("о", False)]
