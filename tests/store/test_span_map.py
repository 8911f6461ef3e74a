# SPDX-License-Identifier: GPL-3.0-or-later
"""A span is found again in a corrected text where its own words stand, or not at all."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archivist.store.span_map import SpanMap
from archivist.text import occurrences
from benchmarks.reanchoring import changed
from tests.counted_work import calls_of

# Few words and short ones, so that phrases are repeated all the time.
WORDS = ("18 людей", "загинуло", "за словами", "міністра", "18", "о", "річка", "👩‍👩‍👧", "місто", "ґанок", "е\u0301")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
# An edit: what it does, where (shares of the text), and what it may bring.
EDITS = st.lists(
    st.tuples(st.sampled_from(("insert", "delete", "replace", "copy")), st.floats(0, 1), st.floats(0, 1), TEXTS),
    max_size=4,
)


def edited(text: str, edits: list[tuple[str, float, float, str]]) -> tuple[str, list[int | None]]:
    """The edited text, and for each of its code points the one of the old text that it is."""
    new, origin = text, list(range(len(text)))
    kept: list[int | None] = list(origin)
    for what, first, second, words in edits:
        start, end = sorted((int(first * len(new)), int(second * len(new))))
        end = min(end, start + 30)
        brought = {"insert": words, "delete": "", "replace": words, "copy": new[start:end] + " "}[what]
        if what in ("insert", "copy"):
            end = start
        new = new[:start] + brought + new[end:]
        kept = [*kept[:start], *[None] * len(brought), *kept[end:]]
    return new, kept


def place_of(kept: list[int | None], start: int, end: int) -> int | None:
    """Where the code points of a span have gone, all of them and side by side."""
    for at in range(len(kept) - (end - start) + 1):
        if kept[at : at + end - start] == list(range(start, end)):
            return at
    return None


def left_in_place(old: str, new: str, start: int, end: int, place: int) -> int:
    """How many code points an edit changes at least that leaves the words of a span at a place."""
    return changed(old[:start], new[:place]) + changed(old[end:], new[place + end - start :])


def unchanged_around(old: str, new: str, start: int, end: int, place: int) -> int:
    """How many code points stand as they stood, a span and those on either side of it."""
    length = end - start
    before, after = 0, 0
    while min(start, place) > before and old[start - before - 1] == new[place - before - 1]:
        before += 1
    while old[end + after : end + after + 1] == new[place + length + after : place + length + after + 1] != "":
        after += 1
    return before + length + after


@settings(max_examples=400, deadline=None)
@given(old=TEXTS, edits=EDITS, first=st.floats(0, 1), length=st.integers(1, 12))
@example(old="а 18 б в 18 г", edits=[("delete", 0.16, 0.62, "")], first=0.16, length=2)
@example(
    old="за словами 18 людей",
    edits=[("insert", 0.0, 0.0, "18 людей"), ("insert", 1.0, 1.0, "18 людей 18 людей за словами")],
    first=0.5,
    length=1,
)
@example(
    old="о 18 людей 18 людей",
    edits=[("insert", 0.0, 0.0, "18 людей 18 людей"), ("insert", 1.0, 0.5, "загинуло")],
    first=0.0,
    length=1,
)
@example(
    old="18 о о річка 👩‍👩‍👧 18 людей",
    edits=[
        ("insert", 1.0, 0.75, "18 людей"),
        ("insert", 0.0, 0.0, "18 людей загинуло"),
        ("insert", 1.0, 0.5, "18 людей 18 людей"),
    ],
    first=0.6875,
    length=4,
)
def test_words_are_never_taken_for_others(
    old: str, edits: list[tuple[str, float, float, str]], first: float, length: int
) -> None:
    start = min(int(first * len(old)), len(old) - 1)
    end = min(start + length, len(old))
    new, kept = edited(old, edits)
    place, true = SpanMap(old, new).place(start, end), place_of(kept, start, end)
    if place is None or place == true:
        return
    assert new[place : place + end - start] == old[start:end]
    # The edit that was made could be told from the texts only if no other one that leaves the words there is as short.
    made = len(old) + len(new) - 2 * sum(at is not None for at in kept)
    if true is not None:
        made = min(made, left_in_place(old, new, start, end, true))
    if left_in_place(old, new, start, end, place) > made:
        # Then the words are gone, or were copied and then cut into: what stands around the place, and is long enough
        # to be no chance, is more as it was than around what is left of theirs.
        around = unchanged_around(old, new, start, end, place)
        assert around >= 12
        assert true is None or unchanged_around(old, new, start, end, true) < around


@settings(max_examples=300, deadline=None)
@given(old=TEXTS, edits=EDITS, first=st.floats(0, 1), marker=st.integers(0, 10**6))
def test_untouched_words_amid_words_like_no_others_are_found(
    old: str, edits: list[tuple[str, float, float, str]], first: float, marker: int
) -> None:
    at = int(first * len(old))
    passage = f" заява №{marker} речника міністерства: загинуло 18 людей, каже Гречаник у заяві для преси; "
    old = old[:at] + passage + old[at:]
    start = old.index("18 людей, каже")
    end = start + len("18 людей")
    new, kept = edited(old, edits)
    true = place_of(kept, at, at + len(passage))
    if true is None or len(occurrences(new, passage)) > 1:
        return
    assert SpanMap(old, new).place(start, end) == true + start - at


@pytest.mark.parametrize(
    ("old", "marked", "new"),
    [
        (
            "Перше. Загинуло 18. Кінець.",
            "Загинуло 18",
            "Перше. Загинуло 18. Загинуло 18. Кінець.",
        ),  # which is the copy?
        ("Було 18 тут, а потім 18 там.", "18", "Було 18 там."),  # the first, or the second?
        ("Загинуло 18 людей у місті", "18", "Поранено сто осіб і вбито 18 коней"),  # another 18
        (
            "альфа. Так сказав мер.\nТак сказав мер. омега",
            " Так сказав",
            "альфа.\nТак сказав мер. Так сказав мер. омега",
        ),
        ("Він поїхав.", "Він", "Сьогодні о шостій він і вона були вдома. Він"),
    ],
)
def test_what_is_not_certain_is_not_decided(old: str, marked: str, new: str) -> None:
    start = old.index(marked)
    assert SpanMap(old, new).place(start, start + len(marked)) is None


@pytest.mark.parametrize(
    ("old", "marked", "occurrence", "new", "expected"),
    [
        ("Було 18 осіб, стало 18 людей.", "18", 2, "Було багато осіб, стало 18 людей.", "18 людей"),
        ("Було 18 осіб, стало 18 людей.", "18", 1, "Раніше було 18 осіб, стало 19 людей.", "18 осіб"),
        ("А 18 Б. В 18 Г. Д 18 Е.", "18", 2, "Новий вступ. А 18 Б! В 18 Г. Д 18 Е.", "18 Г"),
        ("Кажуть: 18 загинуло тоді.", "18 загинуло", 1, "Казали: 18 загинуло тоді.", "18 загинуло"),
    ],
)
def test_repeated_words_are_told_apart_by_what_is_around(
    old: str, marked: str, occurrence: int, new: str, expected: str
) -> None:
    start = occurrences(old, marked)[occurrence - 1]
    assert SpanMap(old, new).place(start, start + len(marked)) == new.index(expected)


def test_a_paragraph_that_was_moved_takes_its_marks_along() -> None:
    first = "Міністерство повідомило про повінь біля Ожвина та евакуацію трьох сіл."
    second = "Греблю збудували у 1968 році, і з того часу її жодного разу не ремонтували."
    old, new = f"{first}\n\n{second}", f"{second}\n\n{first}"
    for marked in ("евакуацію трьох сіл", "у 1968 році"):
        start = old.index(marked)
        assert SpanMap(old, new).place(start, start + len(marked)) == new.index(marked)


def test_in_an_unchanged_part_words_stay_however_often_they_stand_there() -> None:
    old = "Сто осіб. Кінець вступу. " + "Чули вибух о третій ночі. " * 4
    new = old.replace("Сто", "Двісті")
    for start in occurrences(old, "о третій"):
        assert SpanMap(old, new).place(start, start + len("о третій")) == start + len(new) - len(old)
    copied = new + "Чули вибух о третій ночі. "
    start = occurrences(old, "о третій")[2]
    assert SpanMap(old, copied).place(start, start + len("о третій")) is None  # the copy may be any of them


def test_a_letter_that_got_a_mark_is_no_longer_what_was_marked() -> None:
    old, new = "слово кафе, і далі", "слово кафе\u0301, і далі"
    start = old.index("кафе")
    assert SpanMap(old, new).place(start, start + 4) is None


def corrected(length: int) -> tuple[str, str]:
    """A text of so many words, and the same with 200 small edits."""
    chance = random.Random(5)
    vocabulary = ["".join(chance.choices("абвгдеіклмнопрст", k=chance.randint(1, 9))) for _ in range(4000)]
    words = chance.choices(vocabulary, k=length)
    old = " ".join(words)
    for _ in range(200):
        words[chance.randrange(len(words))] = "виправлено"
    return old, " ".join(words)


def test_the_work_of_mapping_grows_with_the_length_of_a_text() -> None:
    def work(length: int) -> int:
        old, new = corrected(length)
        spans = [(start, start + 20) for start in range(0, len(old) - 40, len(old) // 500)]
        mapping = SpanMap(old, new)
        return calls_of(lambda: [mapping.place(*span) for span in spans])

    assert work(40_000) < 5 * work(10_000)


@pytest.mark.timeout(60)  # to look for landmarks anew for every span takes minutes
def test_a_text_of_a_million_letters_with_small_edits_is_mapped() -> None:
    old, new = corrected(170_000)
    spans = [(start, start + 20) for start in range(0, len(old) - 40, len(old) // 500)]
    mapping = SpanMap(old, new)
    places = [mapping.place(*span) for span in spans]
    for (start, end), place in zip(spans, places, strict=True):
        assert place is None or new[place : place + end - start] == old[start:end]
    assert sum(place is not None for place in places) > 0.95 * len(places)
