# SPDX-License-Identifier: GPL-3.0-or-later
"""The numbers are those of the published examples, as DKPro Statistics has them in its own tests."""

from __future__ import annotations

import pytest

from archivist.agreement.unitizing import disagreement, joined, unitizing_alpha

# Krippendorff 2004, p. 254: a continuum of 300 from 150 on.
CODED = {
    "c": ([(75, 145), (220, 250)], [(70, 150), (205, 225), (250, 270)]),
    "k": ([(30, 90), (150, 200)], [(30, 90), (150, 200)]),
}
# Krippendorff 1995, p. 57: two observers, a continuum of 24.
PAIRS = {
    "A": ([(2, 10), (14, 20)], [(4, 8), (15, 17)]),
    "B": ([(0, 18)], [(0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 9), (9, 10)]),
    "C": ([(2, 8), (10, 12), (14, 18), (20, 22)], [(0, 2), (4, 8), (10, 14), (16, 18), (20, 22)]),
    "D": (
        [(0, 2), (2, 10), (10, 14), (14, 20), (20, 24)],
        [(0, 4), (4, 8), (8, 15), (15, 17), (17, 24)],
    ),
}


def _stretched(category: str, by: int) -> list[list[tuple[int, int]]]:
    return [[(start * by, end * by) for start, end in spans] for spans in PAIRS[category]]


def test_the_example_of_content_analysis() -> None:
    found = {category: disagreement(annotators, 300) for category, annotators in CODED.items()}
    assert found["c"] == pytest.approx((0.0144, 0.0532), abs=0.0001)
    assert found["k"] == pytest.approx((0.0, 0.0490), abs=0.0001)
    assert unitizing_alpha([found["c"]]) == pytest.approx(0.7286, abs=0.0001)
    assert unitizing_alpha([found["k"]]) == 1
    assert unitizing_alpha(found.values()) == pytest.approx(0.8591, abs=0.0005)


@pytest.mark.parametrize(("category", "observed"), [("A", 0.03125), ("B", 2.26736), ("C", 0.02777), ("D", 0.38715)])
def test_observed_disagreement_of_1995(category: str, observed: float) -> None:
    assert disagreement(PAIRS[category], 24).observed == pytest.approx(observed, abs=0.00001)
    assert disagreement(_stretched(category, 50), 1200).observed == pytest.approx(observed, abs=0.00001)


@pytest.mark.parametrize(
    ("category", "expected", "alpha"),
    [("A", 0.06990, 0.553), ("B", 1.17731, -0.926), ("C", 0.08642, 0.679), ("D", 0.41445, 0.066)],
)
def test_expected_disagreement_of_1995_on_a_fine_continuum(category: str, expected: float, alpha: float) -> None:
    found = disagreement(_stretched(category, 50_000), 1_200_000)
    assert found.expected == pytest.approx(expected, abs=0.005)  # the article says + where the book says -
    assert unitizing_alpha([found]) == pytest.approx(alpha, abs=0.02)


def test_the_coarseness_of_the_continuum_counts() -> None:
    coarse = disagreement([[(start // 2, end // 2) for start, end in spans] for spans in PAIRS["C"]], 12)
    assert coarse == pytest.approx((0.02777, 0.05494), abs=0.00001)


def test_nothing_marked_is_no_agreement() -> None:
    assert unitizing_alpha([disagreement([[], []], 100)]) is None
    assert unitizing_alpha([]) is None
    assert unitizing_alpha([disagreement([[(0, 5)]], 100)]) is None


def test_overlapping_units_of_one_annotator_are_one() -> None:
    assert joined([(5, 9), (0, 6), (9, 12), (20, 22), (20, 21)]) == [(0, 9), (9, 12), (20, 22)]
    assert disagreement([[(0, 6), (5, 9)], [(0, 9)]], 20).observed == 0


def test_three_annotators_disagree_in_pairs() -> None:
    spans = [[(2, 6)], [(3, 7)], []]
    pairs = [disagreement([spans[one], spans[other]], 10).observed for one, other in ((0, 1), (0, 2), (1, 2))]
    assert disagreement(spans, 10).observed == pytest.approx(sum(pairs) / 3)
