# SPDX-License-Identifier: GPL-3.0-or-later
"""CAS files that others wrote, read with what an independent count and dkpro-cassis find in them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from archivist.errors import FileDamaged, UnsupportedFile
from archivist.exchange.cas.reading import read
from archivist.exchange.items import Problem, ReadDocument
from archivist.text import Utf16Map
from tests.exchange.reading_elsewhere import run_elsewhere

ID = "{http://www.omg.org/XMI}id"
# What says how a text is built, by the end of its namespace or package.
STRUCTURAL = re.compile(
    r"(segmentation|lexmorph|syntax|metadata)[./]type\b|[./](Token|Sentence)$|tcas[./]DocumentAnnotation$"
)
# Types that their descriptions make out to be documents, which the name alone does not tell.
DOCUMENTS = {"CustomDocumentAnnotation", "DocumentAnnotation"}
# Where the count differs from the plain one, by file: how many fewer, and why.
EXPLAINED = {
    "cassis/xmi/cas_with_array_features.xmi": (2, "are in no index of the CAS: only arrays lead to them"),
    "cassis/xmi/cas_with_list_features.xmi": (2, "are in no index of the CAS: only lists lead to them"),
}
# Relations whose ends are tokens: these are no annotations, so the relations are left out, with a line each.
BETWEEN_TOKENS = {
    "testSingleTokenRelationWithFeatureValue",
    "testSingleTokenRelationWithMultipleFeatureValues",
    "testSingleTokenRelationWithoutFeatureValue",
}


@pytest.fixture(scope="module")
def folder(cases: Path) -> Path:
    return cases / "uima-cas"


def _files(folder: Path, pattern: str) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.glob(pattern))


def _read(path: Path) -> tuple[list[ReadDocument], list[Problem]]:
    items = list(read(path))
    found = [item for item in items if isinstance(item, ReadDocument)]
    problems = [item for item in items if isinstance(item, Problem)]
    return found, problems + [problem for document in found for problem in document.problems]


def _marks(found: list[ReadDocument]) -> Counter[tuple[str, int, int]]:
    """Layer and place of all annotations; the layer stands in their `where`."""
    return Counter(
        (mark.where.rpartition(", ")[2].split()[0], mark.start, mark.end)
        for document in found
        for mark in document.annotations
    )


def plain_count(path: Path) -> tuple[Counter[tuple[str, int, int]], int]:
    """The spans of an XMI, by nothing but the attributes of its elements; and the relations between them."""
    elements = list(ET.parse(path).getroot())  # noqa: S314 - known files
    by_id = {element.get(ID): element for element in reversed(elements)}
    spans = [
        element
        for element in elements
        if element.get("begin") is not None
        and element.get("Governor") is None
        and not STRUCTURAL.search(element.tag.replace(".ecore}", "/"))
        and element.tag.rpartition("}")[2] not in DOCUMENTS
    ]
    ids = {element.get(ID) for element in spans}
    relations = sum(element.get("Governor") in ids and element.get("Dependent") in ids for element in elements)
    relations += sum("next" in element.attrib for element in spans)
    for element in spans:
        for feature in ("links", "arguments"):
            links = [by_id[id_] for id_ in element.get(feature, "").split()]
            relations += sum(link.get("target") in ids for link in links)
    places = Counter(
        (span.tag.rpartition("}")[2], int(span.get("begin", "")), int(span.get("end", ""))) for span in spans
    )
    return places, relations


def test_every_xmi_has_what_a_plain_count_finds(folder: Path) -> None:
    files = _files(folder, "**/*.xmi")
    assert len(files) == 100
    total = related = 0
    for name in files:
        found, problems = _read(folder / name)
        expected, relations = plain_count(folder / name)
        marks = _marks(found)
        fewer, _why = EXPLAINED.get(name, (0, ""))
        assert (expected - marks).total() == fewer, name
        assert not marks - expected, name
        assert bool(fewer) == any("no index" in problem.what for problem in problems), name
        assert sum(len(document.relations) for document in found) == relations, name
        is_between_tokens = Path(name).parent.name in BETWEEN_TOKENS
        assert any("joins a Token" in problem.what for problem in problems) == is_between_tokens, name
        total += marks.total()
        related += relations
    assert (total, related) == (251, 51)


def seen_by_cassis(folder: Path, names: list[str]) -> Iterator[tuple[str, list[tuple[str, int, int, str]]]]:
    types = folder / "cassis/typesystems/inception_typesystem.xml"
    found = json.loads(run_elsewhere("cassis_annotations", folder, str(types), *names))
    for name in names:
        marks = [tuple(mark) for mark in found[name]]
        yield name, [mark for mark in marks if not STRUCTURAL.search(mark[0])]


def _with_words(found: list[ReadDocument]) -> Counter[tuple[int, int, str]]:
    marks: Counter[tuple[int, int, str]] = Counter()
    for document in found:
        places = Utf16Map(document.text or "")
        for mark in document.annotations:
            start, end = mark.start, mark.end
            if document.text is not None:
                start, end = places.to_code_point(mark.start), places.to_code_point(mark.end)
            marks[start, end, (document.text or "")[start:end]] += 1
    return marks


def test_every_json_has_what_cassis_finds(folder: Path) -> None:
    names = _files(folder, "cassis/json/**/*.json")
    assert len(names) == 16
    total = 0
    # Its one annotation does not say where it is, which cassis takes for 0; here there is a line that says so.
    names.remove("cassis/json/child_type_before_parent.json")
    _, problems = _read(folder / "cassis/json/child_type_before_parent.json")
    assert any("does not say where it is" in problem.what for problem in problems)
    for name, marks in seen_by_cassis(folder, names):
        found, _ = _read(folder / name)
        expected = Counter(
            (start, end, words) for type_, start, end, words in marks if type_.rpartition(".")[2] not in DOCUMENTS
        )
        assert _with_words(found) == expected, name
        total += expected.total()
    assert total == 29


def test_every_named_entity_of_the_xmi_covers_the_words_that_cassis_sees(folder: Path) -> None:
    names = [*_files(folder, "inception/**/*.xmi"), "cassis/xmi/cas_with_smileys.xmi"]
    total = 0
    for name, marks in seen_by_cassis(folder, names):
        found, _ = _read(folder / name)
        expected = Counter((start, end, words) for type_, start, end, words in marks if type_.endswith(".NamedEntity"))
        only = [_only_entities(document) for document in found]
        assert _with_words(only) == expected, name
        total += expected.total()
    assert total == 142


def _only_entities(document: ReadDocument) -> ReadDocument:
    marks = tuple(mark for mark in document.annotations if "NamedEntity" in mark.where)
    return ReadDocument(document.name, document.text, marks)


@pytest.mark.parametrize("file", ["data.json", "debug.xmi"])
def test_the_first_emoji_has_two_units(folder: Path, file: str) -> None:
    [document], problems = _read(
        folder / "cassis/json/fs_as_array/ser-ref/casWithEmojiUnicodeTextAndAnnotations" / file
    )
    first = document.annotations[0]
    assert (first.start, first.end, document.unit) == (0, 2, "UTF-16 units")
    assert document.text is not None
    assert document.text[0] == "\U0001f973"
    assert not problems


def test_what_is_no_cas_is_refused_with_its_name(folder: Path) -> None:
    refused = {
        "inception/inception-io-json/conll/2000/chunk2000_ref.json": "older JSON of UIMA",
        "inception/inception-io-xml/junit-platform.properties": "no XML|Start tag expected",
        "inception/inception-io-webanno-tsv/tsv3/webannotest_2100105761.xml": "<TEI>",
        "cassis/typesystems/inception_typesystem.xml": "<typeSystemDescription>",
    }
    for name, why in refused.items():
        with pytest.raises(Exception, match=why) as caught:
            list(read(folder / name))
        assert type(caught.value).__name__ in ("UnsupportedFile", "FileDamaged"), name


def test_webanno_tsv_is_refused_with_what_to_do(folder: Path) -> None:
    files = _files(folder, "**/*.tsv")
    assert len(files) == 79
    for name in files:
        is_of_version_3 = "tsv3" in name  # only from then on do they say what they are
        with pytest.raises(UnsupportedFile if is_of_version_3 else FileDamaged) as caught:
            list(read(folder / name))
        assert ("export UIMA CAS XMI" in str(caught.value)) == is_of_version_3
