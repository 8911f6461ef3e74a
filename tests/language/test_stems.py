# SPDX-License-Identifier: GPL-3.0-or-later
"""Case forms of names that no dictionary lists share a light stem."""

from __future__ import annotations

import pytest

from archivist.language.stems import english_stem, russian_stem, ukrainian_stem


@pytest.mark.parametrize(
    "forms",
    [
        "бурхаєв бурхаєва бурхаєву бурхаєвим бурхаєві",
        "гризодуб гризодуба гризодубом гризодубові",
        "верхотур верхотура верхотурі",
        "лужанський лужанського лужанським лужанському",
        "дзвінка дзвінки дзвінкою",
        "крутогорів крутогорова крутогорові",
        "чебриця чебриці чебрицею",
        "зубруха зубрусі",
        "мелюга мелюзі",
    ],
)
def test_ukrainian_case_forms_share_a_stem(forms):
    assert len({ukrainian_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("forms", ["бурхаев бурхаева бурхаевым бурхаеве", "лужанский лужанского лужанским"])
def test_russian_case_forms_share_a_stem(forms):
    assert len({russian_stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["я", "рік", "оон", "дія"])
def test_a_short_word_is_its_own_stem(word):
    assert ukrainian_stem(word) == russian_stem(word) == word


def test_english_endings_are_cut_off():
    assert english_stem("grizzlers") == english_stem("grizzler")
