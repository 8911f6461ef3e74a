# SPDX-License-Identifier: GPL-3.0-or-later
"""The first articles by date, whatever share of all is found."""

from __future__ import annotations

import numpy as np
import pytest

from archivist.search import update
from archivist.search.columns import FollowedColumns
from archivist.search.index import Index
from archivist.search.ordering import Orders
from archivist.search.snapshot import Snapshot
from tests.long_work import run_to_end


@pytest.fixture
def by_date(archive, add_article):
    """The orders of a hundred articles, the later imported the earlier published, with their snapshot."""
    for number in range(100):
        add_article(f"Стаття {number}", published=f"{2000 - number}")
    run_to_end(update(archive))
    index = Index(archive)
    return Orders(FollowedColumns(archive)), Snapshot(index.folder, index.manifest())


@pytest.mark.parametrize("found", [[], [99], [0, 50, 99], [*range(0, 100, 7)], [*range(100)]])
@pytest.mark.parametrize("most", [0, 1, 5, 200, None])
def test_the_first_are_those_of_all_in_order(by_date, found, most):
    orders, snapshot = by_date
    mask = np.zeros(snapshot.size, bool)
    mask[found] = True
    first = orders.first("date", snapshot, mask, most)
    assert first.total == len(found)
    assert first.rows.tolist() == sorted(snapshot.rows[mask].tolist())[:most]
    assert len(first.scores) == len(first.rows)
