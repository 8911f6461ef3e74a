# SPDX-License-Identifier: GPL-3.0-or-later
"""How many figures archivist.suggest finds, how many that are none, and how fast.

    python benchmarks/figures.py [--misses]

reads real material beside the repository, or where $ARCHIVIST_CASES says, and prints precision,
recall and F1 (--misses: everything that was missed, and everything that was found and is none):

- the project's own sentences (tests/suggest/figures/*.jsonl): right is a figure with the very span
  and every attribute that the sentence's author wrote down: value or low and high, approximation,
  unit, counted, and claimant and as-of date where they are given. The second line asks for the span alone;
- Ukrainian texts of NER-UK 2.0 (brat-neruk2/dev) with their QUANT, MON and PCT. They mark money,
  percentages and measures, but neither people or things that are counted nor times (those are
  PERIOD). So what is compared is the figures that have a unit of money, percent or measure, and
  those without any noun or unit, for amounts of money are told so as well; what is left out is
  counted in the line's end. "overlap" takes a figure for a gold one if they share a character,
  "exact" only if they begin and end together, approximation words left off, because the gold has
  none. "all figures" compares everything that is found, counts and times with it;
- the words of Ukrainian NER-UK with B-QUANT, B-MON, B-PCT that are in no text of dev
  (iob/test…): few figures, but none that the rules were written with;
- English specifications of Microsoft Recognizers (Number, NumberRange, NumberWithUnit), of the
  sorts that the program claims: numbers by themselves, percentages, currencies, dimensions,
  temperatures and ranges. A specification is right when every number is found with its value, and
  nothing else;
- milliseconds for an article of 500 words, and seconds for texts of a megabyte.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archivist.model import Suggestion
from archivist.suggest.dates import DateExpression
from archivist.suggest.figures import find_figures
from archivist.suggest.figures.unit_words import UNITS, UnitKind
from archivist.suggest.figures.word_lists import word_set

CASES = Path(os.environ.get("ARCHIVIST_CASES", Path(__file__).parents[2] / "shared" / "cases"))
OWN = sorted((Path(__file__).parents[1] / "tests" / "suggest" / "figures").glob("*.jsonl"))
GOLD_KINDS = ("QUANT", "MON", "PCT")
ATTRIBUTES = ("value", "low", "high", "approximation", "unit", "counted")
IF_GIVEN = ("claimant", "as_of")

Span = tuple[int, int]


@dataclass
class Measure:
    """What was found of what should be."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def line(self) -> str:
        found, wanted = self.right + len(self.wrong), self.right + len(self.missed)
        precision = self.right / found if found else 1.0
        recall = self.right / wanted if wanted else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return (
            f"precision {precision:6.1%}  recall {recall:6.1%}  F1 {f1:.3f}  ({self.right} of {wanted}, {found} found)"
        )


def own_sentences() -> Iterator[Mapping[str, Any]]:
    """The sentences: {"text", "language", "figures": [{"quote", …}], "dates": [[quote, edtf]…]}."""
    for path in OWN:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def found_in(sentence: Mapping[str, Any]) -> list[Suggestion]:
    text = sentence["text"]
    dates = [
        DateExpression(text.index(quote), text.index(quote) + len(quote), edtf, 0.9, with_day=True)
        for quote, edtf in sentence.get("dates", [])
    ]
    return find_figures(text, sentence["language"], dates)


def wanted_spans(sentence: Mapping[str, Any]) -> list[Span]:
    """Where the figures stand: each quote after the one before."""
    spans, last = [], 0
    for figure in sentence["figures"]:
        start = sentence["text"].index(figure["quote"], last)
        last = start + len(figure["quote"])
        spans.append((start, last))
    return spans


def differing(wanted: Mapping[str, Any], found: Suggestion) -> list[str]:
    """The attributes of a found figure that are not as they should be."""
    names = (*ATTRIBUTES, *(name for name in IF_GIVEN if name in wanted))
    return [
        f"{name} {found.attributes.get(name)!r}, not {wanted.get(name)!r}"
        for name in names
        if not _same(found.attributes.get(name), wanted.get(name, "exact" if name == "approximation" else None))
    ]


def _same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-4 * max(1, abs(other))
    return one == other


