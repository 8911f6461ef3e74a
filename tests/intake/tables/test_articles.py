# SPDX-License-Identifier: GPL-3.0-or-later
"""Rows of tables as articles, whatever the format of the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import NoTextColumn, ProfileRefused
from archivist.intake.reader import ImportOptions
from archivist.intake.tables.profile import TableProfile
from archivist.intake.tables.readers import read_json, read_table
from archivist.model import ArticleDraft, Unread

LONG = "Рятувальники вивезли з трьох сіл понад сто людей, повідомив речник служби, і робота триває. " * 2


def csv(text: str, **options: Any) -> list[ArticleDraft | Unread]:
    return list(read_table(text.encode(), Path("news.csv"), ImportOptions(**options)))


def objects(*rows: dict[str, Any], **options: Any) -> list[Any]:
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n"
    return list(read_json(text.encode(), Path("news.jsonl"), ImportOptions(**options)))


def one(*rows: dict[str, Any], **options: Any) -> ArticleDraft:
    draft = objects(*rows, **options)[0]
    assert isinstance(draft, ArticleDraft)
    return draft


def test_columns_are_known_by_their_names_in_three_languages() -> None:
    (ukrainian,) = csv(
        "Заголовок;Текст;Автор;Видання;Рубрика;Посилання;Мова;Дата публікації;Дата збору\n"
        f"Потоп;{LONG};О. Коваль;Вісник;Події;https://v.ua/1;українська;8 січня 2022;09.01.2022\n"
    )
    (russian,) = csv(
        "заголовок,текст,автор,источник,раздел,ссылка,язык,дата,дата загрузки\n"
        f'Потоп,"{LONG}",О. Коваль,Вісник,Події,https://v.ua/1,укр,2022-01-08 10:00,1641722400\n'
    )
    english = one(
        {
            "headline": "Потоп",
            "articleBody": LONG,
            "author": [{"name": "О. Коваль"}],
            "source": {"id": None, "name": "Вісник"},
            "category": "Події",
            "link": "https://v.ua/1",
            "lang": "uk-UA",
            "publishedAt": "2022-01-08T10:00:00Z",
            "scraped_at": "Sun, 09 Jan 2022 08:00:00 +0200",
        }
    )
    for draft in (ukrainian, russian, english):
        assert isinstance(draft, ArticleDraft)
        assert (draft.title, draft.byline, draft.outlet, draft.section) == ("Потоп", "О. Коваль", "Вісник", "Події")
        assert (draft.url, draft.language) == ("https://v.ua/1", "uk")
        assert (draft.published, draft.captured) == ("2022-01-08", "2022-01-09")
        assert draft.body == f"Потоп\n\n{LONG.strip()}"
        assert draft.warnings == ()


def test_a_text_alone_is_taken_exactly_and_its_first_words_are_the_title() -> None:
    text = " Київ\u0306  двічі\u00a0\n\nКінець 👩‍👩‍👧 \n"
    draft = one({"text": text})
    assert draft.body == text
    assert draft.title == "Київ\u0306 двічі"


def test_where_there_are_places_in_the_text_it_stays_as_it_is() -> None:
    draft = one({"title": "Потоп", "text": "Вода 😀 зайшла", "spans": [[0, 4]]}, {"title": "Б", "text": "Так"})
    assert (draft.title, draft.body) == ("Потоп", "Вода 😀 зайшла")


def test_a_headline_that_the_text_begins_with_is_not_there_twice() -> None:
    assert one({"title": "Потоп у селі", "text": "ПОТОП  у селі.\n\nВода."}).body == "ПОТОП  у селі.\n\nВода."


def test_a_standfirst_stands_between_headline_and_text() -> None:
    assert one({"title": "Потоп", "lead": "Вода всюди", "text": "Усе."}).body == "Потоп\n\nВода всюди\n\nУсе."
    assert one({"title": "Потоп", "lead": "Вода всюди…", "text": "Вода всюди, і все."}).body.count("всюди") == 1


def test_markup_becomes_text() -> None:
    draft = one(
        {"title": "Потоп &laquo;великий&raquo;", "text": "<p><b>Ожвин</b>, 8&nbsp;січня</p><ul><li>раз<li>два</ul>"},
        {"title": "Б", "text": "<p>Рядок</p>"},
    )
    assert draft.title == "Потоп «великий»"
    assert draft.body == "Потоп «великий»\n\nОжвин, 8\u00a0січня\n\n- раз\n- два"
    blog = one({"text": "Перше &mdash; <b>так</b>\n\n<blockquote>Друге</blockquote>\n\nТретє"})
    assert blog.body == "Перше — так\n\nДруге\n\nТретє"
    assert one({"text": "Курс < доларів & євро"}).body == "Курс < доларів & євро"


def test_a_whole_page_in_a_cell_is_read_as_a_page() -> None:
    page = f"<!DOCTYPE html><html><head><title>Потоп</title></head><body><article><h1>Потоп</h1><p>{LONG}</p></article>"
    draft = one({"html": page, "url": "https://v.ua/1"})
    assert draft.body.startswith("Потоп\n\nРятувальники")
    assert (draft.title, draft.url) == ("Потоп", "https://v.ua/1")


def test_line_ends_that_are_written_out_become_line_ends() -> None:
    (draft,) = csv('text\n"Один\\nдва"\n')
    assert isinstance(draft, ArticleDraft)
    assert draft.body == "Один\nдва"


def test_an_id_that_all_rows_have_tells_them_apart_else_their_number() -> None:
    assert [piece.part for piece in objects({"id": 7, "text": "Один текст"}, {"id": 8, "text": "Два тексти"})] == [
        "7",
        "8",
    ]
    again = objects({"id": 7, "text": "Один текст"}, {"id": 7, "text": "Два тексти"})
    assert [piece.part for piece in again] == ["row 1", "row 2"]


def test_a_row_without_text_says_so() -> None:
    pieces = objects({"text": "Один текст"}, {"text": None}, {"text": "-"}, {"text": "Два тексти"})
    assert pieces[1:3] == [Unread("row 2", "It has no text."), Unread("row 3", "It has no text.")]


def test_a_table_of_something_else_is_refused_with_its_columns() -> None:
    with pytest.raises(NoTextColumn, match="“country”, “population”"):
        csv("country,population\nUkraine,41000000\nPoland,38000000\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [("1", "no words, but numbers"), ("", "empty"), ("так", "too short: 3 characters on average")],
)
def test_of_a_column_that_is_called_the_text_it_is_told_why_it_is_none(text: str, why: str) -> None:
    with pytest.raises(NoTextColumn, match=rf"it has “text” \({why}.*\), “n”"):
        csv(f"n,text\n1,{text}\n2,{text}\n")


def test_long_texts_are_taken_from_a_column_of_any_name_with_a_doubt() -> None:
    draft = one({"quux": LONG, "n": 1}, {"quux": LONG.replace("сто", "двісті"), "n": 2})
    assert draft.body == LONG
    assert "“quux”" in draft.warnings[0]


def test_a_date_that_is_not_understood_is_warned_of() -> None:
    drafts = objects(
        {"text": "Один текст", "date": "2022-01-08"}, {"text": "Два", "date": "позавчора"}, {"text": "Три"}
    )
    assert [draft.published for draft in drafts] == ["2022-01-08", "", ""]
    assert "позавчора" in drafts[1].warnings[0]
    assert drafts[2].warnings == ()


def test_the_order_of_day_and_month_is_that_of_the_column() -> None:
    rows = [{"text": "Один текст", "date": "05/06/2024"}, {"text": "Два тексти", "date": "05/25/2024"}]
    assert [draft.published for draft in objects(*rows)] == ["2024-05-06", "2024-05-25"]
    doubtful = one(rows[0])
    assert doubtful.published == "2024-06-05"
    assert "“05/06/2024”" in doubtful.warnings[0]
    assert one(rows[0], profile=TableProfile(date_order="mdy")).published == "2024-05-06"


def test_a_profile_overrules_what_would_be_guessed() -> None:
    row = {"text": "Не те", "справжній": "Справжній текст", "title": "Назва"}
    profile = TableProfile(columns={"body": "СПРАВЖНІЙ", "title": ""}, outlet="Вісник", language="uk")
    draft = one(row, profile=profile)
    assert (draft.body, draft.title, draft.outlet, draft.language) == (
        "Справжній текст",
        "Справжній текст",
        "Вісник",
        "uk",
    )
    with pytest.raises(ProfileRefused, match="“немає”"):
        objects(row, profile=TableProfile("п", columns={"body": "немає"}))
    assert "“немає”" in one(row, profile=TableProfile(columns={"url": "немає"})).warnings[0]


def test_a_remembered_profile_is_used_where_it_alone_fits() -> None:
    row = {"a": "Перший текст", "b": "Другий текст"}
    first = TableProfile("перший", {"body": "a"}, made_for=("b", "a"))
    second = TableProfile("другий", {"body": "b"}, made_for=("a", "b"))
    draft = one(row, remembered=(first, TableProfile("інший", {"body": "b"}, made_for=("a",))))
    assert draft.body == "Перший текст"
    assert draft.provenance is not None
    assert draft.provenance.parameters["profile"] == "перший"
    with pytest.raises(NoTextColumn):
        objects(row, remembered=(first, second))
    texts = {"text": "Сам текст"}
    fitting = [TableProfile(name, {"body": "text"}, made_for=("text",)) for name in ("перший", "другий")]
    assert "“перший”, “другий”" in one(texts, remembered=tuple(fitting)).warnings[0]


def test_provenance_says_how_the_table_was_read() -> None:
    (draft,) = read_table(
        "дата;текст\n08.01.2022;Вода\n".encode("cp1251"), Path("a.csv"), ImportOptions(encoding="cp1251")
    )
    assert isinstance(draft, ArticleDraft)
    assert draft.provenance is not None
    assert (draft.provenance.reader, draft.provenance.encoding) == ("csv", "cp1251")
    assert draft.provenance.parameters["columns"] == {"body": "текст", "published": "дата"}
    assert draft.provenance.parameters["delimiter"] == ";"


def test_a_long_table_gives_signs_of_life() -> None:
    heard: list[tuple[str, float]] = []
    rows = ({"text": f"Текст {number}", "language": "uk"} for number in range(5001))
    options = {"begins": lambda reader, seconds: heard.append((reader, seconds))}
    assert len(objects(*rows, **options)) == 5001
    assert heard == [("json", 30)]
