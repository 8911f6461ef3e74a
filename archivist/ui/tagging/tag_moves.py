# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a tag of the codebook comes to stand when it is moved up, down, in or out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from archivist.model import Tag


class Way(Enum):
    """A direction in which a tag is moved by a key."""

    UP = "up"
    DOWN = "down"
    IN = "in"  # below the one that stands in front of it
    OUT = "out"  # behind the one that it stands below


@dataclass(frozen=True, slots=True)
class Place:
    """Where a tag is to stand."""

    parent: str | None  # id
    before: str | None  # id; None: behind all


def shown_parent(tag: Tag, tags: Sequence[Tag]) -> str | None:
    """The id of the tag below which one is listed: its parent, if that is of its kind."""
    return next((other.id for other in tags if other.id == tag.parent and other.kind is tag.kind), None)


def siblings(parent: str | None, tag: Tag, tags: Sequence[Tag]) -> list[Tag]:
    """The tags of a tag's kind that are listed below a parent (id, None for none), in order."""
    return [other for other in tags if other.kind is tag.kind and shown_parent(other, tags) == parent]


def place_after(way: Way, tag: Tag, tags: Sequence[Tag]) -> Place | None:
    """Where a tag comes to stand; None where it cannot go that way."""
    above = shown_parent(tag, tags)
    beside = siblings(above, tag, tags)
    number = [other.id for other in beside].index(tag.id)
    match way:
        case Way.UP if number:
            return Place(above, beside[number - 1].id)
        case Way.DOWN if number + 1 < len(beside):
            return Place(above, _id_at(beside, number + 2))
        case Way.IN if number:
            return Place(beside[number - 1].id, None)
        case Way.OUT if above is not None:
            parent = next(other for other in tags if other.id == above)
            outer = siblings(shown_parent(parent, tags), parent, tags)
            return Place(shown_parent(parent, tags), _id_at(outer, [each.id for each in outer].index(above) + 1))
    return None


def dropped(target: Tag, tags: Sequence[Tag], *, below_it: bool) -> Place:
    """The place in front of a tag that another is dropped at, or behind it."""
    above = shown_parent(target, tags)
    if not below_it:
        return Place(above, target.id)
    beside = siblings(above, target, tags)
    return Place(above, _id_at(beside, [each.id for each in beside].index(target.id) + 1))


def _id_at(tags: Sequence[Tag], number: int) -> str | None:
    return tags[number].id if number < len(tags) else None
