# SPDX-License-Identifier: GPL-3.0-or-later
"""The reading that the benchmark of the window is held against, and that every difference from it is told."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.desk_by_keyboard.reading import Reading, compare, read

READING = Path(__file__).parents[1] / "benchmarks" / "desk_by_keyboard" / "kazakhstan-2022-01-08.toml"
BODY = "Мер назвав 5 поранених. Мер пішов."
HELD = f"""
text = "{hashlib.sha256(BODY.encode()).hexdigest()}"
[[records]]
kind = "actor"
name = "мер"
tag = "person"
mentions = [[0, 3], [24, 27]]
[[records]]
kind = "figure"
name = "поранені"
tag = "wounded"
mentions = [[11, 22]]
attributes = {{ value = 5 }}
[relations]
claimant = [["поранені", "мер"]]
"""


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    path = tmp_path / "reading.toml"
    path.write_text(HELD, encoding="utf-8")
    return read(path, BODY)


def shown() -> dict[str, Any]:
    """What `archivist show --json` says of an archive that holds just what was read."""
    wounded = {"value": 5, "unit": "осіб"}
    return {
        "records": [{"id": "1", "name": "мер"}, {"id": "2", "name": "поранені"}],
        "annotations": [
            {"kind": "actor", "start": 0, "end": 3, "quote": "Мер", "tag": "person", "record": "1", "attributes": {}},
            {"kind": "actor", "start": 24, "end": 27, "quote": "Мер", "tag": "person", "record": "1", "attributes": {}},
            {"kind": "figure", "start": 11, "end": 22, "quote": "5 поранених", "tag": "wounded", "record": "2",
             "attributes": wounded},
            {"kind": "date", "start": 0, "end": 3, "quote": "Мер", "tag": "date", "record": None, "attributes": {}},
        ],
        "relations": [{"type": "claimant", "source": {"record": "2"}, "target": {"record": "1"}}],
    }  # fmt: skip


def test_what_is_as_it_was_read_does_not_differ(reading: Reading) -> None:
    assert not any(compare(reading, shown()).values())


def test_every_difference_is_told(reading: Reading) -> None:
    made = shown()
    made["annotations"][0] |= {"end": 9, "quote": "Мер назва"}
    made["annotations"][1] |= {"record": "2", "tag": "group"}
    made["annotations"][2]["attributes"] = {"value": 6}
    made["records"].append({"id": "3", "name": "ще"})
    made["relations"][0]["type"] = "says"
    assert compare(reading, made) == {
        "mentions missing": ["Мер"],
        "mentions extra": ["Мер назва"],
        "wrong record": ["Мер: поранені"],
        "wrong tag": ["Мер: group"],
        "wrong attribute": ["5 поранених: value 6"],
        "records missing": [],
        "records extra": ["ще"],
        "relations missing": ["claimant | поранені | мер"],
        "relations extra": ["says | поранені | мер"],
    }


def test_a_reading_of_another_text_is_refused(tmp_path: Path, reading: Reading) -> None:
    with pytest.raises(ValueError, match="another text"):
        read(tmp_path / "reading.toml", BODY.replace("Мер пішов", "Він пішов"))


def test_the_seed_was_read(seed: Path) -> None:
    held = read(READING, seed.read_text(encoding="utf-8"))
    assert len(held.mentions) == 150
    assert {record.kind.value for record in held.records.values()} == {"actor", "event", "figure"}
    assert {type_ for type_, *_ in held.relations} == {
        "participant", "place", "claimant", "counts-for", "part-of", "cause", "says",
    }  # fmt: skip
