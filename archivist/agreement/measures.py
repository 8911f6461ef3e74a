# SPDX-License-Identifier: GPL-3.0-or-later
"""Agreement of annotators who gave each item a label, corrected for chance.

Items are counted, not listed: a Counter says how often each combination of labels was given, so
that a text of a million characters costs no more than its few hundred annotations. A measure is
None where it is not defined, as there is nothing to compare or only one label was ever given.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

Labels = tuple[Hashable, ...]  # of one item, one label for each annotator in a fixed order


def cohen_kappa(items: Counter[Labels]) -> float | None:
    """Of two annotators (Cohen 1960): each has chances of their own of giving a label."""
    total = items.total()
    if not total:
        return None
    observed = sum(count for (first, second), count in items.items() if first == second) / total
    firsts, seconds = (_given(items, at) for at in (0, 1))
    expected = sum(firsts[label] * seconds[label] for label in firsts) / total**2
    return _corrected(1 - observed, 1 - expected)


def fleiss_kappa(items: Counter[Labels]) -> float | None:
    """Of two or more annotators (Fleiss 1971): all have the same chances, as if they were exchangeable."""
    total = items.total()
    raters = _raters(items)
    if not total or raters < 2:  # noqa: PLR2004 - it takes two to agree
        return None
    given: Counter[Hashable] = Counter()
    agreeing = 0.0
    for labels, count in items.items():
        times = Counter(labels)
        agreeing += count * sum(number * (number - 1) for number in times.values()) / (raters * (raters - 1))
        for label, number in times.items():
            given[label] += number * count
    expected = sum((number / (raters * total)) ** 2 for number in given.values())
    return _corrected(1 - agreeing / total, 1 - expected)


def krippendorff_alpha(items: Counter[Labels]) -> float | None:
    """Of two or more annotators, of nominal labels (Krippendorff 2004, 11.3); None as a label is a missing one."""
    given: Counter[Hashable] = Counter()
    disagreeing = 0.0
    for labels, count in items.items():
        times = Counter(label for label in labels if label is not None)
        number = times.total()
        if number < 2:  # noqa: PLR2004 - one label is no pair
            continue
        for label, times_given in times.items():
            given[label] += times_given * count
        pairs = number * (number - 1) - sum(each * (each - 1) for each in times.values())
        disagreeing += count * pairs / (number - 1)
    total = given.total()
    if total < 2:  # noqa: PLR2004
        return None
    expected = total**2 - sum(number**2 for number in given.values())
    return _corrected(disagreeing * (total - 1), expected)


def _given(items: Counter[Labels], at: int) -> Counter[Hashable]:
    """How often the annotator at this place gave each label."""
    given: Counter[Hashable] = Counter()
    for labels, count in items.items():
        given[labels[at]] += count
    return given


def _raters(items: Counter[Labels]) -> int:
    return len(next(iter(items))) if items else 0


def _corrected(observed: float, expected: float) -> float | None:
    """One less what the observed disagreement is of that by chance."""
    return None if expected <= 0 else 1 - observed / expected
