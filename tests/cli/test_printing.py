# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

from archivist.cli.printing import printable
from tests.cli.conftest import Run

OBEYED = "\x1b]0;pwned\x07\x1b[2J\x9b31m\b\r\x7f"


def test_what_a_terminal_obeys_is_taken_out() -> None:
    assert printable(f"a{OBEYED}\n\tб") == "a]0;pwned[2J31m\n\tб"


def test_a_byte_that_is_not_utf_8_is_shown_as_a_replacement() -> None:
    assert printable("a\udcff.txt") == "a\ufffd.txt"


def test_escape_sequences_of_an_article_do_not_reach_the_terminal(tmp_path: Path, run: Run) -> None:
    run("new")
    path = tmp_path / "escape.txt"
    path.write_text(f"Прорвало\x1b[31m греблю\n\nЛюдей із трьох сіл вивозять.\x1b[2J\n{'Вода прибуває. ' * 99}")
    run("import", path)
    listed = run("list").stdout
    shown = run("show", listed.split()[0]).stdout
    found = run("search", "сіл").stdout
    for printed in (listed, shown, found):
        assert "Прорвало" in printed
        assert "\x1b" not in printed
    assert "Прорвало[31m греблю\n\nЛюдей" in shown


def test_escape_sequences_of_a_path_do_not_reach_the_terminal(tmp_path: Path, run: Run) -> None:
    run("new")
    assert "\x1b" not in run("import", tmp_path / "none\x1b[2J.txt", code=1).stdout
