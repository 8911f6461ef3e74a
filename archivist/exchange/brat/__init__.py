# SPDX-License-Identifier: GPL-3.0-or-later
"""brat standoff, written and read with its dialects; and the standoff files of factRuEval, read."""

from archivist.exchange.brat.reading import read, recognises
from archivist.exchange.brat.writing import write
from archivist.exchange.format import Aspect, Format

FORMAT = Format(
    "brat",
    "brat standoff",
    (".zip", ".ann", ""),
    keeps=frozenset(Aspect) - {Aspect.ORIGINAL, Aspect.PROVENANCE, Aspect.FOR_REVIEW, Aspect.HISTORY},
    write=write,
    read=read,
    recognises=recognises,
)
