# SPDX-License-Identifier: GPL-3.0-or-later
"""Clicking again on the same place reaches the next annotation that lies there."""

from __future__ import annotations

from collections.abc import Sequence

from archivist.ui.reader.marks import Mark


class ClickCycle:
    """Goes through the marks at one place, from the innermost out, and round again."""

    def __init__(self) -> None:
        self._place: tuple[str, ...] = ()
        self._number = 0

    def next(self, marks: Sequence[Mark]) -> Mark | None:
        """The mark that a click on these marks means; the innermost comes first."""
        place = tuple(mark.annotation.id for mark in marks)
        self._number = self._number + 1 if place == self._place else 0
        self._place = place
        return marks[self._number % len(marks)] if marks else None

    def forget(self) -> None:
        """The next click begins anew."""
        self._place = ()
