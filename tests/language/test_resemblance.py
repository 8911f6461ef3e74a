# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.language.resemblance import Resemblance, may_be_far_apart, resemblance
from archivist.language.shingles import shingled
from archivist.model import Likeness
from tests.language.near_duplicates import DAM_EN, FIRE_UK, ONE_TEXT, STRIKE_RU, TWO_TEXTS


@pytest.mark.parametrize(("likeness", "one", "other"), ONE_TEXT)
def test_one_text_twice_is_told_in_which_way(likeness: Likeness, one: str, other: str) -> None:
    for found in (resemblance(shingled(one), shingled(other)), resemblance(shingled(other), shingled(one))):
        assert found is not None
        assert found.likeness is likeness
        assert (found.share == 1) == (likeness is Likeness.SAME) or likeness is Likeness.CONTAINED


@pytest.mark.parametrize(("why", "one", "other"), TWO_TEXTS)
def test_two_texts_are_not_called_one(why: str, one: str, other: str) -> None:
    assert resemblance(shingled(one), shingled(other)) is None, why


@pytest.mark.parametrize("one", [FIRE_UK, STRIKE_RU, DAM_EN])
def test_a_text_and_a_part_of_it_share_enough_of_their_sketches_to_be_compared(one: str) -> None:
    longer = one + " " + " ".join(f"слово{number}" for number in range(len(one.split())))
    assert len(set(shingled(one).sketch()) & set(shingled(longer).sketch())) >= 2


def test_a_long_text_of_one_word_and_one_of_its_own_script_are_compared() -> None:
    for text in ("слово " * 1000, "日本語の新聞記事 " * 40, "خبر عاجل من المدينة " * 30, "é" * 10_000):
        found = resemblance(shingled(text), shingled(text + "!"))
        assert found is not None
        assert found.likeness is Likeness.SAME


def test_a_notice_that_comes_again_is_one_text_only_if_it_is_long_and_hardly_changed() -> None:
    assert not may_be_far_apart(Resemblance(Likeness.SAME, 1), 8)
    assert may_be_far_apart(Resemblance(Likeness.SAME, 1), 80)
    assert may_be_far_apart(Resemblance(Likeness.NEARLY, 0.9), 80)
    assert not may_be_far_apart(Resemblance(Likeness.NEARLY, 0.6), 80)
    assert not may_be_far_apart(Resemblance(Likeness.NEARLY, 0.9), 30)
    assert not may_be_far_apart(Resemblance(Likeness.CONTAINED, 1), 80)
