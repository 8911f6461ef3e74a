# SPDX-License-Identifier: GPL-3.0-or-later
"""What is offered in an article, asked of the process that answers."""

from __future__ import annotations

from archivist.model import Suggestion
from archivist.ui.questions.answering import Sources


def suggestions_of(sources: Sources, article: str) -> list[Suggestion]:
    """What is offered in an article (id); nothing where it was deleted meanwhile."""
    if sources.archive.articles.is_deleted(article):
        return []
    return sources.suggester.of_article(sources.archive.articles.get(article))
