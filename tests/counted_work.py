# SPDX-License-Identifier: GPL-3.0-or-later
"""How much a piece of work does, which is the same on every machine, other than how long it takes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls_of(work: Callable[[], object]) -> int:
    """How many functions, Python's own among them, are called while the work is done.

    What a single call does, such as matching an expression, counts as one; a test in which that
    may be much needs a limit of time as well (`pytest.mark.timeout`), with which only a hang fails.
    """
    count = 0

    def called(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
