# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a text says that a name is a place’s, where neither the name nor a dictionary does.

It does by a preposition (“в Алмати”), by what comes after (“Жанаозена, нафтового міста”) and in a
list (“в інших містах, зокрема Уральську, Атирау”).
"""

from __future__ import annotations

from archivist.suggest.guess_context import Context

_IN = frozenset({"в", "у", "во", "in", "near", "поблизу"})
_LISTING = "зокрема таких як в у частности как например наприклад і й та и"
_SUCH_AS = frozenset(_LISTING.split())
_MOST_BETWEEN = 3  # words between a name and its apposition
_SHORTEST_KIND = 3  # letters: “місто”, not “м.”
_LONGEST_LIST = 12


def is_said_to_be_place(context: Context, at: int) -> bool:
    """Whether the words around a single word with a capital say that it is a place."""
    if at and context.forms[at - 1] in _IN and context.beside(at):
        return True
    return _is_in_apposition(context, at) or _is_in_a_list(context, at)


def _is_in_apposition(context: Context, at: int) -> bool:
    """“Жанаозена, нафтового міста”: a comma, adjectives, and a kind of place."""
    for place in range(at + 1, min(at + 1 + _MOST_BETWEEN, len(context.tokens))):
        gap = context.gap(place)
        if (gap.strip() != "," if place == at + 1 else bool(gap.strip())) or context.tokens[place].capital:
            return False
        if _is_kind_of_place(context, place):
            return True
        if not context.is_adjective(place) and "ADJF" not in context.parts_of_speech(place):
            return False
    return False


def _is_in_a_list(context: Context, at: int) -> bool:
    """Whether names with capitals, parted by commas, lead back to a kind of place."""
    for place in range(at - 1, max(-1, at - 1 - _LONGEST_LIST), -1):
        gap = context.gap(place + 1).strip()
        if gap not in ("", ",", ":") or "\n" in context.gap(place + 1):
            return False
        if _is_kind_of_place(context, place):
            return place < at - 1  # one that stands right before is seen to elsewhere
        if not context.tokens[place].capital and context.forms[place] not in _SUCH_AS:
            return False
    return False


def _is_kind_of_place(context: Context, at: int) -> bool:
    return len(context.forms[at]) >= _SHORTEST_KIND and context.is_kind_of_place(at)
