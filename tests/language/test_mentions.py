# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text means by a name that several records have, and by a surname alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archivist.language.name_index import NameIndex
from tests.counted_work import calls_of


def index_of(**names):
    index = NameIndex()
    for record, name in names.items():
        index.add(record, [name] if isinstance(name, str) else name)
    return index


def seen(index, text, language="uk"):
    return [(text[each.start : each.end], each.ids) for each in index.mentions(text, language)]


def certainties(index, text, language="uk"):
    return [each.certainty for each in index.mentions(text, language)]


def test_a_surname_means_who_was_named_in_full_before():
    index = index_of(ostap="Остап Вербенюк", marko="Марко Вербенюк")
    text = "Прийшов Марко Вербенюк. Вербенюка чекали. Прийшов Остап Вербенюк. Вербенюка чекали."
    assert [ids[0] for _, ids in seen(index, text)] == ["marko", "marko", "ostap", "ostap"]


def test_a_surname_of_two_who_were_not_named_is_no_mention():
    assert seen(index_of(ostap="Остап Вербенюк", marko="Марко Вербенюк"), "Вербенюк прийшов.") == []


def test_a_headline_is_explained_by_the_text_below():
    index = index_of(ostap="Остап Вербенюк", marko="Марко Вербенюк")
    assert seen(index, "Вербенюк пішов\n\nМіністр Марко Вербенюк пішов.")[0] == ("Вербенюк", ("marko",))


def test_a_woman_and_a_man_are_told_apart_by_the_ending():
    index = index_of(he="Іван Бурхаєв", she="Олена Бурхаєва")
    text = "Іван Бурхаєв і Олена Бурхаєва прийшли. Бурхаєвій дали слово. Бурхаєвим пишалися."
    assert [ids for _, ids in seen(index, text)][2:] == [("she",), ("he",)]


def test_records_of_one_name_are_all_offered_with_less_certainty():
    index = index_of(one="Остап Вербенюк", other="Остап Вербенюк")
    assert seen(index, "Прийшов Остап Вербенюк.") == [("Остап Вербенюк", ("one", "other"))]
    assert certainties(index, "Прийшов Остап Вербенюк.")[0] < 0.6


def test_the_script_of_the_text_decides_between_two_records():
    index = index_of(latin="Ostap Verbeniuk", cyrillic="Остап Вербенюк")
    text = "Прийшов Остап Вербенюк. Вербенюкові подякували."
    assert [ids for _, ids in seen(index, text)] == [("cyrillic", "latin")] * 2
    assert min(certainties(index, text)) > 0.8


def test_a_surname_alone_is_less_certain_than_a_full_name():
    alone, full = (certainties(index_of(it="Остап Вербенюк"), text) for text in ("Є Вербенюк.", "Є Остап Вербенюк."))
    assert 0 < alone[0] < full[0]


def test_the_longest_name_is_meant():
    index = index_of(ministry="МНС", of_country="МНС Туркменістану", country="Туркменістан")
    assert seen(index, "МНС Туркменістану мовчить, МНС теж.") == [
        ("МНС Туркменістану", ("of_country",)),
        ("МНС", ("ministry",)),
    ]


def test_an_ordinary_word_at_the_head_of_a_sentence_is_a_name_if_it_is_one_elsewhere():
    index = index_of(paper="Слово")
    assert seen(index, "Слово дали всім.") == []
    assert len(seen(index, "Слово мовчить. Газета Слово мовчить.")) == 2


def test_a_name_does_not_reach_into_the_next_paragraph():
    assert seen(index_of(it="Рада Старійшин"), "Зібралася Рада\n\nСтарійшин не було.") == []


def test_persons_are_told_by_who_knows_better():
    index = NameIndex()
    index.add("band", ["Остап Вербенюк"], person=False)
    assert seen(index, "Грає Остап Вербенюк. Вербенюк грає.") == [("Остап Вербенюк", ("band",))]


def test_a_word_like_a_name_without_its_hyphen_is_no_better_than_the_name_itself():
    index = index_of(country=["Turkmeniya", "Alma-ata"], town="Алмати")
    assert seen(index, "Подія в Алмати сталася.")[0][1][0] == "town"


def test_what_was_removed_is_not_seen():
    index = index_of(it=["Остап Вербенюк", "ОДСР", "Бахит-Жомарт Досаєв"], other="Остап Вишня")
    index.remove("it")
    assert seen(index, "Остап Вербенюк, ОДСР і Бахит-Жомарт Досаєв. Остап Вишня.") == [("Остап Вишня", ("other",))]


NAMES = st.lists(st.text("АБВабвіAbc -'.№«»1", min_size=1, max_size=12), max_size=6)
TEXTS = st.text("АБВабвіAbc -'’.,\n«»1\u0301\u200b😀", max_size=80)


@settings(deadline=None)  # the first call loads the dictionaries
@given(NAMES, st.one_of(TEXTS, st.text(max_size=60)), st.sampled_from(["uk", "ru", "en", ""]))
def test_mentions_lie_in_the_text_in_order_and_apart(names, text, language):
    index = NameIndex()
    for number, name in enumerate(names):
        index.add(str(number), [name])
    end = 0
    for mention in index.mentions(text, language):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.ids
        assert 0 < mention.certainty <= 1
        end = mention.end


@settings(deadline=None)  # the first call loads the dictionaries
@given(NAMES, st.text(max_size=20))
def test_nothing_typed_is_too_odd(names, typed):
    index = NameIndex()
    for number, name in enumerate(names):
        index.add(str(number), [name])
    assert len(index.complete(typed, 3)) <= 3
    index.find(typed)
    for number in range(len(names)):
        index.remove(str(number))
    assert len(index) == 0
    assert index.complete(typed, 3) == []


@pytest.mark.parametrize(
    "piece",
    [
        "Остап Вербенюк, ",
        "Остап ",
        "А.",
        "А. ",
        "Рада ",
        "а-",
        "«",
        "'",
        "Остап-",
        "МНС ",
        "Остап Петрович ",
        "\n",
        "1.",
        "Ґ",
    ],
)
def test_the_work_grows_with_the_length_of_a_hostile_text(piece):
    index = index_of(it="Остап Вербенюк", rada="Рада Рада Рада", mns="МНС", a="А Б")
    text = piece * (20_000 // len(piece))
    quarter, whole = (calls_of(lambda size=size: index.mentions(text[:size], "uk")) for size in (5_000, 20_000))
    assert whole < 5 * quarter + 100
    index.mentions(text * 10, "uk")  # hangs where a call has more work to do, too
