# SPDX-License-Identifier: GPL-3.0-or-later
"""Article text, title and date of saved pages, ours beside trafilatura's own, against gold.

    python benchmarks/intake_html.py CASES/html-news-gold [--each]

For each of its four sets: the mean token F1 of the text (for “trafilatura”, the share of the snippets
that must be there and of those that must not), and the share of pages with the right title and day.
“article” is our text without the headline and the standfirst that we put above it, “body” the whole.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml.html import document_fromstring
from trafilatura import bare_extraction

from archivist.errors import ArchivistError
from archivist.intake.html import read_page
from archivist.intake.reader import ImportOptions

_WORD = re.compile(r"\w+")


@dataclass
class Gold:
    """What is known of a page."""

    body: str = ""
    title: str = ""
    day: str = ""
    present: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="a line for each page that differs")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    scores: dict[tuple[str, str, str], list[float]] = defaultdict(list)
    slowest = 0.0
    for name, path, raw, golds in pages(arguments.folder):
        started = time.perf_counter()
        ours = _ours(raw, path)
        slowest = max(slowest, time.perf_counter() - started)
        theirs = _theirs(raw)
        gold = max(golds, key=lambda one: _f1(theirs["body"], one.body))
        marks = {"ours": _marks(ours, gold), "trafilatura": _marks(theirs, gold)}
        for who, found in marks.items():
            for what, mark in found.items():
                scores[name, what, who].append(mark)
        if arguments.each and marks["ours"] != marks["trafilatura"]:
            _print_difference(path, marks, ours, theirs, gold)
    for (name, what, who), values in sorted(scores.items()):
        print(f"{name:30} {what:8} {who:12} {sum(values) / len(values):.4f}  of {len(values)}")
    print(f"slowest page: {slowest:.1f} s")


def pages(folder: Path) -> Iterator[tuple[str, Path, bytes, list[Gold]]]:
    """Each page with the name of its set and what it may be (fundus gives one gold for each version of a site)."""
    for truth in sorted(folder.rglob("ground-truth.json")):
        for key, value in json.loads(truth.read_text()).items():
            path = truth.parent / f"{key}.html.gz"
            if path.exists():
                yield truth.parent.name, path, gzip.decompress(path.read_bytes()), [Gold(value["articleBody"])]
    for truth in sorted(folder.rglob("expected-metadata.json")):
        metadata = json.loads(truth.read_text())
        body = document_fromstring(f"<html><body>{(truth.parent / 'expected.html').read_text()}</body></html>")
        gold = Gold(" ".join(body.itertext()), metadata.get("title") or "", (metadata.get("publishedTime") or "")[:10])
        path = truth.parent / "source.html"
        yield "readability", path, path.read_bytes(), [gold]
    for truth in sorted(folder.rglob("evaldata.json")):
        for value in json.loads(truth.read_text()).values():
            gold = Gold("", value.get("title") or "", value.get("date") or "", value["with"], value["without"])
            path = truth.parent / value["file"]
            if path.exists():
                yield "trafilatura", path, path.read_bytes(), [gold]
    for path in sorted(folder.rglob("fundus/*/*.html.gz")):
        truth = path.parent / f"{path.name.split('_')[0]}.json"
        golds = [_fundus(value) for value in json.loads(truth.read_text()).values()]
        yield "fundus", path, gzip.decompress(path.read_bytes()), golds


def _fundus(value: dict) -> Gold:
    body = value["body"]
    text = body["summary"] + [
        part for section in body["sections"] for part in section["headline"] + section["paragraphs"]
    ]
    return Gold(" ".join(text), value["title"] or "", (value.get("publishing_date") or "")[:10])


def _ours(raw: bytes, path: Path) -> dict[str, str]:
    try:
        (draft,) = read_page(raw, path, ImportOptions())
    except ArchivistError:
        return {"body": "", "article": "", "title": "", "day": ""}
    article = draft.body.removeprefix(draft.title).lstrip()
    return {"body": draft.body, "article": article or draft.body, "title": draft.title, "day": draft.published}


def _theirs(raw: bytes) -> dict[str, str]:
    document = bare_extraction(raw, with_metadata=True, include_comments=False)
    if document is None:
        return {"body": "", "article": "", "title": "", "day": ""}
    text = document.text or ""
    return {"body": text, "article": text, "title": document.title or "", "day": document.date or ""}


def _marks(found: dict[str, str], gold: Gold) -> dict[str, float]:
    marks: dict[str, float] = {}
    if gold.body:
        marks |= {"body": _f1(found["body"], gold.body), "article": _f1(found["article"], gold.body)}
    if gold.present:
        marks["present"] = sum(_folded(part) in _folded(found["body"]) for part in gold.present) / len(gold.present)
    if gold.absent:
        marks["absent"] = sum(_folded(part) in _folded(found["body"]) for part in gold.absent) / len(gold.absent)
    if gold.title:
        marks["title"] = float(_folded(found["title"]) == _folded(gold.title))
    if gold.day:
        marks["day"] = float(found["day"] == gold.day)
    return marks


def _folded(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


def _f1(found: str, gold: str) -> float:
    first, second = Counter(_WORD.findall(found.casefold())), Counter(_WORD.findall(gold.casefold()))
    together = first.total() + second.total()
    return 2 * (first & second).total() / together if together else 1.0


def _print_difference(path: Path, marks: dict, ours: dict[str, str], theirs: dict[str, str], gold: Gold) -> None:
    print(path.name if path.name != "source.html" else path.parent.name)
    for what, mark in marks["ours"].items():
        other = marks["trafilatura"][what]
        if mark != other:
            print(f"    {what}: {mark:.3f} against {other:.3f}")
            if what in ("title", "day"):
                expected = gold.title if what == "title" else gold.day
                print(f"        {ours[what]!r} against {theirs[what]!r}, gold {expected!r}")


if __name__ == "__main__":
    main()
