# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person may do with records, claims, relations and suggestions; a part of steps.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from archivist.model import RELATION_TYPES, Alias, Annotation, Kind, Node, NodeType, Record, RecordDraft, Suggestion
from archivist.store import Archive

RECORD_STEP_NAMES = (
    *("add_record", "add_record", "edit_record", "rename_record", "put_below", "delete_record", "merge", "split"),
    *("link", "link", "unlink", "claim", "claim", "relate", "relate", "edit_relation", "unrelate", "accept", "reject"),
)
_Thing = TypeVar("_Thing")
KINDS = (Kind.ACTOR, Kind.EVENT, Kind.FIGURE)


def do_record_step(archive: Archive, step: str, number: int) -> None:
    """Do a step, if it is possible now; raises ArchivistError where it is not."""
    records, relations = archive.records.all(), archive.relations.all()
    record = _chosen(records, number)
    other = _chosen([each for each in records if record and each.kind == record.kind and each != record], number // 7)
    relation = _chosen(relations, number)
    relation_id = relation.id if relation else ""
    id_, other_id = (each.id if each else "" for each in (record, other))
    match step:
        case "add_record":
            archive.records.add(_draft(number))
        case "edit_record":
            names = (Alias(f"Інша назва {number % 4}", "uk"), Alias(f"Name {number % 3}", "en"))
            archive.records.update(id_, note=f"нотатка {number}", aliases=names[: number % 3])
        case "rename_record":
            archive.records.update(id_, name=f"Назва {number % 4}", external_ids={"local": str(number)})
        case "put_below":
            events = archive.records.all(Kind.EVENT)
            id_, other_id = (
                each.id if each else "" for each in (_chosen(events, number), _chosen(events, number // 7))
            )
            archive.records.update(id_, parent=other_id)
        case "delete_record":
            archive.records.delete(id_)
        case "merge":
            archive.records.merge(id_, [other_id, *(each.id for each in records[:1] if number % 3 == 0)])
        case "split":
            record = max(records, key=lambda each: each.annotation_count, default=None)
            marks = [passage.annotation.id for passage in archive.records.passages(record.id if record else "")]
            archive.records.split(record.id, marks[: 1 + number % 3], RecordDraft(record.kind, f"Частина {number % 5}"))
        case "link":
            marks = [mark.id for mark in _marks(archive) if record and mark.tag.kind == record.kind]
            archive.records.link(marks[number % 2 :][: 1 + number % 3], id_)
        case "unlink":
            archive.records.link([mark.id for mark in _marks(archive) if mark.record][: 1 + number % 2], None)
        case "claim":
            mark = _chosen([mark for mark in _marks(archive) if mark.tag.kind == Kind.FIGURE], number)
            said = {"value": number % 50, "as_of": f"2022-01-{1 + number % 9:02}", "claimant": "МВС"}
            archive.annotations.update(mark.id if mark else "", attributes=said, note=f"{number}"[: number % 3])
        case "relate":
            archive.relations.add(RELATION_TYPES[number % 9], _node(archive, number), _node(archive, number // 9))
        case "edit_relation":
            target = _node(archive, number // 5) if number % 2 else None
            archive.relations.update(relation_id, type=RELATION_TYPES[number // 2 % 9], target=target)
        case "unrelate":
            archive.relations.delete(relation_id)
        case "accept":
            tags = {tag.kind: tag.id for tag in archive.tags.all()}
            archive.annotations.accept_many(_offered(archive, number), lambda offered: tags.get(offered.kind, ""))
        case "reject":
            archive.rejections.add_many(_offered(archive, number))


def _draft(number: int) -> RecordDraft:
    kind, name = KINDS[number % 3], f"Назва {number % 7}"
    aliases = (Alias(f"Name {number % 5}", "en"),) if number % 2 else ()
    match kind:
        case Kind.EVENT:
            return RecordDraft(kind, name, aliases=aliases, date=f"2022-{1 + number % 12:02}", place="Ожвин")
        case Kind.FIGURE:
            return RecordDraft(kind, name, aliases=aliases, counted="поранено", unit="люди")
    return RecordDraft(kind, name, aliases=aliases, type="person")


def _marks(archive: Archive) -> list[Annotation]:
    articles = archive.articles.ids(archive.articles.rows("imported"))
    return [mark for article in articles for mark in archive.annotations.of_article(article)]


def _node(archive: Archive, number: int) -> Node:
    nodes = [Node(NodeType.RECORD, record.id) for record in archive.records.all()]
    nodes += [Node(NodeType.ANNOTATION, mark.id) for mark in _marks(archive)]
    return nodes[number % len(nodes)] if nodes else Node(NodeType.RECORD, "")


def _offered(archive: Archive, number: int) -> list[tuple[str, Suggestion]]:
    """Two passages of each article, of one kind, perhaps with a record."""
    kind = KINDS[number % 3]
    record: Record | None = _chosen(archive.records.all(kind), number) if number % 2 else None
    attributes = {"value": number} if kind is Kind.FIGURE else {}
    offered = []
    for article in archive.articles.at_rows(archive.articles.rows("imported")):
        body = archive.articles.revision(article.id).body
        for start in (number % 5, 8):
            quote = body[start : start + 4]
            suggestion = Suggestion(
                start, start + 4, quote, kind, attributes, 0.5, "seen", record.id if record else None
            )
            offered.append((article.id, suggestion))
    return offered


def _chosen(things: Sequence[_Thing], number: int) -> _Thing | None:
    return things[number % len(things)] if things else None
