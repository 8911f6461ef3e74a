# SPDX-License-Identifier: GPL-3.0-or-later
"""Where in a text of the archive the words stand that a foreign file marks.

The offsets of a file are believed only where the words at them are those that the file repeats. If
they are not, what the offsets count is found out for the document as a whole: another unit, line
ends as one or two, a first place of 1, an end that is included. What agrees in no way is found by
its words and what surrounds them, where these single one place out; else it is for review, with all
that it brought. What repeats no words is where its offsets say in the document's own text, whose
words there it then carries along.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

import regex

from archivist.exchange.items import ReadAnnotation, ReadDocument, Unit
from archivist.model import Status
from archivist.store.span_map import SpanMap
from archivist.text import CanonicalMap, canonical, is_amid, locate_quote, surroundings

# So many characters of words that agree are no accident.
_TELLING = 4
_LINE_END = re.compile("\r\n|[\r\n]")
_CLUSTER = regex.compile(r"\s+|\X")
_WIDTHS = {
    Unit.UTF16: lambda character: 1 + (character > "\uffff"),
    Unit.BYTES: lambda character: 1 + (character > "\x7f") + (character > "\u07ff") + (character > "\uffff"),
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation belongs in the text here; for review, where and what it said there."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    status: Status
    told: str = ""  # in English, where it is not simply where it said


class Unplaceable(ValueError):
    """Neither offsets nor words say where an annotation belongs."""


class Anchoring:
    """Finds the places of the annotations of one document in the current text of its article."""

    def __init__(self, document: ReadDocument, current: str) -> None:
        self._is_own = document.text is not None
        raw = current if document.text is None else document.text
        self.text = canonical(raw, compose=False)
        self._current = current
        self._countings = _Countings(raw, document.unit)
        self._quoted = [(mark, _cleaned(mark.quote or "")) for mark in document.annotations]
        self._quoted = [(m, quote) for m, quote in self._quoted if quote and m.start >= 0 and not m.for_review]
        self._decide()

    def _decide(self) -> None:
        """Find out what the offsets of the document count."""
        declared = self._countings.declared
        agreeing = self._agreeing(declared)
        self.counting: _Counting | None = declared
        self.told = ""
        if len(agreeing) == len(self._quoted):
            return
        best, most = declared, agreeing
        for counting in self._countings.others:
            found = self._agreeing(counting)
            won = sum(len(self._quoted[at][1]) for at in found - agreeing)
            if len(found) > len(most) and won >= _TELLING:
                best, most = counting, found
        if 2 * len(most) <= len(self._quoted):
            self.counting = None
        elif best is not declared:
            self.counting = best
            self.told = f"its offsets count {best.name}, as {len(most)} of {len(self._quoted)} quotes show"

    def _agreeing(self, counting: _Counting) -> set[int]:
        return {at for at, (mark, quote) in enumerate(self._quoted) if self._stands(counting, mark, quote)}

    def _stands(self, counting: _Counting, mark: ReadAnnotation, quote: str) -> bool:
        """Whether the quote is at the offsets; that it may have been trimmed is believed of what the document says."""
        span = counting.span(mark.start, mark.end)
        found = self.text[slice(*span)] if span is not None else ""
        return _same_words(found, quote) or (counting is self._countings.declared and _is_trimmed(found, quote))

    def place(self, mark: ReadAnnotation) -> Anchor:
        """Where an annotation of the document belongs. Raises Unplaceable."""
        quote = _cleaned(mark.quote or "")
        if quote and mark.for_review:
            return replace(_for_review(mark, quote), told="")
        anchor = self._by_quote(mark, quote) if quote else self._by_offsets(mark)
        if mark.for_review:
            return replace(anchor, status=Status.REVIEW, told="")
        if anchor.status is Status.REVIEW or self.text == self._current:
            return anchor
        return self._in_current(anchor)

    def _by_offsets(self, mark: ReadAnnotation) -> Anchor:
        counting = self.counting or self._countings.declared
        span = counting.span(mark.start, mark.end) or counting.whole_span(mark.start, mark.end)
        if span is None or span[0] >= span[1]:
            raise Unplaceable(f"{self._why_not(mark)}, and the file does not repeat its words")
        anchor = self._anchored(*span)
        if counting.span(mark.start, mark.end) is None:
            why = f"is for review: {self._why_not(mark)}"
        elif not self._is_own:
            why = "is for review: the file has neither its words nor the text that it counts in"
        elif self.counting is None:
            why = "is for review: what the offsets of its document count is not certain"
        else:
            return anchor
        return replace(anchor, status=Status.REVIEW, told=why)

    def _by_quote(self, mark: ReadAnnotation, quote: str) -> Anchor:
        if self.counting is not None and self._stands(self.counting, mark, quote):
            return self._anchored(*self._span(self.counting, mark))
        counting = self._alone(mark, quote)
        if counting is not None:
            return self._anchored(
                *self._span(counting, mark), told=f"was found where its offsets count {counting.name}"
            )
        prefix, suffix = _cleaned(mark.prefix), _cleaned(mark.suffix)
        span = self._located(quote, prefix, suffix)
        if span is not None:
            told = f"was moved to its words, as {self._why_not(mark)}" if mark.start >= 0 else ""
            return self._anchored(*span, told=told)
        return _for_review(mark, quote)

    def _alone(self, mark: ReadAnnotation, quote: str) -> _Counting | None:
        """How the offsets of an annotation alone may count, though those of its document do not."""
        if len(quote) < _TELLING or mark.start < 0:
            return None
        found = [one for one in self._countings if self._stands(one, mark, quote)]
        if len({self._span(one, mark) for one in found}) != 1:
            return None
        start, end = self._span(found[0], mark)
        amid = is_amid(self.text, start, end, _cleaned(mark.prefix), _cleaned(mark.suffix))
        return found[0] if amid else None

    def _located(self, quote: str, prefix: str, suffix: str) -> tuple[int, int] | None:
        start = locate_quote(self.text, quote, prefix, suffix)
        if start is not None:
            return start, start + len(quote)
        return None if quote in self.text else self._loosened.locate(quote, prefix, suffix)

    @cached_property
    def _loosened(self) -> _Loosened:
        return _Loosened(self.text)

    def _why_not(self, mark: ReadAnnotation) -> str:
        """What is wrong with the offsets of an annotation."""
        offsets = f"its offsets {mark.start} to {mark.end}"
        if mark.start < 0:
            return "it has no offsets"
        if mark.start > mark.end:
            return f"{offsets} are reversed"
        if mark.start == mark.end:
            return f"{offsets} mark nothing"
        counting = self.counting or self._countings.declared
        length = counting.length
        if mark.end > length:
            return f"{offsets} are outside the text, which has {length}"
        span = counting.span(mark.start, mark.end)
        if span is None:
            return f"{offsets} cut a character"
        return f"{offsets} are at other words" if span[0] < span[1] else f"{offsets} mark what is no text"

    def _anchored(self, start: int, end: int, *, told: str = "") -> Anchor:
        around = surroundings(self.text, start, end)
        return Anchor(start, end, self.text[start:end], *around, Status.ANCHORED, told)

    def _span(self, counting: _Counting, mark: ReadAnnotation) -> tuple[int, int]:
        span = counting.span(mark.start, mark.end)
        assert span is not None  # noqa: S101 - as it stands there
        return span

    @cached_property
    def _moving(self) -> SpanMap:
        return SpanMap(self.text, self._current)

    def _in_current(self, anchor: Anchor) -> Anchor:
        """The same in the text that the article has here, which is another one."""
        start = self._moving.place(anchor.start, anchor.end)
        if start is None:
            why = "is for review: the article has another text here, where its words are not, or more than once"
            return replace(anchor, status=Status.REVIEW, told=why)
        end = start + len(anchor.quote)
        prefix, suffix = surroundings(self._current, start, end)
        return replace(anchor, start=start, end=end, prefix=prefix, suffix=suffix)


class _Counting:
    """One way in which offsets may count: a unit, in one form of the text, from 0 or 1, with or without the end."""

    def __init__(self, name: str, form: _Form, unit: Unit, *, first: int = 0, inclusive: bool = False) -> None:
        self.name = name
        self._form = form
        self._unit = unit
        self._first = first
        self._beyond = int(inclusive)

    @property
    def length(self) -> int:
        """How much it counts in the whole text."""
        return self._form.length(self._unit)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the canonical text; None where it is not inside, or begins or ends inside a character."""
        first, last = self._raw_span(start, end)
        return None if first is None or last is None or first > last else self._form.canonical.span(first, last)

    def whole_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span with whole characters where it begins and ends; None where it is not inside, or marks nothing."""
        if not self._first <= start < end <= self.length:
            return None
        longest = 4  # units of a character
        starts = (self._raw_span(start - back, end)[0] for back in range(longest))
        ends = (self._raw_span(start, end + on)[1] for on in range(longest))
        first, last = (next((at for at in found if at is not None), None) for found in (starts, ends))
        return None if first is None or last is None else self._form.canonical.span(first, last)

    def _raw_span(self, start: int, end: int) -> tuple[int | None, int | None]:
        first = self._form.code_point(self._unit, start - self._first)
        return first, self._form.code_point(self._unit, end - self._first + self._beyond)


class _Form:
    """A form of a text that offsets may be counted in."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._starts: dict[Unit, array[int]] = {}

    @cached_property
    def canonical(self) -> CanonicalMap:
        """The way to the canonical text, which is the same for all forms of one text."""
        return CanonicalMap(self._raw)

    def length(self, unit: Unit) -> int:
        """The number of units."""
        return len(self._raw) if unit is Unit.CODE_POINTS else self._starts_in(unit)[-1]

    def code_point(self, unit: Unit, offset: int) -> int | None:
        """The code point that begins at an offset."""
        if unit is Unit.CODE_POINTS:
            return offset if 0 <= offset <= len(self._raw) else None
        starts = self._starts_in(unit)
        at = bisect_left(starts, offset)
        return at if at < len(starts) and starts[at] == offset else None

    def _starts_in(self, unit: Unit) -> array[int]:
        if unit not in self._starts:
            self._starts[unit] = array("q", accumulate(map(_WIDTHS[unit], self._raw), initial=0))
        return self._starts[unit]


