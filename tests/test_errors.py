# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pickle
import string
from collections.abc import Iterator
from dataclasses import fields

import pytest

from archivist.errors import ArchivistError, ArticleNotFound, SpanOutsideText


def _all(kind: type[ArchivistError]) -> Iterator[type[ArchivistError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _all(child)


@pytest.mark.parametrize("kind", list(_all(ArchivistError)), ids=lambda kind: kind.__name__)
def test_every_error_says_what_happened_with_its_own_fields(kind: type[ArchivistError]) -> None:
    names = {field.name for field in fields(kind)}
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
