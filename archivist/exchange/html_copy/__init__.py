# SPDX-License-Identifier: GPL-3.0-or-later
"""HTML for reading and printing: a page an article, on which the annotations show."""

from archivist.exchange.format import Aspect, Format
from archivist.exchange.html_copy.checking import check
from archivist.exchange.html_copy.writing import write

FORMAT = Format(
    "html",
    "HTML reading copy",
    (".zip", ""),
    one_article=".html",
    keeps=frozenset(Aspect)
    - {
        Aspect.ORIGINAL,
        Aspect.PROVENANCE,
        Aspect.CODEBOOK,
        Aspect.RECORDS,
        Aspect.CROSS_RELATIONS,
        Aspect.RECORD_RELATIONS,
        Aspect.RECORD_TIMES,
        Aspect.RELATION_TIMES,
        Aspect.HISTORY,
    },
    write=write,
    check=check,
)
