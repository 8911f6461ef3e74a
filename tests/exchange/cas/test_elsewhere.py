# SPDX-License-Identifier: GPL-3.0-or-later
"""dkpro-cassis, which others wrote, opens what we write and sees the same words marked."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from archivist.exchange import Format, Selection, export
from archivist.exchange.cas import CAS_JSON, CAS_XMI
from archivist.exchange.items import ReadDocument
from archivist.store import Archive
from archivist.text import Utf16Map
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere
from tests.long_work import run_to_end


@pytest.mark.parametrize("format_", [CAS_XMI, CAS_JSON], ids=lambda format_: format_.name)
def test_the_same_words_are_marked(sample_with_posts: Archive, tmp_path: Path, format_: Format) -> None:
    ids = tuple(sample_with_posts.articles.ids(sample_with_posts.articles.rows()))
    run_to_end(export(sample_with_posts, format_, Selection(ids), tmp_path / "cas"))
    seen = read_elsewhere("cassis_reader", tmp_path / "cas")
    here = marked_here(sample_with_posts)
    assert seen.articles == len(ids) >= 1500
    assert here.total() >= 3400
    assert seen.annotations == here
    assert _read_here(format_, tmp_path / "cas") == here


def _read_here(format_: Format, path: Path) -> Counter[tuple[int, int, str, str]]:
    """The same as our own reader sees it."""
    assert format_.read
    marks: Counter[tuple[int, int, str, str]] = Counter()
    for item in format_.read(path):
        assert isinstance(item, ReadDocument)
        assert not item.problems
        places = Utf16Map(item.text or "")
        for mark in item.annotations:
            start, end = places.to_code_point(mark.start), places.to_code_point(mark.end)
            marks[start, end, (item.text or "")[start:end], mark.label] += 1
    return marks
