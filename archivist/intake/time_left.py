# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the rest of a long piece of work will take, by how quick it was of late."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

_MEMORY_SECONDS = 20.0  # what is longer ago hardly counts: what is known already goes by far quicker than the rest
_FIRST_SECONDS = 1.0  # too little to judge by


class TimeLeft:
    """An estimate that is told how much of an amount, in any unit, is done."""

    def __init__(self, amount: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._amount = amount
        self._clock = clock
        self._began = self._told = clock()
        self._done = 0.0
        self._rate = 0.0  # a second

    def seconds(self, done: float) -> float | None:
        """Seconds until all is done, if `done` is by now; None while that cannot be told."""
        now = self._clock()
        passed = now - self._told
        if passed >= _FIRST_SECONDS:
            rate = (done - self._done) / passed
            whole = now - self._began
            # At first the mean of all that was seen, later that of the last while.
            weight = 1.0 - math.exp(-passed / min(_MEMORY_SECONDS, whole)) if self._rate else 1.0
            self._rate += weight * (rate - self._rate)
            self._told, self._done = now, done
        if self._rate <= 0 or done > self._amount:
            return None
        return max(0.0, self._amount - done) / self._rate
