# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lxml import etree

from archivist.exchange import export_bundle
from archivist.model import Article
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]

RECORD = "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
DC = "{http://purl.org/dc/elements/1.1/}"


def records(bundle: Path) -> list[list[tuple[str, str]]]:
    root = etree.fromstring((bundle / "data" / "dublin-core.xml").read_bytes())
    assert [record.tag for record in root] == [RECORD] * len(root)
    return [[(field.tag.removeprefix(DC), field.text) for field in record] for record in root]


def test_every_article_has_a_record(bundle: Path, articles: list[Article]) -> None:
    found = records(bundle)
    assert [("identifier", f"urn:uuid:{article.id}") in record for article, record in zip(articles, found, strict=True)]
    assert [dict(record)["title"] for record in found] == [article.title for article in articles]


def test_it_says_what_is_known_and_nothing_else(archive: Archive, add_article: Add, tmp_path: Path) -> None:
    article = add_article(
        "Страйк", outlet="Вісник <&>", byline="О. К.", section="Світ", published="2022-01~", language="uk",
        url="https://example.org/?a=1&b=2",
    )  # fmt: skip
    archive.collections.add("Січень")
    archive.collections.put_in("Січень", [article.id])
    bare = add_article("Друга")
    run_to_end(export_bundle(archive, [article.id, bare.id], tmp_path / "bundle"))
    found = {dict(record)["title"]: record for record in records(tmp_path / "bundle")}
    assert found["Страйк"] == [
        ("title", "Страйк"),
        ("creator", "О. К."),
        ("publisher", "Вісник <&>"),
        ("subject", "Світ"),
        ("date", "2022-01~"),
        ("type", "Text"),
        ("format", "text/plain"),
        ("identifier", f"urn:uuid:{article.id}"),
        ("identifier", "https://example.org/?a=1&b=2"),
        ("language", "uk"),
        ("relation", "Січень"),
    ]
    assert ("identifier", f"urn:uuid:{bare.id}") in found["Друга"]
    assert {name for name, _ in found["Друга"]} <= {"title", "type", "format", "identifier", "language"}
