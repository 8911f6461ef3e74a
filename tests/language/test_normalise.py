# SPDX-License-Identifier: GPL-3.0-or-later
"""Spellings that look the same are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.normalise import fold, in_cyrillic, normalise


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("КИЇВ", "київ"),
        ("зв’язок", "зв'язок"),
        ("звʼязок", "зв'язок"),
        ("зв`язок", "зв'язок"),
        ("за\u0301мок", "замок"),
        ("Украї\u0301ни", "україни"),
        ("ѐ", "е"),
        ("про\u00adтест", "протест"),
        ("про\u200bтест\ufeff", "протест"),
        ("и\u0306ога", "йога"),
        ("і\u0308жак", "їжак"),
        ("Нур‑Султан", "нур-султан"),
        ("ﬁnance", "finance"),
        ("Café", "café"),
    ],
)
def test_layout_and_typing_are_undone(written, expected):
    assert normalise(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Kиїв", "київ"),  # Latin K
        ("Кaзахcтан", "казахстан"),  # Latin a and c
        ("Googlе", "google"),  # Cyrillic е
        ("IT-компанія", "it-компанія"),
        ("Telegram-каналів", "telegram-каналів"),
        ("ФSБ", "фsб"),  # neither script has all the letters: left as it is
    ],
)
def test_letters_borrowed_from_the_other_script_are_given_back(written, expected):
    assert normalise(written) == expected


@pytest.mark.parametrize(
    ("normal", "expected"),
    [("ґрунт", "грунт"), ("ёлка", "елка"), ("п'ять", "пять"), ("łódź", "lodz"), ("don't", "dont"), ("їжак", "їжак")],
)
def test_folding_drops_what_a_search_should_not_care_about(normal, expected):
    assert fold(normal) == expected


def test_letters_made_of_a_letter_and_a_mark_stay():
    assert fold("йїў") == "йїў"


@pytest.mark.parametrize(
    ("written", "expected"),
    [("c-300", "с-300"), ("m777", "м777"), ("b-52", "в-52"), ("су-25", "су-25"), ("f-16", "f-16")],
)
def test_a_designation_that_looks_cyrillic_is_cyrillic(written, expected):
    assert in_cyrillic(written) == expected


@given(st.text(max_size=30))
def test_normalising_and_folding_take_any_word(word):
    assert isinstance(fold(normalise(word)), str)


@given(st.text(alphabet="абвіїґё'АБВ’-aceABC\u0301\u00ad", max_size=12))
def test_a_normal_word_is_left_as_it_is(word):
    assert normalise(normalise(word)) == normalise(word)
