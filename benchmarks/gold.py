# SPDX-License-Identifier: GPL-3.0-or-later
"""Text, title and date of saved news pages, and how fast they are read, beside trafilatura's own command.

    python benchmarks/gold.py CASES [--each] [--rounds 3] [--copies 1]

CASES holds html-news-gold, four sets of pages with what is right of them. For each set and for all:
the mean token F1 of the body (multiset of word tokens; as it is imported, with the headline, and
without it), for the set that only has snippets the F1 of those that must and must not be in it, and
the share of right titles and days. Then articles a second of both, on two processes, their start
included; of trafilatura both with and without the metadata.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml.html import document_fromstring

from archivist.errors import ArchivistError
from archivist.intake.pages.html import read_page
from archivist.intake.reader import ImportOptions

_WORD = re.compile(r"\w+")
_SIDES = ("archivist", "trafilatura")
_MEASURES = ("body", "text", "snippets", "title", "day")
_TRAFILATURA = (str(Path(sys.executable).with_name("trafilatura")), "--json", "--parallel", "2", "--input-dir", ".")


@dataclass(frozen=True, slots=True)
class Gold:
    """What is right of a page, as far as it is known."""

    body: str = ""
    title: str = ""
    day: str = ""
    present: Sequence[str] = ()
    absent: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a set, and what it may be: one set gives a gold for each version of a site."""

    set: str
    path: Path
    raw: bytes
    golds: Sequence[Gold]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was made of a page; text is the body without the headline."""

    body: str = ""
    text: str = ""
    title: str = ""
    day: str = ""


@dataclass(slots=True)
class Score:
    """The marks of one side in one set."""

    marks: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    right: int = 0  # snippets that must be there and are
    needed: int = 0
    wrong: int = 0  # snippets that must not be there and are

    def mean(self, measure: str) -> float | None:
        if measure == "snippets":
            return 2 * self.right / (self.right + self.wrong + self.needed) if self.needed else None
        marks = self.marks[measure]
        return sum(marks) / len(marks) if marks else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=Path)
    parser.add_argument("--each", action="store_true", help="a line for each mark in which the two differ")
    parser.add_argument("--rounds", type=int, default=3, help="how often the time is taken; the best counts")
    parser.add_argument("--copies", type=int, default=1, help="how often each page is read when time is taken")
    arguments = parser.parse_args()
    pages = list(gold_pages(arguments.cases))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        for number, page in enumerate(pages):
            for copy in range(arguments.copies):
                (folder / "in" / f"{copy * len(pages) + number:05}.html").write_bytes(page.raw)
        measure_speed(folder, len(pages) * arguments.copies, arguments.rounds)
        theirs = [_theirs(folder / "with-metadata" / f"{number:05}.json") for number in range(len(pages))]
        measure_quality(pages, theirs, each=arguments.each)


# What is right


def gold_pages(cases: Path) -> Iterator[Page]:
    """The pages of all sets, where they lie below the folder."""
    folder = cases / "html-news-gold" if (cases / "html-news-gold").is_dir() else cases
    for truth in sorted(folder.rglob("ground-truth.json")):
        for key, value in json.loads(truth.read_text()).items():
            path = truth.parent / f"{key}.html.gz"
            if path.exists():
                yield Page(truth.parent.name, path, gzip.decompress(path.read_bytes()), [Gold(value["articleBody"])])
    for truth in sorted(folder.rglob("expected-metadata.json")):
        metadata = json.loads(truth.read_text())
        body = document_fromstring(f"<html><body>{(truth.parent / 'expected.html').read_text()}</body></html>")
        gold = Gold(" ".join(body.itertext()), metadata.get("title") or "", (metadata.get("publishedTime") or "")[:10])
        path = truth.parent / "source.html"
        yield Page("readability", path, path.read_bytes(), [gold])
    for truth in sorted(folder.rglob("evaldata.json")):
        for value in json.loads(truth.read_text()).values():
            gold = Gold("", value.get("title") or "", value.get("date") or "", value["with"], value["without"])
            path = truth.parent / value["file"]
            if path.exists():
                yield Page("trafilatura", path, path.read_bytes(), [gold])
    for path in sorted(folder.rglob("fundus/*/*.html.gz")):
        truth = path.parent / f"{path.name.split('_')[0]}.json"
        golds = [_fundus(value) for value in json.loads(truth.read_text()).values()]
        yield Page("fundus", path, gzip.decompress(path.read_bytes()), golds)


def _fundus(value: dict) -> Gold:
    body = value["body"]
    text = body["summary"] + [
        part for section in body["sections"] for part in section["headline"] + section["paragraphs"]
    ]
    return Gold(" ".join(text), value["title"] or "", (value.get("publishing_date") or "")[:10])


# What is made of it


def _ours(page: Page) -> Reading:
    try:
        (draft,) = read_page(page.raw, page.path, ImportOptions())
    except ArchivistError:
        return Reading()
    text = draft.body.removeprefix(draft.title).lstrip()
    return Reading(draft.body, text or draft.body, draft.title, draft.published)


def _theirs(path: Path) -> Reading:
    if not path.exists():
        return Reading()
    found = json.loads(path.read_text())
    text = found.get("text") or ""
    return Reading(text, text, found.get("title") or "", found.get("date") or "")


def measure_quality(pages: Sequence[Page], theirs: Sequence[Reading], *, each: bool) -> None:
    """Print the means of all sets and of all pages."""
    scores: dict[tuple[str, str], Score] = defaultdict(Score)
    slowest = 0.0
    for page, reading in zip(pages, theirs, strict=True):
        started = time.perf_counter()
        ours = _ours(page)
        slowest = max(slowest, time.perf_counter() - started)
        gold = max(page.golds, key=lambda one: f1(reading.body, one.body))
        marks = [_mark(found, gold) for found in (ours, reading)]
        if each:
            _print_differences(page, gold, ours, reading, *marks)
        for side, found, given in zip(_SIDES, (ours, reading), marks, strict=True):
            for name in (page.set, "all"):
                _add(scores[name, side], found, given, gold)
    print(f"{'':30}" + "".join(f"{measure:>22}" for measure in _MEASURES))
    for name in dict.fromkeys(name for name, _ in scores):
        columns = [[scores[name, side].mean(measure) for side in _SIDES] for measure in _MEASURES]
        print(f"{name:30}" + "".join(f"{_pair(*column):>22}" for column in columns))
    print(f"archivist / trafilatura each; slowest page: {slowest:.2f} s")


def _pair(ours: float | None, theirs: float | None) -> str:
    return "" if ours is None or theirs is None else f"{ours:.4f} / {theirs:.4f}"


def _mark(found: Reading, gold: Gold) -> dict[str, float]:
    marks: dict[str, float] = {}
    if gold.body:
        marks |= {"body": f1(found.body, gold.body), "text": f1(found.text, gold.body)}
    if gold.title:
        marks["title"] = float(_folded(found.title) == _folded(gold.title))
    if gold.day:
        marks["day"] = float(found.day == gold.day)
    return marks


def _add(score: Score, found: Reading, marks: dict[str, float], gold: Gold) -> None:
    for measure, mark in marks.items():
        score.marks[measure].append(mark)
    body = _folded(found.body)
    score.right += sum(_folded(part) in body for part in gold.present)
    score.needed += len(gold.present)
    score.wrong += sum(_folded(part) in body for part in gold.absent)


def _folded(text: str) -> str:
    return " ".join(text.replace("\xad", "").split())


def f1(found: str, gold: str) -> float:
    """The F1 of two multisets of word tokens."""
    first, second = Counter(_WORD.findall(found.casefold())), Counter(_WORD.findall(gold.casefold()))
    together = first.total() + second.total()
    return 2 * (first & second).total() / together if together else 1.0


def _print_differences(page: Page, gold: Gold, ours: Reading, theirs: Reading, mine: dict, other: dict) -> None:
    for measure, mark in mine.items():
        if abs(mark - other[measure]) > 0.01:  # less is not worth looking at
            path = page.path if page.path.name != "source.html" else page.path.parent
            print(f"{page.set} {path.name}: {measure} {mark:.3f} against {other[measure]:.3f}")
            if measure in ("title", "day"):
                found = getattr(ours, measure), getattr(theirs, measure), getattr(gold, measure)
                print("    {!r} against {!r}, gold {!r}".format(*found))


# How fast


def measure_speed(folder: Path, count: int, rounds: int) -> None:
    """Print the articles a second; leaves trafilatura's results in folder/with-metadata."""
    commands = {
        "archivist": (sys.executable, str(Path(__file__).with_name("read_pages.py")), "."),
        "trafilatura": (*_TRAFILATURA, "--output-dir", "../without-metadata"),
        # It keeps the names of files only where they lie in the present folder.
        "trafilatura with metadata": (
            *_TRAFILATURA, "--with-metadata", "--no-comments", "--keep-dirs", "--output-dir", "../with-metadata",
        ),
    }  # fmt: skip
    best = {name: min(_seconds(command, folder / "in") for _ in range(rounds)) for name, command in commands.items()}
    for name, seconds in best.items():
        print(f"{name:30} {count / seconds:7.1f} articles/s   {seconds / best['archivist']:.2f}")


def _seconds(command: Sequence[str], folder: Path) -> float:
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
