# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from archivist.model import Annotation, Kind, Suggestion
from archivist.ui.reader.label_words import Labels

Annotate = Callable[..., Annotation]


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({}, "killed"),
        ({"value": 18}, "18 killed"),
        ({"value": 18, "approximation": "exact"}, "18 killed"),
        ({"value": 18, "approximation": "at_least"}, "≥18 killed"),
        ({"value": 1200, "approximation": "more_than"}, ">1,200 killed"),
        ({"value": 400, "approximation": "almost"}, "≲400 killed"),
        ({"low": 3, "high": 5}, "3–5 killed"),
        ({"value": 2.5, "approximation": "about"}, "≈2.5 killed"),
        ({"value": 1e15}, "1,000,000,000,000,000 killed"),
        ({"value": "eighteen"}, "eighteen killed"),
        ({"value": None, "low": 4}, "4 killed"),
        ({"value": 12, "unit": "percent"}, "12% killed"),
        ({"value": 12, "unit": "%"}, "12% killed"),
        ({"value": 40, "unit": "км"}, "40\u00a0км killed"),
        ({"value": 18, "unit": "осіб", "counted": "officers"}, "18 killed"),
        ({"claimant": "interior ministry"}, "killed · interior ministry"),
        ({"value": 18, "as_of": "2022-01-06"}, "18 killed · as of 6 Jan"),
        (
            {"value": 18, "claimant": "interior ministry", "as_of": "2022-01-06"},
            "18 killed · interior ministry · as of 6 Jan",
        ),
        ({"value": 18, "as_of": "2021-12-30"}, "18 killed · as of 30 Dec 2021"),
        ({"value": 18, "as_of": "2022-01~"}, "18 killed · as of ≈Jan"),
        ({"value": 18, "claimant": "a\nb  c"}, "18 killed · a b c"),
        ({"value": 18, "claimant": "", "as_of": ""}, "18 killed"),
    ],
)
def test_a_figure_is_labelled_as_a_claim(annotation: Annotate, attributes: dict[str, Any], text: str) -> None:
    figure = annotation(0, 1, "figure", name="killed", attributes=attributes)
    assert Labels("2022-01-08").of_annotation(figure).text == text


def test_a_year_is_said_where_it_is_not_known_when_the_article_was_published(annotation: Annotate) -> None:
    figure = annotation(0, 1, "figure", name="killed", attributes={"value": 1, "as_of": "2022-01-06"})
    assert Labels().of_annotation(figure).parts == ("1 killed", "as of 6 Jan 2022")


def test_an_actor_is_labelled_with_its_tag_alone(annotation: Annotate) -> None:
    actor = annotation(0, 1, "actor", name="ministry", attributes={"value": 5})
    assert Labels().of_annotation(actor).text == "ministry"


def test_a_linked_annotation_is_labelled_with_its_record(annotation: Annotate) -> None:
    words = Labels().of_annotation(annotation(0, 1, "actor", name="person"), "Олена Дорошенко")
    assert words.text == "person · Олена Дорошенко"
    assert words.parts[words.telling] == "Олена Дорошенко"


def test_a_linked_figure_is_a_claim_first(annotation: Annotate) -> None:
    figure = annotation(0, 1, "figure", name="killed", attributes={"value": 3})
    words = Labels().of_annotation(figure, "killed at the dam")
    assert (words.parts, words.telling) == (("3 killed", "killed at the dam"), 0)


def test_a_date_is_labelled_with_what_it_means(annotation: Annotate) -> None:
    date = annotation(0, 1, "event", name="date", attributes={"edtf": "2022-01-05"})
    assert Labels("2022").of_annotation(date).text == "date"
    tag = type(date.tag)(1, "d", "date", Kind.DATE, "#8a3a7d", "", None, "")
    dated = Annotation(*(tag if name == "tag" else getattr(date, name) for name in Annotation.__slots__))
    assert Labels("2022").of_annotation(dated).text == "date · 5 Jan"


def suggested(kind: Kind, attributes: dict[str, Any] | None = None, **fields: Any) -> Suggestion:
    return Suggestion(0, 5, "", kind, attributes or {}, 0.9, "reader", **fields)


@pytest.mark.parametrize(
    ("suggestion", "text"),
    [
        (
            suggested(Kind.FIGURE, {"value": 400, "approximation": "almost", "counted": "поранені"}),
            "≲400 поранені",
        ),
        (suggested(Kind.FIGURE, {"value": 400, "counted": "поранені"}, tag="t"), "400 wounded"),
        (suggested(Kind.FIGURE, {"value": 400}), "400 figure"),
        (
            suggested(Kind.FIGURE, {"value": 4, "counted": "x", "claimant": "МВС", "as_of": "2022-01-06"}),
            "4 x · МВС · as of 6 Jan",
        ),
        (suggested(Kind.DATE, {"edtf": "2021-12"}), "date · Dec 2021"),
        (suggested(Kind.ACTOR, record="r"), "Олена Дорошенко"),
        (suggested(Kind.ACTOR, record="r", tag="t"), "wounded · Олена Дорошенко"),
        (suggested(Kind.ACTOR, record="unknown"), "actor"),
        (suggested(Kind.EVENT, tag="t"), "wounded"),
    ],
)
def test_a_suggestion_says_what_it_would_become(suggestion: Suggestion, text: str) -> None:
    names = {"t": "wounded", "r": "Олена Дорошенко"}
    assert Labels("2022-01-08").of_suggestion(suggestion, names).text == text


@pytest.mark.parametrize(
    ("confidence", "said"), [(1.0, "sure, 100%"), (0.85, "sure, 85%"), (0.5, "fairly sure, 50%"), (0.3, "a guess, 30%")]
)
def test_how_sure_a_suggestion_is(confidence: float, said: str) -> None:
    assert Labels().of_confidence(confidence) == said
