# SPDX-License-Identifier: GPL-3.0-or-later
"""Things that lie on stretches of the shown text: which are where, and which comes next.

They are kept sorted, beside them the furthest end so far; as that never falls, both ends of the
stretch of candidates are found by bisection, and one more costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
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
        self._furthest: list[int] = []
        self._changed()

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

    def cluster(self, span: SpanT) -> list[SpanT]:
        """The chain of spans, each of which overlaps another, that one of them belongs to."""
        first = self._position(span)
        while first and self._furthest[first - 1] > self._spans[first].start:
            first -= 1
        last = first + 1
        while last < len(self._spans) and self._furthest[last - 1] > self._spans[last].start:
            last += 1
        return self._spans[first:last]

    def _insert(self, span: SpanT) -> None:
        insort(self._spans, span, key=_reading_order)
        self._changed()

    def _delete(self, span: SpanT) -> None:
        del self._spans[self._position(span)]
        self._changed()

    def _position(self, span: SpanT) -> int:
        return bisect_left(self._spans, _reading_order(span), key=_reading_order)

    def _changed(self) -> None:
        self._furthest = list(accumulate((span.end for span in self._spans), max))


def _start(span: Span) -> int:
    return span.start


def _reading_order(span: Span) -> tuple[int, int, str]:
    return span.start, -span.end, span.key
