# SPDX-License-Identifier: GPL-3.0-or-later
"""The names of files inside of a file, a bag or a ZIP: relative paths with "/", which may not lead anywhere else."""

from __future__ import annotations

import re

_CONTROL = re.compile("[\x00-\x1f\x7f]")
_DRIVE = re.compile("[A-Za-z]:")
# What Windows takes for a device, with any extension.
_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM[0-9¹²³]|LPT[0-9¹²³]) *(\..*)?", re.IGNORECASE)


def unsafe_name(name: str) -> str:
    """Why a name must not be followed on some system, as the end of a sentence, or ""."""
    parts = name.split("/")
    if not name or _CONTROL.search(name):
        return "is no file name"
    if name.startswith("/") or _DRIVE.match(name):
        return "is an absolute path"
    if "\\" in name:
        return "holds a backslash"
    if name.startswith("~"):
        return "points at somebody's home folder"
    if ".." in parts:
        return "leads out of it"
    if "" in parts or "." in parts:
        return "is no plain path"
    if any(_DEVICE.fullmatch(part) for part in parts):
        return "is the name of a device"
    return ""


def shown(name: str) -> str:
    """A name as a message can hold it: printable and not too long."""
    printable = "".join(character if character.isprintable() else "�" for character in name)
    return printable if len(printable) <= 120 else printable[:119] + "…"  # noqa: PLR2004 - two lines of a terminal
