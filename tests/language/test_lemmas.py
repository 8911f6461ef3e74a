# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionary forms of the three languages."""

from __future__ import annotations

import subprocess
import sys

import pytest

from archivist.language.lemmas import dictionary_lemmas, english_lemma, guessed_lemmas, is_listed


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
    assert lemma in dictionary_lemmas(form, language)


def test_a_form_of_two_words_has_both():
    assert {"мати", "мат"} <= set(dictionary_lemmas("мати", "uk"))


def test_an_unlisted_word_has_no_dictionary_form_but_a_guess():
    assert not dictionary_lemmas("крутогорський", "uk")
    assert "крутогорський" in guessed_lemmas("крутогорського", "uk")


@pytest.mark.parametrize(("form", "lemma"), [("women", "woman"), ("killed", "kill"), ("cities", "city")])
def test_english_forms(form, lemma):
    assert english_lemma(form) == lemma


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
