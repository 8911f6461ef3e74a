# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.intake.pages.text import most_attributes, page_blocks, page_size, without_internal_subset


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>один</p><p>два", ["один", "два"]),
        ("<div>один<div>два</div>три</div>", ["один", "два", "три"]),
        ("a&nbsp;b &amp; &laquo;c&raquo;", ["a\u00a0b & «c»"]),
        ("один<br>два", ["один\nдва"]),
        ("один<br> <br>два<br/><br><br>три<br>чотири", ["один", "два", "три\nчотири"]),
        ("<table><tr><td>меню<td>один<br><br>два</table>", ["меню | один", "два"]),
        ("<table><tr><td>a<td>b<tr><td>1<br><br>2<td>3</table>", ["a | b\n1\n2 | 3"]),
        ("<p>  один \n два\t</p>", ["один два"]),
        ("<ul><li>один<li>два</ul>три", ["- один\n- два", "три"]),
        ("<ol><li><p>один</p><p>ще</p></li><li>два</li></ol>", ["1. один ще\n2. два"]),
        ("<table><thead><tr><th>a<th>b</thead><tr><td>1<td>2</table>", ["a | b\n1 | 2"]),
        ("<table><tr><td><p>a<td><p>b<p>c</tr><tr><td><p>1<td><p>2</table>г", ["a | b c\n1 | 2", "г"]),
        ("<table><tr><td><p>один<p>два<td>три</table>чотири", ["один", "два | три", "чотири"]),
        ("<figure><img><figcaption>Підпис</figcaption></figure>текст", ["Підпис", "текст"]),
        ("<pre>як  є\n  тут</pre>", ["як  є\n  тут"]),
        ("<b>напів</b>жирне", ["напівжирне"]),
        ("<script>var a = '<p>ні</p>';</script><style>p{}</style>так", ["так"]),
        ("<!-- ні <p>ні</p> -->так<!--", ["так"]),
        ("<SCRIPT>ні</Script >так", ["так"]),
        ("<p title='1 < 2' alt=\"3 > 2\">так</p>", ["так"]),
        ("<p title=don't>так, it's</p>", ["так, it's"]),
        ("2 < 3 <<так", ["2 < 3 <<так"]),
        ("<![CDATA[x]]>так", ["так"]),
        ("", []),
    ],
)
def test_blocks(page: str, blocks: list[str]) -> None:
    assert page_blocks(page) == blocks


def test_size_counts_elements_and_depth_but_not_what_closes_itself() -> None:
    assert page_size("<div><p>a<p>b<br><div></div></div><img>") == (6, 2)


@pytest.mark.parametrize(
    ("tag", "number"),
    [
        ("<p" + " a" * 600 + ">", 600),
        ("<p" + " a='1 2 3'" * 600 + ">", 600),
        ("<p" + " a" * 600, 600),  # never ended
        (f'<p data-x="{"a " * 5000}">', 0),
        ("<p>" + "a " * 5000, 0),
        ("<p" + " a" * 400 + ">", 0),
    ],
)
def test_the_attributes_of_a_tag_are_counted(tag: str, number: int) -> None:
    assert most_attributes(f"<div>{tag}</div>", at_least=500) == number


@pytest.mark.parametrize(
    ("page", "without"),
    [
        ('<!DOCTYPE html [<!ENTITY a "b"> <!ELEMENT x (y)> ]><p>так', "<p>так"),
        ("<!DOCTYPE html><p>[так]></p>", "<!DOCTYPE html><p>[так]></p>"),
        ("<!DOCTYPE html [<p>так", "<!DOCTYPE html [<p>так"),
    ],
)
def test_an_internal_subset_is_no_text(page: str, without: str) -> None:
    assert without_internal_subset(page) == without


HOSTILE = {
    "subsets": "<!doctype x [" * 100_000,
    "nested": "<div>" * 200_000,
    "quotes never ended": "<a b=\"'" * 300_000,
    "attributes": "<a" + ' b="c"' * 300_000,
    "never ended": "<a " * 300_000,
    "scripts never closed": "<script>" * 100_000,
    "objects never closed": "<object>" * 100_000,
    "comments": "<!--" * 300_000,
    "cells": "<table><tr>" + "<td>x" * 100_000,
    "brackets": "<" * 300_000,
    "lists": "<ul><li>" * 100_000,
    "attribute": f"<p class='{'x' * 3_000_000}'>",
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", HOSTILE)
def test_the_time_grows_with_the_length_alone(name: str) -> None:
    page_blocks(HOSTILE[name])
    page_size(HOSTILE[name])
    most_attributes(HOSTILE[name], at_least=500)
