# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFont, QHelpEvent, QPalette
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Status
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import DARK, LIGHT, Colours, palette_of

Annotate = Callable[..., Annotation]
PointAt = Callable[[ArticleView, int], QPoint]
LEFT_BUTTON = Qt.MouseButton.LeftButton
TEXT = "Заголовок дня\nРечниця міністерства Олена Дорошенко повідомила про 18 загиблих на складі."
LONG = "Заголовок\n" + "\n".join(f"{n}: " + "слово за словом " * 20 for n in range(80))


@pytest.fixture
def nested(quoted: Annotate) -> list[Annotation]:
    """A person in whose description an institution is named, and a figure further on."""
    return [
        quoted(TEXT, "Речниця міністерства Олена Дорошенко", "actor", id="person", name="person"),
        quoted(TEXT, "міністерства", "actor", id="institution", name="institution"),
        quoted(TEXT, "18 загиблих", "figure", id="figure", name="killed", attributes={"value": 18}),
    ]


@pytest.fixture
def article(view: ArticleView, nested: list[Annotation]) -> ArticleView:
    view.show_article(TEXT, nested)
    return view


def click(view: ArticleView, qtbot: QtBot, point: QPoint) -> None:
    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, pos=point)


def label_point(view: ArticleView, annotation_id: str) -> QPoint:
    view.grab()  # labels are placed when they are painted
    label = next(each for each in view._layer.labels(0, 10_000) if each.mark.annotation.id == annotation_id)
    return (label.rect.center() - QPointF(0, view.verticalScrollBar().value())).toPoint()


def test_a_click_chooses_and_again_the_next_one_out(article: ArticleView, qtbot: QtBot, point_at: PointAt) -> None:
    clicked: list[str] = []
    article.annotation_clicked.connect(clicked.append)
    for _ in range(3):
        click(article, qtbot, point_at(article, TEXT.index("міністерства") + 3))
    assert clicked == ["institution", "person", "institution"]
    assert article.chosen == "institution"


def test_a_click_on_bare_words_chooses_none(article: ArticleView, qtbot: QtBot, point_at: PointAt) -> None:
    article.choose("figure")
    with qtbot.waitSignal(article.annotation_chosen) as chosen:
        click(article, qtbot, point_at(article, 2))
    assert chosen.args == [None]


def test_dragging_over_a_mark_selects_and_does_not_choose(
    article: ArticleView, qtbot: QtBot, point_at: PointAt
) -> None:
    first, last = (point_at(article, TEXT.index(words)) for words in ("Олена", "загиблих"))
    qtbot.mousePress(article.viewport(), LEFT_BUTTON, pos=first)
    qtbot.mouseMove(article.viewport(), last)
    qtbot.mouseRelease(article.viewport(), LEFT_BUTTON, pos=last)
    assert article.chosen is None
    assert article.selection() is not None


def test_a_click_on_a_label_chooses_and_leaves_the_selection(article: ArticleView, qtbot: QtBot) -> None:
    article.select(0, 9)
    click(article, qtbot, label_point(article, "figure"))
    assert article.chosen == "figure"
    assert article.selection() == (0, 9)


def test_a_double_click_on_words_selects_them(article: ArticleView, qtbot: QtBot, point_at: PointAt) -> None:
    point = point_at(article, TEXT.index("повідомила") + 3)
    for event in (qtbot.mousePress, qtbot.mouseRelease, qtbot.mouseDClick):
        event(article.viewport(), LEFT_BUTTON, pos=point)
    assert TEXT[slice(*article.selection())] == "повідомила"


def test_fast_clicks_on_folded_labels_reach_each(view: ArticleView, quoted: Annotate, qtbot: QtBot) -> None:
    many = [quoted(TEXT, "18 загиблих", "figure", id=f"{n:02}", name="a name that takes a row") for n in range(12)]
    view.show_article(TEXT, many)
    view.grab()
    (fold,) = view._layer.folds(0, 10_000)
    point = fold.rect.center().toPoint()
    chosen = []
    for event in (qtbot.mousePress, qtbot.mouseDClick, qtbot.mouseDClick):
        event(view.viewport(), LEFT_BUTTON, pos=point)
        qtbot.mouseRelease(view.viewport(), LEFT_BUTTON, pos=point)
        chosen.append(view.chosen)
    assert chosen[:2] == [mark.annotation.id for mark in fold.marks[:2]]


def test_hovering_is_reported_once(article: ArticleView, qtbot: QtBot, point_at: PointAt) -> None:
    hovered: list[str | None] = []
    article.annotation_hovered.connect(hovered.append)
    for words in ("міністерства", "іністерства", "18", "складі"):
        qtbot.mouseMove(article.viewport(), point_at(article, TEXT.index(words)))
    assert hovered == ["institution", "figure", None]


