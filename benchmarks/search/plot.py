# SPDX-License-Identifier: GPL-3.0-or-later
"""Latency against corpus size, as a picture in SVG."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.search.table import geometric_mean, latencies
from benchmarks.search.workplace import Workplace

_WIDTH, _HEIGHT = 760, 460
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 130, 40, 50
_COLOURS = ("#2f6fb3", "#b4532a", "#3d7f4c", "#8a4fa3", "#a08020", "#555555")
_DECADES = (0.01, 0.1, 1.0, 10.0, 100.0)  # ms
Point = tuple[float, float]


def write_plot(workplace: Workplace, sizes: Sequence[int], names: Sequence[str], path: Path) -> None:
    """Draw the geometric mean over the questions that all can answer, first time, of each engine at each size."""
    lines: dict[str, list[tuple[int, float]]] = {}
    for size in sorted(sizes):
        found = {name: latencies(workplace, name, size) for name in names}
        first = {name: each.first for name, each in found.items() if each is not None}
        answered = [at for at, values in enumerate(zip(*first.values(), strict=True)) if None not in values]
        for name, values in first.items():
            lines.setdefault(name, []).append((size, geometric_mean(values[at] for at in answered)))
    path.write_text("\n".join(_svg(lines, sorted(sizes))) + "\n", encoding="utf-8")


def _svg(lines: dict[str, list[tuple[int, float]]], sizes: Sequence[int]) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="13">'
    )
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="white"/>'
    yield _text(_LEFT, 22, "CPU ms a query, first time: geometric mean over what all can answer", "start")
    most = sizes[-1]
    for decade in _DECADES:
        left, y = _place(0, decade, most)
        right, _ = _place(most, decade, most)
        yield f'<line x1="{left}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="#dddddd"/>'
        yield _text(left - 8, y + 4, f"{decade:g}", "end")
    for size in sizes:
        x, y = _place(size, _DECADES[0], most)
        yield _text(x, y + 20, f"{size:,}", "middle")
    yield _text(_place(most / 2, 1, most)[0], _HEIGHT - 10, "articles", "middle")
    for (name, points), colour in zip(lines.items(), _COLOURS * len(lines), strict=False):
        places = [_place(size, ms, most) for size, ms in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
        x, y = places[-1]
        yield _text(x + 10, y + 4, f"{name} {points[-1][1]:.2f}", "start", colour)
    yield "</svg>"


def _place(size: float, ms: float, most: float) -> Point:
    """Where a measurement is drawn: sizes evenly, milliseconds by their logarithm."""
    share = math.log10(ms / _DECADES[0]) / math.log10(_DECADES[-1] / _DECADES[0])
    x = _LEFT + (_WIDTH - _LEFT - _RIGHT) * size / most
    return x, _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * min(1.0, max(0.0, share))


def _text(x: float, y: float, text: str, anchor: str, colour: str = "#333333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{text}</text>'
