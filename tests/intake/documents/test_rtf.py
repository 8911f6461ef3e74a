# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import ArchivistError, NoTextFound
from archivist.intake.documents.rtf import RTF, read_rtf
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset204 Times{\*\falt X};}{\f1\fcharset0 Arial;}"
    r"{\f2\fcharset2 Symbol;}{\f3\fcharset0 Arial Cyr;}}"
)
TEXT = "Вода зайшла у три села, повідомила обласна рада у суботу вранці."


def coded(text: str) -> str:
    """A text as the bytes of Windows-1251."""
    return "".join(char if char.isascii() else f"\\'{byte:02x}" for char in text for byte in char.encode("cp1251"))


def rtf(body: str, head: str = "") -> bytes:
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{FONTS}{head}{body}}}".encode("cp1251")


def read(raw: bytes) -> ArticleDraft:
    (draft,) = read_rtf(raw, Path("news.rtf"), ImportOptions())
    return draft


def body(text: str, head: str = "") -> str:
    return read(rtf(text, head)).body


class TestLetters:
    def test_bytes_are_in_the_code_page_of_their_font(self) -> None:
        assert body(rf"\f0 {coded('Вода')} \f1 caf\'e9 \f3 {coded('греблю')}") == "Вода café греблю"

    def test_bytes_that_are_not_escaped(self) -> None:
        assert body(rf"\f0 {TEXT}") == TEXT

    def test_unicode_and_what_older_readers_show_instead(self) -> None:
        assert body(r"\u1042?\u1086\'ee\u1076{\uc2 \u1072??}\uc0\u33 .") == "Вода!."

    def test_negative_numbers_and_pairs_of_code_units(self) -> None:
        assert body(r"\u-10179?\u-8704? \u8364?") == "😀 €"

    def test_a_character_of_several_bytes(self) -> None:
        assert body(r"\f9\'93\'fa\'96\'7b", r"{\fonttbl{\f9\fcharset128 MS;}}") == "日本"

    @pytest.mark.parametrize(
        ("head", "text"),
        [(r"\ansicpg1251", "Вода"), (r"\deflang1058", "Вода"), (r"\mac", "¬Ó‰‡"), (r"\ansicpg99999", "Âîäà")],
    )
    def test_the_code_page_of_the_file(self, head: str, text: str) -> None:
        assert body(rf"{coded('Вода')}", head) == text

    def test_symbols(self) -> None:
        assert body(r"a\~b\_c\-d\emdash e\line f\tab g\{\}\\ {\f2\'b7}") == "a\xa0b-cd—e\nf g{}\\ •"

    def test_what_cannot_be_decoded_is_told(self) -> None:
        draft = read(rtf(r"\f0 \'98 text of many words"))
        assert draft.body == "\ufffd text of many words"
        assert "1 characters" in draft.warnings[0]


class TestBody:
    def test_paragraphs(self) -> None:
        assert body("one\\par two\r\nthree\\par\\pard\\par {\\b four\\par}five\\page six") == (
            "one\n\ntwothree\n\nfour\n\nfive\n\nsix"
        )

    def test_lists_have_the_numbers_that_are_written_for_older_readers(self) -> None:
        items = r"{\listtext\pard 1.\tab}one\par{\listtext 2.\tab}two\par\pard text\par{\pntext{\f2\'b7}\tab}three\par"
        assert body(items) == "1. one\n2. two\n\ntext\n\n- three"

    def test_marks_and_numbers_before_a_tab_make_items(self) -> None:
        assert body(r"\bullet\tab one\par 2.\tab two\par three\tab four\par") == "- one\n2. two\n\nthree four"

    def test_rows_of_a_table_are_lines(self) -> None:
        rows = r"\trowd\cellx1\cellx2\intbl a\cell b\par c\cell\row\intbl d\cell e\cell\row\pard after\par"
        assert body(rows) == "a | b c\nd | e\n\nafter"

    def test_notes_stand_below_with_their_marks(self) -> None:
        assert (
            body(r"water{\super\chftn{\footnote\pard{\super\chftn} as it\par is}} came")
            == "water[1] came\n\n[1] as it is"
        )

    def test_text_boxes_are_read_once(self) -> None:
        box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard quote\par}}{\shprslt{\*\do quote}}}"
        assert body(rf"water{box}\par after\par") == "water\n\nquote\n\nafter"

    def test_text_boxes_of_footers_are_left_out(self) -> None:
        box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard 7\par}}}"
        assert body(rf"{{\footer\pard {box}\par}}water\par") == "water"

    def test_what_is_no_text_is_left_out(self) -> None:
        silent = (
            r"{\header top}{\footer 7}{\pict\pngblip 89504e47}{\*\unheard of}"
            r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}"
            r"{\object{\*\objdata 0105}{\result shown}}{\xe index}"
        )
        assert body(f"{silent}\\par text") == "linkshown\n\ntext"

    def test_binary_data_is_passed_over(self) -> None:
        assert body(r"a{\pict\bin5 }}{{\x}b\par") == "ab"

    def test_what_is_not_shown_is_left_out_and_told(self) -> None:
        draft = read(rtf(r"all {\v secret}{\deleted gone}{\revised new}{\*\annotation why} words\par"))
        assert draft.body == "all new words"
        assert [warning.split()[3] for warning in draft.warnings] == ["tracked", "comments", "hidden"]


