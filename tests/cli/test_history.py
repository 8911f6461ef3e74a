# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FLOOD, Run


@pytest.fixture
def flood(tmp_path: Path, run: Run, run_json: Callable[..., Any]) -> str:
    """The id of an article with two annotations, in an archive with another tag that nothing carries."""
    run("new")
    path = tmp_path / "flood.txt"
    path.write_text(FLOOD, encoding="utf-8")
    (article,) = run_json("import", path)["files"][0]["articles"]
    run("tags", "add", "дамба", "--kind", "actor")
    run("annotate", article, "--quote", "18 людей", "--tag", "killed")
    run("annotate", article, "--quote", "греблю", "--tag", "дамба")
    run("tags", "add", "міст", "--kind", "actor")
    return str(article)


def test_the_history_lists_who_did_what_the_newest_first(run: Run, run_json: Callable[..., Any], flood: str) -> None:
    value = run_json("history")
    names = [step["name"] for step in value["steps"]]
    assert names[:3] == ["Add tag міст", "Tag “греблю” as дамба", "Tag “18 людей” as killed"]
    assert value["total"] == len(names)
    assert value["steps"][1]["articles"] == [{"id": flood, "title": "Прорвало греблю біля Ожвина"}]
    assert {step["state"] for step in value["steps"]} == {"done", "fixed"}
    printed = run("history").stdout
    assert "Tag “греблю” as дамба" in printed
    assert f"{len(names)} of {len(names)} steps." in printed


def test_the_history_is_filtered_and_turned_page_by_page(run_json: Callable[..., Any], flood: str) -> None:
    def names(*arguments: str) -> list[str]:
        return [step["name"] for step in run_json("history", *arguments)["steps"]]

    everything = names()
    assert names("--tag", "дамба") == ["Tag “греблю” as дамба", "Add tag дамба"]
    assert names("--article", flood[:8])[:2] == ["Tag “греблю” as дамба", "Tag “18 людей” as killed"]
    assert names("--article", flood, "--tag", "дамба") == ["Tag “греблю” as дамба"]
    assert names("--who", "nobody of this name") == []
    today = datetime.now(UTC).astimezone().date()
    assert names("--since", str(today - timedelta(days=1)), "--until", str(today + timedelta(days=1))) == everything
    assert names("--until", str(today - timedelta(days=2))) == []
    assert names("--since", str(today.year), "--until", str(today.year)) == everything
    assert names("--since", str(today + timedelta(days=2))) == []
    first = run_json("history", "--limit", "2")
    assert first["total"] == len(everything)
    assert names("--before", str(first["steps"][-1]["step"])) == everything[2:]


def test_any_step_is_undone_unless_another_needs_it(run: Run, run_json: Callable[..., Any], flood: str) -> None:
    steps = {step["name"]: str(step["step"]) for step in run_json("history")["steps"]}
    tagged, added = steps["Tag “греблю” as дамба"], steps["Add tag дамба"]
    told = run_json("history", added)
    assert (told["undoable"], told["obstacle"]["reason"], told["obstacle"]["step"]) == (False, "used", int(tagged))
    assert "“Tag “греблю” as дамба” needs it" in run("history", added).stdout
    refused = run("undo", added, code=1)
    assert "“Add tag дамба” cannot be undone: “Tag “греблю” as дамба” needs it: “греблю”." in refused.stderr
    assert run_json("history", tagged)["undoable"] is True
    assert "It can be undone." in run("history", tagged).stdout
    done = run_json("undo", tagged)
    assert (done["undone"]["step"], done["undone"]["state"]) == (int(tagged), "taken-back")
    assert "Undone: Add tag дамба" in run("undo", added).stdout
    assert [mark["quote"] for mark in run_json("show", flood)["annotations"]] == ["18 людей"]
    assert "(taken back)" in run("history").stdout
    assert {"дамба", "міст"} & {tag["name"] for tag in run_json("tags")["tags"]} == {"міст"}


def test_the_last_step_is_undone_and_redone(run: Run, run_json: Callable[..., Any], flood: str) -> None:
    assert flood
    last = run_json("history")["steps"][0]
    assert run_json("undo")["undone"] == {**last, "state": "undone"}
    assert "(undone)" in run("history").stdout
    assert run_json("redo")["redone"] == last
    run("redo", code=1)


def test_what_cannot_be_asked_says_so(run: Run, flood: str) -> None:
    assert "There is no step 9999" in run("undo", "9999", code=1).stderr
    assert "There is no step 9999" in run("history", "9999", code=1).stderr
    assert "“yesterday”" in run("history", "--since", "yesterday", code=2).stderr
    run("history", "--article", "00000000", code=1)
    run("history", "--tag", "no such tag", code=1)
    assert "There is no such step." in run("history", "--article", flood, "--tag", "міст").stdout
