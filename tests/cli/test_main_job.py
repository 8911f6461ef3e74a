# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job on the real article, from import to a bundle in another archive."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from archivist.cli import archivist

QUERIES = (
    "Токаєв",
    '"Токаєва"',
    "Токаєва",
    "казахстан протест",
    '"Рада колективної безпеки"',
    "лукашенко",
    "пашинян",
    '"нафтове місто"',
    "поранений",
)
MARKS = (
    ("Мітинги в Казахстані", "protest", {}),
    ("Касим-Жомартом Токаєвим", "person", {}),
    ("загинуло 18 людей", "killed", {"value": "18", "claimant": "МВС Казахстану", "as_of": "2022-01-06"}),
)


@pytest.fixture
def do(tmp_path: Path) -> Any:
    def do(archive: str, *words: str | Path) -> Any:
        result = CliRunner().invoke(archivist, ["--archive", str(tmp_path / archive), *map(str, words), "--json"])
        assert result.exit_code == 0, result.output + result.stderr
        return json.loads(result.stdout)

    return do


def test_the_seed_is_kept_found_marked_and_handed_over(do: Any, seed: Path, cases: Path, tmp_path: Path) -> None:
    do("first", "new")
    (file,) = do("first", "import", seed, "--published", "2022-01-08")["files"]
    article = file["articles"][0]
    assert file["status"] == "imported"
    assert {query: do("first", "search", query)["total"] for query in QUERIES} == dict.fromkeys(QUERIES, 1)
    for quote, tag, attributes in MARKS:
        settings = [word for pair in attributes.items() for word in ("--set", "=".join(pair))]
        do("first", "annotate", article, "--quote", quote, "--tag", tag, *settings)
    shown = do("first", "show", article)
    assert shown["body"] == seed.read_text(encoding="utf-8")
    assert {mark["kind"] for mark in shown["annotations"]} == {"event", "actor", "figure"}

    do("first", "export", "--format", "bundle", "--out", tmp_path / "one")
    _validate(tmp_path / "one", cases)
    do("second", "new")
    do("second", "import", tmp_path / "one")
    do("second", "export", "--out", tmp_path / "two")
    again = do("second", "show", article)
    assert again["annotations"] == shown["annotations"]
    assert _texts(tmp_path / "two") == _texts(tmp_path / "one") != {}
    assert do("second", "verify") == {"findings": []}


def _validate(bundle: Path, cases: Path) -> None:
    bagit = subprocess.run(
        [sys.executable, "-m", "bagit", "--validate", bundle], capture_output=True, text=True, check=False
    )
    assert bagit.returncode == 0, bagit.stderr
    musts = [sys.executable, cases / "web-annotation" / "w3c_musts.py", bundle / "data" / "annotations.jsonld"]
    checked = subprocess.run(musts, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    assert "OK, 3 annotations" in checked.stdout


def _texts(bundle: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (bundle / "data" / "articles").iterdir()}
