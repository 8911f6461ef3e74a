# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archivist.cli import archivist
from tests.cli.conftest import Run

Json = Callable[..., Any]


@pytest.fixture
def article(flood: Path, run: Run, run_json: Json) -> str:
    article: str = run_json("import", flood)["files"][0]["articles"][0]
    run("annotate", article, "--quote", "18 людей", "--tag", "killed", "--set", "value=18")
    return article


@pytest.mark.parametrize("name", ["bundle", "bundle.zip"])
def test_a_bundle_goes_into_another_archive_and_comes_out_the_same(
    article: str, run_json: Json, tmp_path: Path, name: str
) -> None:
    report = run_json("export", "--format", "bundle", "--out", tmp_path / name)
    assert (report["articles"], report["annotations"], report["losses"]) == (1, 1, [])

    def other(*words: str | Path) -> Any:
        result = CliRunner().invoke(archivist, ["--archive", str(tmp_path / "other"), *map(str, words), "--json"])
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    other("new")
    file = other("import", tmp_path / name)["files"][0]
    assert (file["status"], file["articles"], file["annotations"]) == ("imported", [article], 1)
    assert other("show", article)["annotations"] == run_json("show", article)["annotations"]
    assert other("import", tmp_path / name)["files"][0]["status"] == "duplicate"


def test_a_query_chooses_what_is_exported(article: str, run: Run, run_json: Json, tmp_path: Path) -> None:
    assert run_json("export", "--out", tmp_path / "a", "--query", "гребля")["articles"] == 1
    assert "No article was found" in run("export", "--out", tmp_path / "b", "--query", "дракон", code=1).stderr
    assert not (tmp_path / "b").exists()


def test_nothing_is_written_over(article: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    assert "already exists" in run("export", "--out", tmp_path / "taken", code=1).stderr


def test_an_unknown_format_is_refused(article: str, run: Run, tmp_path: Path) -> None:
    assert "bundle" in run("export", "--format", "papyrus", "--out", tmp_path / "x", code=2).stderr


def test_a_changed_bundle_is_refused_and_changes_nothing(
    article: str, run: Run, run_json: Json, tmp_path: Path
) -> None:
    run("export", "--out", tmp_path / "bundle")
    before = run_json("show", article)
    path = tmp_path / "bundle" / "data" / "articles" / f"{article}.txt"
    path.write_text("changed", encoding="utf-8")
    (file,) = run_json("import", tmp_path / "bundle", code=1)["files"]
    assert file["status"] == "refused"
    assert file["reason"]
    assert run_json("show", article) == before
