# SPDX-License-Identifier: GPL-3.0-or-later
"""A text cut where any annotator begins or ends, so that its characters can be counted without listing them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from archivist.agreement.measures import Labels
from archivist.agreement.spans import Marked


def characters(annotators: Sequence[Sequence[Marked]], length: int) -> Counter[Labels]:
    """How many characters have which labels; the label of each annotator is the set of all that stand there."""
    counted: Counter[Labels] = Counter()
    edges = sorted({0, length, *(edge for spans in annotators for span in spans for edge in (span.start, span.end))})
    changes = [_changes(spans) for spans in annotators]
    standing: list[Counter[str]] = [Counter() for _ in annotators]
    for start, end in pairwise(edges):
        for labels, change in zip(standing, changes, strict=True):
            for label, by in change.get(start, ()):
                labels[label] += by
        counted[tuple(frozenset(+labels) for labels in standing)] += end - start
    return counted


def with_label(items: Counter[Labels], label: str) -> Counter[Labels]:
    """The same characters, each annotator's label being whether this one stands there."""
    found: Counter[Labels] = Counter()
    for labels, count in items.items():
        found[tuple(label in each for each in labels if isinstance(each, frozenset))] += count
    return found


def _changes(spans: Iterable[Marked]) -> dict[int, list[tuple[str, int]]]:
    changes: dict[int, list[tuple[str, int]]] = {}
    for span in spans:
        changes.setdefault(span.start, []).append((span.label, 1))
        changes.setdefault(span.end, []).append((span.label, -1))
    return changes
