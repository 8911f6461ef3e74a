# SPDX-License-Identifier: GPL-3.0-or-later
"""CSL JSON, and items as Zotero writes them in JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archivist.intake.reader import ImportOptions
from archivist.intake.references.csl_json import csl_date, read_csl
from archivist.intake.references.zotero_json import read_zotero_json
from archivist.intake.registry import reader_for
from archivist.model import ArticleDraft, Unread

ABSTRACT = "Гребля біля Ожвина не витримала; рятувальники вивозять людей із трьох сіл, а вода прибуває далі. " * 2
CSL = {
    "id": "koval2022",
    "type": "article-newspaper",
    "title": "Прорвало <i>греблю</i>",
    "author": [{"family": "Коваль", "given": "Олена"}, {"literal": "Редакція"}],
    "container-title": "Вісник Ожвина",
    "issued": {"date-parts": [["2022", 1, 8]]},
    "accessed": {"date-parts": [[2022, 1, 9]]},
    "URL": "https://visnyk.ua/1",
    "language": "uk-UA",
    "keyword": "повінь, гребля",
    "abstract": ABSTRACT,
}
ZOTERO = {
    "itemType": "newspaperArticle",
    "key": "ABCD1234",
    "title": "Прорвало греблю",
    "creators": [{"firstName": "Олена", "lastName": "Коваль", "creatorType": "author"}, {"name": "Редакція"}],
    "publicationTitle": "Вісник Ожвина",
    "section": "Події",
    "date": "2022-01-08",
    "accessDate": "2022-01-09T10:00:00Z",
    "url": "https://visnyk.ua/1",
    "language": "uk",
    "abstractNote": ABSTRACT,
    "notes": [{"note": "<p>Нотатка.</p>"}],
    "tags": [{"tag": "повінь"}, "гребля"],
}


def dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def csl(value: Any) -> list[Any]:
    return read_csl(dump(value), Path("/nowhere/a.json"), ImportOptions())


def zotero(value: Any, path: Path = Path("/nowhere/a.json")) -> list[Any]:
    return read_zotero_json(dump(value), path, ImportOptions())


@pytest.mark.parametrize("value", [[CSL], {"references": [CSL]}, {"items": [CSL]}])
def test_an_item_of_csl_is_its_abstract_with_a_warning(value: Any) -> None:
    (draft,) = csl(value)
    assert isinstance(draft, ArticleDraft)
    assert draft.body == f"Прорвало греблю\n\n{ABSTRACT.strip()}"
    assert (draft.title, draft.byline, draft.outlet) == ("Прорвало греблю", "Олена Коваль, Редакція", "Вісник Ожвина")
    assert (draft.published, draft.captured, draft.language) == ("2022-01-08", "2022-01-09", "uk")
    assert (draft.url, draft.part) == ("https://visnyk.ua/1", "koval2022")
    assert "no text" in draft.warnings[0]


def test_an_item_without_a_text_is_told_of() -> None:
    (piece,) = csl([{"id": "a", "type": "webpage", "title": "Без тексту", "issued": {"raw": "2022"}}])
    assert piece == Unread("Без тексту (a)", "It is metadata only, without a text.")


def test_of_a_file_that_breaks_off_the_items_before_are_read() -> None:
    raw = dump([CSL, {**CSL, "id": "b"}])
    pieces = read_csl(raw[:-50], Path("a.json"), ImportOptions())
    assert [piece.part for piece in pieces if isinstance(piece, ArticleDraft)] == ["koval2022"]
    assert isinstance(pieces[-1], Unread)


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [["2011", 5, 25], ["2012", 6, 26]]}, "2011-05-25/2012-06-26"),
        ({"date-parts": [["2011"]], "circa": True}, "2011~"),
        ({"date-parts": [[2011, 13]]}, "2011-21"),
        ({"date-parts": [[2011]], "season": 4}, "2011-24"),
        ({"date-parts": [["1901"], [0]], "circa": True}, "1901~/"),
        ({"raw": "8 січня 2022"}, "2022-01-08"),
        ({"literal": "Spring 2020"}, "2020"),
        ({"date-parts": [["x"]]}, ""),
        ({"date-parts": [[2022, 2, 31]]}, ""),
        ("2022-01-08", "2022-01-08"),
        (None, ""),
    ],
)
def test_dates_of_csl_become_edtf(value: Any, date: str) -> None:
    assert csl_date(value) == date


@pytest.mark.parametrize("wrap", [lambda item: {"items": [item]}, lambda item: [{"key": "x", "data": item}]])
def test_an_item_of_zotero_is_read(wrap: Any) -> None:
    (draft,) = zotero(wrap(ZOTERO))
    assert isinstance(draft, ArticleDraft)
    assert draft.body == f"Прорвало греблю\n\n{ABSTRACT.strip()}\n\nНотатка."
    assert (draft.byline, draft.outlet, draft.section) == ("Олена Коваль, Редакція", "Вісник Ожвина", "Події")
    assert (draft.published, draft.captured, draft.part) == ("2022-01-08", "2022-01-09", "ABCD1234")
    assert draft.provenance is not None
    assert draft.provenance.parameters["tags"] == ["повінь", "гребля"]


@pytest.mark.parametrize(
    "place", ["files/2/a.html", "/home/olena/export/files/2/a.html", "C:\\Olena\\files\\2\\a.html"]
)
def test_a_file_beside_the_export_is_read(tmp_path: Path, place: str) -> None:
    (tmp_path / "files" / "2").mkdir(parents=True)
    page = "<html><body><h1>Прорвало греблю</h1>" + "<p>Вода зайшла в сорок дворів, людей вивезли.</p>" * 3
    (tmp_path / "files" / "2" / "a.html").write_text(page, encoding="utf-8")
    below = {"itemType": "attachment", "path": place, "contentType": "text/html"}
    for items in ([{**ZOTERO, "attachments": [below]}], [ZOTERO, {**below, "parentItem": "ABCD1234"}]):
        (draft,) = zotero({"items": items}, tmp_path / "a.json")
        assert "Вода зайшла" in draft.body
        assert (draft.outlet, draft.original) == ("Вісник Ожвина", page.encode())


@pytest.mark.parametrize(
    ("value", "reader"),
    [([CSL], "csl-json"), ({"items": [ZOTERO]}, "zotero-json"), ([{"type": "document", "text": "Один текст"}], "json")],
)
def test_each_is_known_by_its_content(value: Any, reader: str) -> None:
    assert reader_for(dump(value), Path("a.json")).name == reader
