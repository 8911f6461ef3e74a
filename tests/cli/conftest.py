# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line, run as a program would run it but inside this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import pytest
from click.testing import CliRunner, Result

from archivist.cli import archivist

FLOOD = """Прорвало греблю біля Ожвина

Рятувальники вивозять людей із трьох сіл
Фото: пресслужба ДРС

Щонайменше 18 людей загинуло, повідомило міністерство. За словами міністра Гречаника, понад 400 не знайдено.

Контекст:

Греблю збудували в 1968 році. Гречаник обіцяв ремонт.
"""


class Run(Protocol):
    def __call__(self, *arguments: str | Path, code: int = 0) -> Result: ...


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs one command on the archive in tmp_path/coverage and checks its exit code."""

    def run(*arguments: str | Path, code: int = 0) -> Result:
        words = ["--archive", str(tmp_path / "coverage"), *map(str, arguments)]
        result = CliRunner().invoke(archivist, words)
        assert result.exit_code == code, result.output + result.stderr
        return result

    return run


@pytest.fixture
def run_json(run: Run) -> Callable[..., Any]:
    """The same with --json; gives what was printed as a value."""
    return lambda *arguments, code=0: json.loads(run(*arguments, "--json", code=code).stdout)


@pytest.fixture
def flood(tmp_path: Path, run: Run) -> Path:
    """A new archive beside this article, not yet imported."""
    run("new")
    path = tmp_path / "flood.txt"
    path.write_text(FLOOD, encoding="utf-8")
    return path
