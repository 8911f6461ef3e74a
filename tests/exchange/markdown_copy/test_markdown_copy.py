# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from archivist.errors import FileDamaged
from archivist.exchange import Selection, export
from archivist.exchange.items import ReadDocument
from archivist.exchange.markdown_copy import FORMAT
from archivist.exchange.markdown_copy.escaping import escaped_line, unescaped
from archivist.exchange.markdown_copy.page import marked_text
from archivist.model import Article, ArticleDraft, Kind, Provenance, RecordDraft
from archivist.store import Archive
from tests.exchange.brought_back import contents_of, written
from tests.exchange.reading_elsewhere import marked_here
from tests.exchange.spans import TEXTS, marked_article, marked_texts
from tests.long_work import run_to_end

Add = Callable[..., Article]
HARD = (
    "# заголовок\n1. один\n2) два\n- три\n+ чотири\n* пʼять\n> цитата\n    код\n\tтабуляція\n```\nкод\n```\n~~~\n"
    "Назва\n===\n---\n***\n| а | б |\n|---|---|\n\n\n\n[а](б) ![в](г) [д]: е\n[^1]: ні\n<b>так</b> &amp; &#35; \\* "
    "__x__ "
    "$18 і $20$ ~~ні~~ http://example.org www.example.org а@б.example `код`\n  пробіли  \nкінець!\n: опис\n:::\n"
)
MARKS = re.compile(r"(?P<escaped>\\[^\n])|\]\[\^\d+\]|\[")


def file_of(archive: Archive, tmp_path: Path, article: str) -> str:
    written(FORMAT, contents_of(archive), tmp_path / "md")
    return (tmp_path / "md" / f"{article}.md").read_text(encoding="utf-8")


def checked(path: Path) -> list[ReadDocument]:
    assert FORMAT.check is not None
    return [item for item in FORMAT.check(path) if isinstance(item, ReadDocument)]


def rendered(markdown: str) -> str:
    """The text that a reader of this sees, with a newline for a break and an empty line between paragraphs."""
    parser = MarkdownIt("gfm-like", {"linkify": False})
    paragraphs = []
    for token in parser.parse(markdown):
        assert token.type in ("paragraph_open", "paragraph_close", "inline"), token
        if token.type == "inline":
            paragraphs.append("".join(map(_shown, token.children or ())))
    return "\n\n".join(paragraphs)


def _shown(token: Token) -> str:
    assert token.type in ("text", "text_special", "hardbreak"), token
    return "\n" if token.type == "hardbreak" else token.content


