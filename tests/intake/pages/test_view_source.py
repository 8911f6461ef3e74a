# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import html
from pathlib import Path

import pytest

from archivist.intake.pages.html import read_page
from archivist.intake.pages.view_source import source_shown
from archivist.intake.reader import ImportOptions
from tests.intake.made_pages import PARAGRAPHS, page

LINES = [html.escape(line) for line in page().splitlines()]
CHROME = "<html><body><table><tbody>" + "".join(
    f'<tr><td class="line-number" value="{number}"></td><td class="line-content"><span>{line}</span></td></tr>'
    for number, line in enumerate(LINES)
)
FIREFOX = '<html><head><title>https://visnyk.example</title></head><body id="viewsource" class="highlight">' + "".join(
    f'<pre id="line{number}"><span>{line}</span></pre>' for number, line in enumerate(LINES)
)


@pytest.mark.parametrize("shown", [CHROME, FIREFOX])
def test_the_page_is_the_one_whose_source_was_shown(shown: str) -> None:
    assert source_shown(shown) == page()
    (draft,) = read_page(shown.encode(), Path("page.html"), ImportOptions())
    assert draft.body == "\n\n".join(("Прорвало греблю біля Ожвина", *PARAGRAPHS))


def test_other_pages_show_no_source() -> None:
    assert source_shown(page()) == ""
