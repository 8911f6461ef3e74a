# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import click
import pytest

from archivist import paths
from archivist.cli import archivist
from tests.cli.conftest import Run


def _commands() -> list[list[str]]:
    """Every command and every command of a group, by its words."""
    found = []
    ctx = click.Context(archivist)
    for name in archivist.list_commands(ctx):
        command = archivist.get_command(ctx, name)
        found.append([name])
        if isinstance(command, click.Group):
            found += ([name, below] for below in command.commands)
    return found


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_every_command_explains_itself_and_speaks_to_programs(run: Run, words: list[str]) -> None:
    printed = run(*words, "--help").stdout
    assert "Usage:" in printed
    assert "--json" in printed


def test_the_manual_knows_every_command() -> None:
    page = (paths.resources() / "manual" / "command-line.md").read_text(encoding="utf-8")
    assert [words for words in _commands() if f"`{' '.join(words)}" not in page] == []
