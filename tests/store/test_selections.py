# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.dates import date_range
from archivist.errors import InvalidValue
from archivist.model import Article
from archivist.store import Archive

Add = Callable[..., Article]


@pytest.fixture
def articles(archive: Archive, add_article: Add) -> dict[str, Article]:
    articles = {
        "flood": add_article("Повінь", outlet="Гірський Вісник", language="uk", published="2024-03-05"),
        "strike": add_article("Забастовка", outlet="Порт", language="ru", published="2024-03"),
        "old": add_article("Old news", outlet="The Vistnyk", language="en", published=""),
    }
    archive.annotations.add_quote(articles["flood"].id, "Повінь", archive.tags.named("strike").id, note="так")
    archive.annotations.add_quote(articles["strike"].id, "Забастовка", archive.tags.named("killed").id)
    archive.collections.add("Річ")
    archive.collections.put_in("Річ", [articles["old"].id])
    return articles


@pytest.mark.parametrize(
    ("field", "value", "names"),
    [
        ("outlet", "вісник", {"flood"}),
        ("outlet", "існик", set()),
        ("outlet", "ПОРТ", {"strike"}),
        ("language", "UK", {"flood"}),
        ("tag", "Strike", {"flood"}),
        ("kind", "figure", {"strike"}),
        ("collection", "річ", {"old"}),
        ("has", "annotation", {"flood", "strike"}),
        ("has", "note", {"flood"}),
        ("has", "date", {"flood", "strike"}),
        ("tag", "nothing", set()),
    ],
)
def test_articles_are_selected_by_a_value(
    archive: Archive, articles: dict[str, Article], field: str, value: str, names: set[str]
) -> None:
    assert archive.selections.with_value(field, value) == {articles[name].row for name in names}


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ("2024-03-05", {"flood", "strike"}),
        ("2024-03-06/2024-03-31", {"strike"}),
        ("2024", {"flood", "strike"}),
        ("2025/..", set()),
    ],
)
def test_articles_are_selected_by_the_days_they_may_be_of(
    archive: Archive, articles: dict[str, Article], days: str, names: set[str]
) -> None:
    assert archive.selections.published(date_range(days)) == {articles[name].row for name in names}


@pytest.mark.parametrize(("field", "value"), [("colour", "red"), ("kind", "rumour"), ("has", "luck")])
def test_unknown_fields_and_values_are_refused(archive: Archive, field: str, value: str) -> None:
    with pytest.raises(InvalidValue):
        archive.selections.with_value(field, value)


def test_rows_are_put_in_order_of_date(archive: Archive, articles: dict[str, Article]) -> None:
    rows = [articles[name].row for name in ("old", "strike", "flood")]
    assert archive.selections.by_date(rows) == rows[::-1]


def test_values_are_counted(archive: Archive, articles: dict[str, Article]) -> None:
    assert dict(archive.selections.values("language")) == {"uk": 1, "ru": 1, "en": 1}
    with pytest.raises(InvalidValue):
        archive.selections.values("body")


def test_deleted_articles_are_in_no_selection(archive: Archive, articles: dict[str, Article]) -> None:
    archive.articles.delete([articles["flood"].id])
    assert archive.selections.with_value("language", "uk") == set()
    assert articles["flood"].row not in archive.selections.all()


def test_exactly_compares_whole_values_and_finds_those_without_one(archive: Archive, add_article: Add) -> None:
    port = add_article("Порт", outlet="Порт")
    daily = add_article("Порт щодня", outlet="Порт щодня")
    unknown = add_article("Без назви", outlet="")
    assert archive.selections.with_value("outlet", "Порт") == {port.row, daily.row}
    assert archive.selections.exactly("outlet", "Порт") == {port.row}
    assert archive.selections.exactly("outlet", "") == {unknown.row}
    with pytest.raises(InvalidValue):
        archive.selections.exactly("body", "Порт")


def test_tags_are_counted_by_articles(archive: Archive, articles: dict[str, Article]) -> None:
    strike = archive.tags.named("strike").id
    archive.annotations.add_quote(articles["flood"].id, "Пов", strike)
    assert archive.selections.tagged() == [("strike", 1), ("killed", 1)]


def test_many_rows_are_put_in_the_same_order_as_few(
    archive: Archive, articles: dict[str, Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [articles[name].row for name in ("old", "strike")]
    few = archive.selections.by_date(rows)
    monkeypatch.setattr("archivist.store.selections._FEW", 0)
    assert archive.selections.by_date(rows) == few
