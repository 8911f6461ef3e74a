# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from typing import Any

import pytest
from lxml.html import document_fromstring

from archivist.intake.pages.dates import day_in_address
from archivist.intake.pages.metadata import PageMetadata, page_metadata
from archivist.intake.pages.strings import outlet_name, person_name
from tests.intake.made_pages import page


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
    assert metadata(head=f"{script}<title>Погода</title>").title == "Погода"


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
        "<div>8.01.2022 | 14:05 | Автор: Олена Коваль | Переглядів: 1204</div>",
        "<p>14:05 08.01.22</p>",
        '<time class="entry-date published updated" datetime="2022-01-08T14:05:00+02:00">8 Січ 2022</time>',
        "<p>Опубликовано 8 января 2022 в рубрике <a href='/life'>Общество</a> | Автор: Олена Коваль</p>",
        "<div>By Olena Koval | Published Sat., Jan. 8, 2022 at 11:45 p.m. EST | Updated Jan. 9, 2022</div>",
    ],
)
def test_a_date_beside_the_headline_is_found(above: str) -> None:
    assert metadata(above=above).published == "2022-01-08"


def test_the_headline_of_an_old_page_is_no_heading() -> None:
    headline = "Сорок дворів у воді"
    marked = f"<font size=5><b>{headline}</b></font><br><i>08.01.2022</i><p>Вода."
    page = f"<html><title>{headline}</title><body>{marked}</html>"
    assert page_metadata(document_fromstring(page)).published == "2022-01-08"


def test_a_date_may_stand_among_links_beside_a_headline_of_the_second_level() -> None:
    links = '<a href="/more">Усі новини про воду в Ожвині</a>'
    article = f"<div><div>{links}</div><span>08.01.2022</span><h2>Сорок дворів у воді</h2><p>Вода.</p></div>"
    page = f"<html><title>Сорок дворів у воді</title><body><h1>Вісник</h1>{article}</html>"
    assert page_metadata(document_fromstring(page)).published == "2022-01-08"


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


@pytest.mark.parametrize(
    "extra",
    [
        f"<p>Завод збудували 1997 року, а <b>8 січня 1998</b>{' слово' * 30}.</p>",
        "<footer>© 2003-2019 <span>08.01.2019</span></footer>",
        '<meta itemprop="copyrightYear" content="2019">',
        '<div class="header-today">Субота, 8 січня 2022</div>',
        '<section class="related-news"><article><time datetime="2022-02-01">1 лютого</time></article></section>',
        '<div><span class="time">08.01.2022</span> <a href="/2">Вода прийшла ще у чотири села</a></div>',
        '<div id="comments"><div class="date">08.01.2022</div><p>Так!</p></div>',
        "<p" + "".join(f' data-{number}="{number}"' for number in range(300)) + ">Кінець</p>",
    ],
)
def test_no_date_is_taken_from_text_footer_or_attributes(extra: str) -> None:
    assert metadata(above=extra, extra=extra).published == ""


@pytest.mark.parametrize("date", ["1997", "1997-05"])
def test_metadata_may_say_no_more_than_a_year_or_a_month(date: str) -> None:
    assert metadata(head=f'<meta name="DC.date.issued" content="{date}">').published == date


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Samstag, 8. Januar 2022", "2022-01-08"),
        ("| 8 janvier 2022", "2022-01-08"),
        ("08.02.22", "2022-02-08"),
        ("12 слів 2022", ""),
        ("2022", ""),
    ],
)
def test_a_date_line_in_other_forms(line: str, day: str) -> None:
    assert metadata(above=f"<div>{line}</div>").published == day


def test_the_date_nearer_to_the_headline_counts() -> None:
    found = document_fromstring(
        "<title>Прорвало греблю біля Ожвина</title><time>7 січня 2022</time>"
        f"<h1><a>Прорвало греблю біля Ожвина</a></h1><p>{'слово ' * 100}</p><ul><li>8 січня 2022</ul>"
    )
    assert page_metadata(found).published == "2022-01-07"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://visnyk.example/2022/01/08/povin", "2022-01-08"),
        ("https://visnyk.example/news-2022-1-8", "2022-01-08"),
        ("https://visnyk.example/2022/01/povin", ""),
        ("https://visnyk.example/2022/13/41/povin", ""),
        ("https://visnyk.example/povin?from=/2022/01/08/", ""),
        ("https://[visnyk/2022/01/08", ""),
    ],
)
def test_the_day_in_an_address(url: str, day: str) -> None:
    assert day_in_address(url) == day