@pytest.mark.parametrize(
    "text",
    [
        HARD,
        *HARD.split("\n"),
        "а\n\nб",
        "а\n\n\nб",
        "\n\nа",
        "а\n",
        "а\n\n",
        "a\n---\n===",
        "1986\\. Рік",
        "12) а",
        "C#",
    ],
)
def test_any_text_renders_as_itself(text: str) -> None:
    if text.strip():
        assert rendered(marked_text(text, ())) == text


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_drawn_texts_render_as_themselves(text: str) -> None:
    assume(text.isprintable() or not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", text))  # of these it makes others
    assert rendered(marked_text(text, ())) == text


@given(TEXTS)
def test_what_is_escaped_is_unescaped(text: str) -> None:
    for line in text.split("\n"):
        assert unescaped(escaped_line(line)) == line


def test_brackets_stand_around_the_words(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("один два три чотири! пʼять (шість)")
    tag = archive.tags.all()[0].id
    for quote in ("один два три", "три чотири", "чотири", "пʼять"):
        archive.annotations.add_quote(article.id, quote, tag)
    text = file_of(archive, tmp_path, article.id).split("\n\n---\n\n")[1]
    assert text == "[один два [три][^2]][^1][ [чотири][^3]][^2]! [пʼять][^4] (шість)"


def test_signs_beside_brackets_make_no_links_and_pictures(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("увага!слово(так) і інше:тут")
    tag = archive.tags.all()[0].id
    for quote in ("слово", "інше"):
        archive.annotations.add_quote(article.id, quote, tag)
    text = file_of(archive, tmp_path, article.id).split("\n\n---\n\n")[1]
    assert text == "увага\\![слово][^1]\\(так) і [інше][^2]\\:тут"
    assert rendered(text) == "увага![слово][^1](так) і [інше][^2]:тут"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked_texts())
def test_any_text_and_any_spans_are_read_back(
    archive: Archive, tmp_path_factory: pytest.TempPathFactory, drawn: tuple[str, list[tuple[int, int]]]
) -> None:
    article = marked_article(archive, *drawn)
    path = tmp_path_factory.mktemp("any") / "md"
    contents = contents_of(archive, [article])
    written(FORMAT, contents, path)
    (document,) = checked(path)
    (handed,) = contents.articles()
    assert document.text == handed.text
    assert [(m.start, m.end, m.label) for m in document.annotations] == [
        (m.start, m.end, m.tag.name) for m in handed.annotations
    ]


def test_the_sample_renders_as_its_texts(sample_with_posts: Archive, tmp_path: Path) -> None:
    """markdown-it knows no footnotes, so the marks are taken out before, each as often as it was opened."""
    contents = contents_of(sample_with_posts)
    written(FORMAT, contents, tmp_path / "md")
    found = 0
    for handed in contents.articles():
        body = (tmp_path / "md" / f"{handed.article.id}.md").read_text(encoding="utf-8").split("\n\n---\n\n")[1]
        marks = [match[0] for match in MARKS.finditer(body) if not match["escaped"]]
        assert marks.count("[") * 2 == len(marks)
        assert {mark for mark in marks if mark != "["} == {f"][^{n + 1}]" for n in range(len(handed.annotations))}
        assert rendered(MARKS.sub(lambda match: match["escaped"] or "", body)) == handed.text
        found += len(handed.annotations)
    assert found == sum(marked_here(sample_with_posts).values())


def test_every_annotation_is_read_back(sample_with_posts: Archive, tmp_path: Path) -> None:
    ids = tuple(sample_with_posts.articles.ids(sample_with_posts.articles.rows()))
    report = run_to_end(export(sample_with_posts, FORMAT, Selection(ids), tmp_path / "md.zip"))
    assert report.annotations == sum(marked_here(sample_with_posts).values())


def test_notes_tell_what_is_said(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    hard = next(article for article in articles if article.outlet)
    record = archive.records.add(RecordDraft(Kind.ACTOR, "*Міністерство*"))
    ministry = next(m for m in archive.annotations.of_article(hard.id) if m.tag.kind is Kind.ACTOR and not m.record)
    archive.records.link([ministry.id], record.id)
    written_file = file_of(archive, tmp_path, hard.id)
    for words in (
        "- **Outlet:** \\=Вісник", "- **Published:** 2022-01\\~", f"- **Article:** {hard.id}", "(Olena, ", "replaces",
        "**killed** (figure): “18”", "about 18 осіб (людей) · as of 2022-01-06", "\\-2 рядки\\\n    другий",
        "→ \\*Міністерство\\*",
    ):  # fmt: skip
        assert words in written_file


def test_hostile_titles_stay_titles(archive: Archive, tmp_path: Path) -> None:
    draft = ArticleDraft(title="<script>alert(1)</script> [а](javascript:б) #", body="Текст", url="javascript:alert(1)")
    article = archive.articles.add(draft, b"x", "text/plain").article
    tokens = MarkdownIt("commonmark").parse(file_of(archive, tmp_path, article))
    assert tokens[1].content.startswith("\\<script\\>")
    inline = [child for token in tokens for child in token.children or ()]
    assert not {"html_inline", "link_open", "image"} & {child.type for child in inline}
    assert "".join(child.content for child in tokens[1].children or ()) == draft.title


def test_an_address_of_the_web_is_a_link(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Новина", url="https://example.org/a_b_c?d=1&e=2")
    tokens = MarkdownIt("commonmark").parse(file_of(archive, tmp_path, article.id))
    links = [child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"]
    assert links == ["https://example.org/a_b_c?d=1&e=2"]


def test_words_that_are_gone_are_listed(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article("Загинуло 18 людей")
    archive.annotations.add_quote(article.id, "18", archive.tags.all()[0].id)
    archive.articles.revise(article.id, "Ніхто не загинув", Provenance("pasted", "paste", "1", None))
    written_file = file_of(archive, tmp_path, article.id)
    assert "no longer in the text" in written_file
    assert checked(tmp_path / "md")[0].annotations == ()


def test_equal_articles_give_equal_bytes(archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    for name, some in (("a.zip", articles), ("b.zip", articles[::-1])):
        written(FORMAT, contents_of(archive, [article.id for article in some]), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize("raw", ["Новина".encode("cp1251"), "без меж".encode(), b""])
def test_a_file_that_was_not_written_so_is_damaged(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.md").write_bytes(raw)
    with pytest.raises(FileDamaged):
        checked(tmp_path)
