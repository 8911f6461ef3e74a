# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured, as tables in Markdown.

A latency is the least of all rounds: for the first time of the first passes, repeated of the later
ones. g is the geometric mean.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.search.peers.engine import PAGE
from benchmarks.search.queries import KINDS, Question
from benchmarks.search.workplace import Workplace

_MEGABYTE = 1e6
_LEAST_MS = 1e-3  # of a latency, so that it has a logarithm


@dataclass(frozen=True)
class Latencies:
    """CPU ms of one engine by question; None where it cannot answer."""

    first: list[float | None]
    repeated: list[float | None]
    asked: list[dict[str, Any]]  # the measurements themselves, by round

    @property
    def answers(self) -> list[Any]:
        """Total, ids and facets by question."""
        answers: list[Any] = self.asked[0]["answers"]
        return answers


def latencies(workplace: Workplace, name: str, size: int) -> Latencies | None:
    """The latencies of an engine, or None where it was not asked."""
    asked = workplace.results(name, size, "ask-*")
    if not asked:
        return None
    first = _least([round_["passes"][0] for round_ in asked])
    repeated = _least([pass_ for round_ in asked for pass_ in round_["passes"][1:]])
    return Latencies(first, repeated, asked)


def geometric_mean(values: Iterable[float | None]) -> float:
    """The geometric mean of what is there; not a number where nothing is."""
    logarithms = [math.log(max(value, _LEAST_MS)) for value in values if value is not None]
    return math.exp(sum(logarithms) / len(logarithms)) if logarithms else math.nan


def print_report(workplace: Workplace, size: int, names: Sequence[str]) -> None:
    """Print all tables of one size of the corpus."""
    found = {name: latencies(workplace, name, size) for name in names}
    asked = {name: each for name, each in found.items() if each is not None}
    questions = workplace.questions()
    print(f"\n## {size:,} articles, {len(questions)} questions")
    _print_latencies("First time", questions, {name: each.first for name, each in asked.items()})
    _print_latencies("Repeated", questions, {name: each.repeated for name, each in asked.items()})
    if "ours" in asked:
        _print_ratios(questions, asked)
        _print_differences(questions, asked)
    _print_resources(workplace, size, names, asked)


def _print_latencies(title: str, questions: Sequence[Question], times: dict[str, list[float | None]]) -> None:
    print(f"\n### {title}: CPU ms, p50 / p95, g\n")
    _print_row("kind", times)
    _print_row("---", ["---"] * len(times))
    for kind, chosen in _by_kind(questions):
        _print_row(kind, (_summary([values[at] for at in chosen]) for values in times.values()))
    _print_row("**all**", (_summary(values) for values in times.values()))


def _print_ratios(questions: Sequence[Question], asked: dict[str, Latencies]) -> None:
    """Ratios of what both can answer: geometric means over the questions."""
    ours = asked["ours"]
    others = {name: each for name, each in asked.items() if name != "ours"}
    print("\n### ours / other, first time (repeated)\n")
    _print_row("kind", others)
    _print_row("---", ["---"] * len(others))
    for kind, chosen in [*_by_kind(questions), ("**all**", list(range(len(questions))))]:
        cells = []
        for other in others.values():
            first = ratio(ours.first, other.first, chosen)
            cells.append(f"{first:.3f} ({ratio(ours.repeated, other.repeated, chosen):.3f})" if first else "–")
        _print_row(kind, cells)


def _print_differences(questions: Sequence[Question], asked: dict[str, Latencies]) -> None:
    print("\n### Answers that are not the same as ours\n")
    ours = asked["ours"].answers
    for name, other in asked.items():
        if name == "ours":
            continue
        pairs = [(ours[at], other.answers[at], question) for at, question in enumerate(questions)]
        both = [pair for pair in pairs if pair[1] is not None]
        kinds: dict[str, list[str]] = {}
        for mine, theirs, question in both:
            if mine[0] != theirs[0]:
                kinds.setdefault(question.kind, []).append(f"{mine[0]}:{theirs[0]}")
        shown = "; ".join(f"{kind} {len(each)} ({', '.join(each[:3])})" for kind, each in kinds.items())
        facets = sum(mine[2] != theirs[2] for mine, theirs, _ in both)
        print(
            f"- {name}: {sum(map(len, kinds.values()))} of {len(both)} totals, {facets} facets{shown and ': '}{shown}"
        )


