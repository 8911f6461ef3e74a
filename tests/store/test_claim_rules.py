# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from math import inf
from typing import Any

import pytest

from archivist.model import Annotation, Claim, Kind, Status, Tag
from archivist.store.claim_rules import disagree, marked, possible

TAG = Tag(1, "t", "killed", Kind.FIGURE, "#000000", "", None, "")
DAY = "2022-01-06"


def claim(id_: str = "a", record: str | None = "r", **fields: Any) -> Claim:
    annotation = Annotation(id_, "x", "v", 0, 2, "18", "", "", TAG, "", {}, record, Status.ANCHORED, "O", "", "")
    texts = dict.fromkeys(("title", "outlet", "published", "approximation", "unit", "counted", "as_of", "claimant"), "")
    none = dict.fromkeys(("value", "low", "high", "claimant_record", "event_record"), None)
    lists = {"replaces": (), "replaced_by": (), "contradicts": ()}
    return Claim(annotation, **{**texts, **none, **lists, "as_of": DAY, **fields})


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"value": 18}, (18, 18)),
        ({"value": 18, "approximation": "exact"}, (18, 18)),
        ({"value": 400, "approximation": "about"}, (360, 440)),
        ({"value": -10, "approximation": "about"}, (-11, -9)),
        ({"value": 400, "approximation": "almost"}, (360, 400)),
        ({"value": 1000, "approximation": "more_than"}, (1000, inf)),
        ({"value": 1000, "approximation": "at_least"}, (1000, inf)),
        ({"value": 5, "approximation": "up_to"}, (-inf, 5)),
        ({"low": 5, "high": 7}, (5, 7)),
        ({"low": 5}, (5, inf)),
        ({"high": 7}, (-inf, 7)),
        ({"low": 100, "high": 200, "approximation": "about"}, (90, 220)),
        ({"low": 0, "value": None}, (0, inf)),
        ({"value": 0}, (0, 0)),
        ({}, None),
    ],
)
def test_a_claim_leaves_some_numbers_possible(fields: dict[str, Any], expected: tuple[float, float] | None) -> None:
    assert possible(claim(**fields)) == (None if expected is None else pytest.approx(expected))


AGREE = [
    ({"value": 18}, {"value": 18}),
    ({"value": 1000, "approximation": "more_than"}, {"value": 1200}),
    ({"value": 1000, "approximation": "more_than"}, {"value": 1000}),
    ({"value": 1000, "approximation": "more_than"}, {"value": 4000, "approximation": "at_least"}),
    ({"value": 400, "approximation": "about"}, {"value": 385}),
    ({"value": 400, "approximation": "almost"}, {"value": 396}),
    ({"low": 5, "high": 7}, {"value": 6}),
    ({"value": 2500}, {"low": 2000, "high": 3000}),
    ({"value": 50, "approximation": "up_to"}, {"value": 12}),
    ({"value": 18, "as_of": "2022-01-06"}, {"value": 26, "as_of": "2022-01-07"}),
    ({"value": 18, "as_of": "2022-01-06"}, {"value": 26, "as_of": "2022-02"}),
    ({"value": 18, "unit": "%"}, {"value": 26, "unit": "люди"}),
    ({"value": 18}, {}),
    ({"value": 18, "as_of": "", "published": ""}, {"value": 26}),
    ({"value": 18, "record": "other"}, {"value": 26}),
    ({"value": 18, "record": None}, {"value": 26, "record": None}),
]
DISAGREE = [
    ({"value": 18}, {"value": 26}),
    ({"value": 1000, "approximation": "more_than"}, {"value": 800}),
    ({"value": 1000, "approximation": "at_least"}, {"value": 900, "approximation": "up_to"}),
    ({"value": 400, "approximation": "about"}, {"value": 300}),
    ({"value": 400, "approximation": "almost"}, {"value": 401}),
    ({"low": 5, "high": 7}, {"value": 8}),
    ({"low": 5, "high": 7}, {"low": 8, "high": 9}),
    ({"value": 18, "as_of": "2022-01"}, {"value": 26, "as_of": "2022-01-06"}),
    ({"value": 18, "as_of": "2022-01-05/2022-01-08"}, {"value": 26, "as_of": "2022-01-08~"}),
    ({"value": 18, "unit": "Люди"}, {"value": 26, "unit": "люди"}),
    ({"value": 18, "unit": ""}, {"value": 26, "unit": "люди"}),
    ({"value": 18, "as_of": "", "published": DAY}, {"value": 26}),
    ({"value": 18, "as_of": "no date", "published": DAY}, {"value": 26}),
]


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_claims_that_may_both_be_right_agree(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not disagree(claim(**one), claim(**other))
    assert not disagree(claim(**other), claim(**one))
    assert [each.disagrees for each in marked([claim("a", **one), claim("b", **other)])] == [(), ()]


@pytest.mark.parametrize(("one", "other"), DISAGREE)
def test_claims_that_cannot_both_be_right_disagree(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert disagree(claim(**one), claim(**other))
    assert disagree(claim(**other), claim(**one))
    assert [each.disagrees for each in marked([claim("a", **one), claim("b", **other)])] == [("b",), ("a",)]


def test_a_claim_that_replaces_another_does_not_disagree_with_it() -> None:
    claims = [
        claim("first", value=18),
        claim("second", value=26, replaces=("first",)),
        claim("third", value=30, replaces=("second",)),
        claim("rival", value=40, replaces=("first",)),
    ]
    assert {each.annotation.id: each.disagrees for each in marked(claims)} == {
        "first": (),
        "second": ("rival",),
        "third": ("rival",),
        "rival": ("second", "third"),
    }


def test_claims_that_replace_each_other_end() -> None:
    claims = [claim("a", value=1, replaces=("b",)), claim("b", value=2, replaces=("a",))]
    assert [each.disagrees for each in marked(claims)] == [(), ()]


def test_what_somebody_calls_a_contradiction_is_one() -> None:
    claims = [claim("a", value=18, contradicts=("elsewhere", "b")), claim("b", value=26, contradicts=("a",))]
    assert [each.disagrees for each in marked(claims)] == [("elsewhere", "b"), ("a",)]
    assert [each.disagrees for each in marked([claim("a", contradicts=("b",))])] == [("b",)]


def test_claims_keep_their_order_and_tell_only_some() -> None:
    claims = [claim(str(number), value=number, as_of="2022" if number % 2 else DAY) for number in range(50)]
    found = marked(claims)
    assert [each.annotation.id for each in found] == [each.annotation.id for each in claims]
    assert {len(each.disagrees) for each in found} == {20}
