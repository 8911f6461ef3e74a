# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing the codebook of a bundle into that of an archive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from archivist.errors import InvalidValue, NameTaken, ShortcutTaken
from archivist.exchange.bundle.documents import WrittenTag
from archivist.exchange.incoming.conflicts import KEEP_OURS, Conflict, Decision, Decisions
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import JsonValue, Tag
from archivist.store.tags import Tags

_CHOICES = (Decision.OURS, Decision.THEIRS)
_COMPARED = ("name", "kind", "colour", "shortcut", "description")
Sides = dict[str, tuple[str | None, str | None]]  # ours and theirs, by field


def merge_tags(
    tags: Tags, written: Sequence[WrittenTag], decisions: Decisions = KEEP_OURS
) -> tuple[dict[str, Tag], list[MergeLine]]:
    """Add the tags that are missing; returns ours by the bundle's id, and what became of each.

    A tag is known by its id, else by name and kind together. Inside an action.
    """
    before = {tag.id: tag for tag in tags.all()}
    ids = {id_: id_ for id_ in before}
    outcomes: dict[str, Outcome] = {}
    details: dict[str, list[str]] = {}
    to_settle = [tag for tag in written if tag.id in before and decisions.on("tag", tag.id) is Decision.THEIRS]
    # First, as a name that one of ours gives up is no longer a name by which another tag is known.
    _settle(tags, {tag.id: _apart_from_parent(differences(before[tag.id], tag, ids)) for tag in to_settle})
    for tag in written:
        if tag.id in before:
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
    here = (tag for tag in written if outcomes[tag.id] is Outcome.UNCHANGED)
    different = {tag.id: sides for tag in here if (sides := differences(before[tag.id], tag, ids))}
    kept = _settle(tags, {tag.id: different[tag.id] for tag in to_settle if tag.id in different})
    lines = []
    for tag in written:
        if tag.id in different:
            lines.append(_settled_line(tags, tag.id, different[tag.id], kept.get(tag.id)))
        else:
            lines.append(_line(tags.get(ids[tag.id]), outcomes[tag.id], details.get(tag.id, [])))
    return {tag.id: tags.get(ids[tag.id]) for tag in written}, lines


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


def _line(ours: Tag, outcome: Outcome, details: list[str]) -> MergeLine:
    """What became of a tag in which nothing differs."""
    if outcome is Outcome.MAPPED:
        details = [f"is here under another id, {ours.id}"]
    return MergeLine("tag", ours.id, ours.name, outcome, "; ".join(details))


def _settled_line(tags: Tags, id_: str, different: Sides, settled: tuple[list[str], str] | None) -> MergeLine:
    """What became of a tag that is here and differs; `settled` is what stays as it was and why, None for all of it."""
    kept, why = settled or (list(different), "")
    outcome = Outcome.CONFLICT if len(kept) == len(different) else Outcome.REPLACED
    detail = f"differs in {', '.join(kept)}; ours is kept{why}" if kept else ""
    named = {name: _named(tags, name, sides) for name, sides in different.items()}
    choices = _CHOICES if any(name != "kind" for name in different) else _CHOICES[:1]
    return MergeLine("tag", id_, tags.get(id_).name, outcome, detail, conflict=Conflict(named, choices))


def differences(ours: Tag, written: WrittenTag, ids: Mapping[str, str]) -> Sides:
    """The fields in which a tag differs, with ours and theirs; `ids` are those of our tags by the ids of the bundle."""
    sides: Sides = {name: (getattr(ours, name), getattr(written, name)) for name in _COMPARED}
    sides["parent"] = (ours.parent, ids.get(written.parent, written.parent) if written.parent else None)
    return {name: (here, there) for name, (here, there) in sides.items() if here != there}


def _apart_from_parent(sides: Sides) -> Sides:
    """What can be settled before all tags are here."""
    return {name: both for name, both in sides.items() if name != "parent"}


def _settle(tags: Tags, wanted: Mapping[str, Sides]) -> dict[str, tuple[list[str], str]]:
    """Take what can be taken of tags (id); returns of each the fields that stay as they were, and why.

    A tag may have to wait until another has given up its name or key, or what is above it has moved.
    """
    kept = {id_: (list(sides), "") for id_, sides in wanted.items()}
    while True:
        before = sum(len(fields) for fields, _ in kept.values())
        kept = {
            id_: _take(tags, id_, {name: wanted[id_][name] for name in fields}) for id_, (fields, _) in kept.items()
        }
        if sum(len(fields) for fields, _ in kept.values()) == before:
            return kept


def _take(tags: Tags, id_: str, different: Sides) -> tuple[list[str], str]:
    """Take what can be taken; returns the fields that stay as they were, and why.

    A tag stays of its kind, as its annotations would lose their records with it.
    """
    kept, reasons = [], []
    for name, (_, theirs) in different.items():
        if name == "kind":
            kept.append(name)
            continue
        try:
            tags.update(id_, **{name: theirs})
        except (NameTaken, ShortcutTaken, InvalidValue) as error:
            kept.append(name)
            reasons.append(error.sentence.format(**error.details()))
    return kept, "".join(f": {reason}" for reason in reasons)


def _named(tags: Tags, name: str, sides: tuple[str | None, str | None]) -> tuple[JsonValue, JsonValue]:
    """Both sides of a field; a parent by its name."""
    if name != "parent":
        return sides
    here, there = (tags.get(id_).name if id_ else None for id_ in sides)
    return here, there


def _namesake(present: Iterable[Tag], tag: WrittenTag) -> Tag | None:
    return next((known for known in present if known.name.casefold() == tag.name.casefold()), None)


def _free_name(tag: WrittenTag, taken: set[str]) -> str:
    name, number = tag.name, 1
    while name.casefold() in taken:
        name = f"{tag.name} ({tag.kind})" if number == 1 else f"{tag.name} ({tag.kind} {number})"
        number += 1
    return name
