# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from archivist.errors import DiskFull
from archivist.intake import pipeline
from archivist.store.articles import Articles
from tests.cli.conftest import FLOOD, Run

Json = Callable[..., Any]


def test_an_imported_file_is_shown_as_it_is(flood: Path, run_json: Json) -> None:
    report = run_json("import", flood, "--published", "2024-03-05", "--outlet", "Вісник", "--collection", "Повінь")
    (file,) = report["files"]
    assert (file["status"], file["encoding"], report["imported"], report["refused"]) == ("imported", "utf-8", 1, 0)
    shown = run_json("show", file["articles"][0])
    assert shown["body"] == FLOOD
    assert shown["title"] == "Прорвало греблю біля Ожвина"
    assert (shown["outlet"], shown["published"], shown["language"]) == ("Вісник", "2024-03-05", "uk")
    assert shown["collections"] == ["Повінь"]
    raw = FLOOD.encode()
    assert shown["original"] == {
        "sha256": hashlib.sha256(raw).hexdigest(),
        "media_type": "text/plain",
        "size": len(raw),
    }
    assert shown["annotations"] == []


def test_the_same_bytes_are_a_duplicate_of_the_first(flood: Path, run_json: Json) -> None:
    first = run_json("import", flood)["files"][0]
    again = run_json("import", flood)
    assert again["files"][0]["status"] == "duplicate"
    assert again["files"][0]["articles"] == first["articles"]
    assert again["imported"] == 0
    assert len(run_json("list")["articles"]) == 1


def test_an_encoding_can_be_named(flood: Path, run_json: Json) -> None:
    flood.write_bytes(FLOOD.encode("koi8_u"))
    file = run_json("import", flood, "--encoding", "koi8-u")["files"][0]
    assert run_json("show", file["articles"][0])["body"] == FLOOD


def test_a_batch_goes_on_past_a_bad_file(tmp_path: Path, flood: Path, run_json: Json, run: Run) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    report = run_json("import", tmp_path / "empty.txt", flood, tmp_path / "image.txt", tmp_path / "none.txt", code=1)
    assert [file["status"] for file in report["files"]] == ["refused", "imported", "refused", "refused"]
    assert (report["imported"], report["refused"]) == (1, 3)
    assert all(file["reason"] for file in report["files"] if file["status"] == "refused")
    run("verify")


def test_a_mistaken_date_is_refused_before_anything_is_read(flood: Path, run: Run, run_json: Json) -> None:
    assert "учора" in run("import", flood, "--published", "учора", code=2).stderr
    assert run_json("list") == {"articles": []}


def test_a_path_and_an_option_that_are_not_utf_8_are_imported(flood: Path, run: Run, run_json: Json) -> None:
    path = flood.rename(flood.with_name("\udcff.txt"))
    (file,) = run_json("import", path, "--outlet", "\udcffісник", "--collection", "\udcd0")["files"]
    assert file["path"].endswith("/\ufffd.txt")
    shown = run_json("show", file["articles"][0])
    assert (shown["outlet"], shown["collections"]) == ("\ufffdісник", ["\ufffd"])
    assert "\ufffd.txt" in run("import", path).stdout


def test_a_wrong_encoding_is_told_of_and_not_passed_over(flood: Path, run_json: Json) -> None:
    flood.write_bytes(FLOOD.encode("koi8_u"))
    run_json("import", flood, "--encoding", "cp1251")
    (file,) = run_json("import", flood, "--encoding", "koi8-u")["files"]
    assert (file["status"], file["encoding"]) == ("duplicate", "cp1251")
    assert "read as text in cp1251" in file["reason"]


@pytest.fixture
def bundle(flood: Path, run: Run, tmp_path: Path) -> Path:
    """A bundle of an article that is not in the archive any more."""
    extra = tmp_path / "bundled.txt"
    extra.write_text("Міст відкрили\n\nМіст через Ожву відкрили для машин.\n")
    run("import", extra)
    run("export", "--out", tmp_path / "bundle")
    (tmp_path / "coverage").rename(tmp_path / "other")
    run("new")
    return tmp_path / "bundle"


def test_a_bundle_goes_into_the_collection(bundle: Path, run_json: Json) -> None:
    (file,) = run_json("import", bundle, "--collection", "Повінь")["files"]
    assert (file["status"], len(file["articles"])) == ("warning", 1)
    assert file["reason"].startswith("no annotations were found in it: its text is not marked")
    assert run_json("show", file["articles"][0])["collections"] == ["Повінь"]


@pytest.mark.parametrize(
    "option", [("--outlet", "Вісник"), ("--published", "2024"), ("--lang", "uk"), ("--encoding", "cp1251")]
)
def test_what_a_bundle_says_itself_is_refused_before_anything_is_imported(
    bundle: Path, flood: Path, run: Run, run_json: Json, option: tuple[str, str]
) -> None:
    assert f"leave out {option[0]}" in run("import", flood, bundle, *option, code=2).stderr
    assert run_json("list") == {"articles": []}


def test_a_mistaken_option_is_refused_before_a_bundle_is_imported(
    bundle: Path, flood: Path, run: Run, run_json: Json
) -> None:
    run("import", bundle, flood, "--published", "учора", code=2)
    assert run_json("list") == {"articles": []}