class TestTitleAndProperties:
    def test_they_say_who_and_when(self) -> None:
        who = rf"{{\title \f0 {coded('Прорвало греблю')}}}{{\author {{\f0 {coded('Олена Коваль')}}}}}"
        info = rf"{{\info{who}{{\creatim\yr2022\mo1\dy8\hr10}}{{\subject x}}}}"
        draft = read(rtf(rf"\f0 {TEXT}", info))
        assert (draft.title, draft.byline, draft.captured) == ("Прорвало греблю", "Олена Коваль", "2022-01-08")
        assert draft.body == f"Прорвало греблю\n\n{TEXT}"

    @pytest.mark.parametrize("style", ["heading 1", "Title", "Заголовок 2"])
    def test_a_heading_is_the_headline(self, style: str) -> None:
        styles = rf"{{\stylesheet{{\s0 Normal;}}{{\s5\f0 {coded(style)};}}{{\*\cs9 x;}}}}"
        draft = read(rtf(rf"paper\par\pard\s5 The dam broke\par\pard\f0 {TEXT}", styles))
        assert draft.body == f"The dam broke\n\npaper\n\n{TEXT}"
        assert draft.title == "The dam broke"

    def test_an_outline_makes_a_heading(self) -> None:
        assert read(rtf(rf"paper\par\pard\outlinelevel0 The dam\par\pard\f0 {TEXT}")).title == "The dam"


class TestFiles:
    @pytest.mark.parametrize("name", ["news.rtf", "news.doc", "news.txt", "news"])
    def test_it_is_known_by_its_content(self, name: str) -> None:
        assert reader_for(rtf(TEXT), Path(name)) is RTF

    @pytest.mark.parametrize("text", ["", r"\par\par", r"{\pict 00}"])
    def test_no_text(self, text: str) -> None:
        with pytest.raises(NoTextFound):
            read(rtf(text))

    def test_a_file_without_its_end_is_read_with_a_warning(self) -> None:
        draft = read(rtf(rf"\f0 {TEXT}\par {TEXT}")[:-20])
        assert draft.body.startswith(f"{TEXT}\n\nВода")
        assert "end of the file" in draft.warnings[0]

    def test_groups_in_each_other_do_no_harm(self) -> None:
        assert body("{" * 50_000 + "deep" + "}" * 50_000) == "deep"

    def test_no_damage_makes_it_crash(self) -> None:
        raw = rtf(rf"\f0 {coded(TEXT)}\par\trowd a\cell b\row\pard {{\footnote x}}\u1042?\par")
        for place in range(0, len(raw), 7):
            try:
                assert read(raw[:place] + b"\\{" + raw[place + 2 :]).body
            except ArchivistError:
                continue


def test_real_files(cases: Path) -> None:
    titles = {
        path.stem: read(path.read_bytes()).title for path in sorted((cases / "office-docx-odt-rtf").rglob("*.rtf"))
    }
    assert titles["english_doc"] == "THE GREAT ENGLISH DOCUMENT"
    assert titles["example"] == "documetn title"
