# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from archivist.errors import SourceGone
from archivist.intake import gathering
from archivist.intake.gathering import Gathered, Known, gather
from archivist.intake.outcome import FileRead, Refusal
from archivist.intake.plan import ImportPlan
from archivist.intake.reader import ImportOptions
from tests.intake.made_pages import page


def nothing(_sha256: str, _options: ImportOptions) -> None:
    """No file is known."""


def gathered(*sources: Path, leave_out: Iterable[Path] = ()) -> list[Gathered]:
    plan = ImportPlan(sources, leave_out=frozenset(leave_out))
    return [one for one in gather(plan, nothing) if one is not None]


def test_files_come_in_the_order_in_which_they_were_found(tmp_path: Path) -> None:
    names = [f"{number:02}.{'html' if number % 3 else 'txt'}" for number in range(20)]
    for name in names:
        (tmp_path / name).write_text(page() if name.endswith("html") else "Слово за словом.", encoding="utf-8")
    found = gathered(tmp_path)
    assert [one.path.name for one in found] == names
    assert all(isinstance(one.outcome, FileRead) for one in found)


def test_a_few_texts_need_no_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering.Workers, "give", lambda *_arguments: pytest.fail("a worker was asked"))
    for name in ("a.txt", "b.md", "c.css"):
        (tmp_path / name).write_text("Слово за словом.", encoding="utf-8")
    assert [type(one.outcome) for one in gathered(tmp_path)] == [FileRead, FileRead, Refusal]


def test_many_texts_are_read_by_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []
    give = gathering.Workers.give
    monkeypatch.setattr(gathering.Workers, "give", lambda self, task: (given.append(task.path.name), give(self, task)))
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text(f"Слово {number}", encoding="utf-8")
    assert all(isinstance(one.outcome, FileRead) for one in gathered(tmp_path))
    assert given == ["8.txt", "9.txt"]


def test_what_is_known_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    digest = hashlib.sha256((tmp_path / "a.html").read_bytes()).hexdigest()
    known = Known(("id",))
    [one] = gather(ImportPlan((tmp_path,)), lambda sha256, _options: known if sha256 == digest else None)
    assert one is not None
    assert (one.outcome, one.raw) == (known, b"")


def test_what_was_said_of_one_file_holds_for_it_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes("Повінь у місті".encode("koi8_u"))
    special = {tmp_path / "b.txt": ImportOptions(encoding="cp1251")}
    plan = ImportPlan((tmp_path,), ImportOptions(encoding="koi8-u"), special=special)
    first, second = (one.outcome for one in gather(plan, nothing) if one)
    assert isinstance(first, FileRead)
    assert isinstance(second, FileRead)
    assert first.drafts[0].body == "Повінь у місті"
    assert second.drafts[0].body == "Повінь у місті".encode("koi8_u").decode("cp1251")


def test_a_drive_that_is_pulled_out_ends_it_with_a_sentence(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    (drive / "news").mkdir(parents=True)
    for number in range(3):
        (drive / "news" / f"{number}.txt").write_text("Слово", encoding="utf-8")
    with closing(gather(ImportPlan((drive,)), nothing)) as files:
        assert next(files) is not None
        shutil.rmtree(drive)
        with pytest.raises(SourceGone):
            list(files)


def test_one_file_that_went_away_is_refused(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("Слово", encoding="utf-8")
    with closing(gather(ImportPlan((tmp_path,)), nothing)) as files:
        first = next(files)
        (tmp_path / "1.txt").unlink()
        rest = list(files)
    assert first is not None
    assert [type(one.outcome) for one in rest if one] == [Refusal, FileRead]


def test_names_of_any_bytes_are_read(tmp_path: Path) -> None:
    for name in (b"\xd0\xcf\xc7.txt", "\u0439.txt".encode(), "\u0438\u0306.txt".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text("Слово", encoding="utf-8")
    assert len(gathered(tmp_path)) == 3


def test_closing_it_ends_the_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []
    close = gathering.Workers.close
    monkeypatch.setattr(gathering.Workers, "close", lambda self: (closed.append(self), close(self)))
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    with closing(gather(ImportPlan((tmp_path,)), nothing)) as files:
        next(files)
    assert len(closed) == 1
