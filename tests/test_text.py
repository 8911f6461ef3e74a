# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from archivist.text import (
    CanonicalMap,
    Utf16Map,
    canonical,
    locate_quote,
    occurrences,
    one_line,
    surroundings,
    whole_graphemes,
)

# Letters, an emoji family, combining marks, Arabic, flags, line ends: what offsets have been lost in.
HARD = st.lists(
    st.sampled_from(
        ["а", "b", " ", "\n", "👩\u200d👩\u200d👧", "e\u0301", "й", "🇺🇦", "\u00a0", "ع", "א", "☠\ufe0f", "7"]
    ),
    max_size=40,
).map("".join)


def test_line_ends_become_newlines() -> None:
    assert canonical("a\r\nb\rc\u2028d\u2029e\x85f") == "a\nb\nc\nd\ne\nf"


def test_bom_nul_and_lone_surrogates_are_dropped() -> None:
    assert canonical("\ufeffa\x00b\ud83dc") == "abc"


def test_a_bom_inside_the_text_stays() -> None:
    assert canonical("a\ufeffb") == "a\ufeffb"


def test_text_is_composed_only_when_asked() -> None:
    decomposed = unicodedata.normalize("NFD", "Київ")
    assert canonical(decomposed) == "Київ"
    assert canonical(decomposed, compose=False) == decomposed


class TestCanonicalMap:
    def test_follows_what_becomes_shorter(self) -> None:
        raw = "\ufeff\x00\ufeffа\r\nб\rв\u2028г\x00д\ud800\ufeffе\r\n"
        text = canonical(raw, compose=False)
        assert text == "а\nб\nв\nгд\ufeffе\n"
        found = CanonicalMap(raw)
        for character in "абвгде":
            start = raw.index(character)
            span = found.span(start, start + 1)
            assert text[slice(*span)] == character
        assert found.span(0, len(raw)) == (0, len(text))

    def test_a_line_end_that_is_cut_is_taken_whole(self) -> None:
        found = CanonicalMap("а\r\nб")
        assert [found.span(*cut) for cut in ((0, 2), (2, 4), (2, 3), (1, 2))] == [(0, 2), (1, 3), (1, 2), (1, 2)]

    def test_what_is_dropped_has_no_room(self) -> None:
        assert CanonicalMap("а\x00б").span(1, 2) == (1, 1)
        assert CanonicalMap("\ufeffа").span(0, 1) == (0, 0)

    @given(st.lists(st.sampled_from(["а", "\r\n", "\r", "\n", "\x00", "\ud800", "\ufeff", "🔥", "\x85"])).map("".join))
    def test_its_end_is_that_of_the_canonical_text(self, raw: str) -> None:
        assert CanonicalMap(raw).span(0, len(raw))[1] == len(canonical(raw, compose=False))


@given(st.text())
@example("\ufeff\ufeffa")
@example("\x00\ufeffa")
def test_canonical_is_stable(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)


@given(HARD)
def test_utf16_positions_agree_with_the_encoding(text: str) -> None:
    positions = Utf16Map(text)
    for offset in range(len(text) + 1):
        position = len(text[:offset].encode("utf-16-le")) // 2
        assert positions.to_utf16(offset) == position
        assert positions.to_code_point(position) == offset


def test_the_middle_of_a_surrogate_pair_is_no_place() -> None:
    with pytest.raises(ValueError, match="surrogate"):
        Utf16Map("a😀").to_code_point(2)


@pytest.mark.parametrize("place", [-1, 4])
def test_places_outside_the_text_are_refused(place: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        Utf16Map("abc").to_utf16(place)
    with pytest.raises(ValueError, match="outside"):
        Utf16Map("abc").to_code_point(place)


@given(HARD, st.data())
def test_a_span_grows_to_whole_graphemes_and_no_further(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    boundaries = [0, *(match.end() for match in regex.finditer(r"\X", text))]
    assert whole_graphemes(text, start, end) == (
        max(place for place in boundaries if place <= start),
        min(place for place in boundaries if place >= end),
    )


def test_surroundings_do_not_cut_a_character() -> None:
    text = "👩\u200d👩\u200d👧 18 людей 🇺🇦 кінець"
    start = text.index("18")
    before, after = surroundings(text, start, start + 2, width=3)
    assert before == " "
    assert after == " лю"


def test_surroundings_at_the_ends_are_empty() -> None:
    assert surroundings("слово", 0, 5) == ("", "")


def test_occurrences_overlap() -> None:
    assert occurrences("aaa", "aa") == [0, 1]
    assert occurrences("aaa", "") == []


def test_a_single_quote_is_found_wherever_it_moved() -> None:
    assert locate_quote("Вчора загинуло 18 людей", "18 людей") == 15


def test_a_repeated_quote_is_found_by_what_surrounds_it() -> None:
    text = "поліція: 18 загинуло. протестувальники: 18 загинуло."
    assert locate_quote(text, "18", "протестувальники: ", " загинуло.") == text.rindex("18")


def test_a_repeated_quote_without_surroundings_is_not_guessed() -> None:
    assert locate_quote("18 і ще 18", "18") is None


def test_a_quote_that_is_gone_is_not_found() -> None:
    assert locate_quote("нічого", "18") is None


@given(st.text(st.sampled_from("аe\u0301 \n\t\u00a0\u2028\ufeff\u200b\x85\x1b👩\u200d\u3000") | st.characters()))
def test_a_line_is_canonical_without_controls_and_with_single_spaces(text: str) -> None:
    controls = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
    assert one_line(text) == " ".join(canonical(text).translate(controls).split()).lstrip("\ufeff ")


@pytest.mark.parametrize("raw", [" \ufeff", " \ufeff Назва", "\n\ufeff \ufeffНазва", "Назва\ufeff "])
def test_one_line_of_one_line_is_the_same(raw: str) -> None:
    assert one_line(one_line(raw)) == one_line(raw)
