# SPDX-License-Identifier: GPL-3.0-or-later
"""Where an edge of a span comes to stand when it is moved by a character, a word or a sentence, or dragged."""

from __future__ import annotations

from enum import StrEnum

from archivist.text import whole_graphemes

# Longest word looked at, so that a text without spaces costs no more than others.
_REACH = 400


class Edge(StrEnum):
    """One end of a span."""

    START = "start"
    END = "end"


class Unit(StrEnum):
    """By how much an edge is moved."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"


def moved(text: str, span: tuple[int, int], edge: Edge, step: int, unit: Unit) -> tuple[int, int]:
    """The span with one edge further to the right (step 1) or to the left (-1); offsets are code points.

    The span itself is given back where there is no such place, or where it would be left empty.
    """
    move = {Unit.CHARACTER: moved_by_character, Unit.WORD: moved_by_word, Unit.SENTENCE: moved_by_sentence}
    return move[unit](text, *span, edge, step)


def moved_by_sentence(text: str, start: int, end: int, edge: Edge, step: int) -> tuple[int, int]:
    """The span with its start at the next beginning of a sentence, or its end at the next end of one."""
    from archivist.language.units import next_edge_of_sentence

    offset = start if edge is Edge.START else end
    place = next_edge_of_sentence(text, offset, step, at_end=edge is Edge.END)
    if place is None:
        return start, end
    return _with_edge(start, end, edge, whole_graphemes(text, place, place)[0 if edge is Edge.START else 1])


def moved_by_word(text: str, start: int, end: int, edge: Edge, step: int) -> tuple[int, int]:
    """The span with its start at the next beginning of a word, or its end at the next end of one.

    step is 1 to the right, -1 to the left; all offsets are code points. The span itself is given
    back where there is no such place, or where it would be left empty.
    """
    offset = start if edge is Edge.START else end
    beyond = [place for place in _edges_of_words(text, offset, edge) if (place - offset) * step > 0]
    return _with_edge(start, end, edge, min(beyond, key=lambda place: abs(place - offset), default=offset))


def moved_by_character(text: str, start: int, end: int, edge: Edge, step: int) -> tuple[int, int]:
    """The span with one edge a grapheme further to the right (step 1) or to the left (step -1)."""
    offset = start if edge is Edge.START else end
    if not 0 <= offset + step <= len(text):
        return start, end
    around = (offset, offset + 1) if step > 0 else (offset - 1, offset)
    return _with_edge(start, end, edge, whole_graphemes(text, *around)[1 if step > 0 else 0])


def dragged(text: str, span: tuple[int, int], edge: Edge, offset: int, unit: Unit) -> tuple[int, int]:
    """The span with one edge brought to a place, or by words to the nearest beginning or end of one.

    An edge never comes nearer to the other than that one unit is left, and never cuts a character.
    All offsets are code points; the span is one of whole characters.
    """
    start, end = span
    if unit is Unit.WORD:
        places = _edges_of_words(text, offset, edge)
        within = [place for place in places if (place < end if edge is Edge.START else place > start)]
        return _with_edge(start, end, edge, min(within, key=lambda place: abs(place - offset), default=-1))
    if edge is Edge.START:
        last = whole_graphemes(text, end - 1, end)[0]
        return min(whole_graphemes(text, offset, offset)[0], last), end
    first = whole_graphemes(text, start, start + 1)[1]
    return start, max(whole_graphemes(text, offset, offset)[1], first)


def _edges_of_words(text: str, offset: int, edge: Edge) -> list[int]:
    """The beginnings or ends of the words around a place, of those that are looked at whole."""
    from archivist.language.words import words

    first, last = max(0, offset - _REACH), min(len(text), offset + _REACH)
    found = []
    for word in words(text[first:last]):
        start, end = first + word.start, first + word.end
        if not (0 < first == start or last == end < len(text)):
            found.append(whole_graphemes(text, start, end)[0 if edge is Edge.START else 1])
    return found


def _with_edge(start: int, end: int, edge: Edge, offset: int) -> tuple[int, int]:
    span = (offset, end) if edge is Edge.START else (start, offset)
    return span if 0 <= span[0] < span[1] else (start, end)
