# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two texts are one text twice, and in which way.

Precision comes first: what is called the same can be folded away. So two reports in the same words
with other figures, or of another day, are two reports, not one; a toll that was corrected in a
story that is otherwise the same leaves it the same story.
"""

from __future__ import annotations

from dataclasses import dataclass

from archivist.language.shingles import Shingled
from archivist.model import Likeness

_NEARLY = 0.5  # of all runs of words of both texts are common
_NEARLY_OF_SHORT = 0.6  # where a word more or less is another place or another name
_CONTAINED = 0.85  # of the runs of the shorter text stand in the longer one
_LEAST_PART = 0.4  # that the shorter is of the longer: a digest is none of the stories that it strings together
_MUCH_MORE = 0.8  # shorter than this part of the longer, a text is a part of it rather than nearly the same
_FIGURES_CHANGED = 2 / 3  # of as many as are common
_WORDS_A_FIGURE = 50  # in a long text, changed figures may be that dense

# Notices and forms come again and again in the same words. What appeared far apart is one text only if it is long.
NEAR_DAYS = 7
NEAR_DAYS_OF_SHORT = 1
SHORT = 25  # words
_FAR = 0.8
_LONG = 50  # words


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How two texts are alike."""

    likeness: Likeness
    share: float  # of the runs of words: of both that are common, or of the shorter that the longer contains


def resemblance(one: Shingled, other: Shingled) -> Resemblance | None:
    """How two texts are alike; None where they are two texts, or where one has no words."""
    import numpy as np

    if not one.words or not other.words:
        return None
    if one.identity == other.identity:
        return Resemblance(Likeness.SAME, 1.0)
    shorter, longer = sorted((one, other), key=lambda text: len(text.shingles))
    common = len(np.intersect1d(shorter.shingles, longer.shingles, assume_unique=True))
    jaccard = common / (len(shorter.shingles) + len(longer.shingles) - common)
    containment = common / len(shorter.shingles)
    part = len(shorter.shingles) / len(longer.shingles)
    contained = containment >= _CONTAINED and part >= _LEAST_PART
    nearly = jaccard >= (_NEARLY_OF_SHORT if min(one.words, other.words) < SHORT else _NEARLY)
    if not (contained or nearly) or tells_otherwise(shorter, longer):
        return None
    if contained and part < _MUCH_MORE:
        return Resemblance(Likeness.CONTAINED, round(containment, 3))
    return Resemblance(Likeness.NEARLY, round(jaccard, 3))


def tells_otherwise(one: Shingled, other: Shingled) -> bool:
    """Whether two texts in much the same words are of other days, or too many of their figures are others.

    Figures that one of them has more are no other figures.
    """
    if one.days and other.days and one.days.isdisjoint(other.days):
        return True
    changed = min(len(one.figures - other.figures), len(other.figures - one.figures))
    common = len(one.figures & other.figures)
    allowed = max(int(_FIGURES_CHANGED * common), min(one.words, other.words) // _WORDS_A_FIGURE)
    return changed > allowed


def may_be_far_apart(found: Resemblance, words: int) -> bool:
    """Whether a text of so many words (of the shorter) that appeared again long after is the same text still."""
    if found.likeness is Likeness.SAME:
        return words >= SHORT
    return words >= _LONG and found.likeness is Likeness.NEARLY and found.share >= _FAR
