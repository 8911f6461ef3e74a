# SPDX-License-Identifier: GPL-3.0-or-later
"""How long questions to a long history take, and taking steps back; and how much a step costs.

    python benchmarks/history.py [STEPS]                 120,000 if left out
    python benchmarks/history.py kill [SEEDS] [FIRST]    steps taken back between kills, as in the tests

An archive is made with so many steps of five people, one annotation a step, over two hundred days.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from unittest.mock import patch

from archivist.model import ArticleDraft, Kind
from archivist.store import Archive
from archivist.store.step_log import StepFilter
from archivist.store.touched_tables import FILLING
from tests.store.test_taking_back import killed_and_taken_back

_STEPS = 120_000
_PEOPLE = ("Olena", "Тарас", "Ірина", "Petro", "Nina")
_BEGINS = datetime(2026, 1, 1, tzinfo=UTC)
_DAYS = 200
_ARTICLES, _TAGS = 2000, 40
_BODY = "За даними міністерства, станом на ранок загинуло вісімнадцять людей, ще сорок поранено. "


def main(steps: int) -> None:
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "archive"
        with Archive.create(folder, who="Olena") as archive:
            tags, articles = _begin(archive)
            started = time.perf_counter()
            connection = archive._connection  # noqa: SLF001 - nobody else is another person at each step
            for number in range(steps):
                connection.who = _PEOPLE[number % 5 if number % 7 else 0]
                moment = (_BEGINS + timedelta(days=_DAYS) * (number / steps)).isoformat(timespec="milliseconds")
                with (
                    patch("archivist.store.connection.now", return_value=moment.replace("+00:00", "Z")),
                    archive.action("Annotate", bulk=True),
                ):
                    article = articles[chance.randrange(50) if chance.random() < 0.5 else chance.randrange(_ARTICLES)]
                    archive.annotations.add(article, number % 40, number % 40 + 9, tags[chance.randrange(_TAGS)])
            spent = time.perf_counter() - started
            size = (folder / "archive.db").stat().st_size
            print(f"{steps} steps made in {spent:.0f} s, {1e3 * spent / steps:.2f} ms each; {size / 1e6:.0f} MB")
            _ask(archive, tags, articles)
            _take_back(archive)
            _fill(archive)


def _begin(archive: Archive) -> tuple[list[str], list[str]]:
    with archive.action("Begin", bulk=True, undoable=False):
        tags = [archive.tags.add(f"tag {number}", Kind.EVENT).id for number in range(_TAGS)]
        articles = []
        for number in range(_ARTICLES):
            body = f"{number} {_BODY}"
            articles.append(archive.articles.add(ArticleDraft(body, body), body.encode(), "text/plain").article)
    return tags, articles


def _ask(archive: Archive, tags: list[str], articles: list[str]) -> None:
    log = archive.history.log
    week = (_BEGINS.date() + timedelta(days=100), _BEGINS.date() + timedelta(days=106))
    oldest = (_BEGINS.date(), _BEGINS.date() + timedelta(days=3))
    for name, wanted in (
        ("all", StepFilter()),
        ("of a busy article", StepFilter(article=articles[3])),
        ("of a quiet article", StepFilter(article=articles[-1])),
        ("of a tag", StepFilter(tag=tags[0])),
        ("of a person", StepFilter(who="Nina")),
        ("of nobody", StepFilter(who="nobody")),
        ("of a week", StepFilter(first=week[0], last=week[1])),
        ("of the first days", StepFilter(first=oldest[0], last=oldest[1])),
        ("of a tag, a person and a week", StepFilter(tag=tags[0], who="Nina", first=week[0], last=week[1])),
        ("of an article, a tag and a person", StepFilter(article=articles[3], tag=tags[1], who="Olena")),
    ):
        found = log.page(wanted)
        last = found[-1].number if found else None
        times = (
            _ms(partial(log.page, wanted)),
            _ms(partial(log.page, wanted, before=last)),
            _ms(partial(log.count, wanted)),
            _ms(partial(log.moments, wanted)),
        )
        said = "first page {:.1f} ms, next {:.1f} ms, count {:.1f} ms, all moments {:.1f} ms".format(*times)
        print(f"{name}: {log.count(wanted)} steps; {said}", flush=True)
    print(f"people: {_ms(log.people):.2f} ms; last step {_ms(archive.history.next_undo):.2f} ms")


def _take_back(archive: Archive) -> None:
    chance = random.Random(7)
    newest = archive.history.log.page(StepFilter(), limit=1)[0].number
    numbers = [chance.randrange(2, newest) for _ in range(200)]
    asked = [_ms(partial(archive.history.obstacle, number), 1) for number in numbers]
    taken = [_ms(partial(archive.history.take_back, number), 1) for number in set(numbers)]
    for name, times in (("whether it can be taken back", asked), ("taking it back", taken)):
        times.sort()
        print(f"{name}: median {times[len(times) // 2]:.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms")


def _fill(archive: Archive) -> None:
    """What the migration of an archive of this size does."""
    connection = archive._connection  # noqa: SLF001 - what a migration works on
    with connection.unjournalled():
        connection.execute("DELETE FROM touched")
        started = time.perf_counter()
        for statement in FILLING:
            connection.execute(statement)
        print(f"filling the table of what was touched: {time.perf_counter() - started:.1f} s")


def _ms(work: Callable[[], object], times: int = 5) -> float:
    """The median of some runs, in milliseconds."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - started))
    return sorted(spent)[times // 2]


def kill(seeds: int, first: int) -> None:
    """Steps of all sorts by programs that are killed, with steps taken back between them."""
    total: Counter[str] = Counter()
    for seed in range(first, first + seeds):
        with tempfile.TemporaryDirectory() as scratch:
            came_of_it = killed_and_taken_back(Path(scratch) / "archive", seed, rounds=2, steps=60, tries=40)
        total += came_of_it
        print(seed, dict(came_of_it), flush=True)
    print(f"{seeds} seeds, no difference: {dict(total)}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if arguments[:1] == ["kill"]:
        numbers = [*map(int, arguments[1:]), *(20, 0)[len(arguments) - 1 :]]
        kill(numbers[0], numbers[1])
    else:
        main(int(arguments[0]) if arguments else _STEPS)
