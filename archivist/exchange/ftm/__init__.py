# SPDX-License-Identifier: GPL-3.0-or-later
"""FollowTheMoney entities, one JSON object a line, as Aleph, OpenAleph and OpenSanctions have them."""

from archivist.exchange.format import Aspect, Format
from archivist.exchange.ftm.reading import read, read_articles, recognises
from archivist.exchange.ftm.writing import fit, write

FORMAT = Format(
    "ftm",
    "FollowTheMoney entities",
    (".jsonl", ".json", ".ijson", ".ftm"),
    keeps=frozenset(
        {
            *(Aspect.TEXT, Aspect.TITLE, Aspect.OUTLET, Aspect.BYLINE, Aspect.URL, Aspect.PUBLISHED),
            *(Aspect.CAPTURED, Aspect.LANGUAGE, Aspect.ARTICLE_IDS, Aspect.RECORDS, Aspect.RECORD_RELATIONS),
        }
    ),
    write=write,
    read=read,
    fit=fit,
    check=read_articles,
    recognises=recognises,
)
