# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FLOOD, Run

Json = Callable[..., Any]


def test_new_makes_an_archive_with_the_default_codebook(run: Run, run_json: Json) -> None:
    run("new")
    kinds = {tag["kind"] for tag in run_json("tags")["tags"]}
    assert kinds == {"event", "actor", "figure"}


def test_new_refuses_a_folder_that_is_not_empty(tmp_path: Path, run: Run) -> None:
    (tmp_path / "coverage").mkdir()
    (tmp_path / "coverage" / "letter.txt").write_text("mine")
    assert "not empty" in run("new", code=1).stderr


def test_a_command_without_an_archive_says_so(run: Run) -> None:
    assert "is not an Archivist archive" in run("list", code=1).stderr


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


def test_list_gives_the_promised_fields(flood: Path, run_json: Json, run: Run) -> None:
    run("import", flood, "--published", "2024-03")
    (article,) = run_json("list")["articles"]
    assert article.keys() == {"id", "title", "outlet", "published", "language", "annotations"}
    assert (article["published"], article["annotations"]) == ("2024-03", 0)


def test_an_article_that_is_not_there_is_named(flood: Path, run: Run) -> None:
    assert "deadbeef" in run("show", "deadbeef", code=1).stderr


def test_stats_count_what_there_is(flood: Path, run: Run, run_json: Json) -> None:
    run("import", flood)
    stats = run_json("stats")
    assert (stats["articles"], stats["annotations"], stats["languages"]) == (1, 0, {"uk": 1})


def test_formats_lists_what_is_read_and_written(run_json: Json) -> None:
    formats = {entry["name"]: entry for entry in run_json("formats")["formats"]}
    assert (formats["bundle"]["in"], formats["bundle"]["out"]) == (True, True)
    assert formats["html"]["in"]
    assert all(entry.keys() >= {"name", "title", "in", "out", "extensions"} for entry in formats.values())


def test_verify_finds_a_changed_original(flood: Path, run: Run, run_json: Json, tmp_path: Path) -> None:
    run("import", flood)
    run("search", "греблю")
    assert run_json("verify") == {"findings": []}
    (original,) = (path for path in (tmp_path / "coverage" / "originals").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_text("changed")
    (finding,) = run_json("verify", code=1)["findings"]
    assert "changed" in finding["problem"]


@pytest.mark.parametrize("command", ["new", "import", "list", "show", "stats", "formats", "search", "tags", "annotate"])
def test_every_command_has_help(run: Run, command: str) -> None:
    assert "Usage:" in run(command, "--help").stdout
