# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections import Counter
from pathlib import Path

from archivist.exchange import MergeLine, MergeReport, Outcome
from archivist.model import ImportStatus


def report(*lines: MergeLine, changed: bool = True) -> MergeReport:
    counts = Counter((line.what, line.outcome) for line in lines)
    return MergeReport(Path("b"), ("1",), 0, counts, lines, changed)


def test_only_the_first_details_are_told() -> None:
    lines = [MergeLine("annotation", str(n), "18", Outcome.CONFLICT, "differs in note") for n in range(7)]
    reason = report(*lines).as_file_report().reason
    assert reason.startswith("annotations: 7 conflict; annotation “18” differs in note; ")
    assert reason.endswith("; and 2 more")


def test_a_tag_with_another_name_is_worth_a_look() -> None:
    line = MergeLine("tag", "1", "strike (figure)", Outcome.NEW, "has the name “strike (figure)” here")
    assert report(line).as_file_report().status is ImportStatus.WARNING


def test_another_id_alone_is_not() -> None:
    line = MergeLine("article", "1", "Новина", Outcome.MAPPED, "is here under another id, 1")
    assert report(line).as_file_report().status is ImportStatus.IMPORTED
    assert report(line, changed=False).as_file_report().status is ImportStatus.DUPLICATE


def test_another_id_is_counted_but_not_told_line_by_line() -> None:
    lines = [MergeLine("tag", str(n), "killed", Outcome.MAPPED, "is here under another id") for n in range(20)]
    assert report(*lines).as_file_report().reason == "tags: 20 mapped"
