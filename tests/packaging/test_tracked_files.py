# SPDX-License-Identifier: GPL-3.0-or-later
"""The repository holds nothing of the machine that it was written on."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """Every file that git has, or would have at the next commit."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize(
    "trace",
    [
        pytest.param(f"{ROOT}/", id="path of the checkout"),
        pytest.param(f"{Path.home()}/", id="path of the home folder"),
        pytest.param("index-" + "url", id="address of a package index"),
        pytest.param("find-" + "links", id="folder of packages"),
        pytest.param("trusted-" + "host", id="host of packages"),
    ],
)
def test_no_file_tells_where_it_was_written(tracked: list[Path], trace: str) -> None:
    whole = re.compile(rb"(?<![\w.])" + re.escape(os.fsencode(trace)))
    assert [path for path in tracked if whole.search(path.read_bytes())] == []


def test_every_source_file_names_its_licence(tracked: list[Path]) -> None:
    sources = [path for path in tracked if path.suffix in {".py", ".sh"} and path.stat().st_size]
    licence = "# SPDX-License-Identifier: GPL-3.0-or-later"
    assert [path for path in sources if licence not in path.read_text("utf-8").splitlines()[:2]] == []


def test_every_script_can_be_started(tracked: list[Path]) -> None:
    scripts = [path for path in tracked if path.suffix == ".sh" or path == ROOT / ".ci" / "run"]
    assert scripts
    assert [path for path in scripts if not os.access(path, os.X_OK)] == []
