# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping what a person changed of the details of an article as one step."""

from __future__ import annotations

from typing import Any

from archivist.model import Article
from archivist.store import Archive


def edit_details(archive: Archive, article_id: str, values: dict[str, Any]) -> Article:
    """Change metadata and, where it is among the values, the restriction; raises what the store raises."""
    metadata = {name: value for name, value in values.items() if name != "restriction"}
    article = archive.articles.get(article_id)
    if "restriction" not in values:
        return archive.articles.update(article_id, **metadata)
    if not metadata:
        archive.articles.restrict([article_id], values["restriction"])
        return archive.articles.get(article_id)
    with archive.action(f"Edit {article.title}"):
        archive.articles.restrict([article_id], values["restriction"])
        return archive.articles.update(article_id, **metadata)
