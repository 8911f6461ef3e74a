# SPDX-License-Identifier: GPL-3.0-or-later
"""REFI-QDA, by which programs for qualitative analysis exchange projects (.qdpx) and codebooks (.qdc).

A project is a zip file: project.qde, an XML document with codes, sources, selections of them and
what else there is, and beside it a folder of the texts. Positions count code points from 0; the
schemas are those of the standard, version 1.0 (www.qdasoftware.org).
"""

from archivist.exchange.format import Aspect, Format
from archivist.exchange.refi_qda.reading import read
from archivist.exchange.refi_qda.recognising import recognises
from archivist.exchange.refi_qda.writing import write, write_codebook

__all__ = ["CODEBOOK", "FORMAT", "write_codebook"]

FORMAT = Format(
    "refi-qda",
    "REFI-QDA project",
    (".qdpx", ".qdc", ".qde"),
    written_as=(".qdpx",),
    keeps=frozenset(Aspect)
    - {
        Aspect.ORIGINAL,
        Aspect.PROVENANCE,
        Aspect.RESTRICTIONS,
        Aspect.FOR_REVIEW,
        Aspect.RELATION_TIMES,
        Aspect.HISTORY,
    },
    write=write,
    read=read,
    recognises=recognises,
)

CODEBOOK = Format(
    "refi-qda-codebook",
    "REFI-QDA codebook",
    (".qdc",),
    keeps=frozenset({Aspect.CODEBOOK}),
    write=write_codebook,
    check=read,
)
