# SPDX-License-Identifier: GPL-3.0-or-later
"""What followthemoney itself makes of its test data, read with equal counts."""

from __future__ import annotations

import csv
import sqlite3
from collections import Counter
from pathlib import Path

from archivist.exchange.ftm import FORMAT
from archivist.exchange.items import ReadRecord, ReadRelation
from tests.exchange.brought_back import items_of, problems_of
from tests.exchange.reading_elsewhere import run_elsewhere


def test_companies_and_experts(cases: Path, tmp_path: Path) -> None:
    folder = cases / "followthemoney" / "fixtures"
    path = tmp_path / "mapped.jsonl"
    path.write_text(run_elsewhere("followthemoney_mapped", folder), encoding="utf-8")
    assert FORMAT.recognises is not None
    assert FORMAT.recognises(path)
    with (folder / "experts.csv").open(encoding="utf-8", newline="") as file:
        experts = list(csv.DictReader(file))
    database = sqlite3.connect(f"{(folder / 'kek.sqlite').as_uri()}?mode=ro", uri=True)
    joined = (
        "FROM shares JOIN company owner ON owner.id = shares.shareholder JOIN company owned ON owned.id = shares.owns"
    )
    companies = database.execute(f"SELECT owner.id {joined} UNION SELECT owned.id {joined}").fetchall()
    pairs = database.execute(f"SELECT DISTINCT owner.id, owned.id {joined}").fetchall()
    database.close()
    items = items_of(FORMAT, path)
    types = Counter(item.draft.type for item in items if isinstance(item, ReadRecord))
    assert types["person"] == len({row["name"] for row in experts})
    assert types["state body"] == len({row["group_code"] for row in experts})
    links = Counter(item.type for item in items if isinstance(item, ReadRelation))
    assert links["Member"] == len({(row["name"], row["group_code"]) for row in experts})
    assert types["organisation"] == len(companies)
    # Its mapping makes one entity of two companies that own each other, with both as owners and both as owned.
    merged: dict[frozenset[int], list[tuple[int, int]]] = {}
    for pair in pairs:
        merged.setdefault(frozenset(pair), []).append(pair)
    ends = [[set(side) for side in zip(*several, strict=True)] for several in merged.values()]
    assert links["Ownership"] == sum(len(owners) * len(owned) for owners, owned in ends)
    # What records and relations have no place for is counted.
    left = [problem.what.split(" was")[0] for problem in problems_of(items)]
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line]
    for name, schema in (("address", "Company"), ("percentage", "Ownership")):
        count = sum(f'"{name}"' in line for line in lines)
        assert f"{count} times “{name}” of a {schema}" in left
