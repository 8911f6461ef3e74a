# SPDX-License-Identifier: GPL-3.0-or-later
"""What is offered in an article, asked of the process that answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from archivist.ui.questions.answering import Sources

if TYPE_CHECKING:
    from archivist.model import Suggestion


@dataclass(frozen=True, slots=True)
class Offered:
    """The suggestions of an article, each with the tag that it would be accepted with if there is one.

    Names are those of their tags and records, by ids.
    """

    suggestions: list[Suggestion] = field(default_factory=list)
    names: Mapping[str, str] = field(default_factory=dict)


def suggestions_of(sources: Sources, article: str) -> Offered:
    """What is offered in an article (id); nothing where it was deleted meanwhile."""
    from archivist.suggest.tag_choice import TagChoice

    archive = sources.archive
    if archive.articles.is_deleted(article):
        return Offered()
    choice = TagChoice(archive)
    names: dict[str, str] = {}
    tagged: list[Suggestion] = []
    for suggestion in sources.suggester.of_article(archive.articles.get(article)):
        tag = choice.known_tag_for(suggestion)
        if tag is not None:
            names[tag.id] = tag.name
        tagged.append(replace(suggestion, tag=tag.id if tag else None))
    records = archive.records.at({each.record for each in tagged if each.record is not None})
    return Offered(tagged, names | {id_: record.name for id_, record in records.items()})
