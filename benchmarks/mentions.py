# SPDX-License-Identifier: GPL-3.0-or-later
"""How well and how fast records are recognised in texts, and new actors guessed.

    python benchmarks/mentions.py [--misses]

reads real material beside the repository, or where $ARCHIVIST_CASES says, and prints
- the time to load the 18,000 actors and their aliases of events-cameo-plover, and to complete what is typed;
- the median time to scan an article of 500 words (brown-uk-press), met for the first time and again;
- the mentions of the actors of the seed article, told from their names alone, that are found and linked
  (tests/suggest/expected_mentions.py), with the 18,000 loaded;
- how many of the 18,000 English names are seen in Ukrainian articles, where next to none is right;
- precision and recall of linking persons and organisations on factRuEval-2016, against a registry of the
  names that its annotators gave. A hit is a mention that overlaps a gold one of the same record;
- precision and recall of guessing actors on factRuEval-2016 and on NER-UK 2.0 (PERS, ORG, LOC), where a hit
  overlaps a gold entity, or, told apart, has its very span.
"""

from __future__ import annotations

import os
import runpy
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archivist.language.name_index import NameIndex
from archivist.language.words import words
from archivist.suggest.guesses import guess_actors

CASES = Path(os.environ.get("ARCHIVIST_CASES", Path(__file__).parents[2] / "shared" / "cases"))
DICTIONARIES = CASES / "events-cameo-plover" / "petrarch2" / "petrarch2" / "data" / "dictionaries"
EXPECTED = Path(__file__).parents[1] / "tests" / "suggest" / "expected_mentions.py"
ARTICLE = 500  # words
NAMING = ("name", "surname", "nickname", "org_name", "loc_name")
LABELS = ("PERS", "ORG", "LOC")
SHORT = 3  # letters of a word in capitals that is taken for an acronym

Span = tuple[int, int]


@dataclass(frozen=True)
class Measure:
    """Hits among what was found and among what should have been."""

    right: int
    found: int
    hit: int
    expected: int

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.hit / max(1, self.expected)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"precision {precision:.3f} of {self.found}, recall {recall:.3f} of {self.expected}, F1 {f1:.3f}"


def plover_actors() -> Iterator[tuple[str, str]]:
    """(id, name) of each actor and alias of the dictionary of countries."""
    actor = ""
    path = DICTIONARIES / "Phoenix.Countries.actors.txt"
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines()):
        if not line.strip() or line[0] in "#[\t ":
            continue
        name = line.lstrip("+").partition("[")[0].partition("#")[0].replace("_", " ").split()
        if not line.startswith("+"):
            actor = f"plover-{number}"
        if name:
            yield actor, " ".join(word if len(word) <= SHORT else word.capitalize() for word in name)


def load(index: NameIndex) -> float:
    """Adds the 18,000 actors; returns seconds."""
    actors = list(plover_actors())
    start, cpu = time.perf_counter(), time.process_time()
    for actor, name in actors:
        index.add(actor, [name])
    index.complete("а", 1)  # what is put off until it is needed
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(f"load           {len(index):,} records, {len(actors):,} names in {seconds:.2f} s, {cpu:.2f} s of CPU")
    return seconds


def print_completion(index: NameIndex) -> None:
    typed = [beginning for word in ("Токаєвим", "Tokayev", "Касим Ток", "smith", "Ма") for beginning in _begun(word)]
    times = []
    for each in typed:
        start = time.perf_counter()
        index.complete(each, 10)
        times.append(time.perf_counter() - start)
    print(f"complete       median {1000 * statistics.median(times):.2f} ms, slowest {1000 * max(times):.2f} ms")


def _begun(word: str) -> list[str]:
    return [word[:length] for length in range(1, len(word) + 1)]


