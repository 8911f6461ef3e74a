# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds: each entry is an article, in whatever dialect, encoding and state the feed is."""

from __future__ import annotations

import ast
import json
import re
import socket
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import ArchivistError, FileDamaged, NoTextFound
from archivist.intake import registry
from archivist.intake.feeds.feed import FEED
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft, Unread

SENTENCE = "Вода зайшла в сорок дворів, людей вивезли човнами."
LONG = f"<p>{SENTENCE}</p>" * 20


def rss(items: str, channel: str = "<title>Новини Ожвина</title><link>https://news.example/</link>") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel>{channel}{items}</channel></rss>"
    )


def item(*fields: str, title: str = "Паводок", link: str = "https://news.example/1") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{''.join(fields)}</item>"


def read(text: str | bytes, name: str = "feed.xml") -> list[ArticleDraft | Unread]:
    raw, path = text if isinstance(text, bytes) else text.encode(), Path("/nowhere") / name
    reader = registry.reader_for(raw, path)
    assert reader.name in ("feed", "json-feed")
    return list(reader.read(raw, path, ImportOptions()))


def only(text: str | bytes) -> ArticleDraft:
    (piece,) = read(text)
    assert isinstance(piece, ArticleDraft)
    return piece


@pytest.mark.parametrize("name", ["feed.xml", "feed", "feed.rss", "feed.html"])
def test_an_item_of_rss(name: str) -> None:
    fields = (
        "<guid isPermaLink='false'>n-1</guid><pubDate>Sat, 08 Jan 2022 00:30:00 +0200</pubDate>",
        "<dc:creator>Олена Ожвинська</dc:creator><category>Події</category><category>Вода</category>",
        f"<description>Коротко.</description><content:encoded><![CDATA[{LONG}]]></content:encoded>",
    )
    (draft,) = read(rss(item(*fields)), name)
    assert isinstance(draft, ArticleDraft)
    assert draft.title == "Паводок"
    assert draft.body == "\n\n".join(["Паводок", *[SENTENCE] * 20])
    assert (draft.byline, draft.outlet, draft.section) == ("Олена Ожвинська", "Новини Ожвина", "Події")
    assert (draft.url, draft.published, draft.language) == ("https://news.example/1", "2022-01-08", "uk")
    assert (draft.part, draft.warnings) == ("n-1", ())


def test_an_entry_of_atom() -> None:
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Ожвин</title><author><name>Редакція</name></author>'
        '<entry><title type="html">Вода &amp;amp; &lt;b&gt;люди&lt;/b&gt;</title><id>tag:1</id>'
        '<link href="https://news.example/2"/><updated>2022-01-08T23:30:00+02:00</updated>'
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{LONG}</div></content></entry></feed>'
    )
    draft = only(text)
    assert (draft.title, draft.byline, draft.published) == ("Вода & люди", "Редакція", "2022-01-08")
    assert draft.body.count(SENTENCE) == 20


def test_an_item_of_rdf() -> None:
    text = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        '<channel rdf:about="x"><title>Ожвин</title></channel><item rdf:about="https://news.example/3">'
        f"<title>Паводок</title><link>https://news.example/3</link><description>{SENTENCE}</description></item></rdf:RDF>"
    )
    draft = only(text)
    assert (draft.outlet, draft.url) == ("Ожвин", "https://news.example/3")


def test_an_item_of_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Ожвин",
        "language": "uk",
        "items": [
            {"id": 7, "url": "https://news.example/4", "title": "Паводок", "content_html": LONG, "tags": ["Події"],
             "date_published": "2022-01-08T23:30:00+02:00", "authors": [{"name": "Олена"}]},
            {"id": "8", "content_text": f"{SENTENCE}\n\n1 < 2"},
            "no item",
        ],
    }  # fmt: skip
    first, second, third = read(json.dumps(feed))
    assert isinstance(first, ArticleDraft)
    assert (first.part, first.byline, first.outlet, first.published) == ("7", "Олена", "Ожвин", "2022-01-08")
    assert (first.section, first.warnings) == ("Події", ())
    assert isinstance(second, ArticleDraft)
    assert second.body == f"{SENTENCE}\n\n1 < 2"
    assert isinstance(third, Unread)
    with pytest.raises(FileDamaged):
        read(json.dumps(feed)[:-20])
    with pytest.raises(NoTextFound):
        read('{"version": "https://jsonfeed.org/version/1", "items": []}')


