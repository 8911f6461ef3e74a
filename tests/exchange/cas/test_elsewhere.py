# SPDX-License-Identifier: GPL-3.0-or-later
"""dkpro-cassis, which others wrote, opens what we write and sees the same words marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from archivist.exchange import Format, Selection, export
from archivist.exchange.cas import CAS_JSON, CAS_XMI
from archivist.store import Archive
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
