# SPDX-License-Identifier: GPL-3.0-or-later
"""What documents say of themselves in their properties, as far as it can be meant.

Programs fill them in unasked: with the name of the file, the person who set the computer up, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archivist.intake.documents.headline import Block, with_headline
from archivist.intake.pages.dates import edtf_day
from archivist.intake.pages.strings import person_name
from archivist.intake.plain_text import text_draft
from archivist.language.normalise import CYRILLIC
from archivist.model import ArticleDraft, JsonValue, Provenance
from archivist.structure import short_title
from archivist.text import canonical, one_line
from archivist.written_dates import written_date

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
_DATE_WITHIN = 6  # blocks, in which a line that is a date says when it was published
_DETECTABLE = frozenset({"uk", "ru", "en"})
_ENOUGH_TO_DETECT = 150  # letters
_LETTER = re.compile(r"[^\W\d_]")
_LANGUAGE = re.compile("[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Properties:
    """What a document says of itself, as it says it; "" for what it does not say."""

    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    language: str = ""

    def parameters(self) -> dict[str, JsonValue]:
        """Those that are kept with the provenance."""
        return {name: said for name in ("created", "modified") if (said := one_line(getattr(self, name)))}


def document_draft(
    blocks: Sequence[Block], properties: Properties, provenance: Provenance, warnings: Sequence[str]
) -> ArticleDraft:
    """The article that the blocks of a document are; what they show of themselves outweighs its properties."""
    texts, headline = with_headline(blocks, meant_title(properties.title))
    body = canonical("\n\n".join(texts))
    found = text_draft(body)
    return ArticleDraft(
        title=canonical(headline) or found.title or short_title(body),
        body=body,
        outlet=found.outlet,
        byline=found.byline or meant_author(properties.author),
        url=found.url,
        published=found.published or next(filter(None, map(written_date, texts[1:_DATE_WITHIN])), ""),
        captured=property_day(properties.created),
        language=found.language or _declared_language(properties.language, body),
        provenance=provenance,
        warnings=tuple(warnings),
    )


def _declared_language(value: str, body: str) -> str:
    """The language that is declared, unless the text was just found not to be in it."""
    code = language_code(value)
    if code not in _DETECTABLE:
        return code
    letters = _LETTER.findall(body)
    cyrillic = sum(map(bool, map(CYRILLIC.match, letters)))
    fits = cyrillic * 2 < len(letters) if code == "en" else cyrillic * 2 > len(letters)
    return code if fits and len(letters) < _ENOUGH_TO_DETECT else ""


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
