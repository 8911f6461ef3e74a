# SPDX-License-Identifier: GPL-3.0-or-later
"""What joins annotations and records."""

from __future__ import annotations

from dataclasses import dataclass

from archivist.model.terms import NodeType


@dataclass(frozen=True, slots=True)
class Node:
    """One end of a relation."""

    type: NodeType
    id: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed, directed link between two annotations or records."""

    id: str
    type: str
    source: Node
    target: Node
    note: str
    created_by: str
    created_at: str
