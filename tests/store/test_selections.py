# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable

import pytest

from archivist.errors import InvalidValue
from archivist.model import Article
from archivist.store import Archive
from archivist.text import text_sha256

Add = Callable[..., Article]


@pytest.fixture
def articles(add_article: Add) -> dict[str, Article]:
    return {
        "flood": add_article("Повінь", outlet="Гірський Вісник", language="uk", published="2024-03-05"),
        "strike": add_article("Забастовка", outlet="Порт", language="ru", published="2024-03"),
        "old": add_article("Old news", outlet="The Vistnyk", language="en", published=""),
    }


@pytest.mark.parametrize(("part", "found"), [("EXAMPLE/povin", True), ("povin-2", False), (" ", False)])
def test_articles_are_selected_by_a_part_of_their_address(
    archive: Archive, add_article: Add, part: str, *, found: bool
) -> None:
    add_article("Без адреси")
    row = add_article("Повінь", url="https://visnyk.example/Povin-1").row
    assert archive.selections.with_address(part) == ({row} if found else set())


def test_rows_are_put_in_order_of_date(archive: Archive, articles: dict[str, Article]) -> None:
    rows = [articles[name].row for name in ("old", "strike", "flood")]
    assert archive.selections.by_date(rows) == rows[::-1]


def test_rows_are_put_in_order_of_outlet_and_the_newest_first(archive: Archive, add_article: Add) -> None:
    rows = [
        add_article(f"Новина {number}", outlet=outlet, published=published).row
        for number, (outlet, published) in enumerate(
            [("Ґазета", "2023"), ("Ґазета", "2024"), ("вісник", ""), ("Їжак", "2024"), ("", "2025"), ("Daily", "2022")]
        )
    ]
    in_order = [rows[2], rows[1], rows[0], rows[3], rows[5], rows[4]]
    assert archive.selections.by_outlet([*rows, 9999]) == in_order
    assert list(archive.selections.all_by_outlet()) == in_order


def test_no_article_is_in_no_order(archive: Archive) -> None:
    assert list(archive.selections.all_by_outlet()) == []


def test_values_are_counted(archive: Archive, articles: dict[str, Article]) -> None:
    assert dict(archive.selections.values("language")) == {"uk": 1, "ru": 1, "en": 1}
    with pytest.raises(InvalidValue):
        archive.selections.values("body")


def test_deleted_articles_are_in_no_selection(archive: Archive, articles: dict[str, Article]) -> None:
    rows = [article.row for article in articles.values()]
    archive.articles.delete([articles["flood"].id])
    rows.remove(articles["flood"].row)
    assert archive.selections.all() == set(rows)
    assert archive.selections.by_date([*rows, articles["flood"].row]) == rows
    assert "uk" not in dict(archive.selections.values("language"))


def test_many_rows_are_put_in_the_same_order_as_few(
    archive: Archive, articles: dict[str, Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [articles[name].row for name in ("old", "strike")]
    few = archive.selections.by_date(rows)
    monkeypatch.setattr("archivist.store.selections._FEW", 0)
    assert archive.selections.by_date(rows) == few


def test_what_articles_are_known_by_follows_corrections_and_deletions(archive: Archive, add_article: Add) -> None:
    gone, kept = add_article("Стара", url="https://a.example/1"), add_article("Нова", title="Назва")
    archive.articles.delete([gone.id])
    archive.articles.revise(kept.id, "Виправлена", archive.articles.provenance(kept.id))
    assert archive.selections.texts_here() == [
        (kept.id, text_sha256("Виправлена"), "", "", "Назва", False),
        (gone.id, text_sha256("Стара"), "", "https://a.example/1", "Стара", True),
    ]


def test_former_texts_are_told_after_those_that_articles_have(archive: Archive, add_article: Add) -> None:
    changed, other = add_article("Стара"), add_article("Інша")
    archive.articles.revise(changed.id, "Нова", archive.articles.provenance(changed.id))
    found = [(here.id, here.sha256) for here in archive.selections.texts_here(former=True)]
    assert found == [
        (changed.id, text_sha256("Нова")),
        (other.id, text_sha256("Інша")),
        (changed.id, text_sha256("Стара")),
    ]
