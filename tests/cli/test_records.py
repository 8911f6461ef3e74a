# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import validate

from archivist.store import Archive
from tests.cli.conftest import Run

Json = Callable[..., Any]

_TEXT = {"type": "string"}
_END = {
    "type": "object",
    "required": ["type", "id", "kind", "label", "article", "record"],
    "properties": {"type": {"enum": ["annotation", "record"]}, "id": _TEXT, "label": _TEXT},
}
RELATION = {
    "type": "object",
    "required": ["id", "type", "source", "target", "note", "created_by", "created_at"],
    "properties": {"source": _END, "target": _END, "type": _TEXT},
}
RECORD = {
    "type": "object",
    "required": [
        *("id", "kind", "name", "aliases", "type", "roles", "external_ids", "date", "place", "parent", "counted"),
        *("of_whom", "unit", "note", "annotations", "created_by", "created_at", "modified_at"),
    ],
    "properties": {
        "kind": {"enum": ["actor", "event", "figure"]},
        "aliases": {"type": "array", "items": {"type": "object", "required": ["name", "language"]}},
        "roles": {
            "type": "array",
            "items": {"type": "object", "required": ["title", "organisation", "since", "until"]},
        },
        "external_ids": {"type": "object", "additionalProperties": _TEXT},
        "parent": {"type": ["string", "null"]},
        "annotations": {"type": "integer"},
    },
}
PAGE = {
    "allOf": [RECORD],
    "required": ["parts", "relations", "total", "passages"],
    "properties": {
        "relations": {"type": "array", "items": RELATION},
        "passages": {
            "type": "array",
            "items": {"type": "object", "required": ["article", "title", "outlet", "published", "annotation"]},
        },
    },
}
LOADED = {
    "type": "object",
    "required": [
        *("path", "format", "encoding", "new", "restored", "completed", "unchanged", "refused", "lines", "left_out"),
    ],
    "properties": {
        "lines": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["line", "name", "refused", "reason"],
                "properties": {"line": {"type": "integer"}, "refused": {"type": "boolean"}},
            },
        }
    },
}


@pytest.fixture
def article(flood: Path, run_json: Json) -> str:
    article: str = run_json("import", flood, "--outlet", "Вісник", "--published", "2024-03-05")["files"][0]["articles"][
        0
    ]
    return article


@pytest.fixture
def minister(article: str, run_json: Json) -> Any:
    """A record, linked to one passage."""
    made = run_json(
        *("records", "add", "Іван Гречаник", "--kind", "actor", "--type", "person", "--alias", "Hrechanyk@en"),
        *("--alias", "Гречаник", "--role", "міністр;Уряд;2020;2024-03", "--id", "wikidata=Q42", "--note", "так"),
    )
    run_json("annotate", article, "--quote", "Гречаника", "--tag", "person", "--record", "hrechanyk")
    return made


def test_a_record_is_added_with_all_its_fields(minister: Any, run_json: Json) -> None:
    validate(minister, RECORD)
    assert minister["aliases"] == [{"name": "Hrechanyk", "language": "en"}, {"name": "Гречаник", "language": ""}]
    assert minister["roles"] == [
        {"title": "міністр", "organisation": "Уряд", "since": "2020", "until": "2024-03"},
    ]
    assert (minister["external_ids"], minister["note"]) == ({"wikidata": "Q42"}, "так")
    (listed,) = run_json("records", "--kind", "actor")["records"]
    assert listed == {**minister, "annotations": 1}
    assert run_json("records", "--kind", "event") == {"records": []}


