# SPDX-License-Identifier: GPL-3.0-or-later
"""import of somebody else's bundle: what would come of it, and what becomes of what differs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.store import Archive
from tests.cli.conftest import Run

Json = Callable[..., Any]


@pytest.fixture
def bundle(flood: Path, run: Run, run_json: Json, tmp_path: Path) -> Path:
    """A bundle of the archive, in which “18” has another note than in the archive now."""
    [article] = run_json("import", flood)["files"][0]["articles"]
    run("annotate", article, "--quote", "18", "--tag", "killed", "--note", "theirs")
    run("export", "--format", "bundle", "--out", tmp_path / "handed.zip")
    with Archive.open(tmp_path / "coverage") as archive:
        [mark] = archive.annotations.of_article(article)
        archive.annotations.update(mark.id, note="ours")
    return tmp_path / "handed.zip"


def notes(run_json: Json) -> list[str]:
    [article] = run_json("list")["articles"]
    return sorted(mark["note"] for mark in run_json("show", article["id"])["annotations"])


def test_a_preview_tells_both_sides_and_writes_nothing(bundle: Path, run: Run, run_json: Json) -> None:
    ahead = run_json("import", "--preview", bundle)
    [file] = ahead["files"]
    assert (ahead["imported"], ahead["duplicate"], ahead["warning"]) == (0, 1, 1)  # all of it is here, and one differs
    assert (file["format"], file["status"], file["articles"], file["annotations"]) == ("bundle", "warning", 1, 1)
    merge = file["merge"]
    assert (merge["annotations"]["conflict"], merge["articles"]["unchanged"]) == (1, 1)
    [conflict] = merge["conflicts"]
    assert (conflict["what"], conflict["name"]) == ("annotation", "18")
    assert conflict["fields"] == {"note": {"ours": "ours", "theirs": "theirs"}}
    assert notes(run_json) == ["ours"]
    said = run("import", "--preview", bundle).stdout
    assert "conflict: annotation “18” differs in note; ours is kept" in said
    assert "note: ours ours" in said
    assert "theirs theirs" in said
    assert "Nothing was written." in said


@pytest.mark.parametrize(
    ("arguments", "outcome", "wanted"),
    [
        ((), "conflict", ["ours"]),
        (("--conflicts", "ours"), "conflict", ["ours"]),
        (("--conflicts", "theirs"), "replaced", ["theirs"]),
        (("--conflicts", "both"), "both", ["ours", "theirs"]),
    ],
)
def test_what_is_decided_is_done(
    bundle: Path, run_json: Json, arguments: tuple[str, ...], outcome: str, wanted: list[str]
) -> None:
    [file] = run_json("import", "--preview", bundle, *arguments)["files"]
    assert file["merge"]["annotations"][outcome] == 1
    assert [conflict["outcome"] for conflict in file["merge"]["conflicts"]] == [outcome]
    assert notes(run_json) == ["ours"]
    run_json("import", bundle, *arguments)
    assert notes(run_json) == wanted


def test_decisions_are_for_bundles(flood: Path, run: Run) -> None:
    assert "--conflicts is for bundles" in run("import", flood, "--conflicts", "theirs", code=2).stderr
    assert "--resume" in run("import", "--resume", "--conflicts", "both", code=2).stderr


def test_a_preview_of_a_damaged_bundle_says_what_is_wrong(bundle: Path, run_json: Json) -> None:
    bundle.write_bytes(bundle.read_bytes()[:-200])
    [file] = run_json("import", "--preview", "--as", "bundle", bundle, code=1)["files"]
    assert file["status"] == "refused"
    assert "only a part of one" in file["reason"]
