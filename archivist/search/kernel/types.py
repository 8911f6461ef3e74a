# SPDX-License-Identifier: GPL-3.0-or-later
"""What goes into the inner loops and what comes out of them.

A document is its number within its segment, a mask one byte for each document of it.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from archivist.search.flat.sections import Array


class Term(NamedTuple):
    """The postings of one term, and what makes a worth out of how often it stands in a document."""

    documents: Array  # u2, rising
    counts: Array  # u1 or u4, of each posting
    lengths: Array  # u2, of each document of the segment: see scoring.Weights
    table: Array  # f8
    norms: Array  # f8
    factor: float


Group: TypeAlias = tuple[Term, ...]  # terms any of which will do


class Occurrences(NamedTuple):
    """Where one term stands."""

    documents: Array  # u2, rising, each once
    counts: Array  # u1 or u4, of each posting
    positions: Array  # u2 or u4, as many of each posting as its count, and rising


# The words that are to stand together: of each a measure, and the terms any of which will do. In a
# row the measure is its place in it, in a window how often it has to be there.
Slots: TypeAlias = tuple[tuple[int, tuple[Occurrences, ...]], ...]


class Scored(NamedTuple):
    """How many documents there are, and the first of them, by score and then the last row first."""

    total: int
    documents: Array  # i8
    scores: Array  # f8
