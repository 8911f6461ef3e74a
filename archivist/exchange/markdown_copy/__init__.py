# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown for reading anywhere: a file an article, with a footnote for each annotation."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path

from archivist.exchange.files.packages import new_package
from archivist.exchange.format import Aspect, Format
from archivist.exchange.markdown_copy.checking import check
from archivist.exchange.markdown_copy.page import article_markdown
from archivist.exchange.outgoing.contents import Contents
from archivist.model import Loss, Progress

_AT_ONCE = 50  # articles between two reports of progress


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write ID.md for each article, in a folder or a zip file."""
    with new_package(path) as add:
        for number, handed in enumerate(contents.articles()):
            if number % _AT_ONCE == 0:
                yield Progress(number, len(contents), handed.article.title)
            add(f"{handed.article.id}.md", article_markdown(handed, contents).encode())
    return ()


FORMAT = Format(
    "markdown",
    "Markdown",
    (".zip", ""),
    one_article=".md",
    keeps=frozenset(Aspect)
    - {
        Aspect.ORIGINAL,
        Aspect.PROVENANCE,
        Aspect.ANNOTATION_IDS,
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
