# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter

from archivist.model import Annotation
from archivist.ui.reader import Arc
from archivist.ui.reader.arc_paths import Curve, between, out_of_sight, to_point
from archivist.ui.reader.arcs import Arcs, Seen
from archivist.ui.reader.marks import MarkIndex
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import LIGHT

Annotate = Callable[..., Annotation]
TEXT = "Заголовок дня\n" + "слово за словом " * 12 + "Дорошенко " + "і далі слово " * 14 + "міністерство сказало це."
LONG = "Заголовок\n" + "\n".join(f"{n}: " + "слово за словом " * 20 for n in range(80))

PLACES = st.builds(
    lambda line, left, width: [QRectF(left, line * 30.0, width, 20)],
    st.integers(0, 12), st.floats(0, 500), st.floats(4, 200),
)  # fmt: skip


# Curves


@given(PLACES, PLACES, st.integers(0, 3))
def test_a_curve_begins_and_ends_beside_the_words(source: list[QRectF], target: list[QRectF], number: int) -> None:
    curve = between(source, target, number)
    for point, words in ((curve.start, source[0]), (curve.end, target[0])):
        near = words.adjusted(-1, -4, 1 + number * 8, 5)
        assert near.contains(point)


def test_it_runs_from_the_nearer_lines() -> None:
    source, target = [QRectF(300, 0, 100, 20), QRectF(0, 30, 50, 20)], [QRectF(200, 90, 60, 20)]
    curve = between(source, target)
    assert (curve.start.x(), curve.end.x()) == (25, 230)
    assert curve.start.y() > 50
    assert curve.end.y() < 91
    back = between(target, source)
    assert (back.start, back.end) == (curve.end, curve.start)


def test_on_one_line_it_runs_above_the_words() -> None:
    curve = between([QRectF(0, 60, 50, 20)], [QRectF(200, 60, 60, 20)])
    assert 45 < curve.at(0.5).y() < 60


def test_from_words_within_others_it_can_be_seen() -> None:
    curve = between([QRectF(0, 60, 200, 20)], [QRectF(80, 60, 40, 20)])
    assert abs(curve.end.x() - curve.start.x()) > 10


def test_two_between_the_same_words_lie_apart() -> None:
    ends = [QRectF(0, 0, 50, 20)], [QRectF(200, 90, 60, 20)]
    assert between(*ends, number=0).at(0.5) != between(*ends, number=1).at(0.5)


@given(PLACES, st.booleans(), st.booleans())
def test_a_curve_out_of_sight_runs_to_the_edge(words: list[QRectF], upwards: bool, leaves: bool) -> None:
    edge = -40.0 if upwards else 700.0
    curve = out_of_sight(words, edge, leaves=leaves)
    assert (curve.end if leaves else curve.start).y() == edge
    assert abs((curve.start if leaves else curve.end).y() - words[0].center().y()) < 20


def test_a_line_to_a_point_ends_there() -> None:
    curve = to_point([QRectF(0, 0, 50, 20)], QPointF(400, 300))
    assert (curve.start, curve.end) == (QPointF(50, 20), QPointF(400, 300))
    assert curve.at(1) == curve.end


@given(PLACES, PLACES, st.floats(0, 400))
def test_where_a_curve_crosses_a_height(source: list[QRectF], target: list[QRectF], height: float) -> None:
    curve = between(source, target)
    part = curve.crossing(height)
    if part is not None and source[0].top() != target[0].top():
        assert abs(curve.at(part).y() - height) < 1


def test_the_arrow_head_is_at_the_end_and_points_there() -> None:
    curve = Curve(QPointF(0, 0), QPointF(10, 0), QPointF(90, 0), QPointF(100, 0))
    tip, *base = list(curve.head())
    assert tip == QPointF(100, 0)
    assert all(90 < point.x() < 95 for point in base)
    assert all(hypot(one.x() - other.x(), one.y() - other.y()) > 1 for one, other in pairwise([tip, *base]))


# Arcs over a text


@pytest.fixture
def article(view: ArticleView, quoted: Annotate) -> ArticleView:
    view.show_article(
        TEXT,
        [
            quoted(TEXT, "Заголовок", "event", id="event"),
            quoted(TEXT, "Дорошенко", "actor", id="person"),
            quoted(TEXT, "міністерство", "actor", id="ministry"),
        ],
    )
    return view


