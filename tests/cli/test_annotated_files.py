# SPDX-License-Identifier: GPL-3.0-or-later
"""import, of what other programs annotated; in a format that exists here only."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import FileDamaged
from archivist.exchange import Format
from archivist.exchange.items import Item, Problem, ReadAnnotation, ReadDocument
from tests.cli.conftest import Run

Json = Callable[..., Any]
TEXT = "Порт стоїть\n\nЗагинуло 18 людей, каже Гречаник."


def _read(path: Path) -> Iterator[Item]:
    try:
        made = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise FileDamaged(path, "it is no JSON") from error
    for number, (words, _) in enumerate(made["marks"], 1):
        if words not in made["made"]:
            yield Problem(f"{path.name}, mark {number}", f"“{words}” is not in the text")
    found = [(made["made"].index(words), words, label) for words, label in made["marks"] if words in made["made"]]
    marks = (ReadAnnotation(str(at), at, at + len(words), label) for at, words, label in found)
    yield ReadDocument(path.stem, made["made"], tuple(marks))
    if "ends" in made:
        raise FileDamaged(path, "it ends in the middle")


def _recognises(path: Path) -> bool:
    return path.is_file() and path.read_bytes()[:8] == b'{"made":'


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two formats of JSON files: one with a name of its own, one with that of a reader of tables."""
    registry = importlib.import_module("archivist.exchange.formats")
    own = Format("made-up", "Made up", (".json",), read=_read, recognises=_recognises)
    table = Format("csv", "Made up, too", (".csv",), read=_read, recognises=_recognises)
    monkeypatch.setattr(registry, "_BUILT_IN", (*registry._BUILT_IN, own, table))


@pytest.fixture
def press(tmp_path: Path, run: Run) -> Path:
    """A new archive beside a folder with an annotated file and a plain one."""
    run("new")
    folder = tmp_path / "press"
    folder.mkdir()
    write(folder / "port.json", ("18", "NUM"), ("Гречаник", "PER"))
    (folder / "letter.txt").write_text("Лист редакції\n\nДякуємо за вашу роботу сердечно.", encoding="utf-8")
    return folder


def write(path: Path, *marks: tuple[str, str], text: str = TEXT) -> Path:
    path.write_text(json.dumps({"made": text, "marks": marks}, ensure_ascii=False), encoding="utf-8")
    return path


def by_name(report: Any) -> dict[str, Any]:
    return {Path(file["path"]).name: file for file in report["files"]}


def tags(run_json: Json, article: str) -> list[tuple[str, str]]:
    return [(one["quote"], one["tag"]) for one in run_json("show", article)["annotations"]]


def test_annotated_files_are_known_among_others(press: Path, run_json: Json) -> None:
    report = run_json("import", press, "--collection", "Порт")
    files = by_name(report)
    assert {name: file["status"] for name, file in files.items()} == {"port.json": "imported", "letter.txt": "imported"}
    port = files["port.json"]
    assert (port["annotations"], port["format"], report["imported"]) == (2, "made-up", 2)
    shown = run_json("show", port["articles"][0])
    assert (shown["body"], shown["collections"]) == (TEXT, ["Порт"])
    assert tags(run_json, port["articles"][0]) == [("18", "quantity"), ("Гречаник", "person")]
    assert by_name(run_json("import", press))["port.json"]["status"] == "duplicate"


def test_a_format_can_be_named(press: Path, run: Run, run_json: Json) -> None:
    report = run_json("import", press, "--as", "made-up")
    assert [Path(file["path"]).name for file in report["files"]] == ["port.json"]
    (press / "letter.json").write_text("{", encoding="utf-8")
    (file,) = run_json("import", press / "letter.json", "--as", "made-up", code=1)["files"]
    assert (file["status"], file["articles"]) == ("refused", [])
    assert "it is no JSON" in file["reason"]
    empty = press / "empty"
    empty.mkdir()
    assert "no file that can be of the format made-up" in run("import", empty, "--as", "made-up", code=2).stderr
    error = run("import", press, "--as", "no such", code=2).stderr
    assert "made-up" in error
    assert "text" in error


