# SPDX-License-Identifier: GPL-3.0-or-later
"""The inner loops as compiled.c has them: what goes in, and arrays out of the bytes that it gives."""

from __future__ import annotations

import numpy as np

from archivist.search.flat.sections import Array
from archivist.search.kernel import compiled
from archivist.search.kernel.types import Group, Scored, Slots

INTERFACE = 1  # of compiled.c: see kernel.h
if compiled.INTERFACE != INTERFACE:
    raise ImportError("what was compiled is of another version; install the program anew")

block_of = compiled.block_of
locate = compiled.locate
terms_of = compiled.terms_of
having = compiled.having
mark = compiled.mark
weigh = compiled.weigh


def best(groups: tuple[Group, ...], among: Array | None, rows: Array, most: int | None) -> Scored:
    return _scored(*compiled.best(groups, among, rows, _most(most, len(rows))))


def first(documents: Array, scores: Array, rows: Array, most: int | None) -> Scored:
    return _scored(*compiled.first(documents, scores, rows, _most(most, len(documents))))


def in_a_row(slots: Slots, size: int) -> Array:
    number, documents = compiled.in_a_row(slots, size)
    return np.frombuffer(documents, "i8", number)


def in_a_window(slots: Slots, width: int, size: int) -> Array:
    number, documents = compiled.in_a_window(slots, width, size)
    return np.frombuffer(documents, "i8", number)


def _scored(total: int, documents: bytes, scores: bytes) -> Scored:
    return Scored(total, np.frombuffer(documents, "i8"), np.frombuffer(scores))


def _most(most: int | None, number: int) -> int:
    return number if most is None else min(most, number)
