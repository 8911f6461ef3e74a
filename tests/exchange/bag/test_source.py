# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import stat
import zipfile
from pathlib import Path

import pytest

from archivist.errors import BundleRefused, BundleUnsafe, FileUnreadable
from archivist.exchange.bag.source import looks_like_bag, open_bag

DECLARED = {"bagit.txt": b"declared", "data/a.txt": b"one"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bag.zip"


def pack(file: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return file


def refusal(path: Path) -> str:
    with pytest.raises((BundleRefused, BundleUnsafe)) as raised:
        open_bag(path)
    return f"{type(raised.value).__name__}: {raised.value.detail}"


def test_a_folder_and_a_zip_file_read_alike(tmp_path: Path, file: Path) -> None:
    for name, data in DECLARED.items():
        (tmp_path / "bag" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "bag" / name).write_bytes(data)
    for path in (tmp_path / "bag", pack(file, DECLARED)):
        with open_bag(path) as source:
            assert source.sizes == {"bagit.txt": 8, "data/a.txt": 3}
            assert source.folders == {"data"}
            assert source.read("data/a.txt", limit=3) == b"one"


def test_the_one_folder_of_a_zip_file_is_passed_over(file: Path) -> None:
    with open_bag(pack(file, {f"my bag/{name}": data for name, data in DECLARED.items()})) as source:
        assert set(source.sizes) == set(DECLARED)
        assert source.read("data/a.txt", limit=3) == b"one"


def test_a_file_that_is_too_large_is_not_read(file: Path) -> None:
    with open_bag(pack(file, DECLARED)) as source, pytest.raises(BundleRefused, match="larger than 2 bytes"):
        source.read("data/a.txt", limit=2)


def test_a_missing_file_is_named(file: Path) -> None:
    with open_bag(pack(file, DECLARED)) as source, pytest.raises(BundleRefused, match="is missing"):
        source.read("data/b.txt", limit=2)


def test_nothing_is_there(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        open_bag(tmp_path / "nowhere")


@pytest.mark.parametrize("content", [b"", b"not a zip file", b"PK\x03\x04"])
def test_what_is_no_zip_file_is_refused(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert refusal(file).startswith("BundleRefused: it is no zip file")


@pytest.mark.parametrize("cut", [1, 30, 100])
def test_a_truncated_zip_file_is_refused(file: Path, cut: int) -> None:
    file.write_bytes(pack(file, DECLARED).read_bytes()[:-cut])
    assert refusal(file).startswith("BundleRefused: it is no zip file")


def test_a_damaged_entry_is_refused(file: Path) -> None:
    raw = bytearray(pack(file, {"bagit.txt": os.urandom(1000)}).read_bytes())
    raw[500] ^= 0xFF
    file.write_bytes(raw)
    with open_bag(file) as source, pytest.raises(BundleRefused, match="cannot be unpacked"):
        source.read("bagit.txt", limit=1000)


def test_an_encrypted_zip_file_is_refused(file: Path) -> None:
    raw = bytearray(pack(file, DECLARED).read_bytes())
    # The flag stands in the central directory, at byte 8 of each entry.
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(raw)
    assert refusal(file) == "BundleRefused: it is encrypted"


@pytest.mark.parametrize(
    "name", ["../letter.txt", "/etc/passwd", "data/../../x", "data\\..\\x", "C:/x", "data/aux.txt", "data/a\x1b"]
)
def test_a_zip_file_with_an_unsafe_name_is_refused(file: Path, name: str) -> None:
    assert refusal(pack(file, DECLARED | {name: b""})).startswith("BundleUnsafe: the name “")


def test_a_name_hidden_behind_nul_is_unsafe(file: Path) -> None:
    raw = pack(file, DECLARED | {"data/bZtxt": b""}).read_bytes()
    file.write_bytes(raw.replace(b"data/bZtxt", b"data/b\0txt"))
    assert "is no file name" in refusal(file)


def test_a_name_that_is_no_utf_8_is_refused(file: Path) -> None:
    raw = pack(file, DECLARED | {"data/Є": b""}).read_bytes()
    file.write_bytes(raw.replace("Є".encode(), b"\xff\xff"))
    assert refusal(file).startswith("BundleRefused: it is no zip file")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["data/a.txt", "data/A.TXT", "DATA/a.txt"])
def test_two_files_of_one_name_are_unsafe(file: Path, name: str) -> None:
    pack(file, DECLARED)
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr(name, b"two")
    assert refusal(file) == "BundleUnsafe: two files in it have the same name"


def test_a_link_in_a_zip_file_is_unsafe(file: Path) -> None:
    pack(file, DECLARED)
    with zipfile.ZipFile(file, "a") as packed:
        link = zipfile.ZipInfo("data/link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        packed.writestr(link, "/etc/passwd")
    assert refusal(file) == "BundleUnsafe: “data/link” in it is a symbolic link"


def test_a_zip_bomb_is_unsafe(file: Path) -> None:
    assert "zip bomb" in refusal(pack(file, DECLARED | {"data/zeros": bytes(20 << 20)}))


def test_a_zip_bomb_of_many_small_files_is_unsafe(file: Path) -> None:
    assert "zip bomb" in refusal(pack(file, DECLARED | {f"data/{n}": bytes(10 << 20) for n in range(26)}))


def test_entries_that_share_their_bytes_are_unsafe(file: Path) -> None:
    pack(file, {"bagit.txt": os.urandom(2000)})
    with zipfile.ZipFile(file, "a") as packed:
        [first] = packed.infolist()
        for number in range(3):
            again = zipfile.ZipInfo(f"data/{number}")
            for field in ("header_offset", "compress_size", "file_size", "CRC", "compress_type"):
                setattr(again, field, getattr(first, field))
            packed.filelist.append(again)
        packed._didModify = True
    assert "zip bomb" in refusal(file)


def test_rare_packing_is_refused(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_LZMA) as packed:
        packed.writestr("bagit.txt", b"declared")
    assert "packed in a way that is not read" in refusal(file)


def test_a_link_in_a_folder_is_unsafe(tmp_path: Path) -> None:
    (tmp_path / "bag" / "data").mkdir(parents=True)
    (tmp_path / "letter.txt").write_text("mine")
    (tmp_path / "bag" / "data" / "letter.txt").symlink_to(tmp_path / "letter.txt")
    assert refusal(tmp_path / "bag") == "BundleUnsafe: “data/letter.txt” in it is a symbolic link"


def test_a_linked_folder_is_unsafe(tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    (tmp_path / "bag" / "data").symlink_to(tmp_path, target_is_directory=True)
    assert refusal(tmp_path / "bag") == "BundleUnsafe: “data” in it is a symbolic link"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_in_a_folder_is_unsafe(tmp_path: Path) -> None:
    (tmp_path / "bag").mkdir()
    os.mkfifo(tmp_path / "bag" / "bagit.txt")
    assert refusal(tmp_path / "bag") == "BundleUnsafe: “bagit.txt” in it is no file"


def test_a_file_that_vanished_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "bagit.txt").write_text("declared")
    source = open_bag(tmp_path)
    (tmp_path / "bagit.txt").unlink()
    with pytest.raises(FileUnreadable):
        source.read("bagit.txt", limit=100)


@pytest.mark.parametrize("mark", ["bagit.txt", "manifest-sha256.txt"])
def test_a_bag_is_known_by_its_declaration_or_manifest(tmp_path: Path, file: Path, mark: str) -> None:
    assert looks_like_bag(pack(file, {mark: b"", "data/a.txt": b""}))
    assert looks_like_bag(pack(file, {f"bag/{mark}": b"", "bag/data/a.txt": b""}))
    assert not looks_like_bag(tmp_path)
    (tmp_path / mark).write_text("")
    assert looks_like_bag(tmp_path)


@pytest.mark.parametrize("files", [{"data/a.txt": b""}, {"a/bagit.txt": b"", "b/a.txt": b""}, {}])
def test_other_zip_files_are_no_bags(file: Path, files: dict[str, bytes]) -> None:
    assert not looks_like_bag(pack(file, files))


def test_other_files_are_no_bags(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    assert not looks_like_bag(tmp_path / "a.txt")
    assert not looks_like_bag(tmp_path / "nowhere")
