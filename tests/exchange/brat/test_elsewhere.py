# SPDX-License-Identifier: GPL-3.0-or-later
"""Our collections, opened with two readers that others wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from archivist.exchange.brat import FORMAT
from archivist.store import Archive
from tests.exchange.brought_back import contents_of, written
from tests.exchange.reading_elsewhere import marked_here, read_elsewhere


def as_brat_has_it(marks: Counter[tuple[int, int, str, str]]) -> Iterator[tuple[int, int, str, str]]:
    """The same without white space around, and with a space for each end of a line and the white space beside it."""
    for start, _, quote, label in marks.elements():
        lines, at = [], start
        for line in quote.split("\n"):
            if line.strip():
                first = at + len(line) - len(line.lstrip())
                lines.append((first, first + len(line.strip()), line.strip()))
            at += len(line) + 1
        yield lines[0][0], lines[-1][1], " ".join(words for _, _, words in lines), label


@pytest.mark.parametrize("reader", ["brat_bratly", "brat_pybrat"])
def test_others_read_the_same(sample_with_posts: Archive, tmp_path: Path, reader: str) -> None:
    written(FORMAT, contents_of(sample_with_posts), tmp_path / "out")
    seen = read_elsewhere(reader, tmp_path / "out")
    assert seen.articles == sample_with_posts.articles.count()
    expected = Counter(as_brat_has_it(marked_here(sample_with_posts)))
    assert seen.annotations == expected
    assert seen.annotations.total() == sample_with_posts.annotations.count()
