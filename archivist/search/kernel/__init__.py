# SPDX-License-Identifier: GPL-3.0-or-later
"""The inner loops of a search, over the arrays of one segment.

compiled.c where it was built, which takes a C compiler, otherwise plain, which is numpy's and finds
the same more slowly. plain.py says what each function takes and gives.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from archivist.search.kernel.plain import POSITION_BITS, places
from archivist.search.kernel.types import Group, Occurrences, Scored, Slots, Term

IS_COMPILED = False
if sys.byteorder == "little":  # as the files of the index are, which compiled.c takes as they are
    with suppress(ImportError):  # not built, or for another machine, or of an earlier version
        from archivist.search.kernel import built  # noqa: F401 - only whether it can be

        IS_COMPILED = True

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
