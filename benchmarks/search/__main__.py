# SPDX-License-Identifier: GPL-3.0-or-later
"""Search beside other engines: latency, size, speed of building, memory and updates, all on the same keys.

    python -m benchmarks.search [--sizes 5000,50000] [--peers ours,fts5,tantivy] [--rounds 3] [--folder DIR]

makes a corpus (see corpus.py), finds its keys once, and builds every engine's index where it is not
there yet, and ours always. Then every engine answers the same questions (see queries.py), in a process
of its own for each round, the rounds of all engines taking turns. It prints tables and the goals, and
writes latency.svg.

DIR keeps what was made: at 50,000 articles about 4 GB with stock Whoosh, 2 GB without. tantivy comes
with the dependency group `benchmarks`; Xapian is left out unless Debian's python3-xapian can be imported.
Run it on a machine that does nothing else; the pages of the files should fit in its memory.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.search.archive import make_archive
from benchmarks.search.goals import print_goals
from benchmarks.search.measure import ENGINES, engine_class
from benchmarks.search.plot import write_plot
from benchmarks.search.table import print_report
from benchmarks.search.workplace import Workplace

_ROOT = Path(__file__).resolve().parents[2]
_DEFAULT_PEERS = ("ours", "ours-alone", "fts5", "tantivy", "whoosh", "xapian")
_BUILT_ONLY = ("ours-alone",)  # what it builds, "ours" builds too


def main() -> None:
    options = _options()
    peers = [name for name in options.peers if _is_there(name)]
    workplace = Workplace.current(options.folder)
    if not options.report:
        workplace.prepare(max(options.sizes))
        for size in options.sizes:
            _measure_all(workplace, size, peers, options.rounds)
    for size in options.sizes:
        print_report(workplace, size, peers)
        print_goals(workplace, size)
    path = options.folder / "latency.svg"
    write_plot(workplace, options.sizes, peers, path)
    print(f"\nLatency against corpus size: {path}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=(__doc__ or "").partition("\n")[0])
    numbers, names = _list_of(int), _list_of(str)
    parser.add_argument("--sizes", type=numbers, default=[5000, 20_000, 50_000, 100_000], help="numbers of articles")
    parser.add_argument("--peers", type=names, default=list(_DEFAULT_PEERS), help=", ".join(ENGINES))
    parser.add_argument("--rounds", type=int, default=3, help="how often each engine is asked everything")
    parser.add_argument("--folder", type=Path, default=_ROOT / "build" / "search-benchmark", help="where to work")
    parser.add_argument("--report", action="store_true", help="measure nothing; print what was measured before")
    options = parser.parse_args()
    if unknown := set(options.peers) - set(ENGINES):
        parser.error(f"there is no engine {', '.join(sorted(unknown))}")
    return options


def _list_of(kind: Callable[[str], object]) -> Callable[[str], list[object]]:
    def read(text: str) -> list[object]:
        return [kind(each) for each in text.split(",")]

    return read


def _is_there(name: str) -> bool:
    try:
        engine_class(name)
    except ImportError as error:
        print(f"{name} is left out: {error}")
        return False
    return True


def _measure_all(workplace: Workplace, size: int, peers: list[str], rounds: int) -> None:
    if "ours" in peers or "ours-alone" in peers:
        make_archive(workplace, size)
    for name in peers:
        if name.startswith("ours") or not workplace.result(name, size, "build").exists():
            _measure(workplace, name, size, "build")
    asked = [name for name in peers if name not in _BUILT_ONLY]
    for name in asked:
        workplace.forget(name, size, "ask-*")
    for number in range(rounds):
        turn = number % len(asked)
        for name in asked[turn:] + asked[:turn]:
            _measure(workplace, name, size, "ask", str(number + 1))
    for name in asked:
        _measure(workplace, name, size, "update")
        _measure(workplace, name, size, "snippets")


def _measure(workplace: Workplace, *arguments: str | int) -> None:
    """One measurement, in a process of its own."""
    words = [str(argument) for argument in arguments]
    print(f"measuring: {' '.join(words)}", flush=True)
    # numpy's threads would be counted as CPU time that nobody waits for.
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "benchmarks.search.measure", str(workplace.folder), *words]
    # What one engine cannot do should not cost the measurements of the others.
    if subprocess.run(command, check=False, cwd=_ROOT, env=environment).returncode:
        print(f"this failed: {' '.join(words)}", flush=True)


if __name__ == "__main__":
    main()
