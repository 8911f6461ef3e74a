# SPDX-License-Identifier: GPL-3.0-or-later
"""WACZ: the list of pages counts, and a file that is not what it says of itself is refused."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import ArchivistError, FileDamaged
from archivist.intake import registry
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft, Unread
from tests.intake.made_captures import URL, http, page, record
from tests.intake.packing import packed

WARC = record(http(page())) + record(http(page("Інша")), uri="https://news.example/other")


def sha256(raw: bytes) -> str:
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def wacz(*pages: str, warc: bytes = WARC, listed: bytes | None = None, **seal: Any) -> bytes:
    """A WACZ with a WARC, the addresses of its pages, and what seals it."""
    lines = [{"format": "json-pages-1.0"}, *({"url": url, "title": f"Заголовок {url}"} for url in pages)]
    files = {"archive/data.warc": warc, "pages/pages.jsonl": "\n".join(map(json.dumps, lines)).encode()}
    said = files if listed is None else {**files, "archive/data.warc": listed}
    resources = [{"name": name, "path": name, "hash": sha256(raw)} for name, raw in said.items()]
    package = json.dumps({"resources": resources, "created": "2022-01-08T00:00:00Z"}).encode()
    files["datapackage.json"] = package
    if seal:
        files["datapackage-digest.json"] = json.dumps({"hash": sha256(package), **seal}).encode()
    return packed(files, zipfile.ZIP_STORED)


def read(raw: bytes, name: str = "a.wacz") -> list[ArticleDraft | Unread]:
    path = Path("/nowhere") / name
    reader = registry.reader_for(raw, path)
    assert reader.name == "wacz"
    return list(reader.read(raw, path, ImportOptions()))


@pytest.mark.parametrize("name", ["a.wacz", "a.zip", "a"])
def test_without_a_list_all_pages_are_articles(name: str) -> None:
    assert len(read(wacz(), name)) == 2


def test_listed_pages_are_the_articles() -> None:
    (draft,) = read(wacz(URL))
    assert isinstance(draft, ArticleDraft)
    assert (draft.title, draft.url) == ("Паводок в Ожвині", URL)


def test_a_listed_page_may_lead_to_another() -> None:
    start = "https://news.example/start"
    warc = WARC + record(http(b"", status="302 Found", Location=URL), uri=start)
    assert [piece.part.split()[-1] for piece in read(wacz(start, warc=warc))] == [URL]


def test_a_list_of_other_pages_does_not_count() -> None:
    assert len(read(wacz("https://elsewhere.example/"))) == 2


def test_the_list_names_pages_that_have_no_title_of_their_own() -> None:
    text = "Сильний вітер зірвав дахи на трьох вулицях, світла немає. " * 9
    warc = record(http(text.encode(), "text/plain"))
    (draft,) = read(wacz(URL, warc=warc))
    assert isinstance(draft, ArticleDraft)
    assert draft.title == f"Заголовок {URL}"


@pytest.mark.parametrize(
    "raw",
    [
        wacz(listed=b"other"),
        wacz(hash=sha256(b"other")),
        wacz(signedData={"hash": sha256(b"other"), "created": "2022-01-08T00:00:00Z"}),
        wacz(signedData={"created": "2020-01-01T00:00:00Z"}),
        packed({"archive/data.warc": WARC}),
        packed({"archive/data.warc": WARC, "datapackage.json": b"{"}),
        packed({"archive/data.warc": WARC, "datapackage.json": b"[]"}),
        packed({"archive/data.warc": WARC, "datapackage.json": b'{"resources": []}'}),
        packed({"archive/data.warc": WARC, "datapackage.json": b'{"resources": [{"path": "missing"}]}'}),
        packed({"archive/data.warc": WARC, "datapackage.json": b'{"resources": [{"name": "x"}]}'}),
    ],
)
def test_what_is_not_what_it_says_is_refused(raw: bytes) -> None:
    with pytest.raises(FileDamaged):
        read(raw)


def test_a_seal_that_fits() -> None:
    assert len(read(wacz(signedData={"created": "2022-01-08T00:00:00Z"}))) == 2


def test_an_unlisted_file_is_read_with_a_warning() -> None:
    files = {"datapackage.json": json.dumps({"resources": [{"path": "pages/pages.jsonl"}]}).encode()}
    pieces = read(packed({**files, "pages/pages.jsonl": b"", "archive/data.warc": WARC}))
    assert all(isinstance(piece, ArticleDraft) and "not among" in piece.warnings[0] for piece in pieces)


def test_the_real_ones(cases: Path) -> None:
    paths = sorted((cases / "warc-wacz").rglob("*.wacz"))
    assert paths
    for path in paths:
        try:
            pieces = read(path.read_bytes(), path.name)
        except ArchivistError:
            assert path.name.startswith("invalid")
            continue
        assert [piece.title for piece in pieces if isinstance(piece, ArticleDraft)] == ["Example Domain"]
