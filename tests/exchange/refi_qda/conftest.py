# SPDX-License-Identifier: GPL-3.0-or-later
"""Projects as other programs write them, made file by file."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from archivist.exchange.items import Item
from archivist.exchange.refi_qda import FORMAT

USER = "11111111-1111-4111-8111-111111111111"
CODE = "22222222-2222-4222-8222-222222222222"
OTHER = "33333333-3333-4333-8333-333333333333"
SOURCE = "44444444-4444-4444-8444-444444444444"
TEXT = "Страйк 🌊 на заводі.\nМіністр мовчить."

CODES = f"""<CodeBook><Codes>
<Code guid="{CODE}" name="Подія" isCodable="true" color="#F00"><Description>Що сталося</Description>
<Code guid="{OTHER}" name="Страйк" isCodable="true"/></Code>
</Codes></CodeBook>"""


def project_of(sources: str, *, before: str = CODES, after: str = "", origin: str = "QualCoder 3.5") -> str:
    """A document with these sources."""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="п" origin="{origin}">
<Users><User guid="{USER}" name="Олена"/></Users>
{before}
<Sources>
{sources}
</Sources>
{after}
</Project>
"""


def text_source(inside: str, *, guid: str = SOURCE, name: str = "Стаття", path: str = "") -> str:
    """A source whose text is beside the document."""
    path = path or f"internal://{guid}.txt"
    return f'<TextSource guid="{guid}" name="{name}" plainTextPath="{path}">{inside}</TextSource>'


def selection(
    start: object, end: object, code: str = CODE, *, guid: str = OTHER, name: str = "", more: str = ""
) -> str:
    """A selection with one coding."""
    made = f'creatingUser="{USER}" creationDateTime="2024-05-06T10:00:00+03:00"'
    place = f'name="{name}" startPosition="{start}" endPosition="{end}"'
    coding = f'<Coding guid="{guid[:-4]}c0de" creatingUser="{USER}"><CodeRef targetGUID="{code}"/></Coding>'
    return f'<PlainTextSelection guid="{guid}" {place} {made}>{more}{coding}</PlainTextSelection>'


Pack = Callable[..., Path]


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """Writes a project: the document, and the files beside it by their names."""

    def write(document: str | bytes, files: dict[str, str | bytes] | None = None, *, name: str = "project.qde") -> Path:
        path = tmp_path / "other.qdpx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr(name, document)
            for beside, data in ({f"sources/{SOURCE}.txt": TEXT} if files is None else files).items():
                packed.writestr(beside, data)
        return path

    return write


def read(path: Path) -> list[Item]:
    """All that is in a project."""
    assert FORMAT.read is not None
    return list(FORMAT.read(path))
