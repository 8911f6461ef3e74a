# SPDX-License-Identifier: GPL-3.0-or-later
"""Some hundred damaged files of every format; benchmarks/fuzz_intake.py damages many more."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from archivist.intake.outcome import FileRead, Refusal
from archivist.intake.reader import ImportOptions
from archivist.intake.reading import read
from archivist.intake.workers import Answer, Task, Workers
from benchmarks.mutations import OWN, mutated

FILES_OF_EACH = 12


def damaged(seed: int) -> list[Task]:
    chance = random.Random(seed)
    names = sorted(OWN)
    made = []
    for name in names * FILES_OF_EACH:
        other = OWN[chance.choice(names)]
        path = Path(name if chance.random() < 0.8 else chance.choice(names))
        made.append(Task(len(made), path, mutated(OWN[name], other, chance), ImportOptions()))
    return made


def test_damaged_files_are_read_or_refused_with_a_sentence() -> None:
    tasks = damaged(7)
    answers: list[Answer] = []
    with Workers() as workers:
        for task in tasks:
            workers.give(task)
        while len(answers) < len(tasks):
            answers += workers.answers(1.0)
    assert sorted(answer.number for answer in answers) == list(range(len(tasks)))
    for answer in answers:
        outcome = answer.outcome
        assert not answer.ended, (tasks[answer.number].path, outcome)
        if isinstance(outcome, Refusal):
            assert outcome.reason
            assert not outcome.trace, outcome.trace
        else:
            assert all(draft.body.strip() or draft.warnings for draft in outcome.drafts)


@pytest.mark.parametrize("name", sorted(OWN))
def test_what_is_damaged_here_is_whole_before(name: str) -> None:
    outcome = read(OWN[name], Path(name), ImportOptions())
    assert isinstance(outcome, FileRead), outcome
