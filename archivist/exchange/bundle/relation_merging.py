# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing one relation of a bundle into an archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archivist.errors import (
    ArchivistError,
    PartOfItself,
    RelationEndMissing,
    RelationExists,
    RelationNotFound,
    RelationToItself,
)
from archivist.exchange.incoming.conflicts import KEEP_OURS, Conflict, Decision, Decisions
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import JsonValue, Node, Relation
from archivist.store.relations import Relations

_COMPARED = ("type", "source", "target", "note")
_CHOICES = (Decision.OURS, Decision.THEIRS)
_IMPOSSIBLE = (PartOfItself, RelationEndMissing, RelationExists, RelationToItself)


def merge_relation(relations: Relations, incoming: Relation, decisions: Decisions = KEEP_OURS) -> MergeLine:
    """Store a relation, whose ends are ids of this archive, unless one with its id is here; inside an action."""
    try:
        ours = relations.get(incoming.id)
    except RelationNotFound:
        return _bring_in(relations, incoming)
    different = [name for name in _COMPARED if _compared(getattr(ours, name)) != _compared(getattr(incoming, name))]
    if different:
        fields = {name: (_json(getattr(ours, name)), _json(getattr(incoming, name))) for name in different}
        line = _settled(relations, ours, incoming, different, decisions.on("relation", ours.id))
        return replace(line, conflict=Conflict(fields, _CHOICES))
    return _line(ours, Outcome.UNCHANGED, "")


def _settled(
    relations: Relations, ours: Relation, incoming: Relation, different: Sequence[str], decision: Decision
) -> MergeLine:
    why = ""
    if decision is Decision.THEIRS:
        try:
            values = {name: getattr(incoming, name) for name in _COMPARED}
            return _line(relations.update(ours.id, **values), Outcome.REPLACED, "")
        except _IMPOSSIBLE as error:
            why = f": {_said(error)}"
    return _line(ours, Outcome.CONFLICT, f"differs in {', '.join(different)}; ours is kept{why}")


def _bring_in(relations: Relations, incoming: Relation) -> MergeLine:
    outcome = Outcome.RESTORED if relations.is_known(incoming.id) else Outcome.NEW
    try:
        return _line(relations.bring_in(incoming), outcome, "")
    except RelationExists:
        return _line(incoming, Outcome.MAPPED, "is here under another id")
    except RelationToItself:
        return _line(incoming, Outcome.MAPPED, "joins what has become one record here")
    except (PartOfItself, RelationEndMissing) as error:
        return _line(incoming, Outcome.CONFLICT, f"was left out: {_said(error)}")


def _said(error: ArchivistError) -> str:
    return error.sentence.format(**error.details())


def _json(value: str | Node) -> JsonValue:
    return value if isinstance(value, str) else {"type": value.type, "id": value.id}


def _compared(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


def _line(relation: Relation, outcome: Outcome, detail: str) -> MergeLine:
    return MergeLine("relation", relation.id, relation.type, outcome, detail)
