# SPDX-License-Identifier: GPL-3.0-or-later
"""How tables of words are written: with spaces between, and lines broken where they get long."""


def word_set(words: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(words.split())
