# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validate

from archivist.store import Archive
from tests.cli.conftest import Run
from tests.cli.test_records import RELATION

Json = Callable[..., Any]


@pytest.fixture
def related(flood: Path, run_json: Json) -> list[Any]:
    """Two relations of a flood and one of its figure."""
    run_json("records", "add", "Повінь", "--kind", "event")
    run_json("records", "add", "Іван Гречаник", "--kind", "actor")
    run_json("records", "add", "Загиблі", "--kind", "figure")
    return [
        run_json("relate", "participant", "Повінь", "Гречаник", "--note", "керував"),
        run_json("relate", "наслідок", "Повінь", "Гречаник"),
        run_json("relate", "counts-for", "Загиблі", "Повінь"),
    ]


@pytest.fixture
def article(flood: Path, run_json: Json) -> str:
    (file,) = run_json("import", flood)["files"]
    (id_,) = file["articles"]
    return str(id_)


def test_relations_are_listed_the_oldest_first(related: list[Any], run: Run, run_json: Json) -> None:
    listed = run_json("relations")["relations"]
    assert listed == related
    validate(listed, {"type": "array", "items": RELATION})
    first = run("relations").stdout.splitlines()[0]
    assert first == f"{related[0]['id'][:8]}  “Повінь”  participant  “Іван Гречаник” — керував"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--of", "Загиблі"), [2]),
        (("--of", "Гречаником"), [0, 1]),
        (("--type", "Наслідок"), [1]),
        (("--of", "Повінь", "--type", "counts-for"), [2]),
        (("--type", "cause"), []),
    ],
)
def test_they_can_be_narrowed(
    related: list[Any], run_json: Json, options: tuple[str, ...], expected: list[int]
) -> None:
    assert run_json("relations", *options)["relations"] == [related[number] for number in expected]


def test_those_of_an_article_are_of_its_annotations(related: list[Any], article: str, run_json: Json) -> None:
    claim = run_json("annotate", article, "--quote", "18 людей", "--tag", "killed")
    relation = run_json("relate", "counts-for", claim["id"], "Повінь")
    assert run_json("relations", "--article", article[:8])["relations"] == [relation]
    assert run_json("relations", "--of", claim["id"])["relations"] == [relation]


def test_an_annotation_is_named_by_the_beginning_of_its_id_as_show_prints_it(
    related: list[Any], article: str, flood: Path, run: Run, run_json: Json
) -> None:
    run("annotate", article, "--quote", "18 людей", "--tag", "killed")
    (line,) = (line for line in run("show", article).stdout.splitlines() if "figure / killed" in line)
    relation = run_json("relate", "counts-for", line.split()[0], "Повінь")
    assert relation["source"]["label"] == "18 людей"
    second = run_json("annotate", article, "--quote", "18", "--tag", "killed")
    with Archive.open(flood.with_name("coverage")) as archive, archive.action("same beginnings"):
        for number, id_ in enumerate((relation["source"]["id"], second["id"])):
            archive._connection.execute(
                "UPDATE annotations SET uuid = ? WHERE uuid = ?", (f"0000000{number}-{id_[9:]}", id_)
            )
    assert "begins the ids of 2 annotations" in run("relate", "says", "0000000", "Повінь", code=1).stderr
    assert "No record “000*”" in run("relate", "says", "000*", "Повінь", code=1).stderr


def test_some_are_deleted_in_one_step(related: list[Any], flood: Path, run: Run, run_json: Json) -> None:
    wanted = [related[0]["id"][:12], related[2]["id"], related[0]["id"]]
    assert run_json("relations", "delete", *wanted) == {"deleted": [related[0], related[2]]}
    assert run_json("relations")["relations"] == [related[1]]
    with Archive.open(flood.with_name("coverage")) as archive:
        assert archive.history.undo().name == "Delete 2 relations"
    assert run_json("relations")["relations"] == related
    assert run("relations", "delete", related[1]["id"]).stdout == "Deleted: “Повінь”  наслідок  “Іван Гречаник”\n"


@pytest.mark.parametrize("reference", ["", "no-such-relation", "-"])
def test_nothing_is_deleted_where_one_is_not_there(
    related: list[Any], run: Run, run_json: Json, reference: str
) -> None:
    result = run("relations", "delete", related[0]["id"], "--", reference, code=1)
    assert "No relation" in result.stderr
    assert run_json("relations")["relations"] == related


def test_the_beginning_of_several_ids_is_none(related: list[Any], flood: Path, run: Run) -> None:
    with Archive.open(flood.with_name("coverage")) as archive, archive.action("same beginnings"):
        for number, each in enumerate(related):
            archive._connection.execute(
                "UPDATE relations SET uuid = ? WHERE uuid = ?", (f"0000000{number}-{each['id'][9:]}", each["id"])
            )
    assert "begins the ids of 3 relations" in run("relations", "delete", "0000000", code=1).stderr


def test_where_there_are_none_it_says_so(flood: Path, run: Run) -> None:
    assert run("relations").stdout == "There are no relations.\n"
    assert run("relations", "--type", "cause").stdout == "There are no such relations.\n"
