# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the words of one text stand in a corrected one, or that this is not certain.

Landmarks are words, or runs of words, that stand exactly once in both texts and in the same order
(a patience diff). Between the nearest landmarks on its left and on its right a quote has to stand
exactly once in both texts, amid words that are like those it stood amid, and right around it
enough letters have to be what they were. Where landmarks and what is near a quote disagree nothing
is decided. What was repeated, copied or replaced is thus not taken for what was marked.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from archivist.text import is_amid, occurrences, surroundings, whole_graphemes

# Scripts that write no spaces between words count letter by letter.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
_JOINED = re.compile(rf"[^\W{_UNSPACED}]{{2}}")
_BLANK = re.compile(r"\s")
_NEAR = 8  # code points on either side of a quote that tell its place from another
_SAME = 12  # code points, the quote among them, that have to stand unchanged: fewer are found together by chance
_WORDY = 4  # code points: shorter words are likely to be others
_TELLING = 24  # code points; unchanged text that is so long and stands only once is known wherever it has gone
_RUNS = (1, 2, 4, 8, 16)  # words; the shortest that gives landmarks is taken


@dataclass(frozen=True, slots=True)
class _Landmark:
    """A run of words that is told apart in both texts."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(slots=True)
class _Region:
    """A part of the old text and the part of the new one that it has become."""

    start: int
    end: int
    new_start: int
    new_end: int
    unchanged: bool | None = None  # whether both parts are equal, once that was asked
    parts: list[_Region] | None = field(default=None)  # those between its own landmarks, once they were looked for


class SpanMap:
    """Maps spans of `old` into `new`; made once for all spans of a text, in memory of some times their size."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._whole = _Region(0, len(old), 0, len(new))

    def place(self, start: int, end: int) -> int | None:
        """Where the words at [start, end) of the old text certainly stand in the new one, or None."""
        quote = self.old[start:end]
        prefix, suffix = surroundings(self.old, start, end)
        place = self._between_landmarks(start, end, quote)
        if place is None:
            place = self._with_its_surroundings(prefix, quote, suffix)
        elif self._stands_better_elsewhere(start, end, place) or not is_amid(
            self.new, place, place + len(quote), prefix, suffix
        ):
            return None  # what is far from it and what is near tell of different places
        if place is None and occurrences(self.old, quote) == [start] and self._is_gone(start, end, quote):
            place = self._moved_elsewhere(start, end, quote)
        if place is None or not self._is_told_by_what_is_around(start, end, place):
            return None
        if self._cuts_a_word(start, end, place) or not self._is_whole(start, place, len(quote)):
            return None
        return place

    def nearest(self, start: int, end: int) -> tuple[int, int, int, int]:
        """The least part of the old text that holds a span, [start, end), and the part of the new one it has become.

        Both are told as half-open spans, one after the other.
        """
        *_, region = self._regions(start, end)
        return region.start, region.end, region.new_start, region.new_end

    def _between_landmarks(self, start: int, end: int, quote: str) -> int | None:
        """The only place where the quote stands between landmarks, if it also was the only one there.

        Where nothing is changed between them it is where it was, however often it stands there.
        """
        for region in self._regions(start, end):
            if self._is_unchanged(region):
                return region.new_start + start - region.start
            if self._stands_once(self.old, quote, region.start, region.end):
                if self._stands_once(self.new, quote, region.new_start, region.new_end):
                    place = self.new.find(quote, region.new_start, region.new_end)
                    return None if self._stands_in_other_lines(quote, place, region) else place
                if self.new.find(quote, region.new_start, region.new_end) < 0:
                    return None
        return None

    def _with_its_surroundings(self, prefix: str, quote: str, suffix: str) -> int | None:
        """The only place where the quote stands amid exactly what it stood amid, if that was the only one, too."""
        wanted = prefix + quote + suffix
        if (prefix or suffix) and all(self._stands_once(text, wanted, 0, len(text)) for text in (self.old, self.new)):
            return self.new.find(wanted) + len(prefix)
        return None

    def _moved_elsewhere(self, start: int, end: int, quote: str) -> int | None:
        """The only place of a quote, if it was its only one, amid unchanged text that is known by itself."""
        place = self.new.find(quote)
        if place < 0 or not self._stands_once(self.new, quote, 0, len(self.new)):
            return None
        before, after = self._unchanged_around(start, end, place)
        return place if before + len(quote) + after >= _TELLING else None

    def _is_told_by_what_is_around(self, start: int, end: int, place: int) -> bool:
        """Whether enough stands unchanged around a place, and not the same around another one."""
        before, after = self._unchanged_around(start, end, place)
        if before + end - start + after < _SAME:
            return self._are_words_like_no_others(start, end)
        to_start = before == _TELLING or before == start == place
        to_end = after == _TELLING or (end + after == len(self.old) and place + end - start + after == len(self.new))
        if to_start and to_end:
            return True  # nothing was changed near it, so it is for the landmarks to say which of the same it is
        return not self._stands_as_well_elsewhere(start, end, place, before + after)

    def _stands_as_well_elsewhere(self, start: int, end: int, place: int, unchanged: int) -> bool:
        """Whether as much as stands unchanged around a place stands so around another one of the same words."""
        half = (unchanged + 1) // 2  # which has to be there on one side at least
        first = max(0, start - half)
        before, after = self.old[first:end], self.old[start : end + half]
        places = {at + start - first for at in occurrences(self.new, before)} | set(occurrences(self.new, after))
        return any(sum(self._unchanged_around(start, end, other)) >= unchanged for other in places - {place})

    def _are_words_like_no_others(self, start: int, end: int) -> bool:
        """Whether a span is of whole words that each text has only once, and landmarks are close around them.

        These need not have anything unchanged right around them.
        """
        old_start, old_end, new_start, new_end = self.nearest(start, end)
        if max(old_end - old_start, new_end - new_start) > end - start + _TELLING:
            return False
        whole = not _is_in_word(self.old, start) and not _is_in_word(self.old, end)
        quote = self.old[start:end].strip()  # the blanks beside a word that stands everywhere are often the same
        return (
            whole
            and len(quote) >= _WORDY
            and all(self._stands_once(text, quote, 0, len(text)) for text in (self.old, self.new))
        )

    def _unchanged_around(self, start: int, end: int, place: int) -> tuple[int, int]:
        """How many code points right before and right after a span stand as they stood, up to _TELLING."""
        place_end = place + end - start
        old_before, new_before = self.old[max(0, start - _TELLING) : start], self.new[max(0, place - _TELLING) : place]
        after = zip(self.old[end : end + _TELLING], self.new[place_end : place_end + _TELLING], strict=False)
        return _alike(zip(reversed(old_before), reversed(new_before), strict=False)), _alike(after)

    def _stands_better_elsewhere(self, start: int, end: int, place: int) -> bool:
        """Whether what is right around the quote is not around its place, but around another one of the same words.

        Landmarks mislead where a pasted text runs into the words that were there: these are then no words any more.
        """
        prefix, suffix = surroundings(self.old, start, end, _NEAR)
        around = prefix + self.old[start:end] + suffix
        at = place - len(prefix)
        return (at < 0 or not self.new.startswith(around, at)) and around in self.new

    def _cuts_a_word(self, start: int, end: int, place: int) -> bool:
        """Whether an edge that was between words would be inside of one."""
        edges = ((start, place), (end, place + end - start))
        return any(_is_in_word(self.new, new) and not _is_in_word(self.old, old) for old, new in edges)

    def _is_gone(self, start: int, end: int, quote: str) -> bool:
        *_, nearest = self._regions(start, end)
        return self.new.find(quote, nearest.new_start, nearest.new_end) < 0

    def _is_whole(self, start: int, place: int, length: int) -> bool:
        """Whether no character is cut at the new place that was not cut at the old one."""
        if whole_graphemes(self.new, place, place + length) == (place, place + length):
            return True
        return whole_graphemes(self.old, start, start + length) != (start, start + length)

    def _stands_in_other_lines(self, quote: str, place: int, region: _Region) -> bool:
        """Whether the words of a quote also stand elsewhere than at their place, with other blanks or line ends."""
        words = quote.split()
        if not _BLANK.search(quote) or not words:
            return False
        before, after = r"(?<=\s)" * quote[0].isspace(), r"(?=\s)" * quote[-1].isspace()
        wording = re.compile(before + r"\s+".join(map(re.escape, words)) + after)
        place += len(quote) - len(quote.lstrip())
        reach = 2 * len(quote)
        longest = max(words, key=len)  # to find it is much quicker than to match all of them everywhere
        at = self.new.find(longest, region.new_start, region.new_end)
        while at >= 0:
            start, end = max(region.new_start, at - reach), min(region.new_end, at + reach)
            if any(match.start() != place for match in wording.finditer(self.new, start, end)):
                return True
            at = self.new.find(longest, at + 1, region.new_end)
        return False

    def _is_unchanged(self, region: _Region) -> bool:
        if region.unchanged is None:
            region.unchanged = (
                region.end - region.start == region.new_end - region.new_start
                and self.old[region.start : region.end] == self.new[region.new_start : region.new_end]
            )
        return region.unchanged

    @staticmethod
    def _stands_once(text: str, quote: str, start: int, end: int) -> bool:
        first = text.find(quote, start, end)
        return first >= 0 and text.find(quote, first + 1, end) < 0

    def _regions(self, start: int, end: int) -> Iterator[_Region]:
        """The parts of the texts that hold a span, each between nearer landmarks than the one before."""
        region: _Region | None = self._whole
        while region is not None:
            yield region
            if region.parts is None:
                region.parts = self._divided(region)
            region = _holding(region.parts, start, end)

    def _divided(self, region: _Region) -> list[_Region]:
        """The parts between the landmarks of a region; a landmark counts as part of what lies around it."""
        marks = _landmarks(
            list(_WORD.finditer(self.old, region.start, region.end)),
            list(_WORD.finditer(self.new, region.new_start, region.new_end)),
        )
        if not marks:
            return []
        first = _Landmark(region.start, region.start, region.new_start, region.new_start)
        last = _Landmark(region.end, region.end, region.new_end, region.new_end)
        return [
            _Region(left.end, right.start, left.new_end, max(left.new_end, right.new_start))
            for left, right in pairwise([first, *marks, last])
        ]


