# SPDX-License-Identifier: GPL-3.0-or-later
"""The Makefile says what it does, and the pages speak of nothing that it lacks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
DOCUMENTED = set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))


def test_every_target_says_what_it_does() -> None:
    declared = re.search(r"^\.PHONY:((?:.*\\\n)*.*)", MAKEFILE, re.MULTILINE)
    assert declared
    assert set(declared.group(1).replace("\\\n", " ").split()) == DOCUMENTED


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_target_that_a_page_names_exists(page: str) -> None:
    path = ROOT / page
    if not path.exists():
        pytest.skip(f"no {page}")
    named = set(re.findall(r"`make ([a-z-]+)", path.read_text("utf-8")))
    assert named <= DOCUMENTED
