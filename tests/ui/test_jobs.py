# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Generator
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from archivist.errors import ArchivistError, ArticleNotFound, ProcessEnded
from archivist.model import Progress
from archivist.store import Archive
from archivist.ui.jobs import Jobs, ProcessBug
from archivist.ui.questions.answering import Sources


class Told:
    """Collects what a job calls back."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Any]] = []

    def done(self, value: Any) -> None:
        self.calls.append(("done", value))

    def failed(self, error: ArchivistError) -> None:
        self.calls.append(("failed", error))

    def cancelled(self) -> None:
        self.calls.append(("cancelled", None))


def adding_tags(archive: Archive) -> Generator[Progress, None, int]:
    for number in range(3):
        archive.tags.add(f"tag {number}", "actor")
        yield Progress(number + 1, 3, "tags")
    return len(archive.tags.all())


def endless(closed: list[str]) -> Generator[Progress, None, None]:
    try:
        while True:
            yield Progress(0, 0, "waiting")
    finally:
        closed.append("closed")


def failing(_archive: Archive) -> Generator[Progress, None, None]:
    yield Progress(0, 1, "fails")
    raise ArticleNotFound("abcd")


def asking_its_niceness() -> Generator[Progress, None, int]:
    """Run in a process."""
    yield Progress(0, 1, "asking")
    return os.nice(0)


def counting(limit: int) -> Generator[Progress, None, int]:
    """Run in a process."""
    for number in range(limit):
        yield Progress(number, limit, "counting")
    return os.getpid()


def counting_for_ever() -> Generator[Progress, None, None]:
    """Run in a process."""
    number = 0
    while True:
        number += 1
        yield Progress(number, 0, "counting")


def refusing() -> Generator[Progress, None, None]:
    """Run in a process."""
    yield Progress(0, 1, "refuses")
    raise ArticleNotFound("abcd")


def dying() -> Generator[Progress, None, None]:
    """Run in a process."""
    yield Progress(0, 1, "dies")
    os._exit(7)


def mistaken() -> Generator[Progress, None, None]:
    """Run in a process."""
    yield Progress(0, 1, "is wrong")
    raise KeyError("a bug")


def test_a_job_works_on_its_own_connection_and_brings_its_result(qtbot: QtBot, jobs: Jobs, archive: Archive) -> None:
    told = Told()
    with qtbot.waitSignal(jobs.ended):
        jobs.start(adding_tags, title="Adding", done=told.done)
    assert told.calls == [("done", 6)]
    assert len(archive.tags.all()) == 6


def test_callbacks_come_in_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    threads: list[threading.Thread] = []
    with qtbot.waitSignal(jobs.ended):
        jobs.start(
            adding_tags,
            title="Adding",
            progress=lambda _: threads.append(threading.current_thread()),
            done=lambda _: threads.append(threading.current_thread()),
        )
    assert len(threads) >= 2
    assert set(threads) == {threading.main_thread()}


def test_a_job_that_fails_says_why(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    with qtbot.waitSignal(jobs.ended):
        jobs.start(failing, title="Failing", failed=told.failed)
    [(what, error)] = told.calls
    assert what == "failed"
    assert isinstance(error, ArticleNotFound)


def test_a_failure_that_nobody_waits_for_is_announced(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.failed) as announced:
        jobs.start(failing, title="Failing")
    assert isinstance(announced.args[0], ArticleNotFound)


def test_cancelling_closes_the_generator(qtbot: QtBot, jobs: Jobs) -> None:
    closed: list[str] = []
    told = Told()
    job = jobs.start(lambda _: endless(closed), title="Endless", done=told.done, cancelled=told.cancelled)
    with qtbot.waitSignal(jobs.progressed):
        pass
    with qtbot.waitSignal(jobs.ended):
        job.cancel()
    assert closed == ["closed"]
    assert told.calls == [("cancelled", None)]
    assert jobs.running == []


def test_jobs_that_write_run_one_after_another(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[str] = []

    def work(name: str) -> Generator[Progress, None, None]:
        order.append(f"{name} begins")
        yield Progress(0, 1, name)
        order.append(f"{name} ends")

    jobs.start(lambda _: work("one"), title="One")
    with qtbot.waitSignal(jobs.ended, check_params_cb=lambda job: job.title == "Two"):
        jobs.start(lambda _: work("two"), title="Two")
    assert order == ["one begins", "one ends", "two begins", "two ends"]


def test_a_question_is_answered_while_a_job_runs(qtbot: QtBot, jobs: Jobs) -> None:
    job = jobs.start(lambda _: endless([]), title="Endless")
    told = Told()
    with qtbot.waitSignal(jobs.ended):
        jobs.ask(lambda archive: archive.tags.named("strike").name, done=told.done)
    assert told.calls == [("done", "strike")]
    assert job.running


def test_the_answer_to_a_dropped_question_is_not_heard(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    first = jobs.ask(lambda _: "first", done=told.done)
    first.drop()
    with qtbot.waitSignals([jobs.ended, jobs.ended]):
        jobs.ask(lambda _: "second", done=told.done)
    assert told.calls == [("done", "second")]


def test_a_bug_on_a_worker_is_raised_in_the_gui_thread(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(jobs.ended):
        jobs.ask(lambda _: int("a bug"), done=lambda _: None)
    assert raised[0][0] is ValueError


def test_heavy_work_runs_in_another_process(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    with qtbot.waitSignal(jobs.ended, timeout=20_000):
        jobs.start_process(counting, (5,), title="Counting", done=told.done)
    [(what, process)] = told.calls
    assert what == "done"
    assert process != os.getpid()


def test_modules_are_imported_outside_the_gui_thread(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "brought_here.py").write_text("import threading\nthread = threading.current_thread()\n")
    monkeypatch.syspath_prepend(tmp_path)
    went_on: list[object] = []
    job = jobs.bring("brought_here", "json", then=lambda: went_on.append(sys.modules["brought_here"].thread))
    assert (went_on, job is not None and job.running) == ([], True)
    qtbot.waitUntil(lambda: bool(went_on))
    assert went_on[0] is not threading.main_thread()
    assert jobs.bring("brought_here", "json", then=lambda: went_on.append("at once")) is None
    assert went_on[1:] == ["at once"]
    del sys.modules["brought_here"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no niceness")
@pytest.mark.parametrize(("in_background", "behind"), [(True, 10), (False, 0)])
def test_work_in_the_background_goes_behind_the_window(
    qtbot: QtBot, jobs: Jobs, *, in_background: bool, behind: int
) -> None:
    told = Told()
    with qtbot.waitSignal(jobs.ended, timeout=20_000):
        jobs.start_process(asking_its_niceness, (), title="Asking", done=told.done, in_background=in_background)
    assert told.calls == [("done", min(19, os.nice(0) + behind))]


def test_a_process_can_be_cancelled(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    job = jobs.start_process(counting_for_ever, (), title="Counting", cancelled=told.cancelled)
    with qtbot.waitSignal(jobs.progressed, timeout=20_000):
        pass
    with qtbot.waitSignal(jobs.ended):
        job.cancel()
    assert told.calls == [("cancelled", None)]


@pytest.mark.parametrize(("function", "error"), [(refusing, ArticleNotFound), (dying, ProcessEnded)])
def test_a_process_that_fails_or_dies_says_so(qtbot: QtBot, jobs: Jobs, function: Any, error: type) -> None:
    told = Told()
    with qtbot.waitSignal(jobs.ended, timeout=20_000):
        jobs.start_process(function, (), title="Trying", failed=told.failed)
    [(what, value)] = told.calls
    assert what == "failed"
    assert isinstance(value, error)


def test_a_bug_in_a_process_comes_with_its_place(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(jobs.ended, timeout=20_000):
        jobs.start_process(mistaken, (), title="Trying")
    assert isinstance(raised[0][1], ProcessBug)
    assert "in mistaken" in raised[0][1].trace


def test_closing_stops_everything_and_nothing_is_heard_after(qtbot: QtBot, archive: Archive) -> None:
    jobs = Jobs(archive)
    closed: list[str] = []
    told = Told()
    jobs.start(lambda _: endless(closed), title="Endless", cancelled=told.cancelled)
    jobs.start_process(counting_for_ever, (), title="Counting", cancelled=told.cancelled)
    with qtbot.waitSignal(jobs.progressed):
        pass
    jobs.close()
    assert closed == ["closed"]
    assert jobs.running == []
    assert told.calls == []


def test_the_processes_module_knows_no_qt(tmp_path: Path) -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    code = "import sys, archivist.ui.steps; print(any(name.startswith('PySide6') for name in sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def count_tags(sources: Sources, more: int) -> int:
    """Asked of a process."""
    return len(sources.archive.tags.all()) + more


def refuse(_sources: Sources) -> None:
    """Asked of a process."""
    raise ArticleNotFound("abcd")


def die(_sources: Sources) -> None:
    """Asked of a process."""
    os._exit(9)


def test_a_process_that_stays_answers_one_question_after_another(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    for more in (1, 2, 3):
        jobs.ask_process(count_tags, (more,), done=told.done)
    with qtbot.waitSignals([jobs.ended] * 3, timeout=20_000):
        pass
    assert told.calls == [("done", 4), ("done", 5), ("done", 6)]


def test_it_sees_what_was_just_written(qtbot: QtBot, jobs: Jobs, archive: Archive) -> None:
    told = Told()
    for name in ("arrest", "rally"):
        archive.tags.add(name, "event")
        with qtbot.waitSignal(jobs.ended, timeout=20_000):
            jobs.ask_process(count_tags, (0,), done=told.done)
    assert told.calls == [("done", 4), ("done", 5)]


def test_a_dropped_question_is_neither_asked_nor_answered(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    jobs.ask_process(count_tags, (1,), done=told.done)
    jobs.ask_process(die, (), done=told.done).drop()
    with qtbot.waitSignals([jobs.ended] * 3, timeout=20_000):
        jobs.ask_process(count_tags, (2,), done=told.done)
    assert told.calls == [("done", 4), ("done", 5)]


def test_a_question_that_fails_says_why(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.waitSignal(jobs.failed, timeout=20_000) as announced:
        jobs.ask_process(refuse, (), done=lambda _: None)
    assert isinstance(announced.args[0], ArticleNotFound)


def test_the_process_that_answers_is_started_again_when_it_died(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    jobs.ask_process(die, (), done=told.done, failed=told.failed)
    with qtbot.waitSignals([jobs.ended] * 2, timeout=20_000):
        jobs.ask_process(count_tags, (1,), done=told.done)
    assert isinstance(told.calls[0][1], ProcessEnded)
    assert told.calls[1] == ("done", 4)


def test_a_question_that_cannot_be_asked_keeps_no_other_from_being_answered(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    with qtbot.captureExceptions() as raised, qtbot.waitSignals([jobs.ended] * 2, timeout=20_000):
        jobs.ask_process(count_tags, (lambda: 1,), done=told.done)
        jobs.ask_process(count_tags, (1,), done=told.done)
    assert len(raised) == 1
    assert told.calls == [("done", 4)]


def test_an_answer_is_heard_though_the_next_question_cannot_be_asked(qtbot: QtBot, jobs: Jobs) -> None:
    told = Told()
    with qtbot.captureExceptions() as raised, qtbot.waitSignals([jobs.ended] * 4, timeout=20_000):
        jobs.ask_process(count_tags, (1,), done=told.done)
        jobs.ask_process(count_tags, (lambda: 1,), done=told.done)
        jobs.ask_process(count_tags, (lambda: 2,), done=told.done)
        jobs.ask_process(count_tags, (2,), done=told.done)
    assert len(raised) == 2
    assert told.calls == [("done", 4), ("done", 5)]


def test_where_no_process_can_be_started_the_next_question_tries_again(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told()

    def refuse_to_start(_process: SpawnProcess) -> None:
        monkeypatch.undo()
        raise BlockingIOError

    monkeypatch.setattr(SpawnProcess, "start", refuse_to_start)
    jobs.ask_process(count_tags, (0,), done=told.done, failed=told.failed)
    with qtbot.waitSignals([jobs.ended] * 2, timeout=20_000):
        jobs.ask_process(count_tags, (1,), done=told.done)
    assert isinstance(told.calls[0][1], ProcessEnded)
    assert told.calls[1:] == [("done", 4)]


def send_much(_sources: Sources) -> bytes:
    """Asked of a process."""
    return bytes(50_000_000)


def counting_at_length() -> Generator[Progress, None, bytes]:
    """Run in a process."""
    for number in range(1000):
        yield Progress(number, 1000, "x" * 1_000_000)
    return bytes(50_000_000)


def test_closing_while_much_is_being_sent_leaves_nothing_behind(qtbot: QtBot, archive: Archive) -> None:
    jobs, told = Jobs(archive), Told()
    with qtbot.waitSignal(jobs.progressed, timeout=20_000):
        jobs.ask_process(send_much, (), done=told.done)
        jobs.start_process(counting_at_length, (), title="Counting", done=told.done)
    jobs.close()
    assert not {each.name for each in threading.enumerate()} & {"answers", "listening"}
    assert multiprocessing.active_children() == []
    assert [value for _, value in told.calls if len(value) != 50_000_000] == []


def adding_one(archive: Archive, name: str) -> Generator[Progress, None, str]:
    """Run in a process, on the archive."""
    archive.tags.add(name, "event")
    yield Progress(1, 1, "tags")
    return archive.who


def test_work_in_another_process_writes_to_the_open_archive(qtbot: QtBot, jobs: Jobs, archive: Archive) -> None:
    told = Told()
    with qtbot.waitSignal(jobs.ended, timeout=20_000):
        jobs.start_work(adding_one, ("rally",), title="Adding", done=told.done)
    assert told.calls == [("done", "Olena")]
    assert archive.tags.named("rally").kind == "event"


def test_nothing_is_answered_after_closing(archive: Archive) -> None:
    told, jobs = Told(), Jobs(archive)
    jobs.close()
    asked = [
        jobs.ask(lambda archive: archive.tags.all(), done=told.done),
        jobs.ask_process(count_tags, (0,), done=told.done),
        jobs.start(adding_tags, title="Adding", done=told.done),
        jobs.start_process(counting, (5,), title="Counting", done=told.done),
    ]
    assert [job.running for job in asked] == [False] * 4
    assert not jobs.running
    assert told.calls == []
