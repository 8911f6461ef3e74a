# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text format of others has no place for, as JSON on one line of a comment of it.

Such a line goes along with what the format itself says, and never against it: a reader takes from
it only what the program that the file was opened in meanwhile cannot have changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from archivist.exchange.bundle.record_documents import read_record, read_relation
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed, parse
from archivist.exchange.format import Aspect
from archivist.exchange.items import Problem, ReadAnnotation, ReadRecord, ReadRelation, ReadTag
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Annotation, JsonValue, Kind, Loss, NodeType, Record, Relation, Tag

# What some program takes for the end of a line, or for none of its characters.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
# What a text format keeps with such lines. Named one by one: what is added to Aspect is not carried by itself.
KEPT = frozenset(
    {
        *(Aspect.TEXT, Aspect.TITLE, Aspect.OUTLET, Aspect.BYLINE, Aspect.SECTION, Aspect.URL, Aspect.PUBLISHED),
        *(Aspect.CAPTURED, Aspect.LANGUAGE, Aspect.COLLECTIONS, Aspect.ARTICLE_IDS),
        *(Aspect.ANNOTATIONS, Aspect.ANNOTATION_IDS, Aspect.NOTES, Aspect.ATTRIBUTES, Aspect.ANNOTATORS, Aspect.TIMES),
        *(Aspect.CODEBOOK, Aspect.RECORDS, Aspect.RECORD_LINKS, Aspect.RELATIONS, Aspect.RECORD_RELATIONS),
        *(Aspect.RECORD_TIMES, Aspect.RELATION_TIMES),
    }
)
_ARTICLE_LINES = ("title", "outlet", "byline", "section", "url", "published", "captured", "language")
_NO_KIND = ""


