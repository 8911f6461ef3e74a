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
    clock.now = 0.5
    assert estimate.seconds(10) is None


def test_steady_work_is_foretold() -> None:
    clock = Clock()
    estimate = TimeLeft(100, clock)
    for second in range(1, 51):
        clock.now = float(second)
        left = estimate.seconds(second)
    assert left == pytest.approx(50)


def test_what_went_quickly_at_first_is_forgotten() -> None:
    clock = Clock()
    estimate = TimeLeft(2000, clock)
    clock.now = 1.0
    assert estimate.seconds(1000) == pytest.approx(1)
    for second in range(2, 102):
        clock.now = float(second)
        left = estimate.seconds(1000 + second)
    assert left == pytest.approx(899, rel=0.2)


def test_more_than_all_cannot_be_told() -> None:
    clock = Clock()
    estimate = TimeLeft(10, clock)
    clock.now = 2.0
    assert estimate.seconds(11) is None
