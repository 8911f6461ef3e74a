# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from archivist.model import Annotation, Kind, Suggestion
from archivist.text import whole_graphemes
from archivist.ui.contrast import FOR_MARKS, FOR_TEXT, contrast
from archivist.ui.reader.dots import dots_of
from archivist.ui.reader.suggestions import suggested_fill
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import DARK, LIGHT, Colours

Annotate = Callable[..., Annotation]
PointAt = Callable[[ArticleView, int], QPoint]
LEFT_BUTTON = Qt.MouseButton.LeftButton
WHITE = QColor("white")
TEXT = "Заголовок дня\nРечниця міністерства Олена Дорошенко повідомила про 18 загиблих на складі 😎 у порту."
LONG = "Заголовок\n" + "\n".join(f"{n}: " + "слово за словом " * 20 for n in range(80))


def suggest(text: str, words: str, kind: str = "actor", confidence: float = 0.9, **fields: Any) -> Suggestion:
    start = text.index(words)
    values: dict[str, Any] = {"attributes": {}, "source": "guess"} | fields
    return Suggestion(start, start + len(words), words, Kind(kind), confidence=confidence, **values)


PERSON = suggest(TEXT, "Олена Дорошенко", record="r")
MINISTRY = suggest(TEXT, "міністерства", confidence=0.4)
COUNT = suggest(TEXT, "18 загиблих", "figure", attributes={"value": 18, "counted": "загиблих"}, source="figure")
HARBOUR = suggest(TEXT, "у порту")
ALL = [PERSON, MINISTRY, COUNT, HARBOUR]


@pytest.fixture
def article(view: ArticleView) -> ArticleView:
    view.show_article(TEXT, ())
    view.show_suggestions(ALL, {"r": "Дорошенко Олена"})
    return view


def click(view: ArticleView, qtbot: QtBot, point: QPoint) -> None:
    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, pos=point)


def painted(view: ArticleView) -> QImage:
    """What is painted under the words, without them."""
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(WHITE)
    with QPainter(image) as painter:
        view._layer.paint_text(painter, 0, view.viewport().height())
    return image


def rects(view: ArticleView, start: int, end: int) -> list[QRectF]:
    to_utf16 = view._map.to_utf16
    return view._layer.geometry.rects(to_utf16(start), to_utf16(end))


def is_painted(image: QImage, area: QRectF) -> bool:
    box = area.toAlignedRect()
    return any(
        image.pixelColor(x, y) != WHITE
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    )


# Choosing


def test_a_click_chooses_a_suggestion(article: ArticleView, qtbot: QtBot, point_at: PointAt) -> None:
    with qtbot.waitSignal(article.suggestion_chosen) as chosen:
        click(article, qtbot, point_at(article, TEXT.index("Олена") + 2))
    assert chosen.args == [PERSON]
    with qtbot.waitSignal(article.suggestion_chosen) as chosen:
        click(article, qtbot, point_at(article, 2))
    assert chosen.args == [None]


def test_annotations_are_chosen_first_then_suggestions(
    article: ArticleView, quoted: Annotate, qtbot: QtBot, point_at: PointAt
) -> None:
    article.set_annotations(
        [quoted(TEXT, "Олена Дорошенко", id="a"), quoted(TEXT, "Речниця міністерства Олена", id="b")]
    )
    chosen: list[object] = []
    for _ in range(4):
        click(article, qtbot, point_at(article, TEXT.index("Олена") + 2))
        chosen.append(article.chosen or article.chosen_suggestion)
    assert chosen == ["a", "b", PERSON, "a"]


def test_choosing_one_sort_lets_go_of_the_other(article: ArticleView, quoted: Annotate) -> None:
    article.set_annotations([quoted(TEXT, "Речниця", id="a")])
    heard: list[tuple[str, object]] = []
    article.annotation_chosen.connect(lambda id_: heard.append(("annotation", id_)))
    article.suggestion_chosen.connect(lambda each: heard.append(("suggestion", each)))
    article.choose("a")
    article.choose_suggestion(COUNT)
    article.choose("a")
    assert heard == [
        ("annotation", "a"),
        ("annotation", None), ("suggestion", COUNT),
        ("suggestion", None), ("annotation", "a"),
    ]  # fmt: skip


def test_choosing_no_annotation_leaves_the_suggestion_chosen(article: ArticleView) -> None:
    article.choose_suggestion(COUNT)
    article.choose(None)
    assert article.chosen_suggestion == COUNT


def test_next_and_previous_go_round_in_reading_order(article: ArticleView) -> None:
    chosen: list[Suggestion] = []
    article.suggestion_chosen.connect(chosen.append)
    for _ in range(5):
        article.next_suggestion()
    article.previous_suggestion()
    assert chosen == [MINISTRY, PERSON, COUNT, HARBOUR, MINISTRY, HARBOUR]


