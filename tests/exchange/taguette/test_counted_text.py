# SPDX-License-Identifier: GPL-3.0-or-later
"""What Taguette counts of some HTML keeps its place in the text that a person reads."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archivist.exchange.taguette.counted_text import CountedText


@pytest.mark.parametrize(
    ("source", "counted", "text"),
    [
        ("<p>Перший</p><p>Другий</p>", "ПершийДругий", "Перший\nДругий"),
        ("<p>Перший</p>\n<p>Другий</p>", "Перший\nДругий", "Перший\nДругий"),
        ("<p>Перший</p> \n <p>Другий</p>", "Перший \n Другий", "Перший \n \nДругий"),
        ("<h1>Заголовок</h1>рядок<br/>рядок", "Заголовокрядокрядок", "Заголовок\nрядок\nрядок"),
        ("<ul><li>один</li><li>два</li></ul>", "одиндва", "один\nдва"),
        ("<p>сло<b>во</b> <em>і</em>&nbsp;ще</p>", "слово і\u00a0ще", "слово і\u00a0ще"),
        ("<p>a &lt;b&gt; &amp;amp; &#128293;</p>", "a <b> &amp; 🔥", "a <b> &amp; 🔥"),
        ("<a href=\"http://localhost/?a>b\" title='>'>так</a>", "так", "так"),
        ("<!-- ні > --><!DOCTYPE html><p>так</p>", "так", "так"),
        ("один\r\nдва\rтри", "один\nдва\nтри", "один\nдва\nтри"),
        ("1 < 2 і 3 > 2", "1 < 2 і 3 > 2", "1 < 2 і 3 > 2"),
        ("так<p без кінця", "так", "так"),
        ("так<!-- без кінця", "так", "так"),
        ("", "", ""),
    ],
)
def test_what_is_counted_and_what_is_read(source: str, counted: str, text: str) -> None:
    found = CountedText(source)
    assert (found.counted, found.text) == (counted, text)


WORDS = st.text(st.sampled_from("aя🌊 \n&<\"'"), max_size=6)


class Data(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = ""

    def handle_data(self, data: str) -> None:
        self.found += data


@given(st.lists(st.tuples(st.sampled_from(["p", "b", "li", "h1", "em"]), WORDS), max_size=8), st.data())
def test_every_span_covers_what_was_counted(paragraphs: list[tuple[str, str]], data: st.DataObject) -> None:
    source = "".join(f"<{tag}>{escape(words)}</{tag}>" for tag, words in paragraphs)
    found = CountedText(source)
    parser = Data()
    parser.feed(source)
    parser.close()
    assert found.counted == parser.found
    if not found.counted:
        return
    start = data.draw(st.integers(0, len(found.counted) - 1))
    end = data.draw(st.integers(start + 1, len(found.counted)))
    offsets = [len(found.counted[:at].encode()) for at in (start, end)]
    span = found.span(*offsets)
    assert span is not None
    words = found.text[slice(*span)]
    assert found.words(*span) == found.counted[start:end]
    assert words.replace("\n", "") == found.counted[start:end].replace("\n", "")
    assert words[0] == found.counted[start]
    assert words[-1] == found.counted[end - 1]


def test_what_is_no_place_in_it() -> None:
    found = CountedText("<p>я🌊</p>")
    assert found.span(0, 6) == (0, 2)
    for start, end in ((1, 6), (0, 3), (0, 7), (-1, 2), (2, 2), (6, 2)):
        assert found.span(start, end) is None


def test_markup_without_end_is_gone_through_once() -> None:
    """A million openings, each of which might be looked at to the end of the text."""
    assert CountedText('<a b="' * 1_000_000).text == ""
    assert CountedText("<!--" * 1_000_000).text == ""
    assert len(CountedText("<" * 1_000_000).text) == 1_000_000
