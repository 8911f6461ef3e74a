# SPDX-License-Identifier: GPL-3.0-or-later
"""What is found at a point is what is painted there."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from archivist.model import Annotation
from archivist.text import whole_graphemes
from archivist.ui.reader.view import ArticleView

Annotate = Callable[..., Annotation]
WHITE = QColor("white")


def painted(view: ArticleView) -> QImage:
    """What is painted under the words, without them."""
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(WHITE)
    with QPainter(image) as painter:
        view._layer.paint_text(painter, 0, view.viewport().height())
    return image


def covering(text: str, annotation: Annotate, chance: random.Random) -> list[Annotation]:
    """Spans of whole clusters that overlap, nest and cross paragraphs."""
    spans = {whole_graphemes(text, start, min(len(text), start + chance.randint(1, 40)))
             for start in chance.sample(range(len(text) - 1), 30)}  # fmt: skip
    kinds = ["event", "actor", "figure"]
    return [annotation(start, end, kinds[start % 3]) for start, end in sorted(spans)]


def test_the_annotations_found_at_500_points_are_those_painted_there(
    view: ArticleView, hard_text: str, annotation: Annotate
) -> None:
    chance = random.Random(7)
    annotations = covering(hard_text, annotation, chance)
    view.show_article(hard_text, annotations)
    width, height = view._columns.text_right, round(view.document().size().height())
    points = [QPoint(chance.randrange(width), chance.randrange(height)) for _ in range(500)]
    together = [set(view.annotations_at(point)) for point in points]
    for each in annotations:
        view.set_annotations([each])
        image = painted(view)
        for point, among in zip(points, together, strict=True):
            found = bool(view.annotations_at(point))
            assert found or image.pixelColor(point) == WHITE
            assert not found or _painted_near(image, point)
            assert each.id in among or not _on_words(view, each, point)
    assert sum(map(len, together)) > 200


def test_what_is_painted_in_strips_is_what_is_painted_at_once(
    view: ArticleView, hard_text: str, annotation: Annotate
) -> None:
    view.show_article(hard_text, covering(hard_text, annotation, random.Random(3)))
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(WHITE)
    with QPainter(image) as painter:
        for top in range(0, image.height(), 7):
            painter.setClipRect(0, top, image.width(), 7)
            view._layer.paint_text(painter, top, top + 7)
    assert image == painted(view)


def _on_words(view: ArticleView, annotation: Annotation, point: QPoint) -> bool:
    """Whether a point is on the words; below them, a mark has less room the more there are."""
    mark = view._layer.marks.get(annotation.id)
    assert mark is not None
    middle = QPointF(point) + QPointF(0.5, 0.5)
    return any(rect.contains(middle) for rect in view._layer.geometry.rects(mark.start, mark.end))


def _painted_near(image: QImage, point: QPoint) -> bool:
    """Whether something is painted there, or within the gap between the words and their underline."""
    return any(image.pixelColor(point + QPoint(0, dy)) != WHITE for dy in range(-4, 5))


def _rects(view: ArticleView, annotation: Annotation) -> list[QRectF]:
    to_utf16 = view._map.to_utf16
    return view._layer.geometry.rects(to_utf16(annotation.start), to_utf16(annotation.end))


@pytest.mark.parametrize("words", ["אור הבוקר", "وكالة الشاطئ 2024 العربية", "👩🏽‍🚒", "Cafe\u0301", "людей, а وكالة"])
def test_a_mark_is_painted_under_its_letters_and_no_others(
    view: ArticleView, hard_text: str, quoted: Annotate, point_at: Callable[[ArticleView, int], QPoint], words: str
) -> None:
    mark = quoted(hard_text, words)
    view.show_article(hard_text, [mark])
    image = painted(view)
    block = view.document().findBlock(view._map.to_utf16(mark.start))
    for start in range(hard_text.index("\n") + 1, hard_text.index("Cafe") + 40):
        if whole_graphemes(hard_text, start, start + 1)[0] != start or hard_text[start] in "\n ":
            continue
        point = point_at(view, start)
        under = image.pixelColor(point) != WHITE
        assert under == (mark.start <= start < mark.end), (start, hard_text[start], block.text())


def test_a_mark_across_lines_has_a_rectangle_in_each(view: ArticleView, annotation: Annotate) -> None:
    text = "Заголовок\n" + "довге слово за словом " * 20
    view.show_article(text, [annotation(12, len(text))])
    rects = _rects(view, annotation(12, len(text)))
    assert len({rect.top() for rect in rects}) == len(rects) > 3
    assert all(rect.right() <= view._columns.text_right + 1 for rect in rects)


def test_a_mark_across_paragraphs_is_found_in_both(
    view: ArticleView, quoted: Annotate, point_at: Callable[[ArticleView, int], QPoint]
) -> None:
    text = "Заголовок\nперший абзац\nдругий абзац"
    mark = quoted(text, "абзац\nдругий")
    view.show_article(text, [mark])
    for word in ("абзац\n", "другий"):
        assert view.annotations_at(point_at(view, text.index(word) + 1)) == [mark.id]


def test_underlines_stay_clear_of_the_next_line(view: ArticleView, annotation: Annotate) -> None:
    text = "Заголовок\n" + "слово за словом і ще одне " * 20
    nested = [annotation(10 + n, 60 - n) for n in range(8)]
    view.show_article(text, nested)
    layout = view.document().findBlockByNumber(1).layout()
    next_words = layout.position().y() + layout.lineAt(1).y()
    for stretch in view._layer.geometry.stretches(view.document().findBlockByNumber(1)):
        assert stretch.underline(stretch.rects[0]) + 2 <= next_words + 5  # what capitals leave free
