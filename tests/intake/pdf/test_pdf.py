# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileDamaged, FileEncrypted
from archivist.intake.pdf import ocr
from archivist.intake.pdf.pdf import PDF, read_pdf
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft, Unread
from tests.intake.pdfs import LEADING, Text, column, pdf, scan

HEADLINE = "Вода прорвала греблю"
LINES = (
    "Уночі вода прорвала греблю поблизу села",
    "й залила три вулиці, повідомили рятуваль-",
    "ники. Людей вивезли до школи в сусідньому",
    "місті, де їм дали їжу та ковдри.",
)
PARAGRAPH = (
    "Уночі вода прорвала греблю поблизу села й залила три вулиці, повідомили рятувальники. "
    "Людей вивезли до школи в сусідньому місті, де їм дали їжу та ковдри."
)


@pytest.fixture(autouse=True)
def _without_tesseract(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whether the program is installed on this machine decides no test."""
    monkeypatch.setenv("PATH", "")
    ocr.tesseract.cache_clear()
    yield
    ocr.tesseract.cache_clear()


def read(raw: bytes, name: str = "news.pdf") -> ArticleDraft:
    draft = read_pdf(raw, Path(name), ImportOptions())[0]
    assert isinstance(draft, ArticleDraft)
    return draft


def article(x: float = 50, y: float = 700) -> list[Text]:
    return [Text(x, y + 40, HEADLINE, size=20), *column(x, y, *LINES)]


class TestParagraphs:
    def test_lines_are_put_together_and_broken_words_made_whole(self) -> None:
        draft = read(pdf(article()))
        assert draft.body == f"{HEADLINE}\n\n{PARAGRAPH}"
        assert (draft.title, draft.language, draft.warnings) == (HEADLINE, "uk", ())

    def test_an_indent_begins_a_paragraph(self) -> None:
        first, second = column(50, 700, *LINES), column(50, 700 - 4 * LEADING, *LINES)
        second[0] = Text(65, second[0].y, LINES[0])
        assert read(pdf([*first, *second])).body == f"{PARAGRAPH}\n\n{PARAGRAPH}"

    def test_hanging_lines_belong_to_the_line_above(self) -> None:
        lines = [
            Text(50 if number % 4 == 0 else 65, 700 - number * LEADING, line) for number, line in enumerate(LINES * 2)
        ]
        assert read(pdf(lines)).body == f"{PARAGRAPH}\n\n{PARAGRAPH}"

    def test_a_quotation_has_margins_of_its_own(self) -> None:
        quotation = ("«Ми не чули жодної сирени до", "ранку», — каже мешканка.")
        lines = [*column(50, 700, *LINES), *column(70, 700 - 4 * LEADING, *quotation)]
        after = column(50, 700 - 6 * LEADING, *LINES)
        assert read(pdf([*lines, *after])).body == f"{PARAGRAPH}\n\n{' '.join(quotation)}\n\n{PARAGRAPH}"

    def test_short_indented_lines_are_not_joined(self) -> None:
        short = column(70, 700 - 4 * LEADING, "три мости", "дві школи")
        body = read(pdf([*column(50, 700, *LINES), *short, *column(50, 700 - 6 * LEADING, *LINES)])).body
        assert "три мости\n\nдві школи" in body

    def test_a_wider_gap_begins_a_paragraph(self) -> None:
        again = column(50, 700 - 6 * LEADING, *LINES)
        assert read(pdf([*column(50, 700, *LINES), *again])).body == f"{PARAGRAPH}\n\n{PARAGRAPH}"

    def test_the_items_of_a_list_are_lines(self) -> None:
        items = column(50, 700, "• три мости", "• дві школи", "1. перша дорога", "2. друга дорога")
        assert read(pdf(items)).body == "• три мости\n• дві школи\n1. перша дорога\n2. друга дорога"

    @pytest.mark.parametrize(
        ("lines", "whole"),
        [
            (("Там був хто-", "небудь із села."), "Там був хто-небудь із села."),
            (
                ("Прийшов прем'єр-", "міністр, і прем'єр-міністр сів."),
                "Прийшов прем'єр-міністр, і прем'єр-міністр сів.",
            ),
            (("Вода стояла в під\xad", "валах."), "Вода стояла в підвалах."),
            (("Приїхав Іван Нечуй-", "Левицький."), "Приїхав Іван Нечуй-Левицький."),
            (("слова з м\xadякими переносами", "тут"), "слова з мякими переносами тут"),
        ],
    )
    def test_a_hyphen_at_the_end_of_a_line(self, lines: tuple[str, ...], whole: str) -> None:
        assert " ".join(read(pdf(column(50, 700, *lines))).body.split()) == whole

    def test_a_sentence_goes_on_in_the_next_column_and_on_the_next_page(self) -> None:
        begin, end = LINES[:2], LINES[2:]
        columns = [*column(50, 700, *begin), *column(320, 700, *end)]
        assert read(pdf(columns)).body == PARAGRAPH
        assert read(pdf(column(50, 700, *begin), column(50, 700, *end))).body == PARAGRAPH

    def test_a_note_at_the_foot_of_the_page_does_not_cut_a_sentence(self) -> None:
        note = Text(50, 60, "1 Так у повідомленні.", size=7)
        body = read(pdf([*column(50, 700, *LINES[:2]), note], column(50, 700, *LINES[2:]))).body
        assert body == f"{PARAGRAPH}\n\n1 Так у повідомленні."

    def test_a_column_may_be_set_more_loosely_than_the_rest(self) -> None:
        loose = [Text(50, 400 - 20 * number, line) for number, line in enumerate(LINES)]
        assert read(pdf([*column(50, 700, *(LINES * 2)), *loose])).body.endswith(f"\n\n{PARAGRAPH}")

    def test_an_ended_sentence_does_not_go_on_on_the_next_page(self) -> None:
        assert read(pdf(column(50, 700, *LINES), column(50, 700, *LINES))).body == f"{PARAGRAPH}\n\n{PARAGRAPH}"

    def test_ligatures_are_letters(self) -> None:
        assert read(pdf(column(50, 700, "The \x01rst of\x01cer came with the \x01re men."))).body == (
            "The first officer came with the fire men."
        )

    def test_rows_of_a_table_are_lines(self) -> None:
        rows = [("Область", "Загинуло", "Поранено"), ("Київська", "12", "140"), ("Сумська", "7", "95")]
        cells = [
            Text(50 + 150 * index, 700 - LEADING * number, cell)
            for number, row in enumerate(rows)
            for index, cell in enumerate(row)
        ]
        assert read(pdf(cells)).body == "Область | Загинуло | Поранено\nКиївська | 12 | 140\nСумська | 7 | 95"

    def test_wide_spaces_of_a_column_set_to_both_margins_make_no_table(self) -> None:
        lines = [("слово", "тут", "стоїть"), ("рівно", "між", "краями"), ("колонки", "і", "далеко")] * 2
        words = []
        for number, line in enumerate(lines):
            room = (150 - 5 * sum(map(len, line))) / 2
            x = 50.0
            for word in line:
                words.append(Text(x, 700 - LEADING * number, word))
                x += 5 * len(word) + room
        assert "|" not in read(pdf(words)).body

    def test_a_sentence_that_begins_in_bold_letters_is_one_paragraph(self) -> None:
        lines = [Text(50, 700, LINES[0], bold=True), *column(50, 700 - LEADING, *LINES[1:])]
        assert read(pdf(lines)).body == PARAGRAPH


class TestOrder:
    LEFT = tuple(f"ліва колонка має рядок {word}" for word in ("перший", "другий", "третій", "інший"))
    RIGHT = tuple(f"права колонка має рядок {word}" for word in ("перший", "другий", "третій", "інший"))

    def test_columns_that_are_drawn_line_by_line_are_read_one_after_the_other(self) -> None:
        lines = [
            text
            for pair in zip(column(50, 700, *self.LEFT), column(320, 700, *self.RIGHT), strict=True)
            for text in pair
        ]
        assert " ".join(read(pdf(lines)).body.split()) == " ".join(self.LEFT + self.RIGHT)

    def test_what_is_drawn_last_but_stands_first_is_read_first(self) -> None:
        columns = [*column(320, 700, *self.RIGHT), *column(50, 700, *self.LEFT)]
        body = read(pdf([*columns, Text(50, 740, "Заголовок над двома колонками дуже широкий", size=18)])).body
        assert body.startswith("Заголовок")
        assert body.index("ліва колонка") < body.index("права колонка")

    def test_words_that_are_drawn_later_fill_their_gap(self) -> None:
        words = [
            Text(50, 700, "Вода"),
            Text(120, 700, "греблю"),
            *column(50, 688, "рядок нижче"),
            Text(75, 700, "прорвала"),
        ]
        assert read(pdf(words)).body.startswith("Вода прорвала греблю")

    def test_letters_of_another_font_that_are_drawn_later_stand_in_their_words(self) -> None:
        words = [Text(50, 700, "При"), Text(70, 700, "іт усім"), *column(50, 688, "рядок нижче"), Text(65, 700, "в")]
        assert read(pdf(words)).body.startswith("Привіт усім")

    def test_a_turned_page_is_read(self) -> None:
        turned = [Text(100 + LEADING * number, 100, line, turned=True) for number, line in enumerate(LINES)]
        assert read(pdf(turned)).body == PARAGRAPH


class TestMargins:
    def test_what_repeats_above_and_below_the_text_is_left_out(self) -> None:
        pages = [
            [Text(50, 780, "Вісник, 8 січня 2022"), *column(50, 700, *lines), Text(290, 20, str(number))]
            for number, lines in enumerate((LINES, TestOrder.LEFT, TestOrder.RIGHT), start=1)
        ]
        body = read(pdf(*pages)).body
        assert body.split() == [*PARAGRAPH.split(), *" ".join(TestOrder.LEFT + TestOrder.RIGHT).split()]

    def test_pages_that_are_all_alike_are_kept(self) -> None:
        assert read(pdf(*[[Text(50, 700, "Один рядок")]] * 3)).body.count("Один рядок") == 3

    def test_the_number_of_an_only_page_is_left_out(self) -> None:
        assert read(pdf([*article(), Text(290, 20, "- 7 -")])).body == f"{HEADLINE}\n\n{PARAGRAPH}"

    def test_a_number_that_belongs_to_the_text_is_kept(self) -> None:
        assert read(pdf(column(50, 700, *LINES, "2022"))).body.endswith("2022")

    def test_a_browser_prints_the_address(self) -> None:
        printed = [
            Text(30, 785, "08.01.2022, 10:15"), Text(250, 785, "Вода прорвала греблю - Вісник"), *article(),
            Text(30, 10, "https://visnyk.example/2022/flood"), Text(560, 10, "1/1"),
        ]  # fmt: skip
        draft = read(pdf(printed, info={"CreationDate": "D:20220109120000+02'00'"}))
        assert draft.body == f"{HEADLINE}\n\n{PARAGRAPH}"
        assert (draft.url, draft.captured, draft.published) == ("https://visnyk.example/2022/flood", "2022-01-09", "")


class TestMetadata:
    def test_a_title_that_the_page_shows_is_the_headline(self) -> None:
        page = [Text(50, 760, "ВІСНИК", size=30), *article()]
        draft = read(pdf(page, info={"Title": f"{HEADLINE} | Вісник", "Author": "Олена Коваль"}))
        assert (draft.title, draft.byline) == (HEADLINE, "Олена Коваль")
        assert draft.body == f"{HEADLINE}\n\nВІСНИК\n\n{PARAGRAPH}"

    def test_a_title_that_no_letters_show_stands_above_the_text(self) -> None:
        draft = read(pdf(column(50, 700, *LINES), info={"Title": HEADLINE}))
        assert (draft.title, draft.body) == (HEADLINE, f"{HEADLINE}\n\n{PARAGRAPH}")

    @pytest.mark.parametrize(
        "title", ["Microsoft Word - 08.doc", "flood.indd", "Untitled 1", "https://x.example/a", "***"]
    )
    def test_names_of_files_are_no_titles(self, title: str) -> None:
        draft = read(pdf(column(50, 700, *LINES), info={"Title": title, "Author": "Windows User"}))
        assert draft.body == PARAGRAPH
        assert draft.title.startswith("Уночі вода")
        assert draft.byline == ""

    def test_what_the_text_says_of_itself_is_found(self) -> None:
        page = [*column(50, 760, HEADLINE, size=20), Text(50, 730, "8 січня 2022"), *column(50, 700, *LINES)]
        draft = read(pdf(page, info={"CreationDate": "D:20230101"}))
        assert (draft.published, draft.captured) == ("2022-01-08", "2023-01-01")


class TestScans:
    GREY = bytes(100) + b"\xff" * 9900

    def test_a_scan_comes_in_with_a_warning(self) -> None:
        draft = read(scan(100, 100, self.GREY, self.GREY), "1998-03-02.pdf")
        assert (draft.title, draft.body) == ("1998-03-02", "[Scan without text, 2 pages]")
        assert draft.language == ""
        assert "tesseract" in draft.warnings[0]

    def test_letters_that_do_not_say_what_they_are_count_as_none(self) -> None:
        draft = read(pdf(column(50, 700, "\x02" * 30, "\x02" * 30)))
        assert draft.body == "[Scan without text, 1 page]"
        assert draft.warnings

    def test_single_characters_that_cannot_be_read_are_told(self) -> None:
        draft = read(pdf(column(50, 700, "Уночі вода \x02 прорвала греблю.")))
        assert draft.body == "Уночі вода \ufffd прорвала греблю."
        assert "1 characters" in draft.warnings[0]

    def test_an_empty_page_comes_in_with_a_warning(self) -> None:
        draft = read(pdf([]))
        assert draft.body == "[No text, 1 page]"
        assert draft.warnings

    def test_cyrillic_in_a_font_without_a_table_of_its_letters_is_rewritten(self) -> None:
        draft = read(pdf(article(), mapped=False))
        assert draft.body == f"{HEADLINE}\n\n{PARAGRAPH}"
        assert "rewritten" in draft.warnings[0]

    def test_accents_are_left_as_they_are(self) -> None:
        french = column(50, 700, "L'été a été très chaud à Orléans et à Besançon".encode("cp1252").decode("cp1251"))
        assert read(pdf(french, mapped=False)).body.startswith("L'été a été très chaud")

    @pytest.fixture
    def install(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
        """Puts a program of the name tesseract on the path, which answers a picture with these lines of Python."""

        def put(answer: str) -> None:
            program = tmp_path / "bin" / "tesseract"
            program.parent.mkdir()
            told = "print('List (3):\\neng\\nukr\\nosd')"
            program.write_text(
                f"#!{sys.executable}\nimport sys, time\n"
                f"if '--list-langs' in sys.argv: {told}\n"
                f"elif '--version' in sys.argv: print('tesseract 9.9')\n"
                f"else:\n    picture = sys.stdin.buffer.read()\n    {answer}\n",
                encoding="utf-8",
            )
            program.chmod(program.stat().st_mode | stat.S_IXUSR)
            monkeypatch.setenv("PATH", str(program.parent))
            ocr.tesseract.cache_clear()

        return put

    ROWS = "\\n".join(
        [
            "level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext",
            "4\\t1\\t1\\t1\\t1\\t0\\t100\\t100\\t500\\t40\\t-1\\t",
            "5\\t1\\t1\\t1\\t1\\t1\\t100\\t100\\t200\\t40\\tCONF\\tВода",
            "5\\t1\\t1\\t1\\t1\\t2\\t320\\t105\\t250\\t35\\tCONF\\tпро-",
            "4\\t1\\t1\\t1\\t2\\t0\\t100\\t150\\t500\\t40\\t-1\\t",
            "5\\t1\\t1\\t1\\t2\\t1\\t100\\t150\\t200\\t40\\tCONF\\tрвала",
            "5\\t1\\t1\\t1\\t2\\t2\\t320\\t150\\t250\\t40\\tCONF\\tгреблю.",
        ]
    )

    @pytest.mark.parametrize(("confidence", "warnings"), [("95", 1), ("30", 2)])
    def test_a_scan_is_read_by_tesseract(self, install: Callable[[str], None], confidence: str, warnings: int) -> None:
        rows = self.ROWS.replace("CONF", confidence)
        install(f"assert picture.startswith(b'P5 '); sys.stdout.buffer.write('{rows}'.encode())")
        draft = read(scan(100, 100, self.GREY))
        assert draft.body == "Вода прорвала греблю."
        assert len(draft.warnings) == warnings
        assert draft.provenance is not None
        assert draft.provenance.parameters["recogniser"] == "tesseract 9.9 (ukr+eng)"

    @pytest.mark.parametrize("answer", ["sys.exit(1)", "time.sleep(60)", "print('')"])
    def test_a_program_that_fails_or_hangs_leaves_a_scan(
        self, install: Callable[[str], None], answer: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("archivist.intake.pdf.text._PAGE_SECONDS", 1)
        install(answer)
        draft = read(scan(100, 100, self.GREY))
        assert draft.body == "[Scan without text, 1 page]"
        assert draft.warnings

    def test_a_real_scan_is_recognised(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", os.defpath)
        ocr.tesseract.cache_clear()
        program = ocr.tesseract()
        if program is None or "eng" not in program.languages:
            pytest.skip("tesseract is not installed")
        from archivist.intake.pdf.document import PdfFile  # noqa: PLC0415

        text = "The police closed all roads in the city."
        with PdfFile(pdf([Text(50, 700, text, size=18)], mapped=False), Path("x.pdf")) as drawn:
            picture = drawn.picture(1)
        draft = read(scan(picture.width, picture.height, picture.grey))
        assert "closed all roads" in draft.body


class TestLongFiles:
    def test_pages_beyond_measure_are_kept_as_the_file_has_them(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("archivist.intake.pdf.document._MOST_LAID_OUT", 200)
        draft = read(pdf(article(), column(50, 700, *TestOrder.LEFT)))
        assert draft.body == "\n\n".join([HEADLINE, PARAGRAPH, "\n".join(TestOrder.LEFT)])
        assert "very long; the text of page 2" in draft.warnings[0]


class TestBadFiles:
    def test_a_password_is_asked_for(self) -> None:
        with pytest.raises(FileEncrypted):
            read(pdf(article(), password="x" * 8))

    def test_an_empty_password_opens(self) -> None:
        assert read(pdf(article(), password="")).body == f"{HEADLINE}\n\n{PARAGRAPH}"

    @pytest.mark.parametrize("raw", [b"%PDF-1.4\n", b"%PDF-1.4\n" + bytes(range(256)) * 20])
    def test_what_is_no_pdf_inside_is_damaged(self, raw: bytes) -> None:
        with pytest.raises(FileDamaged):
            read(raw)

    def test_a_file_without_its_end_is_read_with_a_warning(self) -> None:
        raw = pdf(article())
        draft = read(raw[: raw.index(b"xref")])
        assert HEADLINE in draft.body
        assert "end of the file is missing" in draft.warnings[-1]

    def test_a_file_cut_before_its_catalogue_is_read_with_a_warning(self) -> None:
        raw = pdf(article(), article())
        draft = read(raw[: raw.index(b"/Type/Catalog")])
        assert HEADLINE in draft.body
        assert "end of the file is missing" in draft.warnings[-1]

    def test_no_damage_makes_it_crash(self) -> None:
        raw = pdf(article(), article())
        for place in range(0, len(raw), 97):
            changed = raw[:place] + b"\xff<<" + raw[place + 3 :]
            try:
                assert read(changed).body
            except ArchivistError:
                continue

    def test_a_title_of_half_a_character_is_none(self) -> None:
        raw = pdf(article(), info={"Title": "Вісник"})
        broken = raw.replace("Вісник".encode("utf-16-be").hex().encode(), b"d800")
        assert broken != raw
        assert read(broken).title == HEADLINE

    def test_attached_files_are_read(self) -> None:
        pieces = read_pdf(
            pdf(
                article(), attached={"note.txt": "Вода зайшла у три села.".encode(), "x.png": b"\x89PNG\r\n\x1a\n\x00"}
            ),
            Path("news.pdf"),
            ImportOptions(),
        )
        assert [piece.part for piece in pieces] == ["", "note.txt", "x.png"]
        assert isinstance(pieces[1], ArticleDraft)
        assert pieces[1].body == "Вода зайшла у три села."
        assert isinstance(pieces[2], Unread)


@pytest.mark.parametrize("name", ["news.pdf", "news.txt", "news", "news.html"])
def test_it_is_known_by_its_content(name: str) -> None:
    assert reader_for(pdf(article()), Path(name)) is PDF
    assert reader_for(b"\r\n" + pdf(article()), Path(name)) is PDF


def test_a_text_about_pdf_is_no_pdf() -> None:
    assert reader_for(b"A file begins with %PDF-1.4, as all do.", Path("note.txt")) is not PDF


GOLD = {
    "crazyones-pdfa": ("The Crazy Ones", "1998-10-14", "2023-04-23"),
    "multicolumn": ("Two-Column Document with Lorem Ipsum", "2024-01-03", "2024-01-03"),
    "google-doc-document": ("Example document", "", ""),
    "annotated_pdf": ("Annotated PDF", "", "1990-04-28"),
}


def test_real_files(cases: Path) -> None:
    found: dict[str, ArticleDraft] = {}
    encrypted = []
    for path in sorted((cases / "pdf").rglob("*.pdf")):
        try:
            draft = read_pdf(path.read_bytes(), path, ImportOptions())[0]
        except FileEncrypted:
            encrypted.append(path.stem)
            continue
        except FileDamaged:
            continue
        assert isinstance(draft, ArticleDraft)
        assert draft.body.strip()
        assert draft.warnings or not draft.body.startswith("[")
        found[path.stem] = draft
    for stem, facts in GOLD.items():
        assert (found[stem].title, found[stem].published, found[stem].captured) == facts
    assert "libreoffice-writer-password" in encrypted
    assert "| 83,879 | Vienna |" in found["multicolumn"].body
    assert len(found["multicolumn"].body.split("\n\n")) == 17
