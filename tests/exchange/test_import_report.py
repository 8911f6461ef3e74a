# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from archivist.errors import DiskFull, InvalidValue, StorageFailed
from archivist.exchange import check_report_path, import_report, write_import_report
from archivist.model import FileReport, ImportStatus, Note, Unread

FILES = (
    FileReport(Path("/press/порт.txt"), ImportStatus.IMPORTED, ("first",), encoding="utf-8", reader="text"),
    FileReport(
        Path("/press/=док.zip"),
        ImportStatus.WARNING,
        ("second", "third"),
        reason="=A guess.",
        notes=(Note("odd", where="=line 3"),),
        unread=(Unread("a.doc", "It is locked."),),
    ),
    FileReport(Path("/press/\udcff.txt"), ImportStatus.REFUSED, reason="It is an image."),
)


def test_as_json(tmp_path: Path) -> None:
    write_import_report(tmp_path / "r.json", FILES, DiskFull(Path("disk")))
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [file["status"] for file in report["files"]] == ["imported", "warning", "refused"]
    assert report["files"][1]["unread"] == [{"part": "a.doc", "reason": "It is locked."}]
    assert report["files"][1]["notes"] == ["=line 3: odd"]
    assert (report["imported"], report["warning"], report["refused"], report["duplicate"]) == (2, 1, 1, 0)
    assert "full" in report["stopped"]


def test_what_was_here_and_differs_did_not_come_in(tmp_path: Path) -> None:
    here = FileReport(
        Path("/press/b.zip"), ImportStatus.WARNING, ("first",), notes=(Note("differs"),), nothing_new=True
    )
    write_import_report(tmp_path / "r.json", (here,))
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (report["imported"], report["duplicate"], report["warning"]) == (0, 1, 1)


def test_as_a_table_that_no_spreadsheet_takes_for_formulas(tmp_path: Path) -> None:
    write_import_report(tmp_path / "r.CSV", FILES)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "r.CSV").read_text(encoding="utf-8-sig"))))
    assert [row["status"] for row in rows] == ["imported", "warning", "refused"]
    assert (rows[1]["reason"], rows[1]["articles"]) == ("'=A guess.", "second third")
    assert rows[1]["notes"] == "'=line 3: odd"


def test_as_text(tmp_path: Path) -> None:
    write_import_report(tmp_path / "r.txt", FILES)
    lines = (tmp_path / "r.txt").read_text(encoding="utf-8").splitlines()
    assert "порт.txt" in lines[0]
    assert lines[2] == "          ! =line 3: odd"
    assert lines[-1] == "2 imported, 1 refused, 3 in all."


def test_in_words_what_is_worth_a_look_has_a_line_each_and_a_limit() -> None:
    notes = tuple(Note("odd", where=f"line {number}") for number in range(30))
    file = FileReport(Path("a.ann"), ImportStatus.WARNING, reason="3 new; line 0: odd", notes=notes, summary="3 new")
    first, *told, last = import_report.in_words([file])
    assert first == "warning   a.ann  (3 new)"
    assert told[:20] == [f"          ! {note}" for note in notes[:20]]
    assert "10 more" in told[20]
    assert last == "1 imported, 0 refused, 1 in all."
    assert len(import_report.in_words([file], whole=True)) == len(notes) + 2


def test_other_names_are_refused_before_anything_is_done() -> None:
    with pytest.raises(InvalidValue, match="csv"):
        check_report_path(Path("report.doc"))


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed):
        write_import_report(tmp_path / "none" / "r.txt", FILES)
