# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import hashlib
from typing import Any

import pytest

from archivist.model import ArticleDraft
from archivist.store import Archive


def test_the_original_of_many_articles_is_hashed_once(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    raw, hashed, sha256 = b"text\na\nb\nc\n", list[bytes](), hashlib.sha256

    def counting(data: bytes = b"", **options: Any) -> Any:
        hashed.append(data)
        return sha256(data, **options)

    monkeypatch.setattr(hashlib, "sha256", counting)
    with archive.action("Import"):
        for row in "abc":
            archive.articles.add(ArticleDraft(row, row), raw, "text/csv", part=row)
        archive.articles.add(ArticleDraft("d", "d"), b"other", "text/csv")
        archive.articles.add(ArticleDraft("e", "e"), raw, "text/csv", part="e")
    assert hashed.count(raw) == 2
    originals = [archive.articles.at_rows(archive.articles.rows("imported"))[number].original for number in range(5)]
    assert len({original.sha256 for original in originals if original}) == 2
