# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import gzip
import json
import re
import socket
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import archivist.intake.pages.extraction  # noqa: F401 - what it imports looks for sockets, which the tests take away
from archivist.errors import EmptyFile, NoTextFound, NotText
from archivist.intake.pages.html import read_page
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft
from tests.intake.made_pages import PARAGRAPHS, page


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that makes anything open a connection fails its test."""

    def refuse(*_arguments: Any, **_options: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read(text: str | bytes, encoding: str | None = None) -> ArticleDraft:
    raw = text if isinstance(text, bytes) else text.encode()
    (draft,) = read_page(raw, Path("page.html"), ImportOptions(encoding=encoding))
    return draft


def test_the_article_without_the_rest_of_the_page() -> None:
    assert read(page()).body == "\n\n".join(("Прорвало греблю біля Ожвина", *PARAGRAPHS))


def test_what_the_page_says_of_itself() -> None:
    draft = read(
        page(
            head="""<meta property="og:site_name" content="Вісник"><link rel="canonical" href="https://visnyk.example/1">
            <meta property="og:title" content="Прорвало греблю біля Ожвина | Вісник">
            <meta property="article:published_time" content="2022-01-08T14:05:00+02:00">
            <meta name="author" content="Олена Коваль">"""
        )
    )
    assert (draft.title, draft.outlet, draft.byline) == ("Прорвало греблю біля Ожвина", "Вісник", "Олена Коваль")
    assert (draft.published, draft.language, draft.url) == ("2022-01-08", "uk", "https://visnyk.example/1")
    assert draft.warnings == ()
    assert draft.provenance is not None
    assert draft.provenance.encoding == "utf-8"


@pytest.mark.parametrize(
    "title",
    ["Ніч без сну - Вісник", "Ніч без сну | Вісник Ожвина", "Вісник – Ніч без сну", "Ніч без сну", "Вісник: Ніч"],
)
def test_the_name_of_the_outlet_is_no_part_of_the_title(title: str) -> None:
    head = f'<title>{title}</title><meta property="og:site_name" content="Вісник">'
    expected = title if title == "Вісник: Ніч" else "Ніч без сну"
    assert read(page(head=head, headline="Зовсім інший заголовок")).title == expected


def test_an_address_is_no_author() -> None:
    assert read(page(extra='<p class="author">www.visnyk.example</p>')).byline == ""


def test_a_standfirst_outside_the_article_stands_below_the_headline() -> None:
    lead = "Людей вивозили човнами всю ніч"
    shown = page(head=f'<meta name="description" content="{lead}"><title>Прорвало греблю біля Ожвина</title>')
    shown = shown.replace("<article>", f"<header><div>{lead}</div></header><article>")
    assert read(shown).body.split("\n\n")[:3] == ["Прорвало греблю біля Ожвина", lead, PARAGRAPHS[0]]


def test_a_description_that_no_reader_sees_is_left_out() -> None:
    assert "Опис" not in read(page(head='<meta name="description" content="Опис для пошуковиків">')).body


def test_lists_tables_and_line_breaks_are_readable() -> None:
    extra = """<ul><li>двоє людей зникли безвісти;</li><li>пошкоджено 48 будинків.</li></ul>
    <table><tr><th>Село</th><th>Будинків</th></tr><tr><td>Тиха</td><td>30</td></tr></table>
    <p>Телефон довіри служби:<br>вулиця Садова, 1</p>"""
    blocks = read(page(extra=extra)).body.split("\n\n")
    assert "- двоє людей зникли безвісти;\n- пошкоджено 48 будинків." in blocks
    assert "Село | Будинків\nТиха | 30" in blocks
    assert "Телефон довіри служби:\nвулиця Садова, 1" in blocks


def test_a_wrongly_declared_language_is_corrected_by_the_words() -> None:
    assert read(page(attributes=' lang="en"')).language == "uk"


def test_another_language_is_that_which_the_page_declares() -> None:
    words = "Der Damm brach in der Nacht, und das Wasser lief in drei Dörfer, teilte der Sprecher mit. " * 3
    draft = read(f'<html lang="de-DE"><head><title>Dammbruch</title></head><body><p>{words}</p></body></html>')
    assert draft.language == "de"


@pytest.mark.parametrize("declared", ["en", "uk", "ru"])
def test_a_declared_language_that_the_words_rule_out_is_not_believed(declared: str) -> None:
    words = "Les secours ont évacué cent personnes du village après la rupture du barrage, dit la préfecture. " * 3
    draft = read(f'<html lang="{declared}"><head><title>Barrage</title></head><body><p>{words}</p></body></html>')
    assert draft.language == ""


def test_the_declared_language_of_a_few_words_is_believed() -> None:
    draft = read('<html lang="uk"><body><h1>Ожвин, Тиха, Лісова</h1><p>Xylo Frobnitz Ozhvyn Tykha</p></body></html>')
    assert draft.language == "uk"


def test_a_page_without_a_date_has_none_whatever_years_its_text_names() -> None:
    extra = "<p>У 1997 році завод збудували.</p></article><footer>© 2003-2019</footer><article>"
    assert read(page(extra=extra)).published == ""


def test_the_address_that_a_page_was_saved_from_may_tell_its_day() -> None:
    saved = "<!-- saved from url=(0036)https://visnyk.example/2022/01/08/povin -->\n" + page()
    assert read(saved).published == "2022-01-08"


def test_a_headline_stands_once_and_alone_however_short_the_page_and_its_title_escaped() -> None:
    draft = read(
        '<html><head><meta property="og:title" content="&amp;quot;Воля&amp;quot; кличе на мі&shy;тинг"></head><body>'
        '<h1>"Воля" кличе на мі&shy;тинг</h1><p>Люди зібралися на площі.</p><p>Чекають.</p></body></html>'
    )
    assert draft.title == '"Воля" кличе на мітинг'
    assert draft.body == '"Воля" кличе на мітинг\n\nЛюди зібралися на площі.\n\nЧекають.'


def test_an_internal_subset_leaves_nothing_in_the_text() -> None:
    draft = read(page().replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a "b">]>'))
    assert draft.body.startswith("Прорвало")
    untitled = '<!DOCTYPE html [<!ENTITY a "b">]><p>Рятувальники вивезли з Ожвина понад сто людей.</p>'
    assert read(untitled).title.startswith("Рятувальники")


def test_text_for_browsers_without_scripts_is_none() -> None:
    with pytest.raises(NoTextFound):
        read(
            "<title>Вісник</title><noscript>This site needs JavaScript to run. Please enable it.</noscript><div></div>"
        )


def test_a_page_that_only_asks_for_scripts_is_warned_of() -> None:
    assert "JavaScript" in read("<p>This site needs JavaScript to run. Please enable it.</p>").warnings[-1]


@pytest.mark.parametrize("end", [">", ""])
def test_a_tag_of_too_many_attributes_is_not_given_to_the_parsers(end: str) -> None:
    attributes = "".join(f' a{number}="1"' for number in range(100_000))
    draft = read(f"<title>Вісник</title>{''.join(PARAGRAPHS)}<p{attributes}{end}")
    assert PARAGRAPHS[0] in draft.body
    assert "intricate" in draft.warnings[0]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "utf-16"])
def test_pages_in_other_encodings(encoding: str) -> None:
    draft = read(page().replace("utf-8", encoding).encode(encoding))
    assert draft.body.endswith(PARAGRAPHS[-1])


def test_a_wrong_declaration_of_the_encoding_is_warned_of() -> None:
    draft = read(page().encode("cp1251"))
    assert draft.body.endswith(PARAGRAPHS[-1])
    assert "cp1251" in draft.warnings[0]


def test_browsers_write_where_they_saved_a_page_from() -> None:
    saved = "<!-- saved from url=(0026)https://visnyk.example/1 -->\n" + page()
    assert read(saved).url == "https://visnyk.example/1"
    single = (
        "<!DOCTYPE html> <html lang=uk><!--\n Page saved with SingleFile\n url: https://visnyk.example/1\n"
        " saved date: Mon Jan 10 2022 09:15:00 GMT+0200 (EET)\n-->" + page().split(">", 2)[2]
    )
    assert (read(single).url, read(single).captured) == ("https://visnyk.example/1", "2022-01-10T09:15:00+02:00")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<script>var text = 'Довгий текст, якого ніхто не бачить на сторінці';</script>",
        '<img src="http://x.example/a.png">',
    ],
)
def test_a_page_without_text_is_refused(body: str) -> None:
    with pytest.raises(NoTextFound):
        read(f"<html><head><title>Вісник</title></head><body>{body}</body></html>")


def test_an_empty_page_and_a_picture_are_refused() -> None:
    with pytest.raises(EmptyFile):
        read(b"\n")
    with pytest.raises(NotText):
        read(b"\x89PNG\r\n\x1a\n\0\0")


def test_where_no_article_is_found_all_text_is_kept_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archivist.intake.pages.extraction.bare_extraction", lambda *_arguments, **_options: None)
    draft = read(page())
    assert all(paragraph in draft.body for paragraph in PARAGRAPHS)
    assert draft.title == "Прорвало греблю біля Ожвина"
    assert "No article was found" in draft.warnings[0]


def test_a_page_that_shows_nothing_gives_its_data_for_search_engines_with_a_warning() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Прорвало греблю", "articleBody": "\n".join(PARAGRAPHS)})
    draft = read(
        f'<title>Вісник</title><script type="application/ld+json">{data}</script><p>Зачекайте, сторінка ще іде</p>'
    )
    assert draft.body == "\n\n".join(("Прорвало греблю", *PARAGRAPHS))
    assert "search engines" in draft.warnings[0]


def test_a_parser_that_fails_on_a_page_does_not_lose_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: Any, **_options: Any) -> None:
        raise AttributeError("tail")

    monkeypatch.setattr("archivist.intake.pages.extraction.bare_extraction", fail)
    assert PARAGRAPHS[0] in read(page()).body


FEW = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HOSTILE = {
    "deeply nested": "<div>" * 100_000 + FEW,
    "nested bold": "<p><b>" * 50_000 + FEW,
    "nested tables": "<table><tr><td>" * 30_000 + FEW,
    "many paragraphs": "<p>слово</p>" * 60_000 + FEW,
    "a huge attribute": f'<p class="{"x" * 5_000_000}">{FEW}',
    "a huge script": f"<script>{'a=1;' * 1_000_000}</script>{FEW}",
    "a script never closed": f"{FEW}<script>{'<p>' * 100_000}",
    "an embedded picture": f'<img src="data:image/png;base64,{"A" * 9_000_000}">{FEW}',
    "frames and pictures": '<iframe src="http://x.example"></iframe><img src="//x.example/a.png">' * 500 + FEW,
    "remote styles": '<link rel="stylesheet" href="http://x.example/a.css"><base href="http://x.example/">' + FEW,
    "deep linked data": f'<script type="application/ld+json">{"[" * 100_000}</script>{FEW}',
    "an external entity": f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>{FEW}',
    "toolbars never closed": "<!-- BEGIN WAYBACK TOOLBAR INSERT -->" * 20_000 + "-->" + FEW,
    "many labels": "<article>" + "<div><p>Читайте також:</p></div>" * 5_000 + FEW,
    "control characters": f"<p>\x01\x02</p>{FEW}" + "<p>слово</p>" * 200,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_read_without_network_crash_or_hang(name: str) -> None:
    draft = read(f"<html><head><title>Прорвало греблю</title></head><body>{HOSTILE[name]}</body></html>")
    assert PARAGRAPHS[1] in draft.body
    assert "root:" not in draft.body


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def test_real_pages_give_their_article_and_date(cases: Path) -> None:
    folder = cases / "html-news-gold" / "dev" / "fundus"
    scores, days = [], []
    for path in sorted(folder.rglob("*.html.gz")):
        draft = read(gzip.decompress(path.read_bytes()))
        truth = json.loads((path.parent / f"{path.name.split('_')[0]}.json").read_text(encoding="utf-8")).values()
        scores.append(max(agreement(draft.body, value["body"]) for value in truth))
        days.append(draft.published in {(value.get("publishing_date") or "")[:10] for value in truth})
    assert sum(scores) / len(scores) > 0.92
    assert all(days)


def agreement(body: str, gold: Any) -> float:
    text = [*gold["summary"], *(part for one in gold["sections"] for part in one["headline"] + one["paragraphs"])]
    found, true = words(body), words(" ".join(text))
    return 2 * (found & true).total() / (found.total() + true.total())


def test_a_check_of_whether_its_reader_is_human_is_told_of() -> None:
    text = "<h1>news.example</h1><p>Checking if the site connection is secure</p>"
    assert "human" in read(f"<html><title>Just a moment...</title><body>{text}").warnings[-1]
