# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder, a zip file and a single file are read alike, and a zip file that means harm is not read.

What is true of bags as well (bombs, links, damaged entries) is tested with them.
"""

from __future__ import annotations

import os
import stat
import zipfile
from pathlib import Path

import pytest

from archivist.errors import (
    ArchivistError,
    EmptyFile,
    FileDamaged,
    FileEncrypted,
    FileTooLarge,
    FileUnreadable,
    FileUnsafe,
    UnsupportedFile,
)
from archivist.exchange.files.packed import FolderFiles, OneFile, ZipFiles, is_zip, open_files

FILES = {"Project.qde": b"<Project/>", "Sources/Лист.txt": "Текст".encode()}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "project.qdpx"


def pack(file: Path, files: dict[str, bytes] = FILES) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return file


def lay_out(folder: Path) -> Path:
    for name, data in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_a_folder_and_a_zip_file_read_alike(tmp_path: Path, file: Path) -> None:
    for path in (lay_out(tmp_path / "folder"), pack(file)):
        with open_files(path) as files:
            assert files.sizes == {name: len(data) for name, data in FILES.items()}
            assert files.folders == {"Sources"}
            assert files.read("Sources/Лист.txt", limit=100) == "Текст".encode()


def test_any_other_file_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.xmi").write_bytes(b"<xmi/>")
    with open_files(tmp_path / "a.xmi") as files:
        assert isinstance(files, OneFile)
        assert files.sizes == {"a.xmi": 6}
        assert files.read("a.xmi", limit=6) == b"<xmi/>"
        assert files.where("a.xmi") == tmp_path / "a.xmi"


def test_a_name_is_found_in_whatever_letters(file: Path) -> None:
    with open_files(pack(file, FILES | {"project.QDE": b"other"})) as files:
        assert files.find("sources/лист.TXT") == "Sources/Лист.txt"
        assert files.find("project.QDE") == "project.QDE"
        assert files.find("PROJECT.qde") == "Project.qde"
        assert files.find("nothing") is None


def test_a_missing_and_a_large_file_are_named(tmp_path: Path, file: Path) -> None:
    for path in (lay_out(tmp_path / "folder"), pack(file)):
        with open_files(path) as files:
            with pytest.raises(FileDamaged, match="“sources/b” is missing"):
                files.read("sources/b", limit=100)
            with pytest.raises(FileTooLarge) as raised:
                files.read("Project.qde", limit=9)
            assert (raised.value.path, raised.value.size, raised.value.limit) == (path / "Project.qde", 10, 9)


def test_a_file_that_grows_is_not_read_without_end(tmp_path: Path) -> None:
    files = FolderFiles(lay_out(tmp_path))
    (tmp_path / "Project.qde").write_bytes(bytes(1000))
    with pytest.raises(FileTooLarge):
        files.read("Project.qde", limit=100)


def test_names_of_old_programs_on_windows_have_slashes(file: Path) -> None:
    with open_files(pack(file, {"Sources\\a.txt": b"a"})) as files:
        assert files.read("Sources/a.txt", limit=1) == b"a"


def refusal(path: Path) -> ArchivistError:
    with pytest.raises(ArchivistError) as raised:
        open_files(path)
    return raised.value


@pytest.mark.parametrize("name", ["../a", "/etc/passwd", "a/../../b", "..\\a", "a\\..\\..\\b", "C:\\a", "aux.txt"])
def test_names_that_lead_elsewhere_are_unsafe(file: Path, name: str) -> None:
    assert isinstance(refusal(pack(file, FILES | {name: b""})), FileUnsafe)


def test_a_zip_bomb_is_unsafe(file: Path) -> None:
    assert isinstance(refusal(pack(file, {"zeros": bytes(20 << 20)})), FileUnsafe)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name_are_unsafe(file: Path) -> None:
    pack(file)
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr("Project.qde", b"another")
    assert isinstance(refusal(file), FileUnsafe)


def test_a_password_is_no_damage(file: Path) -> None:
    raw = bytearray(pack(file).read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1  # the flag in the central directory
    file.write_bytes(raw)
    assert isinstance(refusal(file), FileEncrypted)


@pytest.mark.parametrize("cut", [1, 30, 100])
def test_a_part_of_a_zip_file_is_damaged(file: Path, cut: int) -> None:
    file.write_bytes(pack(file).read_bytes()[:-cut])
    assert isinstance(refusal(file), FileDamaged)


def test_what_is_no_zip_file_cannot_be_opened_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.qdpx").write_bytes(b"text")
    with pytest.raises(FileDamaged):
        ZipFiles(tmp_path / "a.qdpx")


def test_a_damaged_entry_is_named(file: Path) -> None:
    raw = bytearray(pack(file, {"a.bin": os.urandom(1000)}).read_bytes())
    raw[500] ^= 0xFF
    file.write_bytes(raw)
    with open_files(file) as files, pytest.raises(FileDamaged, match=r"“a\.bin” in it cannot be unpacked"):
        files.read("a.bin", limit=1000)


def test_a_link_in_a_zip_file_is_unsafe(file: Path) -> None:
    with zipfile.ZipFile(pack(file), "a") as packed:
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    assert isinstance(refusal(file), FileUnsafe)


def test_links_of_a_folder_are_left_out(tmp_path: Path) -> None:
    folder = lay_out(tmp_path / "folder")
    (tmp_path / "letter.txt").write_text("mine")
    (folder / "link.txt").symlink_to(tmp_path / "letter.txt")
    (folder / "around").symlink_to(folder, target_is_directory=True)
    with open_files(folder) as files:
        assert set(files.sizes) == set(FILES)
        assert files.left_out == {"link.txt": "is a symbolic link", "around": "is a symbolic link"}


def test_nothing_is_there(tmp_path: Path) -> None:
    assert isinstance(refusal(tmp_path / "nowhere"), FileUnreadable)
    assert not is_zip(tmp_path / "nowhere")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices in the file system here")
def test_a_device_is_no_file() -> None:
    assert not is_zip(Path("/dev/null"))
    assert isinstance(refusal(Path("/dev/null")), UnsupportedFile)


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"")
    with pytest.raises(EmptyFile):
        open_files(tmp_path / "a.json")
