# SPDX-License-Identifier: GPL-3.0-or-later
"""W3C Web Annotations in JSON-LD, alone: everything that is marked, but not the texts."""

from archivist.exchange.format import Aspect, Format
from archivist.exchange.w3c.reading import read, recognises
from archivist.exchange.w3c.writing import write

__all__ = ["FORMAT"]

FORMAT = Format(
    "w3c",
    "W3C Web Annotations (JSON-LD)",
    (".jsonld", ".json"),
    keeps=frozenset(Aspect) - {Aspect.TEXT, Aspect.ORIGINAL, Aspect.PROVENANCE, Aspect.RESTRICTIONS, Aspect.HISTORY},
    write=write,
    read=read,
    recognises=recognises,
)
