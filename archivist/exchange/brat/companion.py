# SPDX-License-Identifier: GPL-3.0-or-later
"""archivist.jsonl beside the documents of a collection: what brat has no place for.

An object a line with one key: an article without its text ("article"; "relations" are those of its
annotations with records), a record ("record") or a relation of two records ("relation").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from archivist.exchange import carried
from archivist.exchange.bundle.record_documents import record_json, relation_json
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.items import Item, Problem, ReadRelation
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Relation

COMPANION = "archivist.jsonl"


@dataclass(slots=True)
class Companion:
    """What such a file says of articles, by their ids."""

    articles: dict[str, dict[str, Any]] = field(default_factory=dict)
    relations: dict[str, list[tuple[str, Fields]]] = field(default_factory=dict)  # each with where it is

    def read(self, raw: bytes, where: str) -> Iterator[Item]:
        """Take in what is said of articles; yields records, relations of records and problems."""
        for number, row in enumerate(raw.split(b"\n"), 1):
            if not row.strip():
                continue
            at = f"{where}, line {number}"
            try:
                yield from self._take(carried.fields_of(row.decode("utf-8")), at)
            except ValueError as error:
                yield Problem(at, f"it was left out: {error}")

    def _take(self, fields: Fields, where: str) -> Iterator[Item]:
        known = fields.mapping()
        if "article" in known:
            article = fields.object("article")
            said = carried.article_fields(article)
            self.articles[said["id"]] = said
            self.relations[said["id"]] = [(where, relation) for relation in article.objects("relations")]
        elif "record" in known:
            yield carried.read_carried_record(fields.object("record"))
        elif "relation" in known:
            yield carried.read_carried_relation(fields.object("relation"), {}, where)
        else:
            raise Malformed("it is no article, no record and no relation")

    def relations_of(self, article: str, keys: dict[str, str]) -> Iterator[ReadRelation | Problem]:
        """The relations of an article's annotations with records; `keys` are their keys by their ids."""
        for where, fields in self.relations.get(article, ()):
            try:
                yield carried.read_carried_relation(fields, keys, where)
            except ValueError as error:
                yield Problem(where, f"a relation was left out: {error}")


def article_line(contents: Contents, handed: HandedArticle, relations: list[Relation]) -> str:
    """The line of an article, with its relations that brat cannot hold."""
    value = carried.article_json(handed, contents.collections(handed.article.id))
    if relations:
        value["relations"] = [relation_json(relation) for relation in relations]
    return carried.line({"article": value}) + "\n"


def registry_lines(contents: Contents, relations: list[Relation]) -> Iterator[str]:
    """The lines of all records and of the relations between them."""
    for record in contents.records():
        yield carried.line({"record": record_json(record)}) + "\n"
    for relation in relations:
        yield carried.line({"relation": relation_json(relation)}) + "\n"
