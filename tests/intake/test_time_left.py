# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.intake.time_left import TimeLeft


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_nothing_is_said_before_there_is_something_to_judge_by() -> None:
    clock = Clock()
    estimate = TimeLeft(100, clock)
    for second, done in ((0.5, 0), (2, 0), (4, 1), (5, 2), (6, 3)):
        clock.now = second
        assert estimate.seconds(done) is None
    clock.now = 7
    assert estimate.seconds(4) is not None


def test_the_start_of_the_processes_that_do_the_work_does_not_count() -> None:
    clock = Clock()
    estimate = TimeLeft(1000, clock)
    clock.now = 20.0
    assert estimate.seconds(0) is None
    for second in range(21, 26):
        clock.now = float(second)
        left = estimate.seconds((second - 20) * 100)
    assert left == pytest.approx(5)


def test_steady_work_is_foretold() -> None:
    clock = Clock()
    estimate = TimeLeft(100, clock)
    for second in range(1, 51):
        clock.now = float(second)
        left = estimate.seconds(second)
    assert left == pytest.approx(50)


def test_what_went_quickly_at_first_is_forgotten() -> None:
    clock = Clock()
    estimate = TimeLeft(4000, clock)
    for second in range(1, 5):
        clock.now = float(second)
        left = estimate.seconds(500 * second)
    assert left == pytest.approx(4)
    for second in range(5, 105):
        clock.now = float(second)
        left = estimate.seconds(2000 + second)
    assert left == pytest.approx(1896, rel=0.2)


def test_more_than_all_cannot_be_told() -> None:
    clock = Clock()
    estimate = TimeLeft(10, clock)
    for second in range(1, 9):
        clock.now = float(second)
        left = estimate.seconds(1 + second)
    assert left is not None
    clock.now = 10.0
    assert estimate.seconds(11) is None
