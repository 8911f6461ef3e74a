# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from archivist import paths
from archivist.errors import ArchivistError, FileDamaged, FileTooLarge, FileUnreadable, UnsupportedFile
from archivist.exchange import load_codebook, save_codebook
from archivist.exchange.report import Outcome
from archivist.store import Archive


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Archive]:
    with Archive.create(tmp_path / "other", who="Ihor") as archive:
        yield archive


@pytest.fixture
def full(archive: Archive) -> Archive:
    """The three tags, and two more that stand below one of them."""
    killed = archive.tags.named("killed")
    soldiers = archive.tags.add(
        "військові", "figure", shortcut="ks", parent=killed.id, colour="#123456", description="Без «цивільних» & інших"
    )
    archive.tags.add("офіцери", "figure", parent=soldiers.id)
    return archive


def said(archive: Archive) -> list[tuple[object, ...]]:
    names = {tag.id: tag.name for tag in archive.tags.all()}
    return [
        (tag.id, tag.name, tag.kind, tag.colour, tag.shortcut, names.get(tag.parent or ""), tag.description)
        for tag in archive.tags.all()
    ]


@pytest.mark.parametrize("ending", [".json", ".qdc"])
def test_a_codebook_goes_out_and_comes_in_whole(full: Archive, other: Archive, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"codebook{ending}"
    path.write_text("what was there before", encoding="utf-8")
    assert save_codebook(full, path) == []
    report = load_codebook(other, path)
    assert report.counts["tag", Outcome.NEW] == 5
    assert sorted(said(other)) == sorted(said(full))
    assert [child.name for child in tmp_path.iterdir() if child.name.startswith(".")] == []
    assert not load_codebook(other, path).changed
    other.history.undo()
    assert other.tags.all() == []


def test_the_order_of_a_codebook_of_ours_is_kept(full: Archive, other: Archive, tmp_path: Path) -> None:
    full.tags.move(full.tags.named("офіцери").id, parent=None, before=full.tags.named("killed").id)
    save_codebook(full, tmp_path / "codebook.json")
    load_codebook(other, tmp_path / "codebook.json")
    assert [tag.name for tag in other.tags.all()] == [tag.name for tag in full.tags.all()]


def test_what_is_here_and_differs_stays_and_is_told(full: Archive, tmp_path: Path) -> None:
    path = tmp_path / "codebook.json"
    save_codebook(full, path)
    full.tags.update(full.tags.named("killed").id, colour="#ff0000")
    before = said(full)
    report = load_codebook(full, path)
    assert said(full) == before
    assert [(line.name, line.outcome) for line in report.conflicts] == [("killed", Outcome.CONFLICT)]


def test_a_codebook_written_by_hand_needs_no_ids(other: Archive) -> None:
    load_codebook(other, paths.data() / "codebook.json")
    names = {tag.id: tag.name for tag in other.tags.all()}
    assert names[other.tags.named("killed").parent or ""] == "people"
    again = load_codebook(other, paths.data() / "codebook.json")
    assert not again.changed


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"tags": [1]}',
        b'{"tags": [{"name": "a", "kind": "event", "colour": "#000000", "parent": "b"}]}',
        b'{"tags": [{"name": "a", "kind": "emotion", "colour": "#000000"}]}',
        b'{"tags": [{"name": "a", "kind": "event", "colour": "red"}]}',
        b'{"tags": [{"id": "x", "name": "a"}]}',
        b"\xff\xfe",
        b'{"tags": ' + b"[" * 5000,
    ],
)
def test_what_is_no_codebook_is_refused_and_changes_nothing(full: Archive, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "codebook.json"
    path.write_bytes(content)
    before = said(full)
    with pytest.raises(FileDamaged, match=r"codebook\.json"):
        load_codebook(full, path)
    assert said(full) == before


@pytest.mark.parametrize("content", ["", "<CodeBook/>", "<!DOCTYPE x [<!ENTITY a 'b'>]><CodeBook/>", "{}"])
def test_what_is_no_codebook_of_refi_is_refused(full: Archive, tmp_path: Path, content: str) -> None:
    path = tmp_path / "codebook.qdc"
    path.write_text(content, encoding="utf-8")
    before = said(full)
    with pytest.raises(ArchivistError, match=r"codebook\.qdc"):
        load_codebook(full, path)
    assert said(full) == before


def test_another_ending_a_folder_and_nothing_are_refused(full: Archive, tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFile):
        save_codebook(full, tmp_path / "codebook.txt")
    with pytest.raises(UnsupportedFile):
        load_codebook(full, tmp_path / "codebook.txt")
    with pytest.raises(FileUnreadable):
        load_codebook(full, tmp_path / "gone.json")
    with pytest.raises(ArchivistError):
        save_codebook(full, tmp_path / "no such folder" / "codebook.json")


def test_a_file_that_is_too_large_is_not_read(full: Archive, tmp_path: Path) -> None:
    path = tmp_path / "codebook.json"
    with path.open("wb") as file:
        file.truncate((16 << 20) + 1)
    with pytest.raises(FileTooLarge):
        load_codebook(full, path)


def test_fields_that_nobody_needs_may_be_missing(other: Archive, tmp_path: Path) -> None:
    path = tmp_path / "codebook.json"
    tags = [{"name": "a", "kind": "event", "colour": "#aa0000"}]
    path.write_text(json.dumps({"tags": tags}), encoding="utf-8")
    load_codebook(other, path)
    assert other.tags.named("a").shortcut == ""
