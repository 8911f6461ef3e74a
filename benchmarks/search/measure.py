# SPDX-License-Identifier: GPL-3.0-or-later
"""One measurement of one engine, in a process of its own: it writes what it found as JSON.

    python -m benchmarks.search.measure WORKPLACE ENGINE SIZE (build | ask | update | snippets) [ROUND]

CPU seconds are those of the process with all its threads and children.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.search.peers.engine import Answer, Engine
from benchmarks.search.queries import Question
from benchmarks.search.workplace import ADDED, Workplace

ENGINES = {
    "ours": "benchmarks.search.peers.ours:Ours",
    "ours-alone": "benchmarks.search.peers.ours:OursAlone",
    "fts5": "benchmarks.search.peers.fts5:Fts5",
    "tantivy": "benchmarks.search.peers.tantivy:Tantivy",
    "whoosh": "benchmarks.search.peers.whoosh:Whoosh",
    "whoosh-loose": "benchmarks.search.peers.whoosh:WhooshLoose",
    "xapian": "benchmarks.search.peers.xapian:Xapian",
}
PASSES = 4  # over all questions: the first, and the repeated ones of which the best counts
_PAUSE = 1.0  # seconds, in which engines end what they do in the background after they were opened
_CHUNK = 500  # articles prepared at once


def engine_class(name: str) -> type[Engine]:
    """The engine of this name. Raises ImportError where it is not installed."""
    module, _, class_name = ENGINES[name].partition(":")
    found: type[Engine] = getattr(import_module(module), class_name)
    return found


def build(workplace: Workplace, name: str, size: int) -> dict[str, Any]:
    """Build an index anew. Returns CPU and wall seconds without those for the preparation, bytes and peak memory."""
    engine = engine_class(name)(workplace, name, size)
    engine.remove()
    articles = iter(()) if engine.finds_keys else workplace.articles(size)
    whole, preparing = _Clock(), _Clock()
    with whole:
        engine.begin()
        while True:
            with preparing:
                chunk = [engine.prepared(article) for article in islice(articles, _CHUNK)]
            if not chunk:
                break
            engine.add(chunk)
        engine.finish()
    return {
        "articles": size,
        "cpu": whole.cpu - preparing.thread,
        "wall": whole.wall - preparing.wall,
        "keys_cpu": 0.0 if engine.finds_keys else workplace.key_seconds(size),
        "bytes": engine.size(),
        "peak_rss": max(_own_peak(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024),
    }


def ask(workplace: Workplace, name: str, size: int) -> dict[str, Any]:
    """Open an index and ask it everything. Returns CPU ms of each question by pass, answers, and memory."""
    questions = workplace.questions()
    engine = engine_class(name)(workplace, name, size)
    gc.collect()
    before = _memory()
    opening, beginning = _Clock(), _Clock()
    with beginning:
        with opening:
            engine.open()
        engine.answer(engine.meaning(workplace.opening_question()))
    asked = [None if each.kind in engine.lacks else engine.meaning(each) for each in questions]
    answers: list[Answer | None] = [None] * len(questions)
    gc.collect()
    gc.freeze()
    time.sleep(_PAUSE)
    passes = [[_timed(engine, meaning, answers, at) for at, meaning in enumerate(asked)] for _ in range(PASSES)]
    after = _memory()
    return {
        "open_cpu_ms": opening.cpu * 1000,
        "open_and_first_wall_ms": beginning.wall * 1000,
        "passes": passes,
        "memory": {part: after[part] - before[part] for part in after},
        "answers": [None if each is None else [each.total, each.ids, dict(each.facets)] for each in answers],
    }


def update(workplace: Workplace, name: str, size: int) -> dict[str, Any]:
    """Add articles one by one to a copy of an index; after each, ask for it. Returns ms of each.

    The first one is left out, because dictionaries are loaded for it.
    """
    engine = engine_class(name)(workplace, name, size)
    engine.move_to_copy()
    engine.open()
    meaning = engine.meaning(Question("exact", ("а",), (("а",),)))
    total = engine.answer(meaning).total
    cpu, wall = [], []
    for article in workplace.articles(ADDED, size):
        prepared = engine.prepared(article)
        clock = _Clock()
        with clock:
            engine.add_one(prepared)
            found = engine.answer(meaning).total
        engine.settle()
        cpu.append(clock.cpu * 1000)
        wall.append(clock.wall * 1000)
        assert found >= total
        total = found
    engine.remove()
    return {"cpu_ms": cpu[1:], "wall_ms": wall[1:]}


def snippets(workplace: Workplace, name: str, size: int) -> dict[str, Any]:
    """CPU ms of pages of snippets."""
    return {"cpu_ms": engine_class(name)(workplace, name, size).snippet_times()}


class _Clock:
    """Sums the time spent inside it, in seconds: CPU of the process, CPU of this thread, and wall."""

    def __init__(self) -> None:
        self.cpu = self.thread = self.wall = 0.0

    def __enter__(self) -> None:
        self._started = _cpu(), time.thread_time(), time.perf_counter()

    def __exit__(self, *_: object) -> None:
        cpu, thread, wall = self._started
        self.wall += time.perf_counter() - wall
        self.thread += time.thread_time() - thread
        self.cpu += _cpu() - cpu


def _cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    of_children = os.times()
    return time.process_time() + of_children.children_user + of_children.children_system


def _timed(engine: Engine, meaning: Any, answers: list[Answer | None], at: int) -> float | None:
    if meaning is None:
        return None
    started = time.process_time()
    answers[at] = engine.answer(meaning)
    return (time.process_time() - started) * 1000


def _memory() -> dict[str, int]:
    """Bytes of memory: all that is resident, what no other process shares, and what no file holds."""
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    sizes = dict(_sizes(rollup))
    private = sizes["Private_Clean"] + sizes["Private_Dirty"]
    return {"resident": sizes["Rss"], "private": private, "anonymous": sizes["Anonymous"]}


def _own_peak() -> int:
    """The most bytes that were resident since this program began; what getrusage says is that of its parent too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) * 1024


def _sizes(rollup: str) -> Iterator[tuple[str, int]]:
    for line in rollup.splitlines()[1:]:
        name, size, *_ = line.replace(":", " ").split()
        yield name, int(size) * 1024


def main() -> None:
    folder, name, size, what, *round_ = sys.argv[1:]
    actions: dict[str, Callable[[Workplace, str, int], dict[str, Any]]]
    actions = {"build": build, "ask": ask, "update": update, "snippets": snippets}
    workplace = Workplace(Path(folder))
    found = actions[what](workplace, name, int(size))
    path = workplace.result(name, int(size), "-".join([what, *round_]))
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
