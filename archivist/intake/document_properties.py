# SPDX-License-Identifier: GPL-3.0-or-later
"""What documents say of themselves in their properties, as far as it can be meant.

Programs fill them in unasked: with the name of the file, the person who set the computer up, or nothing.
"""

from __future__ import annotations

import re

from archivist.intake.page_metadata import edtf_day, person_name
from archivist.text import one_line

_LONGEST_TITLE = 300  # characters
_UNTITLED = re.compile(
    r"(?:untitled|без названия|без назви|без імені|безымянный|документ|document|презентаци[яі]|presentation|slide"
    r"|заголовок|title)\b[ \d]*|microsoft (?:office )?(?:word|powerpoint|excel)\b.*|(?:https?|file):\S+|about:blank"
    r"|[\W\d_]*|\S+\.(?:docx?|odt|rtf|pdf|indd|qx[pd]|tex|dvi|p65|html?|txt|tmp|cdr|pmd|xlsx?|pptx?)",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:.* )?(?:anonymous|unspecified|user|пользователь|користувач|owner|admin|administrator|адміністратор"
    r"|администратор|hp|lenovo|asus|acer|dell|home|pc|python-docx|пк)(?:[ -]?\d+)?",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)")
_LANGUAGE = re.compile("[a-z]{2}")


def meant_title(value: str) -> str:
    """The title that a document declares, "" where it is the name of a file or of a program."""
    title = one_line(value)
    return "" if _UNTITLED.fullmatch(title) or len(title) > _LONGEST_TITLE else title


def meant_author(value: str) -> str:
    """The author that a document declares, "" where it is the name of a computer or of its user's account."""
    name = person_name(value)
    return "" if _NOBODY.fullmatch(name) else name


def property_day(value: str) -> str:
    """The day (EDTF) of a moment as PDF (D:20220108101500) and office files (2022-01-08T10:15:00Z) write it."""
    match = _DAY.match(value.strip())
    return edtf_day("-".join(match.groups())) if match else ""


def language_code(value: str) -> str:
    """The code of two letters that a tag like uk-UA begins with, "" where it is none."""
    code = value.strip().lower()[:2]
    return code if _LANGUAGE.fullmatch(code) else ""
