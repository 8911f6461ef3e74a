# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import base64
import quopri
from email.header import Header
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, NoTextFound
from archivist.intake.pages.mhtml import MHTML, read_mhtml
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft
from tests.intake.made_pages import PARAGRAPHS, page

PAGE = page(head="<title>Прорвало греблю біля Ожвина | Вісник</title>")
PATH = Path("page.mhtml")


def part(
    raw: bytes, *, kind: str = "text/html", way: str = "quoted-printable", location: str = "", more: str = ""
) -> bytes:
    packed = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes, "binary": bytes}[way](raw)
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {way}\r\n"
    head += f"Content-Location: {location}\r\n" if location else ""
    return f"{head}{more}\r\n".encode() + packed


def mhtml(*parts: bytes, head: str = "", last: bool = True) -> bytes:
    headers = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://visnyk.example/1\r\n{head}MIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--x----"\r\n\r\n\r\n'
    )
    body = b"".join(b"------Boundary--x----\r\n" + one + b"\r\n" for one in parts)
    return headers.encode() + body + (b"------Boundary--x------\r\n" if last else b"")


def read(raw: bytes) -> ArticleDraft:
    assert reader_for(raw, Path("file")) is MHTML
    (draft,) = read_mhtml(raw, PATH, ImportOptions())
    return draft


PICTURE = part(b"\x89PNG" + bytes(2000), kind="image/png", way="base64", location="https://visnyk.example/a.png")


@pytest.mark.parametrize("way", ["quoted-printable", "base64", "binary"])
def test_a_page_is_read_however_it_is_packed(way: str) -> None:
    saved = mhtml(
        part(PAGE.encode(), way=way, location="https://visnyk.example/1"),
        PICTURE,
        head="Subject: Вісник\r\nDate: Sat, 8 Jan 2022 14:05:00 -0000\r\n",
    )
    draft = read(saved)
    assert draft.body == "\n\n".join(("Прорвало греблю біля Ожвина", *PARAGRAPHS))
    assert (draft.url, draft.captured) == ("https://visnyk.example/1", "2022-01-08T14:05:00Z")
    assert draft.provenance is not None
    assert draft.provenance.reader == "mhtml"
    assert draft.warnings == ()


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-u", "utf-8"])
def test_the_part_says_the_encoding_where_the_page_does_not(charset: str) -> None:
    raw = PAGE.replace('<meta charset="utf-8">', "").encode(charset)
    assert read(mhtml(part(raw, kind=f"text/html; charset={charset}"))).body.endswith(PARAGRAPHS[-1])


def test_an_unknown_charset_is_found_out() -> None:
    raw = PAGE.replace('<meta charset="utf-8">', "").encode("cp1251")
    assert read(mhtml(part(raw, kind='text/html; charset="x-user-defined"'))).body.endswith(PARAGRAPHS[-1])


@pytest.mark.parametrize("subject", [Header("Гребля", "utf-8").encode(), Header("Гребля", "koi8-r").encode(), "Гребля"])
def test_the_subject_is_the_title_of_a_page_that_has_none(subject: str) -> None:
    untitled = "<html><body>" + "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    assert read(mhtml(part(untitled.encode()), head=f"Subject: {subject}\r\n")).title == "Гребля"


def test_the_main_page_is_the_one_of_the_address_and_not_an_advertisement() -> None:
    advertisement = part("<html><body><p>Купуйте човни, поки вони ще є в крамницях нашого міста!</p>".encode())
    main = part(PAGE.encode(), location="https://visnyk.example/1")
    assert read(mhtml(advertisement, main)).body.startswith("Прорвало")


def test_the_text_of_a_page_of_frames_stands_in_one_of_them() -> None:
    frames = '<html><head><title>Вісник</title></head><frameset><frame src="menu.html"><frame src="cid:main@x">'
    saved = mhtml(
        part(frames.encode(), location="https://visnyk.example/1"),
        part(b"<html><body><a href='/'>Main page of the site</a>", location="https://visnyk.example/menu.html"),
        part(PAGE.encode(), more="Content-ID: <main@x>\r\n"),
    )
    draft = read(saved)
    assert PARAGRAPHS[-1] in draft.body
    assert "frame" in draft.warnings[-1]


def test_a_page_inside_alternatives_as_old_browsers_save_it() -> None:
    inner = b"".join((b"--inner\r\n", part(PAGE.encode()), b"\r\n--inner--\r\n"))
    saved = mhtml(b'Content-Type: multipart/alternative;\r\n\tboundary="inner"\r\n\r\n' + inner, PICTURE)
    assert read(saved).body.endswith(PARAGRAPHS[-1])


def test_a_file_that_is_cut_off_gives_what_is_there_with_a_warning() -> None:
    saved = mhtml(part(PAGE.encode()), last=False)
    draft = read(saved[: saved.index(quopri.encodestring(PARAGRAPHS[2].encode())[:40])])
    assert PARAGRAPHS[1] in draft.body
    assert "cut off" in draft.warnings[0]


def test_a_letter_is_no_saved_page() -> None:
    letter = mhtml(part(PAGE.encode())).replace(b"From: <Saved by Blink>", b"From: o@visnyk.example\r\nTo: a@b.example")
    letter = letter.replace(b"Snapshot-Content-Location: https://visnyk.example/1\r\n", b"")
    assert reader_for(letter, Path("file")) is not MHTML


def test_a_file_without_a_page_is_refused() -> None:
    with pytest.raises(NoTextFound):
        read_mhtml(mhtml(PICTURE), PATH, ImportOptions())


def test_real_files_end_as_articles_or_with_a_reason(cases: Path) -> None:
    found = {}
    for path in sorted((cases / "mhtml").rglob("*.mhtml")):
        raw = path.read_bytes()
        reader = reader_for(raw, path)
        try:
            (draft,) = reader.read(raw, path, ImportOptions())
        except ArchivistError:
            continue
        assert isinstance(draft, ArticleDraft)
        assert draft.body
        assert draft.captured
        found[path.name] = (reader.name, draft.title, draft.url)
    assert found["example.com.mhtml"] == ("mhtml", "Example Domain", "http://example.com/")
    assert found["testMHTMLFirefox.mhtml"] == ("mhtml", "Aperture Framework", "http://aperture.sourceforge.net/")


def test_a_letter_that_is_a_page_and_says_little_of_itself_is_a_letter_by_its_name() -> None:
    letter = b"From: News <news@post.example>\nSubject: Flood\nDate: Tue, 1 Jan 2019 06:00:00 GMT\n"
    letter += (
        b"Content-Type: text/html; charset=utf-8\n\n<html><body><p>" + b"Water came at night. " * 9 + b"</body></html>"
    )
    assert reader_for(letter, Path("a.eml")).name == "mail"
    assert reader_for(letter, Path("a.mht")).name == "mhtml"
