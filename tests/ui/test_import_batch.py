# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from archivist.errors import DiskFull
from archivist.model import FileReport, ImportStatus
from archivist.ui.import_batch import ImportBatch

REPORT = FileReport(Path("flood.html"), ImportStatus.IMPORTED)


def batch(jobs: int) -> tuple[ImportBatch, list[ImportBatch]]:
    told: list[ImportBatch] = []
    return ImportBatch(jobs, told.append), told


def test_jobs_that_belong_together_are_told_of_once() -> None:
    one, told = batch(2)
    one.end([REPORT])
    assert not told
    one.end([REPORT], with_annotations=True)
    assert told == [one]
    assert len(one.reports) == 2
    assert one.with_annotations


def test_why_one_broke_off_is_told_with_what_the_others_brought() -> None:
    one, told = batch(2)
    full = DiskFull(Path("press"))
    one.end(stopped=full)
    one.end([REPORT])
    assert [(each.stopped, each.reports) for each in told] == [(full, [REPORT])]


def test_that_one_was_cancelled_is_told_after_the_others_have_ended() -> None:
    one, told = batch(2)
    one.end(cancelled=True)
    assert not told
    one.end([REPORT])
    assert [each.cancelled for each in told] == [True]


def test_of_nothing_nothing_is_told() -> None:
    one, told = batch(1)
    one.end()
    assert not told
