# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.segments import sentences, tokens

ANY = st.text(st.sampled_from("Аб1 .!?»«\n\t\u00a0'-😀\u200d👩e\u0301\u05b0א"), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Він пішов. Вона теж.", ["Він пішов.", "Вона теж."]),
        ("«Так!» Він пішов…  Потім повернувся", ["«Так!»", "Він пішов…", "Потім повернувся"]),
        ("Заголовок\n\n Текст \n", ["Заголовок", "Текст"]),
        ("О. Коваль і Mr. Smith, 5 тис. Людей", ["О. Коваль і Mr. Smith, 5 тис. Людей"]),
        ("у 2022 р. сталося. 18 людей", ["у 2022 р. сталося.", "18 людей"]),
        ("2.5 і т.д. далі", ["2.5 і т.д. далі"]),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


def test_tokens_are_words_and_signs() -> None:
    text = "Су-25 збили, «10 000 грн» 👩‍👩‍👧!"
    assert [text[start:end] for start, end in tokens(text)] == [
        "Су-25",
        "збили",
        ",",
        "«",
        "10 000",
        "грн",
        "»",
        "👩‍👩‍👧",
        "!",
    ]


@given(ANY)
def test_sentences_hold_all_that_is_no_white_space_and_tokens_lie_in_them(text: str) -> None:
    places, marks = list(sentences(text)), list(tokens(text))
    for segments in (places, marks):
        assert all(start < end for start, end in segments)
        assert all(end <= start for (_, end), (start, _) in pairwise(segments))
    inside = {index for start, end in places for index in range(start, end)}
    assert {index for index, character in enumerate(text) if not character.isspace()} <= inside
    assert all(any(first <= start and end <= last for first, last in places) for start, end in marks)
    said = {index for start, end in marks for index in range(start, end)}
    assert {index for index, character in enumerate(text) if not character.isspace()} <= said
