# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from archivist.model import Annotation, Kind, Status, Tag
from archivist.text import Utf16Map
from archivist.ui.reader.marks import Mark, MarkIndex, marks_of

SPANS = st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=120)


def mark(start: int, end: int, name: str = "") -> Mark:
    tag = Tag(1, "t", "t", Kind.EVENT, "#000000", "", None, "")
    name = name or f"{start}-{end}"
    return Mark(
        Annotation(name, "", "", start, end, "", "", "", tag, "", {}, None, Status.ANCHORED, "", "", ""), start, end
    )


def names(marks: list[Mark]) -> list[str]:
    return [each.annotation.id for each in marks]


def marks_from(spans: list[tuple[int, int]]) -> list[Mark]:
    return [mark(start, start + length, f"{number}") for number, (start, length) in enumerate(spans)]


def test_marks_are_in_reading_order_the_longer_first() -> None:
    assert names(list(MarkIndex([mark(5, 9), mark(0, 3), mark(5, 20)]))) == ["0-3", "5-20", "5-9"]


@given(SPANS, st.integers(0, 260), st.integers(1, 30))
def test_overlapping_finds_what_a_walk_through_all_finds(spans: list[tuple[int, int]], start: int, width: int) -> None:
    marks = marks_from(spans)
    expected = {each for each in marks if each.start < start + width and each.end > start}
    found = MarkIndex(marks).overlapping(start, start + width)
    assert set(found) == expected
    assert len(found) == len(expected)


@given(SPANS, st.integers(0, 200))
def test_adding_and_removing_is_the_same_as_beginning_anew(spans: list[tuple[int, int]], start: int) -> None:
    marks = marks_from(spans)
    index = MarkIndex(marks)
    added = mark(start, start + 25, "added")
    index.add(added)
    anew = MarkIndex([*marks, added])
    assert list(index) == list(anew)
    found = [index.overlapping(place, place + 5) for place in range(0, 260, 5)]
    assert found == [anew.overlapping(place, place + 5) for place in range(0, 260, 5)]
    assert index.remove("added") is added
    assert list(index) == list(MarkIndex(marks))
    found = [index.overlapping(place, place + 5) for place in range(0, 260, 5)]
    assert found == [MarkIndex(marks).overlapping(place, place + 5) for place in range(0, 260, 5)]


def test_adding_again_replaces() -> None:
    index = MarkIndex([mark(0, 5, "one")])
    index.add(mark(7, 9, "one"))
    assert [(each.start, each.end) for each in index] == [(7, 9)]


def test_removing_what_is_not_there_does_nothing() -> None:
    assert MarkIndex([mark(0, 5)]).remove("missing") is None


def test_going_round() -> None:
    index = MarkIndex([mark(0, 5), mark(7, 9), mark(20, 21)])
    first, second, third = index
    assert [index.following(each) for each in index] == [second, third, first]
    assert [index.preceding(each) for each in index] == [third, first, second]
    assert (index.first_from(6), index.first_from(30)) == (second, first)
    assert (index.last_before(7), index.last_before(0)) == (first, third)


def test_an_empty_index_leads_nowhere() -> None:
    assert (MarkIndex().first_from(0), MarkIndex().last_before(0)) == (None, None)


def test_only_annotations_on_words_get_a_mark(annotation: Callable[..., Annotation]) -> None:
    text = "😎 abc"
    given_ = [
        annotation(2, 5, id="stands"),
        annotation(2, 6, id="beyond the end"),
        annotation(3, 3, id="empty"),
        annotation(-1, 2, id="before the start"),
        annotation(0, 1, id="in review", status=Status.REVIEW),
    ]
    found = marks_of(given_, Utf16Map(text))
    assert [(each.annotation.id, each.start, each.end) for each in found] == [("stands", 3, 6)]
