# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words of a text a word of a query finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.keys import STEM_MARK, index_keys, parts_of, prefix_key, query_keys


def finds(asked: str, written: str, language: str) -> bool:
    return not set(query_keys(asked)).isdisjoint(index_keys(written, language))


@pytest.mark.parametrize("language", ["uk", ""])
@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("людина", "людей"),
        ("рік", "році"),
        ("мандрівник", "мандрівниками"),
        ("заворушення", "заворушень"),
        ("поранений", "поранені"),
        ("оголосив", "оголосили"),
        ("оголошувати", "оголошуючи"),
        ("Київ", "Києвом"),
        ("Ольга", "Ользі"),
        ("сім'я", "сімʼєю"),
        ("ґанок", "ганку"),
        ("НАТО", "нато"),
        ("протест", "ПРОТЕСТІВ"),
    ],
)
def test_ukrainian_forms_are_found(asked, written, language):
    assert finds(asked, written, language)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Бурхаєв", "Бурхаєвим"),
        ("Бурхаєва", "Бурхаєву"),
        ("бурхаєв", "Бурхаєва"),
        ("Лужанський", "Лужанському"),
        ("Нур-Султан", "Нур-Султані"),
        ("Верхотур", "Верхотурові"),
        ("Верхотур", "Верхотурів"),
        ("Рахімбій", "Рахімбієм"),
        ("Цой", "Цоя"),
        ("Пертуха", "Пертусі"),
        ("Вишгорець", "Вишгорця"),
        ("Чхаквадзе", "Чхаквадзе"),
        ("Варданосян", "Варданосяном"),
        ("Лужанська", "Лужанської"),
        ("Дзержебенко", "Дзержебенкові"),
        ("Нурбанівна", "Нурбанівною"),
        ("Нурбанович", "Нурбановичем"),
        ("Франківськ-на-Бистриці", "Франківську-на-Бистриці"),
        ("Буш-молодший", "Буша-молодшого"),
    ],
)
def test_names_that_no_dictionary_lists_are_found_in_every_case(asked, written):
    assert finds(asked, written, "uk")


@pytest.mark.parametrize(
    ("asked", "written"),
    [("ребёнок", "детей"), ("человек", "людьми"), ("Бурхаев", "Бурхаевым"), ("елка", "ёлки"), ("Токаев", "Токаевым")],
)
def test_russian_forms_are_found(asked, written):
    assert finds(asked, written, "ru")


@pytest.mark.parametrize(
    ("asked", "written"),
    [("woman", "women"), ("say", "said"), ("Burhayev", "Burhayev's"), ("grizzler", "grizzlers"), ("Zürich", "Zurich")],
)
def test_english_forms_are_found(asked, written):
    assert finds(asked, written, "en")


@pytest.mark.parametrize(
    ("asked", "written"), [("сказать", "сказал"), ("чиновник", "чиновникам"), ("police", "police"), ("вышел", "вышли")]
)
def test_a_word_quoted_in_another_language_is_found(asked, written):
    assert finds(asked, written, "uk")


@pytest.mark.parametrize(
    ("asked", "written"), [("дом", "доме"), ("март", "марте"), ("человек", "человека"), ("заседание", "заседании")]
)
def test_russian_is_found_where_ukrainian_only_seldom_means_such_a_form(asked, written):
    assert finds(asked, written, "uk")


@pytest.mark.parametrize(
    ("asked", "written"), [("заявити", "заяви"), ("стан", "стане"), ("назвати", "назву"), ("ставити", "ставши")]
)
def test_what_a_form_seldom_means_does_not_find_it(asked, written):
    assert "заявити" in query_keys("заявив")
    assert set(query_keys(asked)).isdisjoint(index_keys(written, "uk"))


@pytest.mark.parametrize(
    ("asked", "written"),
    [("Петро", "Петрова"), ("Антон", "Антонова"), ("Лукаш", "Лукашева"), ("Іван", "Івано-Франківську")],
)
def test_a_name_is_not_found_by_the_name_it_is_made_of(asked, written):
    assert not finds(asked, written, "uk")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("ОДКБ", "ОДКБ-у"),
        ("ОДКБ-у", "ОДКБ"),
        ("одкб", "ОДКБ"),
        ("сша", "США"),
        ("ЮКОС", "ЮКОСа"),
        ("БТРи", "БТРами"),
        ("ДТЕК", "ДТЕК’ом"),
        ("ДТЕК", "ДТЕКʼу"),
        ("ОДКБ", "ОДКБ‑у"),
        ("ООН", "ООН-івський"),
    ],
)
def test_acronyms_are_found_in_any_case(asked, written):
    assert finds(asked, written, "uk")