def line(value: JsonValue) -> str:
    """A JSON value on one line, whatever a program takes for the end of one."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def fields_of(written: str) -> Fields:
    """The object on such a line. Raises ValueError."""
    return Fields(parse(written.encode("utf-8", "surrogatepass")))


# Annotations


def annotation_json(annotation: Annotation, **more: JsonValue) -> dict[str, JsonValue]:
    """What to carry of an annotation in any case, and `more`."""
    return {
        "id": annotation.id,
        "by": annotation.created_by,
        "created": annotation.created_at,
        "modified": annotation.modified_at,
        **more,
    }


def with_carried(annotation: ReadAnnotation, fields: Fields) -> ReadAnnotation:
    """An annotation with what was carried of it; attributes are added to those that it has. Raises ValueError."""
    values = fields.mapping()
    attributes = {**annotation.attributes, **(fields.object("attributes").mapping() if "attributes" in values else {})}
    return replace(
        annotation,
        id=fields.id("id") if "id" in values else "",
        annotator=fields.text("by", ""),
        created_at=fields.moment("created") if "created" in values else "",
        modified_at=fields.moment("modified") if "modified" in values else "",
        attributes=attributes,
    )


def span_of(fields: Fields) -> tuple[int, int] | None:
    """The place that was carried, in code points, where it is one."""
    match fields.mapping().get("span"):
        case [int(start), int(end)] if 0 <= start < end:
            return start, end
    return None


# Tags


def tag_json(tag: Tag, names: Mapping[str, str]) -> dict[str, JsonValue]:
    """A tag of the codebook; `names` are those of all tags by id."""
    return {
        "id": tag.id,
        "name": tag.name,
        "kind": tag.kind,
        "colour": tag.colour,
        "shortcut": tag.shortcut,
        "parent": names.get(tag.parent or "", ""),
        "description": tag.description,
    }


def read_tag(fields: Fields) -> ReadTag:
    """A tag that was carried. Raises ValueError."""
    name = fields.text("name")
    if not name:
        raise Malformed("its “name” is empty")
    kind = fields.text("kind", _NO_KIND)
    return ReadTag(
        label=name,
        name=name,
        id=fields.id("id"),
        kind=kind if kind in list(Kind) else _NO_KIND,
        colour=fields.text("colour", ""),
        parent=fields.text("parent", ""),
        description=fields.text("description", ""),
        shortcut=fields.text("shortcut", ""),
    )


# Articles


def article_json(handed: HandedArticle, collections: Iterable[str]) -> dict[str, JsonValue]:
    """What is known of an article beside its text."""
    known = {name: getattr(handed.article, name) for name in _ARTICLE_LINES}
    written: dict[str, JsonValue] = {name: value for name, value in known.items() if value}
    found = list(collections)
    return {"id": handed.article.id, **written, **({"collections": found} if found else {})}


def article_fields(fields: Fields) -> dict[str, Any]:
    """What was carried of an article, as a ReadDocument names it. Raises ValueError."""
    known: dict[str, Any] = {name: fields.text(name, "") for name in _ARTICLE_LINES}
    if "collections" in fields.mapping():
        known["collections"] = fields.texts("collections")
    return {"id": fields.id("id"), **known}


# Records and relations


def read_carried_record(fields: Fields) -> ReadRecord:
    """A record that was carried. Raises ValueError."""
    return as_read(read_record(fields))


def as_read(record: Record) -> ReadRecord:
    """A record of an Archivist as one that was read."""
    made = (record.created_by, record.created_at, record.modified_at)
    return ReadRecord(record.id, record.draft, record.id, *made)


def read_carried_relation(fields: Fields, keys: Mapping[str, str], where: str) -> ReadRelation:
    """A relation that was carried; `keys` are those of the annotations of its document, by their ids.

    Raises ValueError, also where it joins an annotation that is not among them.
    """
    relation = read_relation(fields)
    ends = []
    for node in (relation.source, relation.target):
        if node.type is NodeType.ANNOTATION and node.id not in keys:
            raise Malformed("it joins an annotation that is not there")
        ends.append(keys[node.id] if node.type is NodeType.ANNOTATION else node.id)
    source, target = ends
    return ReadRelation(
        relation.type,
        source,
        target,
        relation.source.type,
        relation.target.type,
        relation.note,
        relation.id,
        where,
        relation.created_by,
        relation.created_at,
    )


def with_carried_relation(relation: ReadRelation, fields: Fields) -> ReadRelation:
    """A relation with its id, and who made it and when, as far as that was carried. Raises ValueError."""
    created = fields.moment("created") if "created" in fields.mapping() else ""
    return replace(relation, id=fields.id("id"), created_by=fields.text("by", ""), created_at=created)


class Joined:
    """The relations that go with articles: those of the annotations of one, and those of records alone."""

    def __init__(self, contents: Contents) -> None:
        self.of_records: list[Relation] = []
        self._with_records: dict[str, list[Relation]] = {}  # by id of the annotation
        for relation in contents.belonging.relations:
            ends = (relation.source, relation.target)
            annotations = [node.id for node in ends if node.type is NodeType.ANNOTATION]
            if not annotations:
                self.of_records.append(relation)
            elif len(annotations) == 1:
                self._with_records.setdefault(annotations[0], []).append(relation)

    def with_records(self, handed: HandedArticle) -> list[Relation]:
        """The relations between annotations of an article and records; each is given out once."""
        return [relation for mark in handed.annotations for relation in self._with_records.pop(mark.id, ())]

    def losses(self) -> list[Loss]:
        """What has not been given out, once all articles have been written."""
        left = sum(map(len, self._with_records.values()))
        return [Loss(Aspect.RECORD_RELATIONS, left, "the annotation that they join is for review")] if left else []


def names_of(tags: Iterable[Tag]) -> dict[str, str]:
    """The names of tags by their ids."""
    return {tag.id: tag.name for tag in tags}


def problem(where: str, what: str, error: ValueError) -> Problem:
    """Something carried that cannot be understood."""
    return Problem(where, f"what Archivist noted of {what} was left out: {error}")