def test_a_name_that_a_reader_of_plain_files_has_too_means_what_is_in_the_file(press: Path, run_json: Json) -> None:
    plain = press / "news.csv"
    plain.write_text("text\nПовінь прийшла в село, і вода стоїть.\n", encoding="utf-8")
    (file,) = run_json("import", plain, "--as", "csv")["files"]
    assert (file["status"], file["format"]) == ("imported", "csv")
    assert run_json("show", file["articles"][0])["annotations"] == []


def test_labels_become_the_tags_of_a_mapping(press: Path, tmp_path: Path, run: Run, run_json: Json) -> None:
    mapping = tmp_path / "ner.json"
    labels = {"NUM": {"tag": "killed"}, "PER": None}
    mapping.write_text(json.dumps({"labels": labels}), encoding="utf-8")
    file = by_name(run_json("import", press, "--map", mapping))["port.json"]
    assert tags(run_json, file["articles"][0]) == [("18", "killed")]
    assert file["status"] == "warning"
    assert file["notes"] == ["1 annotation with the label “PER”: left out, as decided"]


def test_a_mapping_is_saved_as_a_profile(press: Path, tmp_path: Path, run: Run, run_json: Json) -> None:
    mapping = tmp_path / "ner.json"
    mapping.write_text(json.dumps({"labels": {"NUM": "killed", "PER": "person"}}), encoding="utf-8")
    saved = run_json("profiles", "save", "ner", "--from", mapping)
    assert saved["settings"] == {"labels": {"NUM": {"tag": "killed"}, "PER": {"tag": "person"}}}
    assert "ner:  tags for 2 labels" in run("profiles").stdout
    file = by_name(run_json("import", press, "--map", "NER"))["port.json"]
    assert tags(run_json, file["articles"][0]) == [("18", "killed"), ("Гречаник", "person")]
    assert "labels" in run("import", press, "--profile", "ner", code=1).stderr
    run("profiles", "save", "ner", "--from", mapping, "--column", "body=text", code=2)
    mapping.write_text("[", encoding="utf-8")
    assert "not JSON" in run("profiles", "save", "ner", "--from", mapping, code=1).stderr


def test_a_mistaken_mapping_is_refused_before_anything_is_imported(
    press: Path, tmp_path: Path, run: Run, run_json: Json
) -> None:
    mapping = tmp_path / "ner.json"
    mapping.write_text('{"labels": {"PER": 7}}')
    assert "“PER”" in run("import", press, "--map", mapping, code=1).stderr
    assert "No import profile “none”" in run("import", press, "--map", "none", code=1).stderr
    assert run_json("list") == {"articles": []}
    assert "no file with annotations" in run("import", press / "letter.txt", "--map", mapping, code=2).stderr


def test_a_bundle_has_no_labels_to_map(press: Path, tmp_path: Path, run: Run) -> None:
    run("import", press)
    run("export", "--out", tmp_path / "bundle")
    assert "brings its tags with it" in run("import", tmp_path / "bundle", "--map", "x", code=2).stderr


def test_a_preview_tells_what_labels_would_become(press: Path, run: Run, run_json: Json) -> None:
    (press / "broken.json").write_text('{"made":', encoding="utf-8")
    files = by_name(run_json("import", "--preview", press, code=1))
    port = files["port.json"]
    assert (port["status"], port["format"], port["articles"], port["annotations"]) == ("imported", "made-up", 1, 2)
    assert port["labels"][0] == {
        "label": "NUM", "tag": "quantity", "kind": "figure", "new": False, "annotations": 1, "example": "18",
    }  # fmt: skip
    assert (files["broken.json"]["status"], files["letter.txt"]["format"]) == ("refused", "text")
    said = run("import", "--preview", press, code=1).stdout
    assert "“PER” → person (actor)  Гречаник" in said
    assert "it is no JSON" in said
    assert run_json("list") == {"articles": []}


def test_what_could_not_be_read_is_told(press: Path, tmp_path: Path, run: Run, run_json: Json) -> None:
    write(press / "port.json", *((f"немає {number}", "PER") for number in range(7)), ("18", "NUM"))
    (file,) = run_json("import", press / "port.json", "--report", tmp_path / "report.txt")["files"]
    assert (file["status"], file["annotations"], len(file["notes"])) == ("warning", 1, 7)
    assert "port.json, mark 7: “немає 6” is not in the text" in file["notes"]
    assert "and 2 more" in file["reason"]
    assert "mark 7" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_without_annotations_it_is_no_success(press: Path, run_json: Json) -> None:
    write(press / "port.json")
    (file,) = run_json("import", press / "port.json")["files"]
    assert (file["status"], file["annotations"]) == ("warning", 0)
    assert file["reason"].startswith("no annotations were found in it: its text is not marked")


