# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing the codebook of a bundle into that of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from archivist.exchange.bundle.documents import WrittenTag
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Tag
from archivist.store.tags import Tags

_COMPARED = ("name", "kind", "colour", "shortcut", "description")


def merge_tags(tags: Tags, written: Sequence[WrittenTag]) -> tuple[dict[str, Tag], list[MergeLine]]:
    """Add the tags that are missing; returns ours by the bundle's id, and what became of each.

    A tag is known by its id, else by name and kind together. Inside an action.
    """
    ids = {tag.id: tag.id for tag in tags.all()}
    outcomes: dict[str, Outcome] = {}
    details: dict[str, list[str]] = {}
    for tag in written:
        if tag.id in ids:
            outcomes[tag.id] = Outcome.UNCHANGED
            continue
        namesake = _namesake(tags.all(), tag)
        if namesake is not None and namesake.kind == tag.kind:
            ids[tag.id], outcomes[tag.id] = namesake.id, Outcome.MAPPED
        else:
            details[tag.id] = _add(tags, tag)
            ids[tag.id], outcomes[tag.id] = tag.id, Outcome.NEW
    for tag in written:
        # Only now is every parent there.
        if outcomes[tag.id] is Outcome.NEW and tag.parent is not None:
            tags.update(tag.id, parent=ids[tag.parent])
    ours = {tag.id: tags.get(ids[tag.id]) for tag in written}
    lines = [_line(tag, ours[tag.id], outcomes[tag.id], details.get(tag.id, []), ids) for tag in written]
    return ours, lines


def _add(tags: Tags, tag: WrittenTag) -> list[str]:
    """Add a tag; returns what could not be as in the bundle."""
    present = tags.all()
    name = _free_name(tag, {known.name.casefold() for known in present})
    is_taken = tag.shortcut in {known.shortcut for known in present}
    tags.add(
        name,
        tag.kind,
        colour=tag.colour,
        shortcut="" if is_taken else tag.shortcut,
        description=tag.description,
        id_=tag.id,
    )
    details = []
    if name != tag.name:
        details.append(f"has the name “{name}” here, because another tag has its own")
    if is_taken and tag.shortcut:
        details.append(f"has no key here, because “{tag.shortcut}” belongs to another tag")
    return details


def _line(tag: WrittenTag, ours: Tag, outcome: Outcome, details: list[str], ids: Mapping[str, str]) -> MergeLine:
    if outcome is Outcome.MAPPED:
        details = [f"is here under another id, {ours.id}"]
    elif outcome is Outcome.UNCHANGED:
        different = [name for name in _COMPARED if getattr(tag, name) != getattr(ours, name)]
        if ours.parent != (ids[tag.parent] if tag.parent else None):
            different.append("parent")
        if different:
            outcome = Outcome.CONFLICT
            details = [f"differs in {', '.join(different)}; ours is kept"]
    return MergeLine("tag", ours.id, ours.name, outcome, "; ".join(details))


def _namesake(present: Iterable[Tag], tag: WrittenTag) -> Tag | None:
    return next((known for known in present if known.name.casefold() == tag.name.casefold()), None)


def _free_name(tag: WrittenTag, taken: set[str]) -> str:
    name, number = tag.name, 1
    while name.casefold() in taken:
        name = f"{tag.name} ({tag.kind})" if number == 1 else f"{tag.name} ({tag.kind} {number})"
        number += 1
    return name
