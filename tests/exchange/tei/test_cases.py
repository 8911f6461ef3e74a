# SPDX-License-Identifier: GPL-3.0-or-later
"""Test documents of the TEI consortium, counted by patterns over the written files and by XPath of lxml alone."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from archivist.exchange.items import Item, Problem, ReadDocument, ReadRecord
from archivist.exchange.tei import FORMAT

NAMES = """
    persName orgName placeName geogName geogFeat name rs roleName settlement region country district bloc objectName
    offset date time num measure measureGrp eventName
"""
MARKS = NAMES.split()
RECORDS = ("person", "org", "place", "event", "personGrp")


@pytest.fixture(
    params=[
        *("aphrodisias", "aphrodisias2", "comenius", "comenius2", "names-demo-en", "tei_lite", "testbibl"),
        "testcorpus",
    ]
)
def sample(request: pytest.FixtureRequest, cases: Path) -> Path:
    path = cases / "tei" / "samples" / f"{request.param}.xml"
    assert path.is_file()
    return path


def test_these_are_all_files(cases: Path) -> None:
    assert len(list((cases / "tei" / "samples").iterdir())) == 8


def items_of(path: Path) -> list[Item]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path))


def root_of(path: Path) -> etree._Element:
    """The document without its type, parsed by lxml."""
    raw = re.sub(rb"<!DOCTYPE.*?\]>", b"", path.read_bytes(), flags=re.DOTALL)
    return etree.fromstring(raw, etree.XMLParser(collect_ids=False))  # which some use twice


def local(*names: str) -> str:
    return " or ".join(f"local-name()='{name}'" for name in names)


def test_every_document_is_read(sample: Path) -> None:
    documents = [item for item in items_of(sample) if isinstance(item, ReadDocument)]
    expected = root_of(sample).xpath("count(descendant-or-self::*[local-name()='TEI'])")
    assert len(documents) == expected  # none in names-demo-en, which is a list of persons


def test_every_element_that_marks_words_is_an_annotation(sample: Path) -> None:
    found = Counter(
        mark.label.partition(" (")[0]
        for item in items_of(sample)
        if isinstance(item, ReadDocument)
        for mark in item.annotations
    )
    marking = f"//*[local-name()='text']//*[{local(*MARKS)}][normalize-space()]"
    assert found == Counter(etree.QName(element).localname for element in root_of(sample).xpath(marking))


def test_elements_that_mark_no_words_are_told(sample: Path) -> None:
    told = [p.what for item in items_of(sample) if isinstance(item, ReadDocument) for p in item.problems]
    empty = root_of(sample).xpath(f"count(//*[local-name()='text']//*[{local(*MARKS)}][not(normalize-space())])")
    assert sum(what.endswith("it marks no words.") for what in told) == empty


def test_every_name_is_on_its_words(sample: Path) -> None:
    root = root_of(sample)
    texts = [
        " ".join("".join(element.itertext()).split())
        for element in root.xpath(f"//*[local-name()='text']//*[{local(*MARKS)}][normalize-space()]")
    ]
    read = [
        " ".join(item.text[mark.start : mark.end].split())
        for item in items_of(sample)
        if isinstance(item, ReadDocument) and item.text is not None
        for mark in item.annotations
    ]
    assert read == texts


def test_every_person_and_place_is_a_record_or_told(sample: Path) -> None:
    items = items_of(sample)
    listed = root_of(sample).xpath(f"count(//*[{local(*RECORDS)}])")
    records = sum(isinstance(item, ReadRecord) for item in items)
    nameless = sum(isinstance(item, Problem) and item.what.endswith("it has no name.") for item in items)
    assert records + nameless == listed


def test_the_words_of_the_texts_are_all_there(sample: Path) -> None:
    """What is not is told: of several forms of the same words one is read, and pictures in SVG are none."""
    words = "".join("".join(item.text or "") for item in items_of(sample) if isinstance(item, ReadDocument))
    expected = "".join(
        root_of(sample).xpath(
            "//*[local-name()='TEI']/*[local-name()='text']//text()[not(ancestor::*[local-name()='svg'])]"
        )
    )
    assert Counter("".join(words.split())) == Counter("".join(expected.split()))
