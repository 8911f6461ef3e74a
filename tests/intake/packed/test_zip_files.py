# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in a ZIP: read within limits, found without the directory, named in any encoding."""

from __future__ import annotations

import io
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path

import pytest

from archivist.errors import FileDamaged, FileEncrypted, FileUnsafe
from archivist.intake.packed.zip_files import open_zip
from tests.intake.packing import packed

PATH = Path("/nowhere/coverage.zip")
TEXT = "Паводок в Ожвині. Вода зайшла в сорок дворів.".encode()


def streamed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """As written to a pipe: the sizes stand after the data."""

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.chunks: list[bytes] = []

        def writable(self) -> bool:
            return True

        def write(self, raw: object) -> int:
            self.chunks.append(bytes(raw))  # type: ignore[call-overload]
            return len(self.chunks[-1])

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", method) as file:  # type: ignore[type-var]
        for name, raw in files.items():
            file.writestr(name, raw)
    return b"".join(pipe.chunks)


def with_raw_name(name: bytes, extra: bytes = b"") -> bytes:
    """A ZIP whose one file has these bytes as its name, and nothing that tells what they mean."""
    return entry(name, TEXT, extra) + directory([(name, TEXT, extra, 0)])


def entry(name: bytes, raw: bytes, extra: bytes = b"", size: int | None = None, flags: int = 0) -> bytes:
    sizes = (zlib.crc32(raw), len(raw), len(raw) if size is None else size)
    return struct.pack("<4s5H3L2H", b"PK\3\4", 20, flags, 0, 0, 0, *sizes, len(name), len(extra)) + name + extra + raw


def directory(entries: list[tuple[bytes, bytes, bytes, int]], start: int | None = None, flags: int = 0) -> bytes:
    listed = b"".join(
        struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 20, 20, flags, 0, 0, 0, zlib.crc32(raw), len(raw), len(raw),
            len(name), len(extra), 0, 0, 0, 0, offset,
        ) + name + extra
        for name, raw, extra, offset in entries
    )  # fmt: skip
    start = sum(30 + len(name) + len(extra) + len(raw) for name, raw, extra, _ in entries) if start is None else start
    count = len(entries)
    return listed + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(listed), start, 0)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_files_are_read_in_their_order(method: int) -> None:
    files = open_zip(packed({"б.txt": TEXT, "а/в.txt": b""}, method), PATH)
    assert files.names() == ("б.txt", "а/в.txt")
    assert files.read("б.txt") == TEXT
    assert files.read("а/в.txt") == b""
    assert files.warnings == ()


def test_folders_and_links_are_no_files() -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.mkdir("folder")
        file.writestr(link, "/etc/passwd")
        file.writestr("a.txt", TEXT)
    assert open_zip(out.getvalue(), PATH).names() == ("a.txt",)


@pytest.mark.parametrize("encoding", ["utf-8", "cp866", "cp1251"])
def test_names_of_old_programs(encoding: str) -> None:
    name = "новости/Сообщение министерства о погибших.txt"
    assert open_zip(with_raw_name(name.encode(encoding)), PATH).names() == (name,)


@pytest.mark.parametrize("encoding", ["cp1125", "cp1251"])
def test_ukrainian_names_of_old_programs(encoding: str) -> None:
    name = "новини/Її повідомлення про загиблих в Україні.txt"
    assert open_zip(with_raw_name(name.encode(encoding)), PATH).names() == (name,)


def test_a_name_in_an_extra_field() -> None:
    raw = "Ожвин.txt".encode("cp866")
    path = struct.pack("<BL", 1, zlib.crc32(raw)) + "Ожвин ґ.txt".encode()
    extra = struct.pack("<2H", 0x7075, len(path)) + path
    assert open_zip(with_raw_name(raw, extra), PATH).names() == ("Ожвин ґ.txt",)


def test_names_are_composed_and_parted_by_slashes() -> None:
    name = unicodedata.normalize("NFD", "день\\Її.txt")
    assert open_zip(with_raw_name(name.encode()), PATH).names() == ("день/Її.txt",)


def test_files_of_one_name_are_told_apart() -> None:
    one, other = entry(b"a.txt", b"one"), entry(b"a.txt", b"other")
    raw = one + other + directory([(b"a.txt", b"one", b"", 0), (b"a.txt", b"other", b"", len(one))])
    files = open_zip(raw, PATH)
    assert [files.read(name) for name in ("a.txt", "a.txt (2)")] == [b"one", b"other"]


