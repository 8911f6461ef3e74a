# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done in the window: each step with the article that it needs, and whether it held by mouse and by keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace

from archivist.intake.correcting import CORRECTION
from archivist.model import Article, ArticleDraft, Provenance
from archivist.store import Archive
from benchmarks.reading_desk.bus import BusError
from benchmarks.reading_desk.by import By
from benchmarks.reading_desk.desk import Desk, NotSo
from benchmarks.reading_desk.texts import NEWS

CORRECTED = Provenance("", CORRECTION, "1", None)  # what is said of a text that was corrected by hand
Do = Callable[[Desk, By], None]
Mark = tuple[str, str]  # words that stand once in the text, and the name of a tag


@dataclass(frozen=True, slots=True)
class Step:
    """One action of the window, in an article of its own."""

    name: str
    do: Do
    text: str = NEWS
    marks: tuple[Mark, ...] = ()
    prepare: Callable[[Archive, Article], object] | None = None  # what else is in the archive
    section: str = ""

    def title(self, by: str) -> str:
        """Of its article."""
        return f"{self.name}, {by}"

    def make(self, archive: Archive, by: str) -> str:
        """Add its article to an archive; returns its id."""
        body = f"{self.title(by)}\n\n{self.text}"
        article = add_article(archive, body)
        for words, tag in self.marks:
            archive.annotations.add_quote(article.id, words, archive.tags.named(tag).id)
        if self.prepare is not None:
            self.prepare(archive, article)
        return article.id


@dataclass(slots=True)
class Outcome:
    """How a step went, by each way of doing it."""

    step: Step
    held: dict[str, str] = field(default_factory=dict)  # by mouse or keys: "", or why it did not hold


def section(title: str, steps: Iterable[Step]) -> tuple[Step, ...]:
    """Steps of one section of the issue."""
    return tuple(replace(step, section=title) for step in steps)


def add_article(archive: Archive, body: str, *, raw: bytes | None = None, media_type: str = "text/plain") -> Article:
    """An article of its own in an archive."""
    title = body.split("\n", 1)[0]
    draft = ArticleDraft(
        title=title, body=body, outlet="Вісник", published="2024-03-05", language="uk",
        provenance=Provenance(f"{title}.txt", "plain-text", "1", "utf-8"),
    )  # fmt: skip
    return archive.articles.get(archive.articles.add(draft, raw or body.encode(), media_type).article)


def perform(desk: Desk, step: Step, by: By, article: str) -> str:
    """Do a step in its article, look, and come back to where the next one begins; why it did not hold, else ""."""
    desk.article = article
    said = ""
    try:
        open_article(desk, by)
        step.do(desk, by)
    except (NotSo, BusError, TimeoutError, ValueError, StopIteration, LookupError, AssertionError) as error:
        said = f"{type(error).__name__}: {error}" if not isinstance(error, NotSo) else str(error)
    desk.picture(f"{'' if not said else 'FAILED-'}{_file_name(step.name)}-{by.name}")
    with suppress(BusError, TimeoutError, NotSo):
        come_back(desk)
    return said


def open_article(desk: Desk, by: By) -> None:
    """Show the article that a step is about, by its address."""
    desk.put_on_clipboard(desk.address())
    by.act("go_to_address")
    body = desk.body
    desk.until("the article", lambda: (reader := desk.reader()) is not None and reader.text[:40] == body[:40])
    desk.press("Ctrl+3")


def come_back(desk: Desk) -> None:
    """Close what is open over the article, and let go of what is chosen in it."""
    for _ in range(6):
        if len(desk.windows()) <= 1:
            break
        desk.press("Esc")
        if (give_up := desk.find("push button", "Give up")) is not None:
            desk.click(give_up)
    if (close := desk.find("push button", "Show all annotations")) is not None:
        desk.click(close)
    desk.press("Ctrl+3", "Esc", "Esc", "Esc")


def _file_name(name: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in name).split()).lower()


def timed(do: Callable[[], str]) -> tuple[str, float]:
    """What something said, and how long it took in seconds."""
    began = time.monotonic()
    return do(), time.monotonic() - began
