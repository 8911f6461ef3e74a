# SPDX-License-Identifier: GPL-3.0-or-later
"""Which articles are one text."""

from __future__ import annotations

from archivist.model import Article
from archivist.ui.questions.answering import Sources


def stories(sources: Sources, article: str) -> list[Article]:
    """The articles that are one text with an article (id), itself among them, the earliest first; else none."""
    group = sources.archive.duplicates.group_of(article)
    return sources.archive.articles.at_rows(group.rows) if group is not None else []


def texts_to_compare(sources: Sources) -> int:
    """How many texts have come in that were not compared with the others yet."""
    return sources.archive.duplicates.wordings.waiting()
