# SPDX-License-Identifier: GPL-3.0-or-later
"""A corpus of generated articles: nobody's text, but words, inflection and frequencies like those of the press.

80 % Ukrainian, 13 % Russian and 7 % English, about 450 words an article. An article has words of
its own subject and people of its own, both inflected, and set phrases recur. The corpus is the same
each time, and that of 5,000 articles is the beginning of that of 100,000.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.search.lexicon import LANGUAGES, Floats, Integers, Lexicon, lexicon, name_forms

BATCH = 1000  # articles that are made at once
_SEED = 20260101
_SHARES = (0.80, 0.13, 0.07)
_SHORTEST, _LONGEST = 280, 620  # words of an article
_TITLE = (5, 11)  # words
_SENTENCE = (6, 22)
_PARAGRAPH = (2, 6)  # sentences
_SUBJECT_WORDS, _SUBJECT_SHARE = 24, 0.16
_NAMES, _NAME_SHARE = (2, 6), 0.05
_NAME_TAIL = 1.2  # the nearer to 1, the more names are met only once
_SET_PHRASES, _SET_PHRASE_SHARE = 20_000, 0.04
_NUMBER_SHARE, _FOREIGN_SHARE, _COMPOUND_SHARE, _COMMA_SHARE = 0.02, 0.007, 0.006, 0.06
_COMPOUNDS = 3000
_FIRST_DAY, _DAYS = date(2005, 1, 1), 7670  # to the end of 2025
_OUTLETS, _TAGS = 60, 50


@dataclass(frozen=True, slots=True)
class CorpusArticle:
    """One generated article; its body begins with its title."""

    id: int  # 1, 2, 3
    language: str
    title: str
    outlet: str
    published: str  # ISO 8601
    tags: tuple[str, ...]
    body: str

    @property
    def day(self) -> int:
        """The date as a number, 20220105."""
        return int(self.published.replace("-", ""))


def corpus_articles(first_batch: int, articles: int) -> Iterator[CorpusArticle]:
    """Articles in whole batches from this batch on, until there are at least so many from the first batch on."""
    for batch in range(first_batch, -(-articles // BATCH)):
        yield from _make_batch(batch)


def read_corpus(path: Path, articles: int, first: int = 0) -> Iterator[CorpusArticle]:
    """So many articles of a corpus file, after the first ones."""
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, first, first + articles):
            fields = json.loads(line)
            yield CorpusArticle(**{**fields, "tags": tuple(fields["tags"])})


def corpus_line(article: CorpusArticle) -> str:
    """The article as a line of a corpus file."""
    return json.dumps(asdict(article), ensure_ascii=False) + "\n"


@cache
def tags() -> tuple[str, ...]:
    """The names of the tags, the most frequent first: Ukrainian words."""
    words = lexicon("uk")
    start = words.function_words
    lemmas = (words.forms[words.starts[at]] for at in range(start, start + 10 * _TAGS, 10))
    return tuple(dict.fromkeys(lemmas))


@cache
def outlets() -> tuple[str, ...]:
    """The names of the outlets, the most frequent first."""
    kinds = ("Вісник", "Газета", "Новини", "Голос", "Хроніка")
    return tuple(f"{kinds[at % len(kinds)]} {name_forms(6 * at + 4, 'uk')[0]}" for at in range(_OUTLETS))


def _make_batch(batch: int) -> Iterator[CorpusArticle]:
    random = np.random.default_rng([_SEED, batch])
    languages = random.choice(len(LANGUAGES), BATCH, p=_SHARES)
    lengths = random.integers(_SHORTEST, _LONGEST, BATCH)
    days = (_DAYS * random.random(BATCH) ** 0.6).astype(int)
    sources = random.choice(_OUTLETS, BATCH, p=_zipf(_OUTLETS))
    texts: dict[int, tuple[str, str]] = {}
    for language, name in enumerate(LANGUAGES):
        chosen = np.flatnonzero(languages == language)
        texts.update(zip(chosen.tolist(), _texts(random, name, lengths[chosen]), strict=True))
    for at in range(BATCH):
        title, body = texts[at]
        count = int(random.integers(1, 6))
        tagged = random.choice(len(tags()), count, p=_zipf(len(tags())), replace=False)
        yield CorpusArticle(
            id=batch * BATCH + at + 1,
            language=LANGUAGES[languages[at]],
            title=title,
            outlet=outlets()[sources[at]],
            published=(_FIRST_DAY + timedelta(days=int(days[at]))).isoformat(),
            tags=tuple(tags()[tag] for tag in sorted(tagged)),
            body=body,
        )


def _zipf(size: int, exponent: float = 0.9) -> Floats:
    shares: Floats = np.arange(1.0, size + 1) ** -exponent
    shares /= shares.sum()
    return shares


def _texts(random: np.random.Generator, language: str, lengths: Integers) -> Iterator[tuple[str, str]]:
    """Title and body of articles of one language with so many words."""
    words = _words(random, language, lengths)
    for at in np.flatnonzero(random.random(len(words)) < _COMMA_SHARE).tolist():
        words[at] += ","
    end = 0
    for length in lengths.tolist():
        start, end = end, end + length
        title_end = start + int(random.integers(*_TITLE))
        title = _sentence(words[start:title_end])
        sentences = random.integers(*_SENTENCE, length // _SENTENCE[0] + 1).tolist()
        paragraphs = random.integers(*_PARAGRAPH, len(sentences)).tolist()
        yield title, title + "\n" + _body(words[title_end:end], sentences, paragraphs)


def _body(words: list[str], sentences: list[int], paragraphs: list[int]) -> str:
    """Words in sentences and paragraphs of these lengths."""
    lines, line, at = [], [], 0
    wanted = iter(paragraphs)
    room = next(wanted)
    for length in sentences:
        if at >= len(words):
            break
        line.append(_sentence(words[at : at + length]) + ".")
        at += length
        if len(line) == room:
            lines.append(" ".join(line))
            line, room = [], next(wanted)
    return "\n".join([*lines, " ".join(line)] if line else lines)


def _sentence(words: list[str]) -> str:
    text = " ".join(words).rstrip(",")
    return text[:1].upper() + text[1:]


def _words(random: np.random.Generator, language: str, lengths: Integers) -> list[str]:
    """The words of articles of one language, one article after another."""
    known = lexicon(language)
    total = int(lengths.sum())
    article = np.repeat(np.arange(len(lengths)), lengths)
    drawn = known.draw(random, total)
    subjects = known.draw_lexemes(random, len(lengths) * _SUBJECT_WORDS).reshape(-1, _SUBJECT_WORDS)
    at = np.flatnonzero(random.random(total) < _SUBJECT_SHARE)
    # The first words of a subject are met more often than its last ones.
    which = (_SUBJECT_WORDS * random.random(len(at)) ** 2).astype(int)
    drawn[at] = known.inflect(random, subjects[article[at], which])
    _put_set_phrases(random, known, language, drawn)
    forms = known.forms
    words = [forms[form] for form in drawn.tolist()]
    _put_strings(random, words, _NUMBER_SHARE, _numbers(), 0.6)
    _put_strings(random, words, _COMPOUND_SHARE, _compounds(language), 1.0)
    if language != "en":
        _put_strings(random, words, _FOREIGN_SHARE, lexicon("en").forms[110:20_000], 0.9)
    _put_names(random, language, words, article, len(lengths))
    return words


def _put_set_phrases(random: np.random.Generator, known: Lexicon, language: str, drawn: Integers) -> None:
    phrases = _set_phrases(language)
    starts = np.flatnonzero(random.random(len(drawn) - 3) < _SET_PHRASE_SHARE)
    chosen = phrases[random.choice(len(phrases), len(starts), p=_zipf(len(phrases), 1.0))]
    for place in range(phrases.shape[1]):
        lexemes = chosen[:, place]
        here = lexemes >= 0
        drawn[starts[here] + place] = known.inflect(random, lexemes[here])


@cache
def _set_phrases(language: str) -> Integers:
    """Lexemes that stand together, two or three in a row; -1 where there is no third."""
    random = np.random.default_rng([_SEED, 1])
    known = lexicon(language)
    phrases = known.draw_lexemes(random, 3 * _SET_PHRASES).reshape(-1, 3)
    kind = random.random(_SET_PHRASES)
    phrases[kind < 0.6, 2] = -1
    linked = kind > 0.85
    phrases[linked, 1] = random.integers(0, 30, int(linked.sum()))
    return phrases


def _put_strings(
    random: np.random.Generator, words: list[str], share: float, strings: list[str], exponent: float
) -> None:
    places = np.flatnonzero(random.random(len(words)) < share)
    chosen = random.choice(len(strings), len(places), p=_zipf(len(strings), exponent))
    for place, string in zip(places.tolist(), chosen.tolist(), strict=True):
        words[place] = strings[string]


@cache
def _numbers() -> list[str]:
    random = np.random.default_rng([_SEED, 2])
    years = [str(year) for year in range(2025, 1985, -1)]
    small = [str(number) for number in range(1, 101)]
    large = [str(number) for number in (10 ** random.uniform(2, 7, 4000)).astype(int)]
    decimals = [f"{number:.1f}".replace(".", ",") for number in random.uniform(0, 100, 400)]
    return list(dict.fromkeys([*small[:10], *years, *small, *decimals, *large]))


@cache
def _compounds(language: str) -> list[str]:
    """Words with a hyphen."""
    random = np.random.default_rng([_SEED, 3])
    known = lexicon(language)
    first, second = known.draw_lexemes(random, 2 * _COMPOUNDS).reshape(2, -1)
    pairs = zip(known.starts[first], known.inflect(random, second), strict=True)
    return [f"{known.forms[one]}-{known.forms[other]}" for one, other in pairs]


def _put_names(random: np.random.Generator, language: str, words: list[str], article: Integers, articles: int) -> None:
    numbers = np.minimum(random.zipf(_NAME_TAIL, (articles, _NAMES[1])), 10**12)
    counts = random.integers(*_NAMES, articles)
    places = np.flatnonzero(random.random(len(words)) < _NAME_SHARE)
    which = (counts[article[places]] * random.random(len(places)) ** 1.5).astype(int)
    forms = random.random(len(places)) ** 1.5
    known: dict[int, list[str]] = {}
    drawn = numbers[article[places], which].tolist()
    for place, number, share in zip(places.tolist(), drawn, forms.tolist(), strict=True):
        if number not in known:
            known[number] = name_forms(number, language)
        spelled = known[number]
        words[place] = spelled[int(share * len(spelled))]