def test_hovering_over_a_label_is_hovering_over_its_mark(article: ArticleView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(article.annotation_hovered) as hovered:
        qtbot.mouseMove(article.viewport(), label_point(article, "person"))
    assert hovered.args == ["person"]
    with qtbot.waitSignal(article.annotation_hovered) as hovered:
        QApplication.sendEvent(article, QEvent(QEvent.Type.Leave))
    assert hovered.args == [None]


def test_next_and_previous_go_round(article: ArticleView) -> None:
    chosen: list[str] = []
    article.annotation_chosen.connect(chosen.append)
    for _ in range(4):
        article.choose_next()
    article.choose_previous()
    assert chosen == ["person", "institution", "figure", "person", "figure"]


def test_next_begins_at_the_caret(article: ArticleView) -> None:
    article.select(TEXT.index("повідомила"), TEXT.index("повідомила"))
    article.choose_next()
    assert article.chosen == "figure"


def test_previous_begins_at_the_caret(article: ArticleView) -> None:
    article.select(TEXT.index("повідомила"), TEXT.index("повідомила"))
    article.choose_previous()
    assert article.chosen == "institution"


def test_without_annotations_next_does_nothing(view: ArticleView) -> None:
    view.show_article(TEXT, ())
    view.choose_next()
    view.choose_previous()
    assert view.chosen is None


def test_enter_chooses_at_the_caret_and_again_further_out(article: ArticleView, qtbot: QtBot) -> None:
    at = TEXT.index("міністерства") + 2
    article.select(at, at)
    chosen = []
    for _ in range(2):
        qtbot.keyClick(article, Qt.Key.Key_Return)
        chosen.append(article.chosen)
    assert chosen == ["institution", "person"]


def test_escape_chooses_none(article: ArticleView, qtbot: QtBot) -> None:
    article.choose("person")
    qtbot.keyClick(article, Qt.Key.Key_Escape)
    assert article.chosen is None


def test_choosing_scrolls_to_the_words(view: ArticleView, annotation: Annotate, point_at: PointAt) -> None:
    start = LONG.index("60: ")
    view.show_article(LONG, [annotation(start, start + 10, id="far")])
    view.choose("far")
    assert view.viewport().rect().contains(point_at(view, start))


def test_what_is_not_shown_cannot_be_chosen(article: ArticleView) -> None:
    article.choose("unknown")
    assert article.chosen is None


def test_one_annotation_more_is_painted_and_found(article: ArticleView, quoted: Annotate, point_at: PointAt) -> None:
    point = point_at(article, TEXT.index("складі") + 1)
    before = article.grab().toImage()
    article.put_annotation(quoted(TEXT, "на складі", "event", id="place"))
    assert article.annotations_at(point) == ["place"]
    assert article.grab().toImage() != before


def test_putting_an_annotation_again_moves_it(article: ArticleView, quoted: Annotate, point_at: PointAt) -> None:
    article.put_annotation(quoted(TEXT, "загиблих", "figure", id="figure"))
    assert article.annotations_at(point_at(article, TEXT.index("18"))) == []
    assert article.annotations_at(point_at(article, TEXT.index("загиблих"))) == ["figure"]


def test_an_annotation_that_comes_into_review_is_painted_no_longer(
    article: ArticleView, quoted: Annotate, point_at: PointAt
) -> None:
    article.put_annotation(quoted(TEXT, "18 загиблих", "figure", id="figure", status=Status.REVIEW))
    assert article.annotations_at(point_at(article, TEXT.index("18"))) == []


def test_removing_the_chosen_annotation_chooses_none(article: ArticleView, qtbot: QtBot) -> None:
    article.choose("figure")
    with qtbot.waitSignal(article.annotation_chosen) as chosen:
        article.remove_annotation("figure")
    assert chosen.args == [None]


def test_other_annotations_keep_the_choice_and_the_place(view: ArticleView, annotation: Annotate) -> None:
    annotations = [annotation(20, 30, id="one"), annotation(40, 50, id="two")]
    view.show_article(LONG, annotations)
    view.choose("one")
    view.verticalScrollBar().setValue(700)
    view.set_annotations(annotations[:1])
    assert (view.chosen, view.verticalScrollBar().value()) == ("one", 700)


def test_the_chosen_mark_looks_different_from_a_hovered_one(article: ArticleView) -> None:
    looks = [article.grab().toImage()]
    article._hover(article._layer.marks.get("figure"))
    looks.append(article.grab().toImage())
    article.choose("figure")
    looks.append(article.grab().toImage())
    assert looks[0] != looks[1] != looks[2] != looks[0]


def test_the_kinds_differ_without_colour(view: ArticleView, annotation: Annotate) -> None:
    looks = []
    for kind in ("event", "actor", "figure"):
        view.show_article("Заголовок\nслово", [annotation(10, 15, kind, name="тег")])
        grey = view.grab().toImage()
        grey.convertTo(grey.Format.Format_Grayscale8)
        looks.append([[grey.pixelColor(x, y).lightness() < 200 for x in range(900)] for y in range(140)])
    assert looks[0] != looks[1] != looks[2] != looks[0]


# Labels


def label_lines(view: ArticleView) -> list[str]:
    view.grab()
    return [" / ".join(label.lines) for label in view._layer.labels(0, 10_000)]


def test_a_label_says_a_claim_and_leaves_out_the_year_of_the_article(view: ArticleView, quoted: Annotate) -> None:
    claim = {"value": 18, "claimant": "МВС", "as_of": "2022-01-06"}
    view.resize(1400, 600)
    figure = quoted(TEXT, "18 загиблих", "figure", name="killed", attributes=claim)
    view.show_article(TEXT, [figure], published="2022-01-08")
    (known,) = label_lines(view)
    view.show_article(TEXT, [figure])
    (unknown,) = label_lines(view)
    assert known.startswith("18 killed · МВС · as of ")
    assert "2022" not in known
    assert "2022" in unknown


def test_a_label_says_the_name_of_a_record(article: ArticleView) -> None:
    article.resize(1400, 600)
    assert "person" in label_lines(article)
    article.set_record_names({"person": "Дорошенко Олена"})
    assert "person · Дорошенко Олена" in label_lines(article)


def test_a_label_that_is_shortened_is_told_in_full_by_a_tip(article: ArticleView) -> None:
    article.set_record_names({"person": "Дорошенко <Олена>"})
    (mark, *_) = article._marks_at(label_point(article, "person"))
    assert article._tip([mark]) == "<qt><b>person · Дорошенко &lt;Олена&gt;</b></qt>"


# Hits


def test_going_through_hits(article: ArticleView, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    article.hits_changed.connect(lambda number, count: told.append((number, count)))
    article.set_hits([(0, 9), (14, 21), (50, 55)])
    article.next_hit()
    article.next_hit()
    article.previous_hit()
    assert told == [(0, 3), (1, 3), (2, 3), (1, 3)]


def test_going_to_a_hit_scrolls_there(view: ArticleView, point_at: PointAt) -> None:
    view.show_article(LONG, ())
    start = LONG.index("70: ")
    view.set_hits([(start, start + 3)])
    view.next_hit()
    assert view.viewport().rect().contains(point_at(view, start))


def test_hits_are_painted_apart_from_marks(article: ArticleView) -> None:
    before = article.grab().toImage()
    article.set_hits([(0, 9)])
    hit = article.grab().toImage()
    article.next_hit()
    assert before != hit != article.grab().toImage()


# Safety


def test_a_change_of_palette_recolours_marks_and_selection(
    article: ArticleView, qapp: QApplication, qtbot: QtBot
) -> None:
    def shown() -> tuple[Colours, str]:
        article.grab()
        return article._layer._inks.colours, article.palette().color(QPalette.ColorRole.Highlight).name()

    before = qapp.palette()
    for colours in (LIGHT, DARK, LIGHT):
        qapp.setPalette(palette_of(colours))
        qtbot.waitUntil(lambda colours=colours: shown() == (colours, colours.accent))
    qapp.setPalette(before)


def test_changes_of_every_sort_while_painting_are_safe(article: ArticleView, qtbot: QtBot) -> None:
    def changes() -> Iterator[None]:
        yield article.resize(380, 300)
        yield article.setFont(QFont("Serif"))
        yield article.set_reading_size(28)
        yield article.setPalette(palette_of(DARK))
        yield article.remove_annotation("person")
        yield article.show_article("", ())
        yield article.show_article(TEXT * 30, ())

    for _ in changes():
        article.viewport().repaint()


@pytest.mark.parametrize("width", [240, 380, 620, 780, 1000, 1600])
def test_every_width_can_be_painted(article: ArticleView, width: int) -> None:
    article.resize(width, 400)
    assert not article.grab().isNull()


def test_a_view_that_is_scrolled_shows_what_a_fresh_one_shows(view: ArticleView, annotation: Annotate) -> None:
    view.show_article(LONG, [annotation(n, n + 25, ["event", "actor", "figure"][n % 3]) for n in range(20, 9000, 31)])
    for _ in range(40):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 37)
        view.grab()
    scrolled = view.grab().toImage()
    view._laid_out()
    assert view.grab().toImage() == scrolled


# What is said


def test_a_tip_names_the_tag_and_the_note_and_never_runs_markup(
    article: ArticleView, quoted: Annotate, point_at: PointAt, qtbot: QtBot
) -> None:
    article.put_annotation(quoted(TEXT, "складі", "event", name="<i>fire</i>", note="<img src=x>"))
    point = point_at(article, TEXT.index("складі") + 1)
    (mark,) = article._marks_at(point)
    assert article._tip([mark]) == "<qt><b>&lt;i&gt;fire&lt;/i&gt;</b>: &lt;img src=x&gt;</qt>"
    event = QHelpEvent(QEvent.Type.ToolTip, point, article.viewport().mapToGlobal(point))
    QApplication.sendEvent(article.viewport(), event)
    assert QToolTip.text() == article._tip([mark])
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_it_can_be_read_aloud(article: ArticleView) -> None:
    interface = QAccessible.queryAccessibleInterface(article)
    assert interface.text(QAccessible.Text.Name) == "Article text"
    assert interface.text(QAccessible.Text.Description) == "3 annotation(s)"
    article.choose("figure")
    assert interface.text(QAccessible.Text.Description) == "Chosen: killed, “18 загиблих”"
    assert interface.role() == QAccessible.Role.EditableText
    assert interface.state().readOnly
