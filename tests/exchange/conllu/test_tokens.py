# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from archivist.exchange.conllu.spacing import escaped, unescaped
from archivist.exchange.conllu.tokens import sentences, tokenised
from tests.exchange.spans import TEXTS, marked_texts


def split(text: str) -> list[str]:
    """The sentences of a text, without what is between their last and first tokens."""
    return [text[found[0][0] : found[-1][1]] for found in sentences(text, tokenised(text, ()))]


@given(marked_texts())
def test_tokens_are_all_that_is_no_white_space_parted_at_every_edge(marked: tuple[str, list[tuple[int, int]]]) -> None:
    text, spans = marked
    found = tokenised(text, [edge for span in spans for edge in span])
    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(found))
    for edge in (edge for span in spans for edge in span):
        assert not any(start < edge < end for start, end in found)
    assert [token for sentence in sentences(text, found) for token in sentence] == found


@given(TEXTS)
def test_white_space_is_written_on_a_line_without_bars(text: str) -> None:
    written = escaped(text)
    assert unescaped(written) == text
    assert len(written.splitlines()) == 1
    assert not set(written) & set(" \t|=")


def test_words_numbers_and_signs() -> None:
    text = "Су-25, 2,5 тис. — так…👩\u200d👩"
    assert [text[start:end] for start, end in tokenised(text, ())] == [
        *("Су-25", ",", "2,5", "тис", ".", "—", "так", "…", "👩\u200d👩"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Він тут. Вона там.", ["Він тут.", "Вона там."]),
        ("О. Коваль у м. Львові.", ["О. Коваль у м. Львові."]),
        ("«Так!» — сказав він. 5 людей", ["«Так!» — сказав він.", "5 людей"]),
        ("Що? «Ні».\nДалі", ["Що?", "«Ні».", "Далі"]),
        ("Сайт Lenta.ru не пише… що", ["Сайт Lenta.ru не пише… що"]),
        ("заголовок\n\nтекст", ["заголовок", "текст"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected
