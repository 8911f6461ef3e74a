# SPDX-License-Identifier: GPL-3.0-or-later
"""How likely bytes are a Chinese, Japanese or Korean text in an encoding of two bytes a character.

By the first byte of a character its standard tells frequent ones from rare ones: other texts that
happen to be readable come out as rare ones.
"""

from __future__ import annotations

import re
from collections import Counter
from math import log

# Each with the logarithm of how much rarer it is than the first, and the first bytes of frequent characters.
_ENCODINGS = {
    "gb18030": (-3.0, range(0xB0, 0xD8)),
    "big5hkscs": (-3.2, range(0xA4, 0xC7)),
    "cp932": (-3.2, range(0x88, 0x98)),
    "euc_jp": (-3.4, range(0xB0, 0xD0)),
    "cp949": (-3.2, range(0xB0, 0xC9)),
    "johab": (-8.0, range(0x88, 0xD4)),
}
IDEOGRAPHIC = tuple(_ENCODINGS)

_KANA = log(0.025)
_HANGUL = log(0.003)
_FREQUENT = log(0.0012)
_RARE = log(0.00003)
_PUNCTUATION = log(0.01)
_STRANGE = log(0.000001)
_HALF_KANA = log(0.0001)
_PUNCTUATION_MARKS = re.compile(
    "[\u3000-\u3002\u3008-\u3011\u2018-\u201d\u2026\u30fb\u30fc\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]"
)
_KANA_LETTERS = re.compile("[\u3040-\u30ff]")
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff\uac00-\ud7a3]")
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")


def ideographic_likelihood(sample: bytes, name: str) -> float:
    """The logarithm of how likely the characters beyond ASCII are; bytes that form none count as strange ones."""
    prior, frequent = _ENCODINGS[name]
    counts = Counter(char for char in sample.decode(name, "replace") if not char.isascii())
    return prior + sum(_alone(char, name, frequent) * count for char, count in counts.items())


def _alone(char: str, name: str, frequent: range) -> float:
    if _KANA_LETTERS.match(char):
        return _KANA if name in ("cp932", "euc_jp") else _RARE
    if _PUNCTUATION_MARKS.match(char):
        return _PUNCTUATION
    if _HALF_WIDTH.match(char):
        return _HALF_KANA
    if not _IDEOGRAPHS.match(char):
        return _STRANGE
    is_hangul = char >= "\uac00"
    if is_hangul != (name in ("cp949", "johab")):
        return _RARE
    if char.encode(name)[0] not in frequent:
        return _RARE
    return _HANGUL if is_hangul else _FREQUENT
