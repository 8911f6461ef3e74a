# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archivist.cli import archivist
from tests.cli.conftest import Run

Json = Callable[..., Any]


@pytest.fixture
def article(flood: Path, run: Run, run_json: Json) -> str:
    article: str = run_json("import", flood)["files"][0]["articles"][0]
    run("annotate", article, "--quote", "18 людей", "--tag", "killed", "--set", "value=18")
    return article


@pytest.mark.parametrize("name", ["bundle", "bundle.zip"])
def test_a_bundle_goes_into_another_archive_and_comes_out_the_same(
    article: str, run_json: Json, tmp_path: Path, name: str
) -> None:
    report = run_json("export", "--format", "bundle", "--out", tmp_path / name)
    assert (report["articles"], report["annotations"], report["losses"]) == (1, 1, [])

    def other(*words: str | Path) -> Any:
        result = CliRunner().invoke(archivist, ["--archive", str(tmp_path / "other"), *map(str, words), "--json"])
        assert result.exit_code == 0, result.output
        return json.loads(result.stdout)

    other("new")
    file = other("import", tmp_path / name)["files"][0]
    assert (file["status"], file["articles"], file["annotations"]) == ("imported", [article], 1)
    assert other("show", article)["annotations"] == run_json("show", article)["annotations"]
    assert other("import", tmp_path / name)["files"][0]["status"] == "duplicate"


def test_a_query_chooses_what_is_exported(article: str, run: Run, run_json: Json, tmp_path: Path) -> None:
    assert run_json("export", "--out", tmp_path / "a", "--query", "гребля")["articles"] == 1
    assert "No article was found" in run("export", "--out", tmp_path / "b", "--query", "дракон", code=1).stderr
    assert not (tmp_path / "b").exists()


def test_a_collection_and_a_query_choose_together(article: str, run: Run, run_json: Json, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Дамба тримається\n\nГреблю біля Ожвина перевірили.", encoding="utf-8")
    run("import", other, "--collection", "Дамби")

    def count(*words: str) -> int:
        number: int = run_json("export", "--preview", *words)["articles"]
        return number

    assert (count(), count("--query", "гребля"), count("--collection", "дамби")) == (2, 2, 1)
    assert count("--collection", "Дамби", "--query", "Ожвин") == 1
    run("export", "--preview", "--collection", "Дамби", "--query", "міністерство", code=1)
    run("export", "--preview", "--collection", "Немає", code=1)


def test_tags_kinds_and_annotators_choose_annotations(article: str, run: Run, run_json: Json) -> None:
    run("annotate", article, "--quote", "Рятувальники", "--tag", "person")
    who = run_json("show", article)["annotations"][0]["created_by"]
    for words, number in (
        ((), 2),
        (("--tag", "killed"), 1),
        (("--tag", "killed", "--tag", "PERSON"), 2),
        (("--kind", "actor"), 1),
        (("--kind", "actor", "--tag", "killed"), 0),
        (("--annotator", who), 2),
        (("--annotator", "nobody"), 0),
    ):
        preview = run_json("export", "--preview", *words)
        assert preview["annotations"] == number
        told = {loss["what"]: loss["count"] for loss in preview["losses"]}
        assert told == ({"annotations not chosen": 2 - number} if number < 2 else {})
    assert "no tag" in run("export", "--preview", "--tag", "dragon", code=1).stderr.lower()
    run("export", "--preview", "--kind", "dragon", code=2)


def test_a_preview_writes_nothing_and_says_what_an_export_will_say(
    article: str, run: Run, run_json: Json, tmp_path: Path
) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    preview = run_json("export", "--preview", "--kind", "event")
    assert "1 articles with 0 annotations would be exported" in run("export", "--preview", "--kind", "event").stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    report = run_json("export", "--kind", "event", "--out", tmp_path / "out")
    assert preview.keys() == report.keys() - {"path"}
    assert [preview[name] for name in ("articles", "annotations", "records", "relations")] == [1, 0, 0, 0]
    assert preview["losses"][0] == report["losses"][0]


def test_a_place_or_a_preview_is_asked_for_and_with_both_only_told(article: str, run: Run, tmp_path: Path) -> None:
    assert "--out" in run("export", code=2).stderr
    assert "would be exported" in run("export", "--preview", "--out", tmp_path / "out").stdout
    assert not (tmp_path / "out").exists()
    run("export", "--preview", "--article", article, "--query", "гребля", code=2)
    run("export", "--preview", "--article", article, "--collection", "Дамби", code=2)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("csv", "1 articles with 1 annotations"),
        ("ftm", "1 articles with 0 records and no annotations"),
        ("refi-qda-codebook", "The tags, and no articles,"),
    ],
)
def test_what_is_said_to_be_in_an_export_is_what_its_format_holds(
    article: str, run: Run, tmp_path: Path, name: str, said: str
) -> None:
    assert f"{said} would be exported" in run("export", "--format", name, "--preview").stdout
    assert f"{said} are in" in run("export", "--format", name, "--out", tmp_path / "out").stdout


def test_formats_say_what_they_keep(run: Run, run_json: Json) -> None:
    found = run_json("formats")["formats"]
    assert len({format_["name"] for format_ in found}) == len(found)
    known = {format_["name"]: format_ for format_ in found}
    assert "relations across articles" in known["bundle"]["keeps"]
    assert known["text"]["keeps"] == []
    assert "keeps everything" in run("formats").stdout


def test_nothing_is_written_over(article: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    assert "already exists" in run("export", "--out", tmp_path / "taken", code=1).stderr


def test_an_unknown_format_is_refused(article: str, run: Run, tmp_path: Path) -> None:
    assert "bundle" in run("export", "--format", "papyrus", "--out", tmp_path / "x", code=2).stderr


def test_a_changed_bundle_is_refused_and_changes_nothing(
    article: str, run: Run, run_json: Json, tmp_path: Path
) -> None:
    run("export", "--out", tmp_path / "bundle")
    before = run_json("show", article)
    path = tmp_path / "bundle" / "data" / "articles" / f"{article}.txt"
    path.write_text("changed", encoding="utf-8")
    (file,) = run_json("import", tmp_path / "bundle", code=1)["files"]
    assert file["status"] == "refused"
    assert file["reason"]
    assert run_json("show", article) == before
