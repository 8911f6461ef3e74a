# SPDX-License-Identifier: GPL-3.0-or-later
"""How texts come about: what readers find in files, and what giving an article a text came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from archivist.model.articles import Provenance
from archivist.model.json_value import JsonValue


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What a reader found in a file, before it is in the archive.

    The body is canonical text and begins with the headline. What could not be found is empty.
    Where a file holds several articles, `part` says which of its pieces this one is, in the same
    words whenever the file is read again: the name of a member, the number of a message.
    """

    title: str
    body: str
    outlet: str = ""
    byline: str = ""
    section: str = ""
    url: str = ""
    published: str = ""  # EDTF
    captured: str = ""  # EDTF
    language: str = ""  # ISO 639-1, "" where it is not known
    provenance: Provenance | None = None
    warnings: tuple[str, ...] = ()
    part: str = ""  # "" where the article is all of the file
    original: bytes | None = None  # what it was read from, where that is another file than the one imported
    media_type: str = ""  # of `original`


@dataclass(frozen=True, slots=True)
class RevisionProvenance:
    """One text of an article, without its words, and how it was read."""

    id: str
    number: int
    sha256: str  # of the body as UTF-8
    created_at: str  # UTC, ISO 8601
    current: bool
    reader: str
    reader_version: str
    encoding: str | None
    parameters: Mapping[str, JsonValue]


@dataclass(frozen=True, slots=True)
class Revised:
    """What giving an article another text came to."""

    revision: str  # id of the current revision
    changed: bool  # False where the text was that already
    moved: int  # annotations that stand on their words in the new text
    queued: int  # annotations for review


class RereadStatus(StrEnum):
    """What became of one article whose original was read again."""

    UNCHANGED = "unchanged"
    REVISED = "revised"
    REFUSED = "refused"  # it keeps the text that it has


@dataclass(frozen=True, slots=True)
class RereadReport:
    """What reading an article's original again came to."""

    article: str  # id
    title: str
    status: RereadStatus
    revision: str = ""  # id of the current one
    moved: int = 0
    queued: int = 0
    reason: str = ""
