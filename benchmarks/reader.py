# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the reader opens, takes one annotation more, scrolls and paints, beside Qt's own ways to do it.

    python benchmarks/reader.py            drawn into memory, so it runs without a display

Times are ms: the shortest of several runs, after it that of the processor, and of scrolling what 95 of 100
steps stay below. To open is to set the text and the annotations and to paint them for the first time, and
whatever is done is painted within the time. "Qt's own ways" colour the same stretches in a QTextEdit, without
lanes, ends and labels (text_edits.py).
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from text_edits import PEERS

from archivist.model import Annotation, Kind, Status, Suggestion, Tag
from archivist.ui.reader import Arc
from archivist.ui.reader.typesetting import Role
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import Theme, reading_font

_RUNS = 7
_PEER_RUNS = 3
_STEPS = 120
_ROUNDS = 200
_WORDS = (
    "Минулої ночі рятувальники розбирали завали біля старого мосту через річку, а мешканці чекали на новини. "
    "За словами речниці, двоє людей досі не вийшли на зв’язок, хоча пошуки тривають від самого ранку. "
)
_TAGS = [
    Tag(row, f"tag-{row}", name, kind, colour, "", None, "")
    for row, (name, kind, colour) in enumerate(
        [("strike", Kind.EVENT, "#b3441e"), ("rescuers", Kind.ACTOR, "#2460a8"), ("missing", Kind.FIGURE, "#0f7466")]
    )
]


