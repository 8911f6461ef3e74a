# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from archivist.model import Annotation
from archivist.ui.icons import Icons
from archivist.ui.reader import ReaderPanel
from archivist.ui.reader.relating_bar import RelatingBar
from archivist.ui.reader.view import ArticleView

Annotate = Callable[..., Annotation]
PointAt = Callable[[ArticleView, int], QPoint]
LEFT, NONE, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
TEXT = "Заголовок дня\nРечниця міністерства Олена Дорошенко повідомила про 18 загиблих на складі."
LONG = "Заголовок\n" + "\n".join(f"{n}: " + "слово за словом " * 20 for n in range(80))


def annotations(quoted: Annotate) -> list[Annotation]:
    return [
        quoted(TEXT, "Заголовок", "event", id="event"),
        quoted(TEXT, "Олена Дорошенко", "actor", id="person"),
        quoted(TEXT, "18 загиблих", "figure", id="figure"),
    ]


@pytest.fixture
def article(view: ArticleView, quoted: Annotate) -> ArticleView:
    view.show_article(TEXT, annotations(quoted))
    view.grab()  # labels are placed when they are painted
    return view


@pytest.fixture
def wanted(article: ArticleView) -> list[tuple[str, str]]:
    """The relations that were wanted so far."""
    heard: list[tuple[str, str]] = []
    article.relation_wanted.connect(lambda source, target: heard.append((source, target)))
    return heard


def label_point(view: ArticleView, annotation_id: str) -> QPoint:
    label = next(each for each in view._layer.labels(0, 10_000) if each.mark.annotation.id == annotation_id)
    return (label.rect.center() - QPointF(0, view.verticalScrollBar().value())).toPoint()


def move(view: ArticleView, point: QPoint, buttons: Qt.MouseButton = LEFT) -> None:
    where = QPointF(view.viewport().mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), where, Qt.MouseButton.NoButton, buttons, NONE)
    QApplication.sendEvent(view.viewport(), event)


def drag(
    view: ArticleView, qtbot: QtBot, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE
) -> Iterator[None]:
    """Press, move, and let go when it is gone on with."""
    qtbot.mousePress(view.viewport(), LEFT, held, pos=start)
    for step in range(1, 6):
        move(view, start + (end - start) * (step / 5))
    yield
    qtbot.mouseRelease(view.viewport(), LEFT, held, pos=end)
    yield


