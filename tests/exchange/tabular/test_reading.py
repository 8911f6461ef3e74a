# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables of annotations as others make them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.errors import ArchivistError, EmptyFile, FileDamaged, FileUnsafe, UnsupportedFile
from archivist.exchange import TagMapping, recognise
from archivist.exchange.format import Format
from archivist.exchange.incoming.taking_in import take_in
from archivist.exchange.items import Problem
from archivist.exchange.tabular import CSV, XLSX
from archivist.model import Article
from archivist.store import Archive
from tests.exchange.brought_back import documents_of, items_of, problems_of
from tests.long_work import run_to_end

Add = Callable[..., Article]
UUID = "0a6f0cc9-0000-4000-8000-000000000001"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def table(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def workbook(path: Path, rows: str, shared: str = "", *, sheet: str = "") -> Path:
    """A workbook with one sheet, “Marks”."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{SHEET}" xmlns:r="{LINK}"><sheets><sheet name="Marks" sheetId="1" r:id="a"/></sheets>'
            "</workbook>",
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="a" Type="{LINK}/worksheet" Target="/xl/worksheets/one.xml"/></Relationships>',
        )
        file.writestr(
            "xl/worksheets/one.xml", sheet or f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>'
        )
        if shared:
            file.writestr("xl/sharedStrings.xml", f'<sst xmlns="{SHEET}">{shared}</sst>')
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "header",
    [
        ("article", "start", "end", "quote", "tag", "kind", "note", "annotator"),
        ("Стаття", "Початок", "Кінець", "Цитата", "Мітка", "Вид", "Примітка", "Користувач"),
        ("статья", "начало", "конец", "цитата", "метка", "разновидность", "примечание", "пользователь"),
    ],
)
def test_columns_are_known_in_three_languages(
    tmp_path: Path, header: tuple[str, ...], delimiter: str, encoding: str
) -> None:
    rows = [header, ("Страйк у місті", "9", "11", "18", "загиблі", "число", "зі слів", "Оля")]
    path = table(tmp_path / "a.csv", "".join(f"{delimiter.join(row)}\r\n" for row in rows), encoding)
    assert CSV.recognises is not None
    assert CSV.recognises(path)
    items = items_of(CSV, path)
    assert problems_of(items) == []
    [document] = documents_of(items)
    assert (document.title, document.text, document.id) == ("Страйк у місті", None, "")
    [mark] = document.annotations
    assert (mark.start, mark.end, mark.quote, mark.label, mark.kind) == (9, 11, "18", "загиблі", "figure")
    assert (mark.note, mark.annotator, mark.where, mark.attributes) == ("зі слів", "Оля", "a.csv, line 2", {})


def test_each_bad_cell_is_told_with_line_and_column(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.csv",
        "id,url,start,end,quote,code,kind,created at,value,weight\n"
        "1,https://a.example/1,дев'ять,11,18,killed,figure,2022-01-06T10:00:00Z,18,5\n"
        "2,https://a.example/1,11,9,18,killed,thing,yesterday,багато,\n"
        "3,https://a.example/1,9,,,killed,,,,\n"
        ",,9,11,18,killed,,,,\n"
        "5,https://a.example/1,9,11,18,killed,,,,,more\n"
        '6,https://a.example/1,9,11,"18,killed\n',
    )
    items = items_of(CSV, path)
    told = {problem.where: problem.what for problem in problems_of(items)}
    assert "“дев'ять” in the column “start”" in told["a.csv, line 2"]
    third = [problem.what for problem in problems_of(items) if problem.where == "a.csv, line 3"]
    assert "its place, 11 to 9, holds no words" in third[0]
    assert "“thing” in the column “kind”" in third[1]
    assert "“yesterday” in the column “created at”" in third[2]
    assert "neither a place nor words" in [p.what for p in problems_of(items) if p.where == "a.csv, line 4"][-1]
    assert "does not name its article" in told["a.csv, line 5"]
    assert "beyond the last column were left out: more" in told["a.csv, line 6"]
    assert "it is no row of a table" in told["a.csv, line 7"]
    [document] = documents_of(items)
    first, second, third_mark = document.annotations
    assert (first.start, first.quote, first.created_at) == (-1, "18", "2022-01-06T10:00:00Z")
    assert first.attributes == {"id": "1", "start": "дев'ять", "value": 18, "weight": "5"}
    assert second.attributes == {"id": "2", "kind": "thing", "created at": "yesterday", "value": "багато"}
    assert (third_mark.start, third_mark.end) == (9, 11)


def test_marks_find_their_article_and_place(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Страйк\nЗагинуло 18 людей 👩‍👩‍👧", url="https://a.example/1")
    path = table(
        tmp_path / "a.csv",
        "url,start,end,quote,tag\n"
        "https://a.example/1,,,18 людей,killed\n"  # no place
        "https://a.example/1,0,2,18,killed\n"  # a wrong place
        "https://a.example/1,16,18,18,killed\n"
        "https://b.example/2,1,2,a,killed\n",
    )
    report = run_to_end(take_in(archive, CSV, path, TagMapping()))
    marks = [(mark.start, mark.end, mark.quote, mark.tag.name) for mark in archive.annotations.of_article(article.id)]
    assert (16, 24, "18 людей", "killed") in marks
    assert {mark[:3] for mark in marks} == {(16, 18, "18"), (16, 24, "18 людей")}
    assert any("no article here has its id, address or title" in line.detail for line in report.lines)


def test_texts_may_lie_beside_a_table(tmp_path: Path) -> None:
    (tmp_path / "work" / "texts").mkdir(parents=True)
    (tmp_path / "work" / "texts" / "news.txt").write_text("Загинуло 18", encoding="utf-8")
    (tmp_path / "work" / "texts" / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    table(tmp_path / "work" / "marks.csv", "document,start,end,label\nnews.txt,9,11,killed\nbad,0,1,killed\n")
    table(tmp_path / "work" / "other.csv", "a,b\n1,2\n")
    items = items_of(CSV, tmp_path / "work")
    news, bad = documents_of(items)
    assert (news.name, news.text, bad.text) == ("news.txt", "Загинуло 18", None)
    assert [problem.where for problem in problems_of(items)] == ["bad", "other"]


def test_a_row_that_breaks_off_is_told(tmp_path: Path) -> None:
    """What it lacks is taken to be empty, which it may not have been."""
    path = table(tmp_path / "marks.csv", f"article,quote,tag,note\n{UUID},Повінь,flood,так\n,,\n\n{UUID},вода,flood")
    items = items_of(CSV, path)
    told = "it has 3 cells of 4; the others were taken to be empty"
    assert problems_of(items) == [Problem("marks.csv, line 5", told)]
    assert sum(len(document.annotations) for document in documents_of(items)) == 2


def test_guards_of_cells_are_taken_off(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", "article,start,end,quote,tag\nА,0,3,'=18,'ndrangheta\n")
    [mark] = documents_of(items_of(CSV, path))[0].annotations
    assert (mark.quote, mark.label) == ("=18", "'ndrangheta")


def test_what_is_no_table_of_annotations_is_not_taken_for_one(tmp_path: Path) -> None:
    assert CSV.recognises is not None
    assert XLSX.recognises is not None
    for text in ("title,url,text,tag\nА,https://a.example,Загинуло 18,strike\n", "name,start,end\nОля,2019,2022\n", ""):
        assert not CSV.recognises(table(tmp_path / "a.csv", text))
    assert not CSV.recognises(tmp_path)
    assert not CSV.recognises(tmp_path / "none.csv")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("a.csv", "article,start,end,tag\n")
    assert recognise([tmp_path]) == []
    assert not XLSX.recognises(workbook(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>"))


@pytest.mark.parametrize(
    ("content", "error"), [(b"", EmptyFile), (b"\n\n", EmptyFile), (b"\0\1\2\3" * 50, ArchivistError)]
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes, error: type[ArchivistError]) -> None:
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(error, match=r"a\.csv"):
        items_of(CSV, tmp_path / "a.csv")


def test_a_table_of_something_else_says_so(tmp_path: Path) -> None:
    [problem] = problems_of(items_of(CSV, table(tmp_path / "a.csv", "a,b\n1,2\n")))
    assert "no columns in it name an article" in problem.what


# Workbooks


def test_a_workbook_of_another_program_is_read(tmp_path: Path) -> None:
    header = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(5))
    path = workbook(
        tmp_path / "a.xlsx",
        f'<row r="2">{header}</row>'
        '<row r="3"><c r="A3" t="s"><v>5</v></c><c r="B3"><v>9.0</v></c><c r="C3"><f>B3+2</f><v>11</v></c>'
        '<c r="E3" t="inlineStr"><is><t>_x0031_8</t></is></c><c r="D3" t="str"><v>killed</v></c></row>'
        '<row r="9"><c r="A9" t="s"><v>5</v></c><c r="B9"><f>1+1</f></c><c r="C9"><v>4</v></c>'
        '<c r="D9" t="s"><v>77</v></c><c r="E9" t="b"><v>1</v></c></row>',
        "<si><t>article</t></si><si><t>start</t></si><si><t>end</t></si><si><t>tag</t></si>"
        '<si><r><t>quo</t></r><r><t>te</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si>'
        f"<si><t>{UUID}</t></si>",
    )
    assert XLSX.recognises is not None
    assert XLSX.recognises(path)
    items = items_of(XLSX, path)
    [document] = documents_of(items)
    assert document.id == UUID
    first, second = document.annotations
    assert (first.start, first.end, first.quote, first.label, first.where) == (9, 11, "18", "killed", "Marks, row 3")
    assert (second.start, second.quote) == (-1, "TRUE")
    assert [(problem.where, problem.what.split(":")[0]) for problem in problems_of(items)][:2] == [
        ("Marks, row 9", "the cell B9 was left out"),
        ("Marks, row 9", "the cell D9 was left out"),
    ]


def test_entities_and_bombs_are_refused(tmp_path: Path) -> None:
    hostile = f'<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet xmlns="{SHEET}"><sheetData/></worksheet>'
    [problem] = problems_of(items_of(XLSX, workbook(tmp_path / "a.xlsx", "", sheet=hostile)))[:1]
    assert "entity" in problem.what
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b"a" * (300 << 20))
    with pytest.raises(FileUnsafe):
        items_of(XLSX, tmp_path / "b.xlsx")
    with zipfile.ZipFile(tmp_path / "c.xlsx", "w") as file:
        file.writestr("../xl/workbook.xml", b"a")
    with pytest.raises(FileUnsafe):
        items_of(XLSX, tmp_path / "c.xlsx")


@pytest.mark.parametrize("format_", [CSV, XLSX], ids=lambda format_: format_.name)
def test_what_is_cut_off_is_told(tmp_path: Path, format_: Format) -> None:
    whole = workbook(tmp_path / "a.xlsx", "<row><c><v>1</v></c></row>").read_bytes()
    (tmp_path / "b.xlsx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(FileDamaged):
        items_of(format_, tmp_path / "b.xlsx")
    broken = workbook(tmp_path / "c.xlsx", "", sheet=f'<worksheet xmlns="{SHEET}"><sheetData><row>')
    assert "Marks" in str(problems_of(items_of(XLSX, broken))[0])


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"article,start")
    with pytest.raises(UnsupportedFile):
        items_of(XLSX, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as file:
        file.writestr("a.txt", "a")
    with pytest.raises(UnsupportedFile):
        items_of(XLSX, tmp_path / "b.xlsx")


def test_an_encoding_that_is_said_and_texts_beside_in_any(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    header, text = ("article", "start", "end", "quote", "tag"), "Страйк у місті\nЗагинуло 18 людей, ще двоє зникли"
    rows = [header, ("a", "24", "26", "18", "загиблі")]
    table(tmp_path / "a.csv", "".join(f"{','.join(row)}\r\n" for row in rows), "koi8-u")
    (tmp_path / "texts" / "a.txt").write_bytes(text.encode("cp1251"))
    assert CSV.read_in is not None
    [in_cp1251] = documents_of(items := list(CSV.read_in(tmp_path, "")))
    assert in_cp1251.text == text
    assert ["a.txt" in problem.what for problem in problems_of(items)] == [True]
    [in_koi8] = documents_of(list(CSV.read_in(tmp_path, "koi8-u")))
    assert in_koi8.annotations[0].label == "загиблі"
    assert in_koi8.text == text.encode("cp1251").decode("koi8-u")


def test_a_workbook_that_breaks_off_is_known_as_one_and_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>" * 100)
    path.write_bytes(path.read_bytes()[:-60])
    assert XLSX.recognises is not None
    assert XLSX.recognises(path)
    with pytest.raises(FileDamaged):
        items_of(XLSX, path)