def _alike(letters: Iterable[tuple[str, str]]) -> int:
    """How many pairs are of the same letter before the first that is not."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], letters))


def _is_in_word(text: str, at: int) -> bool:
    return at > 0 and _JOINED.fullmatch(text, at - 1, at + 1) is not None


def _holding(parts: Sequence[_Region], start: int, end: int) -> _Region | None:
    """What lies between the nearest landmarks that the span itself does not touch."""
    if not parts:
        return None
    left = bisect_right(parts, start, key=lambda part: part.start) - 1
    right = bisect_left(parts, end, key=lambda part: part.end)
    if left < 0 or right >= len(parts):
        return None
    if left == right:
        return parts[left]
    if left == 0 and right == len(parts) - 1:
        return None  # as wide as what it was divided from
    return _Region(parts[left].start, parts[right].end, parts[left].new_start, parts[right].new_end, parts=[])


def _landmarks(old: Sequence[re.Match[str]], new: Sequence[re.Match[str]]) -> list[_Landmark]:
    """Runs of words that stand once in both, in the order of both, none overlapping another."""
    for length in _RUNS:
        old_runs, new_runs = _runs(old, length), _runs(new, length)
        once = _once(new_runs)
        pairs = [(at, once[run]) for run, at in _once(old_runs).items() if run in once]
        marks: list[_Landmark] = []
        for at, new_at in _longest_rising(pairs):
            mark = _Landmark(
                old[at].start(), old[at + length - 1].end(), new[new_at].start(), new[new_at + length - 1].end()
            )
            if not marks or (mark.start >= marks[-1].end and mark.new_start >= marks[-1].new_end):
                marks.append(mark)
        if marks:
            return marks
    return []


def _runs(words: Sequence[re.Match[str]], length: int) -> Sequence[Hashable]:
    texts = [word.group() for word in words]
    return texts if length == 1 else list(zip(*(texts[at:] for at in range(length)), strict=False))


def _once(runs: Sequence[Hashable]) -> dict[Hashable, int]:
    counts = Counter(runs)
    return {run: at for at, run in enumerate(runs) if counts[run] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest sequence of pairs, given by their first number, in which the second rises, too."""
    ends: list[int] = []  # the least second number that a sequence of each length ends with
    at_end: list[int] = []  # which pair that is
    before: list[int | None] = []
    for at, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(at_end[length - 1] if length else None)
        ends[length : length + 1] = [second]
        at_end[length : length + 1] = [at]
    rising: list[tuple[int, int]] = []
    at_last: int | None = at_end[-1] if at_end else None
    while at_last is not None:
        rising.append(pairs[at_last])
        at_last = before[at_last]
    return rising[::-1]
