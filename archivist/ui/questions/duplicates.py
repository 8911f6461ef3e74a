# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between the texts of two articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from archivist.ui.questions.answering import Sources

if TYPE_CHECKING:
    from archivist.language.resemblance import Resemblance
    from archivist.language.word_diff import FigureChange, Stretch
    from archivist.search.snippets import Span

_AROUND = 160  # code points of what is the same beside a difference; more is left out
_LONGEST = 100_000  # code points that are shown


class PartOf(StrEnum):
    """Which of two texts a part belongs to."""

    BOTH = "both"
    FIRST = "first"
    OTHER = "other"
    LEFT_OUT = "left out"  # the same in both, and not shown


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of two texts that are compared, as the other text has them where it has them."""

    of: PartOf
    text: str = ""
    figures: tuple[Span, ...] = ()  # code points of the part; of what differs only


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between the texts of two articles."""

    found: Resemblance | None  # None where they are alike only by way of others, or because a person said so
    parts: tuple[Part, ...]
    figures: tuple[FigureChange, ...]
    cut: bool = False  # whether there is more than is shown
    equal: bool = False  # whether the texts are the same to the letter

    @property
    def differs(self) -> bool:
        """Whether a word of the one is not in the other; capitals and punctuation do not count."""
        return any(part.of in (PartOf.FIRST, PartOf.OTHER) for part in self.parts)


def compare(sources: Sources, article: str, other: str) -> Comparison:
    """What differs between two articles (ids). Raises ArticleNotFound."""
    from archivist.language.resemblance import resemblance
    from archivist.language.shingles import shingled
    from archivist.language.word_diff import changed_figures, differences

    one, another = (sources.archive.articles.revision(id_).body for id_ in (article, other))
    stretches = differences(one, another)
    parts: list[Part] = []
    room = _LONGEST
    for part in _parts(one, another, stretches):
        parts.append(_beginning(part, room))
        room -= len(part.text)
        if room < 0:
            break
    found = resemblance(shingled(one), shingled(another))
    figures = tuple(changed_figures(one, another, stretches))
    return Comparison(found, tuple(parts), figures, cut=room < 0, equal=one == another)


def _beginning(part: Part, length: int) -> Part:
    if len(part.text) <= length:
        return part
    return Part(part.of, part.text[:length], tuple(place for place in part.figures if place[1] <= length))


def _parts(one: str, other: str, stretches: Sequence[Stretch]) -> Iterator[Part]:
    from archivist.language.word_diff import figure_places

    for place, stretch in enumerate(stretches):
        text = other[stretch.other_start : stretch.other_end]
        if stretch.same:
            yield from _same(text, first=place == 0, last=place == len(stretches) - 1)
            continue
        gone = one[stretch.start : stretch.end]
        if gone:
            yield Part(PartOf.FIRST, gone, tuple(figure_places(gone)))
        if text:
            yield Part(PartOf.OTHER, text, tuple(figure_places(text)))


def _same(text: str, *, first: bool, last: bool) -> Iterator[Part]:
    """What both texts have, its middle left out where that is long and something differs beside it."""
    if first and last:  # nothing differs at all, so there is only this to read
        yield Part(PartOf.BOTH, text)
        return
    begin = 0 if first else _word_edge(text, _AROUND)
    end = len(text) if last else _word_edge(text, len(text) - _AROUND)
    if end - begin <= 2 * _AROUND:
        yield Part(PartOf.BOTH, text)
        return
    if begin:
        yield Part(PartOf.BOTH, text[:begin])
    yield Part(PartOf.LEFT_OUT)
    if end < len(text):
        yield Part(PartOf.BOTH, text[end:])


def _word_edge(text: str, near: int) -> int:
    """Where a word begins, at a place or after it."""
    space = text.find(" ", max(0, near))
    return len(text) if space < 0 else space + 1
