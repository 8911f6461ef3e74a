# SPDX-License-Identifier: GPL-3.0-or-later
"""Our exports as programs of others read them."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from archivist.exchange.outgoing.contents import Contents, Selection
from archivist.store import Archive

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = Path(__file__).with_name("third_party")


@dataclass(frozen=True, slots=True)
class SeenElsewhere:
    """What a reader of others saw in an export."""

    articles: int
    annotations: Counter[tuple[int, int, str, str]]  # start, end (code points), words, label


def read_elsewhere(script: str, path: Path, *arguments: str, readers: str = "") -> SeenElsewhere:
    """What the reader of this script (its name without .py) sees in an export."""
    seen = json.loads(run_elsewhere(script, path, *arguments, readers=readers))
    marks = Counter((start, end, covered, label) for _, start, end, covered, label in seen["annotations"])
    return SeenElsewhere(seen["articles"], marks)


def run_elsewhere(script: str, path: Path, *arguments: str, readers: str = "") -> str:
    """What a script prints when it is given an export."""
    ended = subprocess.run(
        [python_of_readers(readers), str(SCRIPTS / f"{script}.py"), str(path), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": ""},
    )
    assert ended.returncode == 0, ended.stderr[-4000:]
    return ended.stdout


def python_of_readers(readers: str = "") -> str:
    """The interpreter that has the readers of others, or, by its name, one of them that cannot live with the rest.

    Skips where there is none, unless there has to be one.
    """
    name = f".venv-readers-{readers}" if readers else ".venv-readers"
    variable = name.removeprefix(".venv-").replace("-", "_").upper()
    python = Path(os.environ.get(f"ARCHIVIST_{variable}", ROOT / name)) / "bin" / "python"
    if not python.exists():
        if os.environ.get(f"ARCHIVIST_{variable}_REQUIRED"):
            pytest.fail(f"the readers of others are not installed: there is no {python}; see `make readers`")
        pytest.skip("the readers of others are not installed: make readers")
    return str(python)


def marked_here(archive: Archive, *, by_tag: bool = True) -> Counter[tuple[int, int, str, str]]:
    """All annotations of an archive as a reader of others should see them; without labels where it knows none."""
    contents = Contents(archive, Selection(tuple(archive.articles.ids(archive.articles.rows()))))
    return Counter(
        (mark.start, mark.end, mark.quote, mark.tag.name if by_tag else "")
        for handed in contents.articles()
        for mark in handed.annotations
    )
