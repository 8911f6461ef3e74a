# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from archivist.exchange import export_bundle
from archivist.model import Article, ArticleDraft, Provenance
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]

PREMIS = "{http://www.loc.gov/premis/v3}"
TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
# What the schema 3.0 says of the elements that we write: their children, in their order. Others hold text.
CHILDREN = {
    "premis": r"(object )+(event )*(agent )*(rights )*",
    "intellectualEntity": r"(objectIdentifier )+(preservationLevel )*(significantProperties )*(originalName )?"
    r"(relationship )*(linkingEventIdentifier )*",
    "file": r"(objectIdentifier )+(preservationLevel )*(significantProperties )*(objectCharacteristics )+"
    r"(originalName )?(storage )*(signatureInformation )*(relationship )*(linkingEventIdentifier )*",
    "objectIdentifier": "objectIdentifierType objectIdentifierValue ",
    "objectCharacteristics": r"(compositionLevel )?(fixity )*(size )?(format )+(creatingApplication )*(inhibitors )*",
    "fixity": r"messageDigestAlgorithm messageDigest (messageDigestOriginator )?",
    "format": r"formatDesignation (formatRegistry )?(formatNote )*",
    "formatDesignation": r"formatName (formatVersion )?",
    "creatingApplication": r"creatingApplicationName (creatingApplicationVersion )?(dateCreatedByApplication )?",
    "storage": r"contentLocation (storageMedium )?",
    "contentLocation": "contentLocationType contentLocationValue ",
    "relationship": r"relationshipType relationshipSubType (relatedObjectIdentifier )+(relatedEventIdentifier )*",
    "relatedObjectIdentifier": r"relatedObjectIdentifierType relatedObjectIdentifierValue (relatedObjectSequence )?",
    "event": r"eventIdentifier eventType eventDateTime (eventDetailInformation )*(eventOutcomeInformation )*"
    r"(linkingAgentIdentifier )*(linkingObjectIdentifier )*",
    "eventIdentifier": "eventIdentifierType eventIdentifierValue ",
    "eventDetailInformation": r"(eventDetail )?",
    "eventOutcomeInformation": r"eventOutcome (eventOutcomeDetail )*",
    "linkingAgentIdentifier": r"linkingAgentIdentifierType linkingAgentIdentifierValue (linkingAgentRole )*",
    "linkingObjectIdentifier": r"linkingObjectIdentifierType linkingObjectIdentifierValue (linkingObjectRole )*",
    "agent": r"(agentIdentifier )+(agentName )*(agentType )?(agentVersion )?(agentNote )*",
    "agentIdentifier": "agentIdentifierType agentIdentifierValue ",
}  # fmt: skip


def read(bundle: Path) -> etree._Element:
    return etree.fromstring((bundle / "data" / "premis.xml").read_bytes())


def texts(element: etree._Element, *path: str) -> list[str]:
    return [found.text or "" for found in element.iterfind("/".join(PREMIS + name for name in path))]


def test_it_is_built_as_the_schema_says(bundle: Path) -> None:
    root = read(bundle)
    assert (root.tag, root.get("version")) == (f"{PREMIS}premis", "3.0")
    for element in root.iter():
        name = element.get(TYPE) or element.tag.removeprefix(PREMIS)
        children = "".join(f"{child.tag.removeprefix(PREMIS)} " for child in element)
        assert re.fullmatch(CHILDREN.get(name, ""), children), (name, children)
        assert bool(len(element)) != bool((element.text or "").strip()), name


def test_every_file_has_its_checksum_size_and_place(bundle: Path, articles: list[Article]) -> None:
    files = [element for element in read(bundle).iterfind(f"{PREMIS}object") if element.get(TYPE) == "file"]
    named = {}
    for element in files:
        (name,) = texts(element, "storage", "contentLocation", "contentLocationValue")
        data = (bundle / name).read_bytes()
        assert texts(element, "objectCharacteristics", "fixity", "messageDigest") == [hashlib.sha256(data).hexdigest()]
        assert texts(element, "objectCharacteristics", "size") == [str(len(data))]
        named[name] = element
    assert set(named) == {
        path.relative_to(bundle).as_posix()
        for folder in ("articles", "originals")
        for path in (bundle / "data" / folder).iterdir()
    }
    text = named[f"data/articles/{articles[0].id}.txt"]
    assert articles[0].original is not None
    related = texts(text, "relationship", "relatedObjectIdentifier", "relatedObjectIdentifierValue")
    assert related == [articles[0].id, articles[0].original.sha256]


def test_every_event_of_the_articles_is_there_with_who_did_it(
    bundle: Path, archive: Archive, articles: list[Article]
) -> None:
    expected = {event.id: event for article in articles for event in archive.events.of_article(article.id)}
    assert expected
    events = list(read(bundle).iterfind(f"{PREMIS}event"))
    assert [texts(event, "eventIdentifier", "eventIdentifierValue")[0] for event in events] == list(expected)
    agents = set(texts(read(bundle), "agent", "agentIdentifier", "agentIdentifierValue"))
    for element, event in zip(events, expected.values(), strict=True):
        assert texts(element, "eventType") == [event.type]
        assert texts(element, "eventDateTime") == [event.at]
        assert texts(element, "linkingObjectIdentifier", "linkingObjectIdentifierValue") == [event.object]
        assert set(texts(element, "linkingAgentIdentifier", "linkingAgentIdentifierValue")) <= agents
    assert agents == {name for event in expected.values() for name in (event.who, event.agent)}


def test_articles_of_one_original_name_it_and_its_events_once(
    archive: Archive, tmp_path: Path, add_article: Add
) -> None:
    first = add_article("Одна")
    assert first.original is not None
    original = archive.originals.read(first.original.sha256)
    with archive.action("Add"):
        second = archive.articles.add(ArticleDraft("Друга", "Друга"), original, "text/plain", part="2").article
    run_to_end(export_bundle(archive, [first.id, second], tmp_path / "both"))
    sums = texts(read(tmp_path / "both"), "object", "objectIdentifier", "objectIdentifierValue")
    assert sums.count(first.original.sha256) == 1
    ids = texts(read(tmp_path / "both"), "event", "eventIdentifier", "eventIdentifierValue")
    assert len(ids) == len(set(ids))


def test_a_corrected_text_is_an_event(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Одна")
    archive.articles.revise(article.id, "Інша", Provenance("pasted", "paste", "1", None))
    run_to_end(export_bundle(archive, [article.id], tmp_path / "one"))
    assert texts(read(tmp_path / "one"), "event", "eventType") == ["ingestion", "modification"]


def test_what_xml_cannot_hold_does_not_break_it(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Текст", title="а\ufffeб <&> в")
    run_to_end(export_bundle(archive, [article.id], tmp_path / "one"))
    assert texts(read(tmp_path / "one"), "object", "originalName")[0].startswith("а\ufffdб <&> в")


@pytest.mark.usefixtures("articles")
def test_the_same_archive_gives_the_same_document(archive: Archive, bundle: Path, tmp_path: Path) -> None:
    ids = archive.articles.ids(archive.articles.rows())
    run_to_end(export_bundle(archive, ids[::-1], tmp_path / "again"))
    for name in ("premis.xml", "dublin-core.xml"):
        assert (tmp_path / "again" / "data" / name).read_bytes() == (bundle / "data" / name).read_bytes()