@pytest.fixture
def elsewhere(press: Path, tmp_path: Path, run: Run) -> Path:
    """Web Annotations of texts that are in another archive, with a tag and a record that are not here."""
    there = ("--archive", tmp_path / "there")
    run(*there, "new")
    run(*there, "tags", "add", "own tag", "--kind", "actor")
    run(*there, "import", press / "port.json")
    run(*there, "records", "add", "Гречаник", "--kind", "actor")
    run(*there, "export", "--format", "w3c", "--out", tmp_path / "port.jsonld")
    return tmp_path / "port.jsonld"


def test_annotations_of_texts_that_are_not_here_are_refused_in_a_preview_as_in_the_import(
    elsewhere: Path, run: Run, run_json: Json
) -> None:
    ahead = run_json("import", "--preview", elsewhere, code=1)
    [file] = ahead["files"]
    assert (ahead["imported"], ahead["refused"], file["status"], file["articles"]) == (0, 1, "refused", 0)
    assert file["merge"]["annotations"]["left_out"] == file["annotations"] == 2
    assert "Would be: 0 imported, 0 duplicate, 1 refused." in run("import", "--preview", elsewhere, code=1).stdout
    report = run_json("import", elsewhere, code=1)
    [done] = report["files"]
    assert (report["imported"], report["refused"], done["status"], done["annotations"]) == (0, 1, "refused", 0)
    assert done["reason"].startswith("none of its 2 annotations was taken in")
    assert done["reason"] == file["reason"]
    assert "tags: 21 unchanged" in done["reason"]


def test_a_preview_says_what_is_here_already(press: Path, run_json: Json) -> None:
    run_json("import", press / "port.json")
    [file] = run_json("import", "--preview", press / "port.json")["files"]
    assert (file["status"], file["merge"]["annotations"]["unchanged"]) == ("duplicate", 2)
    assert [label["label"] for label in file["labels"]] == ["NUM", "PER"]


def test_a_preview_of_what_breaks_off_tells_how_far_it_goes(press: Path, run_json: Json) -> None:
    (press / "off.json").write_text('{"made": "Порт стоїть", "marks": [], "ends": true}', encoding="utf-8")
    [file] = run_json("import", "--preview", press / "off.json")["files"]
    assert (file["status"], file["articles"]) == ("warning", 1)
    assert "what follows was not read" in file["notes"][0]


def test_what_was_left_out_before_makes_the_same_file_nothing_new(press: Path, run_json: Json) -> None:
    write(press / "port.json", ("немає", "PER"), ("18", "NUM"))
    assert run_json("import", press / "port.json")["files"][0]["status"] == "warning"
    again = run_json("import", press / "port.json")
    [file] = again["files"]
    assert (file["status"], again["imported"], len(file["notes"])) == ("duplicate", 0, 1)


def test_what_such_a_file_says_itself_is_refused_as_an_option(press: Path, run: Run, run_json: Json) -> None:
    error = run("import", press, "--outlet", "Вісник", code=2).stderr
    assert "is of the format made-up" in error
    assert "leave out --outlet" in error
    assert run_json("list") == {"articles": []}


def test_the_encoding_of_files_that_do_not_say_it_themselves(tmp_path: Path, run: Run, run_json: Json) -> None:
    run("new")
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_bytes(TEXT.encode("cp866"))
    start = TEXT.index("Гречаник")
    (folder / "a.ann").write_bytes(f"T1\tPER {start} {start + 8}\tГречаник\n".encode("cp866"))
    [file] = run_json("import", folder, "--encoding", "cp866")["files"]
    assert (file["status"], file["annotations"], file["format"]) == ("imported", 1, "brat")
    assert run_json("show", file["articles"][0])["body"] == TEXT
    assert "no such" in run("import", folder, "--encoding", "no such", code=2).stderr


def test_what_says_its_encoding_itself_takes_none(press: Path, run: Run) -> None:
    assert "leave out --encoding" in run("import", press, "--encoding", "cp1251", code=2).stderr
