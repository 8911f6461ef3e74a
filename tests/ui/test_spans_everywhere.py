# SPDX-License-Identifier: GPL-3.0-or-later
"""A span is on the same characters in the store, in the reader and in a bundle that came back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from archivist.exchange import export_bundle, import_bundle
from archivist.model import Annotation, ArticleDraft
from archivist.store import Archive
from archivist.text import Utf16Map, canonical, whole_graphemes
from archivist.ui.reader.view import ArticleView
from tests.long_work import run_to_end

Post = dict[str, Any]


@pytest.fixture(scope="module")
def posts(cases: Path) -> list[Post]:
    lines = (cases / "unlp2025-spans" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _import(archive: Archive, posts: list[Post]) -> dict[str, str]:
    """Import posts with their spans; returns the article's id by the post's."""
    tag = archive.tags.named("strike").id
    articles = {}
    with archive.action("Import posts", bulk=True):
        for post in posts:
            body = canonical(post["text"], compose=False)
            draft = ArticleDraft(body.split("\n", 1)[0], body, language=post["lang"])
            raw = json.dumps(post, ensure_ascii=False).encode()
            articles[post["id"]] = archive.articles.add(draft, raw, "application/json").article
            for start, end in post["spans"] or ():
                archive.annotations.add(
                    articles[post["id"]], start, end, tag, quote=post["text"][start:end], cut_characters=True
                )
    return articles


def _spans(archive: Archive, article: str) -> list[tuple[int, int, str]]:
    found: list[Annotation] = archive.annotations.of_article(article)
    assert {mark.status for mark in found} <= {"anchored"}
    return sorted((mark.start, mark.end, mark.quote) for mark in found)


def _in_reader(view: ArticleView, text: str, start: int, end: int) -> str:
    """What Qt selects between the positions that the span has for it."""
    positions = Utf16Map(text)
    cursor = QTextCursor(view.document())
    cursor.setPosition(positions.to_utf16(start))
    cursor.setPosition(positions.to_utf16(end), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    if (start, end) != whole_graphemes(text, start, end):  # a person selects whole characters only
        return cursor.selectedText().replace("\u2029", "\n")
    assert view.selection() == (start, end)
    return view.createMimeDataFromSelection().text()


def test_every_span_of_every_real_post(archive: Archive, posts: list[Post], qtbot: QtBot, tmp_path: Path) -> None:
    articles = _import(archive, posts)
    run_to_end(export_bundle(archive, list(articles.values()), tmp_path / "posts.zip"))
    view = ArticleView()
    qtbot.addWidget(view)
    checked, mismatches = 0, []
    with Archive.create(tmp_path / "other") as other:
        run_to_end(import_bundle(other, tmp_path / "posts.zip"))
        for post in posts:
            text, article = post["text"], articles[post["id"]]
            wanted = sorted((start, end, text[start:end]) for start, end in post["spans"] or ())
            view.show_article(archive.articles.revision(article).body, archive.annotations.of_article(article))
            in_reader = sorted((start, end, _in_reader(view, text, start, end)) for start, end, _ in wanted)
            places = {
                "store": _spans(archive, article),
                "reader": in_reader,
                "bundle": _spans(other, article),
            }
            mismatches += [(post["id"], place) for place, spans in places.items() if spans != wanted]
            assert other.articles.revision(article).body == text
            checked += len(wanted)
    print(f"{len(posts)} posts, {checked} spans checked, mismatches {len(mismatches)}")  # noqa: T201 - the figure
    assert mismatches == []
    assert checked > 3000
