# SPDX-License-Identifier: GPL-3.0-or-later
"""A PDF as PDFium opens it: what it says of itself, the words on its pages, and pictures of them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from archivist.errors import FileDamaged, FileEncrypted
from archivist.intake.documents.properties import language_code
from archivist.intake.pdf.repair import with_new_end
from archivist.intake.pdf.words import PageWords, page_words

_LOCKED = frozenset({pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY})
_MOST_PAGES = 10_000
_MOST_LAID_OUT = 1_000_000  # characters whose places are asked for, about 7 s
_FEW_LETTERS = 50  # fewer on a page that a picture covers are no text of it
_COVERED = 0.5  # of the page
_DOTS_PER_INCH, _POINTS_PER_INCH = 300, 72
_A4 = (595.0, 842.0)  # points
_MOST_DOTS = 20_000_000
_MOST_ATTACHMENTS = 100
_LARGEST_ATTACHMENT = 64 * 1024 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A page, from 1. plain is its text in the order of the file where its words were not asked for."""

    number: int
    words: PageWords
    plain: str = ""
    is_picture: bool = False
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn in shades of grey, one byte a dot, row by row."""

    width: int
    height: int
    grey: bytes
    dpi: int


class PdfFile:
    """An open PDF. Raises FileEncrypted, FileDamaged."""

    def __init__(self, raw: bytes, path: Path) -> None:
        self._document, self.is_mended = _opened(raw, path)
        self.page_count = min(len(self._document), _MOST_PAGES)
        self.pages_left_out = len(self._document) - self.page_count
        if not self.page_count:
            raise FileDamaged(path, "it has no pages")

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._document.close()

    def metadata(self) -> dict[str, str]:
        """Title, Author, Creator, Producer, CreationDate and so on, as far as they are there."""
        found = {}
        for name in self._document.METADATA_KEYS:
            with suppress(UnicodeDecodeError):  # of a damaged file
                found[name] = self._document.get_metadata_value(name).strip()
        return {name: value for name, value in found.items() if value}

    def language(self) -> str:
        """The language that the file declares, as a code of two letters."""
        length = pdfium.FPDFCatalog_GetLanguage(self._document, None, 0)
        if not 2 < length <= 64:  # noqa: PLR2004 - bytes of a short UTF-16 text and its end
            return ""
        buffer = (ctypes.c_ushort * (length // 2))()
        pdfium.FPDFCatalog_GetLanguage(self._document, buffer, length)
        return language_code(bytes(buffer).decode("utf-16-le", "ignore"))

    def pages(self) -> Iterator[Page]:
        """Every page; of a long file only the first have their words laid out."""
        budget = _MOST_LAID_OUT
        for index in range(self.page_count):
            try:
                page = self._page(index, budget)
            except (pypdfium2.PdfiumError, RuntimeError, UnicodeDecodeError):
                page = Page(index + 1, PageWords((), 0, 0), is_damaged=True)
            budget -= page.words.characters
            yield page

    def _page(self, index: int, budget: int) -> Page:
        page = self._document[index]
        try:
            if self._document.formenv and page.flatten() == pdfium.FLATTEN_SUCCESS:
                page.close()
                page = self._document[index]
            text_page = page.get_textpage()
            try:
                if text_page.count_chars() > budget:
                    return Page(index + 1, PageWords((), 0, 0), plain=text_page.get_text_range())
                words = page_words(text_page)
            finally:
                text_page.close()
            few = words.characters - words.unreadable < _FEW_LETTERS
            return Page(index + 1, words, is_picture=few and _is_covered(page))
        finally:
            page.close()

    def picture(self, number: int) -> Picture:
        """A page as it looks. Raises PdfiumError."""
        page = self._document[number - 1]
        try:
            scale = _DOTS_PER_INCH / _POINTS_PER_INCH
            dots = page.get_width() * page.get_height() * scale * scale
            scale *= min(1.0, (_MOST_DOTS / max(dots, 1.0)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            try:
                return Picture(bitmap.width, bitmap.height, _without_gaps(bitmap, 1), round(scale * _POINTS_PER_INCH))
            finally:
                bitmap.close()
        finally:
            page.close()

    def sizes(self) -> list[tuple[float, float]]:
        """The width and height of each page, in points; those of A4 where a page does not say."""
        found = []
        for index in range(self.page_count):
            try:
                found.append(self._document.get_page_size(index))
            except pypdfium2.PdfiumError:
                found.append(_A4)
        return found

    def drawn(self, number: int, width: int) -> tuple[int, int, bytes]:
        """A page in its colours, about so many dots wide: its width and height in dots, and four bytes a dot.

        These are blue, green, red and one that says nothing, row by row. Raises PdfiumError.
        """
        page = self._document[number - 1]
        try:
            scale = width / page.get_width()
            dots = width * page.get_height() * scale
            bitmap = page.render(scale=scale * min(1.0, (_MOST_DOTS / max(dots, 1.0)) ** 0.5), prefer_bgrx=True)
            try:
                return bitmap.width, bitmap.height, _without_gaps(bitmap, 4)
            finally:
                bitmap.close()
        finally:
            page.close()

    def attachments(self) -> Iterator[tuple[str, bytes | None]]:
        """The files that are attached, each with its name; None for one that cannot be taken out."""
        for index in range(min(self._document.count_attachments(), _MOST_ATTACHMENTS)):
            try:
                attachment = self._document.get_attachment(index)
                yield attachment.get_name() or f"attachment {index + 1}", _data(attachment)
            except (pypdfium2.PdfiumError, UnicodeDecodeError):
                yield f"attachment {index + 1}", None


def _opened(raw: bytes, path: Path) -> tuple[pypdfium2.PdfDocument, bool]:
    """The document, and whether it had to be given a new end."""
    for attempt, mended in ((raw, False), (with_new_end(raw), True)):
        if attempt is None:
            break
        try:
            document = pypdfium2.PdfDocument(attempt)
            document.init_forms()
        except pypdfium2.PdfiumError as error:
            if error.err_code in _LOCKED:
                raise FileEncrypted(path) from error
            continue
        return document, mended
    raise FileDamaged(path, "no PDF could be made out in it")


def _without_gaps(bitmap: Any, bytes_a_dot: int) -> bytes:
    """The dots of a bitmap, row after row."""
    drawn, row, stride = bytes(bitmap.buffer), bitmap.width * bytes_a_dot, bitmap.stride
    return drawn if stride == row else b"".join(drawn[y * stride : y * stride + row] for y in range(bitmap.height))


def _data(attachment: Any) -> bytes | None:
    length = ctypes.c_ulong()
    if not pdfium.FPDFAttachment_GetFile(attachment, None, 0, length) or length.value > _LARGEST_ATTACHMENT:
        return None
    return bytes(attachment.get_data())


def _is_covered(page: Any) -> bool:
    """Whether a picture takes most of a page."""
    area = page.get_width() * page.get_height()
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) >= _COVERED * area:
            return True
    return False
