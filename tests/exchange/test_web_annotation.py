# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.web_annotation import from_json, read_collection, to_json, write_collection
from archivist.model import Annotation, Kind, Status, Tag

TAG = Tag(1, "2b6f0cc9-0000-4000-8000-000000000001", "killed", Kind.FIGURE, "#aabbcc", "k", None, "")
ANNOTATION = Annotation(
    id="2b6f0cc9-0000-4000-8000-000000000002",
    article="2b6f0cc9-0000-4000-8000-000000000003",
    revision="2b6f0cc9-0000-4000-8000-000000000004",
    start=9,
    end=11,
    quote="18",
    prefix="Загинуло ",
    suffix=" людей",
    tag=TAG,
    note="перевірити\nз 😀",
    attributes={"value": 18, "counted": "людей", "sources": ["а", {"б": None}]},
    record=None,
    status=Status.ANCHORED,
    created_by="Olena",
    created_at="2026-01-31T09:15:00.123Z",
    modified_at="2026-02-01T09:15:00.123Z",
)
RECORD = "2b6f0cc9-0000-4000-8000-000000000006"
COLLECTION = "2b6f0cc9-0000-4000-8000-000000000005"

TEXT = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
ANNOTATIONS = st.builds(
    replace,
    st.just(ANNOTATION),
    id=st.uuids().map(str),
    quote=TEXT.filter(bool),
    prefix=TEXT,
    suffix=TEXT,
    note=TEXT,
    attributes=st.dictionaries(TEXT, TEXT | st.integers() | st.booleans() | st.lists(TEXT)),
    record=st.uuids().map(str) | st.none(),
    status=st.sampled_from(Status),
    created_by=TEXT,
)


def written(annotations: list[list[Annotation]]) -> bytes:
    return b"".join(write_collection(annotations, COLLECTION))


@given(st.lists(st.lists(ANNOTATIONS, max_size=3), max_size=3))
def test_a_collection_is_read_back_with_nothing_lost(groups: list[list[Annotation]]) -> None:
    read = [
        annotation.on(ANNOTATION.article, TAG, annotation.record) for annotation in read_collection([written(groups)])
    ]
    assert read == [annotation for group in groups for annotation in group]


def test_it_meets_every_must_of_the_recommendation(cases: Path, tmp_path: Path) -> None:
    plain = replace(ANNOTATION, note="", attributes={}, status=Status.REVIEW, prefix="", suffix="")
    linked = replace(ANNOTATION, record=RECORD)
    (tmp_path / "annotations.jsonld").write_bytes(written([[linked], [], [plain]]))
    checker = cases / "web-annotation" / "w3c_musts.py"
    done = subprocess.run(
        [sys.executable, checker, tmp_path / "annotations.jsonld"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.split()[1:]) == (0, ["OK,", "2", "annotations"])


def test_the_collection_counts_its_annotations_and_names_its_page() -> None:
    collection = json.loads(written([[ANNOTATION]]))
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", 1)
    assert collection["first"]["id"] == collection["last"]
    assert collection["first"]["startIndex"] == 0


def test_an_empty_collection_has_no_page() -> None:
    collection = json.loads(written([[], []]))
    assert (collection["total"], "first" in collection) == (0, False)


def test_each_annotation_is_a_line_of_its_own() -> None:
    lines = [line for line in written([[ANNOTATION, ANNOTATION]]).splitlines() if line.startswith(b'{"id"')]
    assert [json.loads(line.rstrip(b","))["type"] for line in lines] == ["Annotation", "Annotation"]


def test_the_target_has_a_position_and_a_quote() -> None:
    target = to_json(ANNOTATION)["target"]
    assert target["source"] == f"urn:uuid:{ANNOTATION.article}"
    assert target["selector"] == [
        {"type": "TextPositionSelector", "start": 9, "end": 11},
        {"type": "TextQuoteSelector", "exact": "18", "prefix": "Загинуло ", "suffix": " людей"},
    ]


def test_the_bodies_say_what_they_are_for() -> None:
    bodies = to_json(replace(ANNOTATION, status=Status.REVIEW))["body"]
    assert [body["purpose"] for body in bodies] == ["tagging", "classifying", "commenting", "describing", "assessing"]


def test_the_record_that_it_is_linked_to_is_identified() -> None:
    bodies = to_json(replace(ANNOTATION, record=RECORD))["body"]
    assert bodies[2] == {"type": "SpecificResource", "purpose": "identifying", "source": f"urn:uuid:{RECORD}"}


def _without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda value: value.pop(name)


def _selector(number: int, **values: object) -> Callable[[dict[str, Any]], object]:
    return lambda value: value["target"]["selector"][number].update(values)


@pytest.mark.parametrize(
    "damage",
    [
        _without("id"),
        _without("target"),
        _without("body"),
        _without("creator"),
        _without("created"),
        lambda value: value.update(id="http://example.org/1"),
        lambda value: value.update(created="yesterday"),
        lambda value: value["body"].pop(1),
        lambda value: value["body"][3].update(value="[]"),
        lambda value: value["body"][3].update(value='{"a": NaN}'),
        lambda value: value["body"].append({"type": "TextualBody", "purpose": "assessing", "value": "lost"}),
        lambda value: value["body"].append({"purpose": "identifying", "source": "https://example.org/1"}),
        lambda value: value["body"].append({"purpose": "identifying"}),
        lambda value: value["target"]["selector"].pop(0),
        lambda value: value["target"]["selector"].pop(1),
        lambda value: value["target"].pop("state"),
        _selector(0, start=-1),
        _selector(0, start="9"),
        _selector(0, start=11),
        _selector(0, end=9.5),
        _selector(1, exact=""),
        _selector(1, exact=None),
    ],
)
def test_what_is_malformed_is_a_value_error(damage: Callable[[dict[str, Any]], object]) -> None:
    value = to_json(ANNOTATION)
    damage(value)
    with pytest.raises(ValueError, match=r"."):
        from_json(value)


def test_a_malformed_annotation_is_told_by_its_number() -> None:
    raw = written([[ANNOTATION, ANNOTATION]]).replace(b'"created"', b'"made"').replace(b'"made"', b'"created"', 1)
    with pytest.raises(ValueError, match="annotation 2: it has no “created”"):
        list(read_collection([raw]))
