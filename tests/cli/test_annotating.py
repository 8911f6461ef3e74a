# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.cli import searching as searching_module
from archivist.search import update
from archivist.store import Archive
from tests.cli.conftest import FLOOD, Run

Json = Callable[..., Any]


@pytest.fixture
def article(flood: Path, run_json: Json) -> str:
    article: str = run_json("import", flood)["files"][0]["articles"][0]
    return article


def test_words_are_marked_by_quote(article: str, run_json: Json) -> None:
    words = ("annotate", article, "--quote", "18 людей загинуло", "--tag", "killed")
    made = run_json(*words, "--note", "рано", "--set", "value=18", "--set", "approximation=at_least")
    (shown,) = run_json("show", article)["annotations"]
    assert shown == made
    assert FLOOD[shown["start"] : shown["end"]] == shown["quote"] == "18 людей загинуло"
    assert shown["attributes"] == {"value": 18, "approximation": "at_least"}
    assert (shown["kind"], shown["tag"], shown["note"], shown["record"]) == ("figure", "killed", "рано", None)
    assert shown["status"] == "anchored"


def test_a_note_and_an_attribute_that_are_not_utf_8_are_kept_as_replacements(article: str, run_json: Json) -> None:
    words = ("annotate", article, "--quote", "Гречаник", "--tag", "person")
    made = run_json(*words, "--note", "\udcff", "--set", "office=\udcd0")
    assert (made["note"], made["attributes"]) == ("\ufffd", {"office": "\ufffd"})


def test_words_are_marked_by_span_and_occurrence(article: str, run_json: Json) -> None:
    start = FLOOD.rindex("Гречаник")
    by_span = run_json("annotate", article[:8], "--span", f"{start}:{start + 8}", "--tag", "person")
    by_quote = run_json("annotate", article, "--quote", "Гречаник", "--occurrence", "2", "--tag", "PERSON")
    assert (by_span["start"], by_span["quote"]) == (by_quote["start"], by_quote["quote"]) == (start, "Гречаник")


@pytest.mark.parametrize(
    ("options", "sentence", "code"),
    [
        (("--span", "5:90000", "--tag", "person"), "not inside the text", 1),
        (("--quote", "Пашинян", "--tag", "person"), "the text has 0", 1),
        (("--quote", "Гречаник", "--tag", "dragon"), "No tag “dragon”", 1),
        (("--span", "five", "--tag", "person"), "START:END", 2),
        (("--tag", "person"), "either --span or --quote", 2),
        (("--query", "гребля", "--tag", "person"), "leave out ARTICLE", 2),
        (("--quote", "18", "--where", "outlet=Порт", "--tag", "killed"), "--query", 2),
        (("--quote", "Гречаник", "--tag", "person", "--set", "novalue"), "KEY=VALUE", 2),
        (("--quote", "18", "--tag", "killed", "--set", "as_of=учора"), "not a date", 2),
        (("--quote", "18", "--tag", "killed", "--set", "value=багато"), "not a possible value", 2),
    ],
)
def test_mistakes_are_explained_and_change_nothing(
    article: str, run: Run, run_json: Json, options: tuple[str, ...], sentence: str, code: int
) -> None:
    assert sentence in run("annotate", article, *options, code=code).stderr
    assert run_json("show", article)["annotations"] == []


def test_a_tag_can_be_added_and_used(article: str, run: Run, run_json: Json) -> None:
    run("tags", "add", "gauge", "--kind", "figure", "--shortcut", "z", "--colour", "#336699", "--parent", "killed")
    run("annotate", article, "--quote", "1968", "--tag", "gauge")
    (tag,) = (tag for tag in run_json("tags")["tags"] if tag["name"] == "gauge")
    assert (tag["kind"], tag["parent"], tag["annotations"]) == ("figure", "killed", 1)


def test_a_taken_key_is_named(article: str, run: Run) -> None:
    run("tags", "add", "gauge", "--kind", "figure", "--shortcut", "z")
    assert "gauge" in run("tags", "add", "dial", "--kind", "figure", "--shortcut", "z", code=1).stderr


def test_a_number_with_two_readings_is_refused(article: str, run: Run, run_json: Json) -> None:
    result = run("annotate", article, "--quote", "18 людей", "--tag", "killed", "--set", "value=1.234", code=2)
    assert "“1.234” can be read as two numbers. Write 1234 or 1.2340." in result.stderr
    assert run_json("show", article)["annotations"] == []


def test_show_prints_the_marks_with_what_they_say(article: str, run: Run) -> None:
    run("annotate", article, "--quote", "18 людей", "--tag", "killed", "--set", "value=18", "--note", "рано")
    assert "figure / killed: “18 людей” — value=18 — рано" in run("show", article).stdout


def test_all_hits_of_a_query_are_tagged_in_one_step(article: str, run: Run, run_json: Json, tmp_path: Path) -> None:
    second = tmp_path / "second.txt"
    second.write_text("Гребля стоїть\n\nКажуть, що греблі нічого не загрожує.", encoding="utf-8")
    run("import", second, "--outlet", "Порт")
    words = ("annotate", "--query", "гребля", "--tag", "person")
    done = run_json(*words, "--where", "outlet=Порт", "--note", "усі")
    assert (done["articles"], done["passages"], done["added"]) == (1, 2, 2)
    assert run_json(*words) == {**done, "articles": 2, "passages": 4, "added": 2}
    assert [mark["quote"] for mark in run_json("show", article)["annotations"]] == ["греблю", "Греблю"]
    assert "Newly tagged person: 0; tagged so before: 4." in run(*words).stdout
    with Archive.open(tmp_path / "coverage") as archive:
        archive.history.undo()
        assert archive.annotations.count() == 2


def test_others_may_annotate_while_the_index_is_waited_for(
    article: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = []

    def catch_up(archive: Archive) -> None:
        with Archive.open(archive.folder):  # for writing, as the one writer
            waited.append(archive)
        searching_module.run(update(archive), "")

    monkeypatch.setattr(searching_module, "catch_up", catch_up)
    run("annotate", "--query", "гребля", "--tag", "person")
    assert waited


def test_a_query_without_words_tags_nothing(article: str, run_json: Json) -> None:
    assert run_json("annotate", "--query", "lang:uk", "--tag", "person")["passages"] == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [(("--query", "(", "--tag", "person"), 2), (("--query", "гребля", "--tag", "dragon"), 1), (("--tag", "person"), 2)],
)
def test_mistakes_with_a_query_change_nothing(
    article: str, run: Run, run_json: Json, options: tuple[str, ...], code: int
) -> None:
    run("annotate", *options, code=code)
    assert run_json("show", article)["annotations"] == []