def article(length: int, paragraph: int) -> str:
    """A text of a length, in paragraphs of a length; both in code points."""
    text = (_WORDS * (length // len(_WORDS) + 1))[:length]
    return "\n".join(text[start : start + paragraph - 1] for start in range(0, length, paragraph))


@dataclass(frozen=True, slots=True)
class Case:
    """A text with annotations, and what is asked of the reader."""

    name: str
    text: str
    count: int  # annotations
    goals: tuple[float, float, float, float]  # ms: open, add, scroll p95, repaint; 0: none


CASES = (
    Case("50,000 characters, 500 annotations", article(50_000, 500), 500, (60, 8, 16, 0)),
    Case("50,000 characters, 10,000 annotations", article(50_000, 500), 10_000, (60, 8, 16, 0)),
    Case("1,000,000 characters, 10,000 annotations", article(1_000_000, 500), 10_000, (100, 4, 8, 0)),
    Case("one paragraph of 200,000 characters, 2,000 annotations", article(200_000, 200_001), 2000, (100, 0, 0, 8)),
)


def annotations(text: str, count: int, seed: int = 1) -> list[Annotation]:
    """Annotations of 4 to 60 code points, spread over a text."""
    chance = random.Random(seed)
    made = []
    for number in range(count):
        start = chance.randrange(len(text) - 60)
        made.append(annotation(f"{seed}-{number}", text, start, start + chance.randint(4, 60)))
    return sorted(made, key=lambda each: each.start)


def annotation(name: str, text: str, start: int, end: int) -> Annotation:
    tag = _TAGS[start % len(_TAGS)]
    quote = text[start:end]
    return Annotation(name, "", "", start, end, quote, "", "", tag, "", {}, None, Status.ANCHORED, "", "", "")


def suggestions(text: str, count: int) -> list[Suggestion]:
    """Suggestions of 4 to 30 code points, spread over a text."""
    chance, kinds = random.Random(2), list(Kind)
    made = []
    for number in range(count):
        start = chance.randrange(len(text) - 60)
        end = start + chance.randint(4, 30)
        kind = kinds[number % len(kinds)]
        made.append(Suggestion(start, end, text[start:end], kind, {}, chance.random(), str(number)))
    return made


@dataclass(frozen=True, slots=True)
class Times:
    """How long one thing took each time it was done, ms."""

    wall: list[float]
    cpu: list[float]

    def __str__(self) -> str:
        return f"{min(self.wall):8.1f} ({min(self.cpu):.1f})".ljust(19)

    @property
    def best(self) -> float:
        return min(self.wall)

    @property
    def p95(self) -> float:
        return sorted(self.wall)[ceil(0.95 * len(self.wall)) - 1]


def timed(action: Callable[[int], object], runs: int, between: Callable[[], object] | None = None) -> Times:
    """Do something some times; it is given the number of the run."""
    times = Times([], [])
    for run in range(runs):
        if between is not None:
            between()
        wall, cpu = time.perf_counter(), time.process_time()
        action(run)
        times.wall.append((time.perf_counter() - wall) * 1000)
        times.cpu.append((time.process_time() - cpu) * 1000)
    return times


def paint(view: QWidget) -> None:
    """Paint what has to be painted anew, and do nothing else that waits."""
    QApplication.sendPostedEvents(view, QEvent.Type.UpdateRequest)


def settle() -> None:
    """Let Qt lay out the rest of a text, which it does when there is nothing else to do, and drop old ones."""
    for _ in range(_ROUNDS):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[call-overload]


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured of one way to show a text."""

    name: str
    open: Times
    add: Times
    scroll: Times
    repaint: Times

    def figures(self) -> tuple[float, float, float, float]:
        return self.open.best, self.add.best, self.scroll.p95, self.repaint.best


def measure(name: str, view: QTextEdit, case: Case, runs: int) -> Row:
    """One row of the table."""
    view.resize(1100, 900)
    view.show()
    settle()
    text, given = case.text, annotations(case.text, case.count)
    gc.collect()
    gc.freeze()
    bar, viewport = view.verticalScrollBar(), view.viewport()

    def show(_run: int) -> None:
        view.show_article(text, given)
        paint(view)

    def add(run: int) -> None:
        view.put_annotation(annotation(f"new-{run}", text, 100 + run, 130 + run))
        paint(view)

    def scroll(_run: int) -> None:
        bar.setValue(bar.value() + 60)
        paint(view)

    opened = timed(show, runs, between=settle)
    settle()
    gc.collect()
    gc.freeze()  # as the desktop does with its window
    added = timed(add, runs)
    scrolled = timed(scroll, _STEPS)
    row = Row(name, opened, added, scrolled, timed(lambda _: viewport.repaint(), _STEPS // 6))
    view.close()
    view.deleteLater()
    settle()
    return row


def print_table(case: Case) -> None:
    """The reader, its goals, and each of Qt's ways with how many times as long it takes."""
    rows = [measure("the reader", ArticleView(), case, _RUNS)]
    font = reading_font()
    rows += [measure(name, peer(font), case, _PEER_RUNS) for name, peer in PEERS.items()]
    print(f"\n{case.name}\n{'':20}{'open':>8}{'add':>19}{'scroll':>19}{'scroll p95':>19}{'repaint':>11}")
    ours = rows[0].figures()
    for row in rows:
        print(f"{row.name:20}{row.open}{row.add}{row.scroll}{row.scroll.p95:8.1f}   {row.repaint}")
        if row is not rows[0]:
            ratios = [f"x {theirs / our:.1f}" for theirs, our in zip(row.figures(), ours, strict=True)]
            print(f"{'':20}{ratios[0]:>8}{ratios[1]:>19}{'':19}{ratios[2]:>19}{ratios[3]:>11}")
    for what, goal, reached in zip(("open", "add", "scroll p95", "repaint"), case.goals, ours, strict=True):
        if goal:
            print(f"{'':20}goal {what} {goal} ms: {'reached' if reached <= goal else 'MISSED'} ({reached:.1f})")
    sys.stdout.flush()


def median(action: Callable[[int], object], runs: int) -> float:
    """The median time of an action in ms."""
    return statistics.median(timed(action, runs).wall)


def measure_more(application: QApplication, length: int, marks: int, offers: int, arcs: int) -> str:
    """How much slower it is to scroll and to paint a text when it has suggestions and arcs."""
    text = article(length, 500)
    given = annotations(text, marks)
    offered = suggestions(text, offers)
    related = [Arc(f"{n}", "cause", given[n].id, given[n + 3].id, "cause") for n in range(0, len(given) - 3, 2)][:arcs]
    view = ArticleView()
    view.resize(1100, 900)
    view.show()
    view.show_article(text, given, (Role.HEADLINE,))
    application.processEvents()

    def scroll(_run: int) -> None:
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
        application.processEvents()

    def both() -> str:
        view.verticalScrollBar().setValue(0)
        application.processEvents()
        scrolled = median(scroll, _STEPS)
        return f"{scrolled:9.1f}{median(lambda _: view.viewport().repaint(), _STEPS // 3):9.1f}"

    bare = both()
    shown = median(lambda _: view.show_suggestions(offered), _RUNS)
    with_suggestions = both()
    chosen = median(lambda _: (view.next_suggestion(), application.processEvents()), _STEPS)
    view.show_suggestions([])
    view.show_arcs(related)
    with_arcs = both()
    view.close()
    return (
        f"{'scroll and repaint, bare':34}{bare}\n"
        f"{f'{offers:,} suggestions':34}{with_suggestions}   to show them {shown:.1f}, to the next one {chosen:.1f}\n"
        f"{f'{len(related):,} arcs':34}{with_arcs}"
    )


def main() -> None:
    application = QApplication([])
    Theme(application)
    for case in CASES:
        print_table(case)
    for length in (1_000_000, 50_000):
        print(f"\n{length:,} code points, 2,000 annotations")
        print(measure_more(application, length, marks=2000, offers=5000, arcs=1000), flush=True)


if __name__ == "__main__":
    main()
