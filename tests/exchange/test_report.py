# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from archivist.exchange import MergeLine, MergeReport, Outcome
from archivist.exchange.report import Telling
from archivist.model import ImportStatus, Note


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


def test_what_was_left_out_is_told_with_its_place() -> None:
    line = MergeLine("annotation", "", "слово " * 20, Outcome.LEFT_OUT, "was left out", "a.ann, line 3")
    file = report(line).as_file_report()
    assert [*map(str, file.notes)] == [f"a.ann, line 3: annotation “{('слово ' * 20)[:39]}…” was left out"]
    assert file.reason == f"annotations: 1 left out; {file.notes[0]}"
    assert file.status is ImportStatus.WARNING


def test_all_details_are_notes() -> None:
    lines = [MergeLine("annotation", str(n), "18", Outcome.CONFLICT, "differs in note") for n in range(7)]
    assert len(report(*lines).as_file_report().notes) == 7


def test_why_nothing_was_found_comes_first_and_is_no_success() -> None:
    line = MergeLine("article", "1", "Новина", Outcome.NEW)
    empty = replace(report(line), nothing="no annotations were found in it")
    assert empty.as_file_report().status is ImportStatus.WARNING
    assert empty.as_file_report().reason == "no annotations were found in it; articles: 1 new"
    assert replace(report(changed=False), nothing="nothing").as_file_report().status is ImportStatus.REFUSED


def test_a_file_of_annotations_that_brought_neither_one_nor_a_text_is_refused() -> None:
    tags = replace(report(MergeLine("tag", "1", "killed", Outcome.NEW)), annotations=3, nothing="none was taken in")
    assert tags.as_file_report().status is ImportStatus.REFUSED
    text = report(MergeLine("article", "1", "Новина", Outcome.NEW))
    assert replace(text, annotations=3, nothing="none").as_file_report().status is ImportStatus.WARNING


def test_nothing_new_is_told_as_that_unless_there_is_a_conflict() -> None:
    left_out = MergeLine("piece", "", "", Outcome.LEFT_OUT, "is no list")
    assert report(left_out, changed=False).as_file_report().status is ImportStatus.DUPLICATE
    conflict = MergeLine("annotation", "1", "18", Outcome.CONFLICT, "differs in note")
    assert report(conflict, changed=False).as_file_report().status is ImportStatus.WARNING


def test_another_id_is_counted_but_not_told_line_by_line() -> None:
    lines = [MergeLine("tag", str(n), "killed", Outcome.MAPPED, "is here under another id") for n in range(20)]
    assert report(*lines).as_file_report().reason == "tags: 20 mapped"


def test_several_of_which_one_thing_is_said_are_counted() -> None:
    told = Telling()
    told.left_out("annotation", "", "with the label “X”: left out, as decided", "", 2)
    told.left_out("annotation", "", "with the label “Y”: left out, as decided", "", 1)
    told.left_out("relation", "", "left out", "b.ann")
    assert list(map(str, told.lines)) == [
        "2 annotations with the label “X”: left out, as decided",
        "1 annotation with the label “Y”: left out, as decided",
        "b.ann: relation left out",
    ]
    assert told.counts["annotation", Outcome.LEFT_OUT] == 3


def test_a_file_report_says_in_parts_what_its_reason_says() -> None:
    line = MergeLine("annotation", "", "так", Outcome.LEFT_OUT, "was left out", "a.ann, line 3")
    file = replace(report(line, MergeLine("tag", "1", "a", Outcome.NEW)), nothing="none").as_file_report()
    assert file.counts == (("annotation", "left out", 1), ("tag", "new", 1))
    assert file.nothing == "none"
    assert file.notes == (Note("was left out", "annotation", "так", where="a.ann, line 3"),)
