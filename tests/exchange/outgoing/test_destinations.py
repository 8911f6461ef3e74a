# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import InvalidValue
from archivist.exchange import Selection, export, format_to_write, formats
from archivist.exchange.outgoing.destinations import check_destination
from archivist.model import Article
from archivist.store import Archive
from tests.long_work import run_to_end


@pytest.mark.parametrize(
    ("name", "wrong", "told"),
    [
        ("doccano", "news.zip", "a name that ends in .jsonl"),
        ("cas-xmi", "news.xmi", "a folder or a name that ends in .zip"),
        ("refi-qda", "news.qdc", "a name that ends in .qdpx"),
        ("brat", "news.txt", "a folder"),
    ],
)
def test_a_name_of_something_else_is_refused(name: str, wrong: str, told: str) -> None:
    with pytest.raises(InvalidValue, match=told):
        check_destination(format_to_write(name), Path(wrong), 1)


@pytest.mark.parametrize("name", [format_.name for format_ in formats() if format_.writes])
def test_the_names_that_a_format_says_are_taken(name: str) -> None:
    format_ = format_to_write(name)
    for extension in format_.outgoing:
        check_destination(format_, Path(f"news{extension}"), 7)
    check_destination(format_, Path("news-2026.11"), 7)


@pytest.mark.parametrize("name", [format_.name for format_ in formats() if format_.one_article])
def test_one_article_can_be_one_file(name: str, archive: Archive, articles: list[Article], tmp_path: Path) -> None:
    format_ = format_to_write(name)
    path = tmp_path / f"one{format_.one_article}"
    run_to_end(export(archive, format_, Selection((articles[0].id,)), path))
    assert path.is_file()
    two = tmp_path / f"two{format_.one_article}"
    with pytest.raises(InvalidValue, match="each of the 2 articles"):
        run_to_end(export(archive, format_, Selection(tuple(article.id for article in articles)), two))
    assert not two.exists()
