# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON of records, relations and registries. Fields may be added, never renamed: other programs read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from archivist.cli.shapes import annotation_shape
from archivist.exchange import Loaded, RegistryReport
from archivist.model import Node, Passage, Record, Relation
from archivist.store.records import Uses
from archivist.store.relations import EndLabel

Json = dict[str, Any]
Labels = Mapping[Node, EndLabel]


def record_shape(record: Record) -> Json:
    """A record; fields that its kind does not use are empty. `parent` is an id."""
    draft = record.draft
    return {
        "id": record.id,
        "kind": draft.kind,
        "name": draft.name,
        "aliases": [asdict(alias) for alias in draft.aliases],
        "type": draft.type,
        "roles": [asdict(role) for role in draft.roles],
        "external_ids": dict(draft.external_ids),
        "date": draft.date,
        "place": draft.place,
        "parent": draft.parent,
        "counted": draft.counted,
        "of_whom": draft.of_whom,
        "unit": draft.unit,
        "note": draft.note,
        "annotations": record.annotation_count,
        "created_by": record.created_by,
        "created_at": record.created_at,
        "modified_at": record.modified_at,
    }


def relation_shape(relation: Relation, labels: Labels) -> Json:
    """A relation; each end says what it is and what to call it."""
    return {
        "id": relation.id,
        "type": relation.type,
        "source": _end(relation.source, labels),
        "target": _end(relation.target, labels),
        "note": relation.note,
        "created_by": relation.created_by,
        "created_at": relation.created_at,
    }


def record_page(
    record: Record, parts: Sequence[Record], relations: Sequence[Relation], labels: Labels, passages: Sequence[Passage]
) -> Json:
    """The whole of `records show`. `total` counts all passages, those not printed included."""
    return {
        **record_shape(record),
        "parts": [{"id": part.id, "name": part.name, "date": part.draft.date} for part in parts],
        "relations": [relation_shape(relation, labels) for relation in relations],
        "total": record.annotation_count,
        "passages": [
            {
                "article": passage.article,
                "title": passage.title,
                "outlet": passage.outlet,
                "published": passage.published,
                "annotation": annotation_shape(passage.annotation),
            }
            for passage in passages
        ],
    }


def deleted_record(record: Record, uses: Uses) -> Json:
    """What `records delete` touched."""
    return {"id": record.id, "name": record.name, **uses._asdict()}


def loaded(report: RegistryReport) -> Json:
    """What `records load` did, with every line that is worth a look."""
    return {
        "path": str(report.path),
        "format": report.format,
        "encoding": report.encoding,
        **{outcome: report.counts.get(outcome, 0) for outcome in Loaded},
        "lines": [
            {"line": line.line, "name": line.name, "refused": is_refused, "reason": line.detail}
            for is_refused, lines in ((True, report.refused), (False, report.told))
            for line in lines
        ],
        "left_out": dict(report.left_out),
    }


def _end(node: Node, labels: Labels) -> Json:
    label = labels.get(node)
    return {
        "type": node.type,
        "id": node.id,
        "kind": label.kind if label else None,
        "label": label.text if label else "",
        "article": (label.article or None) if label else None,
        "record": label.record if label else None,
    }
