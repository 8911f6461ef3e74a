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


def test_a_mistake_in_a_batch_points_at_its_place(article: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "queries").write_text("гребля (", encoding="utf-8")
    (answer,) = map(json.loads, run("search", "--batch", tmp_path / "queries", code=1).stdout.splitlines())
    assert answer["position"] == 8


def test_a_batch_is_answered_line_by_line_as_it_comes(article: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "archivist", "--archive", tmp_path / "coverage", "search", "--batch", "-"]
    with subprocess.Popen(
        [*command, "--limit", "0"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for query, total in (("гребля", 1), ("нічого", 0)):
            process.stdin.write(f"{query}\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["total"] == total
        process.stdin.close()
    assert process.returncode == 0


def test_a_batch_that_cannot_be_read_is_named(article: str, run: Run, tmp_path: Path) -> None:
    assert "nowhere" in run("search", "--batch", tmp_path / "nowhere", code=1).stderr


def test_a_wrong_byte_in_a_batch_leaves_the_other_lines_their_answers(article: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "queries").write_bytes(b"\n".join(["гребля".encode(), b"x\xff", "гребля".encode()]))
    answers = [
        json.loads(line) for line in run("search", "--batch", tmp_path / "queries", "--json").stdout.splitlines()
    ]
    assert [answer["total"] for answer in answers] == [1, 0, 1]


@pytest.fixture
def outlets(flood: Path, run: Run, tmp_path: Path) -> list[str]:
    """Three articles on one dam, by outlet and from the newest."""
    for number, (outlet, published) in enumerate([("Порт", "2024-01"), ("Вісник", "2023"), ("", "2022-05-01")]):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"Гребля {number}\n\nБіля греблі тихо.", encoding="utf-8")
        run("import", path, "--published", published, *(("--outlet", outlet) if outlet else ()), "--lang", "uk")
    return ["Порт", "Вісник", ""]


def test_hits_can_be_sorted_by_outlet_and_paged(outlets: list[str], run_json: Json) -> None:
    found = run_json("search", "гребля", "--sort", "outlet")
    assert [hit["outlet"] for hit in found["hits"]] == ["Вісник", "Порт", ""]
    page = run_json("search", "гребля", "--sort", "outlet", "--limit", "1", "--offset", "1")
    assert [hit["outlet"] for hit in page["hits"]] == ["Порт"]
    assert page["total"] == 3


def test_a_hit_counts_its_matches(outlets: list[str], run_json: Json) -> None:
    assert [hit["count"] for hit in run_json("search", "гребля")["hits"]] == [2, 2, 2]


def test_where_nothing_is_found_a_query_that_finds_something_is_offered(outlets: list[str], run: Run) -> None:
    assert "This finds something: гребля" in run("search", "греббля").stdout


def test_what_is_found_is_counted_by_facets(outlets: list[str], run: Run, run_json: Json) -> None:
    facets = run_json("search", "гребля", "--facets", "--limit", "0")["facets"]
    assert {value["value"]: value["count"] for value in facets["outlet"]} == {"Порт": 1, "Вісник": 1, "": 1}
    assert {value["value"] for value in facets["year"]} == {"2024", "2023", "2022"}
    assert "facets" not in run_json("search", "гребля")
    assert "language: uk 3" in run("search", "гребля", "--facets").stdout


@pytest.mark.parametrize(
    ("conditions", "wanted"),
    [
        (["outlet=Порт"], {"Порт"}),
        (["outlet=Порт", "outlet=Вісник"], {"Порт", "Вісник"}),
        (["outlet=Порт", "year=2023"], set()),
        (["outlet="], {""}),
    ],
)
def test_facet_values_narrow_a_search(
    outlets: list[str], run_json: Json, conditions: list[str], wanted: set[str]
) -> None:
    options = [part for condition in conditions for part in ("--where", condition)]
    assert {hit["outlet"] for hit in run_json("search", "гребля", *options)["hits"]} == wanted


@pytest.mark.parametrize("condition", ["outlet", "=Порт", "colour=red"])
def test_a_condition_that_cannot_be_is_a_mistake(outlets: list[str], run: Run, condition: str) -> None:
    run("search", "гребля", "--where", condition, code=2)


def test_a_damaged_index_is_built_anew_unasked(outlets: list[str], run_json: Json, tmp_path: Path) -> None:
    assert run_json("search", "гребля")["total"] == 3
    files = [path for path in (tmp_path / "home").rglob("*") if path.is_file() and path.stat().st_size > 500]
    assert files
    for path in files:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert run_json("search", "гребля")["total"] == 3


def test_a_thousand_queries_are_answered_in_one_process(outlets: list[str], run: Run, tmp_path: Path) -> None:
    queries = ["гребля", '"біля греблі"', "греб*", "outlet:порт", "тихо OR (", "нічого"]
    lines = [queries[number % len(queries)] for number in range(1000)]
    (tmp_path / "queries").write_text("\n".join(lines), encoding="utf-8")
    answers = [json.loads(line) for line in run("search", "--batch", tmp_path / "queries", code=1).stdout.splitlines()]
    assert [answer["query"] for answer in answers] == lines
    assert all("error" in answer or answer["total"] >= 0 for answer in answers)


def test_reindex_builds_the_index_anew(article: str, run_json: Json) -> None:
    assert run_json("reindex") == {"articles": 1}
    assert run_json("search", "гребля")["total"] == 1


def test_a_query_or_a_batch_or_a_saved_search_is_needed(article: str, run: Run) -> None:
    run("search", code=2)
    run("search", "гребля", "--saved", "гребля", code=2)


def test_searches_that_begin_at_once_wait_for_the_one_that_builds_the_index(article: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "archivist", "--archive", tmp_path / "coverage", "search", "гребля", "--json"]
    searches = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    answers = [search.communicate() for search in searches]
    assert [search.returncode for search in searches] == [0, 0, 0], answers
    assert [json.loads(printed)["total"] for printed, _ in answers] == [1, 1, 1]


def test_a_query_that_is_not_utf_8_ends_without_a_traceback(flood: Path, run: Run) -> None:
    run("import", flood)
    assert "Nothing found" in run("search", "гребля\udcff outlet:\udcff").stdout
