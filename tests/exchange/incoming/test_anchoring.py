# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.incoming.anchoring import Anchor, Anchoring, Unplaceable
from archivist.exchange.items import ReadAnnotation, Unit
from archivist.model import Status
from archivist.text import canonical
from tests.exchange.made_up import document, mark

PRESS = "Страйк 🔥🔥 триває. Загинуло 18 людей, поранено 18 людей.\r\nМіністр 👩‍👩‍👧 мовчить про страйк."


def here(text: str) -> str:
    return canonical(text, compose=False)


def anchors(text: str | None, *marks: ReadAnnotation, current: str | None = None, **fields: Any) -> list[Anchor]:
    anchoring = Anchoring(document(text, *marks, **fields), here(text or "") if current is None else current)
    return [anchoring.place(one) for one in marks]


def in_unit(text: str, offset: int, unit: Unit) -> int:
    """What a program that counts in this unit calls the place before a code point."""
    before = text[:offset]
    match unit:
        case Unit.CODE_POINTS:
            return len(before)
        case Unit.UTF16:
            return len(before.encode("utf-16-le", "surrogatepass")) // 2
        case Unit.BYTES:
            return len(before.encode("utf-8", "surrogatepass"))


def span(text: str, words: str, unit: Unit = Unit.CODE_POINTS) -> tuple[int, int]:
    """Where these words first stand in a text."""
    start = text.index(words)
    return in_unit(text, start, unit), in_unit(text, start + len(words), unit)


def marked(text: str, words: str, unit: Unit = Unit.CODE_POINTS, **fields: Any) -> ReadAnnotation:
    """The first of these words, marked and repeated."""
    return mark(*span(text, words, unit), quote=words, **fields)


class TestOffsetsOfTheDocument:
    @pytest.mark.parametrize("unit", list(Unit))
    def test_are_believed_in_the_unit_that_it_says(self, unit: Unit) -> None:
        one, two = anchors(PRESS, marked(PRESS, "триває", unit), marked(PRESS, "мовчить", unit), unit=unit)
        assert (one.quote, two.quote, one.told, two.told) == ("триває", "мовчить", "", "")
        assert two.start == here(PRESS).index("мовчить")

    @pytest.mark.parametrize("unit", list(Unit))
    def test_need_no_quote_in_its_own_text(self, unit: Unit) -> None:
        [anchor] = anchors(PRESS, mark(*span(PRESS, "мовчить", unit)), unit=unit)
        assert (anchor.quote, anchor.status, anchor.told) == ("мовчить", Status.ANCHORED, "")

    @pytest.mark.parametrize("counted", [Unit.UTF16, Unit.BYTES])
    def test_in_another_unit_are_found_out_once_for_all_of_them(self, counted: Unit) -> None:
        quoted = marked(PRESS, "поранено", counted), marked(PRESS, "мовчить", counted)
        unquoted = mark(*span(PRESS, "18", counted))
        anchoring = Anchoring(document(PRESS, *quoted, unquoted), here(PRESS))
        assert anchoring.told == f"its offsets count {counted}, as 2 of 2 quotes show"
        assert [anchoring.place(one).quote for one in quoted] == ["поранено", "мовчить"]
        placed = anchoring.place(unquoted)
        assert (placed.start, placed.quote, placed.told) == (PRESS.index("18"), "18", "")

    @pytest.mark.parametrize(
        ("first", "last", "words"),
        [(0, -1, "with the end included"), (1, 0, "from 1 with the end included"), (1, 1, "from 1")],
    )
    def test_with_the_end_included_or_from_1_are_found_out(self, first: int, last: int, words: str) -> None:
        start, end = span(PRESS, "людей")
        one = mark(start + first, end + last, quote="людей")
        anchoring = Anchoring(document(PRESS, one), here(PRESS))
        assert anchoring.told == f"its offsets count code points {words}, as 1 of 1 quotes show"
        assert anchoring.place(one).start == start  # of the two that there are

    def test_in_a_text_without_its_byte_order_mark_are_found_out(self) -> None:
        raw = "\ufeffЛюди і люди. Люди й люди."
        one = mark(*span(raw[1:], "люди. "), quote="люди. ")
        [anchor] = anchors(raw, one)
        assert (anchor.start, anchor.quote) == (7, "люди. ")

    def test_that_count_a_line_end_as_one_or_as_two_are_found_out(self) -> None:
        lines = ["Люди тут.", "Люди там.", "Люди всюди."]
        for written, counted in (("\r\n", "\n"), ("\n", "\r\n")):
            start = counted.join(lines).rindex("Люди")
            one = mark(start, start + 4, quote="Люди")
            [anchor] = anchors(written.join(lines), one)
            assert anchor.start == "\n".join(lines).rindex("Люди"), written

    def test_that_agree_for_too_few_letters_are_not_believed(self) -> None:
        text = "🔥 18 та 18 осіб"
        start, end = span(text, "18", Unit.UTF16)
        [anchor] = anchors(text, mark(start, end, quote="18"))
        assert anchor.status is Status.REVIEW
        assert (anchor.start, anchor.end, anchor.quote) == (start, end, "18")

    def test_of_most_quotes_count_and_one_that_is_wrong_is_found_by_itself(self) -> None:
        good = [marked(PRESS, word, Unit.UTF16) for word in ("триває", "Загинуло", "мовчить")]
        alone = marked(PRESS, "поранено")
        anchoring = Anchoring(document(PRESS, *good, alone), here(PRESS))
        assert "3 of 4" in anchoring.told
        anchor = anchoring.place(alone)
        assert (anchor.quote, anchor.told) == ("поранено", "was found where its offsets count code points")

    def test_are_not_believed_where_most_quotes_say_otherwise(self) -> None:
        wrong = [mark(0, 3, quote="зовсім інше", key="a"), mark(4, 6, quote="чого немає", key="b")]
        anchoring = Anchoring(document(PRESS, *wrong, mark(0, 6)), here(PRESS))
        placed = [anchoring.place(one) for one in (*wrong, mark(0, 6))]
        assert {one.status for one in placed} == {Status.REVIEW}
        assert [one.quote for one in placed] == ["зовсім інше", "чого немає", "Страйк"]
        assert "not certain" in placed[2].told