def look(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


def differing(one: QImage, other: QImage) -> list[QPoint]:
    return [
        QPoint(x, y) for x in range(one.width()) for y in range(one.height()) if one.pixel(x, y) != other.pixel(x, y)
    ]


def test_arcs_are_drawn_when_they_are_given_and_no_longer(article: ArticleView) -> None:
    before = look(article)
    article.show_arcs([Arc("1", "participant", "event", "person", "participant")])
    assert look(article) != before
    article.show_arcs([])
    assert look(article) == before


def test_an_arc_is_drawn_from_the_one_to_the_other(article: ArticleView) -> None:
    before = look(article)
    article.show_arcs([Arc("1", "participant", "event", "person", "")])
    drawn = differing(before, look(article))
    places = article._layer.places(0, 600)
    for id_ in ("event", "person"):
        near = places[id_][0].adjusted(-2, -8, 2, 8)
        assert any(near.contains(QPointF(point)) for point in drawn), id_
    below = places["ministry"][0].top()
    assert all(point.y() < below for point in drawn)


def test_the_words_below_an_arc_can_still_be_seen(article: ArticleView) -> None:
    article.show_arcs([Arc("1", "participant", "event", "ministry", "")])
    before = differing(look(article), _without_arcs(article))
    assert len(before) < 3000  # a thin line, and nothing else


def _without_arcs(view: ArticleView) -> QImage:
    arcs = view._arcs._arcs
    view.show_arcs([])
    image = look(view)
    view.show_arcs(arcs)
    return image


def test_those_of_the_chosen_annotation_stand_out(article: ArticleView) -> None:
    def weight(id_: str | None) -> int:
        article.choose(id_)
        bare = _without_arcs(article)
        article.show_arcs(arcs)
        shown = look(article)
        return sum(
            abs(shown.pixelColor(point).lightness() - bare.pixelColor(point).lightness())
            for point in differing(bare, shown)
        )

    arcs = [Arc("1", "participant", "event", "person", "")]
    article.show_arcs(arcs)
    assert weight("event") > 1.3 * weight("ministry")


def test_an_end_out_of_sight_is_drawn_to_the_edge(view: ArticleView, annotation: Annotate) -> None:
    far = LONG.index("60: ")
    view.show_article(LONG, [annotation(12, 30, id="near"), annotation(far, far + 10, id="far")])
    before = look(view)
    view.show_arcs([Arc("1", "cause", "near", "far", "cause")])
    rows = {point.y() for point in differing(before, look(view))}
    assert max(rows) >= view.viewport().height() - 2


def test_arcs_with_both_ends_out_of_sight_are_not_drawn(view: ArticleView, annotation: Annotate) -> None:
    first, second = LONG.index("50: "), LONG.index("60: ")
    view.show_article(LONG, [annotation(first, first + 9, id="a"), annotation(second, second + 9, id="b")])
    before = look(view)
    view.show_arcs([Arc("1", "cause", "a", "b", "cause")])
    assert look(view) == before


@pytest.mark.parametrize("ends", [("event", "gone"), ("gone", "event"), ("gone", "lost")])
def test_an_arc_to_what_is_not_shown_is_not_drawn(article: ArticleView, ends: tuple[str, str]) -> None:
    before = look(article)
    article.show_arcs([Arc("1", "cause", *ends, "cause")])
    assert look(article) == before


def test_a_scrolled_view_shows_what_a_fresh_one_shows(view: ArticleView, annotation: Annotate) -> None:
    view.show_article(LONG, [annotation(n, n + 25, id=str(n)) for n in range(20, 9000, 310)])
    view.show_arcs([Arc(str(n), "cause", str(n), str(n + 310 * 3), "cause") for n in range(20, 7000, 620)])
    for _ in range(20):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 37)
        view.viewport().grab()
    scrolled = look(view)
    view._laid_out()
    assert look(view) == scrolled


def test_another_article_has_no_arcs(article: ArticleView, quoted: Annotate) -> None:
    article.show_arcs([Arc("1", "participant", "event", "person", "participant")])
    article.show_article(TEXT, [quoted(TEXT, "Заголовок", "event", id="event")])
    assert len(article._arcs) == 0


def test_the_word_of_an_arc_stands_in_the_white_between_lines(article: ArticleView) -> None:
    article.show_arcs([Arc("1", "cause", "event", "ministry", "")])
    without = look(article)
    article.show_arcs([Arc("1", "cause", "event", "ministry", "cause")])
    rows = [point.y() for point in differing(without, look(article))]
    middle = (min(rows) + max(rows)) / 2
    assert min(abs(middle - gap) for gap in article._layer.geometry.gaps(0, 600)) < 4


def test_words_of_arcs_do_not_cover_each_other(article: ArticleView) -> None:
    def covered(count: int) -> int:
        arcs = [Arc(str(n), "cause", "event", "ministry", "") for n in range(count)]
        article.show_arcs(arcs)
        without = look(article)
        article.show_arcs([replace(arc, label="cause") for arc in arcs])
        return len(differing(without, look(article)))

    assert covered(3) > 2.5 * covered(1)


def test_the_gaps_are_between_the_lines(article: ArticleView) -> None:
    gaps = article._layer.geometry.gaps(0, 600)
    lines = [rect for rects in article._layer.places(0, 600).values() for rect in rects]
    assert len(gaps) > 5
    assert not any(rect.top() + 4 < gap < rect.bottom() for gap in gaps for rect in lines)


def test_what_is_not_seen_costs_nothing() -> None:
    arcs = Arcs()
    arcs.show(Arc(str(n), "cause", f"a{n}", f"b{n}", "cause") for n in range(1000))
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    before = image.copy()
    with QPainter(image) as painter:
        arcs.paint(painter, Seen(0, 100, {}), MarkIndex(), frozenset(), QFont(), LIGHT)
    assert image == before
