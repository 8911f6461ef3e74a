# SPDX-License-Identifier: GPL-3.0-or-later
"""Clicking again on the same place reaches the next thing that lies there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from archivist.ui.reader.spans import SpanT


class ClickCycle(Generic[SpanT]):
    """Goes through what lies at one place, from the innermost out, and round again."""

    def __init__(self) -> None:
        self._place: tuple[str, ...] = ()
        self._number = 0

    def next(self, there: Sequence[SpanT]) -> SpanT | None:
        """What a click on these means; the innermost comes first."""
        place = tuple(span.key for span in there)
        self._number = self._number + 1 if place == self._place else 0
        self._place = place
        return there[self._number % len(there)] if there else None

    def forget(self) -> None:
        """The next click begins anew."""
        self._place = ()
