# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FLOOD, Run

Json = Callable[..., Any]


@pytest.fixture
def article(flood: Path, tmp_path: Path, run: Run, run_json: Json) -> str:
    """The article of the flood with a corrected figure: 18 people wait for review, the minister moved."""
    run("import", flood)
    (article,) = run_json("list")["articles"]
    run("annotate", article["id"], "--quote", "18 людей", "--tag", "killed", "--note", "уточнити")
    run("annotate", article["id"], "--quote", "Гречаника", "--tag", "person")
    path = tmp_path / "corrected.txt"
    path.write_text("Оновлено.\n" + FLOOD.replace("18 людей", "19 людей"), encoding="utf-8")
    run("revise", article["id"], "--text", path)
    id_: str = article["id"]
    return id_


def test_what_waits_is_listed_with_where_it_was_and_may_be(article: str, run: Run, run_json: Json) -> None:
    value = run_json("review")
    assert value == run_json("review", article)
    (mark,) = value["annotations"]
    assert (mark["quote"], mark["note"], mark["status"], mark["article"]) == ("18 людей", "уточнити", "review", article)
    assert FLOOD[mark["start"] : mark["end"]] == "18 людей"
    assert mark["before"].endswith("Щонайменше ")
    assert mark["after"].startswith(" загинуло")
    body = run_json("show", article)["body"]
    first = mark["candidates"][0]
    assert (body[first["start"] : first["end"]], first["quote"]) == ("19 людей", "19 людей")
    said = run("review").stdout
    assert "[18 людей] загинуло" in said
    assert "1     “19 людей” at" in said
    assert said.endswith("Annotations for review: 1.\n")


@pytest.mark.parametrize(
    ("where", "quote"),
    [
        (("--candidate", "1"), "19 людей"),
        (("--quote", "Гречаник", "--occurrence", "2"), "Гречаник"),
        (("--span", "0:8"), "Оновлено"),
    ],
)
def test_an_annotation_is_put_on_words_of_the_current_text(
    article: str, run: Run, run_json: Json, where: tuple[str, ...], quote: str
) -> None:
    (mark,) = run_json("review")["annotations"]
    value = run_json("settle", mark["id"], *where)
    assert (value["annotation"]["quote"], value["annotation"]["status"], value["waiting"]) == (quote, "anchored", 0)
    shown = run_json("show", article)
    placed = next(each for each in shown["annotations"] if each["id"] == mark["id"])
    assert (shown["body"][placed["start"] : placed["end"]], placed["note"]) == (quote, "уточнити")
    assert run("review").stdout == "Annotations for review: 0.\n"


def test_an_annotation_that_belongs_nowhere_is_deleted(article: str, run: Run, run_json: Json) -> None:
    (mark,) = run_json("review")["annotations"]
    assert run("settle", mark["id"][:8], "--delete").stdout == "It is deleted. Annotations for review: 0.\n"
    assert [each["quote"] for each in run_json("show", article)["annotations"]] == ["Гречаника"]


def test_what_cannot_be_settled_is_refused(article: str, run: Run, run_json: Json) -> None:
    (mark,) = run_json("review")["annotations"]
    other = next(each for each in run_json("show", article)["annotations"] if each["status"] == "anchored")
    for words, code in (
        ((mark["id"],), 2),
        ((mark["id"], "--candidate", "1", "--delete"), 2),
        ((mark["id"], "--candidate", "99"), 2),
        ((mark["id"], "--span", "9000:9001"), 1),
        ((mark["id"], "--quote", "немає такого"), 1),
        ((other["id"], "--delete"), 2),
        (("ffffffff", "--delete"), 1),
    ):
        run("settle", *words, code=code)
    assert run_json("review")["annotations"] == [mark]


def test_the_texts_of_an_article_are_listed_and_shown(article: str, run: Run, run_json: Json) -> None:
    value = run_json("revisions", article)
    assert [(text["number"], text["current"], text["reader"]) for text in value["revisions"]] == [
        (1, False, "text"),
        (2, True, "correction"),
    ]
    assert value["waiting"] == 1
    old = run_json("show", article, "--revision", "1")
    assert (old["body"], old["revision"]) == (FLOOD, value["revisions"][0]["id"])
    assert old["provenance"]["reader"] == "text"
    assert [(mark["quote"], mark["status"]) for mark in old["annotations"]] == [
        ("18 людей", "anchored"),
        ("Гречаника", "anchored"),
    ]
    assert all(FLOOD[mark["start"] : mark["end"]] == mark["quote"] for mark in old["annotations"])
    assert run_json("show", article, "--revision", value["revisions"][1]["id"]) == run_json("show", article)
    assert "read by text" in run("revisions", article).stdout.splitlines()[0]
    assert "has no" not in run("show", article, "--revision", "7", code=1).stderr


def test_what_changed_between_two_texts_is_shown(article: str, run: Run, run_json: Json) -> None:
    value = run_json("diff", article)
    assert (value["from"]["number"], value["to"]["number"]) == (1, 2)
    assert [(one["removed"], one["added"]) for one in value["changes"]] == [("", "Оновлено.\n"), ("18", "19")]
    change = value["changes"][1]
    assert FLOOD[change["old_start"] : change["old_end"]] == "18"
    back = run_json("diff", article, "2", "1")
    assert [(one["removed"], one["added"]) for one in back["changes"]] == [("Оновлено.\n", ""), ("19", "18")]
    said = run("diff", article).stdout
    assert "Щонайменше [-18-] {+19+} людей" in said
    assert said.endswith("Changes from text 1 to text 2: 2.\n")
    assert run_json("diff", article, "1", "1")["changes"] == []
    run("diff", article, "9", code=1)


def test_a_text_that_is_the_only_one_has_nothing_before_it(flood: Path, run: Run, run_json: Json) -> None:
    run("import", flood)
    (article,) = run_json("list")["articles"]
    assert "it has 1" in run("diff", article["id"], code=1).stderr