class TestQuotes:
    def test_agree_however_their_white_space_and_accents_are_written(self) -> None:
        text = "Ка́ва та хе́рбата\nна\u00a0столі й на підлозі"
        one = mark(*span(text, "хе́рбата\nна\u00a0столі"), quote="хе́рбата на столі")
        two = mark(*span(text, "й на"), quote=unicodedata.normalize("NFD", "й на"))
        assert [anchor.quote for anchor in anchors(text, one, two)] == ["хе́рбата\nна\u00a0столі", "й на"]

    def test_may_have_been_trimmed_but_not_cut_elsewhere(self) -> None:
        text = "люди  люди  люди"
        [anchor] = anchors(text, mark(5, 11, quote="люди"))
        assert (anchor.start, anchor.end) == (5, 11)
        [anchor] = anchors(text, mark(5, 11, quote=" люди"))
        assert anchor.status is Status.REVIEW

    def test_without_offsets_are_found_where_they_stand_once(self) -> None:
        [anchor] = anchors(PRESS, mark(-1, -1, quote="мовчить"))
        assert (anchor.start, anchor.status, anchor.told) == (here(PRESS).index("мовчить"), Status.ANCHORED, "")

    def test_are_told_apart_by_what_surrounds_them(self) -> None:
        [anchor] = anchors(PRESS, mark(-1, -1, quote="18", prefix="поранено ", suffix=" людей."))
        assert anchor.start == here(PRESS).rindex("18")

    def test_that_stand_more_than_once_are_for_review_with_all_that_they_brought(self) -> None:
        [anchor] = anchors(PRESS, mark(-1, -1, quote="18 людей", prefix="інше ", suffix=" зовсім"))
        said = Anchor(0, 8, "18 людей", "інше ", " зовсім", Status.REVIEW, anchor.told)
        assert anchor == said
        assert anchor.told.startswith("is for review")

    def test_are_found_with_other_white_space(self) -> None:
        text = "Один рядок\nдругий\u00a0рядок й третій"
        [anchor] = anchors(text, mark(-1, -1, quote="рядок другий рядок"))
        assert anchor.quote == "рядок\nдругий\u00a0рядок"
        [anchor] = anchors(text, mark(-1, -1, quote="рядок й", prefix=" другий "))
        assert anchor.quote == "рядок й"

    def test_never_lead_to_a_half_of_a_character(self) -> None:
        [anchor] = anchors("Кафе\u0301 тут", mark(-1, -1, quote="Кафе  тут"))
        assert anchor.status is Status.REVIEW

    @pytest.mark.parametrize(
        ("start", "end", "why"),
        [(70, 900, "outside the text"), (9, 3, "reversed"), (3, 3, "mark nothing"), (2, 9, "at other words")],
    )
    def test_save_what_has_impossible_offsets(self, start: int, end: int, why: str) -> None:
        [anchor] = anchors(PRESS, mark(start, end, quote="мовчить"))
        assert (anchor.quote, anchor.status) == ("мовчить", Status.ANCHORED)
        assert why in anchor.told
        [anchor] = anchors(PRESS, mark(start, end, quote="чого немає"))
        assert (anchor.start, anchor.end) == ((start, end) if end > start else (start, start + 10))
        assert anchor.status is Status.REVIEW

    @pytest.mark.parametrize(
        ("unit", "start", "end", "why"),
        [
            (Unit.CODE_POINTS, 0, 900, "outside the text"),
            (Unit.CODE_POINTS, 9, 3, "reversed"),
            (Unit.CODE_POINTS, 3, 3, "mark nothing"),
            (Unit.CODE_POINTS, -1, -1, "no offsets"),
        ],
    )
    def test_are_needed_where_offsets_are_impossible(self, unit: Unit, start: int, end: int, why: str) -> None:
        with pytest.raises(Unplaceable, match=why):
            anchors(PRESS, mark(start, end), unit=unit)

    @pytest.mark.parametrize(
        ("unit", "start", "end"), [(Unit.UTF16, 8, 13), (Unit.BYTES, 15, 23), (Unit.BYTES, 13, 23)]
    )
    def test_that_are_not_there_leave_what_cuts_a_character_for_review(self, unit: Unit, start: int, end: int) -> None:
        [anchor] = anchors(PRESS, mark(start, end), unit=unit)
        assert (anchor.start, anchor.quote, anchor.status) == (7, "🔥🔥 т", Status.REVIEW)
        assert "cut a character" in anchor.told

    def test_a_span_of_what_is_no_text_is_told(self) -> None:
        with pytest.raises(Unplaceable, match="no text"):
            anchors("\ufeff\x00Люди", mark(0, 2))


