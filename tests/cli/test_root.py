# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import io
import re
from collections.abc import Generator

import pytest

from archivist.cli.root import run
from archivist.model import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_in_several_phases_does_not_pass_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def steps() -> Generator[Progress, None, str]:
        yield Progress(40, 0, "look")
        yield Progress(40, 40, "check")
        yield Progress(0, 2, "write")
        yield Progress(1, 2, "write")
        yield Progress(2, 2, "")
        return "done"

    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert run(steps(), "Importing") == "done"
    shown = terminal.getvalue()
    assert re.findall(r"\d+%", shown) == ["0%", "100%", "0%", "50%", "100%"]
