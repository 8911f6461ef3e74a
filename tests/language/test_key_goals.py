# SPDX-License-Identifier: GPL-3.0-or-later
"""The goals that the keys are held to on real treebanks and hand-made pairs."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "language_keys.py"


@pytest.fixture(scope="module")
def benchmark():
    return runpy.run_path(str(BENCHMARK))


@pytest.fixture
def pairs(cases):
    table = cases.parent / "spikes" / "search" / "uk_pairs.py"
    if not table.exists():
        pytest.skip("the table of pairs is not here")
    return runpy.run_path(str(table))


def test_ukrainian_treebanks(benchmark, cases):
    measure = benchmark["measure_gold"](sorted((cases / "conllu-ud").glob("uk_*.conllu")), "uk")
    assert measure.recall >= 0.965
    assert measure.conflation <= 0.004


@pytest.mark.parametrize(
    ("table", "language", "goal"),
    [("UKRAINIAN_NAMES", "uk", 0.98), ("RUSSIAN_NAMES", "ru", 0.98), ("RUSSIAN_WORDS", "ru", 0.98)],
)
def test_forms_of_a_word_find_each_other(benchmark, table, language, goal):
    pairs = benchmark["pairs_of_lines"](benchmark["INFLECTED_WORDS"][table])
    assert len(benchmark["found"](pairs, language)) / len(pairs) >= goal


def test_russian_names_are_found_by_their_normal_form(benchmark, cases):
    pairs = benchmark["names_of_factrueval"](cases / "factrueval2016" / "dev")
    assert len(pairs) > 100
    assert len(benchmark["found"](pairs, "ru")) / len(pairs) >= 0.96


def test_hand_made_pairs_are_found(benchmark, pairs):
    forms = [pair for group in pairs["POS"].values() for pair in group]
    assert len(benchmark["found"](forms, "uk")) / len(forms) >= 0.98


def test_false_friends_are_not_found(benchmark, pairs):
    assert len(benchmark["found"](pairs["NEG"], "uk")) <= 5


def test_russian_pairs_are_found(benchmark, pairs):
    assert len(benchmark["found"](pairs["RU"], "ru")) / len(pairs["RU"]) >= 0.96
