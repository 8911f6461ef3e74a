# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
from pathlib import Path

import pytest

from archivist.errors import FileTooLarge, FileUnreadable, UnsupportedFile
from archivist.exchange.outgoing.losses import loss_report
from archivist.intake import files
from archivist.intake.accessories import is_accessory
from archivist.intake.files import find_files, read_file
from archivist.model import Loss


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("слово", encoding="utf-8")


def found(*paths: Path) -> list[str]:
    return [file.path.name for file in find_files(paths)]


def test_folders_are_looked_through_in_order_and_in_any_script(tmp_path: Path) -> None:
    make(tmp_path, "b.txt", "a/ґанок.txt", "a/їжак/2.txt", "новини.txt", "記事.txt")
    assert found(tmp_path) == ["2.txt", "ґанок.txt", "b.txt", "новини.txt", "記事.txt"]


def test_the_order_of_the_paths_is_kept(tmp_path: Path) -> None:
    make(tmp_path, "a.txt", "b.txt")
    assert found(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_hidden_files_litter_and_parts_of_pages_are_passed_over(tmp_path: Path) -> None:
    make(
        tmp_path,
        ".hidden.txt",
        ".git/x.txt",
        "Thumbs.db",
        "новина.html",
        "новина_files/frame.html",
        "other_files/a.txt",
    )
    assert found(tmp_path) == ["a.txt", "новина.html"]


def test_what_tells_the_losses_of_an_export_is_passed_over_and_what_is_only_called_so_is_not(tmp_path: Path) -> None:
    make(tmp_path, "war.losses.txt")
    report = tmp_path / "news.csv.losses.txt"
    report.write_text(loss_report("news.csv", [Loss("originals", 2, "no place")]), encoding="utf-8")
    (tmp_path / "folder.losses.txt").mkdir()
    assert found(tmp_path) == ["war.losses.txt"]
    assert found(report) == [report.name]
    assert is_accessory(f"in/{report.name}", report.read_bytes())
    assert not is_accessory("war.losses.txt", "слово".encode())


def test_a_hidden_file_that_is_named_itself_is_taken(tmp_path: Path) -> None:
    make(tmp_path, ".hidden.txt")
    assert found(tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_links_back_to_a_folder_above_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "a/1.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "self").symlink_to(tmp_path / "a" / "self")
    names = [(file.path.name, file.problem is None) for file in find_files([tmp_path])]
    assert names == [("1.txt", True), ("self", False)]


def test_what_is_not_there_is_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    first, second = find_files([tmp_path / "none.txt", tmp_path / "a.txt"])
    assert isinstance(first.problem, FileUnreadable)
    assert second.problem is None


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt")
    monkeypatch.setattr(files, "LARGEST_FILE", 5)
    with pytest.raises(FileTooLarge):
        read_file(tmp_path / "a.txt")


def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnsupportedFile, match="regular"):
        read_file(tmp_path / "pipe.txt")


def test_a_name_that_cannot_be_is_unreadable() -> None:
    with pytest.raises(FileUnreadable):
        read_file(Path("a\0b"))
