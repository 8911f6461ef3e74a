# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing articles, and what they speak of, as FollowTheMoney entities.

An article is an Article; each passage of an actor or event a Mention of its words; and what an
article says of a record, by the tags of the passages, a Documentation. There is nothing for numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import IO
from uuid import UUID, uuid5

from archivist.exchange.files.json_writing import as_json
from archivist.exchange.ftm.values import LONGEST_TEXT, Values, cut, plain
from archivist.exchange.outgoing.contents import Contents, Fitted, HandedArticle
from archivist.model import ActorType, Annotation, Kind, Loss, NodeType, Progress, Record, Relation

_AT_ONCE = 50
# Makes the id of a Documentation from those of the article and the record.
_DOCUMENTATION = UUID("9e1f6a4c-2d0b-4a83-8a2f-4d7c5b1e6f30")
ACTORS = {
    ActorType.PERSON: "Person",
    ActorType.ORGANISATION: "Organization",
    ActorType.STATE_BODY: "PublicBody",
    ActorType.PLACE: "Address",
}
_ANY_ACTOR, _EVENT = "LegalEntity", "Event"
_ORGANISATIONS = ("Organization", "PublicBody")
_MEMBERSHIPS = ("member", "member of", "member-of")
_PARTICIPANT = "participant"
_WIKIDATA = "wikidata"
_NO_FIGURES = "FollowTheMoney has no schema for what is counted"

Properties = Mapping[str, str | Iterable[str]]


