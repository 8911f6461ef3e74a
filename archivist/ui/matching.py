# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names a person may mean by what was typed so far."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

_T = TypeVar("_T")
_APOSTROPHE = re.compile("['’ʼ`‘]")


def matching(things: Iterable[_T], typed: str, name: Callable[[_T], str]) -> list[_T]:
    """The things whose name holds what was typed, in any letter case.

    The name that is it comes first, then those that begin with it, those with a word that does,
    and the others, each group in the order given.
    """
    wanted = _folded(typed)
    ranked = [(rank, thing) for thing in things if (rank := _rank(_folded(name(thing)), wanted)) is not None]
    return [thing for _, thing in sorted(ranked, key=lambda pair: pair[0])]


def is_named(name: str, typed: str) -> bool:
    """Whether what was typed is the whole name."""
    return _folded(name) == _folded(typed)


def _rank(name: str, wanted: str) -> int | None:
    if name.startswith(wanted):
        return 0 if name == wanted else 1
    place = name.find(wanted)
    if place < 0:
        return None
    return 2 if re.search(rf"\b{re.escape(wanted)}", name) else 3


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return _APOSTROPHE.sub("'", composed).casefold()
