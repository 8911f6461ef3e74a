# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles as pages, ID.html, and index.html that lists them."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from html import escape
from pathlib import Path

from archivist.exchange.files.packages import new_package
from archivist.exchange.html_copy.page import article_page, page
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.model import Loss, Progress

INDEX = "index.html"
_AT_ONCE = 50  # articles between two reports of progress


def write(contents: Contents, path: Path) -> Generator[Progress, None, Iterable[Loss]]:
    """Write a folder or a zip file."""
    rows: list[tuple[str, str]] = []
    with new_package(path) as add:
        for number, handed in enumerate(contents.articles()):
            if number % _AT_ONCE == 0:
                yield Progress(number, len(contents), handed.article.title)
            add(f"{handed.article.id}.html", article_page(handed, contents).encode())
            rows.append((f"{handed.article.published or '9999'} {handed.article.id}", _row(handed)))
        add(INDEX, _index([row for _, row in sorted(rows)]).encode())
    return ()


def _row(handed: HandedArticle) -> str:
    article = handed.article
    cells = (
        f'<a href="{article.id}.html" dir="auto">{escape(article.title or article.id)}</a>',
        f"<bdi>{escape(article.outlet)}</bdi>",
        escape(article.published),
        str(len(handed.annotations)),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _index(rows: list[str]) -> str:
    heads = "".join(f"<th>{name}</th>" for name in ("Article", "Outlet", "Published", "Annotations"))
    title = f"{len(rows)} articles" if len(rows) != 1 else "1 article"
    table = [f"<table><thead><tr>{heads}</tr></thead><tbody>", *rows, "</tbody></table>"]
    return page(title, [f"<h1>{title}</h1>", *table])
