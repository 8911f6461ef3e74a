# SPDX-License-Identifier: GPL-3.0-or-later
"""An item of a reference manager, and the articles that can be made of it."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from archivist.dates import date_range
from archivist.errors import InvalidDate
from archivist.intake.members import read_member
from archivist.intake.pages.text import page_blocks
from archivist.intake.reader import Beside, ImportOptions
from archivist.intake.tables.cells import DateOrder, cell_date, is_markup, language_code, without_entities
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance, Unread
from archivist.text import canonical, one_line

_ENOUGH_TEXT = 100  # characters of an abstract and notes that are worth an article of their own
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NO_DAY = re.compile(r"(\d{4}(?:-\d\d)?)(?:-00)+")
_NO_TEXT = "It is metadata only, without a text."
_ABSTRACT_ONLY = "The export holds no text of the article; what it says about it, the abstract or notes, was taken."


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of an item: where the export says that it lies, and of what kind it is."""

    name: str  # relative to the export
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """An item, with what is said of it; "" and nothing for what is not."""

    key: str  # which item it is, among those of its file
    title: str = ""
    creators: tuple[str, ...] = ()
    outlet: str = ""
    section: str = ""
    url: str = ""
    language: str = ""
    published: str = ""  # EDTF
    captured: str = ""  # EDTF
    abstract: str = ""
    notes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    type: str = ""
    attachments: tuple[Attachment, ...] = ()


def stated_date(text: str, order: DateOrder = "dmy") -> str:
    """The EDTF date that an item's field says; of a text with one year in it, that year."""
    line = _NO_DAY.sub(r"\1", one_line(text))
    found = cell_date(line, order)
    years = set(_YEAR.findall(line))
    return found or (years.pop() if len(years) == 1 else "")


def valid_date(edtf: str) -> str:
    """The date, "" where it cannot be meant."""
    try:
        date_range(edtf)
    except InvalidDate:
        return ""
    return edtf


def pieces_of(
    references: Iterable[Reference],
    beside: Beside,
    path: Path,
    options: ImportOptions,
    provenance: Provenance,
    warnings: tuple[str, ...] = (),
) -> list[ArticleDraft | Unread]:
    """The articles of all items, each item with its files or, where it has none, with its abstract and notes."""
    pieces: list[ArticleDraft | Unread] = []
    for reference in references:
        pieces += _pieces(reference, beside, path, options, provenance, warnings)
    return pieces


def _pieces(
    reference: Reference,
    beside: Beside,
    path: Path,
    options: ImportOptions,
    provenance: Provenance,
    warnings: tuple[str, ...],
) -> list[ArticleDraft | Unread]:
    drafts, unread, missing = list[ArticleDraft](), list[Unread](), list[str]()
    for attachment in reference.attachments:
        raw = beside(attachment.name)
        if raw is None:
            missing.append(f"The attached file “{attachment.name}” is not beside the export.")
            continue
        for piece in read_member(attachment.name, raw, path, options):
            if isinstance(piece, Unread):
                unread.append(piece)
            else:
                drafts.append(_of_file(piece, attachment, raw, reference, provenance))
    if drafts:
        return [*(replace(one, warnings=(*warnings, *missing, *one.warnings)) for one in drafts), *unread]
    alone = _alone(reference, provenance)
    if alone is None:
        reason = " ".join((_NO_TEXT, *missing))
        return [Unread(f"{_title(reference) or 'item'} ({one_line(reference.key)})", reason), *unread]
    return [replace(alone, warnings=(*warnings, *missing, _ABSTRACT_ONLY)), *unread]


def _of_file(
    draft: ArticleDraft, attachment: Attachment, raw: bytes, reference: Reference, provenance: Provenance
) -> ArticleDraft:
    """An article read from an attached file, with what the item says of it.

    Its part is that which it has when the file is imported alone, so that it then is the same article.
    """
    name = one_line(attachment.name)
    of_file = draft.provenance or provenance
    parameters = {**of_file.parameters, **provenance.parameters, "container": provenance.reader, "file": name}
    return replace(
        draft,
        **{name: value for name, value in _metadata(reference).items() if value},
        language=language_code(reference.language) or draft.language,
        provenance=replace(of_file, parameters={**parameters, **_said(reference)}),
        part=draft.part.removeprefix(name).removeprefix("/"),
        original=raw if draft.original is None else draft.original,
        media_type=draft.media_type or attachment.media_type or _media_type(attachment.name),
    )


def _media_type(name: str) -> str:
    return mimetypes.guess_type(PurePosixPath(name).name)[0] or "application/octet-stream"


def _alone(reference: Reference, provenance: Provenance) -> ArticleDraft | None:
    """The article of an item without files, if there is enough to read."""
    blocks = [block for text in (reference.abstract, *reference.notes) for block in _blocks(text)]
    if sum(map(len, blocks)) < _ENOUGH_TEXT:
        return None
    body = canonical("\n\n".join(filter(None, (_title(reference), *blocks))))
    parameters = {**provenance.parameters, **_said(replace(reference, abstract=""))}
    return ArticleDraft(
        body=body,
        **_metadata(reference),
        language=language_code(reference.language) or detect_language(body),
        provenance=replace(provenance, parameters=parameters),
        part=reference.key,
    )


def _blocks(text: str) -> Sequence[str]:
    return page_blocks(text) if is_markup(text) else [part for part in re.split(r"\n\s*\n", text.strip()) if part]


def _title(reference: Reference) -> str:
    return without_entities(one_line(reference.title))


def _metadata(reference: Reference) -> dict[str, Any]:
    return {
        "title": _title(reference),
        "outlet": without_entities(one_line(reference.outlet)),
        "byline": ", ".join(dict.fromkeys(filter(None, map(one_line, reference.creators)))),
        "section": one_line(reference.section),
        "url": one_line(reference.url),
        "published": reference.published,
        "captured": reference.captured,
    }


def _said(reference: Reference) -> dict[str, object]:
    """What an item says that an article has no field for."""
    said = {
        "item": reference.key,
        "type": reference.type,
        "abstract": canonical(reference.abstract),
        "tags": list(reference.tags),
    }
    return {name: value for name, value in said.items() if value}
