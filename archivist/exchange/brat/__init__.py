# SPDX-License-Identifier: GPL-3.0-or-later
"""brat standoff, written and read with its dialects; and the standoff files of factRuEval, read."""

from archivist.exchange.brat.reading import read, recognises
from archivist.exchange.brat.writing import write
from archivist.exchange.format import Aspect, Format

FORMAT = Format(
    "brat",
    "brat standoff",
    (".zip", ".ann", ""),
    keeps=frozenset(
        {
            *(Aspect.TEXT, Aspect.TITLE, Aspect.OUTLET, Aspect.BYLINE, Aspect.SECTION, Aspect.URL),
            *(Aspect.PUBLISHED, Aspect.CAPTURED, Aspect.LANGUAGE, Aspect.COLLECTIONS, Aspect.ARTICLE_IDS),
            *(Aspect.ANNOTATIONS, Aspect.ANNOTATION_IDS, Aspect.NOTES, Aspect.ATTRIBUTES, Aspect.ANNOTATORS),
            *(Aspect.TIMES, Aspect.CODEBOOK, Aspect.RECORDS, Aspect.RECORD_LINKS),
            *(Aspect.RELATIONS, Aspect.RECORD_RELATIONS),
        }
    ),
    write=write,
    read=read,
    recognises=recognises,
)
