# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.structure import Structure, labelled_value, short_title, structure

BODY = "Рятувальники вивезли з трьох сіл понад сто людей, повідомив речник служби, і робота триває. " * 2


def parts(text: str, title: str = "") -> dict[str, str]:
    """The words of each part that was found."""
    found = structure(text, title)
    spans = {field.name: getattr(found, field.name) for field in fields(Structure) if field.name != "subheads"}
    return {name: text[slice(*span)] for name, span in spans.items() if span}


def test_a_news_text_shows_its_parts() -> None:
    text = (
        "Прорвало греблю біля Ожвина\n\nВода зайшла у три села, людей вивозять човнами\n"
        f"Фото: ozhvyn-rada.example\n{BODY}\n\nКонтекст:\n\nГреблю збудували 1968 року.\n"
    )
    assert parts(text) == {
        "headline": "Прорвало греблю біля Ожвина",
        "standfirst": "Вода зайшла у три села, людей вивозять човнами",
        "credit": "Фото: ozhvyn-rada.example",
        "body": text[text.index("Рятувальники") :].rstrip(),
    }
    assert [text[slice(*span)] for span in structure(text).subheads] == ["Контекст:"]


def test_labelled_lines_above_the_body_are_told_apart() -> None:
    text = f"Повінь\n\nАвтор: Олена Коваль\n8 січня 2022, 14:05\nДжерело: Вісник\nhttps://visnyk.example/1\n\n{BODY}"
    found = parts(text)
    assert found["byline"] == "Автор: Олена Коваль"
    assert found["dateline"] == "8 січня 2022, 14:05"
    assert found["source"] == "Джерело: Вісник"
    assert found["url"] == "https://visnyk.example/1"
    assert found["body"] == BODY.strip()


def test_a_text_without_a_headline_is_all_body() -> None:
    text = f"{BODY.strip()}\n\n{BODY.strip()}"
    assert parts(text) == {"body": text}


def test_lines_wrapped_by_hand_are_no_headline() -> None:
    text = (
        "Рятувальники вивезли з трьох сіл понад сто людей,\n"
        + "повідомив речник служби того самого дня, а робота\n" * 3
    )
    assert "headline" not in parts(text)
    assert "headline" not in parts(text.replace("людей,", "людей"))


def test_a_headline_may_stand_without_an_empty_line_before_a_long_paragraph() -> None:
    assert parts(f"Прорвало греблю біля Ожвина\n{BODY}")["headline"] == "Прорвало греблю біля Ожвина"


def test_a_known_title_is_the_headline_whatever_its_shape() -> None:
    text = f"Гребля стоїть. Люди чекають.\n{BODY}"
    assert "headline" not in parts(text)
    assert parts(text, title="Гребля стоїть. Люди чекають.")["headline"] == "Гребля стоїть. Люди чекають."


def test_an_english_byline_needs_a_name() -> None:
    assert parts(f"Dam breaks\n\nBy Olena Koval\n\n{BODY}")["byline"] == "By Olena Koval"
    assert "byline" not in parts(f"Dam breaks\n\nBy the river nobody slept that night, they said\n\n{BODY}")


@pytest.mark.parametrize("text", ["", " \n\n ", "слово", "\n\nслово\n"])
def test_the_smallest_texts_have_a_structure(text: str) -> None:
    assert parts(text).get("body", "") == text.strip()


@given(st.text(alphabet="аб :.\nФото8Автор", max_size=200))
def test_parts_are_whole_lines_in_order_and_never_overlap(text: str) -> None:
    found = structure(text)
    spans = sorted(
        span for field in fields(Structure) if field.name != "subheads" and (span := getattr(found, field.name))
    )
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_a_short_title_is_the_beginning_of_the_first_line() -> None:
    assert short_title("\n\n- Коротко\nдалі") == "Коротко"
    long = short_title(BODY)
    assert len(long) <= 101
    assert long.endswith("…")
    assert BODY.startswith(long[:-1])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("**📊 ТОП-10 подій**", "📊 ТОП-10 подій"),
        ("[](https://visnyk.example/1)**Гребля** стоїть", "Гребля стоїть"),
        ("__Слово__ [гребля](https://visnyk.example/a_b)", "Слово гребля"),
        ("🟣🟣🟣🟣\n=====\n____\nГребля стоїть", "Гребля стоїть"),
        ("=====\n🟣", "====="),
        ("snake_case [1] (2)", "snake_case [1] (2)"),
        (f"Гребля [{'стоїть ' * 3}](https://visnyk.example/{'a' * 100})", "Гребля стоїть стоїть стоїть"),
    ],
)
def test_a_short_title_has_words_and_no_marks(text: str, title: str) -> None:
    assert short_title(text) == title


def test_a_line_without_words_is_no_headline() -> None:
    assert "headline" not in parts(f"=====\n\n{BODY}")


def test_a_title_without_its_marks_tells_the_headline() -> None:
    assert parts(f"**Гребля стоїть.** Чекають.\n{BODY}", title="Гребля стоїть. Чекають.")["headline"].startswith("**")


@pytest.mark.parametrize(
    ("line", "value"),
    [("Фото: odkb.example", "odkb.example"), ("By Olena Koval", "Olena Koval"), ("просто рядок", "просто рядок")],
)
def test_a_label_is_taken_off(line: str, value: str) -> None:
    assert labelled_value(line) == value


def test_the_seed_shows_headline_standfirst_and_credit(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    found = structure(text)
    lines = [line for line in text.splitlines() if line.strip()]
    named = [found.headline, found.standfirst, found.credit]
    assert [text[slice(*span)] for span in named if span] == lines[:3]
    assert text[slice(*found.body)].startswith(lines[3])
    assert [text[slice(*span)] for span in found.subheads] == ["Контекст:"]
