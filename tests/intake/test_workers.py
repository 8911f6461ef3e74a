# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import Pipe
from pathlib import Path

import pytest

from archivist.intake.outcome import FileRead, Refusal
from archivist.intake.reader import ImportOptions
from archivist.intake.workers import Answer, Task, Workers, _received
from tests.conftest import ROOT
from tests.intake.bad_readings import misbehave
from tests.intake.made_pages import page

SECONDS = 60  # that a test waits for what must happen


@pytest.fixture
def workers() -> Iterator[Workers]:
    with Workers(2, misbehave) as workers:
        yield workers


def outcomes(workers: Workers, *names: str, text: str = "слово") -> list[Answer]:
    for number, name in enumerate(names):
        workers.give(Task(number, Path(f"{name}.txt"), text.encode(), ImportOptions()))
    answers: dict[int, Answer] = {}
    while len(answers) < len(names):
        answers.update((answer.number, answer) for answer in workers.answers(SECONDS))
    return [answers[number] for number in range(len(names))]


def reason(answer: Answer) -> str:
    assert isinstance(answer.outcome, Refusal)
    return answer.outcome.reason


def ended(pid: int) -> bool:
    """Whether a process is at its end, or comes to it in time."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], SECONDS)[0])
    finally:
        os.close(handle)


def test_files_are_read_by_their_readers() -> None:
    with Workers(1) as workers:
        workers.give(Task(5, Path("a.html"), page().encode(), ImportOptions(outlet="Хвиля")))
        answers: list[Answer] = []
        while not answers:
            answers = workers.answers(SECONDS)
    [answer] = answers
    assert answer.number == 5
    assert isinstance(answer.outcome, FileRead)
    assert (answer.outcome.reader, answer.outcome.drafts[0].outlet) == ("html", "Хвиля")


@pytest.mark.parametrize(
    ("what", "word", "how"),
    [
        ("crash", "broke off (SIGABRT)", "crashed"),
        ("exit", "broke off (exit code 7)", "crashed"),
        ("slow", "came to no end", "too slow"),
        ("slow-in-c", "came to no end", "too slow"),
        ("greedy", "more than 1024 MB", "out of memory"),
    ],
)
def test_what_ends_a_worker_costs_one_file(workers: Workers, what: str, word: str, how: str) -> None:
    first, bad, *rest = outcomes(workers, "a", what, *"bcdefgh")
    assert word in reason(bad)
    assert bad.ended == how
    assert all(isinstance(answer.outcome, FileRead) for answer in (first, *rest))


def test_a_connection_is_not_let_through_and_the_file_refused(workers: Workers) -> None:
    bad, good = outcomes(workers, "network", "a")
    assert "reach for the network" in reason(bad)
    assert isinstance(good.outcome, FileRead)


def test_every_piece_of_a_container_has_its_time(workers: Workers) -> None:
    (answer,) = outcomes(workers, "patient")
    assert isinstance(answer.outcome, FileRead)


def test_a_worker_is_ended_with_the_programs_it_started(workers: Workers, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    outcomes(workers, "slow-with-program", text=str(note))
    assert ended(int(note.read_text()))


def test_a_worker_has_its_next_file_while_it_is_at_another(tmp_path: Path) -> None:
    waits, tells = tmp_path / "waits", tmp_path / "tells"
    os.mkfifo(waits)
    os.mkfifo(tells)
    with Workers(1, misbehave) as workers:
        for number, pipe in enumerate((waits, tells)):
            workers.give(Task(number, pipe, str(pipe).encode(), ImportOptions()))
            workers.answers(0.0)
        told = os.open(tells, os.O_RDONLY | os.O_NONBLOCK)
        waits.write_bytes(b"go on")  # and nobody asks for answers any more
        assert select.select([told], [], [], SECONDS)[0]
        os.close(told)


def test_files_and_answers_that_no_pipe_holds_are_passed_to_and_fro(workers: Workers) -> None:
    text = "слово " * 200_000
    assert len(text.encode()) > 2 << 20
    for answer in outcomes(workers, *"abcdefghij", text=text):
        assert isinstance(answer.outcome, FileRead)
        assert answer.outcome.drafts[0].body == text


def test_many_files_that_a_pipe_holds_are_passed_to_and_fro(workers: Workers) -> None:
    text = "слово " * 20_000
    answers = outcomes(workers, *map(str, range(60)), text=text)
    assert all(isinstance(answer.outcome, FileRead) for answer in answers)


def test_a_worker_that_is_gone_while_it_has_nothing_to_do_is_replaced(workers: Workers) -> None:
    outcomes(workers, "a", "b")
    gone = workers.pids
    for pid in gone:
        os.kill(pid, signal.SIGKILL)
    assert all(ended(pid) for pid in gone)
    answers = outcomes(workers, *"abcdef")
    assert sum(isinstance(answer.outcome, FileRead) for answer in answers) >= 4  # each may cost the file it was given
    assert not set(gone) & set(workers.pids)


def test_closing_leaves_no_process() -> None:
    with Workers(2, misbehave) as workers:
        outcomes(workers, "a", "b")
        pids = workers.pids
        for number in range(2):
            workers.give(Task(number, Path("pid.txt"), b"", ImportOptions()))
        workers.answers(0.0)
    assert pids
    assert all(ended(pid) for pid in pids)


def test_no_worker_outlives_whoever_started_it() -> None:
    script = """
from pathlib import Path
from archivist.intake.reader import ImportOptions
from archivist.intake.workers import Task, Workers
from tests.intake.bad_readings import misbehave
if __name__ == "__main__":
    with Workers(2, misbehave) as workers:
        for number, name in enumerate(("pid", "pid", "slow", "slow")):
            workers.give(Task(number, Path(name), b"", ImportOptions()))
        read = 0
        while read < 2:
            read += len(workers.answers(1.0))
        print(*workers.pids, flush=True)
        input()
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        assert len(pids) == 2
        parent.send_signal(signal.SIGKILL)
    assert all(ended(pid) for pid in pids)


def test_what_cannot_be_understood_is_the_end_of_a_worker() -> None:
    here, there = Pipe()
    there.send_bytes(b"\x80\x05 no answer")
    with pytest.raises(EOFError):
        _received(here)
