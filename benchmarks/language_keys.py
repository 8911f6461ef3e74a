# SPDX-License-Identifier: GPL-3.0-or-later
"""How many inflected forms the keys of archivist.language find, and how many strangers with them.

    python benchmarks/language_keys.py

reads real material beside the repository, or where $ARCHIVIST_CASES says, and prints shares:
- hand-made pairs of forms of one word, and of false friends that must not find each other;
- Universal Dependencies: pairs of forms of one gold lemma (recall) and of forms that begin with
  the same four letters but have no gold lemma in common (conflation);
- the languages named for posts whose language is known.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import runpy
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from archivist.language.detect import detect_language
from archivist.language.keys import index_keys, query_keys
from archivist.language.normalise import normalise

CASES = Path(os.environ.get("ARCHIVIST_CASES", Path(__file__).parents[2] / "shared" / "cases"))
INFLECTED = ("NOUN", "PROPN", "ADJ", "VERB")
SAME_BEGINNING = 4  # letters

Pair = tuple[str, str]


@dataclass(frozen=True)
class GoldMeasure:
    """Shares from 0 to 1 over pairs of a treebank."""

    recall: float
    conflation: float
    pairs: int


def finds(asked: str, written: str, language: str) -> bool:
    return not set(query_keys(asked)).isdisjoint(index_keys(written, language))


def found(pairs: Iterable[Pair], language: str) -> list[Pair]:
    return [pair for pair in pairs if finds(*pair, language)]


def gold_forms(treebanks: Iterable[Path]) -> Mapping[Pair, set[str]]:
    """The inflected forms of each (lemma, part of speech) of CoNLL-U files."""
    forms: dict[Pair, set[str]] = defaultdict(set)
    for path in treebanks:
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) > 5 and columns[3] in INFLECTED and re.fullmatch(r"[\w'’ʼ-]{3,}", columns[1]):
                forms[normalise(columns[2]), columns[3]].add(normalise(columns[1]))
    return forms


def measure_gold(treebanks: Iterable[Path], language: str) -> GoldMeasure:
    forms = gold_forms(treebanks)
    lemmas: dict[str, set[str]] = defaultdict(set)
    beginnings: dict[str, list[str]] = defaultdict(list)
    same: list[Pair] = []
    for (lemma, _), spelled in sorted(forms.items()):
        same += itertools.combinations(sorted(spelled), 2)
        for form in spelled:
            lemmas[form].add(lemma)
    for form in sorted(lemmas):
        beginnings[form[:SAME_BEGINNING]].append(form)
    other = [
        (one, another)
        for alike in beginnings.values()
        for one, another in itertools.combinations(alike, 2)
        if lemmas[one].isdisjoint(lemmas[another])
    ]
    return GoldMeasure(len(found(same, language)) / len(same), len(found(other, language)) / len(other), len(same))


def print_hand_made(path: Path) -> None:
    tables = runpy.run_path(str(path))
    groups = {f"uk {name}": (pairs, "uk") for name, pairs in tables["POS"].items()}
    groups |= {"ru": (tables["RU"], "ru"), "en": (tables["EN"], "en"), "false friends": (tables["NEG"], "uk")}
    for name, (pairs, language) in groups.items():
        hits = found(pairs, language)
        wrong = hits if name == "false friends" else [pair for pair in pairs if pair not in hits]
        print(f"{name:20} {len(hits):4} of {len(pairs):4} found {wrong or ''}")


def print_languages(path: Path) -> None:
    posts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    start = time.perf_counter()
    answers = Counter((post["lang"], detect_language(post["text"])) for post in posts)
    seconds = time.perf_counter() - start
    right = sum(count for (expected, answer), count in answers.items() if expected == answer)
    unsure = sum(count for (_, answer), count in answers.items() if not answer)
    print(
        f"languages            {right / len(posts):.2%} right, {unsure / len(posts):.2%} unsure, "
        f"{1000 * seconds / len(posts):.2f} ms a post, {len(posts)} posts"
    )


def main() -> None:
    print_hand_made(CASES.parent / "spikes" / "search" / "uk_pairs.py")
    gold = measure_gold(sorted((CASES / "conllu-ud").glob("uk_*.conllu")), "uk")
    print(f"UD Ukrainian         recall {gold.recall:.2%}, conflation {gold.conflation:.2%}, {gold.pairs} pairs")
    print_languages(CASES / "unlp2025-spans" / "dev.jsonl")


if __name__ == "__main__":
    main()
