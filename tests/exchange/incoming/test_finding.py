# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import FileDamaged
from archivist.exchange import Format, format_to_read, recognise, recognise_as
from archivist.exchange.incoming import finding
from tests.exchange.made_up import made_up


def knows(name: str, extensions: tuple[str, ...], recognises: Callable[[Path], bool]) -> Format:
    return Format(name, name, extensions, read=made_up().read, recognises=recognises)


def _damaged(path: Path) -> bool:
    raise FileDamaged(path, "it is")


def _unreadable(path: Path) -> bool:
    raise PermissionError(path)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> list[Format]:
    """A format of folders, one of files, and some that are out of the question."""
    formats = [
        Format("out-only", "", (".made",), write=print),  # type: ignore[arg-type]
        knows("unreadable", (".made", ""), _unreadable),
        knows("damaged", (".made", ""), _damaged),
        knows("folder", ("",), lambda path: (path / "mark.txt").is_file()),
        knows("file", (".made",), lambda path: path.is_file() and path.read_text() == "made"),
        knows("greedy", (".other",), lambda path: path.suffix == ".other"),
        made_up(),
    ]
    monkeypatch.setattr(finding, "formats", lambda: formats)
    return formats


def tree(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("made")


def names(root: Path, *paths: Path) -> list[tuple[str, str]]:
    return [(found.path.relative_to(root).as_posix(), found.format.name) for found in recognise(paths)]


def test_files_and_folders_are_known_by_what_is_in_them(tmp_path: Path, known: list[Format]) -> None:
    tree(tmp_path, "a/b/one.made", "a/set/mark.txt", "a/set/two.made", "a/x.other", "a/.hidden/no.made", "a/plain.txt")
    for name in ("false.made", "plain.txt"):
        (tmp_path / "a" / name).write_text("something else")
    assert names(tmp_path, tmp_path / "a") == [("a/set", "folder"), ("a/x.other", "greedy"), ("a/b/one.made", "file")]
    assert names(tmp_path, tmp_path / "a" / "set") == [("a/set", "folder")]
    assert names(tmp_path, tmp_path / "a" / "plain.txt", tmp_path / "none") == []


def test_a_pipe_is_opened_by_nobody(tmp_path: Path) -> None:
    """Whoever opened one would wait for a writer without end."""
    (tmp_path / "a.txt").write_text("Анна спить.", encoding="utf-8")
    for name in ("pipe.jsonld", "pipe.csv", "pipe.zip", "a.ann"):
        os.mkfifo(tmp_path / name)
        assert recognise([tmp_path / name]) == []
    recognise([tmp_path])


def test_a_folder_of_several_formats_is_gone_into(tmp_path: Path, known: list[Format]) -> None:
    known.append(knows("deep", ("",), lambda path: path.is_dir() and any(path.rglob("*.deep"))))
    tree(tmp_path, "a/one/mark.txt", "a/mark.txt", "a/two/x.deep", "a/three.made")
    assert names(tmp_path, tmp_path / "a") == [("a/one", "folder"), ("a/two", "deep"), ("a/three.made", "file")]


def test_what_lies_deep_in_a_folder_does_not_hide_what_others_made(tmp_path: Path, known: list[Format]) -> None:
    known[3] = knows("deep", ("", ".deep"), lambda path: path.is_dir() and any(path.rglob("*.deep")))
    tree(tmp_path, "a/two/x.deep", "a/two/y/z.deep", "a/two/three.made", "a/b/three.made", "c/two/x.deep", "c/one.txt")
    assert names(tmp_path, tmp_path / "a") == [("a/two", "deep"), ("a/b/three.made", "file")]
    assert names(tmp_path, tmp_path / "c") == [("c", "deep")]


def test_a_file_that_is_named_needs_no_extension(tmp_path: Path, known: list[Format]) -> None:
    tree(tmp_path, "one.txt")
    assert names(tmp_path, tmp_path / "one.txt") == [("one.txt", "file")]


def test_links_are_not_followed(tmp_path: Path, known: list[Format]) -> None:
    tree(tmp_path, "a/one.made")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a", target_is_directory=True)
    assert names(tmp_path, tmp_path / "a") == [("a/one.made", "file")]


def test_a_format_that_is_named_takes_what_it_is_given(tmp_path: Path, known: list[Format]) -> None:
    tree(tmp_path, "a/b/one.made", "a/two.MADE", "a/three.txt")
    folder, file = known[3], known[4]
    assert [found.path for found in recognise_as([tmp_path / "a"], folder)] == [tmp_path / "a"]
    found = [found.path.relative_to(tmp_path).as_posix() for found in recognise_as([tmp_path / "a"], file)]
    assert found == ["a/two.MADE", "a/b/one.made"]
    assert recognise_as([tmp_path / "a" / "three.txt"], file)[0].path.name == "three.txt"


def test_a_bundle_is_known(bundle: Path) -> None:
    [found] = recognise([bundle.parent])
    assert (found.path, found.format) == (bundle, format_to_read("bundle"))
