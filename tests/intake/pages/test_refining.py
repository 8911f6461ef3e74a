# SPDX-License-Identifier: GPL-3.0-or-later
"""What is kept of a page, asked of the blocks of its article."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.etree import HTMLParser, fromstring

from archivist.intake.pages.html import read_page
from archivist.intake.pages.paragraphs import evident_article
from archivist.intake.pages.refining import refine
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft

SENTENCES = [
    f"Рятувальники дістались до {place} надвечір і вивезли звідти {number} людей, сказав речник служби в Ожвині."
    for number, place in enumerate(
        ("Тихої", "Лісової", "Садової", "Млинівки", "Греблі", "Долини", "Гори", "Ставків", "Млина", "Броду"), 21
    )
]
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def read(body: str, head: str = "<title>Повінь у трьох селах</title>") -> ArticleDraft:
    html = f"<!DOCTYPE html><html lang=uk><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    (draft,) = read_page(html.encode(), Path("page.html"), ImportOptions())
    return draft


def blocks(body: str) -> list[str]:
    return read(body).body.split("\n\n")


WHOLE = ["Повінь у трьох селах", *SENTENCES]


def in_page(inside: str) -> str:
    menu = "".join(f'<li><a href="/{number}">Розділ {number}</a></li>' for number in range(9))
    return f'<nav><ul>{menu}</ul></nav><article class="post"><h1>Повінь у трьох селах</h1>{inside}</article>'


@pytest.mark.parametrize(
    "beside",
    [
        '<div class="newsletter-box"><p>Щоранку на вашу пошту: найголовніше за добу.</p></div>',
        '<div class="relatedArticles"><h3><a href="/2">Міст зачинили</a></h3></div>',
        '<div><p>Читайте також:</p><p><a href="/2">Міст через Ожву зачинили до літа</a></p></div>',
        '<p>Читайте також: <a href="/2">Міст через Ожву зачинили</a></p>',
        '<p>Підписуйтесь на <a href="https://t.me/x">наш канал</a> у Telegram</p>',
        '<aside><p>Довідка: річка Ожва має сорок кілометрів завдовжки.</p></aside>',
        '<p style="display:none">Цього ніхто на сторінці не бачить і не читає.</p>',
        "<p>© 2022 Вісник. Усі права захищені</p>",
        '<div class="share"><a href="#">Facebook</a> <a href="#">Twitter</a></div>',
        '<form><p>Залиште коментар</p><textarea></textarea><button>Надіслати</button></form>',
    ],
)  # fmt: skip
def test_what_stands_beside_the_text_is_left(beside: str) -> None:
    half = TEXT.index("<p>", len(TEXT) // 2)
    assert blocks(in_page(TEXT[:half] + beside + TEXT[half:])) == WHOLE
    assert blocks(in_page(TEXT + beside)) == WHOLE


def test_what_belongs_to_the_text_is_kept() -> None:
    half = TEXT.index("<p>", len(TEXT) // 2)
    inside = (
        "<h2>Хто допоміг</h2><figure><img src=a.png><figcaption>Човен біля греблі. Фото: Коваль</figcaption></figure>"
        "<blockquote><p>Ми не спали всю ніч.</p></blockquote><ol start=3><li>човни</li><li>ковдри</li></ol>"
        "<table><tr><th>Село</th><th>Людей</th></tr><tr><td>Тиха</td><td>30</td></tr></table>"
    )
    found = blocks(in_page(TEXT[:half] + inside + TEXT[half:]))
    assert [block for block in found if block not in WHOLE] == [
        "Хто допоміг",
        "Човен біля греблі. Фото: Коваль",
        "Ми не спали всю ніч.",
        "3. човни\n4. ковдри",
        "Село | Людей\nТиха | 30",
    ]


def test_paragraphs_in_cells_do_not_part_the_rows_of_a_table_of_data() -> None:
    rows = (("Село", "Людей"), ("Тиха", "30"), ("Млинівка", "12"))
    cells = ("".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows)
    table = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    half = len(TEXT) // 2 + TEXT[len(TEXT) // 2 :].index("<p>")
    assert "Село | Людей\nТиха | 30\nМлинівка | 12" in blocks(in_page(TEXT[:half] + table + TEXT[half:]))


def test_a_table_that_lays_out_a_page_does_not_join_paragraphs() -> None:
    aside = "<td><p>Рубрика: події</p></td>"
    page = f"<table><tr>{aside}<td>{TEXT}</td></tr><tr>{aside}<td><p>Кінець сторінки</p></td></tr></table>"
    assert blocks(page)[: len(WHOLE)] == WHOLE


def test_a_date_that_follows_the_headline_without_an_element_of_its_own_is_left() -> None:
    page = f"<div><h1>Повінь у трьох селах</h1><span>08.01.2022</span>{TEXT}</div>"
    assert blocks(page) == WHOLE


@pytest.mark.parametrize("element", ["article", "main", "div"])
def test_an_article_of_one_sentence_is_told_from_the_menu(element: str) -> None:
    menu = "<header><nav><a href=/>Головна</a><a href=/all>Новини</a></nav></header>"
    article = f"<{element}><h1>Повінь у трьох селах</h1><time>8 січня</time><p>{SENTENCES[0]}</p></{element}>"
    assert blocks(f"{menu}{article}<footer>Усі права захищено</footer>") == WHOLE[:2]


def test_an_article_in_several_pieces_is_whole() -> None:
    paragraphs = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    pieces = "".join(
        f'<div class="row"><div class="text column">{"".join(paragraphs[start : start + 2])}</div></div>'
        for start in range(0, 10, 2)
    )
    assert blocks(in_page(pieces)) == WHOLE


def test_rows_of_teasers_below_the_text_are_left() -> None:
    teasers = "".join(
        f'<div class="item"><h4><a href="/{one}">Новина номер {one} про погоду</a></h4>'
        "<p>Синоптики обіцяють дощі в усіх областях до кінця тижня.</p></div>"
        for one in range(4)
    )
    assert blocks(in_page(TEXT) + f"<section><h3>Інші новини</h3>{teasers}</section>") == WHOLE
    assert blocks(in_page(f"{TEXT}<section><h3>Інші новини</h3>{teasers}</section>")) == WHOLE


def test_a_caption_that_is_there_for_two_widths_stands_once() -> None:
    caption = '<div class="{}"><div class="photo-caption">Човен біля греблі в Ожвині вранці</div></div>'
    found = blocks(in_page(caption.format("wide") + caption.format("narrow") + TEXT))
    assert found.count("Човен біля греблі в Ожвині вранці") == 1


def test_paragraphs_may_say_the_same_twice() -> None:
    chorus = "<p>І знову вода прийшла до нас, і знову ми стояли на березі.</p>"
    assert "\n\n".join(blocks(in_page(TEXT + chorus + TEXT + chorus))).count("І знову вода") == 2


def test_what_screen_readers_say_of_links_is_no_text() -> None:
    link = '<p>Докладніше сказано в <a href="/a">звіті<span>, opens new tab</span></a> обласної служби за січень.</p>'
    assert "Докладніше сказано в звіті обласної служби за січень." in blocks(in_page(TEXT + link))


def test_the_headline_and_the_byline_stand_once() -> None:
    head = '<title>Повінь у трьох селах</title><meta name="author" content="Олена Коваль">'
    draft = read(in_page(f"<p>Текст: Олена Коваль</p><p>8 січня 2022, 14:05</p>{TEXT}"), head)
    assert draft.body.split("\n\n") == WHOLE
    assert (draft.byline, draft.published) == ("Олена Коваль", "2022-01-08")


def test_an_article_for_subscribers_is_warned_of() -> None:
    draft = read(in_page(f"{TEXT}<p>Il vous reste 57 % de cet article à lire. La suite est réservée aux abonnés.</p>"))
    assert draft.body.split("\n\n") == WHOLE
    assert "subscribers" in draft.warnings[0]


def test_an_article_that_is_plain_to_see_needs_no_search() -> None:
    tree = fromstring(f"<html><body>{in_page(TEXT)}</body></html>", HTMLParser())
    evident = evident_article(tree)
    assert evident is not None
    assert evident.paragraphs == SENTENCES
    assert evident.container.tag == "article"


@pytest.mark.parametrize(
    "body",
    [
        in_page(TEXT[: TEXT.index("<p>", 300)]),  # little text
        f"<article>{TEXT}</article><article>{TEXT}</article>",  # which of the two?
        in_page(TEXT) + f"<div>{'Рядок довгої повісті без абзаців.<br>' * 200}</div>",  # more text elsewhere
    ],
)
def test_an_article_that_is_not_plain_to_see_is_searched_for(body: str) -> None:
    assert evident_article(fromstring(f"<html><body>{body}</body></html>", HTMLParser())) is None


def test_blocks_that_do_not_stand_together_are_given_back() -> None:
    tree = fromstring("<html><body><p>Зовсім інший текст.</p></body></html>", HTMLParser())
    assert refine(SENTENCES, tree).blocks == SENTENCES
