# SPDX-License-Identifier: GPL-3.0-or-later
"""Bringing one annotation of a bundle into an archive."""

from __future__ import annotations

from archivist.errors import AnnotationNotFound
from archivist.exchange.report import MergeLine, Outcome
from archivist.model import Annotation, Status
from archivist.store.annotations import Annotations

_COMPARED = ("article", "start", "end", "quote", "note", "attributes", "status")


def merge_annotation(annotations: Annotations, incoming: Annotation) -> MergeLine:
    """Store an annotation, unless one with its id is here; inside an action.

    One that is here and linked to no record is linked as the one that comes.
    """
    try:
        ours = annotations.get(incoming.id)
    except AnnotationNotFound:
        outcome = Outcome.RESTORED if annotations.is_known(incoming.id) else Outcome.NEW
        ours = annotations.bring_in(incoming)
        return _line(ours, outcome, _moved(incoming, ours))
    different = _differences(ours, annotations.place(incoming))
    if different:
        return _line(ours, Outcome.CONFLICT, f"differs in {', '.join(different)}; ours is kept")
    if incoming.record is not None and ours.record is None:
        return _line(annotations.update(ours.id, record=incoming.record), Outcome.COMPLETED, "")
    return _line(ours, Outcome.UNCHANGED, "")


def _differences(ours: Annotation, placed: Annotation) -> list[str]:
    different = [name for name in _COMPARED if getattr(ours, name) != getattr(placed, name)]
    if ours.tag.id != placed.tag.id:
        different.append("tag")
    if ours.record != placed.record and None not in (ours.record, placed.record):
        different.append("record")
    return different


def _moved(incoming: Annotation, placed: Annotation) -> str:
    if placed.status is Status.REVIEW and incoming.status is Status.ANCHORED:
        return "is for review: its words are not in the text here, or more than once"
    if placed.start != incoming.start:
        return f"was moved to its words, from {incoming.start} to {placed.start}"
    return ""


def _line(annotation: Annotation, outcome: Outcome, detail: str) -> MergeLine:
    return MergeLine("annotation", annotation.id, annotation.quote, outcome, detail)
