# SPDX-License-Identifier: GPL-3.0-or-later
"""Which words a target marks, by its selectors. (Source: REC-annotation-model, 4.2; RFC 5147 for “char=”.)

Positions count code points, as the recommendation has it; that some programs count UTF-16 units is
for the reading of their quotes to find out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from archivist.exchange.files.json_stream import Malformed
from archivist.exchange.w3c.terms import Node, as_list, flattened, text_of, types_of
from archivist.file_names import shown
from archivist.model import JsonValue

_CHARACTERS = re.compile(r"char=(\d*),(\d+)(?:;.*)?", re.ASCII | re.DOTALL)
_DEEPEST = 20  # selectors that refine each other


@dataclass(frozen=True, slots=True)
class Place:
    """Words by their position, by themselves, or by both."""

    start: int = -1  # -1 where it is not known
    end: int = -1
    quote: str | None = None
    prefix: str = ""
    suffix: str = ""
    doubts: tuple[str, ...] = ()  # what of its selectors was wrong


class NoWords(ValueError):
    """A selector of another sort: it leads to a paragraph, a picture, a second of a film."""


def place_of(selectors: JsonValue) -> Place:
    """The place that one or several selectors, which ought to agree, lead to. Raises NoWords, Malformed."""
    return _joined(selectors, 0)


def place_of_fragment(fragment: str) -> Place:
    """The place that the fragment of an address leads to. Raises NoWords."""
    found = _CHARACTERS.fullmatch(unquote(fragment))
    if not found:
        raise NoWords(f"it marks by the fragment “{shown(fragment)}”, and no words")
    return _position(int(found[1] or 0), int(found[2]))


def _joined(selectors: JsonValue, depth: int) -> Place:
    if depth > _DEEPEST:
        raise Malformed("its selectors are nested too deeply")
    places: list[Place] = []
    wrong: list[str] = []
    other: list[str] = []
    for selector in flattened(selectors):
        try:
            places.append(_placed(selector, depth))
        except NoWords as error:
            other.append(str(error))
        except Malformed as error:
            wrong.append(str(error))
    if not places:
        if wrong:
            raise Malformed("; ".join(wrong))
        raise NoWords("; ".join(dict.fromkeys(other)) or "it has no selector of words")
    doubts = [*wrong, *(doubt for place in places for doubt in place.doubts)]
    positions = [place for place in places if place.start >= 0]
    quotes = [place for place in places if place.quote is not None]
    if any((place.start, place.end) != (positions[0].start, positions[0].end) for place in positions):
        doubts.append("its selectors name several positions, and the first was read")
    if any(place.quote != quotes[0].quote for place in quotes):
        doubts.append("its selectors quote different words, and the first were read")
    if not quotes:
        return replace(positions[0], doubts=tuple(doubts))
    start, end = (positions[0].start, positions[0].end) if positions else (-1, -1)
    return replace(quotes[0], start=start, end=end, doubts=tuple(doubts))


def _placed(selector: JsonValue, depth: int) -> Place:
    if not isinstance(selector, Mapping):
        raise NoWords(f"its selector is elsewhere, at “{shown(str(selector))}”")
    refinement = selector.get("refinedBy")
    if refinement is None:
        return _own(selector)
    inner = _joined(refinement, depth + 1)
    try:
        outer = _own(selector)
    except NoWords:
        if inner.quote is None:
            name = next(iter(types_of(selector)), "selector")
            raise NoWords(f"its position counts within what a {shown(name)} finds") from None
        return replace(inner, start=-1, end=-1)
    return _refined(outer, inner)


def _refined(outer: Place, inner: Place) -> Place:
    """The inner place, which is relative to the outer one, in the whole text."""
    if outer.start >= 0 and inner.start >= 0:
        return replace(inner, start=outer.start + inner.start, end=outer.start + inner.end)
    if inner.quote is not None:
        return replace(inner, start=-1, end=-1)
    assert outer.quote is not None  # noqa: S101 - a place without a position has words
    cut = outer.quote[inner.start : inner.end]
    if len(cut) != inner.end - inner.start:
        raise Malformed("its position leads out of the words that it counts in")
    before, after = outer.quote[: inner.start], outer.quote[inner.end :]
    return Place(quote=cut, prefix=outer.prefix + before, suffix=after + outer.suffix)


def _own(selector: Node) -> Place:
    types = types_of(selector)
    if "TextPositionSelector" in types:
        return _position(selector.get("start"), selector.get("end"))
    if "TextQuoteSelector" in types:
        exact = selector.get("exact")
        if not isinstance(exact, str):
            raise Malformed("its TextQuoteSelector has no “exact” text")
        if not exact:
            raise Malformed("its TextQuoteSelector quotes no words")
        return Place(quote=exact, prefix=text_of(selector, "prefix"), suffix=text_of(selector, "suffix"))
    if "FragmentSelector" in types:
        return _fragment(selector)
    if "RangeSelector" in types:
        return _range(selector)
    raise NoWords(f"it marks by a {shown(types[0])}, and no words" if types else "its selector is of no type")


def _position(start: JsonValue, end: JsonValue) -> Place:
    for name, value in (("start", start), ("end", end)):
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise Malformed(f"the “{name}” of its position is no whole number")
    if start >= end:
        raise Malformed(f"its position from {start} to {end} holds no words")
    return Place(start, end)


def _fragment(selector: Node) -> Place:
    values = as_list(selector.get("value"))
    if len(values) != 1 or not isinstance(values[0], str):
        raise Malformed("its FragmentSelector has not one “value”")
    if len(as_list(selector.get("conformsTo"))) > 1:
        raise Malformed("its FragmentSelector conforms to several specifications")
    return place_of_fragment(values[0])


def _range(selector: Node) -> Place:
    """From the beginning of its first place to the beginning of its last one."""
    if "startSelector" not in selector or "endSelector" not in selector:
        raise NoWords("it marks by a RangeSelector without selectors of its ends")
    start = place_of(selector["startSelector"])
    end = place_of(selector["endSelector"])
    if start.start < 0 or end.start < 0:
        raise NoWords("it marks by a RangeSelector whose ends are no positions")
    return _position(start.start, end.start)
