# SPDX-License-Identifier: GPL-3.0-or-later
"""How long records take: opening one of 20,000 passages, accepting 500 suggestions, a registry of 18,000.

    python benchmarks/records.py

An archive of 10,000 articles is made for it. What is opened is read by a connection that has read
nothing yet, as a page that is shown for the first time; each figure is the median of several, with
the worst beside it.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from archivist.model import Alias, ArticleDraft, Kind, Node, NodeType, RecordDraft, Suggestion
from archivist.store import Archive

_ARTICLES, _PASSAGES, _ACTORS, _CLAIMS, _OFFERED, _TIMES = 10_000, 20_000, 18_000, 2_000, 500, 9
_LIMITS = {"open a record": 200, "accept suggestions": 300}  # ms
_SENTENCE = "Міністерство каже: за добу {} осіб поранено, міністерство не каже чому. "


def main() -> int:
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "archive"
        actor, figure = _fill(folder)
        for name, what, done in (
            ("open a record", f"{_PASSAGES} passages: count, first page, list of articles", _open_record),
            ("read its last page", "100 passages", lambda archive: archive.records.passages(actor, _PASSAGES - 100)),
            ("read its relations", f"{_ACTORS // 100} of them", lambda archive: archive.relations.of(_node(actor))),
            ("list all records", f"{_ACTORS} lines", lambda archive: archive.records.lines(Kind.ACTOR)),
            ("read all records", f"{_ACTORS} of them", lambda archive: archive.records.all(Kind.ACTOR)),
            ("read all names", f"{2 * _ACTORS} of them", lambda archive: archive.records.names()),
            ("find by alias", "one", lambda archive: archive.records.find("ACTOR 9000")),
            ("list claims", f"{_CLAIMS} of one figure, marked", lambda archive: archive.claims.of_record(figure)),
        ):
            failed |= _print(name, what, _measured(folder, actor, done))
        failed |= _print("accept suggestions", f"{_OFFERED} in one step", _accept(folder, 1))
        failed |= _print("accept suggestions", f"{_OFFERED} of as many articles in one step", _accept(folder, _OFFERED))
        with Archive.open(folder) as archive:
            _print("delete the record", "all passages unlinked", _timed(lambda: archive.records.delete(actor)))
            _print("undo that", "", _timed(archive.history.undo))
            other = archive.records.add(RecordDraft(Kind.ACTOR, "Інше міністерство")).id
            _print("merge it into another", "", _timed(lambda: archive.records.merge(other, [actor])))
            _print("undo that", "", _timed(archive.history.undo))
    return failed


def _fill(folder: Path) -> tuple[str, str]:
    """An archive with a record of many passages (its id is returned) and one of many claims (the second)."""
    chance = random.Random(1)
    with Archive.create(folder) as archive:
        ministry = archive.tags.add("ministry", "actor").id
        hurt = archive.tags.add("hurt", "figure").id
        actor = archive.records.add(RecordDraft(Kind.ACTOR, "Міністерство")).id
        figure = archive.records.add(RecordDraft(Kind.FIGURE, "Поранені")).id
        offered = []
        with archive.action("Import", bulk=True):
            for number in range(_ARTICLES):
                body = f"{number}. " + _SENTENCE.format(f"{chance.randrange(100):02}") * 20
                day = f"2022-{1 + number % 12:02}-{1 + number % 28:02}"
                draft = ArticleDraft(f"Новина {number}", body, outlet=f"Газета {number % 40}", published=day)
                article = archive.articles.add(draft, body.encode(), "text/plain").article
                for quote in ("Міністерство", "міністерство"):
                    start = body.index(quote)
                    mention = Suggestion(start, start + 12, quote, Kind.ACTOR, {}, 1, "mention", actor)
                    offered.append((article, mention))
                if number < _CLAIMS:
                    start = body.index("добу ") + 5
                    number_there = {"value": int(body[start : start + 2]), "approximation": "about"}
                    quote = body[start : start + 2]
                    claim = Suggestion(start, start + 2, quote, Kind.FIGURE, number_there, 1, "figure", figure)
                    offered.append((article, claim))
        tags = {Kind.ACTOR: ministry, Kind.FIGURE: hurt}
        archive.annotations.accept_many(offered, lambda suggestion: tags[suggestion.kind])
        began = time.perf_counter()
        with archive.action("Load a registry", bulk=True):
            for number in range(_ACTORS):
                made = archive.records.add(
                    RecordDraft(Kind.ACTOR, f"Актор {number}", aliases=(Alias(f"Actor {number}", "en"),), type="person")
                )
                if number % 100 == 0:
                    archive.relations.add("part-of", _node(made.id), _node(actor))
        print(f"{'load a registry':22} {time.perf_counter() - began:7.1f} s    {_ACTORS} actors, an alias each")
    return actor, figure


def _open_record(archive: Archive, actor: str) -> None:
    assert archive.records.get(actor).annotation_count == _PASSAGES
    assert archive.records.count_passages(actor) == _PASSAGES
    assert len(archive.records.passages(actor)) == 100
    assert len(archive.records.articles(actor)) == _ARTICLES


def _measured(folder: Path, actor: str, done: Callable[..., object]) -> list[float]:
    times = []
    for _ in range(_TIMES):
        with Archive.open(folder, read_only=True) as archive:
            arguments = (archive, actor) if done is _open_record else (archive,)
            times += _timed(lambda: done(*arguments))  # noqa: B023 - called at once
    return times


def _accept(folder: Path, articles: int) -> list[float]:
    """Accept suggestions in so many articles, and take that back each time."""
    times = []
    with Archive.open(folder) as archive:
        tags = {tag.kind: tag.id for tag in archive.tags.all()}
        record = archive.records.find("Поранені").id
        chosen = archive.articles.ids(archive.articles.rows("imported")[-articles:])
        if articles == 1:
            body = "\n".join(f"{number:04} поранено" for number in range(_OFFERED))
            chosen = [archive.articles.add(ArticleDraft("Довга новина", body), body.encode(), "text/plain").article]
        offered = []
        for article in chosen:
            body = archive.articles.revision(article).body
            starts = [body.index("осіб")] if articles > 1 else range(0, 14 * _OFFERED, 14)
            for start in starts:
                quote = body[start : start + 4]
                offered.append(
                    (article, Suggestion(start, start + 4, quote, Kind.FIGURE, {"value": 7}, 1, "figure", record))
                )
        for _ in range(_TIMES):
            times += _timed(lambda: archive.annotations.accept_many(offered, lambda suggestion: tags[suggestion.kind]))
            step = archive.history.undo()
            assert step.changes == _OFFERED
    return times


def _node(record: str) -> Node:
    return Node(NodeType.RECORD, record)


def _timed(done: Callable[[], object]) -> list[float]:
    began = time.perf_counter()
    done()
    return [(time.perf_counter() - began) * 1000]


def _print(name: str, what: str, times: list[float]) -> bool:
    """Print what was measured; whether it was more than it may be."""
    middle, limit = statistics.median(times), _LIMITS.get(name)
    wanted = f" (at most {limit})" if limit else ""
    print(f"{name:22} {middle:7.1f} ms, worst {max(times):7.1f}{wanted}    {what}")
    return limit is not None and middle > limit


if __name__ == "__main__":
    raise SystemExit(main())
