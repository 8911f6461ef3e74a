# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped sample coverage as tests read it."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from archivist.text import canonical

_PARAGRAPHS = {"h1", "h2", "p"}


class _VisibleArticle(HTMLParser):
    """Collects the headings and paragraphs inside <article>, a line each."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._in_article = False
        self._in_paragraph = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._in_article |= tag == "article"
        if self._in_article and tag in _PARAGRAPHS:
            self._in_paragraph = True
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._in_article = False
        if tag in _PARAGRAPHS:
            self._in_paragraph = False

    def handle_data(self, data: str) -> None:
        if self._in_paragraph:
            self.lines[-1] += data


@pytest.fixture(scope="session")
def data_folder() -> Path:
    return Path(__file__).resolve().parents[2] / "data"


@pytest.fixture(scope="session")
def metadata(data_folder: Path) -> list[dict[str, str]]:
    """One entry an article, as articles.json lists them."""
    entries: list[dict[str, str]] = json.loads((data_folder / "articles.json").read_text("utf-8"))["articles"]
    return entries


@pytest.fixture(scope="session")
def sample_texts(data_folder: Path, metadata: list[dict[str, str]]) -> dict[str, str]:
    """The visible text of every article, by its file's name."""
    texts = {}
    for entry in metadata:
        raw = (data_folder / "articles" / entry["file"]).read_bytes().decode(entry["encoding"])
        text = canonical(raw)
        if entry["file"].endswith(".html"):
            page = _VisibleArticle()
            page.feed(text)
            text = "\n".join(page.lines)
        texts[entry["file"]] = text
    return texts


@pytest.fixture(scope="session")
def tags(data_folder: Path) -> list[dict[str, Any]]:
    """The tags of the default codebook."""
    found: list[dict[str, Any]] = json.loads((data_folder / "codebook.json").read_text("utf-8"))["tags"]
    return found