def test_an_event_and_a_figure_have_fields_of_their_own(flood: Path, run_json: Json) -> None:
    whole = run_json("records", "add", "Повінь", "--kind", "event", "--date", "2024-03")
    part = run_json("records", "add", "Прорив", "--kind", "event", "--place", "Ожвин", "--parent", "повінь")
    figure = run_json(
        *("records", "add", "Загиблі", "--kind", "figure", "--counted", "загиблі", "--of-whom", "люди"),
        *("--unit", "осіб"),
    )
    assert (part["parent"], part["place"]) == (whole["id"], "Ожвин")
    assert (figure["counted"], figure["of_whom"], figure["unit"]) == ("загиблі", "люди", "осіб")
    assert run_json("records", "show", "Повінь")["parts"] == [{"id": part["id"], "name": "Прорив", "date": ""}]


def test_a_record_is_shown_with_its_passages_and_relations(
    minister: Any, article: str, run: Run, run_json: Json
) -> None:
    event = run_json("records", "add", "Прорив", "--kind", "event")
    relation = run_json("relate", "participant", "Прорив", minister["id"][:8], "--note", "обіцяв ремонт")
    validate(relation, RELATION)
    page = run_json("records", "show", "ГРЕЧАНИК")
    validate(page, PAGE)
    assert page["relations"] == [relation]
    assert (relation["source"]["id"], relation["source"]["label"]) == (event["id"], "Прорив")
    (passage,) = page["passages"]
    assert (passage["article"], passage["outlet"], passage["annotation"]["quote"]) == (article, "Вісник", "Гречаника")
    assert run_json("records", "show", "Гречаник", "--limit", "0")["passages"] == []
    printed = run("records", "show", "Гречаник").stdout
    for line in ("alias: Hrechanyk (en)", "role: міністр, Уряд (2020 – 2024-03)", "wikidata: Q42", "1 passage:"):
        assert line in printed
    assert "“Прорив”  participant  “Іван Гречаник” — обіцяв ремонт" in printed


def test_an_article_shows_its_records_and_relations(minister: Any, article: str, run: Run, run_json: Json) -> None:
    figure = run_json("records", "add", "Загиблі", "--kind", "figure")
    claim = run_json("annotate", article, "--quote", "18 людей", "--tag", "killed", "--record", figure["id"])
    event = run_json("records", "add", "Прорив", "--kind", "event")
    run("annotate", article, "--quote", "Прорвало греблю", "--tag", _event_tag(run_json), "--record", "Прорив")
    run("relate", "counts-for", claim["id"], "Прорив")
    run("relate", "participant", "Прорив", "Гречаник")
    shown = run_json("show", article)
    assert {mark["quote"]: mark["record"] for mark in shown["annotations"]} == {
        "Прорвало греблю": event["id"],
        "18 людей": figure["id"],
        "Гречаника": minister["id"],
    }
    assert {record["name"] for record in shown["records"]} == {"Прорив", "Загиблі", "Іван Гречаник"}
    assert [relation["type"] for relation in shown["relations"]] == ["counts-for", "participant"]
    for record in shown["records"]:
        validate(record, RECORD)
    for relation in shown["relations"]:
        validate(relation, RELATION)
    assert shown["relations"][0]["source"]["article"] == article
    printed = run("show", article).stdout
    assert "“Гречаника” = Іван Гречаник" in printed
    assert "“18 людей”  counts-for  “Прорив”" in printed


def _event_tag(run_json: Json) -> str:
    tag: str = next(tag["name"] for tag in run_json("tags")["tags"] if tag["kind"] == "event")
    return tag


def test_a_record_is_edited(minister: Any, run_json: Json) -> None:
    edited = run_json(
        *("records", "edit", "Гречаник", "--name", "І. Гречаник", "--note", "", "--alias", "Greczanik@pl"),
        *("--without-alias", "hrechanyk", "--id", "wikidata=", "--id", "viaf=7", "--role", "депутат"),
    )
    assert (edited["name"], edited["note"], edited["external_ids"]) == ("І. Гречаник", "", {"viaf": "7"})
    assert [alias["name"] for alias in edited["aliases"]] == ["Гречаник", "Greczanik"]
    assert [role["title"] for role in edited["roles"]] == ["міністр", "депутат"]