def test_linked_data_may_be_wrapped_for_xml() -> None:
    script = f'<script type="application/ld+json">//<![CDATA[\n{json.dumps(ITEM)}\n//]]></script>'
    assert metadata(head=script).published == "2022-01-08"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("&amp;quot;Ожвин&amp;quot; без води", '"Ожвин" без води'),
        ("Ожвин &amp;#8211; без води", "Ожвин – без води"),
        ("?a=1&amp;copy=2", "?a=1&copy=2"),
        ("гре&shy;бля", "гребля"),
    ],
)
def test_a_title_that_was_escaped_twice_is_readable(title: str, expected: str) -> None:
    assert metadata(head=f'<meta property="og:title" content="{title}">', headline="").title == expected


@pytest.mark.parametrize(
    ("title", "headline", "expected"),
    [
        (
            "Ніч без сну у трьох селах | Новини | Вісник Ожвина",
            "Ніч без сну у трьох селах",
            "Ніч без сну у трьох селах",
        ),
        ("Новини", "Новини: ніч без сну", "Новини: ніч без сну"),
        ("Вісник Ожвина | Ніч без сну у трьох селах", "Вісник Ожвина", "Вісник Ожвина | Ніч без сну у трьох селах"),
        ("Ніч без сну", "Зовсім інше", "Ніч без сну"),
    ],
)
def test_the_headline_of_the_text_is_better_than_a_title_with_the_site(
    title: str, headline: str, expected: str
) -> None:
    assert metadata(head=f"<title>{title}</title>", headline=headline).title == expected


@pytest.mark.parametrize(
    "name", ["Username", "Follow Author", "Увійти", "Admin", "www.visnyk.example", "a@b.example", "Автор", "x" * 101]
)
def test_words_of_the_interface_are_no_names(name: str) -> None:
    assert person_name(name) == ""
    assert metadata(head=linked_data({**ITEM, "author": {"name": name}})).byline == ""


@pytest.mark.parametrize("name", ["Олена Коваль", "Adam Shareef", "Редакція Вісника", "Ivan Userenko"])
def test_names_are_kept(name: str) -> None:
    assert person_name(f" {name} ") == name


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("https://www.visnyk.example", "visnyk.example"),
        ("www.visnyk.example/news", "visnyk.example"),
        ("Вісник", "Вісник"),
        ("Visnyk.example", "Visnyk.example"),
        ("https://[", ""),
    ],
)
def test_of_an_outlet_that_is_an_address_the_host_is_its_name(name: str, outlet: str) -> None:
    assert outlet_name(name) == outlet


@pytest.mark.parametrize(
    ("element", "day"),
    [
        ('<div class="entry-date">Опубліковано редакцією 8 січня 2022 о 14:05</div>', "2022-01-08"),
        ('<span id="published">Freitag, den 8. Januar 2022, von der Redaktion</span>', "2022-01-08"),
        ('<p class="meta-date">by Olena on January 8, 2022</p>', "2022-01-08"),
        ('<div class="updated-date">Оновлено редакцією 9 січня 2022 о 14:05</div>', ""),
        ('<div class="news">Опубліковано редакцією 8 січня 2022 о 14:05</div>', ""),
    ],
)
def test_an_element_that_is_named_after_a_date_holds_it(element: str, day: str) -> None:
    assert page_metadata(document_fromstring(page(extra=f"{'<p>Слово.</p>' * 300}{element}"))).published == day


def test_the_host_is_the_outlet_of_a_page_that_names_none() -> None:
    head = '<title>Гребля</title><link rel="canonical" href="https://www.visnyk.example/1">'
    assert page_metadata(document_fromstring(page(head=head))).outlet == "visnyk.example"


def test_the_headline_may_stand_below_the_name_of_the_site() -> None:
    page = (
        "<html><title>Сорок дворів у воді » Ожвинська правда</title><body><h1>Ожвинська правда</h1>"
        "<h2>Сорок дворів у воді</h2><p>Вода.</p><h2>Інші новини</h2></html>"
    )
    assert page_metadata(document_fromstring(page)).title == "Сорок дворів у воді"
