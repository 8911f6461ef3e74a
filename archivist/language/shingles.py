# SPDX-License-Identifier: GPL-3.0-or-later
"""What is compared of two texts: their runs of three words, and the figures and days that they name.

Spelling, capitals, punctuation, mark-up and line breaks do not count, nor do addresses and the links
below a text, which lead readers of each outlet elsewhere. Shingles and the sketch of a text by its
smallest hashes are Broder's ("On the resemblance and containment of documents", 1997).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeAlias

from archivist.language.normalise import fold, normalise
from archivist.language.number_words import SIMPLE
from archivist.language.words import written_words
from archivist.month_names import MONTH_NAMES

if TYPE_CHECKING:
    import numpy as np

Hashes: TypeAlias = "np.ndarray[Any, np.dtype[np.uint64]]"

_RUN = 3  # words of a shingle
_SKETCH = 20  # hashes: two texts that have half in common share two of them, but for once in 50,000 times
_FEW_WORDS = 4  # a post with fewer is told by where it leads as well
_MOST_LAST_LINES = 2
_MULTIPLIER = 0x9E3779B97F4A7C15
_MIXER = 0xBF58476D1CE4E5B9
_SHIFT = 31

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s()\[\]<>«»\"]+", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\]\(" + _ADDRESS.pattern + r"\)|" + _ADDRESS.pattern + r"|(?<!\w)@\w+", re.IGNORECASE)
# A line that stands alone in brackets is no text but a note in place of one, as of a scan that nobody could read.
_NOTE = re.compile(r"\s*\[[^\[\]\n]*\]\s*")
_SPACES = re.compile(r"\s+")
_DAY_IN_DIGITS = re.compile(r"(?<![\d.])([0-3]?\d)[./]([01]?\d)[./](?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"[0-3]?\d(?:-[0-3]?\d|-?[^\W\d]{1,2})?")
_SPELLED_OUT = {
    fold(form): str(value)
    for forms in SIMPLE.values()
    for form, value in forms.items()
    if value > 1  # “one” counts nothing as a rule
}
_MONTHS = {
    fold(normalise(form)): number
    for forms_of_months in MONTH_NAMES.values()
    for number, forms in enumerate(forms_of_months, start=1)
    for form in forms
}


@dataclass(frozen=True, slots=True, eq=False)
class Shingled:
    """A text as it is compared with others."""

    identity: int
    """63 bits of a hash of the words in their order: texts with the same words, and no others, have the same."""
    words: int
    shingles: Hashes
    """A hash of every run of three words, or of all words where there are fewer; rising, each once."""
    figures: frozenset[str]
    """The words with digits, and the numbers that are spelled out."""
    days: frozenset[str]
    """The days of months among them, as day.month."""

    def sketch(self) -> list[int]:
        """The smallest of the hashes, in 32 bits: texts that have much in common have some of these in common."""
        import numpy as np

        smallest: list[int] = (self.shingles[:_SKETCH] >> np.uint64(32)).tolist()
        return smallest


def shingled(text: str) -> Shingled:
    """A text for comparing."""
    prose = _prose(text)
    words = [word_key(word) for word in written_words(prose)]
    if len(words) < _FEW_WORDS:
        words += map(str.lower, _ADDRESS.findall(text))
    return Shingled(
        identity=_hash(" ".join(words)) >> 1,
        words=len(words),
        shingles=_shingles(words),
        figures=frozenset(filter(None, map(figure, words))),
        days=frozenset((*_days_in_digits(prose), *_days(words))),
    )


def _prose(text: str) -> str:
    """A text without addresses, and without one or two last lines that hold nothing but links, as to subscribe.

    More such lines than that are a list, and what the text is about. A note in place of a text is none at all.
    """
    if _NOTE.fullmatch(text):
        return ""
    if not _LINK.search(text):
        return text
    lines = [line for line in text.split("\n") if line.strip()]
    said = max((place for place, line in enumerate(lines, 1) if written_words(_LINK.sub(" ", line))), default=0)
    shown = lines[:said] if len(lines) - said <= _MOST_LAST_LINES else lines
    return "\n".join(_LINK.sub(r" \1 ", line) for line in shown)


@lru_cache(maxsize=1 << 17)
def word_key(word: str) -> str:
    """The word as it is compared; a figure without its spaces, and with a point for its decimals."""
    if _has_digit(word):
        word = _SPACES.sub("", word).replace(",", ".")
    return fold(normalise(word))


def figure(key: str) -> str:
    """The figure that a word (as word_key() has it) is or has in it, spelled out or in digits; "" where it has none."""
    return key if _has_digit(key) else _SPELLED_OUT.get(key, "")


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


@lru_cache(maxsize=1 << 17)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest(), "little")


def _shingles(words: list[str]) -> Hashes:
    import numpy as np

    multiplier, mixer, shift = np.uint64(_MULTIPLIER), np.uint64(_MIXER), np.uint64(_SHIFT)
    hashes = np.fromiter(map(_hash, words), np.uint64, len(words))
    runs = max(1, len(words) - _RUN + 1) if words else 0
    mixed = np.zeros(runs, np.uint64)
    for place in range(min(_RUN, len(words))):  # the numbers wrap around, as they should
        mixed = mixed * multiplier + hashes[place : place + runs]
    mixed ^= mixed >> shift
    mixed *= mixer
    mixed ^= mixed >> shift
    return np.unique(mixed)


def _days(words: list[str]) -> list[str]:
    """Days with the name of a month behind or before them: 5 березня, 19-20 октября, March 5th."""
    found = []
    for place, word in enumerate(words):
        month = _MONTHS.get(word)
        if month is None:
            continue
        for day in (words[place - 1] if place else "", words[place + 1] if place + 1 < len(words) else ""):
            if _DAY.fullmatch(day):
                found.append(f"{day.lstrip('0')}.{month}")
                break
    return found


def _days_in_digits(text: str) -> list[str]:
    return [f"{int(day)}.{int(month)}" for day, month in _DAY_IN_DIGITS.findall(text)]
