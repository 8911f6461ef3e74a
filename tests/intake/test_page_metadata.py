# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from typing import Any

import pytest
from lxml.html import document_fromstring

from archivist.intake.page_metadata import PageMetadata, page_metadata
from tests.intake.pages import page


def metadata(**parts: str) -> PageMetadata:
    return page_metadata(document_fromstring(page(**parts)))


def linked_data(value: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ITEM = {
    "@type": "NewsArticle",
    "headline": "Прорвало греблю біля Ожвина",
    "datePublished": "2022-01-08T14:05:00+02:00",
    "author": [{"@type": "Person", "name": "Олена Коваль"}, {"@type": "Person", "name": "Іван Лис"}],
    "publisher": {"name": "Вісник"},
    "articleSection": "Події",
}


@pytest.mark.parametrize("value", [ITEM, [ITEM], {"@graph": [{"@type": "WebSite", "name": "x"}, ITEM]}])
def test_linked_data_is_read_however_it_is_wrapped(value: Any) -> None:
    found = metadata(head=linked_data(value))
    assert found.title == "Прорвало греблю біля Ожвина"
    assert (found.published, found.byline) == ("2022-01-08", "Олена Коваль, Іван Лис")
    assert (found.outlet, found.section) == ("Вісник", "Події")


@pytest.mark.parametrize("value", ["", "[[[[[", "[" * 100_000, '"x"', "null", '{"@graph": 5}'])
def test_broken_linked_data_is_passed_over(value: str) -> None:
    script = f'<script type="application/ld+json">{value}</script>'
    assert metadata(head=f"{script}<title>Прорвало</title>").title == "Прорвало"


def test_of_several_items_the_one_with_the_title_of_the_page_counts() -> None:
    other = {**ITEM, "headline": "Погода на завтра", "datePublished": "2021-12-31"}
    head = '<meta property="og:title" content="Прорвало греблю біля Ожвина">'
    assert metadata(head=head + linked_data([other, ITEM])).published == "2022-01-08"


@pytest.mark.parametrize(
    "element",
    [
        '<meta property="article:published_time" content="2022-01-08T23:50:00+02:00">',
        '<meta name="DC.date.issued" content="2022-01-08">',
        '<meta itemprop="datePublished" content="08.01.2022">',
        '<time itemprop="datePublished" datetime="2022-01-08T10:00Z">сьогодні</time>',
    ],
)
def test_a_stated_date_is_the_day_as_the_page_writes_it(element: str) -> None:
    assert metadata(head=element).published == "2022-01-08"


@pytest.mark.parametrize(
    "above",
    [
        '<div class="meta"><span>Олена Коваль</span> <span>8 січня 2022, 14:05</span></div>',
        '<time datetime="2022-01-08T14:05">два дні тому</time>',
        "<time class='updated' datetime='2022-02-01'>1 лютого 2022</time><i>08.01.2022</i>",
    ],
)
def test_a_date_beside_the_headline_is_found(above: str) -> None:
    assert metadata(above=above).published == "2022-01-08"


def test_dates_in_the_text_or_far_away_are_not_that_of_the_page() -> None:
    assert metadata(above="<p>8 січня 2022 року прорвало греблю.</p>").published == ""
    assert metadata(above=f"<p>{'слово ' * 500}</p><p>08.01.2022</p>").published == ""


@pytest.mark.parametrize("date", ["1970-01-01T00:00:00Z", "0001-01-01", "2022-02-31", "вчора"])
def test_a_date_that_cannot_be_meant_is_passed_over(date: str) -> None:
    assert metadata(head=f'<meta property="article:published_time" content="{date}">').published == ""


def test_the_headline_that_is_seen_is_better_than_that_of_the_head() -> None:
    head = "<title>Вісник: Прорвало греблю біля Ожвина</title>" + linked_data({**ITEM, "headline": "Гребля: прорив"})
    assert metadata(head=head).title == "Прорвало греблю біля Ожвина"


def test_the_name_of_the_site_is_no_headline() -> None:
    head = "<title>Прорвало греблю біля Ожвина - Вісник</title>"
    assert metadata(head=head, headline="Вісник").title == "Прорвало греблю біля Ожвина - Вісник"


@pytest.mark.parametrize(
    ("attributes", "language"),
    [(' lang="uk-UA"', "uk"), (' lang="ua"', "uk"), (' xml:lang="ru"', "ru"), ("", ""), (' lang="*"', "")],
)
def test_the_declared_language(attributes: str, language: str) -> None:
    assert metadata(attributes=attributes).language == language


def test_the_canonical_address_must_be_one_of_the_web() -> None:
    assert metadata(head='<link rel="canonical" href="https://visnyk.example/1">').url == "https://visnyk.example/1"
    assert metadata(head='<link rel="canonical" href="javascript:alert(1)">').url == ""
