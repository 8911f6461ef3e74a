# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tag of the archive each label of a foreign file means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archivist.model import Kind


@dataclass(frozen=True, slots=True)
class Target:
    """The tag that a label becomes; it is made where there is none of that name."""

    tag: str  # name
    kind: Kind | None = None  # of a new tag; None for what the file or the label suggests


@dataclass(frozen=True, slots=True)
class TagMapping:
    """What a person decided; what is not in it is for the program to suggest."""

    targets: Mapping[str, Target | None] = field(default_factory=dict)  # by label; None: leave its annotations out
