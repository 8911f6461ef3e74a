# SPDX-License-Identifier: GPL-3.0-or-later
"""What annotations speak of, described beside them: articles, tags and records as nodes of JSON-LD.

A collection refers to them (dcterms:references). Only vocabularies that the context of Web
Annotations declares are used: Dublin Core, SKOS and schema.org. What a record says is in one JSON
text, for no vocabulary has it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from archivist.exchange.drafts import record_as_json, record_from_json
from archivist.exchange.files.json_fields import urn
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.items import ReadDocument, ReadRecord, ReadTag
from archivist.exchange.w3c.terms import Node, as_list, iri_of, text_of, types_of, uuid_of
from archivist.model import Article, JsonValue, Record, Tag

REFERENCES = "dcterms:references"
_ARTICLE = "Text"
_TAG = "skos:Concept"
_RECORD = "schema:Thing"
_OF_ARTICLE = {
    "title": "dc:title",
    "outlet": "dc:publisher",
    "byline": "dc:creator",
    "section": "schema:articleSection",
    "url": "schema:url",
    "published": "dcterms:issued",
    "captured": "dcterms:date",
    "language": "language",
}
_OF_TAG = {
    "name": "skos:prefLabel",
    "kind": "dc:type",
    "colour": "schema:color",
    "shortcut": "skos:notation",
    "description": "skos:definition",
}


def article_node(article: Article, collections: Iterable[str]) -> dict[str, JsonValue]:
    """An article, without its text."""
    node = {term: getattr(article, name) for name, term in _OF_ARTICLE.items() if getattr(article, name)}
    found = list(collections)
    return {
        "id": urn(article.id),
        "type": _ARTICLE,
        "format": "text/plain",
        **node,
        **({"schema:keywords": found} if found else {}),
    }


def tag_node(tag: Tag) -> dict[str, JsonValue]:
    """A tag of the codebook."""
    node = {term: str(getattr(tag, name)) for name, term in _OF_TAG.items() if getattr(tag, name)}
    return {
        "id": urn(tag.id),
        "type": _TAG,
        **node,
        **({"skos:broader": {"id": urn(tag.parent)}} if tag.parent else {}),
    }


def record_node(record: Record) -> dict[str, JsonValue]:
    """A record."""
    return {
        "id": urn(record.id),
        "type": _RECORD,
        "dc:type": str(record.kind),
        "schema:name": record.name,
        "format": "application/json",
        "value": record_as_json(record),
    }


class Descriptions:
    """What a file describes, by its id."""

    def __init__(self) -> None:
        self.articles: dict[str, ReadDocument] = {}  # by address
        self.records: set[str] = set()  # UUIDs
        self._tags: dict[str, tuple[ReadTag, str]] = {}  # with the UUID of its parent, by UUID

    def add(self, node: JsonValue) -> Iterator[ReadRecord]:
        """Take in a node; a record comes back. Raises Malformed where it is none of the three."""
        types = types_of(node)
        if not isinstance(node, Mapping) or not iri_of(node):
            raise Malformed("it has no id")
        if _ARTICLE in types:
            self.articles[iri_of(node)] = article_of(node)
        elif _TAG in types:
            tag = ReadTag(
                label=text_of(node, "skos:prefLabel"),
                id=uuid_of(iri_of(node)),
                **{name: text_of(node, term) for name, term in _OF_TAG.items() if name != "name"},
            )
            self._tags[tag.id] = (tag, uuid_of(iri_of(node.get("skos:broader"))))
        elif _RECORD in types:
            uuid = uuid_of(iri_of(node))
            record = record_from_json(text_of(node, "value"), uuid, uuid)
            self.records.add(uuid)
            yield record
        else:
            raise Malformed("it is no article, tag or record")

    def tags(self) -> Iterator[ReadTag]:
        """The tags, each with the label of its parent."""
        for tag, parent in self._tags.values():
            above = self._tags.get(parent)
            yield replace(tag, parent=above[0].label if above else "")


def article_of(node: Node) -> ReadDocument:
    """What a source says of itself, in our terms or in those of others, without annotations."""
    address = iri_of(node)
    values: dict[str, Any] = {name: text_of(node, term) for name, term in _OF_ARTICLE.items()}
    values["title"] = values["title"] or text_of(node, "dcterms:title") or text_of(node, "label")
    if not values["url"] and address.startswith(("http://", "https://")):
        values["url"] = address
    return ReadDocument(
        name=values["title"] or address,
        text=None,
        id=uuid_of(address) if address.startswith("urn:uuid:") else "",
        collections=tuple(name for name in as_list(node.get("schema:keywords")) if isinstance(name, str)),
        **values,
    )
