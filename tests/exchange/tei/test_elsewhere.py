# SPDX-License-Identifier: GPL-3.0-or-later
"""What we write, as programs of others read it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from archivist.exchange.tei import FORMAT
from archivist.model import Article, Provenance
from archivist.store import Archive
from tests.exchange.brought_back import contents_of, written
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere


def complaints_of_jing(schema: Path, folder: Path) -> list[str]:
    jing = shutil.which("jing")
    if jing is None:
        if os.environ.get("ARCHIVIST_READERS_REQUIRED"):
            pytest.fail("jing is not installed; see `make readers`")
        pytest.skip("jing is not installed: make readers")
    files = sorted(map(str, folder.glob("*.xml")))
    assert files
    ended = subprocess.run([jing, str(schema), *files], capture_output=True, text=True, check=False)
    return [line for line in ended.stdout.splitlines() if "Unable to locate" not in line]


def test_lxml_finds_every_annotation_on_its_words(sample_with_posts: Archive, tmp_path: Path) -> None:
    assert written(FORMAT, contents_of(sample_with_posts), tmp_path / "tei") == []
    seen = read_elsewhere("tei_lxml", tmp_path / "tei")
    assert seen.annotations == marked_here(sample_with_posts)
    assert seen.articles == sample_with_posts.articles.count()


def test_the_files_of_the_sample_are_valid(sample_with_posts: Archive, cases: Path, tmp_path: Path) -> None:
    written(FORMAT, contents_of(sample_with_posts), tmp_path / "tei")
    assert complaints_of_jing(cases / "tei" / "tei_all.rng", tmp_path / "tei") == []


def test_files_with_all_that_there_is_are_valid(
    archive: Archive, articles: list[Article], cases: Path, tmp_path: Path
) -> None:
    hard = next(article for article in articles if article.outlet)
    mark = archive.annotations.of_article(hard.id)[0]
    odd = {"list": ["а", 1.5, None, True, {"q": "\x01"}], "будь яка назва": " два  пробіли "}
    archive.annotations.update(mark.id, attributes={**mark.attributes, **odd}, note="рядок \x07\nдругий")
    archive.articles.revise(
        articles[0].id, f"{articles[0].title} \x02 інакше", Provenance("pasted", "paste", "1", None)
    )
    written(FORMAT, contents_of(archive), tmp_path / "tei")
    assert complaints_of_jing(cases / "tei" / "tei_all.rng", tmp_path / "tei") == []
