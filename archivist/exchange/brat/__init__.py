# SPDX-License-Identifier: GPL-3.0-or-later
"""brat standoff, written and read with its dialects; and the standoff files of factRuEval, read."""

from archivist.exchange import carried
from archivist.exchange.brat.reading import read, recognises
from archivist.exchange.brat.writing import write
from archivist.exchange.format import Format

FORMAT = Format(
    "brat",
    "brat standoff",
    (".zip", ".ann", ""),
    written_as=(".zip", ""),
    keeps=carried.KEPT,
    write=write,
    read=read,
    read_in=read,
    recognises=recognises,
)
