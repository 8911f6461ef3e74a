# SPDX-License-Identifier: GPL-3.0-or-later
"""EPUB books: each chapter an article in the order of reading, or the book as one, as the person chose.

A chapter is a page of the book, with those after it that have neither a heading nor an entry in the
table of contents; a page with several chapters is parted where the table says. Covers, tables of
contents and pages without words are passed over, title pages and imprints told of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from archivist import __version__
from archivist.errors import ArchivistError, NoTextFound
from archivist.intake.documents.epub_package import Label, Package, read_package
from archivist.intake.documents.properties import language_code
from archivist.intake.packed.zip_files import ZipMembers, open_zip
from archivist.intake.pages.dates import edtf_day
from archivist.intake.pages.encoding import decode_page
from archivist.intake.pages.text import page_blocks
from archivist.intake.reader import WHOLE_BOOKS, ImportOptions, Reader, source_name
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance, Unread
from archivist.structure import short_title
from archivist.text import canonical, one_line

_EXTENSIONS = (".epub",)
_MEDIA_TYPE = b"application/epub+zip"
_HEAD = 200  # bytes, in which the media type stands
_LARGEST_PAGE = 32 << 20  # bytes
_READINGS = re.compile(r"<(rt|rp)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)  # above Japanese characters
_NOTE_MARK = re.compile(
    r"""(<a\b[^<>]*\b(?:epub:type\s*=\s*["']noteref|role\s*=\s*["']doc-noteref)[^<>]*>(?:\s*<sup[^<>]*>)?)\s*"""
    r"""([^\W_]{1,4})\s*((?:</sup>\s*)?</a>)""",
    re.IGNORECASE,
)
_BACK = re.compile("[\u21a9\u2191]\ufe0e?(?=\\s*</a>)")  # from a note to its mark
# What kind of page it is, say its body and the only section in it.
_BODY = re.compile(r"<body\b([^<>]*)>\s*(<(?:section|div|nav)\b[^<>]*>)?", re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']([^"']*)["']""")
_SECTION = re.compile(r"<section\b", re.IGNORECASE)
_BEGINS_WITH_HEADING = re.compile(r"<body\b[^<>]*>(?:(?!<p\b|<h[1-6]\b|<li\b).)*<h[1-3]\b", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"<h[1-3]\b", re.IGNORECASE)
_CONTENTS = frozenset({"cover", "toc", "landmarks", "page-list", "loi", "lot", "loa", "lov"})
_FRONT_MATTER = frozenset(
    {"titlepage", "halftitlepage", "title-page", "copyright-page", "imprint", "imprimatur", "colophon"}
)
_WORD = re.compile(r"\w+")
_MONTH = re.compile(r"\d{4}(?:-\d{2})?")
_ONLY_TITLE = "It has the title of a part, and nothing else."
_PASSED_OVER = "It is a title page or an imprint."


@dataclass
class _Chapter:
    """The blocks of a chapter, and what it is called in the table of contents."""

    part: str
    label: str
    blocks: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def read_epub(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft | Unread]:
    """The articles of a book. Raises FileDamaged, FileEncrypted, FileUnsafe, NoTextFound."""
    files = open_zip(raw, path)
    package = read_package(files, path)
    book = _Book(files, package, path)
    chapters = book.chapters()
    if not chapters and not book.unread:
        raise NoTextFound(path)
    if not chapters:
        return [*book.unread]
    if options.books == WHOLE_BOOKS:
        return [_whole(chapters, package, path, [*package.warnings, *_told(book.unread)])]
    drafts = [_draft(chapter, package, path) for chapter in chapters]
    return [*drafts, *book.unread]


class _Book:
    """Reads the pages of a book in their order."""

    def __init__(self, files: ZipMembers, package: Package, path: Path) -> None:
        self._files, self._package, self._path = files, package, path
        self.unread = [Unread(one_line(name), "It is missing in the book.") for name in package.missing]

    def chapters(self) -> list[_Chapter]:
        """The chapters; what none was made of is in `unread`."""
        chapters: list[_Chapter] = []
        for name in self._package.spine:
            if name == self._package.navigation:
                continue
            labels = [label for label in self._package.labels if label.name == name]
            try:
                found = self._page(name, labels)
            except ArchivistError as error:
                self.unread.append(Unread(one_line(name), str(error)))
                continue
            goes_on = chapters and found and not labels and not self._has_heading
            if goes_on:
                chapters[-1].blocks += found[0].blocks
                chapters[-1].warnings += found[0].warnings
            else:
                chapters += found
        return chapters

    def _page(self, name: str, labels: Sequence[Label]) -> list[_Chapter]:
        """The chapters of a page, none for one that is passed over."""
        self._has_heading = False
        if name in self._package.pictures:
            return []
        decoded, doubts = decode_page(self._files.read(name, limit=_LARGEST_PAGE), None, self._path)
        page = _BACK.sub("", _READINGS.sub("", canonical(decoded.text, compose=False)).replace("\xad", ""))
        page = _NOTE_MARK.sub(r"\1[\2]\3", page)
        blocks = page_blocks(page)
        types = {*_types(page), self._package.guide.get(name, "")}
        words = _words(" ".join(blocks))
        if not words or types & _CONTENTS or self._is_known(words) or self._is_contents(blocks):
            return []
        if types & _FRONT_MATTER:
            self.unread.append(Unread(one_line(name), _PASSED_OVER))
            return []
        if labels and words == _words(labels[0].text):
            self.unread.append(Unread(one_line(name), _ONLY_TITLE))
            return []
        self._has_heading = _HEADING.search(page) is not None
        pieces = list(_pieces(name, page, labels))
        if len(pieces) == 1 and _BEGINS_WITH_HEADING.search(page) and not _begins_with(blocks, pieces[0].label):
            pieces[0].label = ""  # such as “Start reading”
        return [replace(piece, warnings=list(doubts)) for piece in pieces if piece.blocks]

    def _is_known(self, words: Sequence[str]) -> bool:
        """Whether a page says no more than what the package says of the book."""
        package = self._package
        known = _words(" ".join([package.title, *package.authors, package.publisher, package.date]))
        return bool(known) and set(words) <= set(known)

    def _is_contents(self, blocks: Sequence[str]) -> bool:
        """Whether a page says no more than the table of contents does."""
        lines = [_words(line.lstrip("-")) for block in blocks[1:] for line in block.split("\n")]
        known = [_words(label.text) for label in self._package.labels]
        return len(lines) > 1 and all(line in known for line in lines)


def _pieces(name: str, page: str, labels: Sequence[Label]) -> Iterator[_Chapter]:
    """The chapters of a page: it is parted at the places that entries of the highest level name."""
    starts: list[tuple[int, Label]] = []
    for label in labels:
        place = _place(page, label.fragment) if label.is_top and label.fragment else None
        if place is not None and all(place != start for start, _ in starts):
            starts.append((place, label))
    starts.sort(key=lambda start: start[0])
    first = next((label.text for label in labels if not label.fragment), "")
    if len(starts) <= 1:
        yield _Chapter(name, first or (labels[0].text if labels else ""), page_blocks(page))
        return
    yield _Chapter(name, first, page_blocks(page[: starts[0][0]]))
    ends = [start for start, _ in starts[1:]] + [len(page)]
    for (start, label), end in zip(starts, ends, strict=True):
        yield _Chapter(f"{name}#{label.fragment}", label.text, page_blocks(page[start:end]))


def _types(page: str) -> set[str]:
    """The kinds that a page says it is of."""
    found = _BODY.search(page)
    if found is None:
        return set()
    tags = [found[1]] if len(_SECTION.findall(page)) > 1 else [found[1], found[2] or ""]
    return {word for tag in tags for types in _TYPE.findall(tag) for word in types.split()}


def _place(page: str, fragment: str) -> int | None:
    """Where the element with this id begins."""
    found = re.search(rf"""<[^<>]*\bid\s*=\s*["']{re.escape(fragment)}["'][^<>]*>""", page)
    return found.start() if found else None


def _draft(chapter: _Chapter, package: Package, path: Path) -> ArticleDraft:
    blocks = chapter.blocks if _begins_with(chapter.blocks, chapter.label) else [chapter.label, *chapter.blocks]
    body = canonical("\n\n".join(blocks))
    draft = _of_book(package, path, body)
    return replace(
        draft,
        title=one_line(chapter.label) or short_title(body),
        section=one_line(package.title),
        warnings=(*package.warnings, *chapter.warnings),
        part=one_line(chapter.part),
    )


def _whole(chapters: Sequence[_Chapter], package: Package, path: Path, warnings: Sequence[str]) -> ArticleDraft:
    """The book as one article."""
    blocks = [package.title] if package.title else []
    for chapter in chapters:
        blocks += [] if _begins_with(chapter.blocks, chapter.label) else [chapter.label]
        blocks += chapter.blocks
    body = canonical("\n\n".join(blocks))
    draft = _of_book(package, path, body, books=WHOLE_BOOKS)
    doubts = dict.fromkeys([*warnings, *(doubt for chapter in chapters for doubt in chapter.warnings)])
    return replace(draft, title=one_line(package.title) or short_title(body), warnings=tuple(doubts))


def _of_book(package: Package, path: Path, body: str, **parameters: str) -> ArticleDraft:
    """An article with what is said of the whole book."""
    if package.identifiers:
        parameters["identifier"] = one_line(package.identifiers[0])
    date = package.date.strip()
    return ArticleDraft(
        title="",
        body=body,
        outlet=one_line(package.publisher),
        byline=", ".join(map(one_line, package.authors)),
        url=next((one for one in package.identifiers if one.startswith(("http://", "https://"))), ""),
        published=edtf_day(date) or (date if _MONTH.fullmatch(date) else ""),
        language=detect_language(body) or language_code(package.language),
        provenance=Provenance(source_name(path), EPUB.name, __version__, None, parameters),
    )


def _begins_with(blocks: Sequence[str], label: str) -> bool:
    """Whether a chapter begins with what it is called; its number and its title may be blocks of their own."""
    wanted, found = _words(label), list[str]()
    for block in blocks[:3]:
        found += _words(block)
        if len(found) >= len(wanted):
            break
    unnumbered = found[1:] if found and found[0].isdecimal() else found
    return wanted in (found[: len(wanted)], unnumbered[: len(wanted)]) or (
        bool(found) and wanted[-len(found) :] == found
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _told(unread: Sequence[Unread]) -> list[str]:
    return [f"Not in the text: {piece.part}. {piece.reason}" for piece in unread]


def _sniff(raw: bytes, path: Path) -> bool:
    if raw.startswith(b"PK"):
        return _MEDIA_TYPE in raw[:_HEAD] or (b"META-INF/container.xml" in raw and b".opf" in raw)
    # What is called a book and is none is a damaged one, unless it is a page.
    return path.suffix.lower() in _EXTENSIONS and not raw.lstrip().startswith(b"<")


EPUB = Reader("epub", "EPUB book", _EXTENSIONS, "application/epub+zip", _sniff, read_epub)
