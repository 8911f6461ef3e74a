# SPDX-License-Identifier: GPL-3.0-or-later
"""The words that every room shares, as plain frozen values.

An `id` is a UUID and may leave the archive; a `row` is SQLite's integer and may not. Every start
and end is a code point offset into the body of one revision, half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from archivist.errors import ArchivistError

JsonValue = Any  # what json can hold


class Kind(StrEnum):
    """What a tag marks. Further kinds may be added at the end."""

    EVENT = "event"
    ACTOR = "actor"
    FIGURE = "figure"
    DATE = "date"  # a time that the text names; of it there are no records


class Status(StrEnum):
    """Whether an annotation still stands on its own words."""

    ANCHORED = "anchored"
    REVIEW = "review"


class Likeness(StrEnum):
    """In which way the texts of two articles are one, the closest first."""

    SAME = "same"  # the same words
    NEARLY = "nearly"  # nearly the same: a few words or figures are others
    CONTAINED = "contained"  # the one is in the other, which says more


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes as they were imported, kept untouched under their hash."""

    sha256: str
    media_type: str
    size: int  # bytes


class RestrictionKind(StrEnum):
    """Why an article may not be handed over."""

    EMBARGO = "embargo"
    REDACTED = "redacted"


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
class Unread:
    """A piece of a file that no article was made of, and why not."""

    part: str
    reason: str


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


@dataclass(frozen=True, slots=True)
class Revised:
    """What giving an article another text came to."""

    revision: str  # id of the current revision
    changed: bool  # False where the text was that already
    moved: int  # annotations that stand on their words in the new text
    queued: int  # annotations for review


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the current text where an annotation that waits for review may belong."""

    start: int
    end: int
    words: str
    likeness: float  # of the words and what surrounds them, from 0 to 1


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


class ActorType(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE_BODY = "state body"
    GROUP = "group"
    PLACE = "place"


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


class NodeType(StrEnum):
    """What a relation may join."""

    ANNOTATION = "annotation"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Node:
    """One end of a relation."""

    type: NodeType
    id: str


# What relations are called that the program itself knows; a person may use types of her own.
RELATION_TYPES = (
    "participant",  # event -> actor
    "place",  # event -> actor of type place
    "claimant",  # figure -> actor: whose number it is
    "counts-for",  # figure -> event
    "part-of",  # event -> event, actor -> actor
    "cause",  # event -> event: the first brought the second about
    "says",  # actor -> event or figure
    "replaces",  # claim -> claim: a newer number of the same
    "contradicts",  # claim -> claim
)


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


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's number of something as of some day: an annotation of kind figure, read as that."""

    annotation: Annotation
    title: str  # of its article
    outlet: str
    published: str  # EDTF
    value: int | float | None
    low: int | float | None  # with high, or one of them alone; then there is no value
    high: int | float | None
    approximation: str  # as in the attributes, "" where the text does not say
    unit: str  # as the annotation says it, else as its record does; counted as well
    counted: str
    as_of: str  # EDTF, "" where the text does not say
    claimant: str  # as the annotation says it, else what the relation leads to, else ""
    claimant_record: str | None  # id of an actor
    event_record: str | None  # id of the event that it counts for
    replaces: tuple[str, ...]  # ids of annotations
    replaced_by: tuple[str, ...]
    contradicts: tuple[str, ...]  # as somebody said, in whichever direction
    disagrees: tuple[str, ...] = ()  # those, and some of the claims beside it that its number cannot be reconciled with


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that the program sees in a text and offers; nothing is applied unasked."""

    start: int
    end: int
    quote: str
    kind: Kind
    attributes: Mapping[str, JsonValue]  # as those of an annotation
    confidence: float  # 0 to 1
    source: str  # which reader saw it: figure, date, mention, guess, seen
    record: str | None = None  # id of the record that is mentioned
    tag: str | None = None  # id of the tag that these words carried before


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


@dataclass(frozen=True, slots=True)
class Action:
    """One step of the history: what a person did, as one undoable whole."""

    number: int
    id: str
    name: str
    who: str
    at: str  # UTC, ISO 8601
    changes: int


class EventType(StrEnum):
    """What can happen to what is kept: terms of PREMIS, as the Library of Congress lists them."""

    CREATION = "creation"
    INGESTION = "ingestion"
    MODIFICATION = "modification"  # an article has another text
    METADATA_MODIFICATION = "metadata modification"
    DELETION = "deletion"
    RECOVERY = "recovery"
    FIXITY_CHECK = "fixity check"
    REPLICATION = "replication"  # a backup
    MIGRATION = "migration"  # of the archive to a newer schema


class Outcome(StrEnum):
    """How an event ended."""

    SUCCESS = "success"
    WARNING = "warning"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the preservation log."""

    number: int  # 1, 2, 3 within its archive
    id: str
    type: str  # an EventType, or one that a newer program knows
    at: str  # UTC, ISO 8601
    who: str
    agent: str  # the program, with its version
    object_type: str  # article, original, archive or backup
    object: str  # its id, or the SHA-256 of an original
    outcome: Outcome
    detail: Mapping[str, JsonValue]
    hash: str  # of this entry and of the one before it


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
class Progress:
    """How far a long piece of work has come; total is 0 while it is not known."""

    done: int
    total: int
    what: str
    seconds_left: float | None = None  # None while that cannot be told


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that verifying an archive or a bundle found wrong."""

    where: str
    problem: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of an archive, as its folder says."""

    path: Path
    identity: str  # of the archive
    made_at: str  # UTC, ISO 8601
    schema: int
    size: int  # bytes of the database
    sha256: str  # of the database
    counts: Mapping[str, int]  # rows by table
    log_head: str  # hash of the last event of the log, "" where there is none
    problems: tuple[Finding, ...]  # what was wrong with the archive when it was made; such a backup is no good one


