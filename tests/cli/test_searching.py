# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archivist.cli.searching import up_to_date
from archivist.errors import IndexFailed
from archivist.search import Search
from archivist.store import Archive
from tests.cli.conftest import Run


def test_an_index_that_is_deleted_while_it_is_asked_is_built_anew(flood: Path, run: Run, tmp_path: Path) -> None:
    run("import", flood)
    with Archive.open(tmp_path / "coverage", read_only=True) as archive, up_to_date(archive) as asker:
        assert asker.ask(lambda search: search.search("гребля").total) == 1
        shutil.rmtree(tmp_path / "home")
        assert asker.ask(lambda search: search.search("гребля").total) == 1


def test_an_index_that_cannot_be_healed_is_reported(flood: Path, tmp_path: Path) -> None:
    asked = []

    def fail(search: Search) -> None:
        asked.append(search)
        raise IndexFailed(tmp_path, "its disk is broken")

    with Archive.open(tmp_path / "coverage", read_only=True) as archive, up_to_date(archive) as asker:
        with pytest.raises(IndexFailed):
            asker.ask(fail)
        assert len(asked) == 2