@pytest.mark.parametrize("pack", [packed, streamed])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_files_are_found_without_the_directory(pack: object, method: int) -> None:
    raw: bytes = pack({"а.txt": TEXT, "б.txt": TEXT * 2}, method)  # type: ignore[operator]
    files = open_zip(raw[: raw.index(b"PK\1\2") + 10], PATH)
    assert [files.read(name) for name in files.names()] == [TEXT, TEXT * 2]
    assert files.names() == ("а.txt", "б.txt")
    assert "directory" in files.warnings[0]


@pytest.mark.parametrize("pack", [packed, streamed])
def test_a_file_that_is_cut_off_is_damaged_and_the_others_are_read(pack: object) -> None:
    raw: bytes = pack({"a.txt": TEXT, "b.txt": bytes(range(256)) * 9}, zipfile.ZIP_DEFLATED)  # type: ignore[operator]
    files = open_zip(raw[: raw.rindex(b"PK\3\4") + 60], PATH)
    assert files.read("a.txt") == TEXT
    with pytest.raises(FileDamaged):
        files.read("b.txt")


def test_an_altered_file_is_damaged() -> None:
    raw = packed({"a.txt": TEXT}, zipfile.ZIP_STORED).replace("Паводок".encode(), "Пожежах".encode())
    with pytest.raises(FileDamaged, match="not what was packed"):
        open_zip(raw, PATH).read("a.txt")


def test_what_is_missing_is_said() -> None:
    with pytest.raises(FileDamaged, match="missing"):
        open_zip(packed({"a.txt": TEXT}), PATH).read("b.txt")


@pytest.mark.parametrize("raw", [b"", b"PK\3\4", b"no zip at all, though it says PK"])
def test_what_is_no_zip(raw: bytes) -> None:
    with pytest.raises(FileDamaged):
        open_zip(raw, PATH)


def test_an_empty_zip_has_no_files() -> None:
    assert open_zip(packed({}), PATH).names() == ()


def test_an_encrypted_file() -> None:
    raw = entry(b"a.txt", TEXT, flags=1) + directory([(b"a.txt", TEXT, b"", 0)], flags=1)
    files = open_zip(raw, PATH)
    with pytest.raises(FileEncrypted):
        files.read("a.txt")


def test_a_bomb_is_refused_before_it_grows() -> None:
    with pytest.raises(FileUnsafe, match="bomb"):
        open_zip(packed({"a.txt": bytes(32 << 20)}), PATH)


def test_many_small_bombs_are_one() -> None:
    with pytest.raises(FileUnsafe, match="bomb"):
        open_zip(packed({f"{number}.txt": bytes(1 << 20) for number in range(40)}), PATH)


def test_files_over_each_other_are_refused() -> None:
    one = entry(b"a.txt", TEXT)
    listed = [(b"a.txt", TEXT, b"", 0), (b"b.txt", TEXT, b"", 0)]
    with pytest.raises(FileUnsafe, match="over each other"):
        open_zip(one + directory(listed, len(one)), PATH)


def test_too_many_files_are_refused() -> None:
    with pytest.raises(FileUnsafe, match="more than"):
        open_zip(entry(b"a", b"") * 100_001, PATH)


def test_a_file_that_is_larger_than_asked_for() -> None:
    with pytest.raises(FileUnsafe, match="would grow"):
        open_zip(packed({"a.txt": TEXT}), PATH).read("a.txt", limit=10)


def test_a_size_that_lies_does_not_let_a_file_grow() -> None:
    raw = packed({"a.txt": bytes(1 << 20)})
    lying = raw.replace(struct.pack("<L", 1 << 20), struct.pack("<L", 10))
    with pytest.raises(FileDamaged):
        open_zip(lying, PATH).read("a.txt")


def test_the_directory_of_a_zip_inside_is_not_that_of_one_that_is_cut_off() -> None:
    inner = packed({"inner.txt": b"inner"})
    raw = packed({"inner.zip": inner, "a.txt": b"one" * 99, "b.txt": b"other" * 99}, zipfile.ZIP_STORED)
    files = open_zip(raw[: raw.index(b"b.txt") + 20], PATH)
    assert {"inner.zip", "a.txt"} <= set(files.names())
    assert files.warnings