@dataclass(frozen=True, slots=True)
class BackupReport:
    """What making a backup came to."""

    backup: Backup
    copied: int  # originals that were not there before
    kept: int  # originals that were
    removed: tuple[Path, ...]  # older backups


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What restoring a backup came to."""

    path: Path  # the archive
    backup: Backup
    findings: tuple[Finding, ...]  # what verifying the restored archive found wrong


@dataclass(frozen=True, slots=True)
class Rescued:
    """How many rows of a table were saved."""

    table: str
    read: int  # in the database
    rebuilt: int  # from the history
    lost: int  # that there had been, as far as can be told


@dataclass(frozen=True, slots=True)
class RescueReport:
    """What rescuing a damaged archive came to."""

    path: Path  # the new archive
    tables: tuple[Rescued, ...]
    originals: int  # files whose bytes are right
    losses: tuple[Finding, ...]  # what was lost or had to be mended, one by one
    findings: tuple[Finding, ...]  # what verifying the new archive found wrong


class ImportStatus(StrEnum):
    """What became of one file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    WARNING = "warning"  # imported, but look at it
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Note:
    """Something that is worth a look in what was imported. In English, and in parts, so that a window can word it."""

    said: str  # a sentence, or what follows after its subject: "was left out: …"
    what: str = ""  # that it is said of: "annotation"
    name: str = ""  # of one
    count: int = 0  # of several
    where: str = ""  # in the file: "news.ann, line 12"

    def __str__(self) -> str:
        what = self.what if self.count == 0 else f"{self.count} {self.what}{'s' if self.count > 1 else ''}"
        name = f"“{self.name}”" if self.name else ""
        said = " ".join(filter(None, (what, name, self.said)))
        return f"{self.where}: {said}" if self.where else said


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file of an import. Its reason is told in English; what it is made of is beside it."""

    path: Path
    status: ImportStatus
    articles: tuple[str, ...] = ()  # ids
    annotations: int = 0
    reason: str = ""
    encoding: str = ""
    reader: str = ""  # name of the format that it was read as
    missing: tuple[str, ...] = ()  # fields that some article of the file has no value for
    unread: tuple[Unread, ...] = ()
    error: ArchivistError | None = None  # what the reason says, where it is one
    doubts: tuple[str, ...] = ()  # the sentences of the reason, beside what it says of pieces that were not read
    nothing: str = ""  # why no annotations came of what is to hold some
    counts: tuple[tuple[str, str, int], ...] = ()  # of what with annotations: "tag", "new", how many
    notes: tuple[Note, ...] = ()  # all that is worth a look, of which the reason tells the first
    summary: str = ""  # the reason without these, where there are any
    nothing_new: bool = False  # of one with a warning: all of it was here, and differs in part
    new: int = 0  # how many of its articles were not here before

    @property
    def counts_as(self) -> ImportStatus:
        """What it is counted as: imported, whether with a warning or not, here already, or refused."""
        if self.status is not ImportStatus.WARNING:
            return self.status
        return ImportStatus.DUPLICATE if self.nothing_new else ImportStatus.IMPORTED


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that an export could not carry."""

    what: str
    count: int
    why: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export wrote."""

    path: Path
    articles: int
    annotations: int
    losses: tuple[Loss, ...] = ()
    records: int = 0
    relations: int = 0


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What an export would write."""

    articles: int
    annotations: int
    losses: tuple[Loss, ...] = ()
    records: int = 0
    relations: int = 0
