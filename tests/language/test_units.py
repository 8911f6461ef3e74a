# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.units import next_edge_of_sentence, noun_phrase_at, sentence_at, word_at

TEXT = "Порт став.\n\nМер сказав: «5 тис. людей 👩‍👩‍👧». Ніхто не пішов!\nКінець"


def held(span: tuple[int, int] | None, text: str = TEXT) -> str:
    return text[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("at", "expected"), [("Мер", "Мер"), ("ер сказав", "Мер"), (" сказав", "Мер"), ("інець", "Кінець")]
)
def test_the_word_at_a_place_is_the_one_that_holds_it_or_ends_there(at: str, expected: str) -> None:
    assert held(word_at(TEXT, TEXT.index(at))) == expected


def test_between_signs_there_is_no_word() -> None:
    assert word_at(TEXT, TEXT.index("\n\n") + 1) is None
    assert word_at("", 0) is None


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("сказав", "Мер сказав: «5 тис. людей 👩‍👩‍👧»."),
        ("👩", "Мер сказав: «5 тис. людей 👩‍👩‍👧»."),
        ("Ніхто", "Ніхто не пішов!"),
        ("\nКінець", "Ніхто не пішов!"),
        ("інець", "Кінець"),
    ],
)
def test_the_sentence_at_a_place(at: str, expected: str) -> None:
    assert held(sentence_at(TEXT, TEXT.index(at))) == expected


def test_on_an_empty_line_there_is_no_sentence() -> None:
    assert sentence_at(TEXT, TEXT.index("\n\n") + 1) is None


def test_edges_of_sentences_are_found_beyond_the_line() -> None:
    start = TEXT.index("Мер")
    assert next_edge_of_sentence(TEXT, start, -1, at_end=False) == 0
    assert next_edge_of_sentence(TEXT, TEXT.index("!") + 1, 1, at_end=True) == len(TEXT)
    assert next_edge_of_sentence(TEXT, 0, -1, at_end=False) is None


UKRAINIAN = (
    "Президент Казахстану Нурлан Бекетов заявив, що Міністерство внутрішніх справ України нарахувало 18 загиблих"
    " силовиків і понад 2,5 тис. військових, а компанія «Степові дороги» зупинила всі міжнародні потяги."
)
RUSSIAN = "Министр внутренних дел России Павел Орлов сообщил о пяти раненых полицейских и двух новых домах."
ENGLISH = (
    "Police detained the injured officers near the Ministry of Internal Affairs on 5 January 2022,"
    " and 18 law enforcement officers later died in a three-day clash."
)


@pytest.mark.parametrize(
    ("text", "language", "word", "expected"),
    [
        (UKRAINIAN, "uk", "Бекетов", "Президент Казахстану Нурлан Бекетов"),
        (UKRAINIAN, "uk", "Казахстану", "Президент Казахстану Нурлан Бекетов"),
        (UKRAINIAN, "uk", "внутрішніх", "Міністерство внутрішніх справ України"),
        (UKRAINIAN, "uk", "силовиків", "18 загиблих силовиків"),
        (UKRAINIAN, "uk", "18", "18 загиблих силовиків"),
        (UKRAINIAN, "uk", "військових", "2,5 тис. військових"),
        (UKRAINIAN, "uk", "компанія", "компанія «Степові дороги»"),
        (UKRAINIAN, "", "потяги", "всі міжнародні потяги"),
        (UKRAINIAN, "uk", "заявив", "заявив"),
        (RUSSIAN, "ru", "дел", "Министр внутренних дел России Павел Орлов"),
        (RUSSIAN, "ru", "раненых", "пяти раненых полицейских"),
        (RUSSIAN, "", "новых", "двух новых домах"),
        (ENGLISH, "en", "officers", "the injured officers"),
        (ENGLISH, "en", "Ministry", "the Ministry of Internal Affairs"),
        (ENGLISH, "en", "January", "5 January 2022"),
        (ENGLISH, "en", "enforcement", "18 law enforcement officers"),
        (ENGLISH, "en", "clash", "a three-day clash"),
        (ENGLISH, "en", "detained", "detained"),
    ],
)
def test_the_noun_phrase_at_a_word(text: str, language: str, word: str, expected: str) -> None:
    assert held(noun_phrase_at(text, text.index(word) + 1, language), text) == expected


@given(
    st.text("аб Мер. 5 тис. «Дороги» of the\n\u0301👩", max_size=60), st.data(), st.sampled_from(("", "uk", "ru", "en"))
)
def test_whatever_is_found_holds_the_place(text: str, data: st.DataObject, language: str) -> None:
    offset = data.draw(st.integers(0, len(text)))
    word, phrase = word_at(text, offset), noun_phrase_at(text, offset, language)
    if word is None:
        assert phrase is None
    else:
        assert phrase is not None
        assert 0 <= phrase[0] <= word[0] <= offset <= word[1] <= phrase[1] <= len(text)
