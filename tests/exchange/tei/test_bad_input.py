# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from archivist.errors import ArchivistError, EmptyFile, FileDamaged, FileUnsafe, UnsupportedFile
from archivist.exchange import Selection, TagMapping, export, take_in
from archivist.exchange.items import Item, Problem, ReadDocument
from archivist.exchange.tei import FORMAT
from archivist.model import Article, Kind
from archivist.store import Archive
from tests.exchange.tei.test_reading import HEADER, tei
from tests.long_work import run_to_end

Add = Callable[..., Article]


def read(path: Path) -> list[Item]:
    assert FORMAT.read is not None
    return list(FORMAT.read(path))


@pytest.mark.parametrize(
    ("raw", "error", "told"),
    [
        (b"", EmptyFile, ""),
        (tei("<p>\u0430</p>").encode()[:-20], FileDamaged, "line 1"),
        (b"<?xml version='1.0' encoding='utf-8'?>" + tei("<p>а</p>").encode("cp1251"), FileDamaged, "utf_8"),
        (b"<?xml version='1.0' encoding='klingon'?><TEI/>", FileDamaged, "klingon"),
        (b"no XML at all", FileDamaged, "line 1"),
        (b"<html><body/></html>", UnsupportedFile, "<html>"),
        (b"\x00\x01\x02\x03", FileDamaged, ""),
        (b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]><TEI>&x;</TEI>', FileUnsafe, "another file"),
        (b'<!DOCTYPE TEI [<!ENTITY % x SYSTEM "http://localhost/x">%x;]><TEI/>', FileUnsafe, "another file"),
        (b'<!DOCTYPE TEI [<!ENTITY a "&b;&b;"><!ENTITY b "x">]><TEI>&a;</TEI>', FileUnsafe, "grow"),
        (b"<TEI>" + b"<p>" * 3000 + b"</p>" * 3000 + b"</TEI>", FileDamaged, "line 1"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, raw: bytes, error: type[ArchivistError], told: str) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(raw)
    with pytest.raises(error) as refused:
        read(path)
    assert "a.xml" in str(refused.value)
    assert told in str(refused.value)


def test_every_file_that_is_cut_off_is_read_or_refused(tmp_path: Path) -> None:
    whole = tei("<p>Загинуло <num value='18'>18</num> людей</p>").encode()
    path = tmp_path / "a.xml"
    for size in range(len(whole)):
        path.write_bytes(whole[:size])
        with pytest.raises(ArchivistError):
            read(path)


def test_ids_that_are_there_twice_are_told(tmp_path: Path) -> None:
    body = '<p><name xml:id="n">А</name> <name xml:id="n">Б</name></p>'
    beside = '<standOff><spanGrp><span from="#n">перше</span></spanGrp></standOff>'
    (tmp_path / "a.xml").write_text(tei(body, beside=beside), encoding="utf-8")
    items = read(tmp_path / "a.xml")
    assert [item.what for item in items if isinstance(item, Problem)] == [
        "The xml:id “n” is there twice; what points to it means the first."
    ]
    (document,) = (item for item in items if isinstance(item, ReadDocument))
    assert [(mark.key, mark.start) for mark in document.annotations] == [("n", 0), ("n-2", 2), ("span", 0)]


def test_spans_that_point_in_a_circle_lead_nowhere(tmp_path: Path) -> None:
    beside = '<standOff><span xml:id="a" from="#b"/><span xml:id="b" from="#a"/></standOff>'
    (tmp_path / "a.xml").write_text(tei("<p>а</p>", beside=beside), encoding="utf-8")
    (document,) = (item for item in read(tmp_path / "a.xml") if isinstance(item, ReadDocument))
    assert document.annotations == ()
    assert len(document.problems) == 2


def test_a_document_without_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(tei("<p> </p>", HEADER), encoding="utf-8")
    assert [item.what for item in read(tmp_path / "a.xml") if isinstance(item, Problem)] == ["It holds no text."]


def test_a_zip_file_that_leads_out_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w") as zipped:
        zipped.writestr("../a.xml", tei("<p>а</p>"))
    with pytest.raises(FileUnsafe):
        read(tmp_path / "a.zip")


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("a.xml", b" " * (300 << 20))
    with pytest.raises(FileUnsafe, match="bomb"):
        read(tmp_path / "a.zip")


def test_what_others_marked_becomes_annotations(archive: Archive, tmp_path: Path) -> None:
    beside = """<standOff><listAnnotation><annotation target="#string-range(p,900,2)"/></listAnnotation></standOff>"""
    body = '<p xml:id="p">Загинуло <num value="18">18</num> людей 👩‍👩‍👧 у <placeName>Києві</placeName></p>'
    (tmp_path / "a.xml").write_text(tei(body, beside=beside), encoding="utf-8")
    report = run_to_end(take_in(archive, FORMAT, tmp_path / "a.xml", TagMapping({})))
    (article,) = report.articles
    assert [(mark.quote, mark.tag.kind) for mark in archive.annotations.of_article(article)] == [
        ("18", Kind.FIGURE), ("Києві", Kind.ACTOR)
    ]  # fmt: skip
    assert any("outside" in line.detail or "left out" in line.detail for line in report.lines)


def test_an_export_is_taken_in_as_it_was(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    ids = tuple(article.id for article in articles)
    run_to_end(export(archive, FORMAT, Selection(ids), tmp_path / "tei"))
    with Archive.create(tmp_path / "other", who="Petro") as other:
        run_to_end(take_in(other, FORMAT, tmp_path / "tei", TagMapping({})))
        for article in articles:
            assert other.articles.revision(article.id).body == archive.articles.revision(article.id).body
            assert [_said(mark) for mark in other.annotations.of_article(article.id)] == [
                _said(mark) for mark in archive.annotations.of_article(article.id)
            ]
        assert sorted((r.id, r.type) for r in other.relations.all()) == sorted(
            (r.id, r.type) for r in archive.relations.all()
        )
        assert {tag.name: tag.kind for tag in other.tags.all()} == {tag.name: tag.kind for tag in archive.tags.all()}


def _said(mark: object) -> tuple[object, ...]:
    names = ("id", "start", "end", "quote", "note", "attributes", "record", "created_by", "created_at", "modified_at")
    return tuple(getattr(mark, name) for name in names)
