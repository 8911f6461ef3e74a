# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileEncrypted, InvalidValue, NoTextFound
from archivist.intake.documents.epub import EPUB, read_epub
from archivist.intake.plan import checked_options
from archivist.intake.reader import WHOLE_BOOKS, ImportOptions
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft, Unread
from tests.intake.packing import packed

CONTAINER = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
METADATA = """<dc:title>Повінь у передмісті</dc:title><dc:creator>Олена Коваль</dc:creator>
<dc:publisher>Берег</dc:publisher><dc:date>2022-01-08</dc:date><dc:language>uk</dc:language>"""
FIRST = "У ніч на 8 січня біля Ожвина прорвало греблю, повідомила обласна рада."
SECOND = "Рятувальники вивезли понад сто людей, серед них тридцять п'ять дітей."


def page(*blocks: str, body: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
        f"<body{body}>{''.join(blocks)}</body></html>"
    )


def h(text: str, identifier: str = "") -> str:
    return f'<h2 id="{identifier}">{text}</h2>'


def p(text: str) -> str:
    return f"<p>{text}</p>"


def book(
    pages: dict[str, str],
    contents: dict[str, str] | None = None,
    *,
    metadata: str = METADATA,
    nav: bool = True,
    extra: dict[str, str] | None = None,
    guide: str = "",
    href: str = "",
) -> bytes:
    """A book of pages by name, and of a table of contents: what is said of each place, “a.xhtml#b”."""
    entries = (contents or {}).items()
    links = "".join(f'<li><a href="{place}">{text}</a></li>' for place, text in entries)
    points = "".join(
        f'<navPoint><navLabel><text>{text}</text></navLabel><content src="{place}"/></navPoint>'
        for place, text in entries
    )
    items = "".join(
        f'<item id="i{number}" href="{href or name}" media-type="application/xhtml+xml"/>'
        for number, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{number}"/>' for number in range(len(pages)))
    listed = (
        '<item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        if nav
        else '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": (
            f'<package xmlns:dc="dc" xmlns:opf="opf"><metadata>{metadata}</metadata>'
            f'<manifest>{items}{listed}</manifest><spine toc="{"" if nav else "n"}">{spine}</spine>'
            f"<guide>{guide}</guide></package>"
        ),
        "OPS/nav.xhtml": f'<html xmlns:epub="e"><body><nav epub:type="toc"><ol>{links}</ol></nav></body></html>',
        "OPS/toc.ncx": f"<ncx><navMap>{points}</navMap></ncx>",
        **{f"OPS/{name}": content for name, content in pages.items()},
        **(extra or {}),
    }
    return packed({name: content.encode() for name, content in files.items()}, method=0)


def read(raw: bytes, **options: str) -> list[ArticleDraft | Unread]:
    return list(read_epub(raw, Path("book.epub"), ImportOptions(**options)))  # type: ignore[arg-type]


def articles(raw: bytes, **options: str) -> list[ArticleDraft]:
    return [piece for piece in read(raw, **options) if isinstance(piece, ArticleDraft)]


PAGES = {"a.xhtml": page(h("Розділ 1"), p(FIRST)), "b.xhtml": page(h("Розділ 2"), p(SECOND))}
CONTENTS = {"a.xhtml": "Розділ 1", "b.xhtml": "Розділ 2"}


