# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileEncrypted, NoTextFound
from archivist.intake.documents.odt import ODT, read_odt
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft
from tests.intake.packing import packed

SPACES = "".join(f' xmlns:{name}="urn:{name}"' for name in ("office", "text", "table", "style", "meta", "dc", "draw"))
TEXT = "Вода зайшла у три села, повідомила обласна рада у суботу вранці."
MIME = "application/vnd.oasis.opendocument.text"
STYLES = """<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:parent-style-name="Title"/>
<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>"""


def document(body: str, meta: str = "") -> str:
    return (
        f'<?xml version="1.0"?><office:document{SPACES} office:mimetype="{MIME}"><office:meta>{meta}</office:meta>'
        f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def odt(body: str, meta: str = "", *, mime: str = MIME, manifest: str = "") -> bytes:
    files = {
        "mimetype": mime,
        "content.xml": document(body),
        "meta.xml": f"<x{SPACES}><office:meta>{meta}</office:meta></x>",
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
    }
    return packed({name: content.encode() for name, content in files.items()}, method=0)


def read(raw: bytes, name: str = "news.odt") -> ArticleDraft:
    (draft,) = read_odt(raw, Path(name), ImportOptions())
    return draft


def body(xml: str) -> str:
    return read(odt(xml)).body


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def items(*texts: str, style: str = "N", extra: str = "") -> str:
    inside = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}"{extra}>{inside}</text:list>'


class TestBody:
    def test_paragraphs_spaces_and_line_breaks(self) -> None:
        assert body(p("Вода<text:s/>зайшла<text:line-break/>у<text:tab/> <text:span>се</text:span>ла") + p("")) == (
            "Вода зайшла\nу села"
        )

    def test_lists_have_their_numbers(self) -> None:
        inner = "<text:list><text:list-item>" + p("старий") + "</text:list-item></text:list>"
        found = body(items(p("мости") + inner, p("дороги") + p("і стежки")) + p(TEXT) + items(p("школи")))
        assert found == f"1. мости\n1.a) старий\n2. дороги і стежки\n\n{TEXT}\n\n1. школи"

    def test_a_list_goes_on_where_it_says(self) -> None:
        again = items(p("школи"), extra=' text:continue-numbering="true"')
        assert body(items(p("мости"), p("дороги")) + p(TEXT) + again).endswith("\n\n3. школи")

    def test_an_inner_list_goes_on_in_an_outer_item_without_words(self) -> None:
        def inner(text: str) -> str:
            return f"<text:list><text:list-item>{p(text)}</text:list-item></text:list>"

        again = items(inner("новий"), extra=' text:continue-numbering="true"')
        assert body(items(inner("старий")) + again) == "1.a) старий\n\n1.b) новий"

    def test_items_without_numbers(self) -> None:
        assert body(items(p("мости"), p("дороги"), style="B")) == "- мости\n- дороги"

    def test_rows_of_a_table_are_lines(self) -> None:
        def row(*cells: str) -> str:
            inside = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
            return f"<table:table-row>{inside}</table:table-row>"

        head = f"<table:table-header-rows>{row('Область', 'Загинуло')}</table:table-header-rows>"
        assert body(f"<table:table>{head}{row('Київська', '12')}</table:table>") == "Область | Загинуло\nКиївська | 12"

    def test_notes_stand_below_with_their_marks(self) -> None:
        inside = f"<text:note-citation>1</text:note-citation><text:note-body>{p('Так.')}</text:note-body>"
        note = f"<text:note>{inside}</text:note>"
        assert body(p(f"Вода зайшла{note} у села.")) == "Вода зайшла[1] у села.\n\n[1] Так."

    def test_frames_are_read_after_their_paragraph(self) -> None:
        frame = f"<draw:frame><draw:text-box>{p('Цитата')}</draw:text-box></draw:frame>"
        assert body(p(f"Вода {frame}зайшла")) == "Вода зайшла\n\nЦитата"

    def test_what_is_not_shown_is_left_out_and_told(self) -> None:
        deleted = f"<text:tracked-changes><text:changed-region>{p('Було')}</text:changed-region></text:tracked-changes>"
        comment = f"<office:annotation>{p('Перевірити')}</office:annotation>"
        hidden = '<text:span text:style-name="T1">таємне</text:span>'
        draft = read(odt(deleted + p(TEXT + comment + hidden)))
        assert draft.body == TEXT
        assert [warning.split()[3] for warning in draft.warnings] == ["tracked", "comments", "hidden"]

    def test_links_are_words(self) -> None:
        assert body(p("Читайте <text:a>тут</text:a>.")) == "Читайте тут."


