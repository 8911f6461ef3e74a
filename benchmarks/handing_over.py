# SPDX-License-Identifier: GPL-3.0-or-later
"""How long exporting many annotated articles takes, and how much memory: each format in a process of its own.

    python benchmarks/handing_over.py [--articles 20000] [--archive FOLDER] [FORMAT...]

The archive is made first, from a seed, unless FOLDER holds one already; there it is kept for the next
time. Without FORMAT all that can be written are. Beside them the same rows are dumped as plain JSON
lines by a loop over SQLite; how many times as long as that a format keeps the processor busy is the
ratio. Exits with 1 where one took more than 400 MB. The parts of an export are timed by its own progress.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from archivist import exchange
from archivist.model import ArticleDraft, Kind, Node, NodeType, RecordDraft, Suggestion
from archivist.store import Archive

_LIMIT = 400  # MB
_BATCH = 200
_MARKS = 8  # an article
_SENTENCE = (
    "загинуло поранено повідомило міністерство людей гребля страйк завод порт рятувальники за добу Токаєв "
    "указ подія влада місто область вода 😀 👩‍👩‍👧 Ка́ва 18 400 уряд збитки район сьогодні вчора"
)
_WORDS = [*_SENTENCE.split(), "2\u00a0500"]
_PLAIN = "plain JSON"
_PARTS = ("count", "check", "read")  # what else a writer tells of is writing
_ARTICLES = """SELECT a.id, a.uuid, a.title, a.outlet, a.byline, a.url, a.published, a.language, r.body
    FROM articles a JOIN revisions r ON r.article = a.id AND r.number = a.revision_number ORDER BY a.uuid"""
_ANNOTATIONS = """SELECT n.uuid, n.span_start, n.span_end, n.quote, t.name, t.kind, n.note, n.attributes, d.uuid,
    n.created_by, n.created_at, n.modified_at FROM annotations n JOIN tags t ON t.id = n.tag
    LEFT JOIN records d ON d.id = n.record WHERE n.article = ? AND n.deleted_at IS NULL ORDER BY n.span_start"""


def fill(folder: Path, number: int) -> None:
    """Make an archive of so many articles, with eight annotations, notes, attributes, records and relations."""
    chance = random.Random(7)
    with Archive.create(folder, who="Olena") as archive:
        tags = {kind: archive.tags.add(f"tag of {kind}", kind).id for kind in Kind}
        records = {
            kind: [archive.records.add(RecordDraft(kind, f"{kind} {at}")).id for at in range(200)]
            for kind in (Kind.EVENT, Kind.ACTOR, Kind.FIGURE)
        }
        for at in range(0, number, _BATCH):
            with archive.action("Import", bulk=True):
                offered = [
                    offer
                    for nth in range(at, min(at + _BATCH, number))
                    for offer in _article(archive, chance, nth, records)
                ]
                archive.annotations.accept_many(offered, lambda suggestion: tags[suggestion.kind])
                _relate(archive, [article for article, _ in offered[:: 4 * _MARKS]])
            print(f"\r{at} articles made", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _article(
    archive: Archive, chance: random.Random, nth: int, records: dict[Kind, list[str]]
) -> list[tuple[str, Suggestion]]:
    words = [f"Новина {nth}", *chance.choices(_WORDS, k=chance.randrange(100, 500))]
    body = "\n".join(" ".join(words[at : at + 12]) for at in range(0, len(words), 12))
    draft = ArticleDraft(words[0], body, outlet="Вісник", published="2022-01-08", language="uk", byline="О. К.")
    id_ = archive.articles.add(draft, body.encode(), "text/plain").article
    found = []
    for _ in range(_MARKS):
        at = chance.randrange(2, len(words) - 4)
        start = len(" ".join(words[:at])) + 1
        end = start + len(" ".join(words[at : at + chance.randrange(1, 4)]))
        kind = chance.choice(list(Kind))
        attributes = {"value": nth, "counted": "людей"} if kind is Kind.FIGURE else {}
        record = chance.choice(records[kind]) if kind in records else None
        found.append((id_, Suggestion(start, end, body[start:end], kind, attributes, 1.0, "benchmark", record)))
    return found


def _relate(archive: Archive, articles: list[str]) -> None:
    for article in articles:
        first, second = archive.annotations.of_article(article)[:2]
        archive.relations.add("contradicts", Node(NodeType.ANNOTATION, first.id), Node(NodeType.ANNOTATION, second.id))
        archive.annotations.update(first.id, note="перевірити")


def dump(folder: Path, out: Path) -> None:
    """Write the rows of all articles as JSON lines, as directly as it goes."""
    with closing(sqlite3.connect(folder / "archive.db")) as db, out.open("w", encoding="utf-8") as file:
        for row, *article in db.execute(_ARTICLES):
            annotations = db.execute(_ANNOTATIONS, (row,)).fetchall()
            file.write(json.dumps([article, annotations], ensure_ascii=False) + "\n")


def export(folder: Path, out: Path, name: str) -> Counter[str]:
    """Export all articles; the seconds of each part by its name."""
    parts: Counter[str] = Counter()
    with Archive.open(folder, read_only=True) as archive:
        format_ = exchange.format_to_write(name)
        chosen = exchange.Selection(tuple(archive.articles.ids(archive.articles.rows())))
        last = time.perf_counter()
        for progress in exchange.export(archive, format_, chosen, out):
            moment = time.perf_counter()
            parts[progress.what if progress.what in _PARTS else "write"] += moment - last
            last = moment
    return parts


def _one(folder: Path, name: str) -> None:
    """In a process of its own: export in a format, and print seconds, MB and parts as JSON."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as scratch:
        started, processor = time.perf_counter(), time.process_time()
        parts: Counter[str] = Counter()
        if name == _PLAIN:
            dump(folder, Path(scratch) / "out.jsonl")
        else:
            extension = exchange.format_to_write(name).outgoing[0]
            parts = export(folder, Path(scratch) / f"out{extension}", name)
        seconds, processor = time.perf_counter() - started, time.process_time() - processor
        size = sum(path.stat().st_size for path in Path(scratch).rglob("*") if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps([seconds, processor, peak / 1024, before / 1024, size / 1e6, parts]))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("formats", nargs="*")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        _one(given.archive, given.one)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.archive or Path(scratch) / "archive"
        if not folder.exists():
            fill(folder, given.articles)
        with Archive.open(folder, read_only=True) as archive:
            print(f"{archive.articles.count()} articles, {archive.annotations.count()} annotations")
        return _compare(folder, given.formats or [format_.name for format_ in exchange.formats() if format_.writes])


def _compare(folder: Path, names: list[str]) -> int:
    failed, plain = False, 0.0
    print(f"{'format':<14}{'seconds':>9}{'processor':>11}{'ratio':>8}{'MB':>8}{'(before)':>10}{'written':>10}")
    for name in (_PLAIN, *names):
        command = [sys.executable, __file__, "--archive", str(folder), "--one", name]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            failed = True
            print(f"{name:<14}  failed: {done.stderr.strip().splitlines()[-1]}")
            continue
        seconds, processor, peak, before, size, parts = json.loads(done.stdout)
        plain = plain or processor
        failed |= peak > _LIMIT
        told = ", ".join(f"{part} {taken:.1f}" for part, taken in parts.items())
        print(f"{name:<14}{seconds:>9.1f}{processor:>11.1f}{processor / plain:>8.1f}", end="")
        print(f"{peak:>8.0f}{before:>10.0f}{size:>8.0f} MB  {told}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