def _print_resources(workplace: Workplace, size: int, names: Sequence[str], asked: dict[str, Latencies]) -> None:
    print("\n### Building, size, memory\n")
    columns: dict[str, Callable[[str], str]] = {
        "build CPU s, engine + keys": lambda name: _build(workplace, name, size, "{cpu:.1f} + {keys_cpu:.1f}"),
        "articles / CPU s with keys": lambda name: _build(workplace, name, size, "{speed:.0f}"),
        "build wall s without keys": lambda name: _build(workplace, name, size, "{wall:.1f}"),
        "peak RSS MB": lambda name: _build(workplace, name, size, "{peak:.0f}"),
        "index MB": lambda name: _build(workplace, name, size, "{megabytes:.1f}"),
        "open CPU ms": lambda name: _least_of(asked, name, "open_cpu_ms"),
        "open + first query wall ms": lambda name: _least_of(asked, name, "open_and_first_wall_ms"),
        "after all questions MB: anonymous / private / resident": lambda name: _memory(asked, name),
        "one article more, wall ms p50 / p95 / most": lambda name: _update(workplace, name, size),
        f"{PAGE} snippets CPU ms p50": lambda name: _snippets(workplace, name, size),
    }
    _print_row("", names)
    _print_row("---", ["---"] * len(names))
    for title, cell in columns.items():
        _print_row(title, map(cell, names))


def _by_kind(questions: Sequence[Question]) -> Iterator[tuple[str, list[int]]]:
    for kind in KINDS:
        yield kind, [at for at, question in enumerate(questions) if question.kind == kind]


def _least(rows: Sequence[Sequence[float | None]]) -> list[float | None]:
    columns = zip(*rows, strict=True)
    return [min((value for value in column if value is not None), default=None) for column in columns]


def ratio(ours: Sequence[float | None], others: Sequence[float | None], chosen: Iterable[int]) -> float:
    """The geometric mean of the ratios; 0 where there is nothing to compare."""
    pairs = [(ours[at], others[at]) for at in chosen]
    ratios = [max(mine, _LEAST_MS) / max(theirs, _LEAST_MS) for mine, theirs in pairs if mine and theirs]
    return geometric_mean(ratios) if ratios else 0.0


def _summary(values: Iterable[float | None]) -> str:
    known = sorted(value for value in values if value is not None)
    if not known:
        return "–"
    return f"{percentile(known, 0.5):.2f} / {percentile(known, 0.95):.2f}, {geometric_mean(known):.2f}"


def percentile(ordered: Sequence[float], share: float) -> float:
    """The value that this share of sorted values does not exceed."""
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _build(workplace: Workplace, name: str, size: int, form: str) -> str:
    for measured in workplace.results(name, size, "build"):
        speed = measured["articles"] / (measured["cpu"] + measured["keys_cpu"])
        megabytes, peak = measured["bytes"] / _MEGABYTE, measured["peak_rss"] / _MEGABYTE
        return form.format(**measured, speed=speed, megabytes=megabytes, peak=peak)
    return "–"


def _least_of(asked: dict[str, Latencies], name: str, what: str) -> str:
    return f"{min(round_[what] for round_ in asked[name].asked):.1f}" if name in asked else "–"


def _memory(asked: dict[str, Latencies], name: str) -> str:
    if name not in asked:
        return "–"
    memory = asked[name].asked[0]["memory"]
    return " / ".join(f"{memory[part] / _MEGABYTE:.0f}" for part in ("anonymous", "private", "resident"))


def _update(workplace: Workplace, name: str, size: int) -> str:
    for measured in workplace.results(name, size, "update"):
        wall = sorted(measured["wall_ms"])
        return f"{percentile(wall, 0.5):.1f} / {percentile(wall, 0.95):.1f} / {wall[-1]:.0f}"
    return "–"


def _snippets(workplace: Workplace, name: str, size: int) -> str:
    for measured in workplace.results(name, size, "snippets"):
        if measured["cpu_ms"]:
            return f"{percentile(sorted(measured['cpu_ms']), 0.5):.2f}"
    return "–"


def _print_row(head: str, cells: Iterable[str]) -> None:
    print(f"| {head} | {' | '.join(cells)} |")
