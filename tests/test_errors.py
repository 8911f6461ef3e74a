# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pickle
import string
from collections.abc import Iterator

import pytest

from archivist.errors import ArchivistError, ArticleNotFound, SpanOutsideText, StepStays


def _all(kind: type[ArchivistError]) -> Iterator[type[ArchivistError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _all(child)


@pytest.mark.parametrize("kind", list(_all(ArchivistError)), ids=lambda kind: kind.__name__)
def test_every_error_says_what_happened_with_its_own_fields(kind: type[ArchivistError]) -> None:
    names = set(kind.fields)
    quoted = {name for _, name, _, _ in string.Formatter().parse(kind.sentence + kind.remedy) if name}
    assert kind.sentence.endswith((".", ":", "}"))
    assert kind.sentence != ArchivistError.sentence
    assert quoted <= names


def test_an_error_reads_as_a_sentence_and_a_remedy() -> None:
    assert str(SpanOutsideText(5, 9, 7)) == (
        "The span 5:9 is not inside the text, which has 7 characters. Give a start below the end, both between 0 and 7."
    )


def test_braces_in_what_is_quoted_are_harmless() -> None:
    assert "{path}" in str(ArticleNotFound("{path}"))


def test_an_error_crosses_to_another_process() -> None:
    # What multiprocessing does with an exception; the program itself stores no pickle.
    again = pickle.loads(pickle.dumps(SpanOutsideText(start=5, end=9, length=7)))  # noqa: S301
    assert again.details() == {"start": 5, "end": 9, "length": 7}


def test_an_error_tells_its_fields_to_who_looks_for_a_bug() -> None:
    assert repr(SpanOutsideText(5, end=9, length=7)) == "SpanOutsideText(start=5, end=9, length=7)"


@pytest.mark.parametrize(
    ("values", "named"),
    [((5,), {}), ((5, 9, 7, 1), {}), ((5, 9, 7), {"length": 7}), ((5, 9), {"length": 7, "unknown": 1}), ((), {})],
)
def test_an_error_is_made_of_exactly_its_fields(values: tuple[int, ...], named: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="SpanOutsideText"):
        SpanOutsideText(*values, **named)


def test_a_field_may_have_a_usual_value() -> None:
    assert StepStays("a", "why").details() == {"action": "a", "why": "why", "later": None}
    assert StepStays("a", "why", 9).later == 9
