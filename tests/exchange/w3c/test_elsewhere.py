# SPDX-License-Identifier: GPL-3.0-or-later
"""What we write, as programs of others read it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.exchange.w3c import FORMAT
from archivist.store import Archive
from tests.exchange.reading_elsewhere import marked_here, python_of_readers, read_elsewhere
from tests.long_work import run_to_end


@pytest.fixture
def written(sample_with_posts: Archive, tmp_path: Path) -> Path:
    ids = tuple(sample_with_posts.articles.ids(sample_with_posts.articles.rows()))
    assert FORMAT.write is not None
    run_to_end(FORMAT.write(Contents(sample_with_posts, Selection(ids)), tmp_path / "all.jsonld"))
    (tmp_path / "texts").mkdir()
    for id_ in ids:
        (tmp_path / "texts" / f"{id_}.txt").write_bytes(sample_with_posts.articles.revision(id_).body.encode())
    return tmp_path / "all.jsonld"


def test_pyld_finds_every_annotation_on_its_words(written: Path, sample_with_posts: Archive, cases: Path) -> None:
    context = cases / "web-annotation" / "anno.jsonld"
    seen = read_elsewhere("read_w3c", written, str(context), str(written.with_name("texts")))
    assert seen.annotations == marked_here(sample_with_posts)
    assert seen.articles == sample_with_posts.articles.count()


@pytest.mark.timeout(900)  # dozens of schemas for each of thousands of annotations
def test_every_annotation_meets_the_musts_of_the_recommendation(written: Path, cases: Path) -> None:
    checker = cases / "web-annotation" / "w3c_musts.py"
    ended = subprocess.run(
        [python_of_readers(), checker, written], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert ended.returncode == 0, ended.stdout
    assert "OK" in ended.stdout
