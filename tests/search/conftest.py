# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive with an index, and the shortest way to ask it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from archivist.search import Search, update
from archivist.search.index import Index
from archivist.store import Archive
from tests.long_work import run_to_end


@pytest.fixture
def index(archive: Archive) -> Index:
    """The index of the archive, which is not built yet."""
    return Index(archive)


@pytest.fixture
def engine(archive: Archive) -> Iterator[Search]:
    with Search(archive) as engine:
        yield engine


@pytest.fixture
def find(archive: Archive, engine: Search) -> Callable[..., list[str]]:
    """Brings the index up to date and answers with the titles that a query finds, in their order."""

    def find(query: str, **options: object) -> list[str]:
        run_to_end(update(archive))
        return [hit.title for hit in engine.search(query, **options).hits]

    return find
