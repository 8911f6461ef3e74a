# SPDX-License-Identifier: GPL-3.0-or-later
"""STAM JSON: texts with stand-off annotations, whose positions are code points as ours are."""

from archivist.exchange.format import Aspect, Format
from archivist.exchange.stam.reading import read, recognises
from archivist.exchange.stam.writing import write

__all__ = ["FORMAT"]

FORMAT = Format(
    "stam",
    "STAM JSON",
    (".store.stam.json", ".json"),
    keeps=frozenset(Aspect) - {Aspect.ORIGINAL, Aspect.PROVENANCE, Aspect.RESTRICTIONS, Aspect.HISTORY},
    write=write,
    read=read,
    recognises=recognises,
)
