# SPDX-License-Identifier: GPL-3.0-or-later
"""Places that a search found in the shown text, and which of them one stands at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

_SPACES = re.compile(r"\s+")
_APOSTROPHE = re.compile("['’ʼ`‘]")


def find_all(text: str, words: str) -> list[tuple[int, int]]:
    """The spans [start, end) in code points where words stand in text, case aside.

    A space stands for any white space, a no-break space or a line end included, and the apostrophes
    that Ukrainian is typed with for each other.
    """
    if not words.strip():
        return []
    pattern = r"\s+".join(map(re.escape, _SPACES.split(words.strip())))
    pattern = _APOSTROPHE.sub(lambda _: _APOSTROPHE.pattern, pattern)
    return [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


class Hits:
    """Sorted spans that do not overlap, in UTF-16 positions, one of which may be the current one."""

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        self._spans = sorted(spans)
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, number: int) -> tuple[int, int]:
        return self._spans[number]

    def overlapping(self, start: int, end: int) -> list[tuple[int, int, bool]]:
        """The hits that reach into [start, end), each with whether it is the current one."""
        first = bisect_left(self._spans, (start, start))
        first -= first > 0 and self._spans[first - 1][1] > start
        last = bisect_left(self._spans, (end, end))
        return [(*self._spans[number], number == self.current) for number in range(first, last)]

    def go_on(self, position: int, step: int, *, round_the_end: bool = True) -> int | None:
        """Make the next hit (step 1) or the one before (step -1) current, and return its number.

        Where none is current yet, that is the first one from a UTF-16 position on, or the last before
        it, round the end if need be. From a current one it goes round too, or else stays and returns None.
        """
        if not self._spans:
            return None
        if self.current is None:
            following = bisect_left(self._spans, (position, position))
            number = following if step > 0 else following - 1
        else:
            number = self.current + step
            if not round_the_end and not 0 <= number < len(self._spans):
                return None
        self.current = number % len(self._spans)
        return self.current

    def number_at(self, position: int) -> int | None:
        """The number of the hit that a UTF-16 position lies in."""
        number = bisect_left(self._spans, (position + 1, 0)) - 1
        return number if number >= 0 and position < self._spans[number][1] else None