def test_next_begins_at_the_caret(article: ArticleView) -> None:
    at = TEXT.index("повідомила")
    article.select(at, at)
    article.next_suggestion()
    assert article.chosen_suggestion == COUNT
    article.choose_suggestion(None)
    article.select(at, at)
    article.previous_suggestion()
    assert article.chosen_suggestion == PERSON


def test_going_on_where_there_is_none_does_nothing(view: ArticleView) -> None:
    view.show_article(TEXT, ())
    view.next_suggestion()
    view.previous_suggestion()
    assert view.chosen_suggestion is None


def test_going_on_after_the_chosen_one_was_taken_goes_to_the_one_after_it(article: ArticleView) -> None:
    article.next_suggestion()
    article.next_suggestion()
    article.show_suggestions([each for each in ALL if each != PERSON])
    assert article.chosen_suggestion is None
    article.next_suggestion()
    assert article.chosen_suggestion == COUNT


def test_suggestions_of_the_same_words_can_all_be_reached(view: ArticleView) -> None:
    view.show_article(TEXT, ())
    same = [PERSON, replace(PERSON, record="other"), replace(PERSON, kind=Kind.EVENT)]
    view.show_suggestions(same)
    reached = []
    for _ in range(3):
        view.next_suggestion()
        reached.append(view.chosen_suggestion)
    assert sorted(map(repr, reached)) == sorted(map(repr, same))


def test_going_on_scrolls(view: ArticleView, point_at: PointAt) -> None:
    view.show_article(LONG, ())
    far = suggest(LONG, "60: ")
    view.show_suggestions([far])
    view.next_suggestion()
    assert view.viewport().rect().contains(point_at(view, far.start))
    assert view.verticalScrollBar().value() > 0


def test_escape_lets_go_of_the_suggestion(article: ArticleView, qtbot: QtBot) -> None:
    article.choose_suggestion(COUNT)
    qtbot.keyClick(article, Qt.Key.Key_Escape)
    assert article.chosen_suggestion is None


def test_other_suggestions_keep_the_choice_if_it_is_among_them(article: ArticleView, qtbot: QtBot) -> None:
    article.choose_suggestion(COUNT)
    with qtbot.assertNotEmitted(article.suggestion_chosen):
        article.show_suggestions([replace(COUNT), PERSON])
    assert article.chosen_suggestion == COUNT
    with qtbot.waitSignal(article.suggestion_chosen) as chosen:
        article.show_suggestions([PERSON])
    assert chosen.args == [None]


def test_another_article_has_none(article: ArticleView, qtbot: QtBot) -> None:
    article.choose_suggestion(COUNT)
    with qtbot.waitSignal(article.suggestion_chosen) as chosen:
        article.show_article(TEXT, ())
    assert chosen.args == [None]
    article.next_suggestion()
    assert article.chosen_suggestion is None


@pytest.mark.parametrize("span", [(-1, 4), (5, 5), (7, 3), (3, 4000)])
def test_what_is_not_in_the_text_is_not_shown(view: ArticleView, span: tuple[int, int]) -> None:
    view.show_article(TEXT, ())
    view.show_suggestions([replace(COUNT, start=span[0], end=span[1])])
    view.next_suggestion()
    assert view.chosen_suggestion is None


def test_a_suggestion_that_is_not_shown_cannot_be_chosen(article: ArticleView) -> None:
    article.choose_suggestion(replace(COUNT, start=0, end=3))
    assert article.chosen_suggestion is None


# Painting


@pytest.mark.parametrize("words", ["אור הבוקר", "وكالة الشاطئ 2024 العربية", "👩🏽‍🚒", "Cafe\u0301", "людей, а وكالة"])
def test_an_outline_is_around_its_letters_and_no_others(
    view: ArticleView, hard_text: str, point_at: PointAt, words: str
) -> None:
    suggestion = suggest(hard_text, words)
    view.show_article(hard_text, ())
    view.show_suggestions([suggestion])
    view.choose_suggestion(suggestion)  # then there is a ground
    image = painted(view)
    for start in range(hard_text.index("\n") + 1, hard_text.index("Cafe") + 40):
        if whole_graphemes(hard_text, start, start + 1)[0] != start or hard_text[start] in "\n ":
            continue
        inside = suggestion.start <= start < suggestion.end
        assert (image.pixelColor(point_at(view, start)) != WHITE) == inside, hard_text[start]


@pytest.mark.parametrize("words", ["אור הבוקר", "👩🏽‍🚒", "хвостом слів"])
def test_it_is_found_where_it_is_painted(
    view: ArticleView, hard_text: str, qtbot: QtBot, point_at: PointAt, words: str
) -> None:
    suggestion = suggest(hard_text, words)
    view.show_article(hard_text, ())
    view.show_suggestions([suggestion])
    for offset, expected in ((suggestion.start, suggestion), (suggestion.start - 2, None)):
        click(view, qtbot, point_at(view, offset))
        assert view.chosen_suggestion == expected


def test_at_rest_only_the_outline_is_painted(article: ArticleView, point_at: PointAt) -> None:
    image = painted(article)
    (rect,) = rects(article, PERSON.start, PERSON.end)
    assert is_painted(image, rect.adjusted(-2, -1, 2, -rect.height() + 2))
    assert not is_painted(image, rect.adjusted(2, 4, -2, -2))


