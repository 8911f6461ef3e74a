# SPDX-License-Identifier: GPL-3.0-or-later
"""Things that lie on stretches of the shown text: which are where, and which comes next.

They are kept sorted, beside them the furthest end so far; as that never falls, both ends of the
stretch of candidates are found by bisection, and one more costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


class Span(Protocol):
    """A stretch of the document; start and end are UTF-16 positions."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def key(self) -> str:
        """Tells apart those with the same start and end."""


SpanT = TypeVar("SpanT", bound=Span)


class SpanIndex(Generic[SpanT]):
    """Spans in reading order: by start, the longer first. No two have start, end and key in common."""

    def __init__(self, spans: Iterable[SpanT] = ()) -> None:
        self._spans = sorted(spans, key=_reading_order)
        self._furthest = list(accumulate((span.end for span in self._spans), max))

    def __len__(self) -> int:
        return len(self._spans)

    def __iter__(self) -> Iterator[SpanT]:
        return iter(self._spans)

    def overlapping(self, start: int, end: int) -> list[SpanT]:
        """The spans that share at least one position with [start, end), in reading order."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._spans, end, key=_start)
        return [span for span in self._spans[first:last] if span.end > start]

    def following(self, span: SpanT) -> SpanT:
        """The next one in reading order, after the last the first."""
        return self._spans[(self._position(span) + 1) % len(self._spans)]

    def preceding(self, span: SpanT) -> SpanT:
        """The one before, before the first the last."""
        return self._spans[self._position(span) - 1]

    def first_from(self, position: int) -> SpanT | None:
        """The first that starts at a UTF-16 position or after it, else the very first."""
        if not self._spans:
            return None
        return self._spans[bisect_left(self._spans, position, key=_start) % len(self._spans)]

    def last_before(self, position: int) -> SpanT | None:
        """The last that starts before a UTF-16 position, else the very last."""
        return self._spans[bisect_left(self._spans, position, key=_start) - 1] if self._spans else None

    def _insert(self, span: SpanT) -> None:
        place = self._position(span)
        self._spans.insert(place, span)
        self._furthest.insert(place, max(span.end, self._furthest[place - 1] if place else 0))
        self._carry_on(place)

    def _delete(self, span: SpanT) -> None:
        place = self._position(span)
        del self._spans[place], self._furthest[place]
        self._carry_on(place - 1)

    def _carry_on(self, place: int) -> None:
        """What is at a place and before it is right; go on until nothing changes any more."""
        furthest = self._furthest[place] if place >= 0 else 0
        for later in range(place + 1, len(self._spans)):
            furthest = max(furthest, self._spans[later].end)
            if self._furthest[later] == furthest:
                return
            self._furthest[later] = furthest

    def _position(self, span: SpanT) -> int:
        return bisect_left(self._spans, _reading_order(span), key=_reading_order)


def _start(span: Span) -> int:
    return span.start


def _reading_order(span: Span) -> tuple[int, int, str]:
    return span.start, -span.end, span.key