def measure_own(languages: Sequence[str] = ("uk", "ru", "en")) -> tuple[Measure, Measure]:
    whole, spans = Measure(), Measure()
    for sentence in own_sentences():
        if sentence["language"] not in languages:
            continue
        found = {(each.start, each.end): each for each in found_in(sentence)}
        for span, figure in zip(wanted_spans(sentence), sentence["figures"], strict=True):
            where = f"{sentence['language']} {figure['quote']!r} in {sentence['text']!r}"
            suggestion = found.pop(span, None)
            if suggestion is None:
                spans.missed.append(where)
                whole.missed.append(where)
                continue
            spans.right += 1
            if differences := differing(figure, suggestion):
                whole.missed.append(f"{where}: {'; '.join(differences)}")
                whole.wrong.append(f"{where}: as above")
            else:
                whole.right += 1
        for other in found.values():
            where = f"{sentence['language']} {other.quote!r} {dict(other.attributes)} in {sentence['text']!r}"
            spans.wrong.append(where)
            whole.wrong.append(where)
    return whole, spans


def brat_gold(path: Path) -> tuple[str, list[Span], list[Span]]:
    """The text, the spans of QUANT, MON and PCT, and those of DATE, TIME and PERIOD."""
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    figures, dates = [], []
    for match in re.finditer(r"^T\d+\t(\w+)\t(\d+)\t(\d+)\t", path.read_text(encoding="utf-8"), re.MULTILINE):
        kind, span = match[1], (int(match[2]), int(match[3]))
        if kind in GOLD_KINDS:
            figures.append(span)
        elif kind in ("DATE", "TIME", "PERIOD"):
            dates.append(span)
    return text, figures, dates


def is_of_gold_sort(figure: Suggestion) -> bool:
    """Whether the gold would mark such a figure: money, percent, a measure, or a number with nothing beside it."""
    unit = str(figure.attributes.get("unit", ""))
    if unit in NOT_MARKED:
        return False
    return bool(unit) or "counted" not in figure.attributes


NOT_MARKED = word_set("осіб шт. частка раз секунда хвилина година доба день тиждень місяць рік десятиліття століття")


def without_approximation(figure: Suggestion) -> Span:
    """The span from the number on."""
    quote = figure.quote
    match = re.search(r"[-−+]?\d|[$€£₴]|(?:пів|сто|сотн|тисяч|мільй|кілька|п.ят|дв)", quote)
    return (figure.start + match.start() if match else figure.start), figure.end


def measure_gold(paths: Iterable[Path], *, exact: bool, everything: bool = False) -> tuple[Measure, int]:
    measure, left_out = Measure(), 0
    for path in paths:
        text, gold, _ = brat_gold(path)
        figures = find_figures(text, "uk", [])
        of_sort = [each for each in figures if everything or is_of_gold_sort(each)]
        left_out += len(figures) - len(of_sort)
        _compare(measure, text, gold, of_sort, exact=exact)
    return measure, left_out


def _compare(measure: Measure, text: str, gold: list[Span], found: list[Suggestion], *, exact: bool) -> None:
    open_gold = list(gold)
    for figure in found:
        start, end = without_approximation(figure) if exact else (figure.start, figure.end)
        hits = [span for span in open_gold if (span == (start, end) if exact else span[0] < end and start < span[1])]
        if hits:
            measure.right += 1
            open_gold.remove(hits[0])
        else:
            measure.wrong.append(_context(text, figure.start, figure.end))
    measure.missed.extend(_context(text, *span) for span in open_gold)


