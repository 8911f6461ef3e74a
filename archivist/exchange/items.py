# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader of a foreign format finds in a file, before any of it is in an archive.

A reader yields these one after the other: tags and records where it meets them, a document with
all that is marked in it, relations between records, and a Problem for everything that it could not
read. It knows no archive and mends nothing: whether a place is right, which tag a label means and
whether an article is here already is for taking_in.py to find out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from archivist.model import JsonValue, NodeType, RecordDraft, Restriction


class Unit(StrEnum):
    """What the offsets of a document count."""

    CODE_POINTS = "code points"
    UTF16 = "UTF-16 units"
    BYTES = "bytes of UTF-8"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read, and was left out."""

    where: str  # for a person: "news.ann, line 12"
    what: str  # one sentence


@dataclass(frozen=True, slots=True)
class ReadTag:
    """A label that the file defines, before or without its being used."""

    label: str  # as annotations name it
    name: str = ""  # for a person, where that is something else
    id: str = ""  # UUID, where it is one of an Archivist
    kind: str = ""  # a model.Kind, where the file says so
    colour: str = ""  # "#rrggbb"
    parent: str = ""  # label
    description: str = ""
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """An actor, event or figure that the file holds."""

    key: str  # by which annotations and relations name it; the UUID where it is one of an Archivist
    draft: RecordDraft
    id: str = ""  # UUID, where it is one of an Archivist
    created_by: str = ""
    created_at: str = ""  # UTC, ISO 8601
    modified_at: str = ""


@dataclass(frozen=True, slots=True)
class ReadAnnotation:
    """Words that the file marks, with its own offsets, unchecked."""

    key: str  # unique within its document: "T1"
    start: int  # in the unit of the document; -1 where the file gives words only
    end: int
    label: str  # "" where it has none
    where: str = ""  # for a person: "line 12"
    quote: str | None = None  # the words as the file repeats them; None where it does not
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    attributes: Mapping[str, JsonValue] = field(default_factory=dict)
    kind: str = ""  # a model.Kind, where the file says so
    record: str = ""  # key of a ReadRecord
    annotator: str = ""
    created_at: str = ""  # UTC, ISO 8601
    modified_at: str = ""
    id: str = ""  # UUID, where it is one of an Archivist
    for_review: bool = False


@dataclass(frozen=True, slots=True)
class ReadRelation:
    """A link between two annotations of a document, or with records."""

    type: str
    source: str  # key of an annotation of its document, or of a record
    target: str
    source_type: NodeType = NodeType.ANNOTATION
    target_type: NodeType = NodeType.ANNOTATION
    note: str = ""
    id: str = ""  # UUID, where it is one of an Archivist
    where: str = ""
    created_by: str = ""
    created_at: str = ""  # UTC, ISO 8601


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A text with what is marked in it; or only what is marked, where the text is elsewhere."""

    name: str  # as the file names it
    text: str | None  # exactly as it is in the file, line ends included; None where the file does not have it
    annotations: tuple[ReadAnnotation, ...] = ()
    relations: tuple[ReadRelation, ...] = ()
    problems: tuple[Problem, ...] = ()
    unit: Unit = Unit.CODE_POINTS
    id: str = ""  # UUID of the article, where it is one of an Archivist
    title: str = ""
    outlet: str = ""
    byline: str = ""
    section: str = ""
    url: str = ""
    published: str = ""  # EDTF
    captured: str = ""  # EDTF
    language: str = ""  # ISO 639-1
    collections: tuple[str, ...] = ()
    restriction: Restriction | None = None  # which a new article is put under
    raw: bytes | None = None  # what is kept as the original, where that is not the whole file
    media_type: str = ""  # of raw
    encoding: str = ""  # of raw, as Python names it; "" for UTF-8, and where the format says it


Item = ReadTag | ReadRecord | ReadDocument | ReadRelation | Problem
