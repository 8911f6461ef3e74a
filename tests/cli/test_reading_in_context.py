# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import csv
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


def test_every_place_is_a_line_with_what_is_around_it(article: str, run_json: Json) -> None:
    found = run_json("concordance", "Гречаник")
    assert (found["query"], found["total"]) == ("Гречаник", 2)
    first, second = found["lines"]
    assert FLOOD[first["start"] : first["end"]] == first["match"] == "Гречаника"
    assert first["left"].rstrip().endswith("міністра")
    assert second["right"].lstrip().startswith("обіцяв")
    assert (first["article"], first["outlet"], first["published"]) == (article, "Вісник", "2024-03-05")


@pytest.mark.parametrize(("sort", "matches"), [("article", ["греблю", "Греблю"]), ("left", ["Греблю", "греблю"])])
def test_lines_are_sorted(article: str, run_json: Json, sort: str, matches: list[str]) -> None:
    lines = run_json("concordance", "гребля", "--sort", sort)["lines"]
    assert [line["match"] for line in lines] == matches


def test_the_limit_cuts_the_lines_not_the_total(article: str, run_json: Json) -> None:
    found = run_json("concordance", "гребля", "--sort", "left", "--limit", "1")
    assert (found["total"], [line["match"] for line in found["lines"]]) == (2, ["Греблю"])


def test_conditions_narrow_and_saved_searches_are_known(article: str, run: Run, run_json: Json) -> None:
    assert run_json("concordance", "гребля", "--where", "outlet=Порт")["total"] == 0
    run("searches", "add", "Дамба", "гребля", "--where", "outlet=Вісник")
    assert run_json("concordance", "--saved", "Дамба")["total"] == 2


def test_the_matches_are_printed_under_one_another(article: str, run: Run) -> None:
    lines = run("concordance", "Гречаник").stdout.splitlines()
    assert lines[0].index("Гречаник") == lines[1].index("Гречаник")
    assert lines[0].startswith(article[:8])
    assert lines[-1] == "2 of 2 places."


def test_lines_are_written_to_a_new_file(article: str, run_json: Json, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lines.csv"
    told = run_json("concordance", "гребля", "--out", path)
    assert (told["written"], told["path"], told["lines"]) == (2, str(path), [])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 3
    assert "греблю" in rows[1]
    assert "already exists" in run("concordance", "гребля", "--out", path, code=1).stderr
    assert "could not be read or written" in run("concordance", "гребля", "--out", path / "below", code=1).stderr
    assert f"2 of 2 places are in {tmp_path / 'more.csv'}." in run(
        "concordance", "гребля", "--out", tmp_path / "more.csv"
    ).stdout.replace("\n", "")


def test_nothing_found_is_no_mistake(article: str, run: Run) -> None:
    assert run("concordance", "нічого").stdout == "0 of 0 places.\n"


def test_mistakes_are_explained(article: str, run: Run) -> None:
    run("concordance", code=2)
    assert "position" in run("concordance", "(", code=2).stderr