class TestWhatIsForReview:
    def test_stays_so_with_what_it_said(self) -> None:
        [anchor] = anchors(PRESS, mark(3, 9, quote="мовчить", prefix="а", suffix="б", for_review=True))
        assert anchor == Anchor(3, 9, "мовчить", "а", "б", Status.REVIEW)

    def test_does_not_say_what_offsets_count(self) -> None:
        doubtful = [mark(n, n + 1, quote="чого немає", for_review=True, key=str(n)) for n in range(5)]
        *_, anchor = anchors(PRESS, *doubtful, mark(*span(PRESS, "триває")))
        assert (anchor.quote, anchor.status) == ("триває", Status.ANCHORED)

    def test_without_words_carries_those_at_its_place(self) -> None:
        [anchor] = anchors(PRESS, mark(0, 6, for_review=True))
        assert (anchor.quote, anchor.status, anchor.told) == ("Страйк", Status.REVIEW, "")


class TestATextThatIsNotInTheFile:
    def test_is_the_one_here_where_the_quotes_agree(self) -> None:
        text = here(PRESS)
        [anchor] = anchors(None, marked(text, "мовчить"), current=text)
        assert (anchor.quote, anchor.status, anchor.told) == ("мовчить", Status.ANCHORED, "")

    def test_makes_offsets_without_quotes_doubtful(self) -> None:
        [anchor] = anchors(None, mark(0, 6), current=here(PRESS))
        assert (anchor.quote, anchor.status) == ("Страйк", Status.REVIEW)
        assert "neither its words nor the text" in anchor.told


