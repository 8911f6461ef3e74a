# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileUnsafe, NoTextFound
from archivist.intake.documents.docx import DOCX, read_docx
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft
from tests.intake.packing import packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEXT = "Вода зайшла у три села, повідомила обласна рада у суботу вранці."
STYLES = """<w:style w:styleId="1" w:type="paragraph"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="a" w:type="paragraph"><w:name w:val="Own heading"/><w:basedOn w:val="1"/></w:style>
<w:style w:styleId="T" w:type="paragraph"><w:name w:val="Title"/></w:style>
<w:style w:styleId="L" w:type="paragraph"><w:name w:val="List"/>
<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:styleId="x" w:type="paragraph"><w:name w:val="x"/><w:basedOn w:val="x"/></w:style>"""
NUMBERING = """<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/>
<w:numFmt w:val="russianLower"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">
<w:numFmt w:val="bullet"/><w:lvlText w:val="&#xf0b7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>"""


def p(text: str = "", style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def item(text: str, number: int = 1, level: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def docx(
    body: str,
    *,
    core: str = "",
    notes: str = "",
    namespace: str = W,
    main: str = "word/document.xml",
    content_type: str = TYPE,
    **parts: str,
) -> bytes:
    """A document with this body, and further parts by name."""

    def part(name: str, content: str) -> str:
        return (
            f'<?xml version="1.0"?><w:{name} xmlns:w="{namespace}" xmlns:mc="mc" xmlns:wps="wps">{content}</w:{name}>'
        )

    folder = main.rpartition("/")[0]
    files = {
        "[Content_Types].xml": f'<Types><Override PartName="/{main}" ContentType="{content_type}"/></Types>',
        "_rels/.rels": f'<R><Relationship Type="{OFFICE}/officeDocument" Target="/{main}"/></R>',
        main: part("document", f"<w:body>{body}</w:body>"),
        f"{folder}/styles.xml": part("styles", STYLES),
        f"{folder}/numbering.xml": part("numbering", NUMBERING),
    }
    if notes:
        files[f"{folder}/footnotes.xml"] = part("footnotes", notes)
    if core:
        files["docProps/core.xml"] = (
            f'<cp:coreProperties xmlns:cp="cp" xmlns:dc="dc" xmlns:dcterms="t">{core}</cp:coreProperties>'
        )
    return packed({name: content.encode() for name, content in (files | parts).items()})


def read(raw: bytes, name: str = "news.docx") -> ArticleDraft:
    (draft,) = read_docx(raw, Path(name), ImportOptions())
    return draft


class TestBody:
    def test_paragraphs_line_breaks_and_runs(self) -> None:
        broken = f"<w:p>{r('Вода')}<w:r><w:br/><w:t>зайшла</w:t><w:tab/><w:t>у се</w:t></w:r>{r('ла')}</w:p>"
        assert read(docx(p(TEXT) + p() + broken)).body == f"{TEXT}\n\nВода\nзайшла у села"

    def test_lists_have_their_numbers(self) -> None:
        body = (
            item("мости") + item("старий", level=1) + item("новий", level=1) + item("дороги") + p(TEXT) + item("школи")
        )
        draft = read(docx(p(TEXT) + body))
        assert draft.body == f"{TEXT}\n\n1. мости\n1.а) старий\n1.б) новий\n2. дороги\n\n{TEXT}\n\n3. школи"

    def test_a_list_begins_where_it_says(self) -> None:
        assert read(docx(item("мости") + item("дороги", 3) + item("школи", 3))).body == "1. мости\n5. дороги\n6. школи"

    def test_an_inner_item_begins_the_outer_one(self) -> None:
        assert read(docx(item("старий", level=1) + item("дороги"))).body == "1.а) старий\n2. дороги"

    def test_items_without_numbers_also_by_their_style(self) -> None:
        assert read(docx(item("мости", 2) + p("дороги", "L"))).body == "- мости\n- дороги"

    def test_rows_of_a_table_are_lines(self) -> None:
        def cell(*paragraphs: str) -> str:
            return f"<w:tc>{''.join(map(p, paragraphs))}</w:tc>"

        rows = f"<w:tr>{cell('Область')}{cell('Загинуло')}</w:tr><w:tr>{cell('Київська')}{cell('12', 'осіб')}</w:tr>"
        assert read(docx(f"<w:tbl>{rows}</w:tbl>")).body == "Область | Загинуло\nКиївська | 12 осіб"

    def test_a_table_that_lays_out_a_page_is_read_cell_by_cell(self) -> None:
        cells = "".join(f"<w:tc>{p(TEXT * 4)}{p(TEXT * 4)}</w:tc>" for _ in range(2))
        assert read(docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")).body == "\n\n".join([TEXT * 4] * 4)

    def test_footnotes_stand_below_with_their_marks(self) -> None:
        notes = f'<w:footnote w:id="2">{p("Так у документі.")}</w:footnote>'
        body = f'<w:p>{r("Вода зайшла")}<w:r><w:footnoteReference w:id="2"/></w:r>{r(" у села.")}</w:p>'
        assert read(docx(body, notes=notes)).body == "Вода зайшла[1] у села.\n\n[1] Так у документі."

    def test_changes_are_accepted_and_told(self) -> None:
        deleted = "<w:del><w:r><w:delText>знесла</w:delText></w:r></w:del>"
        draft = read(docx(f"<w:p>{r('Вода ')}<w:ins>{r('прорвала')}</w:ins>{deleted}{r(' греблю.')}</w:p>"))
        assert draft.body == "Вода прорвала греблю."
        assert "tracked changes" in draft.warnings[0]

    def test_paragraphs_whose_end_was_deleted_are_one(self) -> None:
        assert (
            read(docx(p("Вода ", properties="<w:rPr><w:del/></w:rPr>") + p("зайшла у села."))).body
            == "Вода зайшла у села."
        )

    def test_comments_and_hidden_text_are_left_out_and_told(self) -> None:
        body = f'<w:p>{r(TEXT)}{r("таємне", "<w:vanish/>")}<w:r><w:commentReference w:id="1"/></w:r></w:p>'
        draft = read(docx(body))
        assert draft.body == TEXT
        assert [warning.split()[3] for warning in draft.warnings] == ["comments", "hidden"]

    def test_what_fields_show_is_kept_and_how_they_are_made_is_not(self) -> None:
        field = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
        assert read(docx(f"<w:p>{field}<w:hyperlink>{r('посилання')}</w:hyperlink></w:p>")).body == "посилання"

    def test_text_boxes_are_read_once(self) -> None:
        box = f"<w:txbxContent>{p('Цитата в рамці')}</w:txbxContent>"
        drawing = (
            f"<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
        )
        assert read(docx(f"<w:p>{r(TEXT)}<w:r>{drawing}</w:r></w:p>")).body == f"{TEXT}\n\nЦитата в рамці"

    def test_characters_of_symbol_fonts(self) -> None:
        body = (
            '<w:p><w:r><w:sym w:char="F0B7"/><w:t> так</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>сяк</w:t></w:r></w:p>'
        )
        assert read(docx(body)).body == "• так-сяк"


class TestTitleAndProperties:
    def test_a_heading_is_the_headline(self) -> None:
        draft = read(docx(p("Вісник, субота") + p("Прорвало греблю", "a") + p(TEXT)))
        assert (draft.title, draft.body) == ("Прорвало греблю", f"Прорвало греблю\n\nВісник, субота\n\n{TEXT}")

    def test_a_headline_that_stands_twice_is_shown_once(self) -> None:
        assert read(docx(p("Вода", "T") + p("Олена") + p("Вода", "a") + p(TEXT))).body == f"Вода\n\nОлена\n\n{TEXT}"

    def test_a_line_that_is_a_date_says_when_it_was_published(self) -> None:
        assert read(docx(p("Вода", "T") + p("Олена Коваль") + p("2022-01-08") + p(TEXT))).published == "2022-01-08"

    def test_properties_say_who_and_when(self) -> None:
        core = (
            "<dc:title>Прорвало греблю</dc:title><dc:creator>Олена Коваль</dc:creator>"
            "<dcterms:created>2022-01-08T10:00:00Z</dcterms:created><dc:language>fr-FR</dc:language>"
        )
        draft = read(docx(p("L'eau"), core=core))
        assert (draft.title, draft.byline, draft.captured) == ("Прорвало греблю", "Олена Коваль", "2022-01-08")
        assert (draft.body, draft.language, draft.published) == ("Прорвало греблю\n\nL'eau", "fr", "")
        assert draft.provenance is not None
        assert draft.provenance.parameters == {"created": "2022-01-08T10:00:00Z"}

    def test_a_language_that_the_text_is_not_in_is_not_believed(self) -> None:
        assert read(docx(p("Вода"), core="<dc:language>en-US</dc:language>")).language == ""

    def test_the_text_says_when_it_was_published(self) -> None:
        draft = read(docx(p("Прорвало греблю", "T") + p("8 січня 2022") + p(TEXT)))
        assert (draft.published, draft.language) == ("2022-01-08", "uk")


class TestFiles:
    @pytest.mark.parametrize("name", ["news.docx", "news.doc", "news.zip", "news"])
    def test_it_is_known_by_its_content(self, name: str) -> None:
        assert reader_for(docx(p(TEXT)), Path(name)) is DOCX

    @pytest.mark.parametrize(
        "content_type",
        [
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
        ],
    )
    def test_its_variants(self, content_type: str) -> None:
        raw = docx(p(TEXT), content_type=content_type, namespace=STRICT, main="odd/place.xml")
        assert reader_for(raw, Path("x")) is DOCX
        assert read(raw).body == TEXT

    def test_no_text(self) -> None:
        with pytest.raises(NoTextFound):
            read(docx(p()))

    def test_a_part_that_is_cut_off_is_read_with_a_warning(self) -> None:
        cut = f'<w:document xmlns:w="{W}"><w:body>{p(TEXT)}<w:p><w:r>'
        draft = read(docx("", **{"word/document.xml": cut}))
        assert draft.body == TEXT
        assert "not well-formed" in draft.warnings[0]

    @pytest.mark.parametrize("content", ["", "<w:document xmlns:w='x'/>", "no xml"])
    def test_a_document_without_a_body_is_damaged(self, content: str) -> None:
        with pytest.raises(ArchivistError):
            read(docx("", **{"word/document.xml": content}))

    def test_a_cut_file_is_damaged(self) -> None:
        with pytest.raises(FileDamaged):
            read(docx(p(TEXT))[:500])

    def test_entities_are_refused(self) -> None:
        document = '<w:document xmlns:w="x"><w:body>&b;</w:body></w:document>'
        bomb = f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{document}'
        with pytest.raises(FileUnsafe):
            read(docx("", **{"word/document.xml": bomb}))

    def test_tables_in_each_other_do_no_harm(self) -> None:
        nested = "<w:tbl><w:tr><w:tc>" * 80 + p(TEXT) + "</w:tc></w:tr></w:tbl>" * 80
        assert read(docx(nested + p(TEXT))).body == f"{TEXT}\n\n{TEXT}"

    def test_no_damage_makes_it_crash(self) -> None:
        raw = docx(p("Прорвало греблю", "a") + item("мости") + p(TEXT))
        for place in range(0, len(raw), 41):
            try:
                assert read(raw[:place] + b"\xff\x00" + raw[place + 2 :]).body
            except ArchivistError:
                continue


GOLD = {  # title, and how many items and rows there are
    "english_doc": ("THE GREAT ENGLISH DOCUMENT", 0, 2),
    "merged_cells": ("Table examples", 0, 7),
    "numeration": ("5. Test numeration", 1, 0),
    "with_tags": ("Title", 11, 0),
}


def test_real_files(cases: Path) -> None:
    found = {}
    for path in sorted((cases / "office-docx-odt-rtf").rglob("*.docx")):
        try:
            draft = read(path.read_bytes(), str(path))
        except NoTextFound:
            continue
        assert draft.body.strip()
        found[path.stem] = draft
    for stem, (title, items, rows) in GOLD.items():
        lines = found[stem].body.split("\n")
        assert found[stem].title == title
        assert sum(re.match(r"(?:-|\d+\.) ", line) is not None for line in lines) == items
        assert sum(" | " in line for line in lines) == rows
    assert "5.3. list." in found["numeration"].body
