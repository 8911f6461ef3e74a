# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.agreement.measures import Labels, cohen_kappa, fleiss_kappa, krippendorff_alpha
from tests.exchange.reading_elsewhere import run_elsewhere

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, twelve units.
OBSERVERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
# Fleiss 1971 as retold everywhere: ten subjects, fourteen raters, five categories.
SUBJECTS = [
    (0, 0, 0, 0, 14),
    (0, 2, 6, 4, 2),
    (0, 0, 3, 5, 6),
    (0, 3, 9, 2, 0),
    (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0),
    (3, 2, 6, 3, 0),
    (2, 5, 3, 2, 2),
    (6, 5, 2, 1, 0),
    (0, 2, 2, 3, 7),
]


def test_the_worked_example_of_cohens_kappa() -> None:
    grants = Counter({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15})
    assert cohen_kappa(grants) == pytest.approx(0.4)


def test_the_digitised_example_of_krippendorff_1995() -> None:
    bertha_and_bill = Counter({(0, 0): 10, (1, 0): 8, (1, 1): 6})
    assert cohen_kappa(bertha_and_bill) == pytest.approx(0.385, abs=0.001)
    assert krippendorff_alpha(bertha_and_bill) == pytest.approx(0.329, abs=0.001)


def test_the_worked_example_of_fleiss_kappa() -> None:
    items: Counter[Labels] = Counter(
        tuple(label for label, number in enumerate(subject) for _ in range(number)) for subject in SUBJECTS
    )
    assert fleiss_kappa(items) == pytest.approx(0.210, abs=0.001)


def test_the_worked_example_of_nominal_alpha() -> None:
    assert krippendorff_alpha(Counter(zip(*OBSERVERS, strict=True))) == pytest.approx(0.743, abs=0.001)


@pytest.mark.parametrize("measure", [cohen_kappa, fleiss_kappa, krippendorff_alpha])
def test_without_a_choice_there_is_no_agreement(measure: object) -> None:
    assert callable(measure)
    assert measure(Counter()) is None
    assert measure(Counter({("a", "a"): 7})) is None
    assert measure(Counter({("a", "a"): 7, ("b", "b"): 1})) == 1


@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 3), min_size=2), st.integers(2, 5))
def test_how_an_item_is_counted_does_not_matter(items: list[tuple[str, str, str]], times: int) -> None:
    counted: Counter[Labels] = Counter(items)
    many: Counter[Labels] = Counter(items * times)
    assert fleiss_kappa(many) == pytest.approx(fleiss_kappa(counted))
    assert fleiss_kappa(counted) == pytest.approx(fleiss_kappa(Counter([item[::-1] for item in items])))


def test_measures_of_others_say_the_same_of_random_labels(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("random") / "none"
    studies = json.loads(run_elsewhere("agreement", path))
    assert len(studies) > 100
    for study in studies:
        items: Counter[Labels] = Counter(map(tuple, study["items"]))
        pair: Counter[Labels] = Counter((first, second) for first, second, *_ in study["items"])
        assert cohen_kappa(pair) == pytest.approx(study["cohen"], abs=1e-9, nan_ok=True)
        assert fleiss_kappa(items) == pytest.approx(study["fleiss"], abs=1e-9)
        holes: Counter[Labels] = Counter(map(tuple, study["with_holes"]))
        assert krippendorff_alpha(holes) == pytest.approx(study["alpha"], abs=1e-9)