def fit(handed: HandedArticle) -> Fitted:
    """The article with a text as FollowTheMoney can hold it."""
    bare = plain(handed.text)
    text = cut(bare, LONGEST_TEXT)
    if text == handed.text:
        return Fitted(handed)
    losses = []
    if bare != handed.text:
        why = "are written in NFC and without control characters, characters of no width and white space around them"
        losses.append(Loss("texts", 1, why))
    if text != bare:
        losses.append(Loss("ends of texts", 1, f"a text has no more than {LONGEST_TEXT} characters"))
    return Fitted(replace(handed, revision=replace(handed.revision, body=text)), tuple(losses))


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write a file of entities."""
    with path.open("xb") as file:
        writer = _Writer(contents, file)
        for number, handed in enumerate(contents.articles()):
            writer.article(handed)
            if number % _AT_ONCE == 0:
                yield Progress(number, len(contents), "write")
        for number, record in enumerate(contents.records()):
            writer.record(record)
            if number % _AT_ONCE == 0:
                yield Progress(len(contents), len(contents), "write")
        for relation in contents.belonging.relations:
            writer.relation(relation)
    return writer.losses()


class _Writer:
    """Writes the entities of articles, of records and of relations, in this order."""

    def __init__(self, contents: Contents, file: IO[bytes]) -> None:
        self._contents = contents
        self._file = file
        self._values = Values()
        self._lost: Counter[tuple[str, str]] = Counter()
        self._schemata: dict[str, str] = {}  # by the id of a record that is written

    @cached_property
    def _participants(self) -> dict[str, list[str]]:
        """The parties that take part in events, by the id of the event."""
        found: dict[str, list[str]] = {}
        for relation in self._contents.belonging.relations:
            is_of_records = relation.source.type is relation.target.type is NodeType.RECORD
            if is_of_records and relation.type == _PARTICIPANT:
                found.setdefault(relation.source.id, []).append(relation.target.id)
        return {event: list(_parties(self._contents, actors)) for event, actors in found.items()}

    def losses(self) -> list[Loss]:
        """What could not be written as it was."""
        lost = [Loss(what, count, why) for (what, why), count in sorted(self._lost.items())]
        return [*lost, *self._values.losses()]

    def article(self, handed: HandedArticle) -> None:
        """Write an article, its mentions, and what it says of records."""
        article, values = handed.article, self._values
        self._add(
            article.id,
            "Article",
            {
                "title": values.string("titles", article.title),
                "publisher": values.string("outlets", article.outlet),
                "author": values.string("bylines", article.byline),
                "sourceUrl": values.url("addresses of articles", article.url),
                "publishedAt": values.date("dates of publication", article.published),
                "retrievedAt": values.date("dates of capture", article.captured),
                "language": values.language(article.language),
                "bodyText": handed.text,
            },
        )
        linked = {mark.record for mark in handed.annotations if mark.record is not None}
        records = self._contents.archive.records.at(linked) if linked else {}
        said: dict[str, list[Annotation]] = {}
        for mark in handed.annotations:
            record = records.get(mark.record or "")
            if mark.tag.kind in (Kind.ACTOR, Kind.EVENT):
                self._mention(mark, record)
            if record is not None and record.kind is not Kind.FIGURE:
                said.setdefault(record.id, []).append(mark)
        for id_, marks in said.items():
            self._documentation(article.id, id_, marks)

    def record(self, record: Record) -> None:
        """Write a record, unless there is no schema for it."""
        draft = record.draft
        if draft.kind is Kind.FIGURE:
            self._lost["records of figures", _NO_FIGURES] += 1
            return
        schema, values = _schema(record), self._values
        self._schemata[record.id] = schema
        name = values.name("names of records", draft.name)
        properties: dict[str, str | Iterable[str]] = {
            "name": name,
            "alias": [values.name("other names of records", alias.name) for alias in draft.aliases],
            "notes": values.text("notes of records", draft.note),
        }
        wikidata = draft.external_ids.get(_WIKIDATA, "")
        if wikidata[:1] == "Q" and wikidata[1:].isascii() and wikidata[1:].isdigit():
            properties["wikidataId"] = wikidata
        others = len(draft.external_ids) - ("wikidataId" in properties)
        if others:
            self._lost["ids of records elsewhere", "only Q numbers of Wikidata are written"] += others
        if any(alias.language for alias in draft.aliases):
            self._lost["languages of other names", "a name of FollowTheMoney does not say its language"] += 1
        if schema == _EVENT:
            properties |= self._of_event(record)
        else:
            properties |= self._of_actor(record, schema, name)
        self._add(record.id, schema, properties)

    def relation(self, relation: Relation) -> None:
        """Write a relation between two records."""
        ends = (relation.source, relation.target)
        if all(end.type is NodeType.ANNOTATION for end in ends):
            return  # lost with what it joins
        if any(end.type is NodeType.ANNOTATION for end in ends):
            self._lost["relations of annotations and records", "FollowTheMoney has no annotations"] += 1
            return
        source, target = (self._schemata.get(end.id) for end in ends)
        if source is None or target is None:
            self._lost["relations of figures", _NO_FIGURES] += 1
            return
        role = self._values.string("types of relations", relation.type)
        note = self._values.text("notes of relations", relation.note)
        is_membership = relation.type in _MEMBERSHIPS and target in _ORGANISATIONS and source not in (_EVENT, "Address")
        names = ("member", "organization") if is_membership else ("subject", "object")
        self._add(
            relation.id,
            "Membership" if is_membership else "UnknownLink",
            {names[0]: relation.source.id, names[1]: relation.target.id, "role": role, "description": note},
        )

    def _mention(self, mark: Annotation, record: Record | None) -> None:
        if record is not None and record.kind is mark.tag.kind:
            schema = _schema(record)
        else:
            schema, record = (_ANY_ACTOR if mark.tag.kind is Kind.ACTOR else _EVENT), None
        name = self._values.name("words of mentions", mark.quote)
        if not name:
            return
        is_party = record is not None and schema not in (_EVENT, "Address")
        self._add(
            mark.id,
            "Mention",
            {
                "document": mark.article,
                "name": name,
                "detectedSchema": schema,
                "resolved": record.id if is_party and record is not None else "",
            },
        )

    def _documentation(self, article: str, record: str, marks: list[Annotation]) -> None:
        values = self._values
        self._add(
            str(uuid5(_DOCUMENTATION, f"{article} {record}")),
            "Documentation",
            {
                "document": article,
                "entity": record,
                "role": [values.string("tags of passages", mark.tag.name) for mark in marks],
                "summary": [values.text("words of passages", mark.quote) for mark in marks],
                "description": [values.text("notes of passages", mark.note) for mark in marks],
            },
        )

    def _of_event(self, record: Record) -> Properties:
        draft = record.draft
        if draft.parent is not None:
            self._lost["what events are a part of", "FollowTheMoney has no parts of events"] += 1
        if draft.type:
            self._lost["types of events", "are written as keywords"] += 1
        return {
            **self._values.dates("dates of events", draft.date),
            "location": self._values.address("places of events", draft.place),
            "keywords": self._values.string("types of events", draft.type),
            "involved": self._participants.get(record.id, ()),
        }

    def _of_actor(self, record: Record, schema: str, name: str) -> Properties:
        draft = record.draft
        if draft.type == ActorType.GROUP:
            self._lost["groups", "are written as legal entities, of which it is not said what they are"] += 1
        untold = sum(1 for role in draft.roles if role.organisation or role.since or role.until)
        if schema != "Person" and draft.roles:
            self._lost["roles of actors that are no persons", "only a person has a position"] += len(draft.roles)
        elif untold:
            self._lost["roles", "are written without their organisation and times"] += untold
        found: dict[str, str | Iterable[str]] = {}
        if schema == "Person":
            found["position"] = [self._values.string("roles", role.title) for role in draft.roles]
        if schema == "Address" and name == Values().address("", name):
            found["full"] = name
        return found

    def _add(self, id_: str, schema: str, properties: Properties) -> None:
        lists = {
            name: [one for one in dict.fromkeys([value] if isinstance(value, str) else value) if one]
            for name, value in properties.items()
        }
        filled = {name: values for name, values in sorted(lists.items()) if values}
        self._file.write(as_json({"id": id_, "schema": schema, "properties": filled}) + b"\n")


def _schema(record: Record) -> str:
    """The schema of a record of an actor or an event."""
    if record.kind is Kind.EVENT:
        return _EVENT
    return next((schema for type_, schema in ACTORS.items() if type_ == record.draft.type), _ANY_ACTOR)


def _parties(contents: Contents, ids: list[str]) -> Iterator[str]:
    """Those of the records that are actors and no places."""
    records = contents.archive.records.at(ids)
    for id_ in sorted(set(ids) & records.keys()):
        if records[id_].kind is Kind.ACTOR and records[id_].draft.type != ActorType.PLACE:
            yield id_
