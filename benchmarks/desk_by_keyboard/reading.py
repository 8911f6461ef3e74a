# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person read in an article, and how far the output of `archivist show --json` says the same."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archivist.model import Kind


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the article [start, end), in code points, and the record that they speak of."""

    start: int
    end: int
    quote: str
    record: str  # its name


@dataclass(frozen=True, slots=True)
class Read:
    """A record with what is said of its mentions."""

    kind: Kind
    name: str
    tag: str
    attributes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a person read: the records by name, the mentions by start, the relations by record names."""

    records: Mapping[str, Read]
    mentions: tuple[Mention, ...]
    relations: tuple[tuple[str, str, str], ...]  # type, source, target

    def mentions_of(self, name: str) -> list[Mention]:
        """The mentions of a record, in the order of the text."""
        return [each for each in self.mentions if each.record == name]


def read(path: Path, body: str) -> Reading:
    """The reading in a file, placed in the text that was read. Raises ValueError where it is of another text."""
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    if held["text"] != hashlib.sha256(body.encode()).hexdigest():
        raise ValueError(f"{path.name} was read in another text")
    records, mentions = {}, []
    for each in held["records"]:
        name = each["name"]
        records[name] = Read(Kind(each["kind"]), name, each["tag"], each.get("attributes", {}))
        mentions += [Mention(start, end, body[start:end], name) for start, end in each["mentions"]]
    relations = tuple((type_, *ends) for type_, pairs in held["relations"].items() for ends in pairs)
    unknown = {name for _, *ends in relations for name in ends} - records.keys()
    if unknown:
        raise ValueError(f"relations of records that are not there: {unknown}")
    return Reading(records, tuple(sorted(mentions, key=lambda each: (each.start, -each.end))), relations)


def compare(reading: Reading, shown: Mapping[str, Any]) -> dict[str, list[str]]:
    """What differs in `archivist show --json`, by what kind of difference it is; of nothing an empty list."""
    names = {record["id"]: record["name"] for record in shown["records"]}
    kinds = {record.kind for record in reading.records.values()}
    made = {(each["kind"], each["start"], each["end"]): each for each in shown["annotations"] if each["kind"] in kinds}
    wanted = {(reading.records[each.record].kind.value, each.start, each.end): each for each in reading.mentions}
    both = [(wanted[place], made[place]) for place in wanted if place in made]
    related = [
        (each["type"], names.get(each["source"]["record"], ""), names.get(each["target"]["record"], ""))
        for each in shown["relations"]
    ]
    attributes = {each.start: reading.records[each.record].attributes for each, _ in both}
    return {
        "mentions missing": [each.quote for place, each in wanted.items() if place not in made],
        "mentions extra": [each["quote"] for place, each in made.items() if place not in wanted],
        "wrong record": [
            f"{mention.quote}: {names.get(each['record'], 'none')}"
            for mention, each in both
            if names.get(each["record"]) != mention.record
        ],
        "wrong tag": [
            f"{mention.quote}: {each['tag']}"
            for mention, each in both
            if reading.records[mention.record].tag != each["tag"]
        ],
        "wrong attribute": [
            f"{mention.quote}: {name} {each['attributes'].get(name)}"
            for mention, each in both
            for name, value in attributes[mention.start].items()
            if each["attributes"].get(name) != value
        ],
        "records missing": _less(reading.records, names.values()),
        "records extra": _less(names.values(), reading.records),
        "relations missing": _less(map(" | ".join, reading.relations), map(" | ".join, related)),
        "relations extra": _less(map(" | ".join, related), map(" | ".join, reading.relations)),
    }


def _less(these: Iterable[str], those: Iterable[str]) -> list[str]:
    """What is more often among these than among those."""
    return sorted((Counter(list(these)) - Counter(list(those))).elements())
