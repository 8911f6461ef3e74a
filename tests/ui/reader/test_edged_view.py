# SPDX-License-Identifier: GPL-3.0-or-later
"""Dragging the edges of the chosen annotation."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from archivist.language.edges import Edge
from archivist.model import Annotation
from archivist.text import whole_graphemes
from archivist.ui.reader.view import ArticleView

Annotate = Callable[..., Annotation]
PointAt = Callable[[ArticleView, int], QPoint]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TEXT = "Заголовок дня\nРечниця міністерства Олена Дорошенко повідомила про 18 загиблих на складі 🚒👩‍👩‍👧."
HEBREW = "כותרת\nהעיתון כתב על חמישה עשר אנשים בעיר הגדולה."
LONG = "Заголовок\n" + "\n".join(f"{n}: " + "слово за словом " * 20 for n in range(80))


@pytest.fixture
def article(view: ArticleView, quoted: Annotate) -> ArticleView:
    view.set_edges_movable(True)
    show(view, TEXT, quoted(TEXT, "Олена Дорошенко", "actor", id="person"))
    return view


@pytest.fixture
def wanted(view: ArticleView) -> list[tuple[str, str]]:
    """The annotations whose edges were dragged, and the words that they are to have."""
    heard: list[tuple[str, str]] = []
    view.span_wanted.connect(lambda id_, start, end: heard.append((id_, view.article_text[start:end])))
    return heard


def show(view: ArticleView, text: str, annotation: Annotation, *others: Annotation) -> None:
    view.show_article(text, [annotation, *others])
    view.choose(annotation.id)
    view.grab()


def grip(view: ArticleView, edge: Edge) -> QPoint:
    """A point at an edge of the chosen annotation, in px of the viewport."""
    found = next(each for each in view._grips() if each.edge is edge)
    return QPointF(found.x, (found.top + found.bottom) / 2 - view.verticalScrollBar().value()).toPoint()


def before(view: ArticleView, offset: int) -> QPoint:
    """A point at the leading side of a character (code point), in px of the viewport."""
    sides = view._layer.geometry.sides(view._map.to_utf16(offset))
    assert sides is not None
    return QPointF(sides.leading, sides.line.center().y() - view.verticalScrollBar().value()).toPoint()


def move(view: ArticleView, point: QPoint, held: Qt.KeyboardModifier = NONE, buttons: Qt.MouseButton = LEFT) -> None:
    where = QPointF(view.viewport().mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), where, Qt.MouseButton.NoButton, buttons, held)
    QApplication.sendEvent(view.viewport(), event)


def press(view: ArticleView, edge: Edge, to: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    """Take hold of an edge and move the pointer to a point."""
    start = grip(view, edge)
    QTest.mousePress(view.viewport(), LEFT, held, start)
    for step in range(1, 6):
        move(view, start + (to - start) * (step / 5), held)


def drag(view: ArticleView, edge: Edge, to: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    press(view, edge, to, held)
    QTest.mouseRelease(view.viewport(), LEFT, held, to)


@pytest.mark.parametrize(
    ("edge", "to", "held", "expected"),
    [
        (Edge.END, "енко", NONE, "Олена Дорош"),
        (Edge.END, " повідомила", NONE, "Олена Дорошенко"),
        (Edge.END, "ла про", NONE, "Олена Дорошенко повідоми"),
        (Edge.END, "домила про", CTRL, "Олена Дорошенко"),
        (Edge.END, "ила про", CTRL, "Олена Дорошенко повідомила"),
        (Edge.START, "іністерства", NONE, "іністерства Олена Дорошенко"),
        (Edge.START, "іністерства", CTRL, "міністерства Олена Дорошенко"),
        (Edge.START, "рошенко", NONE, "рошенко"),
        (Edge.START, "рошенко", CTRL, "Дорошенко"),
        (Edge.START, "загиблих", NONE, "о"),  # beyond the other edge
        (Edge.END, "Речниця", NONE, "О"),
    ],
)
def test_an_edge_follows_the_pointer(
    article: ArticleView, wanted: list[tuple[str, str]], edge: Edge, to: str, held: Qt.KeyboardModifier, expected: str
) -> None:
    drag(article, edge, before(article, TEXT.index(to)), held)
    assert wanted == ([] if expected == "Олена Дорошенко" else [("person", expected)])
    assert article.selection() is None
    assert article.chosen == "person"


def test_over_several_lines(view: ArticleView, annotation: Annotate, wanted: list[tuple[str, str]]) -> None:
    view.set_edges_movable(True)
    show(view, LONG, annotation(13, 30, id="long"))
    target = LONG.index("\n1: ") + 90
    assert before(view, target).y() > grip(view, Edge.END).y() + 100
    drag(view, Edge.END, before(view, target))
    assert wanted == [("long", LONG[13:target])]


def test_from_right_to_left(view: ArticleView, quoted: Annotate, wanted: list[tuple[str, str]]) -> None:
    view.set_edges_movable(True)
    show(view, HEBREW, quoted(HEBREW, "חמישה עשר", id="figure"))
    assert grip(view, Edge.START).x() > grip(view, Edge.END).x()
    drag(view, Edge.START, before(view, HEBREW.index("על")))
    drag(view, Edge.END, before(view, HEBREW.index(" בעיר")))
    assert wanted == [("figure", "על חמישה עשר"), ("figure", "חמישה עשר אנשים")]


def test_what_is_dragged_is_seen_at_once(article: ArticleView, point_at: PointAt) -> None:
    press(article, Edge.END, before(article, TEXT.index(" про")))
    assert article.annotations_at(point_at(article, TEXT.index("повідомила") + 3)) == ["person"]
    assert article.dragged_span == (TEXT.index("Олена"), TEXT.index(" про"))
    assert [(each.start, each.end) for each in article.annotations] == [(TEXT.index("Олена"), TEXT.index(" повід"))]


@pytest.mark.parametrize("with_ctrl", [True, False])
def test_ctrl_counts_as_soon_as_it_is_pressed(article: ArticleView, *, with_ctrl: bool) -> None:
    press(article, Edge.END, before(article, TEXT.index("ила про")), NONE if with_ctrl else CTRL)
    (QTest.keyPress if with_ctrl else QTest.keyRelease)(article, Qt.Key.Key_Control)
    assert article.dragged_span is not None
    words = TEXT[slice(*article.dragged_span)]
    assert words == ("Олена Дорошенко повідомила" if with_ctrl else "Олена Дорошенко повідом")


def test_escape_lets_it_be(article: ArticleView, wanted: list[tuple[str, str]], point_at: PointAt) -> None:
    press(article, Edge.END, before(article, TEXT.index(" про")))
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert article.dragged_span is None
    assert article.annotations_at(point_at(article, TEXT.index("повідомила") + 3)) == []
    move(article, before(article, TEXT.index("18")))  # the button is still down
    QTest.mouseRelease(article.viewport(), LEFT, NONE, before(article, TEXT.index("18")))
    assert wanted == []
    assert article.chosen == "person"
    assert article.selection() is None
    QTest.keyClick(article, Qt.Key.Key_Escape)
    assert article.chosen is None


def test_an_annotation_that_goes_meanwhile_is_not_moved(article: ArticleView, wanted: list[tuple[str, str]]) -> None:
    press(article, Edge.END, before(article, TEXT.index(" про")))
    article.set_annotations([])
    assert article.dragged_span is None
    QTest.mouseRelease(article.viewport(), LEFT, NONE, before(article, TEXT.index(" про")))
    assert wanted == []
    assert article.annotations == []


def test_another_article_ends_it(article: ArticleView, wanted: list[tuple[str, str]]) -> None:
    press(article, Edge.END, before(article, TEXT.index(" про")))
    article.show_article(LONG, [])
    QTest.mouseRelease(article.viewport(), LEFT, NONE, QPoint(300, 100))
    assert (article.dragged_span, wanted) == (None, [])


def test_dragging_to_the_edge_of_the_view_scrolls(
    view: ArticleView, annotation: Annotate, qtbot: QtBot, wanted: list[tuple[str, str]]
) -> None:
    view.set_edges_movable(True)
    show(view, LONG, annotation(12, 30, id="long"))
    low = QPoint(300, view.viewport().height() - 2)
    press(view, Edge.END, low)
    reached = view.dragged_span
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 200)
    assert reached is not None
    assert view.dragged_span is not None
    assert view.dragged_span[1] > reached[1]
    QTest.mouseRelease(view.viewport(), LEFT, NONE, low)
    assert not view._edge_scrolling.active
    assert len(wanted) == 1


def test_a_click_on_an_edge_goes_through_what_lies_there(view: ArticleView, quoted: Annotate) -> None:
    view.set_edges_movable(True)
    outer = quoted(TEXT, "міністерства Олена Дорошенко", "event", id="outer")
    show(view, TEXT, quoted(TEXT, "Олена Дорошенко", id="person"), outer)
    view.select(0, 5)
    place = grip(view, Edge.START) + QPoint(2, 0)
    clicked = []
    for _ in range(2):
        QTest.mouseClick(view.viewport(), LEFT, NONE, place)
        clicked.append(view.chosen)
    assert clicked == ["person", "outer"]
    assert view.selection() is None


def test_shift_at_an_edge_selects(article: ArticleView, wanted: list[tuple[str, str]]) -> None:
    article.select(TEXT.index("Речниця"), TEXT.index("Речниця"))
    place = grip(article, Edge.END)
    QTest.mouseClick(article.viewport(), LEFT, SHIFT, place)
    assert article.selection() == (TEXT.index("Речниця"), TEXT.index(" повідомила"))
    assert wanted == []


def test_the_cursor_tells_where_an_edge_is(article: ArticleView) -> None:
    cursors = []
    for point in (grip(article, Edge.START), grip(article, Edge.END), before(article, TEXT.index("Дорош") + 3)):
        move(article, point, NONE, Qt.MouseButton.NoButton)
        cursors.append(article.viewport().cursor().shape())
    assert cursors == [Qt.CursorShape.SplitHCursor, Qt.CursorShape.SplitHCursor, Qt.CursorShape.IBeamCursor]


def test_a_tip_tells_what_an_edge_is_for(article: ArticleView) -> None:
    point = grip(article, Edge.END)
    QApplication.sendEvent(
        article.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, article.viewport().mapToGlobal(point))
    )
    assert "Ctrl" in QToolTip.text()
    QToolTip.hideText()


def test_grips_are_seen_while_the_pointer_is_on_the_annotation(article: ArticleView, point_at: PointAt) -> None:
    away, on = point_at(article, TEXT.index("18")), point_at(article, TEXT.index("Дорошенко"))
    outside = grip(article, Edge.START).x() - 4  # where the knob reaches, and the outline does not
    seen = []
    for point in (away, on, away):
        move(article, point, NONE, Qt.MouseButton.NoButton)
        image = article.viewport().grab().toImage()
        top = grip(article, Edge.START).y() - 30
        seen.append([image.pixel(outside, y) for y in range(top, top + 60)])
    assert seen[0] == seen[2] != seen[1]


def test_edges_of_a_text_that_is_only_read_stay(view: ArticleView, quoted: Annotate) -> None:
    show(view, TEXT, quoted(TEXT, "Олена Дорошенко", id="person"))
    assert view._grips() == []


def test_no_edge_cuts_a_character_in_any_writing(
    view: ArticleView, annotation: Annotate, hard_text: str, wanted: list[tuple[str, str]]
) -> None:
    """Dragged anywhere, an edge stands between characters, on the words below the pointer or next to them."""
    view.set_edges_movable(True)
    chance = random.Random(7)
    for number in range(60):
        start = chance.randrange(len(hard_text) - 1)
        span = whole_graphemes(hard_text, start, min(len(hard_text), start + chance.choice((1, 4, 30))))
        show(view, hard_text, annotation(*span, id=str(number)))
        edge = chance.choice(list(Edge))
        area = view.viewport().rect()
        to = QPoint(chance.randrange(area.width() // 2), chance.randrange(area.height()))
        press(view, edge, to, chance.choice((NONE, CTRL)))
        dragged = view.dragged_span
        QTest.mouseRelease(view.viewport(), LEFT, NONE, to)
        if dragged is not None:
            assert whole_graphemes(hard_text, *dragged) == dragged
            kept, other = (dragged[1], span[1]) if edge is Edge.START else (dragged[0], span[0])
            assert kept == other
    assert len(wanted) > 30
