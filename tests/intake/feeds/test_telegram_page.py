# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import NoTextFound
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for, reader_named
from archivist.model import ArticleDraft, Unread

SENTENCE = "Вода зайшла в сорок дворів, людей вивезли човнами."


def message(number: int, text: str, name: str = "", *, moment: str = "08.01.2022 23:10:05 UTC+02:00") -> str:
    named = f'<div class="from_name">\n{name} </div>' if name else ""
    shown = f'<div class="text">\n{text}\n</div>' if text else '<div class="media_wrap clearfix"></div>'
    date = f'<div class="pull_right date details" title="{moment}">23:10</div>'
    return (
        f'<div class="message default clearfix" id="message{number}"><div class="body">{date}{named}{shown}</div></div>'
    )


def page(*messages: str, end: str = "</div></div></div></body></html>") -> bytes:
    head = '<!DOCTYPE html>\n<html>\n <head>\n  <meta charset="utf-8"/>\n<title>Exported Data</title>\n </head>'
    header = '<div class="page_header"><div class="content"><div class="text bold">\nНовини Ожвина </div></div></div>'
    service = '<div class="message service" id="message-1"><div class="body details">8 January 2022</div></div>'
    body = f'{header}<div class="page_body chat_page"><div class="history">{service}{"".join(messages)}'
    return f'{head}<body onload="CheckLocation();"><div class="page_wrap">{body}{end}'.encode()


def read(raw: bytes) -> list[ArticleDraft | Unread]:
    path = Path("messages.html")
    reader = reader_for(raw, path)
    assert reader.name == "telegram"
    return list(reader.read(raw, path, ImportOptions()))


def test_each_message_is_an_article() -> None:
    first, second = read(
        page(
            message(
                7, f"❗️<strong>Ожвин.</strong> {SENTENCE}<br><br>Далі <a href='https://t.me/x'>тут</a>", "Новини Ожвина"
            ),
            message(8, SENTENCE, moment="09.01.2022 00:10:00 UTC+02:00"),
        )
    )
    assert isinstance(first, ArticleDraft)
    assert isinstance(second, ArticleDraft)
    assert first.body == f"❗️Ожвин. {SENTENCE}\n\nДалі тут"
    assert (first.outlet, first.byline, first.published, first.part) == (
        "Новини Ожвина",
        "Новини Ожвина",
        "2022-01-08",
        "message7",
    )
    assert (second.byline, second.published, second.warnings) == ("Новини Ожвина", "2022-01-09", ())


def test_a_message_without_a_text_is_told_of() -> None:
    assert read(page(message(7, ""), message(8, SENTENCE)))[0] == Unread("message7", "It has no text.")


def test_a_page_that_is_cut_off_has_a_warning() -> None:
    draft = read(page(message(8, SENTENCE), end=""))[0]
    assert isinstance(draft, ArticleDraft)
    assert "cut off" in draft.warnings[0]


def test_a_page_without_messages_holds_no_text() -> None:
    with pytest.raises(NoTextFound):
        read(page())


def test_other_pages_are_left_to_their_reader() -> None:
    assert reader_for(b"<html><title>Exported Data</title><p>Flood", Path("a.html")).name == "html"
    assert reader_named("html").name == "html"
