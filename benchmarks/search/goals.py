# SPDX-License-Identifier: GPL-3.0-or-later
"""What the search is meant to reach, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.search.queries import KINDS
from benchmarks.search.table import Latencies, latencies, percentile, ratio
from benchmarks.search.workplace import Workplace

_MEGABYTE = 1e6
_LARGE = 100_000  # articles


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure and its bound."""

    what: str
    measured: float
    bound: float
    at_least: bool = False

    @property
    def is_reached(self) -> bool:
        """Whether the figure is on the right side of the bound."""
        return self.measured >= self.bound if self.at_least else self.measured <= self.bound


def print_goals(workplace: Workplace, size: int) -> None:
    """Print every goal that what was measured tells of."""
    goals = [*_latency_goals(workplace, size), *_index_goals(workplace, size), *_use_goals(workplace, size)]
    if goals:
        print("\n### Goals\n\n| | measured | goal | |\n| --- | --- | --- | --- |")
    for goal in goals:
        sign, verdict = "≥" if goal.at_least else "≤", "reached" if goal.is_reached else "**missed**"
        print(f"| {goal.what} | {goal.measured:.3g} | {sign} {goal.bound:g} | {verdict} |")


def _latency_goals(workplace: Workplace, size: int) -> Iterator[Goal]:
    ours, fts5, tantivy = (latencies(workplace, name, size) for name in ("ours", "fts5", "tantivy"))
    if ours is None:
        return
    everything = range(len(ours.first))
    if fts5:
        yield Goal("latency to FTS5's, first time", ratio(ours.first, fts5.first, everything), 0.1)
        kind, slowest = max(_ratios_by_kind(workplace, ours, fts5), key=lambda pair: pair[1])
        yield Goal(f"the same of the slowest kind, {kind}", slowest, 1)
    if tantivy:
        yield Goal("latency to tantivy's, first time", ratio(ours.first, tantivy.first, everything), 2)
        yield Goal("latency to tantivy's, repeated", ratio(ours.repeated, tantivy.repeated, everything), 1.5)
    known = sorted(value for value in ours.first if value is not None)
    yield Goal("CPU ms first time, p95", percentile(known, 0.95), 10 if size >= _LARGE else 4)


def _ratios_by_kind(workplace: Workplace, ours: Latencies, other: Latencies) -> Iterator[tuple[str, float]]:
    questions = workplace.questions()
    for kind in KINDS:
        chosen = [at for at, question in enumerate(questions) if question.kind == kind]
        yield kind, ratio(ours.first, other.first, chosen)


def _index_goals(workplace: Workplace, size: int) -> Iterator[Goal]:
    ours, alone, fts5, whoosh = (
        next(iter(workplace.results(name, size, "build")), None) for name in ("ours", "ours-alone", "fts5", "whoosh")
    )
    if ours and fts5:
        yield Goal("index to FTS5's", ours["bytes"] / fts5["bytes"], 1.1)
    if whoosh and alone:
        yield Goal("speed of building to Whoosh's, one process", _wall(whoosh) / _wall(alone), 1.4, at_least=True)
    if whoosh and ours:
        yield Goal("speed of building to Whoosh's, all cores", _wall(whoosh) / _wall(ours), 2.4, at_least=True)


def _wall(built: dict[str, Any]) -> float:
    """Wall seconds with those that finding the keys takes."""
    return float(built["wall"] + built["keys_cpu"])


def _use_goals(workplace: Workplace, size: int) -> Iterator[Goal]:
    asked = workplace.results("ours", size, "ask-*")
    if asked:
        opening = min(round_["open_and_first_wall_ms"] for round_ in asked)
        yield Goal("open and first query, wall ms", opening, 100)
        yield Goal("anonymous memory, MB", asked[0]["memory"]["anonymous"] / _MEGABYTE, 150)
    for measured in workplace.results("ours", size, "update"):
        wall = sorted(measured["wall_ms"])
        yield Goal("one article more, wall ms, p50", percentile(wall, 0.5), 50)
        yield Goal("one article more, wall ms, p95", percentile(wall, 0.95), 50)
