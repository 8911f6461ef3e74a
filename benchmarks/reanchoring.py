# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether annotations follow their words into a corrected text, and never stand on other ones.

    python benchmarks/reanchoring.py [--edits 2000] [--seed 7] [--doubtful]

reads posts with marked spans (unlp2025-spans) beside the repository, or where $ARCHIVIST_CASES says, makes random
corrections of them, each of one sort or of several at once, and maps every span through archivist.store.span_map.
What is true is known without it: an edit carries along, letter by letter, where each letter of the old text went.

Per sort of edit it prints how many annotations
- kept their words: all of their letters are in the new text, side by side and in their order;
- of these, moved to them without review, in number and as a share, and how many wait for review;
- lost their words and wait, as they should;
- stand on equal words of which nobody can tell from the texts that they are not theirs (`alike`): an edit that takes
  out and brings in no more letters than the one that was made leaves them there, as where one of “!!” is deleted, or
  a sentence is pasted twice. A moved paragraph counts as no letter, so that it excuses nothing;
- are on wrong text: every other place that is not the true one.
--doubtful lists those that wait though their words are there, and those that are alike or wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archivist.store.span_map import SpanMap
from archivist.text import canonical

ROOT = Path(__file__).parents[1]
CASES = Path(os.environ.get("ARCHIVIST_CASES", ROOT.parent / "shared" / "cases"))
LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"
# How the same quote or dash is written elsewhere.
SIGNS = {"«": "“", "»": "”", "“": "«", "”": "»", '"': "“", "—": "–", "–": "-", "-": "–", "…": "...", "'": "’", "’": "'"}
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]*[ \n]*|\n+|[.!?…]+[ \n]*")
_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+$")

Span = tuple[int, int]


@dataclass
class Traced:
    """A text, and for every letter of it the one of the old text that it is; ~place where it only stands in for it."""

    old: str
    text: str
    origin: list[int]

    @classmethod
    def of(cls, text: str) -> Traced:
        """An old text, before any edit."""
        return cls(text, text, list(range(len(text))))

    def replace(self, start: int, end: int, by: str) -> None:
        """Put new letters in place of those at [start, end)."""
        self.text = self.text[:start] + by + self.text[end:]
        self.origin[start:end] = [~len(self.old)] * len(by)

    def rewrite(self, at: int, sign: str) -> None:
        """Write the letter at a place otherwise; written as it once was it is the old one again."""
        origin = self.origin[at]
        place = origin if origin >= 0 else ~origin
        self.replace(at, at + 1, sign)
        if len(sign) == 1:
            self.origin[at] = place if self.old[place : place + 1] == sign else ~place

    def move(self, start: int, end: int, to: int) -> None:
        """Bring the letters at [start, end) to before the one at `to`, which is not among them."""
        text, origin = self.text[start:end], self.origin[start:end]
        self.text, self.origin = self.text[:start] + self.text[end:], self.origin[:start] + self.origin[end:]
        to -= (end - start) if to >= end else 0
        self.text = self.text[:to] + text + self.text[to:]
        self.origin[to:to] = origin

    def place(self, start: int, end: int) -> int | None:
        """Where the letters at [start, end) of the old text are, if still side by side."""
        if start not in self.origin:
            return None
        at = self.origin.index(start)
        return at if self.origin[at : at + end - start] == list(range(start, end)) else None


Edit = Callable[[random.Random, Traced, list[str]], None]


def typo(chance: random.Random, traced: Traced, _: list[str]) -> None:
    """One letter is changed, left out, doubled, brought in, or changes places with the next."""
    letters = [at for at, letter in enumerate(traced.text) if letter.isalpha()]
    if not letters:
        return
    at = chance.choice(letters)
    here, after = traced.text[at], traced.text[at + 1 : at + 2]
    match chance.randrange(5):
        case 0:
            traced.replace(at, at + 1, chance.choice(LETTERS.replace(here, "")))
        case 1:
            traced.replace(at, at + 1, "")
        case 2:
            traced.replace(at, at, here)
        case 3:
            traced.replace(at, at, chance.choice(LETTERS))
        case _ if after.isalpha() and after != here:
            traced.replace(at, at + 2, after + here)


def inserted(chance: random.Random, traced: Traced, others: list[str]) -> None:
    """A sentence of another post is put between two of this one."""
    brought = chance.choice([sentence for sentence in _pieces(_SENTENCE, chance.choice(others)) if sentence])
    at = chance.choice([*(start for start, _ in _spans(_SENTENCE, traced.text)), len(traced.text)])
    traced.replace(at, at, brought if brought[-1:].isspace() else f"{brought} ")


def deleted(chance: random.Random, traced: Traced, _: list[str]) -> None:
    """A sentence is left out."""
    spans = _spans(_SENTENCE, traced.text)
    if len(spans) > 1:
        traced.replace(*chance.choice(spans), "")


