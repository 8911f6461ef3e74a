# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from archivist.intake.pages.metadata import page_metadata
from tests.intake.made_pages import page


def byline(head: str = "", above: str = "", extra: str = "") -> str:
    tree = document_fromstring(page(head=f"<title>Гребля</title>{head}", above=above, extra=extra))
    return page_metadata(tree).byline


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Олена Коваль">',
        '<meta name="DC.creator" content="Автор: Олена Коваль">',
        '<meta name="byl" content="By Олена Коваль">',
        '<meta name="author" content="https://visnyk.example/k"><meta name="parsely-author" content="Олена Коваль">',
    ],
)
def test_the_head_names_the_author(head: str) -> None:
    assert byline(head) == "Олена Коваль"


@pytest.mark.parametrize(
    "above",
    [
        '<a rel="author" href="/koval">Олена Коваль</a>',
        '<div itemprop="author" itemscope><span itemprop="name">Олена Коваль</span></div>',
        '<p class="byline">By Олена Коваль | January 8, 2022</p>',
        '<div class="article__author">Текст: Олена Коваль</div>',
        '<span class="post-author">Олена Коваль</span>',
    ],
)
def test_the_byline_of_the_page_names_the_author(above: str) -> None:
    assert byline(above=above) == "Олена Коваль"


def test_several_authors_are_named_once_each() -> None:
    above = '<a rel="author">Олена Коваль</a> <a rel="author">Іван Гай</a> <a rel="author">Олена Коваль</a>'
    assert byline(above=above) == "Олена Коваль, Іван Гай"


@pytest.mark.parametrize(
    "extra",
    [
        '<div class="comments"><span class="author">Читач</span></div>',
        '<a rel="author">увійти</a>',
        '<span class="author">редакція</span>',
    ],
)
def test_commentators_and_buttons_are_no_authors(extra: str) -> None:
    assert byline(extra=extra) == ""
