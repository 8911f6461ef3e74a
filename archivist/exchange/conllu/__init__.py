# SPDX-License-Identifier: GPL-3.0-or-later
"""CoNLL-U, written and read; words with IOB tags, read."""

from archivist.exchange import carried
from archivist.exchange.conllu.reading import EXTENSIONS, read, recognises
from archivist.exchange.conllu.writing import write
from archivist.exchange.format import Format

FORMAT = Format(
    "conllu",
    "CoNLL-U and IOB",
    EXTENSIONS,
    written_as=(".conllu",),
    keeps=carried.KEPT,
    write=write,
    read=read,
    read_in=read,
    recognises=recognises,
)
