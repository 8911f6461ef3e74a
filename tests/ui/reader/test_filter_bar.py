# SPDX-License-Identifier: GPL-3.0-or-later
"""Some of the annotations are seen, and all come back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from archivist.model import Annotation
from archivist.ui.icons import Icons
from archivist.ui.reader.panel import ReaderPanel
from archivist.ui.reader.shown import State

Annotate = Callable[..., Annotation]
TEXT = "Заголовок\nодин два три чотири п’ять шість"


@pytest.fixture
def panel(qtbot: QtBot) -> ReaderPanel:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    panel = ReaderPanel(Icons(application))
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


@pytest.fixture
def annotations(quoted: Annotate) -> list[Annotation]:
    return [
        quoted(TEXT, "один", "event", id="event", created_by="Olha"),
        quoted(TEXT, "два", "actor", id="actor", record="somebody", created_by="Olha"),
        quoted(TEXT, "три", "figure", id="figure", note="sure?", created_by="brat"),
    ]


def seen(panel: ReaderPanel) -> list[str]:
    return [mark.annotation.id for mark in panel.view._layer.marks]


def choose(box: QComboBox, data: object) -> None:
    place = box.findData(data)
    assert place > 0
    box.setCurrentIndex(place)


@pytest.fixture
def filtering(panel: ReaderPanel, annotations: list[Annotation]) -> ReaderPanel:
    panel.show_article(TEXT, annotations)
    panel.toggle_filter()
    return panel


def test_by_kind(filtering: ReaderPanel) -> None:
    choose(filtering.filter_bar.kind, "actor")
    assert seen(filtering) == ["actor"]


def test_by_tag(filtering: ReaderPanel) -> None:
    choose(filtering.filter_bar.tag, "tag-figure")
    assert seen(filtering) == ["figure"]


def test_by_annotator_and_kind(filtering: ReaderPanel) -> None:
    choose(filtering.filter_bar.annotator, "Olha")
    assert seen(filtering) == ["event", "actor"]
    choose(filtering.filter_bar.kind, "event")
    assert seen(filtering) == ["event"]


@pytest.mark.parametrize(
    ("state", "left"),
    [
        (State.LINKED, ["actor"]),
        (State.NOT_LINKED, ["event", "figure"]),
        (State.NOTED, ["figure"]),
        (State.NOT_NOTED, ["event", "actor"]),
    ],
)
def test_by_state(filtering: ReaderPanel, state: State, left: list[str]) -> None:
    choose(filtering.filter_bar.state, state)
    assert seen(filtering) == left


def test_escape_shows_all_again(qtbot: QtBot, filtering: ReaderPanel) -> None:
    choose(filtering.filter_bar.kind, "actor")
    qtbot.keyClick(filtering.filter_bar.kind, Qt.Key.Key_Escape)
    assert seen(filtering) == ["event", "actor", "figure"]
    assert filtering.filter_bar.isHidden()


def test_another_article_is_seen_through_the_same_choice(filtering: ReaderPanel, quoted: Annotate) -> None:
    choose(filtering.filter_bar.tag, "tag-actor")
    filtering.show_article(TEXT, [quoted(TEXT, "п’ять", "event", id="other")])
    assert seen(filtering) == []
    assert filtering.filter_bar.tag.currentData() == "tag-actor"


def test_what_one_has_just_made_is_seen_until_one_chooses_anew(filtering: ReaderPanel, quoted: Annotate) -> None:
    choose(filtering.filter_bar.kind, "actor")
    made = quoted(TEXT, "шість", "event", id="made")
    filtering.view.put_annotation(made)
    assert seen(filtering) == ["actor", "made"]
    filtering.view.put_annotation(made)
    assert seen(filtering) == ["actor", "made"]
    choose(filtering.filter_bar.kind, "figure")
    assert seen(filtering) == ["figure"]


def test_a_hidden_annotation_that_changes_stays_hidden(filtering: ReaderPanel, quoted: Annotate) -> None:
    choose(filtering.filter_bar.kind, "actor")
    filtering.view.put_annotation(quoted(TEXT, "один", "event", id="event", note="new"))
    assert seen(filtering) == ["actor"]
    filtering.filter_bar.close_bar()
    assert filtering.view._layer.marks.get("event").annotation.note == "new"  # type: ignore[union-attr]


def test_what_is_chosen_and_hidden_is_chosen_no_longer(filtering: ReaderPanel) -> None:
    filtering.view.choose("event")
    choose(filtering.filter_bar.kind, "actor")
    assert filtering.view.chosen is None


def test_the_bar_says_how_many_are_seen(filtering: ReaderPanel) -> None:
    choose(filtering.filter_bar.kind, "actor")
    assert filtering.filter_bar._count.text() == "1 of 3 annotation(s)"


def test_in_a_narrow_column_the_choices_take_two_lines(qtbot: QtBot, filtering: ReaderPanel) -> None:
    bar = filtering.filter_bar
    assert bar.kind.y() == bar.state.y()
    filtering.resize(420, 600)
    qtbot.waitUntil(lambda: bar.state.y() > bar.kind.y())
    assert filtering.width() == 420
    for box in (bar.kind, bar.tag, bar.annotator, bar.state):
        assert box.width() >= box.sizeHint().width() or box.width() == box.maximumWidth()
        assert bar.rect().contains(box.parentWidget().mapTo(bar, box.geometry().bottomRight()))
