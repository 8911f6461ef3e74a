# SPDX-License-Identifier: GPL-3.0-or-later
"""What an archive knows of an article, an annotation and a relation, as fields of JSON.

Formats of other programs in JSON have a place for fields that they do not know themselves: they
carry them along and give them out again. What is written there is what lets an article come back
with its ids, notes, attributes, annotators and times. Empty fields are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from archivist.exchange.bundle.record_documents import record_json
from archivist.exchange.files.json_fields import Fields, is_uuid
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.format import Aspect
from archivist.exchange.items import ReadAnnotation, ReadDocument, ReadRelation
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Annotation, JsonValue, Kind, Record, Relation

KEPT = frozenset(
    {
        Aspect.TEXT,
        Aspect.TITLE,
        Aspect.OUTLET,
        Aspect.BYLINE,
        Aspect.SECTION,
        Aspect.URL,
        Aspect.PUBLISHED,
        Aspect.CAPTURED,
        Aspect.LANGUAGE,
        Aspect.COLLECTIONS,
        Aspect.ARTICLE_IDS,
        Aspect.ANNOTATIONS,
        Aspect.ANNOTATION_IDS,
        Aspect.NOTES,
        Aspect.ATTRIBUTES,
        Aspect.ANNOTATORS,
        Aspect.TIMES,
        Aspect.RECORD_LINKS,
        Aspect.RELATIONS,
        Aspect.RECORD_TIMES,
        Aspect.RELATION_TIMES,
    }
)
ARTICLE = "article"  # the field whose UUID says that the others are of an Archivist
_METADATA = ("title", "outlet", "byline", "section", "url", "published", "captured", "language")
ARTICLE_FIELDS = frozenset({ARTICLE, "collections", *_METADATA})
OF_ANYONE = frozenset({"title", "url"})  # metadata that is what its name says, whoever wrote it


class OwnFields:
    """Makes the fields of articles, one after the other; a record is told with the first annotation linked to it."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._told: set[str] = set()  # records
        self._records: Mapping[str, Record] = {}  # of the last article, by id

    def article(self, handed: HandedArticle) -> dict[str, JsonValue]:
        """What there is to say of an article beside its text."""
        article = handed.article
        fields = {name: getattr(article, name) for name in _METADATA}
        return _filled({ARTICLE: article.id, **fields, "collections": self._contents.collections(article.id)})

    def records(self, handed: HandedArticle) -> list[JsonValue]:
        """The records that are new with this article, a whole before its parts; asked for before its annotations."""
        at = self._contents.archive.records.at
        ids = {mark.record for mark in handed.annotations if mark.record is not None}
        self._records = at(ids) if ids else {}
        waiting = [record for _, record in sorted(self._records.items()) if record.id not in self._told]
        new: list[JsonValue] = []
        while waiting:
            record = waiting.pop()
            parent = record.draft.parent
            if record.id in self._told:
                continue
            above = at([parent]) if parent is not None and parent not in self._told else {}
            if above:
                waiting += [record, *above.values()]
                continue
            self._told.add(record.id)
            new.append(record_json(record))
        return new

    def annotation(self, annotation: Annotation, leave_out: Collection[str] = ()) -> dict[str, JsonValue]:
        """What there is to say of an annotation beside its place and tag; attributes but those to be left out."""
        attributes = {name: value for name, value in annotation.attributes.items() if name not in leave_out}
        record = self._records.get(annotation.record) if annotation.record is not None else None
        return _filled(
            {
                "id": annotation.id,
                "kind": str(annotation.tag.kind),
                "note": annotation.note,
                "attributes": dict(sorted(attributes.items())),
                "record": {"id": record.id, "name": record.name} if record is not None else None,
                "annotator": annotation.created_by,
                "created_at": annotation.created_at,
                "modified_at": annotation.modified_at,
            }
        )

    def relation(self, relation: Relation) -> dict[str, JsonValue]:
        """What there is to say of a relation between two annotations."""
        return _filled(
            {
                "id": relation.id,
                "type": relation.type,
                "source": relation.source.id,
                "target": relation.target.id,
                "note": relation.note,
                "annotator": relation.created_by,
                "created_at": relation.created_at,
            }
        )


def is_of_archivist(fields: JsonValue) -> bool:
    """Whether the fields of an article are as OwnFields.article() makes them."""
    id_ = fields.get(ARTICLE) if isinstance(fields, Mapping) else None
    return isinstance(id_, str) and is_uuid(id_)


def with_article(document: ReadDocument, value: JsonValue) -> ReadDocument:
    """The document with its metadata; of another program's only those that speak for themselves. Raises Malformed."""
    if not is_of_archivist(value):
        of_anyone = value if isinstance(value, Mapping) else {}
        texts = {name: text for name in OF_ANYONE if isinstance(text := of_anyone.get(name), str) and "\0" not in text}
        return replace(document, title=texts.get("title", ""), url=texts.get("url", ""))
    fields = Fields(value)
    metadata: dict[str, JsonValue] = {name: fields.text(name, "") for name in _METADATA}
    metadata["collections"] = fields.texts("collections") if "collections" in value else ()
    return replace(document, id=fields.id(ARTICLE), **metadata)


def with_annotation(annotation: ReadAnnotation, value: JsonValue) -> ReadAnnotation:
    """The annotation with what its fields say. Raises Malformed."""
    fields = Fields(value)
    kind = fields.text("kind", "")
    if kind and kind not in list(Kind):
        raise Malformed("its “kind” is no kind of a tag")
    attributes = fields.object("attributes").mapping() if "attributes" in value else {}
    return replace(
        annotation,
        id=fields.id("id"),
        kind=kind,
        note=fields.text("note", annotation.note),
        attributes={**attributes, **annotation.attributes},
        record=fields.object("record").id("id") if "record" in value else "",
        annotator=fields.text("annotator", annotation.annotator),
        created_at=fields.moment("created_at") if "created_at" in value else annotation.created_at,
        modified_at=fields.moment("modified_at") if "modified_at" in value else annotation.modified_at,
    )


def with_relation(relation: ReadRelation, value: JsonValue) -> ReadRelation:
    """The relation with its id, its note, and who made it and when. Raises Malformed."""
    fields = Fields(value)
    return replace(
        relation,
        id=fields.id("id"),
        note=fields.text("note", ""),
        created_by=fields.text("annotator", ""),
        created_at=fields.moment("created_at") if "created_at" in fields.mapping() else "",
    )


def _filled(fields: dict[str, JsonValue]) -> dict[str, JsonValue]:
    return {name: value for name, value in fields.items() if value}
