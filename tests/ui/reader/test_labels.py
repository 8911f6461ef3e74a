# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPointF, QRectF

from archivist.model import Annotation, Kind, Status, Tag
from archivist.ui.reader.labels import Entry, LabelColumn, label_text
from archivist.ui.reader.marks import Mark

LINE, ROW, LEFT, WIDTH = 24.0, 20.0, 700.0, 200.0


def entry(line: int, width: float, name: str = "") -> Entry:
    tag = Tag(1, "t", "t", Kind.EVENT, "#000000", "", None, "")
    annotation = Annotation(name, "", "", 0, 1, "", "", "", tag, "", {}, None, Status.ANCHORED, "", "", "")
    return Entry(Mark(annotation, 0, 1), name, width, QRectF(50, line * 34.0, 100, LINE))


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


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({}, "killed"),
        ({"value": 18}, "killed 18"),
        ({"value": 18, "approximation": "at_least"}, "killed ≥18"),
        ({"value": 1200, "approximation": "more_than"}, "killed >1,200"),
        ({"low": 3, "high": 5}, "killed 3–5"),
        ({"value": 2.5, "approximation": "about"}, "killed ≈2.5"),
        ({"value": 1e15}, "killed 1,000,000,000,000,000"),
        ({"value": "eighteen"}, "killed eighteen"),
        ({"value": None, "low": 4}, "killed 4"),
    ],
)
def test_a_figure_is_labelled_with_its_value(
    annotation: Callable[..., Annotation], attributes: dict[str, object], text: str
) -> None:
    figure = annotation(0, 1, "figure", name="killed", attributes=attributes)
    assert label_text(figure, QLocale(QLocale.Language.English)) == text


def test_an_actor_is_labelled_with_its_tag_alone(annotation: Callable[..., Annotation]) -> None:
    actor = annotation(0, 1, "actor", name="ministry", attributes={"value": 5})
    assert label_text(actor, QLocale.c()) == "ministry"
