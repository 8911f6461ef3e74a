# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing one annotation of a bundle into an archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from archivist.errors import AnnotationNotFound
from archivist.exchange.incoming.conflicts import KEEP_OURS, Conflict, Decision, Decisions
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Annotation, JsonValue, Status
from archivist.store.annotations import Annotations

# Makes the id of what was put beside ours, so that whoever brings it again finds it there.
BESIDE = UUID("7a1c9b52-5b1e-4d1c-9d0e-3a4f6f0c8e55")
_COMPARED = ("article", "start", "end", "quote", "note", "attributes", "status")
_PLACE = ("article", "revision", "start", "end", "quote", "prefix", "suffix", "status")
_CHOICES = (Decision.OURS, Decision.THEIRS, Decision.BOTH)


def merge_annotation(annotations: Annotations, incoming: Annotation, decisions: Decisions = KEEP_OURS) -> MergeLine:
    """Store an annotation, unless one with its id is here; inside an action.

    One that is here and linked to no record is linked as the one that comes. One that differs is
    compared with what was put beside ours before, where there is such a one: the line has its id.
    """
    try:
        ours = annotations.get(incoming.id)
    except AnnotationNotFound:
        outcome = Outcome.RESTORED if annotations.is_known(incoming.id) else Outcome.NEW
        ours = annotations.bring_in(incoming)
        return _line(ours, outcome, _moved(incoming, ours))
    placed = annotations.place(incoming)
    different = _differences(ours, placed)
    if different:
        beside = replace(incoming, id=str(uuid5(BESIDE, incoming.id)))
        if _is_here(annotations, beside.id):
            line = merge_annotation(annotations, beside, decisions)
            return replace(line, outcome=Outcome.MAPPED) if line.outcome is Outcome.UNCHANGED else line
        line = _settled(annotations, ours, placed, decisions.on("annotation", ours.id))
        return replace(line, conflict=_conflict(ours, placed, different))
    if incoming.record is not None and ours.record is None:
        return _line(annotations.update(ours.id, record=incoming.record), Outcome.COMPLETED, "")
    return _line(ours, Outcome.UNCHANGED, "")


def _is_here(annotations: Annotations, id_: str) -> bool:
    try:
        annotations.get(id_)
    except AnnotationNotFound:
        return False
    return True


def _settled(annotations: Annotations, ours: Annotation, placed: Annotation, decision: Decision) -> MergeLine:
    """Do what was decided of one that differs."""
    if decision is Decision.BOTH:
        beside = annotations.bring_in(replace(placed, id=str(uuid5(BESIDE, placed.id))))
        return _line(beside, Outcome.BOTH, "")
    if decision is Decision.THEIRS:
        taken = _taken(ours, placed)
        if _differences(ours, taken):
            annotations.bring_in(taken)
            is_whole = not _differences(taken, placed)
            return _line(
                taken, Outcome.REPLACED, "" if is_whole else "was taken, but for its place, which is not found"
            )
    return _line(ours, Outcome.CONFLICT, f"differs in {', '.join(_differences(ours, placed))}; ours is kept")


def _taken(ours: Annotation, placed: Annotation) -> Annotation:
    """Ours as theirs. It keeps what theirs has not, a link, and its place where the words of theirs are not found."""
    made: dict[str, Any] = {"created_by": ours.created_by, "created_at": ours.created_at}
    if placed.status is Status.REVIEW and ours.status is Status.ANCHORED:
        made |= {name: getattr(ours, name) for name in _PLACE}
    if placed.record is None and placed.tag.kind is ours.tag.kind:
        made["record"] = ours.record
    return replace(placed, **made)


def _differences(ours: Annotation, placed: Annotation) -> list[str]:
    different = [name for name in _COMPARED if getattr(ours, name) != getattr(placed, name)]
    if ours.tag.id != placed.tag.id:
        different.append("tag")
    if ours.record != placed.record and None not in (ours.record, placed.record):
        different.append("record")
    return different


def _conflict(ours: Annotation, placed: Annotation, different: Sequence[str]) -> Conflict:
    """Both sides; what a place is made of is one field."""
    names = dict.fromkeys("span" if name in ("start", "end") else name for name in different)
    return Conflict({name: (_value(ours, name), _value(placed, name)) for name in names}, _CHOICES, (ours, placed))


def _value(annotation: Annotation, name: str) -> JsonValue:
    match name:
        case "span":
            return {"start": annotation.start, "end": annotation.end}
        case "tag":
            return {"id": annotation.tag.id, "name": annotation.tag.name}
        case "attributes":
            return dict(annotation.attributes)
    value: JsonValue = getattr(annotation, name)
    return value


def _moved(incoming: Annotation, placed: Annotation) -> str:
    if placed.status is Status.REVIEW and incoming.status is Status.ANCHORED:
        return "is for review: its words are not in the text here, or more than once"
    if placed.start != incoming.start:
        return f"was moved to its words, from {incoming.start} to {placed.start}"
    return ""


def _line(annotation: Annotation, outcome: Outcome, detail: str) -> MergeLine:
    return MergeLine("annotation", annotation.id, annotation.quote, outcome, detail)
