# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the reader opens, takes one annotation more, scrolls and paints, with suggestions and arcs too.

    python benchmarks/reader.py            drawn into memory, so it runs without a display

Each figure is the median of several runs, in ms. To open is to set the text and the annotations and
to paint them for the first time.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from archivist.model import Annotation, Kind, Status, Suggestion, Tag
from archivist.ui.reader import Arc
from archivist.ui.reader.typesetting import Role
from archivist.ui.reader.view import ArticleView
from archivist.ui.theme import Theme

_RUNS = 7
_STEPS = 60
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


def median(action: Callable[[int], object], runs: int) -> float:
    """The median time of an action in ms; it is given the number of the run."""
    times = []
    for run in range(runs):
        began = time.perf_counter()
        action(run)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def measure(application: QApplication, name: str, text: str, count: int) -> str:
    """One row of the table."""
    given = annotations(text, count)
    view = ArticleView()
    view.resize(1100, 900)
    view.show()
    application.processEvents()

    def show(_run: int) -> None:
        view.show_article(text, given, (Role.HEADLINE,))

    def show_and_paint(run: int) -> None:
        show(run)
        view.grab()

    def add(run: int) -> None:
        view.put_annotation(annotation(f"new-{run}", text, 100 + run, 130 + run))

    def add_and_paint(run: int) -> None:
        add(run + _RUNS)
        view.grab()

    def scroll(_run: int) -> None:
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
        application.processEvents()  # paints what came into view

    figures = [
        median(show, _RUNS),
        median(show_and_paint, _RUNS),
        median(add, _RUNS),
        median(add_and_paint, _RUNS),
        median(scroll, _STEPS),
        median(lambda _: view.viewport().repaint(), _STEPS // 3),
    ]
    view.close()
    return f"{name:28}" + "".join(f"{figure:9.1f}" for figure in figures)


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
    print(f"{'':28}{'load':>9}{'open':>9}{'add':>9}{'add+show':>9}{'scroll':>9}{'repaint':>9}")
    for name, length, paragraph, count in (
        ("50k, 500 annotations", 50_000, 500, 500),
        ("50k, 10,000 annotations", 50_000, 500, 10_000),
        ("1M, 10,000 annotations", 1_000_000, 500, 10_000),
        ("one 200k paragraph, 2,000", 200_000, 200_001, 2_000),
    ):
        print(measure(application, name, article(length, paragraph), count), flush=True)
    for length in (1_000_000, 50_000):
        print(f"\n{length:,} code points, 2,000 annotations")
        print(measure_more(application, length, marks=2000, offers=5000, arcs=1000), flush=True)


if __name__ == "__main__":
    main()
