# SPDX-License-Identifier: GPL-3.0-or-later
"""How tables are written: limits of spreadsheets, formulas, what is left out."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.exchange import Selection, export
from archivist.exchange.files.packages import open_package
from archivist.exchange.format import Format
from archivist.exchange.tables import TAGS
from archivist.exchange.tabular import CSV, XLSX
from archivist.exchange.tabular.cell_lengths import LONGEST_CELL, parts, utf16_length
from archivist.exchange.tabular.sheets import Row
from archivist.exchange.tabular.workbook_reading import WorkbookTables
from archivist.exchange.tabular.workbook_writing import Workbook
from archivist.model import Article
from archivist.store import Archive
from tests.exchange.brought_back import assert_brought_back, contents_of, documents_of, items_of, problems_of, written
from tests.long_work import run_to_end

Add = Callable[..., Article]


@pytest.mark.parametrize(("format_", "name"), [(CSV, "out"), (CSV, "out.zip"), (XLSX, "out.xlsx")])
def test_an_export_is_read_back_and_tells_what_it_leaves(
    archive: Archive, articles: list[Article], tmp_path: Path, format_: Format, name: str
) -> None:
    selection = Selection(tuple(article.id for article in articles))
    report = run_to_end(export(archive, format_, selection, tmp_path / name))
    assert (report.articles, report.annotations, report.records) == (2, 6, 5)
    assert {loss.what for loss in report.losses} == {"original", "provenance", "history"}


def test_the_package_describes_the_tables(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    written(CSV, contents_of(archive), tmp_path / "out")
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    paths = [resource["path"] for resource in package["resources"]]
    assert sorted(paths) == sorted(path.name for path in (tmp_path / "out").glob("*.csv"))
    [keys] = [each["schema"]["foreignKeys"] for each in package["resources"] if each["name"] == "annotations"]
    assert {key["reference"]["resource"] for key in keys} == {"articles", "tags"}


def test_no_cell_of_a_spreadsheet_is_a_formula(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    written(CSV, contents_of(archive), tmp_path / "out")
    assert "'=Вісник" in (tmp_path / "out" / "articles.csv").read_text(encoding="utf-8")
    written(XLSX, contents_of(archive), tmp_path / "out.xlsx")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as file:
        sheets = [file.read(name).decode() for name in file.namelist() if "worksheets" in name]
    assert not any("<f>" in sheet for sheet in sheets)
    assert any('<t xml:space="preserve">=Вісник</t>' in sheet for sheet in sheets)


def test_what_xml_has_no_character_for_comes_back(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("а\x01б _x0041_ в\x0b\x1f\uffff _x_ г")
    note = "\x02 _x005F_ <&> ]]>"
    archive.annotations.add_quote(article.id, "_x0041_", archive.tags.named("killed").id, note=note)
    written(XLSX, contents_of(archive), tmp_path / "out.xlsx")
    assert_brought_back(XLSX, contents_of(archive), tmp_path / "out.xlsx")


@pytest.mark.parametrize("length", [0, 1, LONGEST_CELL - 1, LONGEST_CELL, LONGEST_CELL + 1, 3 * LONGEST_CELL])
@pytest.mark.parametrize("piece", ["а", "😀", "а😀", "😀а"])
def test_a_text_is_parted_between_characters(piece: str, length: int) -> None:
    text = (piece * length)[:length]
    found = list(parts(text))
    assert "".join(found) == text
    assert all(0 < utf16_length(part) <= LONGEST_CELL for part in found if text)
    assert len(found) <= utf16_length(text) // (LONGEST_CELL - 1) + 1


def test_long_texts_come_back_and_long_words_are_told(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Новина\n" + "слово 😀 " * 9000)
    tag = archive.tags.named("killed").id
    archive.annotations.add(article.id, 5, 50_000, tag, note="н" * 40_000)
    contents = contents_of(archive)
    losses = written(XLSX, contents, tmp_path / "out.xlsx")
    cut = {"note of annotations", "note of claims", "quote of annotations", "quote of claims"}
    assert {loss.what: loss.count for loss in losses} == dict.fromkeys(cut, 1)
    items = items_of(XLSX, tmp_path / "out.xlsx")
    assert problems_of(items) == []
    [document] = documents_of(items)
    [mark] = document.annotations
    assert document.text == archive.articles.revision(article.id).body
    assert (mark.start, mark.end, mark.quote, len(mark.note)) == (5, 50_000, None, LONGEST_CELL)
    written(CSV, contents, tmp_path / "out")
    assert_brought_back(CSV, contents, tmp_path / "out")


def test_a_table_that_is_too_long_goes_on_in_the_next_sheet(tmp_path: Path) -> None:
    rows = [[f"{number}", "назва", "", "", "", "", ""] for number in range(10)]
    with open_package(tmp_path / "out.xlsx", zipped=True, zip64=False) as package:
        workbook = Workbook(package, most_rows=5)
        assert list(workbook.write(TAGS, [rows[:7], rows[7:]])) == [0] * 7 + [1] * 3
        workbook.finish()
    with WorkbookTables(tmp_path / "out.xlsx") as tables:
        [sheet] = tables.sheets
        assert [row.cells for row in sheet.rows() if isinstance(row, Row)] == rows