def test_dots_of_a_guess_are_further_apart(article: ArticleView) -> None:
    sure, guess = dots_of(PERSON, LIGHT), dots_of(MINISTRY, LIGHT)
    assert guess.pitch > sure.pitch
    assert guess.across < sure.across
    assert guess.colour != sure.colour


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("kind", list(Kind))
def test_outlines_can_be_seen_and_words_read(kind: Kind, colours: Colours) -> None:
    for confidence in (0.2, 0.9):
        dots = dots_of(suggest(TEXT, "18", kind, confidence), colours)
        assert contrast(QColor(dots.colour), QColor(colours.page)) >= FOR_MARKS
    for chosen in (True, False):
        assert contrast(QColor(colours.text), suggested_fill(kind, colours, chosen=chosen)) >= FOR_TEXT


def test_pointing_at_one_makes_it_stand_out(article: ArticleView, qtbot: QtBot, point_at: PointAt) -> None:
    before = painted(article)
    qtbot.mouseMove(article.viewport(), point_at(article, PERSON.start + 1))
    assert painted(article) != before
    qtbot.mouseMove(article.viewport(), point_at(article, 2))
    assert painted(article) == before


def test_the_lines_of_an_annotation_are_not_covered(article: ArticleView, quoted: Annotate) -> None:
    article.show_suggestions([])
    mark = quoted(TEXT, "Олена Дорошенко", "event")
    article.set_annotations([mark])
    alone = painted(article)
    article.show_suggestions([PERSON])
    both = painted(article)
    (rect,) = rects(article, mark.start, mark.end)
    line = round(rect.bottom()) - 1
    assert both != alone
    assert all(both.pixel(x, line) == alone.pixel(x, line) for x in range(round(rect.left()), round(rect.right())))


def test_what_is_painted_in_strips_is_what_is_painted_at_once(view: ArticleView, hard_text: str) -> None:
    view.show_article(hard_text, ())
    words = ("הבוקר", "врятували кота 🐈‍⬛", "Останній рядок без крапки і з довгим хвостом слів, щоб він")
    view.show_suggestions([suggest(hard_text, each, confidence=len(each) / 50) for each in words])
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(WHITE)
    with QPainter(image) as painter:
        for top in range(0, image.height(), 7):
            painter.setClipRect(0, top, image.width(), 7)
            view._layer.paint_text(painter, top, top + 7)
    assert image == painted(view)


def test_outlines_follow_when_the_text_is_laid_out_anew(article: ArticleView, qtbot: QtBot, point_at: PointAt) -> None:
    article.grab()
    article.resize(520, 600)
    article.set_reading_size(24)
    click(article, qtbot, point_at(article, COUNT.start + 1))
    assert article.chosen_suggestion == COUNT


# What is said


def card(view: ArticleView) -> list[str]:
    shown = view._layer.card(0, view.viewport().height())
    assert shown is not None
    return shown.lines


@pytest.mark.parametrize("width", [400, 900, 1600])
def test_the_chosen_one_says_what_it_would_become_within_the_view(article: ArticleView, width: int) -> None:
    article.resize(width, 600)
    article.choose_suggestion(PERSON)
    article.grab()
    shown = article._layer.card(0, 600)
    assert shown is not None
    assert " ".join(shown.lines) == "Дорошенко Олена sure, 90%"
    assert 0 <= shown.rect.left() < shown.rect.right() <= article.viewport().width()
    (rect, *_) = rects(article, PERSON.start, PERSON.end)
    assert not shown.rect.intersects(rect)


def test_where_none_is_chosen_nothing_is_said(article: ArticleView) -> None:
    assert article._layer.card(0, 600) is None
    article.choose_suggestion(COUNT)
    assert card(article)[0] == "18 загиблих"


def test_what_is_said_covers_the_labels_and_a_click_on_it_changes_nothing(
    article: ArticleView, quoted: Annotate, qtbot: QtBot
) -> None:
    article.set_annotations([quoted(TEXT, "повідомила", "event", id="a")])
    article.choose_suggestion(PERSON)
    article.grab()
    shown = article._layer.card(0, 600)
    assert shown is not None
    (label,) = article._layer.labels(0, 10_000)
    assert shown.covers(label.rect)
    click(article, qtbot, (shown.rect.center() - QPointF(0, article.verticalScrollBar().value())).toPoint())
    assert (article.chosen_suggestion, article.chosen) == (PERSON, None)


def test_the_chosen_one_is_read_aloud(article: ArticleView) -> None:
    interface = QAccessible.queryAccessibleInterface(article)
    article.choose_suggestion(COUNT)
    said = interface.text(QAccessible.Text.Description)
    assert said == "Suggested: 18 загиблих (sure, 90%), “18 загиблих”"
    article.choose_suggestion(None)
    assert interface.text(QAccessible.Text.Description) == "0 annotation(s)"
