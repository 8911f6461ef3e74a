# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionary forms of the three languages."""

from __future__ import annotations

import subprocess
import sys

import pytest

from archivist.language.lemmas import dictionary_lemmas, english_lemmas, guessed_lemmas, is_listed, verb_tense


@pytest.mark.parametrize(
    ("form", "language", "lemma"),
    [
        ("людьми", "uk", "людина"),
        ("заворушень", "uk", "заворушення"),
        ("грунту", "uk", "ґрунт"),
        ("вважаючи", "uk", "вважати"),
        ("зібравшись", "uk", "зібратися"),
        ("принісши", "uk", "принести"),
        ("детей", "ru", "ребёнок"),
        ("елками", "ru", "ёлка"),
    ],
)
def test_a_form_has_its_dictionary_form(form, language, lemma):
    assert lemma in dictionary_lemmas(form, language).likely


def test_a_form_of_two_words_has_both():
    assert {"мати", "мат"} <= set(dictionary_lemmas("мати", "uk").likely)


def test_an_unlisted_word_has_no_dictionary_form_but_a_guess():
    assert dictionary_lemmas("крутогорський", "uk") == ([], [], True)
    assert "крутогорський" in guessed_lemmas("крутогорського", "uk")


@pytest.mark.parametrize(
    ("form", "language", "likely", "seldom"),
    [
        ("заяви", "uk", "заява", "заявити"),  # imperative
        ("стане", "uk", "стати", "стан"),  # vocative
        ("складу", "uk", "склад", "скласти"),  # first person
        ("потраплять", "uk", "потрапити", "потрапляти"),  # clipped infinitive
        ("плати", "ru", "плата", "платить"),
        ("складу", "ru", "склад", "скласть"),
    ],
)
def test_what_a_form_seldom_means_is_kept_apart(form, language, likely, seldom):
    found = dictionary_lemmas(form, language)
    assert likely in found.likely or not found.likely
    assert seldom not in found.likely


def test_a_form_that_means_nothing_else_has_its_seldom_meaning():
    assert dictionary_lemmas("стріляй", "uk").seldom == ["стріляти"]


@pytest.mark.parametrize(
    ("form", "complete"),
    [("Олександрою", True), ("повідомили", True), ("вони", True), ("токай", False), ("мирзоянов", False)],
)
def test_only_of_some_words_a_name_that_is_not_listed_can_be_ruled_out(form, complete):
    assert dictionary_lemmas(form.lower(), "ru" if form == "мирзоянов" else "uk").complete is complete


def test_a_participle_is_of_its_verb_alone():
    assert "ставити" not in dictionary_lemmas("ставши", "uk").likely
    assert "стати" in dictionary_lemmas("ставши", "uk").likely


@pytest.mark.parametrize(
    ("form", "language", "lemma"),
    [
        ("наднафтою", "uk", "наднафта"),  # a listed word with a prefix
        ("бурхаківському", "uk", "бурхаківський"),  # as words that end alike
        ("экзопланетами", "ru", "экзопланета"),
        ("бурхаковскому", "ru", "бурхаковский"),
    ],
)
def test_guesses(form, language, lemma):
    assert lemma in guessed_lemmas(form, language)


def test_what_nothing_is_like_is_its_own_guess():
    assert guessed_lemmas("щщ", "uk") == ["щщ"]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("women", "woman"),
        ("killed", "kill"),
        ("cities", "city"),
        ("leaves", "leaf"),
        ("leaves", "leave"),
        ("wives", "wife"),
    ],
)
def test_english_forms(form, lemma):
    assert lemma in english_lemmas(form)


@pytest.mark.parametrize(("form", "lemma"), [("olives", "olife"), ("gives", "gife"), ("believes", "belief")])
def test_not_everything_in_ves_is_a_plural_of_f(form, lemma):
    assert lemma not in english_lemmas(form)


@pytest.mark.parametrize(
    ("word", "language", "listed"),
    [
        ("протест", "uk", True),
        ("протестъ", "uk", False),
        ("ребенка", "ru", True),
        ("police", "en", True),
        ("ąę", "en", False),
    ],
)
def test_what_a_dictionary_lists(word, language, listed):
    assert is_listed(word, language) is listed


def test_dictionaries_load_without_a_warning_and_only_when_asked():
    program = (
        "import sys; from archivist.language import keys, detect;"
        "assert 'pymorphy3' not in sys.modules and 'simplemma' not in sys.modules;"
        "assert 'людина' in keys.index_keys('людьми', 'uk'); assert 'woman' in keys.index_keys('women', 'en')"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


@pytest.mark.parametrize(
    ("word", "language", "tense"),
    [
        ("відбудеться", "uk", "future"),
        ("діятиме", "uk", "future"),
        ("закрили", "uk", "past"),
        ("розглядає", "uk", ""),
        ("дерево", "uk", ""),
        ("состоится", "ru", "future"),
        ("приехал", "ru", "past"),
        ("заканчиваются", "ru", ""),
    ],
)
def test_a_verb_says_whether_it_is_of_the_past_or_the_future(word: str, language: str, tense: str) -> None:
    assert verb_tense(word, language) == tense