def _after_the_first_file(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the import write each file by itself, and end with this error at the second."""
    monkeypatch.setattr(pipeline, "_BATCH", 1)
    add, calls = Articles.add, iter((None, error))

    def failing(*arguments: Any, **named: Any) -> Any:
        if (wrong := next(calls)) is not None:
            raise wrong
        return add(*arguments, **named)

    monkeypatch.setattr(Articles, "add", failing)


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [(DiskFull(Path("disk")), 1, "disk"), (KeyboardInterrupt(), 130, "stopped; what was finished is kept")],
)
def test_what_came_in_before_the_import_ended_is_told(
    flood: Path,
    run: Run,
    run_json: Json,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    code: int,
    sentence: str,
) -> None:
    second = flood.with_name("second.txt")
    second.write_text("Міст відкрили\n")
    _after_the_first_file(monkeypatch, error)
    result = run("import", flood, second, "--json", code=code)
    (file,) = json.loads(result.stdout)["files"]
    assert (file["path"], file["status"]) == (str(flood), "imported")
    assert sentence in result.stderr
    assert len(run_json("list")["articles"]) == 1


def test_a_full_disk_ends_the_import_of_bundles(
    bundle: Path, flood: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise DiskFull(Path("disk"))

    monkeypatch.setattr(Articles, "add", full)
    result = run("import", bundle, flood, "--json", code=1)
    assert json.loads(result.stdout)["files"] == []
    assert "disk" in result.stderr


def test_bundles_in_a_folder_come_in_as_bundles(flood: Path, run: Run, run_json: Json, tmp_path: Path) -> None:
    article = run_json("import", flood)["files"][0]["articles"][0]
    run("annotate", article, "--quote", "1968", "--tag", "quantity")
    (tmp_path / "post" / "deeper").mkdir(parents=True)
    run("export", "--out", tmp_path / "post" / "deeper" / "bundle")
    run("export", "--out", tmp_path / "post" / "bundle.zip")
    (tmp_path / "post" / "letter.txt").write_text("Лист редакції\n\nДякуємо за вашу роботу сердечно.", encoding="utf-8")
    files = run_json("import", tmp_path / "post")["files"]
    assert {Path(file["path"]).name: file["status"] for file in files} == {
        "bundle": "duplicate",
        "bundle.zip": "duplicate",
        "letter.txt": "imported",
    }


def test_a_preview_writes_nothing(flood: Path, run: Run, run_json: Json) -> None:
    (file,) = run_json("import", "--preview", flood)["files"]
    assert (file["status"], file["format"], file["articles"]) == ("imported", "text", 1)
    assert file["lines"][0] == "Прорвало греблю біля Ожвина"
    assert "Рятувальники" in run("import", "--preview", flood).stdout
    assert run_json("list") == {"articles": []}


def test_a_preview_has_no_report(flood: Path, tmp_path: Path, run: Run) -> None:
    assert "--json" in run("import", "--preview", flood, "--report", tmp_path / "report.json", code=2).stderr


def test_a_preview_says_what_would_be_refused(flood: Path, run: Run) -> None:
    flood.write_bytes(b"")
    assert "is empty" in run("import", "--preview", flood, code=1).stdout


def test_a_preview_names_bundles(bundle: Path, run: Run) -> None:
    assert "bundle" in run("import", "--preview", bundle).stdout


def test_a_report_is_written_to_a_new_file(flood: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    run("import", flood, "--report", path)
    assert json.loads(path.read_text(encoding="utf-8"))["imported"] == 1
    assert "already exists" in run("import", flood, "--report", path, code=1).stderr
    run("import", flood, "--report", tmp_path / "report.doc", code=2)


def test_a_stopped_import_is_resumed(flood: Path, run: Run, run_json: Json, monkeypatch: pytest.MonkeyPatch) -> None:
    flood.with_name("second.txt").write_text("Міст відкрили\n")
    with monkeypatch.context() as patch:
        _after_the_first_file(patch, KeyboardInterrupt())
        run("import", flood, flood.with_name("second.txt"), code=130)
    report = run_json("import", "--resume")
    assert [file["status"] for file in report["files"]] == ["duplicate", "imported"]
    assert "No import was stopped" in run("import", "--resume").stderr


@pytest.mark.parametrize("more", [(), ("--resume", "a.txt"), ("--resume", "--lang", "uk")])
def test_what_cannot_be_meant_is_a_mistake(flood: Path, run: Run, more: tuple[str, ...]) -> None:
    run("import", *more, code=2)


def test_an_empty_folder_says_that_nothing_is_in_it(flood: Path, tmp_path: Path, run: Run, run_json: Json) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for arguments in ((), ("--preview",), ("--as", "text")):
        report = run_json("import", empty, *arguments, code=1)
        [file] = report["files"]
        assert (file["path"], file["status"], report["refused"]) == (str(empty), "refused", 1)
        assert "no file to import" in file["reason"]
    (empty / ".hidden").write_text("прихований", encoding="utf-8")
    assert run_json("import", empty, flood, code=1)["imported"] == 1
