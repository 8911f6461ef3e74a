# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles as the archive lists them, their texts, and how these were made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archivist.model.json_value import JsonValue
from archivist.model.terms import RestrictionKind


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes as they were imported, kept untouched under their hash."""

    sha256: str
    media_type: str
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Restriction:
    """That an article is not to be handed over, unless somebody asks for it all the same."""

    kind: RestrictionKind
    until: str = ""  # the last day of an embargo, yyyy-mm-dd; "" where it has no end
    reason: str = ""

    def holds(self, today: str) -> bool:
        """Whether it holds on this day, yyyy-mm-dd; on a day that is not known, "", every one does."""
        return not self.until or today <= self.until


@dataclass(frozen=True, slots=True)
class Provenance:
    """How an article's text was made from an original."""

    source: str  # where the bytes came from: a path, or "pasted"
    reader: str  # name of the intake module
    reader_version: str
    encoding: str | None  # of a text file, as Python names it
    parameters: Mapping[str, JsonValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of coverage as the archive lists it; its text is in its revision."""

    row: int
    id: str
    title: str
    outlet: str
    byline: str
    section: str
    url: str
    published: str  # EDTF
    captured: str  # EDTF
    language: str
    imported_at: str  # UTC, ISO 8601
    revision: str  # id of the current revision
    original: Original | None
    annotation_count: int
    restriction: Restriction | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One immutable text of an article."""

    id: str
    number: int  # 1, 2, 3 within its article
    sha256: str  # of the body as UTF-8
    body: str
    created_at: str
