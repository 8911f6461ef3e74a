# SPDX-License-Identifier: GPL-3.0-or-later
"""XML as text, element by element, so that a long document need not be in memory."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML 1.0 cannot hold, in whatever way it is written.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def element(name: str, *content: str) -> str:
    """An element with this content, which is XML already."""
    return f"<{name}>{''.join(content)}</{name.split(' ', 1)[0]}>"


def leaf(name: str, text: str) -> str:
    """An element with a text. What XML cannot hold becomes U+FFFD."""
    return element(name, escape(_FORBIDDEN.sub("\ufffd", text), {"\r": "&#13;"}))


def leaf_or_none(name: str, text: str) -> str:
    """An element with a text, or nothing where there is none."""
    return leaf(name, text) if text else ""
