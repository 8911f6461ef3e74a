# SPDX-License-Identifier: GPL-3.0-or-later
"""One skeleton for all spellings of a name, and another one for another name."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.language.transliteration import beginnings, skeletons

SAME = """
Токаєв Токаев Tokayev Tokaev Tokaiev
Зеленський Зеленский Zelenskyi Zelensky Zelenskiy Zelenskyy
Згурський Zghurskyi Згурский Zgurskiy
Щербак Shcherbak Ščerbak Щербак
Єрмак Ермак Yermak Ermak Iermak
Юрій Юрий Yurii Yuriy Yuri Iurii
Ковальов Ковалев Ковалёв Kovalyov Kovalev
Соловйов Соловьёв Solovyov Соловьев
Горбачов Горбачёв Горбачев Gorbachev Gorbachov
Матвієнко Матвиенко Matviienko Matviyenko Matvienko
Наталія Наталья Nataliia Natalia Natalya
Ходорковський Ходорковский Khodorkovskyi Khodorkovsky
Жомарт Zhomart Jomart Žomart
Чехов Chekhov Čechov
Циба Tsyba Цыба
Шмигаль Шмыгаль Shmyhal Shmygal
Джонсон Johnson
Сооронбай Sooronbai Sooronbay
Аліхан Алихан Alikhan
Тоқаев Токаев
"""
OTHER = """
Гарін Харін
Гарін Зарін
Петров Петренко
Коваль Ковальов
Чорний Шорний
Жук Зук
Лис Ліщ
Iваненко Іванишин
"""


@pytest.mark.parametrize("names", SAME.strip().splitlines())
def test_spellings_of_one_name_meet(names):
    for one, other in combinations(names.split(), 2):
        assert set(skeletons(one)) & set(skeletons(other)), (one, other)


@pytest.mark.parametrize("names", OTHER.strip().splitlines())
def test_other_names_do_not(names):
    one, other = names.split()
    assert not set(skeletons(one)) & set(skeletons(other))


def test_a_latin_h_is_either_letter():
    assert set(skeletons("Harris")) & set(skeletons("Гарріс"))
    assert set(skeletons("Harris")) & set(skeletons("Харрис"))


@pytest.mark.parametrize(
    ("typed", "name"), [("Tokay", "Токаєв"), ("Luk", "Лукхан"), ("Lukas", "Лукашенко"), ("k", "Ходак")]
)
def test_a_beginning_may_end_within_a_letter_of_the_other_script(typed, name):
    assert any(skeletons(name)[0].startswith(beginning) for beginning in beginnings(typed))


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_few_skeletons(text):
    assert 0 < len(skeletons(text)) <= 8