def test_an_acronym_is_not_found_by_its_beginning():
    assert not finds("ТВ", "ТВі", "uk")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("війна", "військо"),
        ("протест", "протестант"),
        ("день", "денний"),
        ("ціна", "цінність"),
        ("область", "обласний"),
        ("universe", "University"),
        ("султан", "султанат"),
    ],
)
def test_another_word_that_begins_alike_is_not_found(asked, written):
    assert not finds(asked, written, "en" if asked.isascii() else "uk")


def test_a_hyphenated_word_is_found_by_its_parts_but_not_the_other_way_round():
    assert finds("міністр", "прем’єр-міністром", "uk")
    assert not finds("прем’єр-міністр", "міністром", "uk")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("2,5", "2.5"),
        ("2014", "2014-го"),
        ("2014-й", "2014-му"),
        ("14-річний", "14-річного"),
        ("11", "11th"),
        ("Су-25", "СУ-25"),
        ("С-300", "C-300"),  # the second with a Latin C
        ("M777", "М777"),
        ("2,5-річний", "2,5-річного"),
        ("Боїнг-737", "Боїнга-737"),
        ("10000", "10 000"),
        ("10 000", "10\u00a0000"),
        ("10 000-й", "10 000-го"),
    ],
)
def test_numbers_are_found_however_they_are_written(asked, written):
    assert finds(asked, written, "uk")


def test_a_number_is_not_found_inside_another():
    assert not finds("5", "2,5", "uk")
    assert not finds("25", "250", "uk")
    assert not finds("100000", "10 000", "uk")
    assert not finds("10 000", "10", "uk")


def test_thousands_typed_as_two_words_are_found():
    assert finds("10", "10 500", "uk")
    assert finds("500", "10 500", "uk")


def test_a_common_word_of_the_dictionary_has_no_stem_unless_it_may_be_a_name():
    assert not any(key.startswith(STEM_MARK) for key in index_keys("токай", "uk"))
    assert any(key.startswith(STEM_MARK) for key in index_keys("Токай", "uk"))


@pytest.mark.parametrize("word", ["Олександром", "Повідомили", "Вони"])
def test_what_is_no_unlisted_name_has_no_stem_for_its_capital(word):
    assert not any(key.startswith(STEM_MARK) for key in index_keys(word, "uk"))


def test_a_hyphenated_word_of_common_words_has_no_stem():
    assert not any(key.startswith(STEM_MARK) for key in index_keys("країни-сусіда", "uk"))
    assert any(key.startswith(STEM_MARK) for key in index_keys("Країни-Бурхая", "uk"))


def test_an_ordinal_is_its_number_and_nothing_else():
    assert index_keys("5-му", "uk") == ("5", "=5-му")


def test_parts_of_a_hyphenated_word():
    assert parts_of("Івано-Франківськ") == ["Івано", "Франківськ"]
    assert parts_of("Франківськ") == []


@pytest.mark.parametrize(
    ("beginning", "written"),
    [("людей", "людей"), ("дітьм", "ДІТЬМИ"), ("пят", "п’ятьма"), ("султ", "Нур-Султаном"), ("Нур-С", "Нур-Султаном")],
)
def test_a_form_is_found_by_its_beginning(beginning, written):
    assert any(key.startswith(prefix_key(beginning)) for key in index_keys(written, "uk"))


def test_a_form_is_not_found_by_the_beginning_of_another_form():
    assert not any(key.startswith(prefix_key("людин")) for key in index_keys("людей", "uk"))


def test_an_endless_word_has_short_keys():
    assert max(map(len, index_keys("а" * 100_000, "uk"))) < 200
    assert finds("а" * 100_000, "а" * 100_000, "uk")


@given(st.text(min_size=1, max_size=20), st.sampled_from(["uk", "ru", "en", ""]))
def test_any_word_in_any_language_finds_itself_or_has_no_keys(word, language):
    keys = index_keys(word, language)
    assert all(isinstance(key, str) for key in keys)
    assert not set(keys).isdisjoint(query_keys(word))
