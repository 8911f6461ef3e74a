# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import FileDamaged
from archivist.exchange import TagMapping, Target, format_to_read, scan_labels
from archivist.exchange.items import Problem, ReadRecord, ReadTag
from archivist.model import Kind, RecordDraft
from archivist.store import Archive
from tests.exchange.made_up import document, made_up, mark
from tests.long_work import run_to_end

TEXT = "Загинуло 18 людей"


def test_the_labels_of_a_file_are_told_with_what_they_would_become(archive: Archive) -> None:
    steps = archive.history.next_undo()
    format_ = made_up(
        ReadTag("killed"),
        ReadTag("code-7", name="Страйк", id=archive.tags.named("strike").id),
        ReadRecord("r", RecordDraft(Kind.ACTOR, "Міністр")),
        Problem("line 1", "is odd"),
        document(TEXT, mark(9, 11, "PER"), mark(0, 8, "X", quote="Загинуло"), problems=(Problem("line 2", "too"),)),
        document(TEXT, mark(9, 11, "PER"), mark(12, 17, "code-7")),
    )
    scan = run_to_end(scan_labels(archive, format_, Path("f"), TagMapping({"X": None})))
    found = [(one.label, one.annotations, one.target, one.is_new, one.example) for one in scan.labels]
    assert found == [
        ("PER", 2, Target("person", Kind.ACTOR), True, "18"),
        ("X", 1, None, False, "Загинуло"),
        ("code-7", 1, Target("strike", Kind.EVENT), False, "людей"),
        ("killed", 0, Target("killed", Kind.FIGURE), False, ""),
    ]
    assert (scan.documents, scan.annotations, scan.problems, scan.format) == (2, 4, 2, "made-up")
    assert archive.history.next_undo() == steps


def test_what_was_decided_is_told_with_its_kind(archive: Archive) -> None:
    mapping = TagMapping({"a": Target("Killed", Kind.ACTOR), "b": Target("новий"), "c": Target("ще", Kind.DATE)})
    marks = [mark(0, 8, label) for label in "abc"]
    scan = run_to_end(scan_labels(archive, made_up(document(TEXT, *marks)), Path("f"), mapping))
    assert [(one.target, one.is_new) for one in scan.labels] == [
        (Target("Killed", Kind.FIGURE), False),
        (Target("новий", Kind.EVENT), True),
        (Target("ще", Kind.DATE), True),
    ]


def test_a_bundle_has_none(archive: Archive) -> None:
    assert run_to_end(scan_labels(archive, format_to_read("bundle"), Path("f"), TagMapping())).labels == []


def test_what_cannot_be_read_is_told(archive: Archive) -> None:
    with pytest.raises(FileDamaged):
        run_to_end(scan_labels(archive, made_up(FileDamaged(Path("f"), "x")), Path("f"), TagMapping()))
