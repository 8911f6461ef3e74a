# SPDX-License-Identifier: GPL-3.0-or-later
"""Text as Markdown that renders as that text again, and back: CommonMark 0.31, and what GitHub adds to it.

A line of the text ends with a backslash, which is a hard line break; an empty line is one. White
space at the edges of a line, which Markdown would drop, is written as references to its characters.
"""

from __future__ import annotations

import re

_ALWAYS = frozenset("\\`*_[]<>&~|$")
_AT_LINE_START = re.compile(r"(?:[#+=:-]|\d{1,9}(?=[.)]))")
_UNESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});", re.ASCII)


def escaped_line(line: str, *, starts: bool = True, ends: bool = True) -> str:
    """A piece of a line, or all of it; whether it `starts` and `ends` the line."""
    before, after = "", ""
    if starts:
        rest = line.lstrip()
        before, line = line[: len(line) - len(rest)], rest
    if ends:
        rest = line.rstrip()
        line, after = rest, line[len(rest) :]
    written = "".join(f"\\{character}" if character in _ALWAYS else character for character in line)
    opening = _AT_LINE_START.match(written) if starts and not before else None
    if opening:
        at = opening.end() if opening[0].isdigit() else 0
        written = f"{written[:at]}\\{written[at:]}"
    return f"{_referred(before)}{written}{_referred(after)}"


def escaped_lines(text: str, indent: str = "") -> str:
    """A text of several lines as one paragraph; the lines after the first are indented."""
    return f"\\\n{indent}".join(escaped_line(line) for line in text.split("\n"))


def unescaped(written: str) -> str:
    """What a piece that was escaped stands for."""
    return _UNESCAPED.sub(lambda found: found[1] or chr(int(found[2])), written)


def _referred(spaces: str) -> str:
    return "".join(f"&#{ord(character)};" for character in spaces)
