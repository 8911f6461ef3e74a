# SPDX-License-Identifier: GPL-3.0-or-later
"""Containers of files: ZIP, gzip and tar. Each article is a piece, and what cannot be one is passed over."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileEncrypted, FileUnsafe, UnsupportedFile
from archivist.intake import registry
from archivist.intake.members import TOO_MUCH
from archivist.intake.reader import Allowance, ImportOptions
from archivist.model import ArticleDraft, Unread
from tests.intake.packing import packed, tarred

TEXT = "Паводок в Ожвині.\n\nВода зайшла в сорок дворів, людей вивезли човнами.".encode()
PAGE = (
    "<html><head><title>Пожежа</title></head><body><article><h1>Пожежа</h1>"
    + "<p>Уночі згоріла стара стайня на околиці, людей там не було.</p>" * 4
    + "</article></body></html>"
).encode()
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR"


def read(raw: bytes, name: str = "coverage.zip", options: ImportOptions | None = None) -> list[ArticleDraft | Unread]:
    path = Path("/nowhere") / name
    options = options or ImportOptions()
    return list(registry.reader_for(raw, path).read(raw, path, options))


def parts(pieces: list[ArticleDraft | Unread]) -> list[str]:
    return [piece.part for piece in pieces]


@pytest.mark.parametrize(("pack", "name"), [(packed, "x.zip"), (tarred, "x.tar"), (packed, "x.dat")])
def test_each_file_is_an_article_of_its_own(pack: object, name: str) -> None:
    raw: bytes = pack({"б.txt": TEXT, "а/в.html": PAGE})  # type: ignore[operator]
    pieces = read(raw, name)
    assert parts(pieces) == ["б.txt", "а/в.html"]
    assert all(isinstance(piece, ArticleDraft) and not piece.warnings for piece in pieces)


def test_pictures_litter_and_the_parts_of_pages_are_passed_over() -> None:
    files = {
        "Пожежа.html": PAGE,
        "Пожежа_files/ad.html": PAGE,
        "Пожежа_files/style.css": b"a {}",
        "photo": PICTURE,
        "__MACOSX/._Пожежа.html": PAGE,
        "sub/.DS_Store": b"\x00\x01",
        "sub/Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    assert parts(read(packed(files))) == ["Пожежа.html"]


def test_a_file_that_is_no_article_is_told_of() -> None:
    pieces = read(packed({"a.txt": TEXT, "empty.txt": b"", "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"}))
    assert [piece.part for piece in pieces if isinstance(piece, Unread)] == ["empty.txt", "old.doc"]


def test_a_damaged_file_does_not_keep_the_others_out() -> None:
    raw = packed({"a.txt": TEXT, "b.txt": TEXT}, 0)
    altered = raw.replace("Паводок".encode(), "Пожежах".encode(), 1)
    unread, draft = read(altered)
    assert isinstance(unread, Unread)
    assert "damaged" in unread.reason
    assert draft.part == "b.txt"


def test_a_zip_without_its_directory_is_read_with_a_warning() -> None:
    raw = packed({"a.txt": TEXT})
    (draft,) = read(raw[: raw.index(b"PK\1\2")])
    assert isinstance(draft, ArticleDraft)
    assert "directory" in draft.warnings[0]


@pytest.mark.parametrize("name", ["../../etc/cron.d/a.txt", "/etc/a.txt", "C:\\a.txt"])
@pytest.mark.parametrize("pack", [packed, tarred])
def test_a_name_that_leads_out_is_a_name_only_and_told_of(pack: object, name: str) -> None:
    (draft,) = read(pack({name: TEXT}), "x")  # type: ignore[operator]
    assert isinstance(draft, ArticleDraft)
    assert "only read as the name" in draft.warnings[0]


def test_a_zip_under_a_password() -> None:
    raw = bytearray(packed({"a.txt": TEXT}))
    raw[6] |= 1
    raw[raw.index(b"PK\1\2") + 8] |= 1
    with pytest.raises(FileEncrypted):
        read(bytes(raw))


@pytest.mark.parametrize(
    "files",
    [
        {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"},
        {"mimetype": b"application/vnd.oasis.opendocument.formula", "content.xml": b"<a/>"},
    ],
)
def test_a_document_of_a_kind_that_is_not_read_is_no_folder(files: dict[str, bytes]) -> None:
    with pytest.raises(UnsupportedFile):
        read(packed(files))


def test_containers_lie_in_containers() -> None:
    inner = packed({"a.txt": TEXT})
    (draft,) = read(gzip.compress(tarred({"день.zip": inner})), "x.tgz")
    assert draft.part == "x.tar/день.zip/a.txt"


def test_all_that_is_unpacked_of_a_file_is_counted() -> None:
    inner = packed({"a.txt": TEXT, "b.txt": TEXT, "c.txt": TEXT})
    options = ImportOptions(allowance=Allowance(left=len(inner) + 2 * len(TEXT)))
    pieces = read(packed({"x.zip": inner}, 0), options=options)
    assert isinstance(pieces[0], ArticleDraft)
    assert pieces[-1] == Unread("x.zip/c.txt", TOO_MUCH)


@pytest.mark.parametrize("name", ["пожежа.html.gz", "пожежа.html", "пожежа.HTML.GZ"])
def test_a_packed_page_is_read_under_the_name_it_had(name: str) -> None:
    (draft,) = read(gzip.compress(PAGE), name)
    assert isinstance(draft, ArticleDraft)
    assert draft.title == "Пожежа"
    assert not draft.part.lower().endswith(".gz")


def test_gzip_in_several_pieces() -> None:
    (draft,) = read(gzip.compress(TEXT[:20]) + gzip.compress(TEXT[20:]), "a.txt.gz")
    assert isinstance(draft, ArticleDraft)
    assert draft.body.encode() == TEXT


def test_gzip_that_is_cut_off_is_read_with_a_warning() -> None:
    (draft,) = read(gzip.compress(TEXT)[:-12], "a.txt.gz")
    assert isinstance(draft, ArticleDraft)
    assert "cut off" in draft.warnings[0]
    with pytest.raises(FileDamaged):
        read(gzip.compress(TEXT)[:11], "a.txt.gz")


def test_a_bomb_of_gzip_is_refused() -> None:
    with pytest.raises(FileUnsafe):
        read(gzip.compress(bytes(32 << 20)), "a.txt.gz")


def test_links_and_devices_in_a_tar_file_are_no_files() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as file:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            file.addfile(info)
    assert read(out.getvalue(), "x.tar") == []


def test_a_tar_file_that_is_cut_off_is_read_with_a_warning() -> None:
    raw = tarred({"a.txt": TEXT, "b.txt": TEXT * 100})
    pieces = read(raw[:2000], "x.tar")
    assert isinstance(pieces[0], ArticleDraft)
    assert "cut off" in " ".join([*pieces[0].warnings, *(p.reason for p in pieces if isinstance(p, Unread))])


@pytest.mark.parametrize("pack", [packed, tarred])
def test_altered_files_end_as_pieces_or_errors(pack: object) -> None:
    raw: bytes = pack({"a.txt": TEXT, "b.html": PAGE})  # type: ignore[operator]
    for position in range(0, len(raw), 7):
        altered = bytearray(raw)
        altered[position] ^= 0xFF
        try:
            pieces = read(bytes(altered), "x.zip")
        except ArchivistError:
            continue
        assert all(isinstance(piece, ArticleDraft | Unread) for piece in pieces)
