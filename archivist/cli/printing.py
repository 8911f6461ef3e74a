# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands print: lines for people, JSON for programs."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import click

from archivist.intake.reader import legible

# What a terminal may obey instead of showing it.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """A text as a terminal may be given it: of control characters, only newline and tab."""
    return _CONTROL.sub("", legible(text))


def say(line: str, *, err: bool = False) -> None:
    """Print a line for people."""
    click.echo(printable(line), err=err)


def print_json(value: Any) -> None:
    """Print a JSON value on one line; what the output cannot show is escaped."""
    line = legible(json.dumps(value, ensure_ascii=False))
    try:
        line.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        line = json.dumps(json.loads(line))
    click.echo(line)
