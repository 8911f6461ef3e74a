# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import threading
from collections.abc import Generator

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from archivist.model import Progress
from archivist.ui.icons import Icons
from archivist.ui.jobs import Jobs
from archivist.ui.progress_strip import ProgressStrip


def endless() -> Generator[Progress, None, None]:
    pace = threading.Event()
    while not pace.wait(0.005):
        yield Progress(3, 1200, "waiting")


def test_a_long_job_is_shown_and_can_be_cancelled(qtbot: QtBot, jobs: Jobs, icons: Icons) -> None:
    strip = ProgressStrip(jobs, icons)
    qtbot.addWidget(strip)
    jobs.start(lambda _: endless(), title="Importing")
    assert strip.isHidden()  # a job that is soon done is not worth a line
    qtbot.waitUntil(lambda: strip.texts == [f"Importing 3 of {QLocale().toString(1200)}"])
    [cancel] = strip.findChildren(QToolButton)
    assert "Importing" in cancel.accessibleName()
    with qtbot.waitSignal(jobs.ended):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert strip.texts == []
    assert strip.isHidden()


def slow() -> Generator[Progress, None, None]:
    pace = threading.Event()
    while not pace.wait(0.005):
        yield Progress(3, 1200, "waiting", seconds_left=20.0)


def test_it_says_how_long_a_job_still_takes(qtbot: QtBot, jobs: Jobs, icons: Icons) -> None:
    strip = ProgressStrip(jobs, icons)
    qtbot.addWidget(strip)
    job = jobs.start(lambda _: slow(), title="Importing")
    qtbot.waitUntil(lambda: strip.texts == [f"Importing 3 of {QLocale().toString(1200)}, less than a minute left"])
    with qtbot.waitSignal(jobs.ended):
        job.cancel()


def test_questions_are_not_shown(qtbot: QtBot, jobs: Jobs, icons: Icons) -> None:
    strip = ProgressStrip(jobs, icons)
    qtbot.addWidget(strip)
    with qtbot.waitSignal(jobs.ended):
        jobs.ask(lambda _: 1, done=lambda _: None)
    assert strip._waiting == []