class TestAnotherTextOfTheArticle:
    CURRENT = "Виправлено. " + here(PRESS).replace("мовчить", "говорить")

    def test_is_followed_by_words_that_it_kept(self) -> None:
        one, two = span(PRESS, "18"), span(PRESS, "триває")
        second = PRESS.rindex("18")
        placed = anchors(PRESS, mark(*one), mark(second, second + 2), mark(*two), current=self.CURRENT)
        assert [anchor.quote for anchor in placed] == ["18", "18", "триває"]
        assert [anchor.start for anchor in placed] == [
            self.CURRENT.index("18"), self.CURRENT.rindex("18"), self.CURRENT.index("триває"),
        ]  # fmt: skip

    def test_puts_what_it_lost_for_review(self) -> None:
        [anchor] = anchors(PRESS, marked(PRESS, "мовчить"), current=self.CURRENT)
        assert (anchor.quote, anchor.status) == ("мовчить", Status.REVIEW)
        assert "another text here" in anchor.told


PIECES = st.sampled_from(
    [
        "а",
        "б ",
        "18 ",
        "🔥",
        "👩‍👩‍👧",
        "e\u0301",
        "ї",
        "\r\n",
        "\n",
        "\r",
        "\u2028",
        "\x85",
        "\x00",
        "\ufeff",
        "\u00a0",
        "مرحبا",
        "\t",
    ]
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = "".join(draw(st.lists(PIECES, min_size=1, max_size=40)))
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places), min_size=1, max_size=8))
    return text, [(min(pair), max(pair)) for pair in spans if pair[0] != pair[1]]


def covered(text: str, start: int, end: int) -> str:
    """The words of a span as they are here, worked out from the raw text alone."""
    if start > 0 and text[start - 1 : start + 1] == "\r\n":
        start -= 1
    before, words = text[:start], text[start:end]
    if not before.strip("\ufeff\x00"):
        return here(words)
    return here("|" + words)[1:]


@given(texts_with_spans(), st.sampled_from(list(Unit)), st.booleans())
def test_the_words_that_are_covered_here_are_those_that_were_covered_there(
    made: tuple[str, list[tuple[int, int]]], unit: Unit, quoted: bool
) -> None:
    text, spans = made
    for start, end in spans:
        words = covered(text, start, end)
        offsets = in_unit(text, start, unit), in_unit(text, end, unit)
        one = mark(*offsets, quote=text[start:end] if quoted else None)
        if not words:
            continue
        [anchor] = anchors(text, one, unit=unit)
        assert (anchor.status, anchor.quote, anchor.told) == (Status.ANCHORED, words, "")
        assert here(text)[anchor.start : anchor.end] == words


@given(texts_with_spans(), st.sampled_from([Unit.UTF16, Unit.BYTES]))
def test_a_unit_that_was_not_said_never_moves_an_annotation_to_other_words(
    made: tuple[str, list[tuple[int, int]]], counted: Unit
) -> None:
    text, spans = made
    marks = [
        mark(in_unit(text, start, counted), in_unit(text, end, counted), quote=text[start:end], key=str(number))
        for number, (start, end) in enumerate(spans)
        if covered(text, start, end)
    ]
    for anchor, one in zip(anchors(text, *marks), marks, strict=True):
        words = here(f"|{one.quote}")[1:]
        if anchor.status is Status.ANCHORED:
            assert anchor.quote.lstrip("\ufeff").split() == words.lstrip("\ufeff").split()
        else:
            assert (anchor.quote, anchor.start) == (words, one.start)