@pytest.mark.parametrize("code", ["99999999999999999999", "x110000", "xD800", "9" * 5000, "x" + "f" * 5000])
def test_a_character_that_there_is_not_costs_no_other(code: str) -> None:
    feed = rss(item(f"<description>{SENTENCE} Було 7&#{code}; метрів.</description>"))
    assert only(feed).body.endswith(f"{SENTENCE} Було 7\ufffd метрів.")
    assert SENTENCE in only(feed.removesuffix("</channel></rss>")).body


def test_other_xml_is_no_feed() -> None:
    zotero = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:l="http://purl.org/rss/1.0/modules/link/"/>'
    for text in (zotero, "<html><body><rss></rss></body></html>", "<feed><x/></feed>", "<records/>"):
        try:
            assert registry.reader_for(text.encode(), Path("a.xml")).name not in ("feed", "json-feed")
        except ArchivistError:
            continue


def test_a_summary_is_told_from_an_article() -> None:
    assert "only the title" in only(rss(item())).warnings[0]
    assert "summary" in only(rss(item("<description>Коротко.</description>"))).warnings[0]
    assert only(rss(item(f"<description>{LONG.replace('<', '&lt;')}</description>"))).warnings == ()


@pytest.mark.parametrize(
    ("prefix", "namespace", "name"),
    [("yandex", "http://news.yandex.ru", "full-text"), ("turbo", "http://turbo.yandex.ru", "content")],
)
def test_the_whole_text_may_be_called_otherwise(prefix: str, namespace: str, name: str) -> None:
    whole = f'<{prefix}:{name} xmlns:{prefix}="{namespace}">{SENTENCE}\n\n{SENTENCE} І ще.</{prefix}:{name}>'
    draft = only(rss(item("<description>Коротко.</description>", whole)))
    assert draft.body == f"Паводок\n\n{SENTENCE}\n\n{SENTENCE} І ще."
    assert draft.warnings == ()


@pytest.mark.parametrize(
    "signature",
    ["The post {} appeared first on {}.", "Запис {} спершу з'явився на {}.", "Запись {} впервые появилась на {}."],
)
def test_the_signature_of_wordpress_is_no_text(signature: str) -> None:
    under = signature.format(
        '<a href="https://news.example/1">Паводок</a>', '<a href="https://news.example">Новини</a>'
    )
    draft = only(rss(item(f"<content:encoded><![CDATA[{LONG}<p>{under}</p>]]></content:encoded>")))
    assert draft.body == "\n\n".join(["Паводок", *[SENTENCE] * 20])


def test_an_export_of_wordpress_has_paragraphs_without_tags_and_dates_of_its_own() -> None:
    text = f"<em>Ожвин.</em> {SENTENCE}\n\n{SENTENCE}"
    draft = only(
        rss(
            item(
                "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>",
                f"<content:encoded><![CDATA[{text}]]></content:encoded>",
                '<wp:post_date xmlns:wp="http://wordpress.org/export/1.2/">2022-01-08 00:30:00</wp:post_date>',
            )
        )
    )
    assert draft.body == f"Паводок\n\nОжвин. {SENTENCE}\n\n{SENTENCE}"
    assert draft.published == "2022-01-08"


@pytest.mark.parametrize("written", ["Mon, 30 Nov -0001 00:00:00 +0000", "30 Nov 0000 00:00:00 +0000"])
def test_a_date_of_no_year_is_none(written: str) -> None:
    draft = only(rss(item(f"<pubDate>{written}</pubDate>", f"<description>{SENTENCE}</description>")))
    assert draft.published == ""
    assert "cannot be understood" in draft.warnings[-1]


def test_an_entry_with_nothing_is_told_of() -> None:
    pieces = read(rss("<item><guid>x</guid></item>" + item()))
    assert isinstance(pieces[0], Unread)
    assert pieces[0].part == "x"
    assert isinstance(pieces[1], ArticleDraft)


def test_an_entry_without_a_title() -> None:
    draft = only(rss(f"<item><description>{SENTENCE}</description></item>"))
    assert (draft.title, draft.body, draft.part) == (SENTENCE, SENTENCE, "entry 1")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Вода &amp;amp; люди", "Вода & люди"),
        ("&lt;b&gt;Вода&lt;/b&gt; і люди", "Вода і люди"),
        ("<![CDATA[Вода &laquo;тут&raquo;]]>", "Вода «тут»"),
        ("Вода&nbsp;тут", "Вода тут"),
        ("1 &lt; 2", "1 < 2"),
    ],
)
def test_titles_with_markup(title: str, expected: str) -> None:
    assert only(rss(item(title=title))).title == expected


