# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import NoTextFound, NotText
from archivist.intake.markdown import read_markdown, render
from archivist.intake.reader import ImportOptions
from archivist.model import ArticleDraft

PAGE = """---
title: "Прорвало греблю"
author: [Олена Коваль, Іван Лис]
date: 8 січня 2022
source: https://visnyk.example/1
outlet: Вісник
lang: uk
---
# Прорвало греблю

Вода зайшла у **три** села.
"""


def read(text: str) -> ArticleDraft:
    (draft,) = read_markdown(text.encode(), Path("news.md"), ImportOptions())
    return draft


def test_front_matter_is_read_and_left_out_of_the_text() -> None:
    draft = read(PAGE)
    assert draft.body == "Прорвало греблю\n\nВода зайшла у три села."
    assert draft.title == "Прорвало греблю"
    assert draft.byline == "Олена Коваль, Іван Лис"
    assert (draft.published, draft.outlet, draft.language) == ("2022-01-08", "Вісник", "uk")
    assert draft.url == "https://visnyk.example/1"


def test_front_matter_of_a_clipper_has_lists_links_between_notes_and_the_day_of_the_capture() -> None:
    authors = 'author:\n  - "[[Олена Коваль]]"\n  - "[[people/lys|Іван Лис]]"\ntags:\n  - "clippings"'
    days = "published: 2022-01-08\ncreated: 2022-02-01"
    draft = read(f'---\ntitle: "Вода: три села"\n{authors}\n{days}\n---\nВода зайшла у три села.')
    assert (draft.title, draft.byline) == ("Вода: три села", "Олена Коваль, Іван Лис")
    assert (draft.published, draft.captured) == ("2022-01-08", "2022-02-01")


def test_a_source_that_is_no_address_is_the_outlet() -> None:
    draft = read("---\nsource: Вісник\n---\nВода зайшла у три села.")
    assert (draft.outlet, draft.url) == ("Вісник", "")


def test_the_body_begins_with_the_headline_of_the_front_matter() -> None:
    draft = read("---\ntitle: Прорвало греблю\n---\nВода зайшла у три села.")
    assert draft.body == "Прорвало греблю\n\nВода зайшла у три села."


def test_a_rule_above_the_text_is_no_front_matter() -> None:
    assert read("---\n\nВода зайшла у три села.\n\n---\n\nКінець.").body == "Вода зайшла у три села.\n\nКінець."


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ('Слово [посилання](http://x.example "t") і *курсив*', "Слово посилання і курсив"),
        ("рядок\nпродовження", "рядок продовження"),
        ("рядок  \nновий", "рядок\nновий"),
        ("- перше\n- друге\n  - глибше", "- перше\n- друге\n- глибше"),
        ("3. третє\n4. четверте", "3. третє\n4. четверте"),
        ("> цитата", "цитата"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("![Підпис](a.png)", "Підпис"),
        ("```\nяк  є\n  тут\n```", "як  є\n  тут"),
        ("<div>блок <i>html</i></div>", "блок html"),
        ("a <b>тег</b> &amp; &laquo;лапки&raquo;", "a тег & «лапки»"),
        ("2 \\* 3", "2 * 3"),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_marks_go_and_words_stay(markdown: str, text: str) -> None:
    assert "\n\n".join(render(markdown).blocks) == text


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(NoTextFound):
        read("<!-- нічого -->")


def test_a_binary_file_is_refused() -> None:
    with pytest.raises(NotText):
        read_markdown(b"\x89PNG\r\n\x1a\n\x00", Path("a.md"), ImportOptions())


@pytest.mark.timeout(30)
@pytest.mark.parametrize("hostile", ["[" * 50_000, "> " * 5_000 + "слово", "*a_ " * 50_000, "- " * 5_000 + "слово"])
def test_hostile_nesting_is_survived(hostile: str) -> None:
    assert read(f"Вода зайшла у три села.\n\n{hostile}").body.startswith("Вода")
