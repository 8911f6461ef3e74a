# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import EmptyFile, WrongEncoding
from archivist.intake.registry import reader_for
from archivist.intake.tables.delimited import delimited_table
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.table import Row, Table
from archivist.model import Unread

WORDS = "Вода зайшла в сорок дворів, людей вивезли. " * 4


def table(text: str | bytes, **settings: object) -> Table:
    raw = text if isinstance(text, bytes) else text.encode()
    return delimited_table(raw, Path("a.csv"), None, TableProfile.of("", settings))


def cells(found: Table) -> list[list[str]]:
    return [[str(cell) for cell in row.cells.values()] for row in found.rows() if isinstance(row, Row)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["заголовок", "текст"], ["Потоп", '"Вода; усе, є | тут\t\nдругий рядок, ""так"""'], ["Суша", "Ні"]]
    found = table("\r\n".join(map(delimiter.join, rows)))
    assert (found.delimiter, found.columns) == (delimiter, ("заголовок", "текст"))
    assert cells(found) == [["Потоп", 'Вода; усе, є | тут\t\nдругий рядок, "так"'], ["Суша", "Ні"]]


def test_the_line_of_excel_that_names_the_delimiter_is_no_row() -> None:
    found = table("\ufeffsep=|\r\na,b|text\r\n1,2|Так, а\r\n")
    assert (found.columns, cells(found)) == (("a,b", "text"), [["1,2", "Так, а"]])


def test_a_text_in_one_column_keeps_its_commas() -> None:
    found = table("text\nПерше, речення\nДруге; слово, так\n")
    assert cells(found) == [["Перше, речення"], ["Друге; слово, так"]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251", "koi8-u"])
def test_the_encoding_is_found(encoding: str) -> None:
    found = table(f"заголовок;текст\nПотоп;{WORDS}\n".encode(encoding))
    assert (found.columns, cells(found)) == (("заголовок", "текст"), [["Потоп", WORDS]])


def test_an_encoding_of_a_profile_holds() -> None:
    with pytest.raises(WrongEncoding):
        table("текст\nвода\n".encode("cp1251"), encoding="utf-8")


def test_a_file_without_names_of_columns_has_all_its_rows() -> None:
    found = table(f'1,https://v.ua/1,"{WORDS}"\n2,https://v.ua/2,"{WORDS}"\n')
    assert (found.header, found.columns) == (False, ("column 1", "column 2", "column 3"))
    assert len(cells(found)) == 2
    assert len(cells(table("date;text\nодин;два\n", header=False))) == 2
    assert table("один;два\nтри;чотири\n", header=True).columns == ("один", "два")


def test_unknown_names_are_names_where_what_is_below_differs() -> None:
    assert table(f"Kopf;Inhalt\nПотоп;{WORDS}\n").columns == ("Kopf", "Inhalt")


def test_a_name_of_the_text_beside_unknown_ones_is_enough() -> None:
    assert table("label,text\nтак,Вода\nні,Суша\n").columns == ("label", "text")


def test_what_stands_above_the_names_is_told_of() -> None:
    rows = list(table("Звіт\nза січень\nдата;текст\n08.01.2022;Вода\n09.01.2022;Суша\n10.01.2022;Грім\n").rows())
    assert [row.part for row in rows if isinstance(row, Unread)] == ["line 1", "line 2"]
    assert [row.number for row in rows if isinstance(row, Row)] == [1, 2, 3]


def test_columns_of_one_name_or_none_are_told_apart() -> None:
    assert table("text,text,,date\n1,2,3,4\n1,2,3,4\n").columns == ("text", "text (2)", "column 3", "date")


def test_rows_of_other_lengths_are_told_of() -> None:
    rows = list(table("дата;заголовок;текст\n1;2;3\n1;2\n1;2;3;4\n1;2;3;;\n1;2;3\n").rows())
    assert rows[1] == Row(2, {"дата": "1", "заголовок": "2"}, ("Its row has 2 cells of 3.",))
    assert rows[2] == Unread("line 4", "It has 4 cells, where there are 3 columns.")
    assert rows[3] == Row(4, {"дата": "1", "заголовок": "2", "текст": "3"})


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    rows = "".join(f"Назва {number},Текст {number},2022\n" for number in range(50))
    found = table(f'title,text,date\n{rows}B,"never closed,2022\n{rows}')
    assert len(cells(found)) == 101
    assert cells(found)[50] == ["B", '"never closed', "2022"]


def test_quotes_inside_of_quotes_end_no_cell() -> None:
    found = table('title,text,date\nA,"he said "no" twice, today\nand left",2022\nB,ok,2022\nC,"a ""b""",2022\n')
    assert cells(found)[0] == ["A", 'he said "no" twice, today\nand left', "2022"]
    assert cells(found)[2] == ["C", 'a "b"', "2022"]


def test_quotes_of_a_file_that_does_not_quote_stay() -> None:
    rows = "".join(f'"Слово {number}" сказав\tтекст "а"\n' for number in range(5))
    assert cells(table(f"title\ttext\n{rows}"))[4] == ['"Слово 4" сказав', 'текст "а"']


def test_quotes_after_a_backslash_or_a_space_are_understood() -> None:
    assert cells(table('id,text\n1,"say \\"hi\\", ok"\n2,"b"\n'))[0] == ["1", 'say "hi", ok']
    assert cells(table('id, text\n1, "a, b"\n2, "b"\n'))[0] == ["1", "a, b"]


def test_a_cell_may_be_longer_than_csv_allows_by_itself() -> None:
    assert len(cells(table(f"id,text\n1,{'слово ' * 60_000}\n"))[0][1]) == 360_000


def test_nul_is_dropped() -> None:
    assert cells(table(f"id;text\n1;во\x00да {WORDS * 20}\n"))[0][1].startswith("вода")


def test_rows_can_be_read_again() -> None:
    found = table("id,text\n1,a\n2,b\n")
    assert cells(found) == cells(found)


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(EmptyFile):
        table(" \n")


def test_many_broken_quotes_take_no_long_time() -> None:
    found = table("id,text\n" + 'a,"b"c\n1,"\n' * 20_000)
    assert len(list(found.rows())) > 20_000


@pytest.mark.parametrize(
    ("name", "text", "reader"),
    [
        ("a.csv", "один;два", "csv"),
        ("a.txt", "дата;текст\n08.01.2022;Вода\n09.01.2022;Суша\n", "csv"),
        ("a", "title\ttext\turl\nA\tB\thttps://v.ua\n", "csv"),
        ("a.txt", "Дата, текст\n\nВода, суша, грім.\nЩе, рядок.\n", "text"),
        ("a.txt", "Автор: Олена Коваль | Вісник\n\nДата | текст | усе\n", "text"),
        ("a.csv", '[{"text": "a"}]', "json"),
        ("a.json", "title;text\nA;B\nC;D\n", "csv"),
    ],
)
def test_a_table_is_known_by_its_content(name: str, text: str, reader: str) -> None:
    assert reader_for(text.encode(), Path(name)).name == reader