def test_records_are_merged(minister: Any, run_json: Json) -> None:
    other = run_json("records", "add", "Гречаник І. П.", "--kind", "actor")
    merged = run_json("records", "merge", other["id"], "Іван Гречаник")
    assert (merged["id"], merged["annotations"]) == (other["id"], 1)
    assert run_json("records", "show", minister["id"])["id"] == other["id"]


def test_a_record_is_deleted_and_says_what_that_touched(minister: Any, article: str, run_json: Json) -> None:
    gone = run_json("records", "delete", "Гречаник")
    assert gone == {"id": minister["id"], "name": "Іван Гречаник", "annotations": 1, "relations": 0, "parts": 0}
    assert run_json("records") == {"records": []}
    assert run_json("show", article)["annotations"][0]["record"] is None


def test_namesakes_are_told(minister: Any, run: Run) -> None:
    assert "that had this name before: 1" in run("records", "add", "гречаник", "--kind", "actor").stderr


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("records", "show", "Ніхто"), 1, "No record “Ніхто”"),
        (("records", "add", "Ніхто", "--kind", "date"), 2, "--kind"),
        (("records", "add", "Ніхто"), 2, "--kind"),
        (("records", "add", " ", "--kind", "actor"), 2, "one line of text"),
        (("records", "add", "X", "--kind", "actor", "--type", "dragon"), 2, "possible type of an actor"),
        (("records", "add", "X", "--kind", "event", "--date", "2024-02-30"), 2, "is not in the calendar"),
        (("records", "add", "X", "--kind", "actor", "--date", "2024"), 2, "field of a record of kind actor"),
        (("records", "add", "X", "--kind", "actor", "--id", "Q42"), 2, "SCHEME=VALUE"),
        (("records", "add", "X", "--kind", "actor", "--role", "a;b;c;d;e"), 2, "TITLE;ORGANISATION"),
        (("records", "add", "X", "--kind", "event", "--parent", "Гречаник"), 1, "No record “Гречаник”"),
        (("records", "edit", "Гречаник"), 2, "at least one field"),
        (("records", "merge", "Гречаник", "hrechanyk"), 1, "merged with itself"),
        (("records", "merge", "Гречаник"), 2, "OTHER"),
        (("records", "export", "Гречаник", "--kind", "actor", "--out", "x.csv"), 2, "either RECORD or --kind"),
        (("records", "load", "nowhere.csv"), 1, "nowhere.csv"),
        (("relate", "says", "Гречаник", "Гречаник"), 1, "related to itself"),
        (("relate", "says", "Гречаник", "Ніхто"), 1, "No record “Ніхто”"),
        (("relate", " ", "Гречаник", "Гречаник"), 2, "participant"),
    ],
)
@pytest.mark.usefixtures("minister")
def test_mistakes_are_explained_and_change_nothing(
    run: Run, run_json: Json, words: tuple[str, ...], code: int, sentence: str
) -> None:
    before = run_json("records")
    assert sentence in run(*words, code=code).stderr
    assert run_json("records") == before


def test_a_record_of_another_kind_is_told(minister: Any, article: str, run: Run, run_json: Json) -> None:
    words = ("annotate", article, "--quote", "18 людей", "--tag", "killed", "--record")
    assert "“Іван Гречаник” is of kind actor" in run(*words, "Гречаник", code=1).stderr
    assert "No record “Ніхто”" in run(*words, "Ніхто", code=1).stderr
    assert len(run_json("show", article)["annotations"]) == 1


def test_a_record_goes_with_an_article_only(article: str, run: Run) -> None:
    assert "--record" in run("annotate", "--query", "х", "--tag", "person", "--record", "Гречаник", code=2).stderr


