# SPDX-License-Identifier: GPL-3.0-or-later
"""The inner loops of a search, over the arrays of one segment.

compiled.c where it was built, which takes a C compiler, otherwise plain, which is numpy's and finds
the same more slowly. plain.py says what each function takes and gives.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

from archivist.search.kernel.plain import POSITION_BITS, places
from archivist.search.kernel.types import Group, Occurrences, Scored, Slots, Term

# The files of the index are little-endian, and compiled.c takes them as they are.
IS_COMPILED = sys.byteorder == "little" and find_spec("archivist.search.kernel.compiled") is not None

if IS_COMPILED:
    from archivist.search.kernel.built import (
        best,
        block_of,
        first,
        having,
        in_a_row,
        in_a_window,
        locate,
        mark,
        terms_of,
        weigh,
    )
else:
    from archivist.search.kernel.plain import (
        best,
        block_of,
        first,
        having,
        in_a_row,
        in_a_window,
        locate,
        mark,
        terms_of,
        weigh,
    )

__all__ = [
    "IS_COMPILED",
    "POSITION_BITS",
    "Group",
    "Occurrences",
    "Scored",
    "Slots",
    "Term",
    "best",
    "block_of",
    "first",
    "having",
    "in_a_row",
    "in_a_window",
    "locate",
    "mark",
    "places",
    "terms_of",
    "weigh",
]
