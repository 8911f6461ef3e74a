# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

Json = Callable[..., Any]
TABLE = "Kopf;Inhalt;Tag\nПотоп;Вода зайшла.;05/06/2024\nСуша;Вода пішла.;06/06/2024\n"


@pytest.fixture
def table(tmp_path: Path, run: Run) -> Path:
    """A table whose columns no one here knows, beside a new archive."""
    run("new")
    path = tmp_path / "news.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def titles(run_json: Json) -> list[str]:
    return sorted(article["title"] for article in run_json("list")["articles"])


def test_a_table_that_is_not_understood_is_read_with_a_profile(table: Path, run: Run, run_json: Json) -> None:
    assert "Inhalt" in run("import", table, code=1).stdout
    saved = run_json("profiles", "save", "agency", "--column", "body=Inhalt", "--column", "title=Kopf")
    assert saved["settings"] == {"columns": {"body": "Inhalt", "title": "Kopf"}}
    report = run_json("import", table, "--profile", "Agency")
    assert report["imported"] == 1
    assert len(report["files"][0]["articles"]) == 2
    assert titles(run_json) == ["Потоп", "Суша"]


def test_a_profile_can_be_a_file(table: Path, tmp_path: Path, run: Run, run_json: Json) -> None:
    profile = tmp_path / "agency.json"
    settings = {"columns": {"body": "Inhalt", "published": "Tag"}, "date_order": "mdy", "outlet": "Вісник"}
    profile.write_text(json.dumps(settings), encoding="utf-8")
    run("import", table, "--profile", profile)
    assert {article["published"] for article in run_json("list")["articles"]} == {"2024-05-06", "2024-06-06"}
    assert {article["outlet"] for article in run_json("list")["articles"]} == {"Вісник"}


def test_a_profile_made_for_a_file_is_used_unasked_where_it_alone_fits(table: Path, run: Run, run_json: Json) -> None:
    run("profiles", "save", "agency", "--column", "body=Inhalt", "--for", table)
    assert run_json("import", table)["imported"] == 1
    (before,) = run_json("profiles")["profiles"]
    assert before["settings"]["made_for"] == ["Kopf", "Inhalt", "Tag"]
    run("profiles", "save", "other", "--column", "body=Kopf", "--for", table)
    table.write_text(TABLE + "Грім;Гриміло;\n", encoding="utf-8")
    assert run_json("import", table, code=1)["files"][0]["status"] == "refused"


def test_profiles_are_listed_shown_and_deleted(table: Path, run: Run, run_json: Json) -> None:
    assert "No profile" in run("profiles").stdout
    run("profiles", "save", "agency", "--column", "body=Inhalt")
    assert "agency:  body=Inhalt" in run("profiles").stdout
    assert run_json("profiles", "show", "agency")["settings"] == {"columns": {"body": "Inhalt"}}
    assert "body=Inhalt" in run("profiles", "delete", "agency").stdout
    assert run_json("profiles") == {"profiles": []}


def test_what_is_no_profile_is_said(table: Path, tmp_path: Path, run: Run) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"colums": {}}', encoding="utf-8")
    assert "“colums”" in run("import", table, "--profile", wrong, code=1).stderr
    assert "No import profile" in run("import", table, "--profile", "none", code=1).stderr
    assert "nothing to save" in run("profiles", "save", "empty", code=2).stderr
    assert "FIELD=COLUMN" in run("profiles", "save", "empty", "--column", "body", code=2).stderr


def test_a_table_that_was_read_in_another_way_keeps_its_text_and_says_so(table: Path, run: Run, run_json: Json) -> None:
    run("profiles", "save", "first", "--column", "body=Inhalt")
    run("profiles", "save", "second", "--column", "body=Kopf")
    run("import", table, "--profile", "first")
    (again,) = run_json("import", table, "--profile", "first")["files"]
    assert (again["status"], "keeps that text" in again["reason"]) == ("duplicate", False)
    (other,) = run_json("import", table, "--profile", "second")["files"]
    assert (other["status"], "keeps that text" in other["reason"]) == ("duplicate", True)