def _context(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    return f"{before}[[{text[start:end]}]]{after}".replace("\n", " ")


def iob_gold(path: Path) -> tuple[str, list[Span]]:
    """The words of a file joined by spaces, and the spans of its figures."""
    text, spans = "", []
    inside = False
    for line in path.read_text(encoding="utf-8").splitlines():
        word, _, mark = line.rpartition(" ")
        if not word:
            text += "\n"
            inside = False
            continue
        start = len(text) + 1
        text += " " + word
        kind = mark[2:] if mark[:2] in ("B-", "I-") else ""
        if kind in GOLD_KINDS and mark[0] == "I" and inside:
            spans[-1] = (spans[-1][0], len(text))
        elif kind in GOLD_KINDS:
            spans.append((start, len(text)))
        inside = kind in GOLD_KINDS
    return text, spans


def measure_iob(path: Path) -> Measure:
    measure = Measure()
    text, gold = iob_gold(path)
    of_sort = [each for each in find_figures(text, "uk", []) if is_of_gold_sort(each)]
    _compare(measure, text, gold, of_sort, exact=False)
    return measure


# The specifications of the sorts that the program claims, and what of their inputs it does not claim:
# powers, fractions other than a half to a tenth of something, numbers of a list, an address or a phone.
CLAIMED_UNITS: Mapping[str, Callable[[str], bool]] = {
    "percent": lambda unit: unit in ("%", "pp"),
    "money": lambda unit: bool(re.fullmatch("[A-Z]{3}|cent|peso|kop.", unit)),
    "dimension": lambda unit: unit in {name.symbol for name in UNITS["en"].values() if name.kind is UnitKind.MEASURE},
    "temperature": lambda unit: unit in ("°C", "°F", "degree"),
}
SPECIFICATIONS = {
    "Number/English/NumberModel.json": "number",
    "Number/English/PercentModel.json": "percent",
    "NumberWithUnit/English/CurrencyModel.json": "money",
    "NumberWithUnit/English/DimensionModel.json": "dimension",
    "NumberWithUnit/English/TemperatureModel.json": "temperature",
}


def recognizers(path: Path) -> Iterator[tuple[str, list[float]]]:
    """The inputs of a specification and the values that are in each."""
    for item in json.loads(path.read_text(encoding="utf-8-sig")):
        values, claimed = [], True
        for result in item["Results"]:
            resolution = result.get("Resolution") or {}
            written = str(resolution.get("value") or "").rstrip("%").replace(",", "")
            subtype = resolution.get("subtype", "")
            if subtype in ("fraction", "power", "ordinal") or not re.fullmatch(r"-?[\d.]+(?:E\+\d+)?", written):
                claimed = False
            else:
                values.append(float(written))
        if claimed:
            yield item["Input"], values


def measure_recognizers(path: Path, sort: str) -> Measure:
    measure = Measure()
    is_of_sort = CLAIMED_UNITS.get(sort, lambda _: True)
    for text, values in recognizers(path):
        found = [
            float(each.attributes[name])
            for each in find_figures(text, "en", [])
            for name in ("value", "low", "high")
            if name in each.attributes and is_of_sort(str(each.attributes.get("unit", "")))
        ]
        for value in values:
            if any(_same(value, other) for other in found):
                measure.right += 1
                found.remove(next(other for other in found if _same(value, other)))
            else:
                measure.missed.append(f"{value:g} in {text!r}")
        measure.wrong.extend(f"{value:g} in {text!r}" for value in found)
    return measure


def print_speed(article: str) -> None:
    find_figures(article, "uk", [])
    times = []
    for _ in range(20):
        start = time.process_time()
        find_figures(article, "uk", [])
        times.append(1000 * (time.process_time() - start))
    words = len(article.split())
    print(f"speed                an article of {words} words {statistics.median(times):.1f} ms of CPU (median of 20)")
    for name, piece in (
        ("the article", article),
        ("digits", "1 "),
        ("letters", "a"),
        ("dates", "5 січня 2022, "),
        ("words", "сто тисяч "),
    ):
        text = piece * (1_000_000 // len(piece))
        start = time.process_time()
        count = len(find_figures(text, "uk", []))
        print(f"speed                a megabyte of {name}: {time.process_time() - start:.1f} s, {count} figures")


def show(title: str, measure: Measure, *, misses: bool, note: str = "") -> None:
    print(f"{title:34} {measure.line()}{note}")
    if misses:
        for sort, lines in (("missed", measure.missed), ("wrong", measure.wrong)):
            for line in lines:
                print(f"    {sort:6} {line}")


def main() -> None:
    misses = "--misses" in sys.argv
    for languages in (("uk",), ("ru",), ("en",), ("uk", "ru", "en")):
        whole, spans = measure_own(languages)
        name = languages[0] if len(languages) == 1 else "all"
        show(f"own {name}, span and attributes", whole, misses=misses and name != "all")
        show(f"own {name}, span", spans, misses=False)
    dev = sorted((CASES / "brat-neruk2" / "dev").glob("*.ann"))
    for title, exact, everything in (
        ("overlap", False, False),
        ("exact", True, False),
        ("overlap, all figures", False, True),
    ):
        measure, left_out = measure_gold(dev, exact=exact, everything=everything)
        show(f"NER-UK {title}", measure, misses=misses and not everything, note=f", {left_out} of other sorts left out")
    for path in sorted((CASES / "brat-neruk2" / "iob").glob("test*.iob")):
        show("NER-UK unseen words, overlap", measure_iob(path), misses=misses)
    for name, title in SPECIFICATIONS.items():
        path = CASES / "quantities-recognizers-specs" / name
        if path.exists():
            show(f"Recognizers {title}", measure_recognizers(path, title), misses=misses)
    articles = sorted((CASES.parent / "seed").glob("*.txt"))
    if articles:
        print_speed(articles[0].read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
