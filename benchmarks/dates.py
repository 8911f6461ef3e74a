# SPDX-License-Identifier: GPL-3.0-or-later
"""How many dates archivist.suggest finds and resolves rightly, and how fast.

    python benchmarks/dates.py [--misses] [--held-back]

reads real material beside the repository, or where $ARCHIVIST_CASES says, and prints
- sentences of our own (tests/suggest/dates/date_sentences.txt): a date is right if span and EDTF are exact,
  a sentence without dates is right if none is found in it;
- the specifications of Microsoft's recognizers (English): recall and precision of spans that overlap.
  Sorts that are not claimed are counted apart: see NOT_CLAIMED;
- the Ukrainian corpus NER-UK 2.0: DATE and PERIOD. The annotators' PERIODs hold durations as well
  (“двадцять років”, “кілька годин”), which name no date. Rules were developed on every other document;
  --held-back measures the rest;
- milliseconds of CPU for an article of 500 words.
--misses lists what was not found and what was found beside.
"""

from __future__ import annotations

import json
import os
import re
import runpy
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archivist.suggest.dates import find_dates

ROOT = Path(__file__).parents[1]
CASES = Path(os.environ.get("ARCHIVIST_CASES", ROOT.parent / "shared" / "cases"))
SENTENCES = runpy.run_path(str(ROOT / "tests" / "suggest" / "dates" / "date_sentences.py"))["sentences"]
SPECIFICATIONS = ("DateExtractor", "DatePeriodExtractor")
REFERENCE = "2016-11-07"  # the day that the specifications are written for
NO_DAY = "2016-06-15"  # the corpus says no day of publication; spans do not depend on it

# What a specification expects and an archive of press coverage has no use for: orders to an assistant.
NOT_CLAIMED = {
    "a day of the month alone": r"(?:on |the )*(?:\d{1,2}(?:st|nd|rd|th)?|(?:twenty |thirty )?(?:first|second))",
    "a span of time": r".*\b(?:past|previous|last|next|coming|upcoming|within|in|less than|more than|after)"
    r"\s+(?:the\s+)?(?:\d+|few|several|couple|one|two|three|some)\b.*",
    "a day that nothing names": r".*\b(?:from now|hence|in the future|later|business days)\b.*",
    "day and month in figures without a year": r"\d{1,2}\s*[-/.]\s*\d{1,2}|from \d+/\d+ to \d+/\d+",
    "year and month in figures": r"\d{4}\s*[-/.]\s*\d{1,2}|\d{1,2}\s*[-/.]\s*\d{4}",
    "years in words": r".*\b(?:thousands?|hundred|nineteen|twenty-tens|noughties)\b.*",
    "weeks by number, rest of a period": r".*\b(?:week \d+|weeks? of|rest|week after|year to date)\b.*",
    "day or season without more": r"(?:the )?(?:next day|last day|day|same month|same week|summer|winter|spring|fall)",
}
_NOT_CLAIMED = re.compile("|".join(f"(?:{form})" for form in NOT_CLAIMED.values()), re.IGNORECASE)

Span = tuple[int, int]


@dataclass
class Score:
    """Counts of spans; two spans agree if they overlap."""

    expected: int = 0
    found: int = 0
    proposed: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, text: str, expected: Sequence[Span], proposed: Sequence[Span], beside: Sequence[Span] = ()) -> None:
        """beside: spans that are right to propose and no loss to miss."""
        for span in expected:
            hit = any(_overlap(span, each) for each in proposed)
            self.found += hit
            if not hit:
                self.misses.append(f"missed {_shown(text, span)}")
        for span in proposed:
            hit = any(_overlap(span, each) for each in (*expected, *beside))
            self.right += hit
            if not hit:
                self.misses.append(f"beside {_shown(text, span)}")
        self.expected += len(expected)
        self.proposed += len(proposed)

    def __str__(self) -> str:
        recall, precision = self.found / max(1, self.expected), self.right / max(1, self.proposed)
        return (
            f"recall {recall:.2%} ({self.found} of {self.expected}), "
            f"precision {precision:.2%} ({self.right} of {self.proposed})"
        )


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _shown(text: str, span: Span) -> str:
    start, end = span
    return f"…{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 20]}…".replace("\n", " ")


def spans(text: str, language: str, published: str) -> list[Span]:
    return [(date.start, date.end) for date in find_dates(text, language, published)]


def print_own(misses: bool) -> None:
    right, total, wrong = Counter(), Counter(), []
    for sentence in SENTENCES():
        found = {
            (date.start, date.end, date.edtf)
            for date in find_dates(sentence.text, sentence.language, sentence.published)
        }
        expected = set(sentence.dates)
        total[sentence.language] += len(expected) or 1
        right[sentence.language] += len(expected & found) if expected else not found
        if found != expected:
            wrong.append(f"{sentence.text} found {sorted(found - expected)}")
    for language in sorted(total):
        print(
            f"own {language:17} {right[language]} of {total[language]} right, {right[language] / total[language]:.2%}"
        )
    print_misses(wrong if misses else ())


def print_specifications(folder: Path, misses: bool) -> None:
    for name in SPECIFICATIONS:
        claimed, everything = Score(), Score()
        for case in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
            text = case["Input"]
            expected = [(each["Start"], each["Start"] + each["Length"]) for each in case["Results"]]
            proposed = spans(text, "en", REFERENCE)
            not_claimed = [(a, b) for a, b in expected if _NOT_CLAIMED.fullmatch(text[a:b])]
            claimed.add(text, [each for each in expected if each not in not_claimed], proposed, not_claimed)
            everything.add(text, expected, proposed)
        print(f"{name:21} {claimed}; with sorts not claimed {everything}")
        print_misses(claimed.misses if misses else ())


def print_corpus(folder: Path, misses: bool, held_back: bool) -> None:
    dates, both = Score(), Score()
    for path in sorted(folder.glob("*.ann"))[held_back::2]:
        with path.with_suffix(".txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        entities: dict[str, list[Span]] = {"DATE": [], "PERIOD": []}
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) > 4 and columns[1] in entities:
                entities[columns[1]].append((int(columns[2]), int(columns[3])))
        proposed = spans(text, "uk", NO_DAY)
        dates.add(text, entities["DATE"], proposed, entities["PERIOD"])
        both.add(text, entities["DATE"] + entities["PERIOD"], proposed)
    print(f"NER-UK DATE           {dates}")
    print(f"NER-UK DATE, PERIOD   {both}")
    print_misses(both.misses if misses else ())


def print_speed(path: Path) -> None:
    text = " ".join(path.read_text(encoding="utf-8").split(" ")[:500])
    times = []
    for _ in range(21):
        start = time.process_time()
        find_dates(text, "uk", "2022-01-08")
        times.append(1000 * (time.process_time() - start))
    print(f"speed                 {sorted(times)[10]:.1f} ms of CPU for 500 words (median), {times[0]:.0f} ms at first")


def print_misses(lines: Iterable[str]) -> None:
    for line in lines:
        print(f"    {line}")


def main() -> None:
    misses, held_back = "--misses" in sys.argv, "--held-back" in sys.argv
    print_speed(next((CASES.parent / "seed").glob("*.txt")))
    print_own(misses)
    print_specifications(CASES / "quantities-recognizers-specs" / "DateTime" / "English", misses)
    print_corpus(CASES / "brat-neruk2" / "dev", misses, held_back)


if __name__ == "__main__":
    main()
