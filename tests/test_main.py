# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from archivist.store import Archive


def test_what_a_terminal_cannot_show_is_escaped_as_json_has_it(tmp_path: Path) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        archive.tags.add("загиблі 😀", "figure")
    command = [sys.executable, "-m", "archivist", "--archive", tmp_path / "archive", "tags", "--json"]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1251:strict"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert json.loads(done.stdout.decode("cp1251"))["tags"][0]["name"] == "загиблі 😀"


def test_a_process_that_the_program_starts_loads_no_commands() -> None:
    loaded = "import archivist.__main__, sys; print([name for name in sys.modules if name.startswith('archivist.')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True, text=True)
    assert done.stdout.split() == ["['archivist.__main__']"]
