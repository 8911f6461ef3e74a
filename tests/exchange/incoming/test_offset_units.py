# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.incoming.offset_units import Evidence, agrees
from archivist.exchange.items import ReadAnnotation, Unit
from archivist.text import Utf16Map

WORDS = st.lists(st.sampled_from(["Уряд", "18", "людей", "🎉", "👩‍👩‍👧", "і"]), min_size=6, max_size=20)


def seen(text: str, *spans: tuple[int, int]) -> Evidence:
    evidence = Evidence()
    evidence.see(text, [ReadAnnotation("", start, end, "x") for start, end in spans])
    return evidence


@given(WORDS, st.booleans())
def test_words_that_are_marked_whole_tell_the_unit(words: list[str], in_utf16: bool) -> None:
    text = " ".join(["🎉", *words, "кінець"])
    starts = [at for at in range(len(text)) if at == 0 or text[at - 1] == " "]
    spans = [(start, text.find(" ", start) if " " in text[start:] else len(text)) for start in starts]
    if in_utf16:
        units = Utf16Map(text)
        spans = [(units.to_utf16(start), units.to_utf16(end)) for start, end in spans]
    evidence = seen(text, *spans)
    assert evidence.unit is (Unit.UTF16 if in_utf16 else Unit.CODE_POINTS)
    assert bool(evidence.told) is in_utf16


@pytest.mark.parametrize(("text", "span"), [("Уряд зібрався", (1, 3)), ("Уряд зібрався 🎉", (1, 3))])
def test_where_the_units_do_not_differ_nothing_is_doubtful(text: str, span: tuple[int, int]) -> None:
    evidence = seen(text, span)
    assert (evidence.unit, evidence.told) == (Unit.CODE_POINTS, "")


def test_what_cannot_be_told_is_said() -> None:
    evidence = seen("🎉 Президент", (5, 6))
    assert evidence.unit is Unit.CODE_POINTS
    assert evidence.told.endswith("taken to count them as one")


@pytest.mark.parametrize(
    ("start", "end", "agreeing"), [(2, 6, True), (3, 7, True), (1, 5, False), (-1, 3, False), (90, 94, False)]
)
def test_a_quote_agrees_in_either_unit(start: int, end: int, agreeing: bool) -> None:
    assert agrees("🎉 Уряд", start, end, "Уряд") is agreeing


def test_an_empty_quote_agrees_nowhere() -> None:
    assert not agrees("Уряд", 2, 2, "")