def articles() -> list[str]:
    """Texts of 500 words of the Ukrainian press."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((CASES / "brown-uk-press").glob("*.txt"))]
    found = []
    for text in texts:
        ends = [word.end for word in words(text)]
        if len(ends) >= ARTICLE:
            found.append(text[: ends[ARTICLE - 1]])
    return found


def print_speed(index: NameIndex) -> None:
    texts = articles()
    for title in ("first time", "again"):
        times, cpu = [], []
        for text in texts:
            start, cpu_start = time.perf_counter(), time.process_time()
            index.mentions(text, "uk")
            times.append(1000 * (time.perf_counter() - start))
            cpu.append(1000 * (time.process_time() - cpu_start))
        wall, of_cpu = statistics.median(times), statistics.median(cpu)
        print(f"scan           {title}: median {wall:.1f} ms, {of_cpu:.1f} ms of CPU, slowest {max(times):.1f} ms")


def print_strangers(index: NameIndex, *, misses: bool) -> None:
    texts = articles()
    found = [
        (text[mention.start : mention.end], mention)
        for text in texts
        for mention in index.mentions(text, "uk")
        if mention.ids[0].startswith("plover")
    ]
    sure = sum(mention.certainty >= 0.5 for _, mention in found)
    print(f"strangers      {len(found)} English names in {len(texts)} articles, {sure} with certainty of 0.5 or more")
    if misses:
        print(" ", "; ".join(sorted({f"{quote} ({mention.certainty})" for quote, mention in found})))


def print_seed(index: NameIndex) -> None:
    expected = runpy.run_path(str(EXPECTED))
    for record, names in expected["ACTORS"].items():
        index.add(record, names)
    text = next((CASES.parent / "seed").glob("*.txt")).read_text(encoding="utf-8")
    found = [(text[each.start : each.end], each.ids[0]) for each in index.mentions(text, "uk")]
    missed = expected["missed"](found)
    strangers = [each for each in found if each[1] not in expected["ACTORS"]]
    print(f"seed           {len(found)} mentions, missed {missed}, linked to another record {strangers}")


@dataclass(frozen=True)
class GoldDocument:
    """A text of factRuEval with its persons and organisations."""

    text: str
    mentions: Sequence[tuple[int, int, str]]
    """Of persons by their surnames, and of organisations: where, and one of the names of the record."""
    names: Sequence[tuple[str, ...]]
    """Those of each record, before them its kind."""
    actors: Sequence[Span]
    """Persons and organisations however they are mentioned."""
    entities: Sequence[Span]
    """Those and places."""


def factrueval() -> list[GoldDocument]:
    return [_gold_document(path) for path in sorted((CASES / "factrueval2016" / "dev").glob("*.txt"))]


def _gold_document(path: Path) -> GoldDocument:
    spans = {row[0]: (row[1], int(row[2]), int(row[2]) + int(row[3])) for row in _rows(path.with_suffix(".spans"))}
    objects = {
        row[0]: (row[1], [spans[each] for each in row[2:] if each in spans])
        for row in _rows(path.with_suffix(".objects"))
    }
    mentions: list[tuple[int, int, str]] = []
    records: list[tuple[str, ...]] = []
    for block in path.with_suffix(".coref").read_text(encoding="utf-8").split("\n\n"):
        head, *lines = [line for line in block.splitlines() if line.strip()] or [""]
        members = [objects[each] for each in head.split()[1:] if each in objects]
        kinds = {kind for kind, _ in members}
        kind = "person" if "Person" in kinds else "org"
        names = _names_of([line.partition(" ")[::2] for line in lines], kind)
        if names and kinds & {"Person", "Org"}:
            records.append((kind, *names))
            mentions += [(*_extent(parts), f"{kind} {names[0]}") for _, parts in members if _is_named(kind, parts)]
    named: dict[str, list[Span]] = defaultdict(list)
    for kind, parts in objects.values():
        if any(part in NAMING for part, _, _ in parts):
            named[kind].append(_extent(parts))
    actors = [*named["Person"], *named["Org"]]
    entities = [*actors, *named["LocOrg"], *named["Location"]]
    return GoldDocument(path.read_text(encoding="utf-8"), mentions, records, actors, entities)


def _is_named(kind: str, parts: Sequence[tuple[str, int, int]]) -> bool:
    """Whether a mention says the surname or the name, or what the organisation is and of what."""
    if any(part in ("surname", "nickname", "org_name") for part, _, _ in parts):
        return True
    return kind == "org" and len(parts) > 1


def _extent(parts: Sequence[tuple[str, int, int]]) -> Span:
    return min(start for _, start, _ in parts), max(end for _, _, end in parts)


def _names_of(attributes: Sequence[tuple[str, str]], kind: str) -> list[str]:
    of: dict[str, list[str]] = defaultdict(list)
    for key, value in attributes:
        of[key].append(" ".join(value.split()))
    if kind == "org":
        return of["name"]
    if not of["lastname"]:
        return of["nickname"]
    return [" ".join([*of["firstname"][:1], *of["patronymic"][:1], of["lastname"][0]])]


def _rows(path: Path) -> list[list[str]]:
    return [row for line in path.read_text(encoding="utf-8").splitlines() if (row := line.partition("#")[0].split())]


def _same_records(documents: Iterable[GoldDocument]) -> dict[str, str]:
    """The record of each "kind name": those of several texts that have a name in common are one."""
    record: dict[str, str] = {}

    def root(key: str) -> str:
        while record.setdefault(key, key) != key:
            key = record[key]
        return key

    for kind, *names in (names for document in documents for names in document.names):
        for name in names:
            record[root(f"{kind} {name}")] = root(f"{kind} {names[0]}")
    return {key: root(key) for key in record}


def print_linking(*, misses: bool) -> None:
    documents = factrueval()
    records = _same_records(documents)
    for kind in ("person", "org"):
        index = NameIndex()
        for key, record in records.items():
            if key.startswith(kind):
                index.add(record, [key.partition(" ")[2]], person=kind == "person")
        found: list[tuple[str, str, bool]] = []
        expected: list[tuple[str, bool]] = []
        for document in documents:
            predicted = [(each.start, each.end, each.ids[0]) for each in index.mentions(document.text, "ru")]
            gold = [(*each[:2], records[each[2]]) for each in document.mentions if each[2].startswith(kind)]
            found += [(document.text[each[0] : each[1]], each[2], _is_among(each, gold)) for each in predicted]
            expected += [(document.text[each[0] : each[1]], _is_among(each, predicted)) for each in gold]
        right, hit = sum(each[2] for each in found), sum(each[1] for each in expected)
        measure = Measure(right, len(found), hit, len(expected))
        print(f"linking        factRuEval {kind}: {measure}, registry of {len(index)}")
        if misses:
            print("  wrong", [each[:2] for each in found if not each[2]])
            print("  missed", [quote for quote, was_found in expected if not was_found])


def _is_among(mention: tuple[int, int, str], others: Iterable[tuple[int, int, str]]) -> bool:
    return any(mention[2] == other[2] and _overlap(mention[:2], other[:2]) for other in others)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def measure_guesses(
    found: Sequence[Sequence[Span]], gold: Sequence[Sequence[Span]], allowed: Sequence[Sequence[Span]], *, exact: bool
) -> Measure:
    """What is found in each text, against what should be, and against that with what may be found besides."""

    def same(one: Span, other: Span) -> bool:
        return one == other if exact else _overlap(one, other)

    right = sum(
        any(same(one, other) for other in each) for spans, each in zip(found, allowed, strict=True) for one in spans
    )
    hit = sum(any(same(one, other) for other in spans) for spans, each in zip(found, gold, strict=True) for one in each)
    return Measure(right, sum(map(len, found)), hit, sum(map(len, gold)))


def brat(folder: Path) -> Iterator[tuple[str, list[tuple[str, int, int]]]]:
    """The texts of NER-UK with their entities."""
    for path in sorted(folder.glob("*.txt")):
        entities = []
        for line in path.with_suffix(".ann").read_text(encoding="utf-8").splitlines():
            row = line.split("\t")
            if row[0].startswith("T") and len(row) >= 4:
                entities.append((row[1], int(row[2]), int(row[3])))
        yield path.read_text(encoding="utf-8"), entities


def print_guesses(*, misses: bool) -> None:
    documents = factrueval()
    found = [[(each.start, each.end) for each in guess_actors(document.text, "ru", ())] for document in documents]
    entities = [document.entities for document in documents]
    for exact in (False, True):
        measure = measure_guesses(found, entities, entities, exact=exact)
        print(f"guesses        factRuEval, {'exact' if exact else 'overlap'}: {measure}")
    actors = measure_guesses(found, [document.actors for document in documents], entities, exact=False)
    print(f"guesses        factRuEval persons and organisations alone: recall {actors.hit / actors.expected:.3f}")
    corpus = list(brat(CASES / "brat-neruk2" / "dev"))
    found = [[(each.start, each.end) for each in guess_actors(text, "uk", ())] for text, _ in corpus]
    gold = [[(start, end) for label, start, end in each if label in LABELS] for _, each in corpus]
    for exact in (False, True):
        measure = measure_guesses(found, gold, gold, exact=exact)
        print(f"guesses        NER-UK, {'exact' if exact else 'overlap'}: {measure}")
    for label in LABELS:
        of_label = [[(start, end) for each, start, end in entities if each == label] for _, entities in corpus]
        measure = measure_guesses(found, of_label, gold, exact=False)
        print(f"guesses        NER-UK {label}: recall {measure.hit / measure.expected:.3f} of {measure.expected}")
    for (text, _), spans, expected in zip(corpus, found, gold, strict=True) if misses else ():
        print("  wrong", [text[s:e] for s, e in spans if not any(_overlap((s, e), each) for each in expected)])
        print("  missed", [text[s:e] for s, e in expected if not any(_overlap((s, e), each) for each in spans)])
        edges = [(one, other) for one in spans for other in expected if _overlap(one, other) and one != other]
        print("  other span", [(text[slice(*one)], text[slice(*other)]) for one, other in edges])


def main() -> None:
    misses = "--misses" in sys.argv
    index = NameIndex()
    load(index)
    print_completion(index)
    print_speed(index)
    print_strangers(index, misses=misses)
    print_seed(index)
    print_linking(misses=misses)
    print_guesses(misses=misses)


if __name__ == "__main__":
    main()
