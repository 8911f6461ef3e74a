# SPDX-License-Identifier: GPL-3.0-or-later
"""A bundle whose checksums are right may still hold anything: it is imported or refused, never more."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archivist.errors import BundleRefused, BundleUnsafe
from archivist.exchange import import_bundle
from archivist.store import Archive
from tests.exchange.sealing import change_json, change_line, seal
from tests.long_work import run_to_end

ROUNDS = 300
LONGEST_SENTENCE = 400
DOCUMENTS = ("bundle.json", "codebook.json", "articles.jsonl", "annotations.jsonld", "records.json")
UUID = "2b6f0cc9-0000-4000-8000-000000000001"


def nested(depth: int, value: Any = 1) -> Any:
    for _ in range(depth):
        value = [value]
    return value


ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 1.5, 10**30, 2**63, 2**63 - 1, float("inf"), float("nan")),
    *("", " ", "\0", "a\0b", "\ud800", "a\udfffb", "\n", "\r\n", "\x85", "\x1b[2J", "\u202e", "\ufeff", "x" * 300_000),
    *("0001-01-01", "2022-02-30", "9999-99", "учора", "/", "/" * 5000, "2022-01-08/2021-01-01", "-" * 3000, "9" * 5000),
    *("[" * 500, "{1667,1668}", "2022-02-30T00:00:00Z", "２０２２-01-01T00:00:00Z", "2022-01-01T99:00:00Z"),
    *(UUID, UUID.upper(), f"{{{UUID}}}", f"urn:uuid:{UUID}", f"urn:uuid:{UUID.upper()}", UUID.replace("-", "")),
    *("../../planted", "/planted", "C:\\planted", "0" * 64, "F" * 64, "#GGGGGG", "İ", "ß", "review", "event", "=1+1"),
    *('{"value": "багато"}', '{"as_of": "ніколи"}', '{"value": 1e999}', '{"\\u0000": 1}', '{"a": "\\ud800"}', "[1]"),
    *(json.dumps({"a": nested(300)}), '{"low": 2, "high": 1}', '{"approximation": []}', '{"": 1}', "{"),
    *([], {}, [[]], [{}], {"": ""}, {"a": nested(300)}, nested(300), [1, "a"], ["a\nb"], ["a", "A", "a"], ["\x1b"]),
)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a document, as what holds it and its key there."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


def make_odd(value: Any, chance: random.Random) -> None:
    """Change one or two places of a document."""
    for _ in range(chance.choice((1, 1, 2))):
        found = list(places(value))
        if not found:
            return
        holder, key = chance.choice(found)
        action = chance.random()
        if action < 0.1:
            del holder[key]
        elif action < 0.15 and isinstance(holder, list):
            holder.append(holder[key])
        elif action < 0.2 and isinstance(holder, dict):
            holder[chance.choice(("", "a\0", "\udfff", "id"))] = holder[key]
        else:
            holder[key] = chance.choice(ODD)


def write_odd(folder: Path, chance: random.Random) -> Path:
    name = chance.choice(DOCUMENTS)
    path = folder / "data" / name
    if name.endswith("jsonl"):
        change_line(path, lambda line: make_odd(line, chance), chance.randrange(2))
    else:
        change_json(path, lambda document: make_odd(document, chance))
    return seal(folder)


def test_whatever_it_holds_it_is_imported_or_refused(bundle: Path, tmp_path: Path) -> None:
    imported, refusals = 0, []
    with Archive.create(tmp_path / "fuzzed") as fuzzed:
        for round_ in range(ROUNDS):
            folder = tmp_path / "odd"
            shutil.copytree(bundle, folder)
            write_odd(folder, random.Random(round_))
            try:
                run_to_end(import_bundle(fuzzed, folder))
                imported += 1
                fuzzed.history.undo()  # so that the next is new again
            except (BundleRefused, BundleUnsafe) as error:
                refusals.append(error.detail)
            shutil.rmtree(folder)
        assert (fuzzed.articles.count(), fuzzed.annotations.count(), fuzzed.tags.all()) == (0, 0, [])
        assert run_to_end(fuzzed.verify()) == ()
    assert min(imported, len(refusals)) > ROUNDS / 20
    assert [detail for detail in refusals if "data/" not in detail or len(detail) > LONGEST_SENTENCE] == []
