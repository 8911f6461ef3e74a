# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.store import Archive
from tests.cli.conftest import Run


@pytest.fixture
def marked(flood: Path, tmp_path: Path, run_json: Callable[..., Any]) -> str:
    """An article that Anna and Bohdan marked, alike but for one figure; its id."""
    article: str = run_json("import", flood)["files"][0]["articles"][0]
    for who, figure in (("Anna", "18"), ("Bohdan", "18 людей")):
        with Archive.open(tmp_path / "coverage", who=who) as archive:
            archive.annotations.add_quote(article, figure, archive.tags.named("killed").id)
            archive.annotations.add_quote(article, "Гречаника", archive.tags.named("person").id)
    return article


def test_agreement_is_told_by_tag(run: Run, run_json: Callable[..., Any], marked: str) -> None:
    found = run_json("agreement")
    assert (found["annotators"], found["articles"], found["agreed"]) == (["Anna", "Bohdan"], [marked], 1)
    assert [(row["tag"], row["counts"]) for row in found["tags"]] == [("killed", [1, 1]), ("person", [1, 1])]
    assert found["tags"][1]["cohen_kappa"] == found["tags"][1]["unitizing_alpha"] == 1
    assert (found["overall"]["f1_exact"], found["overall"]["f1_overlapping"]) == (0.5, 1)
    [place] = found["differences"]
    assert (place["article"], place["differences"]) == (marked, ["edges"])
    assert [mark["quote"] for mark in place["annotations"]] == ["18", "18 людей"]
    printed = run("agreement", "--differences").stdout
    assert "at one about 1 annotations and differ in 1 places" in printed
    assert "Bohdan: killed “18 людей”" in printed


def test_what_is_agreed_is_adopted_once(run: Run, run_json: Callable[..., Any], marked: str) -> None:
    assert run_json("agreement", "--adopt")["adopted"] == 1
    assert "0 of 1 agreed annotations are new" in run("agreement", "--adopt").stdout
    with_layer = run_json("agreement", "--annotator", "Anna", "--annotator", "adjudicated")
    assert with_layer["overall"]["f1_exact"] == pytest.approx(2 / 3)


def test_an_annotator_alone_is_compared_with_nobody(run: Run, marked: str) -> None:
    assert "two or more names" in run("agreement", "--annotator", "Anna", code=2).stderr


def test_a_name_that_nobody_has_is_an_error(run: Run, marked: str) -> None:
    for others in ((), ("--annotator", "Anna")):
        error = run("agreement", "--annotator", "Nobody", *others, code=2).stderr
        assert "“Nobody” is not a possible annotator" in error
        assert "Anna, Bohdan" in error


def test_annotators_of_different_articles_have_nothing_in_common(
    run: Run, run_json: Callable[..., Any], marked: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Міст відкрили\n\nМіст через Ожву відкрили для машин.\n", encoding="utf-8")
    [article] = run_json("import", other)["files"][0]["articles"]
    with Archive.open(tmp_path / "coverage", who="Vira") as archive:
        archive.annotations.add_quote(article, "Міст", archive.tags.named("place").id)
    assert "no article in which each" in run("agreement", "--annotator", "Anna", "--annotator", "Vira").stdout