class TestRegistries:
    """Records that come from elsewhere and go there."""

    @pytest.mark.usefixtures("flood")
    def test_a_registry_is_loaded_in_one_step(self, tmp_path: Path, run: Run, run_json: Json) -> None:
        file = tmp_path / "actors.csv"
        file.write_text("id,name,type\n1,Олег,person\n2,,person\n3,Оксана,wizard\n4,Олег,person\n", encoding="utf-8")
        report = run_json("records", "load", file, code=1)
        validate(report, LOADED)
        assert [report[name] for name in ("new", "refused", "format")] == [2, 2, "csv"]
        assert [(line["line"], line["refused"]) for line in report["lines"]] == [(3, True), (4, True), (5, False)]
        printed = run("records", "load", file, code=1).stdout
        assert "line 4: refused: “Оксана” “wizard” is no possible type of an actor" in printed
        assert "2 refused, 2 unchanged" in printed or "2 unchanged, 2 refused" in printed
        with Archive.open(tmp_path / "coverage") as archive:
            archive.history.undo()
            assert archive.records.count() == 0

    @pytest.mark.usefixtures("flood")
    def test_the_kind_of_its_lines_may_be_said(self, tmp_path: Path, run_json: Json) -> None:
        (tmp_path / "a.csv").write_text("name\nЗагиблі\n", encoding="utf-8")
        assert run_json("records", "load", tmp_path / "a.csv", "--kind", "figure")["new"] == 1
        assert run_json("records")["records"][0]["kind"] == "figure"

    def test_what_is_no_registry_is_refused(self, flood: Path, run: Run) -> None:
        assert "names no column “name”" in run("records", "load", flood, code=1).stderr

    def test_records_are_written_and_load_again(self, minister: Any, tmp_path: Path, run: Run, run_json: Json) -> None:
        file = tmp_path / "out.csv"
        assert run_json("records", "export", "--kind", "actor", "--out", file) == {"path": str(file), "records": 1}
        run("records", "delete", "Гречаник")
        assert run_json("records", "load", file)["restored"] == 1
        (again,) = run_json("records")["records"]
        assert {**again, "created_at": 0, "modified_at": 0} == {**minister, "created_at": 0, "modified_at": 0}

    def test_the_passages_of_a_record_are_written(self, minister: Any, tmp_path: Path, run_json: Json) -> None:
        file = tmp_path / "out.csv"
        written = run_json("records", "export", "Гречаник", "--out", file)
        assert written == {"path": str(file), "record": minister["id"], "passages": 1}
        assert "Гречаника" in file.read_text(encoding="utf-8-sig")

    @pytest.mark.usefixtures("minister")
    def test_what_is_there_is_not_written_over(self, tmp_path: Path, run: Run) -> None:
        (tmp_path / "out.csv").write_text("mine")
        assert "already exists" in run("records", "export", "--out", tmp_path / "out.csv", code=1).stderr


def test_a_bundle_carries_the_records(minister: Any, article: str, tmp_path: Path, run: Run, run_json: Json) -> None:
    exported = run_json("export", "--out", tmp_path / "bundle")
    assert (exported["records"], exported["relations"]) == (1, 0)
    run("records", "delete", "Гречаник")
    run("import", tmp_path / "bundle")
    assert run_json("show", article)["annotations"][0]["record"] == minister["id"]


def test_stats_count_the_records(minister: Any, run_json: Json) -> None:
    assert run_json("stats")["records"] == {"actor": 1, "event": 0, "figure": 0}


def test_a_record_is_shown_and_related_by_a_name_in_another_form(run: Run, run_json: Json) -> None:
    run("new")
    head = run_json("records", "add", "Остап Гречаник", "--kind", "actor", "--type", "person")["id"]
    run("records", "add", "Повінь", "--kind", "event")
    assert run_json("records", "show", "Гречаником")["id"] == head
    assert run_json("relate", "participant", "Повінь", "Hrechanyk")["target"]["id"] == head
    run("records", "delete", "Гречаником", code=1)  # what is deleted is named exactly
    run("records", "add", "Марко Гречаник", "--kind", "actor", "--type", "person")
    assert "2 records" in run("records", "show", "Гречаником", code=1).stderr
