# SPDX-License-Identifier: GPL-3.0-or-later
"""Things that annotations speak of: events, actors and what is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from archivist.model.annotations import Annotation
from archivist.model.terms import Kind


@dataclass(frozen=True, slots=True)
class Alias:
    """A further name of a record, as it is written in one language."""

    name: str
    language: str = ""  # ISO 639-1, "" where it is not known or does not matter


@dataclass(frozen=True, slots=True)
class Role:
    """What an actor is or was, and when."""

    title: str  # "президент Казахстану"
    organisation: str = ""
    since: str = ""  # EDTF
    until: str = ""  # EDTF


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """What a record says. Each kind uses its own fields; the others stay empty.

    A figure record is what is counted, whatever its number; its claims are annotations linked to it.
    """

    kind: Kind  # event, actor or figure
    name: str  # an actor's name, an event's title, a figure's heading
    note: str = ""
    aliases: tuple[Alias, ...] = ()  # each name once; the record's own name is none of them
    type: str = ""  # actor: an ActorType; event: any word
    # Actors
    roles: tuple[Role, ...] = ()
    # All kinds
    external_ids: Mapping[str, str] = field(default_factory=dict)  # by scheme, e.g. {"wikidata": "Q312850"}
    # Events
    date: str = ""  # EDTF; may be partial, uncertain or an interval
    place: str = ""
    parent: str | None = None  # id of an event that this one is a part of
    # Figures
    counted: str = ""  # "killed"
    of_whom: str = ""  # "police officers"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A thing that annotations speak of, across articles."""

    row: int
    id: str
    draft: RecordDraft
    annotation_count: int
    created_by: str
    created_at: str
    modified_at: str

    @property
    def kind(self) -> Kind:
        """Event, actor or figure."""
        return self.draft.kind

    @property
    def name(self) -> str:
        """The name that stands for the record in lists."""
        return self.draft.name


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are linked to a record, with what a list says of their article."""

    article: str  # id
    title: str
    outlet: str
    published: str  # EDTF
    annotation: Annotation
