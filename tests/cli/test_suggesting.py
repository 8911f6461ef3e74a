# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.store import Archive
from tests.cli.conftest import Run

Json = Callable[..., Any]


@pytest.fixture
def article(flood: Path, run_json: Json) -> str:
    article: str = run_json("import", flood)["files"][0]["articles"][0]
    return article


def kinds_of(answer: Any) -> set[str]:
    return {each["kind"] for article in answer["articles"] for each in article["suggestions"]}


def test_suggestions_are_told_and_nothing_is_annotated(article: str, run_json: Json, tmp_path: Path) -> None:
    answer = run_json("suggest", article[:8])
    (entry,) = answer["articles"]
    assert entry["id"] == article
    body = run_json("show", article)["body"]
    figures = {each["quote"]: each for each in entry["suggestions"] if each["kind"] == "figure"}
    killed = figures["Щонайменше 18 людей"]
    assert killed["attributes"]["value"] == 18
    assert killed["attributes"]["approximation"] == "at_least"
    assert all(body[each["start"] : each["end"]] == each["quote"] for each in entry["suggestions"])
    assert set(killed) >= {"start", "end", "quote", "kind", "attributes", "record", "confidence"}
    assert "accepted" not in answer
    with Archive.open(tmp_path / "coverage", read_only=True) as archive:
        assert archive.annotations.count() == 0


def test_one_kind_can_be_asked_for(article: str, run_json: Json) -> None:
    assert kinds_of(run_json("suggest", article, "--kind", "figure")) == {"figure"}
    assert kinds_of(run_json("suggest", article, "--kind", "figure", "--kind", "actor")) == {"figure", "actor"}


def test_accepting_annotates_all_in_one_step(article: str, run_json: Json, tmp_path: Path) -> None:
    answer = run_json("suggest", article, "--accept")
    offered = sum(len(entry["suggestions"]) for entry in answer["articles"])
    assert len(answer["accepted"]) == offered > 0
    shown = run_json("show", article)["annotations"]
    assert {each["id"] for each in shown} == set(answer["accepted"])
    marked = {(each["start"], each["end"]) for each in shown}
    later = run_json("suggest", article)["articles"][0]["suggestions"]
    assert marked.isdisjoint((each["start"], each["end"]) for each in later)
    with Archive.open(tmp_path / "coverage") as archive:
        archive.history.undo()
        assert archive.annotations.count() == 0


def test_the_whole_archive_is_read_when_asked(article: str, run_json: Json) -> None:
    assert [entry["id"] for entry in run_json("suggest", "--all")["articles"]] == [article]


def test_lines_are_printed_for_a_person(article: str, run: Run) -> None:
    printed = run("suggest", article, "--kind", "figure").stdout
    assert "“Щонайменше 18 людей”" in printed
    assert "value=18" in printed
    assert "Accepted" in run("suggest", article, "--accept").stdout


def test_a_mistaken_command_is_told(article: str, run: Run) -> None:
    run("suggest", code=2)
    run("suggest", article, "--all", code=2)
    run("suggest", "nowhere", code=1)
