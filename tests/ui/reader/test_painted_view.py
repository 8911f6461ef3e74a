# SPDX-License-Identifier: GPL-3.0-or-later
"""What is scrolled stays what it was, and only what is new is painted."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archivist.model import Annotation
from archivist.ui.reader.view import ArticleView

Annotate = Callable[..., Annotation]

TEXT = "Заголовок\n" + "\n".join(
    f"Речення номер {number} про людей, які чекали на звістку з міста, і про тих, хто її приніс." * (1 + number % 4)
    for number in range(60)
)


def dense(annotation: Annotate, count: int = 260, **fields: str) -> list[Annotation]:
    chance = random.Random(5)
    starts = sorted(chance.randrange(len(TEXT) - 40) for _ in range(count))
    kinds = ["event", "actor", "figure"]
    return [
        annotation(start, start + chance.randint(3, 40), kinds[start % 3], name=f"tag {start % 9}", **fields)
        for start in starts
    ]


class Watched(ArticleView):
    """Remembers what it was asked to paint."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += list(event.region())
        super().paintEvent(event)


def label_places(view: ArticleView) -> dict[str, tuple[float, float, float, str]]:
    top = view.verticalScrollBar().value()
    return {
        label.mark.annotation.id: (label.rect.left(), label.rect.top(), label.rect.width(), " ".join(label.lines))
        for label in view._layer.labels(top, top + view.viewport().height())
    }


def test_labels_stand_where_they_stand_from_wherever_one_comes(view: ArticleView, annotation: Annotate) -> None:
    annotations = dense(annotation)
    view.show_article(TEXT, annotations)
    bar = view.verticalScrollBar()
    met: dict[str, tuple[float, float, float, str]] = {}
    for value in range(0, bar.maximum(), 45):
        bar.setValue(value)
        for id_, place in label_places(view).items():
            assert met.setdefault(id_, place) == place
    assert len(met) > 80
    view.show_article(TEXT, annotations)  # and when the end is looked at first
    for value in range(bar.maximum(), 0, -170):
        bar.setValue(value)
        assert all(met[id_] == place for id_, place in label_places(view).items())


def test_a_label_that_is_added_moves_only_what_is_near(view: ArticleView, annotation: Annotate) -> None:
    view.show_article(TEXT, dense(annotation, 120))
    bar = view.verticalScrollBar()
    for value in range(0, bar.maximum(), 300):
        bar.setValue(value)
    before = {each.mark.annotation.id: QRect(each.rect.toRect()) for each in view._layer.labels(0, 10_000)}
    view.put_annotation(annotation(40, 52, "event", name="new"))
    after = {each.mark.annotation.id: each.rect.toRect() for each in view._layer.labels(0, 10_000)}
    moved = [id_ for id_, rect in before.items() if after.get(id_) != rect]
    assert len(moved) < 30
    view.remove_annotation(next(id_ for id_ in after if id_ not in before))
    again = {each.mark.annotation.id: each.rect.toRect() for each in view._layer.labels(0, 10_000)}
    assert again == before


def test_scrolling_paints_what_comes_into_view_and_nothing_else(qtbot: QtBot, annotation: Annotate) -> None:
    view = Watched()
    qtbot.addWidget(view)
    view.resize(900, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.show_article(TEXT, dense(annotation))
    QApplication.processEvents()
    for step in (50, 30, -20):
        view.painted.clear()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + step)
        QApplication.processEvents()
        assert sum(rect.height() for rect in view.painted) == abs(step)


def test_scrolling_in_steps_shows_what_a_fresh_painting_shows(view: ArticleView, annotation: Annotate) -> None:
    view.show_article(TEXT, dense(annotation))
    view.clearFocus()  # the caret blinks
    QApplication.processEvents()
    for step in (37, 113, -60, 401, -203):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + step)
        QApplication.processEvents()
        shown = view.screen().grabWindow(view.winId()).toImage()
        fresh = view.grab().toImage()
        assert same(shown, fresh)


def test_annotating_shows_what_a_fresh_painting_shows(view: ArticleView, annotation: Annotate) -> None:
    """Only what looks otherwise is painted anew: no label may be left behind, nor one be missing."""
    given = dense(annotation)
    view.show_article(TEXT, given)
    view.clearFocus()  # the caret blinks
    QApplication.processEvents()
    chance = random.Random(7)
    kinds = ("event", "actor", "figure")
    for round_ in range(60):
        match round_ % 6:
            case 0 | 1 | 2:
                start = chance.randrange(2000)
                end = start + chance.randint(3, 300)
                given.append(annotation(start, end, kinds[round_ % 3], name=f"new-{round_}"))
                view.put_annotation(given[-1])
            case 3:
                view.remove_annotation(given.pop(chance.randrange(40)).id)
            case 4:
                view.choose(chance.choice(given[:60]).id, scroll=False)
            case _:
                number = chance.randrange(60)
                given[number] = replace(given[number], note="" if given[number].note else "to be looked up")
                view.put_annotation(given[number])
        QApplication.processEvents()
        assert same(view.screen().grabWindow(view.winId()).toImage(), view.grab().toImage()), round_


def test_what_is_added_at_the_end_of_a_screen_leaves_what_is_above_unpainted(
    qtbot: QtBot, annotation: Annotate
) -> None:
    view = Watched()
    qtbot.addWidget(view)
    view.resize(900, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.show_article("\n".join("a short line of words" for _ in range(14)), [annotation(0, 7)])
    QApplication.processEvents()
    view.painted.clear()
    view.put_annotation(annotation(290, 296, name="new"))
    QApplication.processEvents()
    assert view.painted
    assert all(rect.top() > view.height() // 2 for rect in view.painted)


def same(one: QImage, other: QImage) -> bool:
    inner = QRect(QPoint(4, 4), one.size()).adjusted(0, 0, -30, -8)  # without frame and scroll bar
    return one.copy(inner).convertToFormat(QImage.Format.Format_RGB32) == other.copy(inner).convertToFormat(
        QImage.Format.Format_RGB32
    )
