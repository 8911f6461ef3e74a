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

_PARTS = 4  # so that several processes of the tests share what takes minutes


def write(archive: Archive, ids: tuple[str, ...], to: Path) -> Path:
    assert FORMAT.write is not None
    run_to_end(FORMAT.write(Contents(archive, Selection(ids)), to))
    return to


def ids_of(archive: Archive) -> tuple[str, ...]:
    return tuple(archive.articles.ids(archive.articles.rows()))


def test_pyld_finds_every_annotation_on_its_words(sample_with_posts: Archive, cases: Path, tmp_path: Path) -> None:
    ids = ids_of(sample_with_posts)
    written = write(sample_with_posts, ids, tmp_path / "all.jsonld")
    (tmp_path / "texts").mkdir()
    for id_ in ids:
        (tmp_path / "texts" / f"{id_}.txt").write_bytes(sample_with_posts.articles.revision(id_).body.encode())
    context = cases / "web-annotation" / "anno.jsonld"
    seen = read_elsewhere("read_w3c", written, str(context), str(tmp_path / "texts"))
    assert seen.annotations == marked_here(sample_with_posts)
    assert seen.articles == sample_with_posts.articles.count()


@pytest.mark.timeout(900)  # dozens of schemas for each of thousands of annotations
@pytest.mark.parametrize("part", range(_PARTS))
def test_every_annotation_meets_the_musts_of_the_recommendation(
    sample_with_posts: Archive, cases: Path, tmp_path: Path, part: int
) -> None:
    written = write(sample_with_posts, ids_of(sample_with_posts)[part::_PARTS], tmp_path / "part.jsonld")
    checker = cases / "web-annotation" / "w3c_musts.py"
    ended = subprocess.run(
        [python_of_readers(), checker, written], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert ended.returncode == 0, ended.stdout
    assert "OK" in ended.stdout
