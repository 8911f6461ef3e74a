# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the rest of a long piece of work will take, by how quick it was of late."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

COST_OF_FILE = 20_000  # beside its bytes: as many bytes as are read in the same time
_REMEMBERED = 30  # moments, a second or more apart; before them, what was known already may have flown past
_APART_SECONDS = 1.0
_LEAST_SECONDS = 3.0  # of work that can be judged by; what is told earlier is off by hours


class TimeLeft:
    """An estimate that is told how much of an amount, in any unit, is done.

    It counts from the first thing that was done: before, the processes that do it were only starting.
    """

    def __init__(self, amount: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._amount = amount
        self._clock = clock
        self._moments: deque[tuple[float, float]] = deque(maxlen=_REMEMBERED)  # with what was done by then

    def seconds(self, done: float) -> float | None:
        """Seconds until all is done, if `done` is by now; None while that cannot be told."""
        now = self._clock()
        if not done:
            return None
        if not self._moments or now - self._moments[-1][0] >= _APART_SECONDS:
            self._moments.append((now, done))
        (began, before), (ended, after) = self._moments[0], self._moments[-1]
        if ended - began < _LEAST_SECONDS or after <= before or done > self._amount:
            return None
        return (self._amount - done) * (ended - began) / (after - before)
