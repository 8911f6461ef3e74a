# SPDX-License-Identifier: GPL-3.0-or-later
"""Which annotations are asked for by a span:(...)."""

from __future__ import annotations

import pytest

from archivist.search.annotated import SpanCondition, WantedSpans
from archivist.search.parser import parse
from archivist.search.query import Spans
from archivist.store.annotations import AnnotationText

FIGURE = AnnotationText(
    1, "id", 0, 15, "18 людей поранено", "перевірити в лікарні", "поранені", "figure", anchored=True, record=7
)
RECORDS = {"поранені": [7], "загиблі": [8, 9], "ніхто": []}


def meant(node):
    return RECORDS[node.name]


def holds(part: str) -> bool:
    node = parse(f"span:({part})").root
    assert isinstance(node, Spans)
    return SpanCondition(node, meant).holds(FIGURE, "uk")


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("людина", True),
        ("місто", False),
        ("лікарня", False),
        ("note:лікарня", True),
        ("note:людина", False),
        ("note:(лікарня OR місто)", True),
        ('"людей поранено"', True),
        ('"поранено людей"', False),
        ('"поранено людина"~0', True),
        ("=людина", False),
        ("людей*", True),
        ("лю?ей", True),
        ("людий~", True),
        ("kind:figure", True),
        ("kind:event", False),
        ("tag:Поранені", True),
        ("tag:killed", False),
        ("kind:figure людина", True),
        ("kind:event людина", False),
        ("kind:event OR людина", True),
        ("-kind:event", True),
        ("людина -note:лікарня", False),
        ("*", True),
        ("figure:поранені", True),
        ("figure:загиблі", False),
        ("figure:ніхто", False),
        ("figure:(загиблі OR поранені) людина", True),
        ("figure:поранені місто", False),
        ("-figure:загиблі", True),
    ],
)
def test_an_annotation_is_asked_for_by_its_own_words_note_tag_and_kind(part, expected):
    assert holds(part) is expected


def test_what_is_linked_to_no_record_has_none_of_any_name():
    node = parse("span:(figure:ніхто OR figure:поранені)").root
    assert not SpanCondition(node, meant).holds(FIGURE._replace(record=None), "uk")


def test_one_condition_serves_annotations_of_every_language():
    node = parse("span:mayor").root
    condition = SpanCondition(node, meant)
    quotes = ["mayors say", "mayors say", "said nothing"]
    found = [condition.holds(FIGURE._replace(quote=quote), language) for quote in quotes for language in ("en", "uk")]
    assert found == [True, True, True, True, False, False]


def test_the_wanted_spans_are_those_of_parts_that_a_found_article_answers():
    wanted = WantedSpans(parse("span:(людина) OR (а span:(kind:event)) -span:(tag:killed)").root, meant)
    annotations = [
        FIGURE,
        FIGURE._replace(quote="удар", kind="event", start=20, end=24),
        FIGURE._replace(quote="удар", tag="killed", start=30, end=34),
        FIGURE._replace(anchored=False, start=40, end=55),
    ]
    assert wanted.spans(annotations, "uk") == [(0, 15), (20, 24)]