class TestChapters:
    def test_each_is_an_article_with_what_is_known_of_the_book(self) -> None:
        one, other = articles(book(PAGES, CONTENTS))
        assert (one.title, one.body) == ("Розділ 1", f"Розділ 1\n\n{FIRST}")
        assert (other.title, other.part) == ("Розділ 2", "OPS/b.xhtml")
        assert (one.byline, one.outlet, one.section) == ("Олена Коваль", "Берег", "Повінь у передмісті")
        assert (one.published, one.language, one.warnings) == ("2022-01-08", "uk", ())

    @pytest.mark.parametrize("nav", [True, False])
    def test_what_the_contents_call_it_is_its_headline(self, nav: bool) -> None:
        (draft,) = articles(book({"a.xhtml": page(p(FIRST))}, {"a.xhtml": "Ніч"}, nav=nav))
        assert draft.body == f"Ніч\n\n{FIRST}"

    @pytest.mark.parametrize(
        ("label", "headings"),
        [
            ("Розділ 1. Ніч", ("Розділ 1", "Ніч")),
            ("Ніч", ("1. Ніч",)),
            ("Розділ 1: Ніч", ("Ніч",)),
            ("Читати", ("Ніч",)),
        ],
    )
    def test_a_headline_is_not_repeated(self, label: str, headings: tuple[str, ...]) -> None:
        (draft,) = articles(book({"a.xhtml": page(*map(h, headings), p(FIRST))}, {"a.xhtml": label}))
        assert draft.body == "\n\n".join([*headings, FIRST])

    def test_a_page_of_several_is_parted_where_the_contents_say(self) -> None:
        whole = page(p("Передмова авторки книги"), h("Ніч", "x"), p(FIRST), h("Ранок", "y"), p(SECOND))
        found = articles(book({"a.xhtml": whole}, {"a.xhtml#x": "Ніч", "a.xhtml#y": "Ранок", "a.xhtml#no": "Ні"}))
        assert [draft.body for draft in found] == ["Передмова авторки книги", f"Ніч\n\n{FIRST}", f"Ранок\n\n{SECOND}"]
        assert [draft.part for draft in found] == ["OPS/a.xhtml", "OPS/a.xhtml#x", "OPS/a.xhtml#y"]

    def test_a_page_without_a_name_goes_on_with_the_one_before(self) -> None:
        pages = {"a.xhtml": page(h("Ніч"), p(FIRST)), "b.xhtml": page(p(SECOND))}
        (draft,) = articles(book(pages, {"a.xhtml": "Ніч"}))
        assert draft.body == f"Ніч\n\n{FIRST}\n\n{SECOND}"

    def test_soft_hyphens_and_readings_of_characters_are_left_out(self) -> None:
        text = "По\xadвінь <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>"
        assert articles(book({"a.xhtml": page(p(text))}))[0].body == "Повінь 漢"

    def test_marks_of_notes_are_told_from_the_text(self) -> None:
        note = '<p>Вода<a epub:type="noteref" href="#n"><sup>1</sup></a> зайшла</p><p>1. Так.<a href="#m">↩︎</a></p>'
        assert articles(book({"a.xhtml": page(note)}))[0].body == "Вода[1] зайшла\n\n1. Так."

    def test_the_whole_book_is_one_on_demand(self) -> None:
        (draft,) = articles(book(PAGES, CONTENTS), books=WHOLE_BOOKS)
        assert draft.body == f"Повінь у передмісті\n\nРозділ 1\n\n{FIRST}\n\nРозділ 2\n\n{SECOND}"
        assert (draft.title, draft.part, draft.section) == ("Повінь у передмісті", "", "")
        assert draft.provenance is not None
        assert draft.provenance.parameters["books"] == WHOLE_BOOKS

    def test_another_wish_is_refused(self) -> None:
        with pytest.raises(InvalidValue):
            checked_options(ImportOptions(books="halves"))


class TestFrontMatter:
    def test_covers_contents_and_title_pages_are_passed_over(self) -> None:
        pages = {
            "cover.xhtml": page('<img src="x.png"/>'),
            "title.xhtml": page(h("Повінь у передмісті"), p("Олена Коваль"), p("Берег")),
            "toc.xhtml": page(h("Зміст"), p("Розділ 1"), p("Розділ 2")),
            "lot.xhtml": page(p("Таблиця"), body=' epub:type="lot"'),
            **PAGES,
        }
        assert len(read(book(pages, CONTENTS))) == 2

    def test_imprints_are_told_of(self) -> None:
        pages = {
            "c.xhtml": page(p("ISBN 978"), body=' epub:type="copyright-page"'),
            "d.xhtml": page(p("Друк")),
            **PAGES,
        }
        guide = '<reference type="colophon" href="d.xhtml"/>'
        found = read(book(pages, CONTENTS, guide=guide))
        assert [piece.part for piece in found if isinstance(piece, Unread)] == ["OPS/c.xhtml", "OPS/d.xhtml"]
        assert "imprint" in articles(book(pages, CONTENTS, guide=guide), books=WHOLE_BOOKS)[0].warnings[0]

    def test_a_page_with_the_title_of_a_part_only_is_told_of(self) -> None:
        pages = {"p.xhtml": page(h("Частина I")), **PAGES}
        assert Unread("OPS/p.xhtml", "It has the title of a part, and nothing else.") in read(
            book(pages, {"p.xhtml": "Частина I", **CONTENTS})
        )

    def test_what_is_missing_is_told_of(self) -> None:
        raw = book({**PAGES, "gone.xhtml": "x"}, CONTENTS).replace(b"OPS/gone.xhtml", b"OPS/none.xhtml")
        (unread,) = [piece for piece in read(raw) if isinstance(piece, Unread)]
        assert (unread.part, unread.reason) == ("gone.xhtml", "It is missing in the book.")


