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
def archive_with_two(flood: Path, run: Run, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text("Гребля стоїть\n\nБіля греблі тихо.", encoding="utf-8")
    run("import", flood, "--outlet", "Вісник", "--published", "2024-03-05")
    run("import", second, "--outlet", "Порт", "--published", "2025")


def outlets(found: Any) -> list[str]:
    return [hit["outlet"] for hit in found["hits"]]


@pytest.mark.usefixtures("archive_with_two")
def test_a_search_is_kept_and_asked_by_its_name(run: Run, run_json: Json) -> None:
    made = run_json("searches", "add", "Дамба", "гребля", "--sort", "outlet", "--where", "year=2024")
    (saved,) = made["searches"]
    assert saved.pop("id")
    assert saved == {"name": "Дамба", "query": "гребля", "sort": "outlet", "chosen": {"year": ["2024"]}}
    assert run_json("searches")["searches"][0]["name"] == "Дамба"
    found = run_json("search", "--saved", "ДАМБА")
    assert (found["query"], outlets(found)) == ("гребля", ["Вісник"])
    assert "Дамба:  гребля  year=2024  (outlet)" in run("searches").stdout


@pytest.mark.usefixtures("archive_with_two")
def test_what_is_given_beside_a_saved_search_counts_too(run: Run, run_json: Json) -> None:
    run("searches", "add", "Дамба", "гребля", "--sort", "outlet", "--where", "year=2024")
    assert outlets(run_json("search", "--saved", "Дамба", "--where", "year=2025", "--sort", "date")) == [
        "Порт",
        "Вісник",
    ]
    assert outlets(run_json("search", "--saved", "Дамба", "--where", "outlet=Порт")) == []


@pytest.mark.usefixtures("archive_with_two")
def test_a_search_that_the_desktop_saved_is_asked_as_far_as_commands_know_it(tmp_path: Path, run_json: Json) -> None:
    with Archive.open(tmp_path / "coverage") as archive:
        archive.saved_searches.add("Порт", "", "title", {"outlet": ["Порт"]})
    assert outlets(run_json("search", "--saved", "Порт")) == ["Порт"]


def test_a_search_is_deleted_by_its_name(flood: Path, run: Run, run_json: Json) -> None:
    run("searches", "add", "Дамба", "гребля")
    assert run_json("searches", "delete", "дамба") == {"searches": []}
    assert "No search is saved" in run("searches").stdout


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("add", "Дамба", "(", "--json"), 2, "position"),
        (("add", "Дамба", "гребля", "--where", "outlet"), 2, "FIELD=VALUE"),
        (("add", "Порт", "порт", "--where", "colour=red"), 2, "Possible: outlet"),
        (("add", "дамба", "порт"), 1, "already taken"),
        (("add", " ", "порт"), 2, "one line of text"),
        (("delete", "Порт"), 1, "No saved search “Порт”"),
    ],
)
def test_mistakes_are_explained_and_change_nothing(
    flood: Path, run: Run, run_json: Json, words: tuple[str, ...], code: int, sentence: str
) -> None:
    run("searches", "add", "Дамба", "гребля")
    before = run_json("searches")
    assert sentence in run("searches", *words, code=code).stderr
    assert run_json("searches") == before


def test_a_saved_search_that_is_not_there_is_named(flood: Path, run: Run) -> None:
    assert "No saved search “Порт”" in run("search", "--saved", "Порт", code=1).stderr
