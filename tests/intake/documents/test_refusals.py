# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from archivist.errors import ArchivistError, FileEncrypted, NeedsConversion, UnsupportedFile
from archivist.intake.documents.refusals import OLE_SIGNATURE
from archivist.intake.reader import ImportOptions
from archivist.intake.registry import reader_for
from tests.intake.packing import packed


def old(*streams: str) -> bytes:
    """The container of old Microsoft programs, as far as it is looked at."""
    entries = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + bytes(64) for name in streams)
    return OLE_SIGNATURE + bytes(504) + entries


def package(content_type: str) -> bytes:
    return packed({"[Content_Types].xml": f'<Types><Override ContentType="{content_type}"/></Types>'.encode()})


def refused(raw: bytes, name: str = "news") -> ArchivistError:
    with pytest.raises(ArchivistError) as caught:
        reader_for(raw, Path(name)).read(raw, Path(name), ImportOptions())
    return caught.value


SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
OPEN = "application/vnd.oasis.opendocument"


@pytest.mark.parametrize(
    ("raw", "instead"),
    [
        (old("Root Entry", "WordDocument"), ".docx"),
        (old("Workbook"), ".csv"),
        (old("PowerPoint Document"), ".pdf"),
        (package(SHEET), ".csv"),
        (package(SLIDES), ".pdf"),
        (packed({"mimetype": f"{OPEN}.spreadsheet".encode()}), ".csv"),
        (packed({"mimetype": f"{OPEN}.presentation".encode()}), ".pdf"),
    ],
)
@pytest.mark.parametrize("name", ["news.doc", "news"])
def test_what_can_be_converted_is_refused_with_the_way_to_do_it(raw: bytes, instead: str, name: str) -> None:
    error = refused(raw, name)
    assert isinstance(error, NeedsConversion)
    assert error.instead == instead
    assert f"save it as {instead}" in str(error)


@pytest.mark.parametrize("name", ["news.docx", "news.xlsx", "news"])
def test_an_encrypted_document_needs_its_password(name: str) -> None:
    assert isinstance(refused(old("EncryptedPackage", "EncryptionInfo"), name), FileEncrypted)


@pytest.mark.parametrize(
    "raw", [old("Root Entry"), package("application/x"), packed({"mimetype": b"application/vnd.other"})]
)
def test_other_documents_are_refused(raw: bytes) -> None:
    assert isinstance(refused(raw), UnsupportedFile)


def test_real_files(cases: Path) -> None:
    for path in (cases / "office-docx-odt-rtf").rglob("*.doc"):
        assert isinstance(refused(path.read_bytes(), str(path)), NeedsConversion)


@pytest.mark.parametrize(
    ("root", "instead"),
    [
        ('<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0">', ".epub"),
        ('<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="http://schemas.example/w">', ".docx"),
        ('<pkg:package xmlns:pkg="http://schemas.example/pkg">', ".docx"),
        ('<?mso-application progid="Excel.Sheet"?>\n<!-- a -->\n<Workbook xmlns="urn:x">', ".csv"),
    ],
)
def test_documents_in_xml_are_refused_with_what_to_do_and_are_no_plain_text(root: str, instead: str) -> None:
    raw = f'<?xml version="1.0" encoding="utf-8"?>\n{root}<p>Вода зайшла в сорок дворів.</p>'.encode()
    refusal = refused(raw, "news.xml")
    assert isinstance(refusal, NeedsConversion)
    assert refusal.instead == instead
