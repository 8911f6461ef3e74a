# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person keeps under a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from archivist.model.json_value import JsonValue


@dataclass(frozen=True, slots=True)
class Collection:
    """A named set of articles."""

    row: int
    id: str
    name: str
    article_count: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept under a name."""

    id: str
    name: str
    query: str
    sort: str
    chosen: Mapping[str, tuple[str, ...]]  # facet values by facet field


@dataclass(frozen=True, slots=True)
class Profile:
    """How tables of some sort are to be read, or which tags the labels of a format mean, kept under a name."""

    id: str
    name: str
    settings: Mapping[str, JsonValue]  # as intake.tables.profile or, with its "labels", exchange.mapping writes them
