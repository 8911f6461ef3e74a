# SPDX-License-Identifier: GPL-3.0-or-later
"""Claims: the annotations of kind figure, read as somebody's number of something as of some day."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from archivist.model import Annotation, Claim, Kind
from archivist.store import links
from archivist.store.annotation_rows import annotation_of_row, select
from archivist.store.claim_rules import days, marked
from archivist.store.connection import Connection
from archivist.store.relation_rows import OLDEST_FIRST

_GIVEN = "(SELECT value FROM json_each(?))"
_OF_RECORD = "SELECT id FROM annotations WHERE record = ? AND deleted_at IS NULL"
_OF_ARTICLE = """
    SELECT n.id FROM annotations n JOIN articles a ON a.id = n.article JOIN tags t ON t.id = n.tag
    WHERE a.uuid = ? AND t.kind = 'figure' AND n.deleted_at IS NULL
"""
# Claims that count for an event by themselves, and those of a figure that as a whole does. What counts
# for an annotation counts for the event that it is linked to.
_OF_EVENT = """
    WITH counting AS (
        SELECT l.source_annotation, l.source_record FROM relations l
        WHERE l.type = 'counts-for' AND l.deleted_at IS NULL AND l.target_record = ?1
        UNION SELECT l.source_annotation, l.source_record
        FROM annotations e JOIN relations l ON l.target_annotation = e.id
        WHERE l.type = 'counts-for' AND l.deleted_at IS NULL AND e.record = ?1 AND e.deleted_at IS NULL
    )
    SELECT n.id FROM annotations n JOIN tags t ON t.id = n.tag
    WHERE t.kind = 'figure' AND n.deleted_at IS NULL
    AND n.id IN (SELECT source_annotation FROM counting UNION SELECT m.id FROM annotations m
                 WHERE m.record IN (SELECT source_record FROM counting) AND m.deleted_at IS NULL)
"""
# Where a claim's relations lead: an annotation, and the record that is meant by it or is the end itself.
_OUTGOING = f"""
    SELECT l.type, n.uuid, t.uuid, t.quote, d.uuid, d.kind, d.name
    FROM relations l JOIN annotations n ON n.id = l.source_annotation
    LEFT JOIN annotations t ON t.id = l.target_annotation AND t.deleted_at IS NULL
    LEFT JOIN records d ON d.id = coalesce(l.target_record, t.record) AND d.deleted_at IS NULL
    WHERE l.source_annotation IN {_GIVEN} AND l.deleted_at IS NULL
    AND l.type IN ('claimant', 'counts-for', 'replaces', 'contradicts') ORDER BY {OLDEST_FIRST}
"""
_INCOMING = f"""
    SELECT l.type, n.uuid, s.uuid FROM relations l JOIN annotations n ON n.id = l.target_annotation
    JOIN annotations s ON s.id = l.source_annotation AND s.deleted_at IS NULL
    WHERE l.target_annotation IN {_GIVEN} AND l.deleted_at IS NULL AND l.type IN ('replaces', 'contradicts')
    ORDER BY {OLDEST_FIRST}
"""
_EVENTS_OF_FIGURES = f"""
    SELECT f.uuid, d.uuid FROM relations l
    JOIN records f ON f.id = l.source_record
    LEFT JOIN annotations t ON t.id = l.target_annotation AND t.deleted_at IS NULL
    JOIN records d ON d.id = coalesce(l.target_record, t.record) AND d.deleted_at IS NULL AND d.kind = 'event'
    WHERE f.uuid IN {_GIVEN} AND l.type = 'counts-for' AND l.deleted_at IS NULL
    ORDER BY l.created_at DESC, l.id DESC
