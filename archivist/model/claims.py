# SPDX-License-Identifier: GPL-3.0-or-later
"""Numbers that somebody gave."""

from __future__ import annotations

from dataclasses import dataclass

from archivist.model.annotations import Annotation


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's number of something as of some day: an annotation of kind figure, read as that."""

    annotation: Annotation
    title: str  # of its article
    outlet: str
    published: str  # EDTF
    value: int | float | None
    low: int | float | None  # with high, or one of them alone; then there is no value
    high: int | float | None
    approximation: str  # as in the attributes, "" where the text does not say
    unit: str  # as the annotation says it, else as its record does; counted as well
    counted: str
    as_of: str  # EDTF, "" where the text does not say
    claimant: str  # as the annotation says it, else what the relation leads to, else ""
    claimant_record: str | None  # id of an actor
    event_record: str | None  # id of the event that it counts for
    replaces: tuple[str, ...]  # ids of annotations
    replaced_by: tuple[str, ...]
    contradicts: tuple[str, ...]  # as somebody said, in whichever direction
    disagrees: tuple[str, ...] = ()  # those, and some of the claims beside it that its number cannot be reconciled with
