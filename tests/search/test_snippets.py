# SPDX-License-Identifier: GPL-3.0-or-later
"""Where matches are marked, and which passage shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.language.words import words
from archivist.search.parser import parse
from archivist.search.patterns import patterns_of
from archivist.search.query import wanted_texts
from archivist.search.snippets import Finder, snippet


def finder(query: str) -> Finder:
    return Finder(pattern for node in wanted_texts(parse(query).root) for pattern in patterns_of(node))


def marked(query: str, text: str, language: str = "uk") -> list[str]:
    return [text[start:end] for start, end in finder(query).spans(text, language)]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("дорога", "Доріг і дорогу, дорогою — не подорож", ["Доріг", "дорогу", "дорогою"]),
        ("дитина", "Діти й дитина", ["Діти", "дитина"]),
        ('"рада міста"', "Раді міста, раді й місту", ["Раді міста"]),
        ('"рада міста" мер', "Мер у раді міста", ["Мер", "раді міста"]),
        ('"рада міста" міста', "рада міста", ["рада міста"]),
        ("дітьм*", "дітьми й діти", ["дітьми"]),
        ("Нур-Султан", "у Нур-Султані, а султан і Нур Султан", ["Нур-Султані", "Нур Султан"]),
        ("султан", "у Нур-Султані султан", ["Нур-Султані", "султан"]),
        ("мер NOT міст", "Мер і міст", ["Мер"]),
        ("мер", "😎 ме\u0301ра 👩‍👩‍👧 МЕРОМ", ["ме\u0301ра", "МЕРОМ"]),
        ("tag:strike", "страйк", []),
        ("span:(мер)", "мер", []),
        ("=дороги", "Дороги й дорога", ["Дороги"]),
        ("=ґрунт", "Грунт і ґрунту", ["Грунт"]),
        ('="рада міста"', "Рада міста, раді міста", ["Рада міста"]),
        ('"=рада місто"', "Рада міста, раді міста", ["Рада міста"]),
        ("*ськ?й", "міський і сільської, київській", ["міський", "київській"]),
        ("міськ*", "міський, сільський", ["міський"]),
        ("м?ст", "міст, мости, мст", ["міст"]),
        ("*султан*", "у Нур-Султані", ["Нур-Султані"]),
        ("нур-с*", "у Нур-Султані", ["Нур-Султані"]),
        ("місто~", "місто, міста, мисто, містко, імсто", ["місто", "міста", "мисто", "містко"]),
        ("місто~2", "місити, масти, темрява", ["місити", "масти"]),
        ('"рад* мі?та"', "раді міста, радого міста, рада міст", ["раді міста", "радого міста"]),
        ('"мер рада"~1', "Мер і рада; рада та не мер", ["Мер", "рада"]),
        ('"мер рада"~0', "рада мер, мер і рада", ["рада", "мер"]),
        ('"мер рада"~5', "рада далеко від мера одного міста і рада", ["рада", "мера", "рада"]),
        ('"мер мер"~2', "мер один, та інший мер; мер", ["мер", "мер"]),
        ('="мер рада"~1', "мер і рада, мера й раду", ["мер", "рада"]),
        ('"Нур-Султан уряд"~2', "уряд у Нур-Султані", ["уряд", "Нур-Султані"]),
        ('"Нур-Султан уряд"~2', "Нур без уряду, Султан", ["Нур", "уряду", "Султан"]),
    ],
)
def test_every_form_is_marked_and_a_phrase_only_where_it_stands(query, text, expected):
    assert marked(query, text) == expected


def test_an_occurrence_of_a_phrase_with_a_slop_is_all_of_it():
    text = "Тут мер і рада, там рада."
    assert [text[start:end] for start, end in finder('"рада мер"~3').occurrences(text, "uk")] == ["мер і рада"]


@pytest.mark.parametrize(
    ("query", "expected"), [("мер", True), ("дорога", False), ('"рада мер"~1', True), ("*", False)]
)
def test_whether_a_text_matches(query, expected):
    assert finder(query).matches("Мер і рада", "uk") is expected


def test_what_was_learned_of_one_language_does_not_hold_in_another():
    words = finder("люди")
    assert [len(words.spans("люди, людей", language)) for language in ("uk", "en", "uk")] == [2, 2, 2]


def brute_windows(words: list[str], asked: tuple[str, ...], slop: int) -> set[tuple[int, int]]:
    """Every window that holds the asked words as often as they are asked for, and none smaller."""
    enough = [
        (first, last)
        for first in range(len(words))
        for last in range(first, min(len(words), first + len(asked) + slop))
        if all(words[first : last + 1].count(word) >= asked.count(word) for word in asked)
    ]
    return {
        window
        for window in enough
        if not any(window != other and window[0] <= other[0] and other[1] <= window[1] for other in enough)
    }


@given(
    st.lists(st.sampled_from("абвг"), max_size=14),
    st.lists(st.sampled_from("абв"), min_size=2, max_size=4).map(tuple),
    st.integers(0, 5),
)
def test_windows_are_those_of_the_definition(words, asked, slop):
    text = " ".join(words)
    expected = {(2 * first, 2 * last + 1) for first, last in brute_windows(words, asked, slop)}
    spans = finder('="' + " ".join(asked) + f'"~{slop}').occurrences(text, "")
    joined: list[tuple[int, int]] = []
    for start, end in sorted(expected):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    assert spans == joined


@given(st.text(alphabet="аб'-2,. \u0301\u00ad_", max_size=60))
def test_words_are_marked_where_they_stand(text):
    expected = [(word.start, word.end) for word in words(text) if "а" in word.text]
    assert finder("*а*").spans(text, "uk") == expected


def test_a_short_text_is_its_own_snippet():
    assert snippet("Рада міста засідала.", "", [(5, 10)]) == snippet("Рада міста засідала.", "інше", [(5, 10)])
    found = snippet("Рада міста засідала.", "", [(5, 10)])
    assert (found.text, found.matches) == ("Рада міста засідала.", ((5, 10),))


def test_the_headline_is_not_shown_again():
    text = "Повінь у місті\n\nВода зійшла. Повінь минула."
    found = snippet(text, "Повінь у місті", [(0, 6), (29, 35)])
    assert found.text == "Вода зійшла. Повінь минула."
    assert [found.text[start:end] for start, end in found.matches] == ["Повінь"]


def test_a_text_that_is_only_a_headline_is_shown():
    found = snippet("Повінь у місті", "Повінь у місті", [(0, 6)])
    assert (found.text, found.matches) == ("Повінь у місті", ((0, 6),))


def test_without_a_match_the_text_is_shown_from_where_it_begins():
    text = "Заголовок\n\n" + "слово " * 100
    found = snippet(text, "Заголовок", [])
    assert found.text.startswith("слово")
    assert found.text.endswith("слово…")
    assert len(found.text) < 240


def test_the_passage_with_most_matches_is_shown_with_what_stands_before():
    text = "міст " + "слово " * 200 + "річка міст і міст, міст " + "слово " * 200
    spans = [(place, place + 4) for place in range(len(text)) if text.startswith("міст", place)]
    found = snippet(text, "", spans)
    assert found.text.startswith("…слово")
    assert found.text.endswith("слово…")
    assert [found.text[start:end] for start, end in found.matches] == ["міст"] * 3
    assert 180 <= len(found.text) <= 290


def test_lines_become_one():
    found = snippet("Перший\nдругий\tтретій", "", [(7, 13)])
    assert found.text == "Перший другий третій"


def test_a_long_phrase_is_marked_as_far_as_it_is_shown():
    text = "а " * 500
    found = snippet(text, "", [(100, 900)])
    (start, end) = found.matches[0]
    assert 0 <= start < end <= len(found.text)


@given(
    st.text(alphabet="аб \n\u0301😎👩\u200d", max_size=600),
    st.text(alphabet="аб ", max_size=20),
    st.lists(st.tuples(st.integers(0, 599), st.integers(1, 20)), max_size=12),
)
def test_matches_of_any_snippet_lie_inside_it_and_quote_the_text(text, title, places):
    spans = sorted({(start, start + length) for start, length in places if start + length <= len(text)})
    apart = [span for before, span in zip([(0, 0), *spans], spans, strict=False) if before[1] <= span[0]]
    found = snippet(text, title, apart)
    assert len(found.text) <= 560
    flat = text.replace("\n", " ")
    for start, end in found.matches:
        assert 0 <= start < end <= len(found.text)
        assert found.text[start:end].rstrip("…") in flat