class TestPackage:
    def test_of_several_titles_persons_and_dates_the_right_ones_are_taken(self) -> None:
        metadata = (
            '<dc:title>Серія</dc:title><dc:title id="t">Повінь</dc:title>'
            '<meta refines="#t" property="title-type">main</meta>'
            '<dc:creator opf:role="aut">Коваль</dc:creator><dc:creator opf:role="ill">Лис</dc:creator>'
            '<dc:creator id="e">Бондар</dc:creator><meta refines="#e" property="role">trl</meta>'
            '<dc:date opf:event="creation">2021</dc:date><dc:date opf:event="publication">2022-03</dc:date>'
            "<dc:identifier>urn:isbn:1</dc:identifier><dc:identifier>https://bereh.example/1</dc:identifier>"
        )
        (draft,) = articles(book({"a.xhtml": page(p(FIRST))}, metadata=metadata))
        assert (draft.section, draft.byline, draft.published) == ("Повінь", "Коваль", "2022-03")
        assert draft.url == "https://bereh.example/1"

    def test_nothing_needs_to_be_said(self) -> None:
        (draft,) = articles(book({"a.xhtml": page(p(FIRST))}, metadata=""))
        assert (draft.title, draft.byline, draft.section, draft.published) == (FIRST, "", "", "")

    def test_odd_names_of_files_are_found(self) -> None:
        (draft,) = articles(book({"a b.xhtml": page(p(FIRST))}, href="../ops/A%20B.XHTML"))
        assert draft.part == "OPS/a b.xhtml"

    def test_without_a_package_the_pages_are_read_by_name(self) -> None:
        files = {"META-INF/container.xml": "<x/>", "b.xhtml": page(h("Ранок")), "a.html": page(h("Ніч"))}
        one, other = articles(packed({name: content.encode() for name, content in files.items()}))
        assert (one.body, other.body) == ("Ніч", "Ранок")
        assert "in which order" in one.warnings[0]

    @pytest.mark.parametrize(
        ("algorithm", "encrypted"),
        [("http://www.idpf.org/2008/embedding", False), ("http://www.w3.org/2001/04/xmlenc#aes128-cbc", True)],
    )
    def test_a_book_that_is_locked_is_refused_and_one_with_locked_fonts_is_not(
        self, algorithm: str, encrypted: bool
    ) -> None:
        data = f'<EncryptedData><EncryptionMethod Algorithm="{algorithm}"/></EncryptedData>'
        raw = book(PAGES, CONTENTS, extra={"META-INF/encryption.xml": f"<encryption>{data}</encryption>"})
        if encrypted:
            with pytest.raises(FileEncrypted):
                read(raw)
        else:
            assert len(read(raw)) == 2


class TestFiles:
    @pytest.mark.parametrize("name", ["book.epub", "book.zip", "book"])
    def test_it_is_known_by_its_content(self, name: str) -> None:
        assert reader_for(book(PAGES), Path(name)) is EPUB

    @pytest.mark.parametrize("raw", [b"stub", b"\0\1\2", b"PK\x03\x04"])
    def test_what_is_called_a_book_and_is_none_is_damaged(self, raw: bytes) -> None:
        with pytest.raises(FileDamaged):
            reader_for(raw, Path("stub.epub")).read(raw, Path("stub.epub"), ImportOptions())

    def test_a_book_of_pictures_has_no_text(self) -> None:
        with pytest.raises(NoTextFound):
            read(book({"a.xhtml": page('<img src="x.png"/>')}))

    def test_a_page_that_cannot_be_read_keeps_no_other_from_being_read(self) -> None:
        raw = bytearray(book(PAGES, CONTENTS))
        raw[raw.index("тридцять".encode())] ^= 1
        (draft, unread) = read(bytes(raw))
        assert isinstance(draft, ArticleDraft)
        assert isinstance(unread, Unread)
        assert "not what was packed" in unread.reason

    def test_no_damage_makes_it_crash(self) -> None:
        raw = book(PAGES, CONTENTS)
        for place in range(0, len(raw), 61):
            try:
                assert read(raw[:place] + b"\xff\x00" + raw[place + 2 :])
            except ArchivistError:
                continue


def test_real_files(cases: Path) -> None:
    found: dict[str, list[ArticleDraft]] = {}
    for path in sorted((cases / "epub").rglob("*.epub")):
        try:
            pieces = read_epub(path.read_bytes(), path, ImportOptions())
        except NoTextFound:
            continue
        found[path.stem] = [piece for piece in pieces if isinstance(piece, ArticleDraft)]
        assert all(draft.body.strip() for draft in found[path.stem])
    assert [draft.title for draft in found["testEPUB"]] == ["Chapter 1", "Chapter 2"]
    assert [draft.title for draft in found["testEPUB_xml_ext"]] == ["Chapter 1"]
    assert len(found["wasteland"]) == len(found["wasteland-otf-obf"]) == 7
    assert {draft.language for draft in found["kusamakura-preview"]} == {"ja"}
    assert "XIX" in [draft.title for draft in found["testEPUB_multi-metadata-vals"]]
    assert "page-blanche" not in found
