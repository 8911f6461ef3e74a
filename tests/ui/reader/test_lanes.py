# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.model import Annotation, Kind, Status, Tag
from archivist.ui.reader.lanes import lanes_of
from archivist.ui.reader.marks import Mark, MarkIndex

SPANS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=120)


def mark(start: int, end: int, name: str = "") -> Mark:
    tag = Tag(1, "t", "t", Kind.EVENT, "#000000", "", None, "")
    annotation = Annotation(
        name or f"{start}", "", "", start, end, "", "", "", tag, "", {}, None, Status.ANCHORED, *"   "
    )
    return Mark(annotation, start, end)


def in_order(marks: list[Mark]) -> list[Mark]:
    return list(MarkIndex(marks))


@given(SPANS)
def test_no_two_that_overlap_share_a_lane(spans: list[tuple[int, int]]) -> None:
    marks = in_order([mark(start, start + length, f"{number}") for number, (start, length) in enumerate(spans)])
    lanes = lanes_of(marks)
    for one in marks:
        lane, count = lanes[one]
        assert 0 <= lane < count
        for other in marks:
            if other is not one and other.start < one.end and one.start < other.end:
                assert lanes[other][0] != lane
                assert lanes[other][1] == count


@pytest.mark.parametrize("more", [0, 100], ids=["tidy", "swept"])
def test_apart_from_others_a_mark_is_in_the_first_lane(more: int) -> None:
    alone = mark(0, 5)
    assert lanes_of([alone, *(mark(1000 + n, 1010 + n) for n in range(more))])[alone] == (0, 1)


def test_the_inner_mark_is_nearer_to_the_words() -> None:
    marks = in_order([mark(0, 50), mark(10, 40), mark(20, 30)])
    assert [lanes_of(marks)[each][0] for each in marks] == [2, 1, 0]


def test_no_marks_have_no_lanes() -> None:
    assert lanes_of([]) == {}
