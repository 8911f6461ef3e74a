# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings

from archivist.errors import ArchivistError, ExportDiffers
from archivist.exchange import Selection, export
from archivist.exchange.html_copy import FORMAT, writing
from archivist.exchange.items import ReadDocument
from archivist.model import Article, ArticleDraft, Kind, Node, NodeType, Provenance, RecordDraft
from archivist.store import Archive
from tests.exchange.brought_back import contents_of, written
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere
from tests.exchange.spans import marked_article, marked_texts
from tests.long_work import run_to_end

Add = Callable[..., Article]
HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;</style></title>"


def page_of(archive: Archive, tmp_path: Path, article: str) -> str:
    written(FORMAT, contents_of(archive), tmp_path / "html")
    return (tmp_path / "html" / f"{article}.html").read_text(encoding="utf-8")


def checked(path: Path) -> list[ReadDocument]:
    assert FORMAT.check is not None
    return [item for item in FORMAT.check(path) if isinstance(item, ReadDocument)]


class _Tags(HTMLParser):
    """Every start tag with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def tags_of(page: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = _Tags()
    parser.feed(page)
    parser.close()
    return parser.seen


@pytest.mark.parametrize("name", ["html", "html.zip"])
def test_text_and_spans_are_read_back(archive: Archive, articles: list[Article], tmp_path: Path, name: str) -> None:
    contents = contents_of(archive)
    written(FORMAT, contents, tmp_path / name)
    documents = {document.id: document for document in checked(tmp_path / name)}
    assert set(documents) == set(contents.ids)
    for handed in contents.articles():
        document = documents[handed.article.id]
        assert document.text == handed.text
        assert [(m.id, m.start, m.end, m.label) for m in document.annotations] == [
            (m.id, m.start, m.end, m.tag.name) for m in handed.annotations
        ]


def test_lxml_sees_every_annotation_on_its_words(sample_with_posts: Archive, tmp_path: Path) -> None:
    written(FORMAT, contents_of(sample_with_posts), tmp_path / "html")
    seen = read_elsewhere("html_lxml", tmp_path / "html")
    assert seen.annotations == marked_here(sample_with_posts)
    assert seen.articles == sample_with_posts.articles.count()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked_texts())
def test_any_text_and_any_spans_are_read_back(
    archive: Archive, tmp_path_factory: pytest.TempPathFactory, drawn: tuple[str, list[tuple[int, int]]]
) -> None:
    article = marked_article(archive, *drawn)
    path = tmp_path_factory.mktemp("any") / "html"
    contents = contents_of(archive, [article])
    written(FORMAT, contents, path)
    (document,) = checked(path)
    (handed,) = contents.articles()
    assert document.text == handed.text
    assert sorted((m.id, m.start, m.end) for m in document.annotations) == sorted(
        (m.id, m.start, m.end) for m in handed.annotations
    )


def test_nothing_of_the_archive_becomes_markup(archive: Archive, tmp_path: Path) -> None:
    draft = ArticleDraft(
        *(HOSTILE, f"{HOSTILE}\nслова", HOSTILE, HOSTILE, HOSTILE), url=f"javascript:alert(1)//{HOSTILE}"
    )
    article = archive.articles.add(draft, b"x", "text/plain").article
    tag = archive.tags.add(HOSTILE, "figure", description=HOSTILE)
    attributes = {"value": 5, "claimant": HOSTILE, "counted": HOSTILE, HOSTILE: [HOSTILE]}
    mark = archive.annotations.add_quote(article, "слова", tag.id, note=HOSTILE, attributes=attributes)
    other = archive.annotations.add_quote(article, "слова", tag.id)
    record = archive.records.add(RecordDraft(Kind.FIGURE, HOSTILE))
    archive.records.link([mark.id], record.id)
    archive.relations.add(HOSTILE, Node(NodeType.ANNOTATION, mark.id), Node(NodeType.ANNOTATION, other.id), HOSTILE)
    archive.collections.add(HOSTILE)
    archive.collections.put_in(HOSTILE, [article])
    page = page_of(archive, tmp_path, article)
    index = (tmp_path / "html" / "index.html").read_text(encoding="utf-8")
    for written_page in (page, index):
        seen = tags_of(written_page)
        assert not {"script", "img", "iframe", "object", "link"} & {tag_name for tag_name, _ in seen}
        assert not [name for _, attributes_ in seen for name in attributes_ if name.startswith("on") or name == "src"]
        links = {attributes_["href"] or "" for tag_name, attributes_ in seen if tag_name == "a"}
        assert all(link.startswith("#") or link.endswith(".html") for link in links)
    assert page.count("&lt;script&gt;") >= 10
    assert checked(tmp_path / "html")[0].annotations[0].label == tag.name


def test_the_page_allows_itself_its_style_and_nothing_else(
    archive: Archive, articles: list[Article], tmp_path: Path
) -> None:
    for article in articles:
        page = page_of(archive, tmp_path / article.id, article.id) if (tmp_path / article.id).mkdir() is None else ""
        policies = [a["content"] for t, a in tags_of(page) if a.get("http-equiv") == "Content-Security-Policy"]
        (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
        hash_ = b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert policies == [f"default-src 'none'; style-src 'sha256-{hash_}'; base-uri 'none'; form-action 'none'"]
        assert "url(" not in style
        assert "@import" not in style
        assert not [a for _, a in tags_of(page) if "style" in a]


@pytest.mark.parametrize(
    ("url", "is_link"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript://%0aalert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://example.org/a b", False),
    ],
)
def test_only_addresses_of_the_web_are_links(
    archive: Archive, add_article: Add, tmp_path: Path, url: str, is_link: bool
) -> None:
    page = page_of(archive, tmp_path, add_article("Новина", url=url).id)
    links = [a for t, a in tags_of(page) if t == "a"]
    assert [(a["href"], a["rel"]) for a in links] == ([(url, "noreferrer noopener")] * 2 if is_link else [])


def test_what_overlaps_is_drawn_on_lines_of_its_own(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("один два три чотири")
    tag = archive.tags.all()[0].id
    for quote in ("один два три", "два три чотири", "три", "чотири"):
        archive.annotations.add_quote(article.id, quote, tag)
    pieces = [a for t, a in tags_of(page_of(archive, tmp_path, article.id)) if t == "span" and "data-n" in a]
    lanes = {str(a["data-n"]): set(re.findall(r"\bl\d+\b", str(a["class"]))) for a in pieces}
    assert lanes == {"1": {"l0"}, "2": {"l1"}, "3": {"l2"}, "4": {"l0"}}
    assert len([a for a in pieces if "id" in a]) == 4  # each is led to once


def test_kinds_differ_by_more_than_colour(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    page = page_of(archive, tmp_path, next(a.id for a in articles if a.outlet))
    rules = dict(re.findall(r"^\.(event|actor|figure|date)\{border-bottom:\d+px (\w+)\}", page, re.MULTILINE))
    assert rules == {"event": "solid", "actor": "double", "figure": "dashed", "date": "dotted"}


def test_the_list_tells_what_is_said(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    page = page_of(archive, tmp_path, next(a.id for a in articles if a.outlet))
    shown = re.sub(r"<[^>]+>", " ", page)
    for words in (
        "about 18 осіб (людей) · as of 2022-01-06", "-2 рядки\nдругий", "Загиблі", "2000.5 to 2500", "Olena",
        "replaces", "=Вісник", "2022-01~", "Страйк", "О. К.",
    ):  # fmt: skip
        assert words in shown
    assert '["а", "б"]' in shown.replace("&quot;", '"')
    assert 'lang="uk"' in page
    assert 'class="end" href="#a1"' in page


def test_words_that_are_gone_and_restrictions_are_told(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Загинуло 18 людей")
    archive.annotations.add_quote(article.id, "18", archive.tags.all()[0].id)
    archive.articles.revise(article.id, "Ніхто не загинув", Provenance("pasted", "paste", "1", None))
    page = page_of(archive, tmp_path, article.id)
    assert "no longer in the text" in page
    assert 'data-n="' not in page


def test_the_index_leads_to_every_page(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    written(FORMAT, contents_of(archive), tmp_path / "html.zip")
    with ZipFile(tmp_path / "html.zip") as zipped:
        index = zipped.read("index.html").decode()
        links = [str(a["href"]) for t, a in tags_of(index) if t == "a"]
        assert sorted(links) == sorted(f"{article.id}.html" for article in articles)
        assert set(links) < set(zipped.namelist())


def test_equal_articles_give_equal_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    for name, some in (("a.zip", articles), ("b.zip", articles[::-1])):
        written(FORMAT, contents_of(archive, [article.id for article in some]), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_export_is_checked_and_says_what_it_lost(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    ids = tuple(article.id for article in articles)
    report = run_to_end(export(archive, FORMAT, Selection(ids), tmp_path / "html"))
    assert (report.articles, report.annotations) == (2, 6)
    assert "records" in {str(loss.what) for loss in report.losses}
    assert FORMAT.write is not None


def test_a_page_that_lost_a_word_is_no_export(
    archive: Archive, articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = writing.article_page
    monkeypatch.setattr(writing, "article_page", lambda *given: real(*given).replace("Загинуло", "Загинули"))
    with pytest.raises(ExportDiffers):
        run_to_end(export(archive, FORMAT, Selection(tuple(a.id for a in articles)), tmp_path / "html"))
    assert not (tmp_path / "html").exists()


def test_a_page_in_another_encoding_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes("Новина".encode("cp1251"))
    with pytest.raises(ArchivistError, match="UTF-8"):
        checked(tmp_path)


def test_progress_is_told_every_fifty_articles(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    for number in range(101):
        add_article(f"Новина {number}")
    assert FORMAT.write is not None
    assert [told.done for told in FORMAT.write(contents_of(archive), tmp_path / "html")] == [0, 50, 100]
