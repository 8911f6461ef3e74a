# SPDX-License-Identifier: GPL-3.0-or-later
"""Case forms of names that no dictionary lists share a light stem."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.stems import english_stem, russian_stems, ukrainian_stems


def share_a_stem(stems_of, one: str, another: str) -> bool:
    return not set(stems_of(one)).isdisjoint(stems_of(another))


@pytest.mark.parametrize(
    "forms",
    [
        "бурхаєв бурхаєва бурхаєву бурхаєвим бурхаєві",
        "гризодуб гризодуба гризодубом гризодубові",
        "верхотур верхотура верхотурі верхотури верхотурів",
        "лужанський лужанського лужанським лужанському",
        "лужанська лужанської лужанській лужанською",
        "дзвінка дзвінки дзвінкою",
        "крутогорів крутогорова крутогорові",
        "чебриця чебриці чебрицею",
        "зубруха зубруху зубрусі",
        "мелюга мелюгу мелюзі",
        "мурза мурзою мурзі",
        "рахім рахіма рахімом",
        "тойбах тойбаха тойбахові",
        "кім кіма кімом",
        "цой цоя цоєм",
        "назгулія назгулії назгулією",
        "шарейкій шарейкія шарейкієм",
        "вишгорець вишгорця вишгорцем",
        "стельмашок стельмашка стельмашком",
        "приймерок приймерока приймероком",
        "жанділь жанділя жанділем",
    ],
)
def test_ukrainian_case_forms_share_a_stem(forms):
    first, *others = forms.split()
    assert all(share_a_stem(ukrainian_stems, first, other) for other in others)


@pytest.mark.parametrize(
    "forms",
    [
        "бурхаев бурхаева бурхаевым бурхаеве",
        "лужанский лужанского лужанским",
        "лужанская лужанской лужанскую",
        "варданосян варданосяна варданосяны варданосянам",
        "салим салима салимом",
        "цой цоя цоем",
        "шаребий шаребия шаребием",
        "лисогорец лисогорца лисогорцем",
        "стельмашок стельмашка",
    ],
)
def test_russian_case_forms_share_a_stem(forms):
    first, *others = forms.split()
    assert all(share_a_stem(russian_stems, first, other) for other in others)


@pytest.mark.parametrize(
    ("one", "another"),
    [("бурхай", "бурхаєва"), ("гризодуба", "гризодубовим"), ("лукаш", "лукашева"), ("мерза", "мерга")],
)
def test_a_name_made_of_another_has_its_own_stem(one, another):
    assert not share_a_stem(ukrainian_stems, one, another)


def test_a_name_made_of_another_has_its_own_stem_in_russian():
    assert not share_a_stem(russian_stems, "гризодуба", "гризодубова")


@pytest.mark.parametrize("form", ["гризодубів", "гризодубові"])
def test_a_form_of_either_of_two_names_has_the_stems_of_both(form):
    assert share_a_stem(ukrainian_stems, form, "гризодуб")
    assert share_a_stem(ukrainian_stems, form, "гризодубова")


@pytest.mark.parametrize("word", ["я", "лі", "оон"])
def test_a_short_word_is_its_own_stem(word):
    assert ukrainian_stems(word) == russian_stems(word) == (word,)


@pytest.mark.parametrize("stems_of", [ukrainian_stems, russian_stems])
@given(word=st.text(alphabet="абвгґеєжзиіїйкльоцсуфхючьяєы-", min_size=1, max_size=9))
def test_every_word_has_a_stem(stems_of, word):
    assert stems_of(word)
    assert all(stems_of(word))


def test_english_endings_are_cut_off():
    assert english_stem("grizzlers") == english_stem("grizzler")