"""


class _Figure(NamedTuple):
    """What a claim has from the record that it is linked to."""

    counted: str
    unit: str
    event: str | None  # id


_NO_FIGURE = _Figure("", "", None)


@dataclass(slots=True)
class _Said:
    """What the relations of one claim say; of each the oldest."""

    claimant: str = ""
    claimant_record: str | None = None
    event: str | None = None
    replaces: list[str] = field(default_factory=list)
    replaced_by: list[str] = field(default_factory=list)
    contradicts: list[str] = field(default_factory=list)

    def take(self, type_: str, annotation: str | None, record: str | None, kind: str | None, name: str | None) -> None:
        """Take in where one relation leads: to an annotation (id), a record (id) of a kind, or both."""
        match type_:
            case "claimant" if not self.claimant and (record is None or kind == Kind.ACTOR):
                self.claimant, self.claimant_record = name or "", record
            case "counts-for" if self.event is None and kind == Kind.EVENT:
                self.event = record
            case "replaces" if annotation is not None:
                self.replaces.append(annotation)
            case "contradicts" if annotation is not None:
                self.contradicts.append(annotation)


class Claims:
    """The claims of one archive, by the day they are as of, then by publication and outlet.

    What is deleted is in none of the answers.
    Where a claim does not say its day, that of its publication counts. Those that disagree with
    another in the same answer are marked; see claim_rules.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_record(self, id_: str) -> list[Claim]:
        """The claims that are linked to a figure (record id). Raises RecordNotFound."""
        row = links.row_of_record(self._connection, id_)
        return self._read(self._connection.column(_OF_RECORD, (row,)))

    def of_event(self, id_: str) -> list[Claim]:
        """The claims that count for an event (record id), or whose figure does. Raises RecordNotFound."""
        row = links.row_of_record(self._connection, id_)
        return self._read(self._connection.column(_OF_EVENT, (row,)))

    def of_article(self, article: str) -> list[Claim]:
        """The claims of an article (id), linked or not."""
        return self._read(self._connection.column(_OF_ARTICLE, (article,)))

    def _read(self, rows: list[int]) -> list[Claim]:
        given = json.dumps(rows)
        found = [
            row
            for row in self._connection.rows(
                f"{select(self._connection)} WHERE n.id IN {_GIVEN} ORDER BY n.id", (given,)
            )
            if row["tag_kind"] == Kind.FIGURE
        ]
        articles = {
            id_: rest
            for id_, *rest in self._connection.tuples(
                f"SELECT uuid, title, outlet, published FROM articles WHERE id IN {_GIVEN}",
                (json.dumps(list({row["article"] for row in found})),),
            )
        }
        figures = self._figures({row["record_uuid"] for row in found if row["record_uuid"]})
        said = self._said(given)
        claims = []
        for row in found:
            annotation = annotation_of_row(row)
            figure = figures.get(annotation.record or "", _NO_FIGURE)
            claims.append(_claim(annotation, articles[annotation.article], figure, said[annotation.id]))
        return marked(sorted(claims, key=_place))

    def _figures(self, ids: set[str]) -> dict[str, _Figure]:
        """What is counted by each of these records (ids), and the events for which they count as a whole."""
        if not ids:
            return {}
        given = json.dumps(list(ids))
        events = dict(self._connection.tuples(_EVENTS_OF_FIGURES, (given,)))
        found = self._connection.tuples(f"SELECT uuid, counted, unit FROM records WHERE uuid IN {_GIVEN}", (given,))
        return {id_: _Figure(counted, unit, events.get(id_)) for id_, counted, unit in found}

    def _said(self, given: str) -> dict[str, _Said]:
        """What the relations of claims (rows, as JSON) say, by the annotation's id."""
        said: dict[str, _Said] = defaultdict(_Said)
        if not self._connection.has_table("relations"):
            return said
        for type_, id_, other, quote, record, kind, name in self._connection.tuples(_OUTGOING, (given,)):
            said[id_].take(type_, other, record, kind, name or quote)
        for type_, id_, other in self._connection.tuples(_INCOMING, (given,)):
            (said[id_].replaced_by if type_ == "replaces" else said[id_].contradicts).append(other)
        return said


def _claim(annotation: Annotation, article: Sequence[str], figure: _Figure, said: _Said) -> Claim:
    title, outlet, published = article
    attributes = annotation.attributes
    return Claim(
        annotation=annotation,
        title=title,
        outlet=outlet,
        published=published,
        value=attributes.get("value"),
        low=attributes.get("low"),
        high=attributes.get("high"),
        approximation=str(attributes.get("approximation", "")),
        unit=str(attributes.get("unit", "")) or figure.unit,
        counted=str(attributes.get("counted", "")) or figure.counted,
        as_of=str(attributes.get("as_of", "")),
        claimant=str(attributes.get("claimant", "")) or said.claimant,
        claimant_record=said.claimant_record,
        event_record=said.event or figure.event,
        replaces=tuple(said.replaces),
        replaced_by=tuple(said.replaced_by),
        contradicts=tuple(dict.fromkeys(said.contradicts)),
    )


def _place(claim: Claim) -> tuple[str, str, str]:
    """Where a claim stands in a list; what has no day comes last, and of several the oldest first."""
    when = days(claim)
    return (when.first if when else "9999", claim.published or "9999", claim.outlet)
