# SPDX-License-Identifier: GPL-3.0-or-later
"""How long very long texts take: comparing two, moving marks from one to the other, finding words tagged before.

    python benchmarks/long_texts.py

The texts are made up, of 170,000 words. Prints seconds of CPU, the best of three. Tests count the
work instead, which is the same on every machine.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from archivist.language.word_diff import differences
from archivist.model import Kind
from archivist.store.span_map import SpanMap
from archivist.suggest.seen import SeenIndex, SeenWords, find_seen

WORDS = 170_000
EDITS = 200
SPANS = 500
QUOTES = 50_000
SHORT = 20_000


def main() -> None:
    chance = random.Random(5)
    vocabulary = ["".join(chance.choices("абвгдеіклмнопрст", k=chance.randint(2, 9))) for _ in range(20_000)]
    words = chance.choices(vocabulary, k=WORDS)
    old = " ".join(words)
    moved = " ".join(words[WORDS // 2 :] + words[: WORDS // 2])
    for _ in range(EDITS):
        words[chance.randrange(WORDS)] = "виправлено"
    new = " ".join(words)
    quotes = [SeenWords(" ".join(chance.choices(vocabulary, k=2)), "tag", Kind.EVENT, None, 1) for _ in range(QUOTES)]
    index = SeenIndex(quotes)
    for what, work in (
        (f"compare it with one of {EDITS} edits", lambda: differences(old, new)),
        ("compare it with one whose halves changed places", lambda: differences(old, moved)),
        (f"find {SPANS} marks in the edited one", lambda: _placed(old, new)),
        (f"make an index of {QUOTES} tagged quotes", lambda: SeenIndex(quotes)),
        (f"find these in {SHORT} characters of it", lambda: find_seen(old[:SHORT], "uk", index)),
    ):
        print(f"{_seconds(work):6.2f} s  {what}")


def _placed(old: str, new: str) -> int:
    mapping = SpanMap(old, new)
    starts = range(0, len(old) - 40, len(old) // SPANS)
    return sum(mapping.place(start, start + 20) is not None for start in starts)


def _seconds(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(3):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)


if __name__ == "__main__":
    main()