@pytest.mark.parametrize("declared", ["", "utf-8", "windows-1251", "koi8-u", "iso-8859-1"])
@pytest.mark.parametrize("real", ["utf-8", "cp1251", "koi8-u", "utf-16"])
def test_encodings_declared_or_not_and_wrongly(declared: str, real: str) -> None:
    text = rss(item(f"<description>{SENTENCE * 3}</description>"))
    said = f'<?xml version="1.0" encoding="{declared}"?>' if declared else '<?xml version="1.0"?>'
    draft = only(text.replace('<?xml version="1.0"?>', said).encode(real))
    if (declared, real) not in (("iso-8859-1", "cp1251"), ("iso-8859-1", "koi8-u")):  # which bytes cannot tell
        assert draft.body.endswith(SENTENCE)
        assert draft.outlet == "Новини Ожвина"


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace("</channel>", "<br></channel>"),
        lambda text: text.replace("Коротко.", "Коротко & ясно."),
    ],
)
def test_an_ill_formed_feed_is_read_with_a_warning(broken: Any) -> None:
    text = broken(rss(item() + item("<description>Коротко.</description>", title="Друга")))
    drafts = [piece for piece in read(text) if isinstance(piece, ArticleDraft)]
    assert [draft.title for draft in drafts] == ["Паводок", "Друга"]
    assert "not well-formed" in drafts[0].warnings[0]


def test_a_feed_that_is_cut_off_is_read_to_its_end() -> None:
    text = rss(item() + item("<description>Коротко та ясно.</description>", title="Друга"))
    drafts = [piece for piece in read(text[: text.index(" ясно")]) if isinstance(piece, ArticleDraft)]
    assert drafts[1].body == "Друга\n\nКоротко та"
    assert "cut off" in drafts[1].warnings[0]


def test_relative_links_and_wrong_dates() -> None:
    draft = only(rss(item("<pubDate>вчора</pubDate>", link="/a b")))
    assert draft.url == "https://news.example/a%20b"
    assert "вчора" in " ".join(draft.warnings)
    assert only(rss(item(link="javascript:alert(1)"))).url == ""


def test_the_outlet_of_an_aggregated_entry_is_its_source() -> None:
    assert only(rss(item('<source url="https://x.example">Інша газета</source>'))).outlet == "Інша газета"


def test_scripts_and_pictures_are_no_text() -> None:
    markup = f"&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x&gt;&lt;p&gt;{SENTENCE}&lt;/p&gt;"
    assert only(rss(item(f"<description>{markup}</description>"))).body == f"Паводок\n\n{SENTENCE}"


LAUGHS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [f"<!DOCTYPE rss [<!ENTITY l0 'ha'>{LAUGHS}]>", "<!DOCTYPE rss [<!ENTITY l9 SYSTEM 'file:///etc/passwd'>]>"],
)
def test_entities_neither_grow_nor_lead_out(doctype: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    text = rss(item(title="a&l9;b")).replace("<rss", f"{doctype}<rss", 1)
    draft = only(text)
    assert draft.title == "a&l9;b"
    assert "entities" in " ".join(draft.warnings)


def test_an_address_is_text_and_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    with pytest.raises(NoTextFound):
        FEED.read(b"http://localhost/feed.rss", Path("http://localhost/feed.rss"), ImportOptions())


_EXPECTED = re.compile(r"entries\[0\]\['(title|link|author|published)'\] == ('[^']*')")
_OUTLET = re.compile(r"feed\['title'\] == ('[^']*')")


def test_the_real_ones(cases: Path) -> None:
    compared, found = 0, {}
    for path in sorted((cases / "feeds").rglob("*")):
        if path.is_dir() or path.name == "README.md":
            continue
        raw = path.read_bytes()
        reader = registry.reader_for(raw, path)
        assert reader.name in ("feed", "json-feed"), path
        try:
            drafts = [piece for piece in reader.read(raw, path, ImportOptions()) if isinstance(piece, ArticleDraft)]
        except NoTextFound:
            continue
        found[path.name] = drafts
        assert all(draft.body and draft.title and draft.part for draft in drafts)
        comment = raw[:2000].decode("utf-8", "replace")
        for name, value in _EXPECTED.findall(comment) if drafts else []:
            ours = {"link": "url", "author": "byline"}.get(name, name)
            assert getattr(drafts[0], ours) == ast.literal_eval(value), path
            compared += 1
        for value in _OUTLET.findall(comment) if drafts else []:
            assert drafts[0].outlet == ast.literal_eval(value), path
            compared += 1
    assert len(found) >= 20
    assert compared >= 4
    assert found["feed.rss"][0].title == "Star City"
    assert "spørsmål" in found["feedWindows1252.rss"][0].title
