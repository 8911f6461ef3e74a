# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FLOOD, Run

Json = Callable[..., Any]


@pytest.fixture
def article(flood: Path, run_json: Json) -> str:
    imported = run_json("import", flood, "--published", "2024-03-05", "--outlet", "Вісник")
    article: str = imported["files"][0]["articles"][0]
    return article


def test_a_hit_has_its_matches_in_code_points_of_the_body(article: str, run_json: Json) -> None:
    found = run_json("search", "Гречаник")
    assert found["total"] == 1
    (hit,) = found["hits"]
    assert hit.keys() >= {"id", "title", "outlet", "published", "score", "snippet", "matches"}
    assert hit["id"] == article
    assert [FLOOD[start:end] for start, end in hit["matches"]] == ["Гречаника", "Гречаник"]
    assert "Гречаник" in hit["snippet"]


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("гребля люди", 1),
        ("гребля AND NOT люди", 0),
        ("нічого OR міністр", 1),
        ('"за словами міністра"', 1),
        ("рятувальн*", 1),
        ("outlet:вісник date:2024-03", 1),
        ("date:2024-04..", 0),
    ],
)
def test_queries_combine(article: str, run_json: Json, query: str, total: int) -> None:
    assert run_json("search", query)["total"] == total


def test_a_mistaken_query_points_at_its_place(article: str, run: Run) -> None:
    assert "position 8" in run("search", "гребля (", code=2).stderr


def test_limit_cuts_the_page_not_the_total(article: str, run_json: Json) -> None:
    found = run_json("search", "гребля", "--limit", "0")
    assert (found["total"], found["hits"]) == (1, [])


def test_a_batch_answers_line_by_line_and_goes_on_past_a_mistake(article: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "queries").write_text("гребля\n\n(\nнічого\n", encoding="utf-8")
    result = run("search", "--batch", tmp_path / "queries", "--json", code=1)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == ["гребля", "(", "нічого"]
    assert [answer.get("total") for answer in answers] == [1, None, 0]
    assert answers[1]["error"]


def test_reindex_builds_the_index_anew(article: str, run_json: Json) -> None:
    assert run_json("reindex") == {"articles": 1}
    assert run_json("search", "гребля")["total"] == 1


def test_a_query_or_a_batch_is_needed(article: str, run: Run) -> None:
    run("search", code=2)


def test_searches_that_begin_at_once_wait_for_the_one_that_builds_the_index(article: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "archivist", "--archive", tmp_path / "coverage", "search", "гребля", "--json"]
    searches = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    answers = [search.communicate() for search in searches]
    assert [search.returncode for search in searches] == [0, 0, 0], answers
    assert [json.loads(printed)["total"] for printed, _ in answers] == [1, 1, 1]


def test_a_query_that_is_not_utf_8_ends_without_a_traceback(flood: Path, run: Run) -> None:
    run("import", flood)
    assert "Nothing found" in run("search", "гребля\udcff outlet:\udcff").stdout
