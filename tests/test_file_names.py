# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import pytest

from archivist.file_names import shown, unsafe_name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/etc/passwd",
        "../letter.txt",
        "data/../../letter.txt",
        "data/..",
        "data//a",
        "data/./a",
        "data\\a",
        "..\\a",
        "C:/Windows/a",
        "c:a",
        "\\\\server\\share",
        "~/a",
        "~root/a",
        "data/a\x00.txt",
        "data/a\n",
        "data/CON",
        "data/aux.txt",
        "data/com1.tar.gz",
        "nul ",
    ],
)
def test_a_name_that_leads_elsewhere_is_unsafe(name: str) -> None:
    assert unsafe_name(name)


@pytest.mark.parametrize("name", ["data/a.txt", "data/Новина №1.txt", "data/...", "data/a..b", "data/contents", "a~b"])
def test_a_plain_name_is_safe(name: str) -> None:
    assert unsafe_name(name) == ""


def test_a_name_is_shown_on_one_short_line() -> None:
    assert shown("a\nb\x1b[31m\udc80") == "a�b�[31m�"
    assert len(shown("x" * 500)) == 120
