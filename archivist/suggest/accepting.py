# SPDX-License-Identifier: GPL-3.0-or-later
"""Suggestions become annotations: what a person accepts, in one step of the history."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from archivist.model import Suggestion
from archivist.store import Archive
from archivist.suggest.tag_choice import TagChoice
from archivist.text import shortened

# What a reader says of its suggestion, and not of the words.
_OF_THE_OFFER = ("records", "type")


def accept(archive: Archive, suggestions: Collection[tuple[str, Suggestion]]) -> list[str]:
    """Annotate what was suggested, each with its article (id); returns the ids of the annotations.

    It is one step. Words that bear the tag already get the record and the attributes that are
    missing. Raises what Annotations.accept_many does, and then accepts nothing.
    """
    if not suggestions:
        return []
    first = next(iter(suggestions))[1]
    what = f"“{shortened(first.quote)}”" if len(suggestions) == 1 else f"{len(suggestions)} suggestions"
    with archive.action(f"Accept {what}"):
        plain = [(article, _plain(suggestion)) for article, suggestion in suggestions]
        choice = TagChoice(archive)
        tags = {
            id(chosen): choice.tag_for(offered) for (_, offered), (_, chosen) in zip(suggestions, plain, strict=True)
        }
        return archive.annotations.accept_many(plain, lambda suggestion: tags[id(suggestion)])


def _plain(suggestion: Suggestion) -> Suggestion:
    said = {name: value for name, value in suggestion.attributes.items() if name not in _OF_THE_OFFER}
    return replace(suggestion, attributes=said)
