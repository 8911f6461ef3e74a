# SPDX-License-Identifier: GPL-3.0-or-later
"""CSV tables of records, of what they are related to, and of the claims that figures are made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from archivist.exchange.tables import Cell, Field, Table
from archivist.model import Claim, JsonValue, Kind, Node, Record, Relation

_MADE = (
    Field("created_by", "Who made it"),
    Field("created_at", "When it was made (UTC)", "datetime"),
)
_ALIASES = (
    Field("aliases", "Its other names, as a JSON list"),
    Field("alias_languages", "The languages of these names (ISO 639-1), as a JSON list; empty where none is known"),
)
_OF_ALL = (
    Field("external_ids", "Under which id others know it, as a JSON object by scheme"),
    Field("passages", "How many annotations of these articles are linked to it", "integer"),
    Field("note", "Note"),
    *_MADE,
    Field("modified_at", "When it was last changed (UTC)", "datetime"),
)

ACTORS = Table(
    "actors",
    "Actors",
    (
        Field("id", "UUID of the actor"),
        Field("name", "Name"),
        Field("type", "person, organisation, state body, group or place"),
        *_ALIASES,
        Field("roles", "What it is or was, as a JSON list: title, organisation, since, until (EDTF)"),
        *_OF_ALL,
    ),
)
EVENTS = Table(
    "events",
    "Events",
    (
        Field("id", "UUID of the event"),
        Field("name", "Title"),
        Field("type", "What sort of event"),
        *_ALIASES,
        Field("date", "When it was, in EDTF; may be partial, uncertain or an interval"),
        Field("place", "Where it was"),
        Field("parent", "UUID of the event that it is a part of"),
        *_OF_ALL,
    ),
    (("parent", ""),),
)
FIGURES = Table(
    "figures",
    "Figures",
    (
        Field("id", "UUID of the figure"),
        Field("name", "Heading"),
        *_ALIASES,
        Field("counted", "What is counted"),
        Field("of_whom", "Of what people or things"),
        Field("unit", "Unit of the numbers"),
        *_OF_ALL,
    ),
)
CLAIMS = Table(
    "claims",
    "Claims: somebody's number of something, as of some day",
    (
        Field("id", "UUID of the annotation"),
        Field("article", "UUID of the article that reports it"),
        Field("outlet", "Who published the article"),
        Field("published", "When, in EDTF"),
        Field("quote", "The words"),
        Field("figure", "UUID of the figure whose number it is"),
        Field("figure_name", "Its heading"),
        Field("low", "The lowest number that the claim allows, where it has one", "number"),
        Field("best", "The number that it names, where it is one", "number"),
        Field("high", "The highest number that it allows, where it has one", "number"),
        Field("approximation", "exact, about, at_least, more_than, almost or up_to"),
        Field("unit", "Unit of the number"),
        Field("counted", "What is counted"),
        Field("claimant", "Whose number it is"),
        Field("claimant_id", "UUID of that actor, where the claim is related to it"),
        Field("as_of", "The day of which it speaks, in EDTF"),
        Field("event", "UUID of the event that it, or its figure, counts for"),
        Field("tag", "Name of the tag"),
        Field("note", "Note"),
    ),
    (("article", "articles"), ("figure", "figures"), ("claimant_id", "actors"), ("event", "events")),
)
RELATIONS = Table(
    "relations",
    "Relations",
    (
        Field("id", "UUID of the relation"),
        Field("type", "What the source is to the target: participant, claimant, counts-for, part-of, says, ..."),
        Field("source_type", "record or annotation"),
        Field("source", "UUID of the record or annotation that it goes out from"),
        Field("source_name", "Name of that record, or the words of that annotation"),
        Field("target_type", "record or annotation"),
        Field("target", "UUID of the record or annotation that it points at"),
        Field("target_name", "Name of that record, or the words of that annotation"),
        Field("note", "Note"),
        *_MADE,
    ),
)

# By the approximation of a single number: whether it is also the lowest, and the highest, that is claimed.
_BOUNDS = {
    "": (True, True),
    "exact": (True, True),
    "at_least": (True, False),
    "more_than": (True, False),
    "almost": (False, True),
    "up_to": (False, True),
    "about": (False, False),
}


@dataclass(frozen=True, slots=True)
class Range:
    """A claim's number as statistics take it; what it does not say is None."""

    low: int | float | None
    best: int | float | None
    high: int | float | None


def claimed_range(claim: Claim) -> Range:
    """The lowest, the named and the highest number of a claim."""
    if claim.value is None:
        return Range(claim.low, None, claim.high)
    is_low, is_high = _BOUNDS.get(claim.approximation, (False, False))
    return Range(claim.value if is_low else None, claim.value, claim.value if is_high else None)


def record_cells(record: Record, passages: int) -> list[Cell]:
    """The row of a record in the table of its kind, with how many passages it has in these articles."""
    draft = record.draft
    languages = [alias.language for alias in draft.aliases]
    aliases = (_json([alias.name for alias in draft.aliases]), _json(languages) if any(languages) else "")
    made = (record.created_by, record.created_at, record.modified_at)
    common = (_json(dict(sorted(draft.external_ids.items()))), passages, draft.note, *made)
    own: tuple[Cell, ...]
    match draft.kind:
        case Kind.ACTOR:
            own = (draft.type, *aliases, _json([asdict(role) for role in draft.roles]))
        case Kind.EVENT:
            own = (draft.type, *aliases, draft.date, draft.place, draft.parent)
        case _:
            own = (*aliases, draft.counted, draft.of_whom, draft.unit)
    return [record.id, draft.name, *own, *common]


TABLE_OF_KIND = {Kind.ACTOR: ACTORS, Kind.EVENT: EVENTS, Kind.FIGURE: FIGURES}


def claim_cells(claim: Claim, names: Mapping[str, str], kinds: Mapping[str, Kind]) -> list[Cell]:
    """The row of a claim; names and kinds are those of the records in the tables, by id."""
    annotation, numbers = claim.annotation, claimed_range(claim)
    claimant, event = claim.claimant_record or "", claim.event_record or ""
    return [
        annotation.id,
        annotation.article,
        claim.outlet,
        claim.published,
        annotation.quote,
        annotation.record,
        names.get(annotation.record or "", ""),
        numbers.low,
        numbers.best,
        numbers.high,
        claim.approximation,
        claim.unit,
        claim.counted,
        claim.claimant,
        claimant if kinds.get(claimant) is Kind.ACTOR else "",
        claim.as_of,
        event if kinds.get(event) is Kind.EVENT else "",
        annotation.tag.name,
        annotation.note,
    ]


def relation_cells(relation: Relation, names: Mapping[Node, str]) -> list[Cell]:
    """The row of a relation."""
    ends = [(end.type, end.id, names.get(end, "")) for end in (relation.source, relation.target)]
    made = (relation.created_by, relation.created_at)
    return [relation.id, relation.type, *ends[0], *ends[1], relation.note, *made]


def _json(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""
