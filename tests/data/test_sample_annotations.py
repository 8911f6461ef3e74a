# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample annotations stand on the words that they quote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from archivist.dates import date_range
from archivist.text import occurrences, whole_graphemes

Annotation = dict[str, Any]
FIGURE_ATTRIBUTES = {"value", "low", "high", "approximation", "unit", "counted", "claimant", "as_of"}
APPROXIMATIONS = {"exact", "about", "at_least", "more_than", "almost", "up_to"}


@pytest.fixture(scope="session")
def annotated_files(data_folder: Path) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = json.loads((data_folder / "annotations.json").read_text("utf-8"))
    return files


@pytest.fixture(scope="session")
def kinds(tags: list[dict[str, Any]]) -> dict[str, str]:
    return {tag["name"]: tag["kind"] for tag in tags}


def _annotations(files: list[dict[str, Any]]) -> Iterator[tuple[str, Annotation]]:
    for entry in files:
        for annotation in entry["annotations"]:
            yield entry["file"], annotation


def _span(text: str, annotation: Annotation) -> tuple[int, int]:
    start = occurrences(text, annotation["quote"])[annotation["occurrence"] - 1]
    return start, start + len(annotation["quote"])


def test_there_are_enough_of_them(annotated_files: list[dict[str, Any]]) -> None:
    assert len(annotated_files) >= 6
    assert sum(1 for _ in _annotations(annotated_files)) >= 60


def test_each_quote_is_in_its_article_at_that_occurrence(
    annotated_files: list[dict[str, Any]], sample_texts: dict[str, str]
) -> None:
    for file, annotation in _annotations(annotated_files):
        found = len(occurrences(sample_texts[file], annotation["quote"]))
        assert 1 <= annotation["occurrence"] <= found, (file, annotation["quote"])


def test_no_quote_of_a_page_depends_on_how_much_of_the_page_is_read(
    annotated_files: list[dict[str, Any]], sample_texts: dict[str, str]
) -> None:
    # Whether a reader keeps the standfirst or a caption must not move an occurrence in the body.
    for file, annotation in _annotations(annotated_files):
        if file.endswith(".html"):
            assert annotation["occurrence"] == 1
            first = sample_texts[file].index(annotation["quote"])
            assert first > sample_texts[file].index("\n"), annotation["quote"]


def test_no_quote_cuts_a_character(annotated_files: list[dict[str, Any]], sample_texts: dict[str, str]) -> None:
    for file, annotation in _annotations(annotated_files):
        span = _span(sample_texts[file], annotation)
        assert whole_graphemes(sample_texts[file], *span) == span


def test_each_tag_is_in_the_codebook_and_every_tag_is_shown_once(
    annotated_files: list[dict[str, Any]], kinds: dict[str, str]
) -> None:
    assert {annotation["tag"] for _, annotation in _annotations(annotated_files)} == set(kinds)


def test_no_span_has_the_same_tag_twice(annotated_files: list[dict[str, Any]], sample_texts: dict[str, str]) -> None:
    seen = [
        (file, annotation["tag"], *_span(sample_texts[file], annotation))
        for file, annotation in _annotations(annotated_files)
    ]
    assert len(set(seen)) == len(seen)


def test_some_are_nested_and_some_overlap(annotated_files: list[dict[str, Any]], sample_texts: dict[str, str]) -> None:
    nested = overlapping = 0
    for entry in annotated_files:
        spans = sorted(_span(sample_texts[entry["file"]], annotation) for annotation in entry["annotations"])
        for (start, end), (later_start, later_end) in combinations(spans, 2):
            nested += start <= later_start and later_end <= end
            overlapping += start < later_start < end < later_end
    assert nested >= 10
    assert overlapping >= 3


def test_a_figure_says_how_much_of_what(annotated_files: list[dict[str, Any]], kinds: dict[str, str]) -> None:
    for _, annotation in _annotations(annotated_files):
        if kinds[annotation["tag"]] != "figure":
            continue
        attributes = annotation["attributes"]
        assert set(attributes) <= FIGURE_ATTRIBUTES
        assert ("value" in attributes) != ("low" in attributes and "high" in attributes)
        assert attributes.get("low", 0) <= attributes.get("high", 0)
        assert attributes["approximation"] in APPROXIMATIONS
        assert attributes["unit"]
        assert attributes["counted"]


def test_every_date_is_edtf(annotated_files: list[dict[str, Any]]) -> None:
    for _, annotation in _annotations(annotated_files):
        for name in ("as_of", "edtf"):
            if name in annotation["attributes"]:
                date_range(annotation["attributes"][name])
