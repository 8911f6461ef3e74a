# SPDX-License-Identifier: GPL-3.0-or-later
"""Tags, and the words of a text that they mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archivist.model.json_value import JsonValue
from archivist.model.terms import Kind, Status


@dataclass(frozen=True, slots=True)
class Tag:
    """A label of the codebook."""

    row: int
    id: str
    name: str
    kind: Kind
    colour: str  # "#rrggbb"
    shortcut: str  # one letter or digit, or two that are pressed one after the other, or ""
    parent: str | None  # id of a tag
    description: str


@dataclass(frozen=True, slots=True)
class Annotation:
    """A tagged span of one revision."""

    id: str
    article: str  # id
    revision: str  # id
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    tag: Tag
    note: str
    attributes: Mapping[str, JsonValue]
    record: str | None
    status: Status
    created_by: str
    created_at: str
    modified_at: str
