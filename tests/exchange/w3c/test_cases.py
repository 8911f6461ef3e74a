# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotations of the W3C and of INCEpTION, counted anew by walking through their JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from archivist.errors import FileDamaged
from archivist.exchange.items import Item, Problem, ReadDocument
from archivist.exchange.w3c import FORMAT


@pytest.fixture
def examples(cases: Path) -> Path:
    return cases / "web-annotation" / "examples"


def read(path: Path) -> list[Item]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path))


def annotations_in(value: object) -> Iterator[dict[str, object]]:
    """Every object of type Annotation, wherever it is."""
    if isinstance(value, dict):
        if value.get("type") == "Annotation":
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from annotations_in(inner)


def words_of(annotation: dict[str, object]) -> int:
    """How many quotes or positions its target has that count in the whole text."""
    text = json.dumps(annotation["target"])
    # A position within a fragment, as in anno38, is none in the text; a quote within one can be looked for.
    of_fragment = '"refinedBy": {"type": "TextPositionSelector"' in text
    return int("TextQuoteSelector" in text or ("TextPositionSelector" in text and not of_fragment))


@pytest.mark.parametrize("folder", ["examples", "w3c-tests/tools/samples"])
def test_the_correct_examples_are_all_accounted_for(cases: Path, folder: str) -> None:
    files = sorted((cases / "web-annotation" / folder / "correct").glob("*.json"))
    assert len(files) >= 44
    for file in files:
        expected = list(annotations_in(json.loads(file.read_text(encoding="utf-8"))))
        items = read(file)
        documents = [item for item in items if isinstance(item, ReadDocument)]
        marked = sum(len(document.annotations) for document in documents)
        told = [item for item in items if isinstance(item, Problem) and ", annotation " in item.where]
        assert marked == sum(map(words_of, expected)), file.name
        assert marked + len(told) == len(expected), file.name


def test_the_incorrect_examples_are_refused_or_told(examples: Path) -> None:
    files = sorted((examples / "incorrect").glob("*.json"))
    assert len(files) == 40
    for file in files:
        items = read_or_refuse(file)
        assert items, file.name
        assert all(isinstance(item, Problem) and item.what.endswith(".") for item in items), file.name


def read_or_refuse(path: Path) -> list[Item]:
    """What is read of a file, or why it is refused."""
    try:
        return read(path)
    except FileDamaged as error:
        return [Problem(path.name, f"{error.detail}.")]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("anno3", "It has no “@context”"),
        ("anno4", "“@context” is not that of Web Annotations"),
        ("anno5", "“@context” is not that of Web Annotations"),
        ("anno6", "“id” is not one address"),
        ("anno8", "It has no type"),
        ("anno9", "it is of type “Squirrel”"),
        ("anno11", "its target is no address"),
        ("anno26", "its “creator” is nobody"),
        ("anno28", "its “created” is not one date and time"),
        ("anno34", "its “rights” is no address"),
        ("anno38", "its target names no source"),
        ("anno40", "conforms to several specifications"),
    ],
)
def test_what_is_incorrect_is_named(examples: Path, name: str, told: str) -> None:
    sentences = " ".join(
        item.what for item in read(examples / "incorrect" / f"{name}.json") if isinstance(item, Problem)
    )
    assert told.casefold() in sentences.casefold()


def test_annotations_of_inception_come_with_their_labels_notes_and_links(examples: Path) -> None:
    (document,) = read(examples / "inception-annotations.w3c.json")
    assert isinstance(document, ReadDocument)
    assert (document.name, document.text, document.problems) == ("inception-annotations.w3c", None, ())
    assert [(mark.start, mark.end, mark.quote, mark.label, mark.note) for mark in document.annotations] == [
        (124, 128, "Troy", "A Tag", "This is a comment"),
        (124, 128, "Troy", "Another Tag", "This is a comment"),
        (646, 661, "death in battle", "", "Another comment"),
        (963, 970, "Ithaca", "", "Comment..."),
    ]
    (relation,) = document.relations
    first, _, second, _ = (mark.key for mark in document.annotations)
    assert (relation.type, relation.source, relation.target) == ("isRelatedTo", first, second)


def test_a_folder_is_read_file_by_file(examples: Path) -> None:
    items = read(examples / "correct")
    documents = [item for item in items if isinstance(item, ReadDocument)]
    # anno23, anno24 and anno29, alone and again in collection1.json; anno38 counts within a fragment.
    assert sum(len(document.annotations) for document in documents) == 6
    assert len({item.where.split(",")[0] for item in items if isinstance(item, Problem)}) == 41


def test_files_of_annotations_are_recognised_and_others_are_not(examples: Path, tmp_path: Path) -> None:
    assert FORMAT.recognises is not None
    assert all(map(FORMAT.recognises, (examples / "correct").glob("*.json")))
    article = {"title": "Annotation", "body": 'about "@context": "http://www.w3.org/ns/anno.jsonld"'}
    (tmp_path / "a.json").write_text(json.dumps(article))
    (tmp_path / "b.txt").write_text("text")
    assert not any(map(FORMAT.recognises, [*tmp_path.iterdir(), tmp_path, tmp_path / "none.json"]))
