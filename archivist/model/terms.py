# SPDX-License-Identifier: GPL-3.0-or-later
"""What kinds and states of things there are."""

from __future__ import annotations

from enum import StrEnum


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


class ActorType(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE_BODY = "state body"
    GROUP = "group"
    PLACE = "place"


class NodeType(StrEnum):
    """What a relation may join."""

    ANNOTATION = "annotation"
    RECORD = "record"


class RestrictionKind(StrEnum):
    """Why an article may not be handed over."""

    EMBARGO = "embargo"
    REDACTED = "redacted"


class Likeness(StrEnum):
    """In which way the texts of two articles are one, the closest first."""

    SAME = "same"  # the same words
    NEARLY = "nearly"  # nearly the same: a few words or figures are others
    CONTAINED = "contained"  # the one is in the other, which says more


class ImportStatus(StrEnum):
    """What became of one file."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    WARNING = "warning"  # imported, but look at it
    REFUSED = "refused"


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