def moved(chance: random.Random, traced: Traced, _: list[str]) -> None:
    """A paragraph, or the sentence of a post that is only one, changes its place."""
    spans = _spans(_PARAGRAPH, traced.text)
    if len(spans) < 2:
        spans = _spans(_SENTENCE, traced.text)
    if len(spans) > 1:
        start, end = chance.choice(spans)
        traced.move(start, end, chance.choice([at for at, _ in spans if at not in (start, end)] or [end]))


def resigned(chance: random.Random, traced: Traced, _: list[str]) -> None:
    """Quotes and dashes are written otherwise, all of one sort or one of them."""
    found = [at for at, sign in enumerate(traced.text) if sign in SIGNS]
    if not found:
        return
    chosen = chance.choice(found)
    every = chance.random() < 0.7
    for at in reversed(found):
        if at == chosen or (every and traced.text[at] == traced.text[chosen]):
            traced.rewrite(at, SIGNS[traced.text[at]])


def copied(chance: random.Random, traced: Traced, _: list[str]) -> None:
    """A sentence is there twice, as when it was pasted once too often."""
    start, end = chance.choice(_spans(_SENTENCE, traced.text))
    at = chance.choice([at for at, _ in _spans(_SENTENCE, traced.text)])
    traced.replace(at, at, traced.text[start:end])


def several(chance: random.Random, traced: Traced, others: list[str]) -> None:
    """Two to six edits, one upon the other."""
    for _ in range(chance.randint(2, 6)):
        chance.choice((typo, typo, inserted, deleted, moved, resigned))(chance, traced, others)


SORTS: tuple[Edit, ...] = (typo, inserted, deleted, moved, resigned, several, copied)


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [found.span() for found in pattern.finditer(text)] or [(0, len(text))]


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found.group() for found in pattern.finditer(text)] or [text]


def changed(old: str, new: str) -> int:
    """How many letters the shortest edit of one text into another takes out or brings in.

    That is the length of both less twice that of their longest common subsequence, which is found a row at a time
    in the bits of a number (Hyyrö 2004).
    """
    places: dict[str, int] = {}
    for at, letter in enumerate(old):
        places[letter] = places.get(letter, 0) | 1 << at
    every = (1 << len(old)) - 1
    row = every
    for letter in new:
        matched = row & places.get(letter, 0)
        row = ((row + matched) | (row - matched)) & every
    common = len(old) - row.bit_count()
    return len(old) + len(new) - 2 * common


def is_alike(traced: Traced, span: Span, place: int) -> bool:
    """Whether an edit that changes no more letters than the one that was made leaves the words at `place`."""
    start, end = span
    old, new = traced.old, traced.text
    kept = sum(origin >= 0 for origin in traced.origin)
    made = len(old) + len(new) - 2 * kept
    return changed(old[:start], new[:place]) + changed(old[end:], new[place + end - start :]) <= made


def outcome_of(traced: Traced, span: Span, place: int | None) -> str:
    """What became of one annotation, in the words of the table."""
    true = traced.place(*span)
    if place is None:
        return "queued" if true is not None else "lost, queued"
    if traced.text[place : place + span[1] - span[0]] != traced.old[slice(*span)]:
        return "WRONG"
    if place == true:
        return "moved"
    if not is_alike(traced, span, place):
        return "WRONG"
    return "alike" if true is None else "alike, kept"


def posts() -> Iterator[tuple[str, list[Span]]]:
    """The texts that have spans, with these."""
    path = CASES / "unlp2025-spans" / "dev.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        text = post["text"]
        spans = [(start, end) for start, end in post["spans"] or [] if 0 <= start < end <= len(text)]
        if spans and canonical(text, compose=False) == text:
            yield text, spans


def main() -> None:
    """Edit, map, count and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--doubtful", action="store_true")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    articles = list(posts())
    texts = [text for text, _ in articles]
    counts: dict[str, Counter[str]] = {sort.__name__: Counter() for sort in SORTS}
    for number in range(options.edits):
        sort = SORTS[number % len(SORTS)]
        old, spans = chance.choice(articles)
        traced = Traced.of(old)
        sort(chance, traced, texts)
        mapping = SpanMap(old, traced.text)
        for span in spans:
            place = mapping.place(*span)
            outcome = outcome_of(traced, span, place)
            counts[sort.__name__][outcome] += 1
            if options.doubtful and outcome in ("queued", "alike", "alike, kept", "WRONG"):
                print(f"{outcome} ({sort.__name__}): {old[slice(*span)]!r} {span} true {traced.place(*span)}, {place}")
    print(f"{options.edits} edits of {len(articles)} posts, seed {options.seed}")
    print(f"{'edit':10}{'kept':>7}{'moved':>7}{'share':>8}{'queued':>8}{'lost, queued':>14}{'alike':>7}{'WRONG':>7}")
    for name, count in (*counts.items(), ("all", sum(counts.values(), Counter()))):
        kept = count["moved"] + count["queued"] + count["alike, kept"]
        alike = count["alike, kept"] + count["alike"]
        share = count["moved"] / max(1, kept)
        row = f"{name:10}{kept:7}{count['moved']:7}{share:8.2%}{count['queued']:8}{count['lost, queued']:14}"
        print(f"{row}{alike:7}{count['WRONG']:7}")


if __name__ == "__main__":
    main()
