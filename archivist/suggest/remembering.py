# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that were tagged before in an archive, kept ready and followed."""

from __future__ import annotations

from time import monotonic

from archivist.model import Suggestion
from archivist.store import Archive
from archivist.suggest.seen import SeenIndex, SeenWords

_SHARE = 20  # reading the words anew takes at most one part in so many of the time


class Remembered:
    """The tagged words of one archive, as they were a moment ago."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._index = SeenIndex(())
        self._mark: int | None = None
        self._next = 0.0

    def find(self, text: str, language: str) -> list[Suggestion]:
        """The words of a text that were tagged elsewhere or before."""
        self._follow()
        return self._index.find(text, language)

    def _follow(self) -> None:
        mark, before = self._archive.facts.mark(), monotonic()
        if mark == self._mark or (self._mark is not None and before < self._next):
            return
        self._index = SeenIndex([SeenWords(*words) for words in self._archive.tagged_words.all()])
        self._mark = mark
        self._next = monotonic() + _SHARE * (monotonic() - before)
