# SPDX-License-Identifier: GPL-3.0-or-later
"""How many inflected forms the keys of archivist.language find, how many strangers with them, and how fast.

    python benchmarks/language_keys.py [FOLDER]

reads real material beside the repository, or where $ARCHIVIST_CASES says, and prints shares:
- hand-made pairs of forms of one word, and of false friends that must not find each other;
- hand-made lines of forms of one word, of which any should find any other (tests/language/inflected.py);
- Universal Dependencies: pairs of forms of one gold lemma (recall) and of forms that begin with
  the same four letters but have no gold lemma in common (conflation), in small letters and as they
  stand in the text, where a capital may make a name of a word;
- Russian names of news (factRuEval-2016): mentions in any case, asked for by the normal form that
  the annotators gave;
- the languages named for posts whose language is known;
- words a second of texts that have not been met before.

No Russian treebank stands beside the repository. If a FOLDER is given, its uk_*.conllu and ru_*.conllu
are measured as well: for Russian news take MorphoRuEval2017-Lenta-gold.conllu of the repository
dialogue-evaluation/GramEval2020 (dataOpenTest), or ru_taiga-ud-test.conllu of UD_Russian-Taiga.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import runpy
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archivist.language.detect import detect_language
from archivist.language.keys import index_keys, query_keys
from archivist.language.normalise import normalise
from archivist.language.words import written_words

CASES = Path(os.environ.get("ARCHIVIST_CASES", Path(__file__).parents[2] / "shared" / "cases"))
INFLECTED = ("NOUN", "PROPN", "ADJ", "VERB")
SAME_BEGINNING = 4  # letters
INFLECTED_WORDS = runpy.run_path(str(Path(__file__).parents[1] / "tests" / "language" / "inflected.py"))
NAMES = {"name": "firstname", "surname": "lastname", "patronymic": "patronymic", "loc_name": "name", "org_name": "name"}

Pair = tuple[str, str]


@dataclass(frozen=True)
class GoldMeasure:
    """Shares from 0 to 1 over pairs of a treebank."""

    recall: float
    conflation: float
    pairs: int
    strangers: int


def finds(asked: str, written: str, language: str) -> bool:
    return not set(query_keys(asked)).isdisjoint(index_keys(written, language))


def found(pairs: Iterable[Pair], language: str) -> list[Pair]:
    return [pair for pair in pairs if finds(*pair, language)]


def pairs_of_lines(lines: str) -> list[Pair]:
    """Each form with each other form of its line, both ways."""
    return [pair for line in lines.strip().splitlines() for pair in itertools.permutations(line.split(), 2)]


def gold_forms(treebanks: Iterable[Path], *, as_written: bool = False) -> Mapping[Pair, set[str]]:
    """The inflected forms of each (lemma, part of speech) of CoNLL-U files, in small letters or as they stand."""
    forms: dict[Pair, set[str]] = defaultdict(set)
    for path in treebanks:
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if len(columns) > 5 and columns[3] in INFLECTED and re.fullmatch(r"[\w'’ʼ-]{3,}", columns[1]):
                form = columns[1] if as_written else normalise(columns[1])
                forms[normalise(columns[2]), columns[3]].add(form)
    return forms


def measure_gold(treebanks: Iterable[Path], language: str, *, as_written: bool = False) -> GoldMeasure:
    forms = gold_forms(treebanks, as_written=as_written)
    lemmas: dict[str, set[str]] = defaultdict(set)
    beginnings: dict[str, list[str]] = defaultdict(list)
    same: list[Pair] = []
    for (lemma, _), spelled in sorted(forms.items()):
        same += itertools.combinations(sorted(spelled), 2)
        for form in spelled:
            lemmas[form].add(lemma)
    for form in sorted(lemmas):
        beginnings[normalise(form)[:SAME_BEGINNING]].append(form)
    other = [
        (one, another)
        for alike in beginnings.values()
        for one, another in itertools.combinations(alike, 2)
        if lemmas[one].isdisjoint(lemmas[another])
    ]
    recall, conflation = (len(found(pairs, language)) / len(pairs) for pairs in (same, other))
    return GoldMeasure(recall, conflation, len(same), len(other))


def names_of_factrueval(folder: Path) -> list[Pair]:
    """(normal form, mention) of names of one word that are mentioned in another form than the normal one.

    A person has several names: only a mention that begins like the normal form is one of it.
    """
    pairs: set[Pair] = set()
    for path in sorted(folder.glob("*.coref")):
        mentions = _mentions(path.with_suffix(".spans"))
        objects = _first_fields(path.with_suffix(".objects"))
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            head, *attributes = [line for line in block.splitlines() if line.strip()] or [""]
            normal: dict[str, list[str]] = defaultdict(list)
            for name, _, value in (attribute.partition(" ") for attribute in attributes):
                normal[name].append(value)
            for span in (span for each in head.split()[1:] for span in objects.get(each, ())):
                kind, mention = mentions.get(span, ("", ""))
                pairs |= {(form, mention) for form in normal[NAMES.get(kind, "")]}
    return sorted(pair for pair in pairs if _is_inflected(*pair))


def _is_inflected(normal: str, mention: str) -> bool:
    one, other = normalise(normal), normalise(mention)
    words = re.compile(r"[\w-]{3,}")
    return bool(one != other and one[:3] == other[:3] and words.fullmatch(normal) and words.fullmatch(mention))


def _mentions(path: Path) -> Mapping[str, Pair]:
    """The kind and the text of each span: "id kind start length token tokens  # tokens text"."""
    mentions: dict[str, Pair] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields, _, comment = line.partition("#")
        identifier, kind, *_, tokens = fields.split()
        mentions[identifier] = kind, " ".join(comment.split()[int(tokens) :])
    return mentions


def _first_fields(path: Path) -> Mapping[str, list[str]]:
    """The spans of each object: "id kind span span  # text"."""
    rows = (line.partition("#")[0].split() for line in path.read_text(encoding="utf-8").splitlines())
    return {row[0]: row[2:] for row in rows if row}


def print_hand_made(path: Path) -> None:
    tables = runpy.run_path(str(path))
    groups = {f"uk {name}": (pairs, "uk") for name, pairs in tables["POS"].items()}
    groups |= {"ru": (tables["RU"], "ru"), "en": (tables["EN"], "en"), "false friends": (tables["NEG"], "uk")}
    for name, (pairs, language) in groups.items():
        hits = found(pairs, language)
        wrong = hits if name == "false friends" else [pair for pair in pairs if pair not in hits]
        print(f"{name:20} {len(hits):4} of {len(pairs):4} found {wrong or ''}")


def print_share(title: str, pairs: Sequence[Pair], language: str) -> None:
    missed = [pair for pair in pairs if not finds(*pair, language)]
    share = 1 - len(missed) / len(pairs)
    print(f"{title:20} {len(pairs) - len(missed):4} of {len(pairs):4} found, {share:.2%} {missed[:8] or ''}")


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


def print_gold(folder: Path, language: str) -> None:
    treebanks = sorted(folder.glob(f"{language}_*.conllu"))
    for as_written in (False, True) if treebanks else ():
        gold = measure_gold(treebanks, language, as_written=as_written)
        print(
            f"treebanks {language}{', as written' if as_written else '':12}"
            f" recall {gold.recall:.2%} of {gold.pairs} pairs, conflation {gold.conflation:.3%} of {gold.strangers}"
        )


def print_speed(folder: Path) -> None:
    forms = {word for path in sorted(folder.glob("*.txt")) for word in written_words(path.read_text(encoding="utf-8"))}
    index_keys("слово", "uk"), index_keys("word", "uk")  # loads the dictionaries
    start = time.process_time()
    keys = sum(len(index_keys(form, "uk")) for form in forms)
    seconds = time.process_time() - start
    print(
        f"speed                {len(forms) / seconds:,.0f} new forms a second of CPU, {keys / len(forms):.2f} keys each"
    )


def main() -> None:
    print_hand_made(CASES.parent / "spikes" / "search" / "uk_pairs.py")
    for table, language in (("UKRAINIAN_NAMES", "uk"), ("RUSSIAN_NAMES", "ru"), ("RUSSIAN_WORDS", "ru")):
        print_share(table.lower().replace("_", " "), pairs_of_lines(INFLECTED_WORDS[table]), language)
    print_share("factRuEval names", names_of_factrueval(CASES / "factrueval2016" / "dev"), "ru")
    for folder in (CASES / "conllu-ud", *map(Path, sys.argv[1:])):
        print_gold(folder, "uk")
        print_gold(folder, "ru")
    print_languages(CASES / "unlp2025-spans" / "dev.jsonl")
    print_speed(CASES / "brown-uk-press")


if __name__ == "__main__":
    main()
