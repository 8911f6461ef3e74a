# SPDX-License-Identifier: GPL-3.0-or-later
"""TEI P5: articles with their annotations beside the text, written; and what others mark in it in many ways, read."""

from archivist.exchange.format import Aspect, Format
from archivist.exchange.tei.reading import read, recognises
from archivist.exchange.tei.writing import write

FORMAT = Format(
    "tei",
    "TEI P5 with standOff",
    (".zip", ".xml", ".tei", ""),
    written_as=(".zip", ""),
    one_article=".xml",
    keeps=frozenset(Aspect)
    - {
        Aspect.ORIGINAL,
        Aspect.PROVENANCE,
        Aspect.RECORD_TIMES,
        Aspect.RELATION_TIMES,
        Aspect.HISTORY,
    },
    write=write,
    read=read,
    recognises=recognises,
)
