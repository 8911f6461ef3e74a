# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

Json = Callable[..., Any]


def test_new_makes_an_archive_with_the_default_codebook(run: Run, run_json: Json) -> None:
    run("new")
    kinds = {tag["kind"] for tag in run_json("tags")["tags"]}
    assert kinds == {"event", "actor", "figure", "date"}


def test_new_refuses_a_folder_that_is_not_empty(tmp_path: Path, run: Run) -> None:
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "letter.txt").write_text("mine")
    assert "not empty" in run("new", code=1).stderr


def test_a_command_without_an_archive_says_so(run: Run) -> None:
    assert "is not an Archivist archive" in run("list", code=1).stderr


def test_list_gives_the_promised_fields(flood: Path, run_json: Json, run: Run) -> None:
    run("import", flood, "--published", "2024-03")
    (article,) = run_json("list")["articles"]
    assert article.keys() == {"id", "title", "outlet", "published", "language", "annotations", "restriction"}
    assert (article["published"], article["annotations"]) == ("2024-03", 0)


def test_an_article_that_is_not_there_is_named(flood: Path, run: Run) -> None:
    assert "deadbeef" in run("show", "deadbeef", code=1).stderr


def test_stats_count_what_there_is(flood: Path, run: Run, run_json: Json) -> None:
    run("import", flood)
    stats = run_json("stats")
    assert (stats["articles"], stats["annotations"], stats["languages"]) == (1, 0, {"uk": 1})


def test_formats_lists_what_is_read_and_written(run_json: Json) -> None:
    formats = {entry["name"]: entry for entry in run_json("formats")["formats"]}
    assert (formats["bundle"]["in"], formats["bundle"]["out"]) == (True, True)
    assert formats["html"]["in"]
    assert all(entry.keys() >= {"name", "title", "in", "out", "extensions"} for entry in formats.values())


def test_verify_finds_a_changed_original(flood: Path, run: Run, run_json: Json, tmp_path: Path) -> None:
    run("import", flood)
    run("search", "греблю")
    assert run_json("verify") == {"findings": []}
    (original,) = (path for path in (tmp_path / "coverage" / "originals").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_text("changed")
    (finding,) = run_json("verify", code=1)["findings"]
    assert "changed" in finding["problem"]


@pytest.mark.parametrize("command", ["new", "import", "list", "show", "stats", "formats", "search", "tags", "annotate"])
def test_every_command_has_help(run: Run, command: str) -> None:
    assert "Usage:" in run(command, "--help").stdout
