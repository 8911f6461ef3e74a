# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's table of formats says what the formats say of themselves."""

from __future__ import annotations

import re

from archivist import paths
from archivist.exchange import Aspect, Format, formats

TABLE = re.compile(r"## What each format keeps\n[^|#]*((?:\|.*\n)+)")


def row(format_: Format) -> str:
    ways = ", ".join(way for way, works in (("out", format_.writes), ("in", format_.reads)) if works)
    kept = [aspect for aspect in Aspect if aspect in format_.keeps]
    lacking = [aspect for aspect in Aspect if aspect not in format_.keeps]
    told = ", ".join(kept) if len(kept) <= len(lacking) else f"all but {', '.join(lacking)}" if lacking else "all"
    return f"| `{format_.name}` | {format_.title} | {ways} | {told} |\n"


def test_the_table_of_what_each_format_keeps_is_true() -> None:
    page = (paths.resources() / "manual" / "exchange.md").read_text(encoding="utf-8")
    found = TABLE.search(page)
    assert found is not None
    right = "| Name | Format | | Keeps |\n|---|---|---|---|\n" + "".join(map(row, formats()))
    assert found[1] == right, f"the table in the manual has to be:\n\n{right}"


def test_every_format_has_a_section() -> None:
    page = (paths.resources() / "manual" / "exchange.md").read_text(encoding="utf-8")
    headings = "\n".join(line for line in page.splitlines() if line.startswith("## "))
    assert [format_.name for format_ in formats() if f"`{format_.name}`" not in headings] == []


def test_every_format_that_is_written_can_be_read_back() -> None:
    assert [f.name for f in formats() if f.write and not (f.read or f.check)] == []
