# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from archivist.ui.crash import CrashDialog, CrashReports, report_of
from archivist.ui.steps import ProcessBug

QUOTED = "Токаєв заявив"


def broken() -> None:
    raise KeyError(QUOTED)


def caught() -> KeyError:
    try:
        broken()
    except KeyError as error:
        return error
    raise AssertionError


@pytest.fixture
def reports(qapp: QApplication, tmp_path: Path) -> Iterator[CrashReports]:
    reports = CrashReports(tmp_path / "state" / "crash.log")
    reports.install()
    yield reports
    reports.uninstall()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, CrashDialog):
            widget.close()


def raise_in_a_slot(error: BaseException) -> None:
    sys.excepthook(type(error), error, error.__traceback__)


def test_a_report_says_where_and_quotes_nothing() -> None:
    report = report_of(caught())
    assert "in broken" in report
    assert "KeyError" in report
    assert "Archivist 0" in report
    assert QUOTED not in report
    assert str(Path.home()) not in report


def test_a_bug_in_a_process_is_reported_alike() -> None:
    frame = f'  File "/home/olena/x/steps.py", line 5, in f\n    f("{QUOTED}")'
    trace = f"Traceback (most recent call last):\n{frame}\nKeyError: {QUOTED}\n"
    report = report_of(ProcessBug(trace))
    assert 'File "steps.py", line 5, in f' in report
    assert report.endswith("KeyError")
    assert QUOTED not in report
    assert "olena" not in report


def test_one_dialog_for_each_distinct_place(qtbot: QtBot, reports: CrashReports) -> None:
    seen: list[str] = []
    reports.reported.connect(seen.append)
    with qtbot.waitSignal(reports.reported):
        raise_in_a_slot(caught())
    raise_in_a_slot(caught())
    with qtbot.waitSignal(reports.reported):
        raise_in_a_slot(ZeroDivisionError())
    assert len(seen) == 2


def test_an_exception_of_another_thread_is_shown_in_the_gui_thread(qtbot: QtBot, reports: CrashReports) -> None:
    shown: list[bool] = []
    reports.reported.connect(lambda _: shown.append(threading.current_thread() is threading.main_thread()))
    with qtbot.waitSignal(reports.reported):
        thread = threading.Thread(target=broken)
        thread.start()
        thread.join()
    assert shown == [True]


def test_a_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("Something went wrong.", "the report")
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == "the report"


def test_what_a_killed_process_left_is_told_once_without_folders(qapp: QApplication, tmp_path: Path) -> None:
    log = tmp_path / "crash.log"
    log.write_text(
        'Fatal Python error: Aborted\n  File "/home/olena/archivist/ui/x.py", line 3 in f\n', encoding="utf-8"
    )
    reports = CrashReports(log)
    left = reports.left_behind()
    assert 'File "x.py", line 3 in f' in left
    assert "olena" not in left
    assert reports.left_behind() == ""
