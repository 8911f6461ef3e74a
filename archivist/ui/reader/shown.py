# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the annotations of an article a person wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from archivist.model import Annotation, Kind


class State(StrEnum):
    """What may be looked for in annotations, apart from what they mark."""

    LINKED = "linked"  # to a record
    NOT_LINKED = "not linked"
    NOTED = "noted"
    NOT_NOTED = "not noted"


@dataclass(frozen=True, slots=True)
class Shown:
    """What an annotation has to be; what is None may be anything."""

    kind: Kind | None = None
    tag: str | None = None  # id
    annotator: str | None = None  # who made it
    state: State | None = None

    def lets(self, annotation: Annotation) -> bool:
        """Whether it is to be seen."""
        return (
            self.kind in (None, annotation.tag.kind)
            and self.tag in (None, annotation.tag.id)
            and self.annotator in (None, annotation.created_by)
            and (self.state is None or _is_in(annotation, self.state))
        )


def _is_in(annotation: Annotation, state: State) -> bool:
    match state:
        case State.LINKED:
            return annotation.record is not None
        case State.NOT_LINKED:
            return annotation.record is None
        case State.NOTED:
            return bool(annotation.note)
        case _:
            return not annotation.note
