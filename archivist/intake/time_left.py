# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the rest of a long piece of work will take, by how quick it was of late."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_REMEMBERED = 30  # moments, a second or more apart; before them, what was known already may have flown past
_APART_SECONDS = 1.0


class TimeLeft:
    """An estimate that is told how much of an amount, in any unit, is done."""

    def __init__(self, amount: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._amount = amount
        self._clock = clock
        self._moments = deque([(clock(), 0.0)], maxlen=_REMEMBERED)  # with what was done by then

    def seconds(self, done: float) -> float | None:
        """Seconds until all is done, if `done` is by now; None while that cannot be told."""
        now = self._clock()
        if now - self._moments[-1][0] >= _APART_SECONDS:
            self._moments.append((now, done))
        (began, before), (ended, after) = self._moments[0], self._moments[-1]
        if after <= before or done > self._amount:
            return None
        return (self._amount - done) * (ended - began) / (after - before)
