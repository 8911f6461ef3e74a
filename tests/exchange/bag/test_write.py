# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from archivist.errors import BundleUnsafe, DestinationTaken, StorageFailed
from archivist.exchange.bag import check_bag, new_bag
from archivist.exchange.files.packages import LARGE_ENTRY
from archivist.store import durable
from tests.long_work import run_to_end

NAMES = ("bag", "bag.zip")


def write(destination: Path) -> None:
    with new_bag(destination) as bag:
        bag.add("data/a.txt", b"one")
        with bag.file("data/deep/b.txt") as write_chunk:
            write_chunk(b"t")
            write_chunk(b"wo")
        with bag.finish([("Contact-Name", "Olena")]) as source:
            run_to_end(check_bag(source))
        bag.publish()


@pytest.mark.parametrize("name", NAMES)
def test_it_takes_its_name_when_it_is_whole(tmp_path: Path, name: str) -> None:
    write(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_another_program_finds_the_folder_valid(tmp_path: Path) -> None:
    write(tmp_path / "bag")
    subprocess.run([sys.executable, "-m", "bagit", "--validate", tmp_path / "bag"], check=True, capture_output=True)


def test_another_program_finds_the_unpacked_zip_file_valid(tmp_path: Path) -> None:
    write(tmp_path / "bag.zip")
    with zipfile.ZipFile(tmp_path / "bag.zip") as packed:
        packed.extractall(tmp_path / "out")
    [folder] = (tmp_path / "out").iterdir()
    subprocess.run([sys.executable, "-m", "bagit", "--validate", folder], check=True, capture_output=True)


def test_the_tag_files_say_what_is_in_it(tmp_path: Path) -> None:
    write(tmp_path / "bag")
    assert (tmp_path / "bag" / "bagit.txt").read_text() == ("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    assert (tmp_path / "bag" / "bag-info.txt").read_text() == "Contact-Name: Olena\nPayload-Oxum: 6.2\n"
    manifest = (tmp_path / "bag" / "manifest-sha256.txt").read_text()
    assert [line.split()[1] for line in manifest.splitlines()] == ["data/a.txt", "data/deep/b.txt"]


def test_equal_files_make_equal_bytes(tmp_path: Path) -> None:
    write(tmp_path / "first.zip")
    write(tmp_path / "second.zip")
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_there_is_not_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    with pytest.raises(DestinationTaken):
        write(tmp_path / name)
    assert (tmp_path / name).read_text() == "mine"


def test_a_dangling_link_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "bag").symlink_to(tmp_path / "nowhere")
    with pytest.raises(DestinationTaken):
        write(tmp_path / "bag")


@pytest.mark.parametrize("name", NAMES)
def test_what_came_into_its_place_meanwhile_is_kept(tmp_path: Path, name: str) -> None:
    with new_bag(tmp_path / name) as bag:
        bag.add("data/a.txt", b"one")
        bag.finish([]).close()
        (tmp_path / name).write_text("mine")
        with pytest.raises(DestinationTaken):
            bag.publish()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text() == "mine"


@pytest.mark.parametrize("name", NAMES)
def test_a_failure_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    def fail() -> None:
        with new_bag(tmp_path / name) as bag, bag.file("data/a.txt") as write_chunk:
            write_chunk(b"on")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_place_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageFailed):
        write(tmp_path / "nowhere" / name)


def test_large_files_are_not_packed(tmp_path: Path) -> None:
    with new_bag(tmp_path / "bag.zip") as bag:
        bag.add("data/zeros", bytes(LARGE_ENTRY + 1))
        with bag.finish([]) as source:
            run_to_end(check_bag(source))
        bag.publish()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "inside", ["data/../../planted", "/planted", "data\\planted", "data//planted", "data/a\nb", ""]
)
def test_a_name_that_leads_out_is_refused_before_it_is_written(tmp_path: Path, name: str, inside: str) -> None:
    def write_outside() -> None:
        with new_bag(tmp_path / "deep" / name) as bag:
            bag.add(inside, b"one")

    (tmp_path / "deep").mkdir()
    with pytest.raises(BundleUnsafe, match="the name"):
        write_outside()
    assert [path.name for path in tmp_path.rglob("*")] == ["deep"]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_on_the_disk_before_it_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    synced: list[str] = []
    sync = durable.sync_files

    def noted(paths: Iterable[Path]) -> None:
        found = list(paths)
        synced.extend(path.name.split(".unfinished")[0] for path in found)
        sync(found)

    monkeypatch.setattr(durable, "sync_files", noted)
    write(tmp_path / name)
    assert (
        {"a.txt", "b.txt", "manifest-sha256.txt", "bagit.txt"} <= set(synced)
        if name == "bag"
        else synced == [".bag.zip"]
    )
