# SPDX-License-Identifier: GPL-3.0-or-later
"""Annotations as W3C Web Annotations (REC-annotation-model), written and read with nothing lost.

Only terms of the W3C are used. The bodies of an annotation are: the tag's name (tagging) and its
id (classifying); the id of the record that it is linked to (identifying); the note (commenting);
the attributes as a JSON text (describing); and the word "review" (assessing) where the quote has
still to be found in the text. Positions are code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from archivist.exchange.files import json_stream
from archivist.exchange.files.json_fields import Fields, urn
from archivist.exchange.files.json_stream import Malformed
from archivist.model import Annotation, JsonValue, Status, Tag

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_ITEMS = ("first", "items")


@dataclass(frozen=True, slots=True)
class WrittenAnnotation:
    """An annotation as a file has it: like model.Annotation, but with the tag's id for the tag."""

    id: str
    article: str  # id
    revision: str  # id
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    tag: str  # id
    note: str
    attributes: Mapping[str, JsonValue]
    record: str | None  # id
    status: Status
    created_by: str
    created_at: str
    modified_at: str

    def stands_in(self, text: str) -> bool:
        """Whether its words are at its place in the text, or it says that they are not."""
        return self.status is Status.REVIEW or text[self.start : self.end] == self.quote

    def on(self, article: str, tag: Tag, record: str | None = None) -> Annotation:
        """The annotation, on this article (id), with this tag and record (id) of an archive."""
        return Annotation(
            id=self.id,
            article=article,
            revision=self.revision,
            start=self.start,
            end=self.end,
            quote=self.quote,
            prefix=self.prefix,
            suffix=self.suffix,
            tag=tag,
            note=self.note,
            attributes=self.attributes,
            record=record,
            status=self.status,
            created_by=self.created_by,
            created_at=self.created_at,
            modified_at=self.modified_at,
        )


def to_json(annotation: Annotation) -> dict[str, JsonValue]:
    """The annotation as one Web Annotation; its @context is that of the collection."""
    return {
        "id": urn(annotation.id),
        "type": "Annotation",
        "motivation": "tagging",
        "creator": {"type": "Person", "name": annotation.created_by},
        "created": annotation.created_at,
        "modified": annotation.modified_at,
        "body": list(_bodies(annotation)),
        "target": {
            "type": "SpecificResource",
            "source": urn(annotation.article),
            "state": {"id": urn(annotation.revision)},
            "selector": [
                {"type": "TextPositionSelector", "start": annotation.start, "end": annotation.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": annotation.quote,
                    "prefix": annotation.prefix,
                    "suffix": annotation.suffix,
                },
            ],
        },
    }


def _bodies(annotation: Annotation) -> Iterator[dict[str, JsonValue]]:
    yield {"type": "TextualBody", "purpose": "tagging", "value": annotation.tag.name}
    yield {"type": "SpecificResource", "purpose": "classifying", "source": urn(annotation.tag.id)}
    if annotation.record is not None:
        yield {"type": "SpecificResource", "purpose": "identifying", "source": urn(annotation.record)}
    if annotation.note:
        yield {
            "type": "TextualBody",
            "purpose": "commenting",
            "format": "text/plain",
            "value": annotation.note,
        }
    if annotation.attributes:
        yield {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "application/json",
            "value": json.dumps(dict(annotation.attributes), ensure_ascii=False, sort_keys=True),
        }
    if annotation.status is Status.REVIEW:
        yield {"type": "TextualBody", "purpose": "assessing", "value": str(Status.REVIEW)}


def from_json(value: JsonValue) -> WrittenAnnotation:
    """One Web Annotation as to_json() writes it. Raises ValueError."""
    fields = Fields(value)
    bodies = {body.text("purpose", ""): body for body in fields.objects("body")}
    target = fields.object("target")
    selectors = {selector.text("type"): selector for selector in target.objects("selector")}
    if "TextPositionSelector" not in selectors or "TextQuoteSelector" not in selectors:
        raise Malformed("it has not both a position and a quote")
    if "classifying" not in bodies:
        raise Malformed("it has no tag")
    position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    start, end = position.number("start"), position.number("end")
    if start >= end or not quote.text("exact"):
        raise Malformed("it marks no words")
    return WrittenAnnotation(
        id=fields.urn("id"),
        article=target.urn("source"),
        revision=target.object("state").urn("id"),
        start=start,
        end=end,
        quote=quote.text("exact"),
        prefix=quote.text("prefix", ""),
        suffix=quote.text("suffix", ""),
        tag=bodies["classifying"].urn("source"),
        note=bodies["commenting"].text("value") if "commenting" in bodies else "",
        attributes=_attributes(bodies.get("describing")),
        record=bodies["identifying"].urn("source") if "identifying" in bodies else None,
        status=_status(bodies.get("assessing")),
        created_by=fields.object("creator").text("name"),
        created_at=fields.moment("created"),
        modified_at=fields.moment("modified"),
    )


def _status(body: Fields | None) -> Status:
    if body is None:
        return Status.ANCHORED
    if body.text("value") not in list(Status):
        raise Malformed("its “assessing” is no status")
    return Status(body.text("value"))


def _attributes(body: Fields | None) -> Mapping[str, JsonValue]:
    return {} if body is None else Fields(json_stream.parse(body.text("value").encode())).mapping()


def write_collection(annotations: Iterable[list[Annotation]], id_: str) -> Iterator[bytes]:
    """An AnnotationCollection (a UUID) of one page, a chunk for each list; one annotation a line."""
    yield f'{{"@context": {_text(CONTEXT)},\n"id": {_text(urn(id_))},\n"type": "AnnotationCollection",\n'.encode()
    yield b'"label": "Annotations of press coverage"'
    # A page is named only where there is one: an empty collection has none.
    page = {"id": f"{urn(id_)}#page-1", "type": "AnnotationPage", "startIndex": 0}
    total = 0
    for group in annotations:
        written = [json.dumps(to_json(annotation), ensure_ascii=False) for annotation in group]
        if written:
            opening = f',\n"first": {json.dumps(page)[:-1]}, "items": [\n' if total == 0 else ",\n"
            yield (opening + ",\n".join(written)).encode()
        else:
            yield b""
        total += len(written)
    if total:
        yield f'\n]}},\n"last": {_text(page["id"])}'.encode()
    yield f',\n"total": {total}}}\n'.encode()


def read_collection(chunks: Iterable[bytes]) -> Iterator[WrittenAnnotation]:
    """The annotations of a collection, one at a time. Raises ValueError, naming the annotation."""
    for number, item in enumerate(json_stream.items(chunks, _ITEMS), 1):
        try:
            yield from_json(item)
        except ValueError as error:
            raise Malformed(f"annotation {number}: {error}") from error


def _text(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)