class _Countings:
    """All ways in which the offsets of a document may count, the likeliest first; each is made when it is asked for."""

    def __init__(self, raw: str, unit: Unit) -> None:
        self._raw = raw
        self._units = [unit, *(other for other in Unit if other is not unit)]
        self.declared = _Counting(str(unit), _Form(raw), unit)

    def __iter__(self) -> Iterator[_Counting]:
        yield self.declared
        yield from self.others

    @cached_property
    def others(self) -> Sequence[_Counting]:
        """Those that the document does not say."""
        declared, *units = self._units
        forms = [("", _Form(self._raw)), *((f" {words}", _Form(form)) for words, form in self._forms().items())]
        ways = [("", 0, False), (" with the end included", 0, True), (" from 1 with the end included", 1, True)]
        ways.append((" from 1", 1, False))
        return [
            _Counting(f"{unit}{words}{way}", form, unit, first=first, inclusive=inclusive)
            for way, first, inclusive in ways
            for words, form in forms
            for unit in (declared, *units)
            if (unit, words, way) != (declared, "", "") and (unit is declared or not self._raw.isascii())
        ]

    def _forms(self) -> dict[str, str]:
        """Other forms of the same text, by what tells them from the one in the file."""
        raw = self._raw
        text = canonical(raw, compose=False)
        found = {
            "with line ends as one": _LINE_END.sub("\n", raw),
            "with line ends as two": _LINE_END.sub("\r\n", raw),
            "without the mark at the beginning of the file": raw.removeprefix("\ufeff"),
            "of the text as it is kept here": text,
        }
        forms: dict[str, str] = {}
        for words, form in found.items():
            if form not in (raw, *forms.values()):
                forms[words] = form
        return forms


