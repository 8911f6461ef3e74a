# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from archivist.model import Annotation, Kind, Status, Tag
from archivist.ui.reader.label_words import LabelWords
from archivist.ui.reader.labels import Entry, LabelColumn
from archivist.ui.reader.marks import Mark

LINE, ROW, LEFT, WIDTH = 24.0, 20.0, 700.0, 200.0


def entry(line: int, width: float, name: str = "") -> Entry:
    tag = Tag(1, "t", "t", Kind.EVENT, "#000000", "", None, "")
    annotation = Annotation(name, "", "", 0, 1, "", "", "", tag, "", {}, None, Status.ANCHORED, "", "", "")
    return Entry(Mark(annotation, 0, 1), LabelWords((name,)), width, QRectF(50, line * 34.0, 100, LINE))


def placed(entries: Iterable[Entry]) -> LabelColumn:
    column = LabelColumn(LEFT, WIDTH, ROW)
    column.place(entries)
    return column


def test_a_label_stands_beside_its_line() -> None:
    (label,) = placed([entry(3, 80)]).labels
    assert label.rect.center().y() == label.line.center().y()
    assert not label.pushed


def test_labels_of_one_line_stand_side_by_side_where_they_fit() -> None:
    first, second, third = placed([entry(0, 80), entry(0, 80), entry(0, 80)]).labels
    assert first.rect.top() == second.rect.top()
    assert second.rect.left() > first.rect.right()
    assert third.rect.top() > first.rect.bottom()
    assert third.pushed


def test_a_long_label_is_shortened_to_the_column() -> None:
    (label,) = placed([entry(0, 500)]).labels
    assert (label.rect.width(), label.shortened) == (WIDTH, True)


def test_what_is_pushed_too_far_is_folded_and_can_still_be_reached() -> None:
    entries = [entry(0, 190, str(number)) for number in range(12)]
    column = placed(entries)
    (fold,) = column.folds
    assert len(column.labels) + len(fold.marks) == 12
    assert column.marks_at(fold.rect.center()) == fold.marks
    assert not any(label.rect.intersects(fold.rect) for label in column.labels)


LAYOUTS = st.lists(st.tuples(st.integers(0, 12), st.floats(14, 260)), max_size=60)


@given(LAYOUTS)
def test_no_label_covers_another_and_none_is_lost(layout: list[tuple[int, float]]) -> None:
    column = placed(entry(line, width) for line, width in sorted(layout))
    areas = [label.rect for label in column.labels] + [fold.rect for fold in column.folds]
    assert not any(one.intersects(other) for one, other in combinations(areas, 2))
    assert all(area.left() >= LEFT and area.right() <= LEFT + WIDTH for area in areas)
    assert len(column.labels) + sum(len(fold.marks) for fold in column.folds) == len(layout)


def test_a_label_is_found_by_a_point() -> None:
    column = placed([entry(0, 80, "one"), entry(2, 80, "two")])
    (mark,) = column.marks_at(column.labels[1].rect.center())
    assert mark.annotation.id == "two"
    assert column.marks_at(QPointF(LEFT + 1, 40)) == []


def in_rows(column: LabelColumn, needed: int) -> list[int]:
    """How many rows each label has, if every label that is too long would take so many."""
    column.set_lines(lambda words, width, rows: ([*words.parts] * min(rows, needed), width))
    return [round(label.rect.height() / ROW) for label in column.labels]


def test_a_long_label_goes_on_where_the_rows_below_are_free() -> None:
    assert in_rows(placed([entry(0, 500), entry(4, 80)]), 3) == [3, 1]
    assert in_rows(placed([entry(0, 500), entry(4, 80)]), 2) == [2, 1]


def test_a_long_label_leaves_the_one_below_where_it_stands() -> None:
    column = placed([entry(0, 500), entry(1, 500), entry(1, 80)])
    tops = [label.rect.top() for label in column.labels]
    assert in_rows(column, 3) == [1, 1, 1]
    assert [label.rect.top() for label in column.labels] == tops


def test_a_label_with_rows_below_still_stands_beside_its_line() -> None:
    column = placed([entry(0, 500)])
    in_rows(column, 3)
    (label,) = column.labels
    assert label.row.center().y() == label.line.center().y()
    assert not label.pushed
    assert column.marks_at(label.rect.center()) == [label.mark]


def in_words(words: LabelWords, _width: float, rows: int) -> tuple[list[str], float]:
    """A part in each row."""
    return list(words.parts[:rows]), 100.0


def test_the_label_of_the_chosen_one_says_all_over_those_below() -> None:
    long, below = entry(0, 500, "long"), entry(1, 500, "below")
    long.words = LabelWords(("18 killed", "ministry", "as of 6 Jan"))
    column = placed([long, below, entry(8, 80, "far")])
    column.set_lines(in_words)
    column.open("long", in_words)
    assert column.opened is not None
    assert column.opened.lines == ["18 killed", "ministry", "as of 6 Jan"]
    assert [column.opened.rect.intersects(label.rect) for label in column.labels] == [True, True, False]
    assert column.marks_at(column.labels[1].rect.center()) == [long.mark]
    column.open(None, in_words)
    assert column.marks_at(column.labels[1].rect.center()) == [below.mark]


def test_a_label_that_says_all_is_not_opened() -> None:
    column = placed([entry(0, 80, "short")])
    column.set_lines(in_words)
    column.open("short", in_words)
    assert column.opened is None


@given(LAYOUTS, st.integers(1, 3))
def test_no_label_covers_another_when_some_have_more_rows(layout: list[tuple[int, float]], needed: int) -> None:
    column = placed(entry(line, width) for line, width in sorted(layout))
    in_rows(column, needed)
    areas = [label.rect for label in column.labels] + [fold.rect for fold in column.folds]
    assert not any(one.intersects(other) for one, other in combinations(areas, 2))
