# SPDX-License-Identifier: GPL-3.0-or-later
"""What there is to filter by, and how many articles each filter lets through."""

from __future__ import annotations

from dataclasses import dataclass

from archivist.model import Kind, Tag
from archivist.ui.questions.answering import Sources

SECTIONS = ("collection", "annotated", "kind", "tag", "outlet", "language")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a section: the filter's value and the number of its articles."""

    value: str
    count: int
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """The lines of every section, by the field that they filter."""

    total: int
    sections: dict[str, tuple[Entry, ...]]


def overview(sources: Sources) -> Overview:
    """Count everything."""
    archive = sources.archive
    selections = archive.selections
    total = archive.articles.count()
    annotated = len(selections.with_value("has", "annotation"))
    tags = {tag.name: tag for tag in archive.tags.all()}
    return Overview(
        total,
        {
            "collection": tuple(Entry(each.name, each.article_count) for each in archive.collections.all()),
            "annotated": (Entry("yes", annotated), Entry("no", total - annotated)),
            "kind": tuple(Entry(kind, len(selections.with_value("kind", kind))) for kind in Kind),
            "tag": tuple(Entry(name, count, tags.get(name)) for name, count in selections.tagged()),
            "outlet": tuple(Entry(*pair) for pair in selections.values("outlet")),
            "language": tuple(Entry(*pair) for pair in selections.values("language")),
        },
    )