def drag_all(view: ArticleView, qtbot: QtBot, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
    for _ in drag(view, qtbot, start, end, held):
        pass


# By dragging


def test_dragging_from_a_label_to_a_mark(
    article: ArticleView, qtbot: QtBot, point_at: PointAt, wanted: list[tuple[str, str]]
) -> None:
    drag_all(article, qtbot, label_point(article, "figure"), point_at(article, TEXT.index("Олена") + 2))
    assert wanted == [("figure", "person")]
    assert (article.chosen, article.selection()) == (None, None)


def test_dragging_from_a_label_to_a_label(article: ArticleView, qtbot: QtBot, wanted: list[tuple[str, str]]) -> None:
    drag_all(article, qtbot, label_point(article, "event"), label_point(article, "person"))
    assert wanted == [("event", "person")]


def test_dragging_from_words_with_alt_held(
    article: ArticleView, qtbot: QtBot, point_at: PointAt, wanted: list[tuple[str, str]]
) -> None:
    start = point_at(article, TEXT.index("Олена") + 2)
    drag_all(article, qtbot, start, point_at(article, TEXT.index("18")), ALT)
    assert wanted == [("person", "figure")]
    assert article.selection() is None


def test_dragging_from_words_without_alt_selects(
    article: ArticleView, qtbot: QtBot, point_at: PointAt, wanted: list[tuple[str, str]]
) -> None:
    start = point_at(article, TEXT.index("Олена") + 2)
    drag_all(article, qtbot, start, point_at(article, TEXT.index("18")))
    assert wanted == []
    assert article.selection() is not None


def test_dragging_from_bare_words_with_alt_relates_nothing(
    article: ArticleView, qtbot: QtBot, point_at: PointAt, wanted: list[tuple[str, str]]
) -> None:
    drag_all(article, qtbot, point_at(article, TEXT.index("складі")), point_at(article, TEXT.index("18")), ALT)
    assert wanted == []


@pytest.mark.parametrize("where", ["складі", "18"])
def test_letting_go_over_nothing_or_itself_relates_nothing(
    article: ArticleView, qtbot: QtBot, point_at: PointAt, wanted: list[tuple[str, str]], where: str
) -> None:
    drag_all(article, qtbot, label_point(article, "figure"), point_at(article, TEXT.index(where) + 1))
    assert wanted == []


def test_escape_cancels_a_drag(
    article: ArticleView, qtbot: QtBot, point_at: PointAt, wanted: list[tuple[str, str]]
) -> None:
    before = article.viewport().grab().toImage()
    dragging = drag(article, qtbot, label_point(article, "figure"), point_at(article, TEXT.index("Олена")))
    next(dragging)
    assert article.viewport().grab().toImage() != before
    qtbot.keyClick(article, Qt.Key.Key_Escape)
    next(dragging)
    assert wanted == []
    assert article.chosen is None
    article._hover(None)
    assert article.viewport().grab().toImage() == before


def test_a_line_follows_the_pointer_and_what_it_is_on_stands_out(
    article: ArticleView, qtbot: QtBot, point_at: PointAt
) -> None:
    dragging = drag(article, qtbot, label_point(article, "figure"), point_at(article, TEXT.index("складі")))
    next(dragging)
    on_nothing = article.viewport().grab().toImage()
    with qtbot.waitSignal(article.annotation_hovered) as hovered:
        move(article, point_at(article, TEXT.index("Олена") + 1))
    assert hovered.args == ["person"]
    assert article.viewport().grab().toImage() != on_nothing
    next(dragging)


def test_a_click_on_a_label_still_chooses(article: ArticleView, qtbot: QtBot, wanted: list[tuple[str, str]]) -> None:
    qtbot.mouseClick(article.viewport(), LEFT, pos=label_point(article, "figure"))
    assert (article.chosen, wanted) == ("figure", [])


def test_a_click_on_words_with_alt_held_chooses(article: ArticleView, qtbot: QtBot, point_at: PointAt) -> None:
    qtbot.mouseClick(article.viewport(), LEFT, ALT, point_at(article, TEXT.index("Олена") + 1))
    assert article.chosen == "person"


def test_dragging_to_the_edge_scrolls(view: ArticleView, annotation: Annotate, qtbot: QtBot) -> None:
    view.show_article(LONG, [annotation(12, 30, id="near")])
    view.grab()
    dragging = drag(view, qtbot, label_point(view, "near"), QPoint(300, view.viewport().height() - 2))
    next(dragging)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 100)
    next(dragging)
    stopped = view.verticalScrollBar().value()
    assert not view._scrolling.active
    assert view.verticalScrollBar().value() == stopped


# By keys


def test_by_keys_the_held_annotation_is_related_to_the_chosen_one(
    article: ArticleView, qtbot: QtBot, wanted: list[tuple[str, str]]
) -> None:
    article.choose("person")
    with qtbot.waitSignal(article.relation_source_changed) as held:
        assert article.begin_relation()
    assert held.args == ["person"]
    article.choose_next()
    with qtbot.waitSignal(article.relation_source_changed) as held:
        qtbot.keyClick(article, Qt.Key.Key_Return)
    assert held.args == [None]
    assert wanted == [("person", "figure")]
    assert article.relation_source is None


def test_a_click_chooses_the_other_end_too(
    article: ArticleView, qtbot: QtBot, point_at: PointAt, wanted: list[tuple[str, str]]
) -> None:
    article.choose("figure")
    article.begin_relation()
    qtbot.mouseClick(article.viewport(), LEFT, pos=point_at(article, TEXT.index("Олена") + 1))
    assert wanted == []
    qtbot.keyClick(article, Qt.Key.Key_Enter)
    assert wanted == [("figure", "person")]


def test_nothing_is_related_to_itself(article: ArticleView, qtbot: QtBot, wanted: list[tuple[str, str]]) -> None:
    article.choose("figure")
    article.begin_relation()
    qtbot.keyClick(article, Qt.Key.Key_Return)
    assert wanted == []
    assert article.relation_source == "figure"


