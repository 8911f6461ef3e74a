# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FLOOD, Run

Json = Callable[..., Any]


@pytest.fixture
def article(flood: Path, run: Run, run_json: Json) -> str:
    """The article of the flood, in which 18 people and the ministry are marked."""
    run("import", flood)
    (article,) = run_json("list")["articles"]
    run("annotate", article["id"], "--quote", "18 людей", "--tag", "killed")
    run("annotate", article["id"], "--quote", "Гречаника", "--tag", "person")
    id_: str = article["id"]
    return id_


def corrected(tmp_path: Path) -> Path:
    path = tmp_path / "corrected.txt"
    path.write_text("Оновлено.\n" + FLOOD.replace("18 людей", "19 людей"), encoding="utf-8")
    return path


def test_revise_makes_a_revision_and_says_what_became_of_the_annotations(
    article: str, tmp_path: Path, run: Run, run_json: Json
) -> None:
    value = run_json("revise", article, "--text", corrected(tmp_path))
    assert (value["moved"], value["queued"], value["changed"]) == (1, 1, True)
    shown = run_json("show", article)
    assert shown["revision"] == value["revision"]
    assert shown["body"].startswith("Оновлено.\n")
    marks = {mark["quote"]: mark for mark in shown["annotations"]}
    assert marks["18 людей"]["status"] == "review"
    person = marks["Гречаника"]
    assert (person["status"], shown["body"][person["start"] : person["end"]]) == ("anchored", "Гречаника")
    said = run("show", article).stdout.splitlines()
    assert [line.split("“")[1] for line in said if "for review" in line] == [
        "18 людей” (for review: its words are in an older text)"
    ]
    assert run("reread", "--all").stdout.startswith("unchanged")
    again = run_json("revise", article, "--text", corrected(tmp_path))
    assert (again["revision"], again["changed"]) == (value["revision"], False)


def test_an_older_text_is_made_the_current_one_again(article: str, tmp_path: Path, run: Run, run_json: Json) -> None:
    before = run_json("show", article)
    run("revise", article, "--text", corrected(tmp_path))
    value = run_json("revise", article, "--revision", "1")
    assert (value["moved"], value["queued"], value["changed"]) == (2, 0, True)
    after = run_json("show", article)
    places = [
        [(mark["start"], mark["end"], mark["status"]) for mark in each["annotations"]] for each in (before, after)
    ]
    assert (after["body"], places[1]) == (before["body"], places[0])
    assert [text["number"] for text in run_json("revisions", article)["revisions"]] == [1, 2, 3]
    assert run_json("reread", "--all")["revised"] == 0  # it was a person's decision
    run("undo")
    assert run_json("show", article)["body"].startswith("Оновлено.\n")
    assert "No text “9”" in run("revise", article, "--revision", "9", code=1).stderr


@pytest.mark.parametrize(
    "options", [[], ["--text", "a.txt", "--revision", "1"], ["--revision", "1", "--encoding", "utf-8"]]
)
def test_revise_needs_to_know_where_the_text_comes_from(article: str, run: Run, options: list[str]) -> None:
    assert "--text" in run("revise", article, *options, code=2).stderr


def test_search_and_export_follow_the_corrected_text_and_carry_what_is_for_review(
    article: str, tmp_path: Path, run: Run, run_json: Json
) -> None:
    run("revise", article, "--text", corrected(tmp_path))
    assert run_json("search", '"19 людей"')["total"] == 1
    assert run_json("search", '"18 людей"')["total"] == 0
    (hit,) = run_json("search", "span:(18)")["hits"]  # what is marked is found by its own words
    assert hit["matches"] == []
    assert run_json("concordance", "19")["total"] == 1
    assert run_json("suggest", article)["articles"][0]["suggestions"]
    report = run_json("export", "--out", tmp_path / "bundle")
    assert report["annotations"] == 2
    run("--archive", tmp_path / "other", "new")
    assert run_json("--archive", tmp_path / "other", "import", tmp_path / "bundle")["refused"] == 0
    shown = run_json("--archive", tmp_path / "other", "show", article)
    assert shown["body"] == run_json("show", article)["body"]
    assert {mark["quote"]: mark["status"] for mark in shown["annotations"]} == {
        "18 людей": "review", "Гречаника": "anchored",
    }  # fmt: skip
    assert run_json("verify")["findings"] == run_json("--archive", tmp_path / "other", "verify")["findings"] == []


@pytest.mark.parametrize(("text", "said"), [("", "is empty"), ("\x00\x00", "is empty"), (None, "could not be read")])
def test_a_text_that_cannot_be_read_changes_nothing(
    article: str, tmp_path: Path, run: Run, run_json: Json, text: str | None, said: str
) -> None:
    path = tmp_path / "corrected.txt"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    before = run_json("show", article)
    assert said in run("revise", article, "--text", path, code=1).stderr
    assert run_json("show", article) == before


def test_reread_reports_each_article(article: str, run: Run, run_json: Json) -> None:
    value = run_json("reread", "--all")
    assert (value["revised"], value["refused"]) == (0, 0)
    (report,) = value["articles"]
    assert (report["id"], report["status"], report["reason"]) == (article, "unchanged", "")
    run("reread", code=2)
    run("reread", article, "--all", code=2)
