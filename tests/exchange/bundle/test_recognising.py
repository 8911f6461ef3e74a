# SPDX-License-Identifier: GPL-3.0-or-later
"""A bundle is known also where only its beginning is left."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from archivist.errors import BundleRefused
from archivist.exchange import Selection, export_bundle, import_bundle, is_bundle
from archivist.exchange.incoming.conflicts import KEEP_OURS
from archivist.model import Article
from archivist.store import Archive
from tests.long_work import run_to_end


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_a_bundle_that_breaks_off_is_refused_as_one(
    archive: Archive, articles: list[Article], tmp_path: Path, share: float
) -> None:
    whole, path = tmp_path / "whole.zip", tmp_path / "broken.zip"
    run_to_end(export_bundle(archive, Selection(tuple(article.id for article in articles)), whole))
    assert is_bundle(whole)
    path.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * share)])
    assert is_bundle(path)
    with pytest.raises(BundleRefused, match=r"broken\.zip"):
        run_to_end(import_bundle(archive, path, KEEP_OURS))


def test_other_files_that_break_off_are_none(tmp_path: Path) -> None:
    path = tmp_path / "texts.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("data/bundle.json.txt", "слово")
        file.writestr("data/a.txt", "слово" * 100)
    path.write_bytes(path.read_bytes()[:-40])
    assert not is_bundle(path)
    assert not is_bundle(tmp_path / "none.zip")
    (tmp_path / "a.txt").write_text("data/bundle.json", encoding="utf-8")
    assert not is_bundle(tmp_path / "a.txt")
