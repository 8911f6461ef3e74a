# SPDX-License-Identifier: GPL-3.0-or-later
"""Where what comes differs from what is here, and what a person wants of the two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from archivist.model import Annotation, JsonValue


class Decision(StrEnum):
    """What becomes of something that is here and comes otherwise."""

    OURS = "ours"  # it stays as it is
    THEIRS = "theirs"  # it becomes as it comes
    BOTH = "both"  # it stays, and what comes is put beside it; of annotations only, else as OURS


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided of some conflicts, and what holds for all others."""

    default: Decision = Decision.OURS
    of: Mapping[tuple[str, str], Decision] = field(default_factory=dict)  # by MergeLine.what and .id

    def on(self, what: str, id_: str) -> Decision:
        """What was decided of the thing with this id in this archive."""
        return self.of.get((what, id_), self.default)


@dataclass(frozen=True, slots=True)
class Conflict:
    """The two sides of something that is here and comes otherwise."""

    fields: Mapping[str, tuple[JsonValue, JsonValue]]  # ours and theirs, of each field that differs
    choices: tuple[Decision, ...]  # what can be decided; OURS is always one of them
    marks: tuple[Annotation, Annotation] | None = None  # of an annotation: ours, and theirs as it would stand here


KEEP_OURS = Decisions()