class _Loosened:
    """A text with all white space alike and characters composed, in which quotes of other programs are found."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self._starts = array("q")  # of the cluster that each code point comes from; in the text
        for cluster in _CLUSTER.finditer(text):
            part = _loose(cluster.group())
            parts.append(part)
            self._starts.extend([cluster.start()] * len(part))
        self._starts.append(len(text))
        self._text = "".join(parts)

    def locate(self, quote: str, prefix: str, suffix: str) -> tuple[int, int] | None:
        """Where a quote alone stands, as a span of the text; None where it cuts a cluster, too."""
        wanted = _loose(quote).strip()
        start = locate_quote(self._text, wanted, _loose(prefix), _loose(suffix)) if wanted else None
        if start is None:
            return None
        end = start + len(wanted)
        if any(at > 0 and self._starts[at] == self._starts[at - 1] for at in (start, end)):
            return None
        return self._starts[start], self._starts[end]


def _for_review(mark: ReadAnnotation, quote: str) -> Anchor:
    """An annotation with what the file says of its place; where that is none, with one as long as its words."""
    start = max(0, mark.start)
    end = mark.end if mark.end > start else start + len(quote)
    around = _cleaned(mark.prefix), _cleaned(mark.suffix)
    why = "is for review: its words are not in the text at its place, and not at one other place alone"
    return Anchor(start, end, quote, *around, Status.REVIEW, why)


def _cleaned(text: str) -> str:
    """Some words as they stand in a canonical text, where a byte order mark is one only at the beginning."""
    return canonical(f"|{text}", compose=False)[1:]


def _loose(text: str) -> str:
    """A text with white space of any length and kind as one space, and accents composed."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


def _same_words(found: str, quote: str) -> bool:
    """Whether words are those of a quote, however their white space is written and their accents composed."""
    if found in (quote, quote.lstrip("\ufeff")):
        return bool(found)
    return bool(found.strip()) and _loose(found) == _loose(quote) and _margins(found) == _margins(quote)


def _margins(text: str) -> tuple[int, int]:
    """How much white space is before and after some words."""
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


def _is_trimmed(found: str, quote: str) -> bool:
    """Whether a quote is of these words without the white space around them."""
    return bool(quote.strip()) and quote == quote.strip() and _loose(found).strip() == _loose(quote)
