# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable, Iterator

from pytestqt.qtbot import QtBot

from archivist.store import Archive
from archivist.ui.icons import Icons
from archivist.ui.inspector import InspectorPanel
from archivist.ui.inspector.annotation_page import AnnotationPage
from archivist.ui.session import Session
from archivist.ui.warming_up import WarmingUp
from archivist.ui.window import Window


def steps(taken: list[int], number: int) -> Iterator[None]:
    for step in range(number):
        taken.append(step)
        yield


def test_every_step_is_taken_and_then_there_are_no_more(qtbot: QtBot) -> None:
    taken: list[int] = []
    warming = WarmingUp(steps(taken, 3))
    with qtbot.waitSignal(warming.done):
        warming.begin()
    assert taken == [0, 1, 2]


def test_after_closing_no_step_is_taken(qtbot: QtBot) -> None:
    closed, open_ = WarmingUp(steps(taken := [], 3)), WarmingUp(steps([], 3))
    closed.begin()
    closed.close()
    with qtbot.waitSignal(open_.done):  # begun later, so it would be done later
        open_.begin()
    assert taken == []


def test_a_window_warms_up_what_annotating_needs(
    qtbot: QtBot, archive: Archive, open_window: Callable[[Archive], Window]
) -> None:
    desk = open_window(archive).desk
    with qtbot.waitSignal(desk.warming_up.done):
        desk.warming_up.begin()
    assert len(desk.inspector.findChildren(AnnotationPage)) == 1
    assert desk.concordance.isHidden()


def test_the_page_of_an_annotation_is_made_ahead_and_not_shown(qtbot: QtBot, archive: Archive, icons: Icons) -> None:
    inspector = InspectorPanel(Session(archive), icons)
    qtbot.addWidget(inspector)
    shown = inspector.currentWidget()
    for _ in inspector.warm_up():
        assert inspector.currentWidget() is shown
    assert len(inspector.findChildren(AnnotationPage)) == 1