class TestProperties:
    META = (
        "<dc:title>Прорвало греблю</dc:title><meta:initial-creator>Олена Коваль</meta:initial-creator>"
        "<meta:creation-date>2022-01-08T10:00:00</meta:creation-date><dc:date>2022-02-01T10:00:00</dc:date>"
    )

    def test_they_say_who_and_when(self) -> None:
        draft = read(odt(p(TEXT), self.META))
        assert (draft.title, draft.byline, draft.captured) == ("Прорвало греблю", "Олена Коваль", "2022-01-08")
        assert draft.body == f"Прорвало греблю\n\n{TEXT}"

    def test_a_heading_is_the_headline(self) -> None:
        draft = read(odt(p("Вісник") + '<text:h text:outline-level="1">Вода прорвала греблю</text:h>' + p(TEXT)))
        assert draft.body == f"Вода прорвала греблю\n\nВісник\n\n{TEXT}"
        assert read(odt(p("Вісник") + p("Вода", "P1") + p(TEXT))).title == "Вода"

    def test_a_single_xml_file(self) -> None:
        raw = document(p(TEXT), self.META).encode()
        assert reader_for(raw, Path("news.xml")) is ODT
        assert read(raw, "news.fodt").title == "Прорвало греблю"


class TestFiles:
    @pytest.mark.parametrize("name", ["news.odt", "news.zip", "news"])
    @pytest.mark.parametrize("mime", [MIME, f"{MIME}-template", "application/vnd.sun.xml.writer"])
    def test_it_is_known_by_its_content(self, name: str, mime: str) -> None:
        assert reader_for(odt(p(TEXT), mime=mime), Path(name)) is ODT

    def test_a_password_is_asked_for(self) -> None:
        with pytest.raises(FileEncrypted):
            read(odt(p(TEXT), manifest="<file-entry><encryption-data/></file-entry>"))

    @pytest.mark.parametrize("xml", ["", p(""), "<text:p/>"])
    def test_no_text(self, xml: str) -> None:
        with pytest.raises(NoTextFound):
            read(odt(xml))

    def test_a_document_without_a_body_is_damaged(self) -> None:
        with pytest.raises(FileDamaged):
            read(b"<office:document/>")

    def test_a_document_that_is_cut_off_is_read_with_a_warning(self) -> None:
        raw = document(p(TEXT) + p("Кінець")).encode()
        draft = read(raw[: raw.index("Кінець".encode())])
        assert draft.body == TEXT
        assert "not well-formed" in draft.warnings[0]

    def test_no_damage_makes_it_crash(self) -> None:
        raw = odt(items(p("мости")) + p(TEXT))
        for place in range(0, len(raw), 41):
            try:
                assert read(raw[:place] + b"\xff\x00" + raw[place + 2 :]).body
            except ArchivistError:
                continue


def test_real_files(cases: Path) -> None:
    titles = {
        path.stem: read(path.read_bytes(), str(path)).title
        for path in sorted((cases / "office-docx-odt-rtf").rglob("*.odt"))
    }
    assert titles["english_doc"] == "THE GREAT ENGLISH DOCUMENT"
    assert titles["example"] == "documetn title"
