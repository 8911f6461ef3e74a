# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing one relation of a bundle into an archive."""

from __future__ import annotations

from archivist.errors import PartOfItself, RelationEndMissing, RelationExists, RelationNotFound, RelationToItself
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Relation
from archivist.store.relations import Relations


def merge_relation(relations: Relations, incoming: Relation) -> MergeLine:
    """Store a relation, whose ends are ids of this archive, unless one with its id is here; inside an action."""
    try:
        ours = relations.get(incoming.id)
    except RelationNotFound:
        return _bring_in(relations, incoming)
    different = [
        name
        for name in ("type", "source", "target", "note")
        if _compared(getattr(ours, name)) != _compared(getattr(incoming, name))
    ]
    if different:
        return _line(ours, Outcome.CONFLICT, f"differs in {', '.join(different)}; ours is kept")
    return _line(ours, Outcome.UNCHANGED, "")


def _bring_in(relations: Relations, incoming: Relation) -> MergeLine:
    outcome = Outcome.RESTORED if relations.is_known(incoming.id) else Outcome.NEW
    try:
        return _line(relations.bring_in(incoming), outcome, "")
    except RelationExists:
        return _line(incoming, Outcome.MAPPED, "is here under another id")
    except RelationToItself:
        return _line(incoming, Outcome.MAPPED, "joins what has become one record here")
    except (PartOfItself, RelationEndMissing) as error:
        return _line(incoming, Outcome.CONFLICT, f"was left out: {error.sentence.format(**error.details())}")


def _compared(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


def _line(relation: Relation, outcome: Outcome, detail: str) -> MergeLine:
    return MergeLine("relation", relation.id, relation.type, outcome, detail)