def test_with_nothing_chosen_nothing_is_held(article: ArticleView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(article.relation_source_changed):
        assert not article.begin_relation()
    assert article.relation_source is None


def test_escape_ends_it_and_leaves_the_choice(
    article: ArticleView, qtbot: QtBot, wanted: list[tuple[str, str]]
) -> None:
    article.choose("figure")
    article.begin_relation()
    article.choose("person")
    qtbot.keyClick(article, Qt.Key.Key_Escape)
    assert (article.relation_source, article.chosen, wanted) == (None, "person", [])
    qtbot.keyClick(article, Qt.Key.Key_Return)
    assert wanted == []


def test_the_held_annotation_is_seen(article: ArticleView) -> None:
    article.choose("figure")
    chosen = article.viewport().grab().toImage()
    article.begin_relation()
    held = article.viewport().grab().toImage()
    assert held != chosen
    article.choose("person")
    to_the_person = article.viewport().grab().toImage()
    article.end_relation()
    assert article.viewport().grab().toImage() != to_the_person


def test_it_ends_when_the_held_annotation_is_gone(article: ArticleView, qtbot: QtBot) -> None:
    article.choose("figure")
    article.begin_relation()
    with qtbot.waitSignal(article.relation_source_changed) as held:
        article.remove_annotation("figure")
    assert held.args == [None]


def test_it_ends_with_another_article(article: ArticleView) -> None:
    article.choose("figure")
    article.begin_relation()
    article.show_article(TEXT, ())
    assert article.relation_source is None


def test_dragging_ends_what_is_held(article: ArticleView, qtbot: QtBot, wanted: list[tuple[str, str]]) -> None:
    article.choose("figure")
    article.begin_relation()
    with qtbot.waitSignal(article.relation_source_changed) as held:
        drag_all(article, qtbot, label_point(article, "event"), label_point(article, "person"))
    assert held.args == [None]
    assert wanted == [("event", "person")]


# In the panel


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot, quoted: Annotate) -> ReaderPanel:
    panel = ReaderPanel(Icons(qapp))
    qtbot.addWidget(panel)
    panel.resize(900, 500)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.show_article(TEXT, annotations(quoted))
    panel.view.setFocus()
    return panel


def bar(panel: ReaderPanel) -> RelatingBar:
    return panel.findChild(RelatingBar)


def test_the_bar_says_what_is_held_and_what_would_be_related(panel: ReaderPanel) -> None:
    assert not bar(panel).isVisible()
    panel.view.choose("figure")
    panel.view.begin_relation()
    assert bar(panel).isVisible()
    assert bar(panel).text == "From “18 загиблих”: choose where to"
    panel.view.choose("person")
    assert bar(panel).text == "“18 загиблих” → “Олена Дорошенко”: press Enter"
    panel.view.end_relation()
    assert not bar(panel).isVisible()


def test_in_a_narrow_panel_the_bar_shortens_both_ends(panel: ReaderPanel) -> None:
    panel.resize(420, 500)
    panel.view.choose("figure")
    panel.view.begin_relation()
    panel.view.choose("person")
    shown = bar(panel).findChild(QLabel).text()
    assert re.fullmatch("“18 .*…” → “Ол.*…”: press Enter", shown)


def test_the_bar_relates_and_cancels_by_mouse(panel: ReaderPanel, qtbot: QtBot) -> None:
    relate = bar(panel).findChild(QPushButton)
    panel.view.choose("figure")
    panel.view.begin_relation()
    assert not relate.isEnabled()
    panel.view.choose("event")
    with qtbot.waitSignal(panel.view.relation_wanted) as wanted:
        qtbot.mouseClick(relate, LEFT)
    assert wanted.args == ["figure", "event"]
    panel.view.begin_relation()
    bar(panel).cancelled.emit()
    assert panel.view.relation_source is None


@pytest.mark.parametrize(("key", "related"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_the_bar_knows_the_keys_too_and_gives_the_focus_back(
    panel: ReaderPanel, qtbot: QtBot, key: Qt.Key, related: bool
) -> None:
    wanted: list[str] = []
    panel.view.relation_wanted.connect(lambda source, _: wanted.append(source))
    panel.view.choose("figure")
    panel.view.begin_relation()
    panel.view.choose("event")
    button = bar(panel).findChild(QPushButton)
    button.setFocus()
    qtbot.keyClick(button, key)
    assert wanted == ["figure"] * related
    assert panel.view.relation_source is None
    assert panel.view.hasFocus()


@pytest.mark.parametrize(("key", "acts"), [(Qt.Key.Key_Return, "relate"), (Qt.Key.Key_Escape, "end")])
def test_its_keys_go_before_those_of_the_window(panel: ReaderPanel, qtbot: QtBot, key: Qt.Key, acts: str) -> None:
    triggered: list[str] = []
    action = QAction("window", panel)
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: triggered.append("window"))
    panel.addAction(action)
    panel.view.relation_wanted.connect(lambda *_: triggered.append("relate"))
    panel.view.relation_source_changed.connect(lambda id_: triggered.append("end") if id_ is None else None)
    qtbot.keyClick(panel.view, key)
    assert triggered == ["window"]
    panel.view.choose("figure")
    panel.view.begin_relation()
    panel.view.choose("event")
    qtbot.keyClick(panel.view, key)
    assert triggered == ["window", "end", *(["relate"] if acts == "relate" else [])]
