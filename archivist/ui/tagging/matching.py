# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tags a person may mean by what was typed so far."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from archivist.model import Tag

_APOSTROPHE = re.compile("['’ʼ`‘]")


def matching(tags: Iterable[Tag], typed: str) -> list[Tag]:
    """The tags whose name holds what was typed, in any letter case.

    Names that begin with it come first, then those with a word that does, then the others, each
    group in the order given.
    """
    wanted = _folded(typed)
    ranked = [(rank, tag) for tag in tags if (rank := _rank(_folded(tag.name), wanted)) is not None]
    return [tag for _, tag in sorted(ranked, key=lambda pair: pair[0])]


def is_named(tag: Tag, typed: str) -> bool:
    """Whether what was typed is the whole name of a tag."""
    return _folded(tag.name) == _folded(typed)


def _rank(name: str, wanted: str) -> int | None:
    if name.startswith(wanted):
        return 0
    place = name.find(wanted)
    if place < 0:
        return None
    return 1 if re.search(rf"\b{re.escape(wanted)}", name) else 2


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return _APOSTROPHE.sub("'", composed).casefold()
