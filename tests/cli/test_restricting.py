# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

Json = Callable[..., Any]
EMBARGO = {"kind": "embargo", "until": "2030-01-31", "reason": "на прохання джерела"}


@pytest.fixture
def article(flood: Path, run_json: Json) -> str:
    article: str = run_json("import", flood)["files"][0]["articles"][0]
    return article


def test_an_embargo_is_set_shown_and_lifted(article: str, run: Run, run_json: Json) -> None:
    words = ("restrict", article[:8], "--embargo", "--until", "2030-01", "--reason", "на прохання джерела")
    (restricted,) = run_json(*words)["articles"]
    assert restricted == run_json("list")["articles"][0]
    assert restricted["restriction"] == run_json("show", article)["restriction"] == EMBARGO
    told = "embargo until 2030-01-31 (на прохання джерела)"
    assert f"restricted: {told}\n" in run("show", article).stdout
    assert told in run("list").stdout
    assert "metadata modification" in run("provenance", article).stdout
    assert run("restrict", article, "--lift").stdout.endswith("not restricted\n")
    assert run_json("show", article)["restriction"] is None


def test_what_contradicts_itself_is_a_mistake(article: str, run: Run, run_json: Json) -> None:
    for words in (
        (),
        ("--lift", "--embargo"),
        ("--lift", "--reason", "x"),
        ("--lift", "--until", "2030"),
        ("--redacted", "--until", "2030"),
        ("--embargo", "--until", "soon"),
    ):
        run("restrict", article, *words, code=2)
    run("restrict", "deadbeef", "--redacted", code=1)
    run("restrict", "--redacted", code=2)
    assert run_json("show", article)["restriction"] is None


def test_an_export_leaves_it_out_unless_it_is_asked_for(article: str, run: Run, run_json: Json, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Інша новина\n\nТекст.", encoding="utf-8")
    run("import", other)
    run("restrict", article, "--redacted", "--reason", "імена")
    report = run_json("export", "--out", tmp_path / "without")
    assert (report["articles"], [loss["what"] for loss in report["losses"]]) == (1, ["restricted articles"])
    assert "restricted articles (1)" in run("export", "--out", tmp_path / "words").stdout
    assert (tmp_path / "without.losses.txt").is_file()
    assert run_json("export", "--restricted", "--out", tmp_path / "with")["articles"] == 2
    assert "--restricted" not in run("export", "--article", article, "--out", tmp_path / "only", code=1).stdout
    assert not (tmp_path / "only").exists()


def test_an_embargo_that_is_over_holds_nothing_back(article: str, run: Run, run_json: Json, tmp_path: Path) -> None:
    run("restrict", article, "--embargo", "--until", "2001")
    assert run_json("export", "--out", tmp_path / "out")["articles"] == 1
