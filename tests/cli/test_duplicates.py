# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.store import Archive
from tests.cli.conftest import Run
from tests.language.near_duplicates import DAM_EN, FIRE_UK, STRIKE_RU


@pytest.fixture
def dam(tmp_path: Path, run: Run, run_json: Callable[..., Any]) -> list[str]:
    """Two articles about a dam and one that has it with a headline; the ids in this order. Others beside them."""
    run("new")
    texts = (DAM_EN, DAM_EN.upper(), "Rain in the valley\n" + DAM_EN, FIRE_UK, STRIKE_RU)
    ids = []
    for number, text in enumerate(texts):
        path = tmp_path / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        report = run_json("import", path, "--outlet", f"Herald {number}", "--published", f"2024-05-0{number + 1}")
        ids += report["files"][0]["articles"]
    return ids[:3]


def test_groups_are_listed(run: Run, run_json: Callable[..., Any], dam: list[str]) -> None:
    value = run_json("duplicates")
    (group,) = value["groups"]
    assert [article["id"] for article in group["articles"]] == dam
    assert [article["likeness"] for article in group["articles"]] == [None, "same", "nearly"]
    assert [article["like"] for article in group["articles"]] == [None, dam[0], dam[0]]
    assert [article["share"] == 1 for article in group["articles"]] == [False, True, False]
    assert value["articles"] == 3
    printed = run("duplicates").stdout
    assert f"the same text as {dam[0][:8]}" in printed
    assert "nearly the same, 9" in printed
    assert "1 groups of 3 articles" in printed


def test_two_articles_are_put_apart_and_together(run: Run, run_json: Callable[..., Any], dam: list[str]) -> None:
    run("duplicates", "apart", dam[0][:8], dam[2][:8])
    assert [[one["id"] for one in group["articles"]] for group in run_json("duplicates")["groups"]] == [dam[:2]]
    value = run_json("duplicates", "together", dam[2], dam[0])
    assert [one["likeness"] for one in value["groups"][0]["articles"]] == [None, "same", "together"]
    assert run_json("duplicates") == value
    run("duplicates", "apart", dam[0], dam[0], code=2)
    run("duplicates", "apart", dam[0], "00000000", code=1)


def test_a_search_folds(run: Run, run_json: Callable[..., Any], dam: list[str]) -> None:
    value = run_json("search", "dam", "--fold", "--sort", "date")
    assert (value["total"], value["folded"]) == (1, 2)
    assert value["hits"][0]["others"] == [dam[1], dam[0]]
    assert "and 2 more" in run("search", "dam", "--fold").stdout
    assert "others" not in run_json("search", "dam")["hits"][0]
    assert run_json("search", "has:duplicates")["total"] == 3


def test_an_archive_that_another_program_writes_is_told_of_as_it_is(
    tmp_path: Path, run: Run, run_json: Callable[..., Any], dam: list[str]
) -> None:
    with Archive.open(tmp_path / "coverage"):
        result = run("duplicates")
        assert "No two articles are one text." in result.stdout
        assert "5 texts have not been compared yet" in result.stderr
    assert run_json("duplicates")["articles"] == 3
