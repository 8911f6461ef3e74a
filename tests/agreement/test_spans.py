# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.agreement.segments import characters, with_label
from archivist.agreement.spans import Marked, exact, overlapping, pairs

PLACES = st.tuples(st.sampled_from([0, 1, 2, 3, 5]), st.sampled_from([1, 2, 4]), st.sampled_from("ab"))
SPANS = st.lists(PLACES.map(lambda place: Marked(place[0], place[0] + place[1], place[2])), max_size=5)


def test_exact_spans_have_both_edges_and_the_label() -> None:
    first = [Marked(0, 5, "a"), Marked(0, 5, "a"), Marked(7, 9, "b")]
    second = [Marked(0, 5, "a"), Marked(7, 9, "a"), Marked(7, 8, "b")]
    assert exact(first, second).matched == 1
    assert exact(first, second).f1 == pytest.approx(1 / 3)
    assert overlapping(first, second).matched == 2
    assert overlapping(first, second).f1 == pytest.approx(2 / 3)


def test_without_spans_there_is_no_score() -> None:
    assert exact([], []).f1 is None
    assert exact([Marked(0, 1, "a")], []).f1 == 0


def test_a_partner_is_given_up_for_one_who_has_no_other() -> None:
    first = [Marked(0, 10, "a"), Marked(8, 9, "a")]
    second = [Marked(8, 10, "a"), Marked(0, 2, "a")]
    assert pairs(first, second) == [(0, 1), (1, 0)]


@given(SPANS, SPANS)
def test_no_other_pairing_has_more_pairs(first: list[Marked], second: list[Marked]) -> None:
    def meets(one: Marked, other: Marked) -> bool:
        return one.label == other.label and one.start < other.end and other.start < one.end

    shorter, longer = sorted((first, second), key=len)
    best = max(
        (sum(map(meets, shorter, chosen)) for chosen in permutations(longer, len(shorter))),
        default=0,
    )
    found = pairs(first, second)
    assert len(found) == best
    assert all(meets(first[one], second[other]) for one, other in found)
    assert len({one for one, _ in found}) == len({other for _, other in found}) == best


def test_a_long_chain_of_spans_is_paired() -> None:
    first = [Marked(start, start + 3, "a") for start in range(0, 6000, 2)]
    second = [Marked(start, start + 3, "a") for start in range(1, 6001, 2)]
    assert len(pairs(first, second)) == 3000


@given(SPANS, SPANS)
def test_characters_are_counted_as_if_one_by_one(first: list[Marked], second: list[Marked]) -> None:
    counted = characters([first, second], 12)
    assert counted.total() == 12
    for at in range(12):
        labels = tuple(
            frozenset(span.label for span in spans if span.start <= at < span.end) for spans in (first, second)
        )
        counted[labels] -= 1
    assert not +counted
    assert not -counted


def test_one_label_is_looked_at_alone() -> None:
    counted = characters([[Marked(0, 4, "a"), Marked(2, 6, "b")], [Marked(0, 4, "b")]], 10)
    assert with_label(counted, "a") == {(True, False): 4, (False, False): 6}
