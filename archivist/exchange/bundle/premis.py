# SPDX-License-Identifier: GPL-3.0-or-later
"""What was kept and what happened to it, in PREMIS 3.0: for the programs of archives, which ours does not read.

An article is an intellectual entity, represented by its text, a file, which was made of its
original, another. The events are those of the preservation log. (Source: the PREMIS schema 3.0.)
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from archivist.exchange.bundle import layout
from archivist.exchange.bundle.xml_text import DECLARATION, element, leaf, leaf_or_none
from archivist.model import Article, Event, Original
from archivist.store import Archive

_ROOT = (
    'premis xmlns="http://www.loc.gov/premis/v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0"'
)
_UUID = "UUID"
_SHA256 = "SHA-256"
_OF_OBJECT = {"article": _UUID, "original": _SHA256}  # what identifies what an event is about
_PERSON, _SOFTWARE = "person", "software"


def document(archive: Archive, ids: Sequence[str]) -> Iterator[bytes]:
    """The document for these articles, in two passes, a chunk for each article in each."""
    yield f"{DECLARATION}<{_ROOT}>\n".encode()
    originals: set[str] = set()
    for id_ in ids:
        article = archive.articles.get(id_)
        yield "".join(f"{one}\n" for one in _objects(archive, article, originals)).encode()
    agents: set[tuple[str, str]] = set()
    of_originals: set[str] = set()
    for id_ in ids:
        events = [event for event in archive.events.of_article(id_) if event.id not in of_originals]
        # Several articles may have one original, and so its events.
        of_originals.update(event.id for event in events if event.object_type == "original")
        agents.update(agent for event in events for agent in _agents_of(event))
        yield "".join(f"{_event(event)}\n" for event in events).encode()
    yield "".join(f"{_agent(*agent)}\n" for agent in sorted(agents)).encode()
    yield b"</premis>\n"


def _objects(archive: Archive, article: Article, originals: set[str]) -> Iterator[str]:
    provenance = archive.articles.provenance(article.id)
    yield element(
        'object xsi:type="intellectualEntity"',
        _identifier("object", _UUID, article.id),
        leaf("originalName", article.title),
    )
    assert article.original is not None  # noqa: S101 - the bundle has made sure
    if article.original.sha256 not in originals:
        originals.add(article.original.sha256)
        yield _original(article.original, provenance.source)
    revision = archive.articles.revision(article.id)
    made_by = element(
        "creatingApplication",
        leaf("creatingApplicationName", provenance.reader),
        leaf_or_none("creatingApplicationVersion", provenance.reader_version),
        leaf("dateCreatedByApplication", revision.created_at),
    )
    yield _file(
        _identifier("object", _UUID, revision.id),
        _characteristics(revision.sha256, len(revision.body.encode()), "text/plain", made_by),
        _storage(layout.text_file(article.id)),
        _relationship("structural", "represents", _UUID, article.id),
        _relationship("derivation", "has source", _SHA256, article.original.sha256),
    )


def _original(original: Original, source: str) -> str:
    return _file(
        _identifier("object", _SHA256, original.sha256),
        _characteristics(original.sha256, original.size, original.media_type),
        leaf_or_none("originalName", source),
        _storage(layout.original_file(original.sha256)),
    )


def _file(*content: str) -> str:
    return element('object xsi:type="file"', *content)


def _identifier(of: str, type_: str, value: str) -> str:
    return element(f"{of}Identifier", leaf(f"{of}IdentifierType", type_), leaf(f"{of}IdentifierValue", value))


def _characteristics(sha256: str, size: int, media_type: str, *made_by: str) -> str:
    return element(
        "objectCharacteristics",
        leaf("compositionLevel", "0"),
        element("fixity", leaf("messageDigestAlgorithm", _SHA256), leaf("messageDigest", sha256)),
        leaf("size", str(size)),
        element("format", element("formatDesignation", leaf("formatName", media_type))),
        *made_by,
    )


def _storage(name: str) -> str:
    location = leaf("contentLocationType", "path in the bag"), leaf("contentLocationValue", name)
    return element("storage", element("contentLocation", *location))


def _relationship(type_: str, sub_type: str, identifier: str, value: str) -> str:
    return element(
        "relationship",
        leaf("relationshipType", type_),
        leaf("relationshipSubType", sub_type),
        _identifier("relatedObject", identifier, value),
    )


def _event(event: Event) -> str:
    detail = json.dumps(dict(event.detail), ensure_ascii=False, sort_keys=True)
    return element(
        "event",
        _identifier("event", _UUID, event.id),
        leaf("eventType", event.type),
        leaf("eventDateTime", event.at),
        element("eventDetailInformation", leaf("eventDetail", detail)),
        element("eventOutcomeInformation", leaf("eventOutcome", event.outcome)),
        *(_identifier("linkingAgent", type_, name) for type_, name in _agents_of(event)),
        _identifier("linkingObject", _OF_OBJECT.get(event.object_type, "local"), event.object),
    )


def _agents_of(event: Event) -> Iterator[tuple[str, str]]:
    if event.who:
        yield _PERSON, event.who
    if event.agent:
        yield _SOFTWARE, event.agent


def _agent(type_: str, name: str) -> str:
    return element("agent", _identifier("agent", type_, name), leaf("agentName", name), leaf("agentType", type_))
