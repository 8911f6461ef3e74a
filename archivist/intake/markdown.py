# SPDX-License-Identifier: GPL-3.0-or-later
"""Markdown files, as readable text: headings as lines, links as their words, without the marks.

What is annotated is what a reader reads, so the marks go; the file itself stays in the originals.
Above the text there may be front matter, of which lines like “title: Flood in Ozhvyn” are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from archivist.decoding.encodings import decode
from archivist.errors import NoTextFound
from archivist.intake.blocks import BlockCollector
from archivist.intake.pages.dates import edtf_day
from archivist.intake.pages.text import page_blocks
from archivist.intake.plain_text import decoding_warnings
from archivist.intake.reader import ImportOptions, Reader, source_name
from archivist.intake.reading_copies import warnings_of_copy
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance
from archivist.structure import short_title
from archivist.text import canonical

_EXTENSIONS = (".md", ".markdown", ".mdown")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<lines>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?P<name>[A-Za-z_-]+)[ \t]*:[ \t]*(?P<value>.*)")
_ITEM = re.compile(r"\s*-\s+(?P<value>\S.*)")
_NOTE = re.compile(r"\[\[(?:[^\[\]|]*\|)?(?P<shown>[^\[\]|]+)\]\]")  # as Obsidian links to another note
_LONGEST_FRONT_MATTER = 20_000  # characters
_LANGUAGE = re.compile("[a-z]{2}")


def read_markdown(raw: bytes, path: Path, options: ImportOptions) -> list[ArticleDraft]:
    """The article of a Markdown file. Raises EmptyFile, NotText, WrongEncoding, InvalidValue, NoTextFound."""
    decoded = decode(raw, options.encoding, path=path)
    text = canonical(decoded.text, compose=False)
    fields, start = _front_matter(text)
    rendered = render(text[start:])
    title = fields.title or rendered.heading
    blocks = rendered.blocks
    if title and (not blocks or " ".join(blocks[0].split()) != title):
        blocks = [title, *blocks]
    if not blocks:
        raise NoTextFound(path)
    body = canonical("\n\n".join(blocks))
    provenance = Provenance(
        source_name(path), MARKDOWN.name, f"markdown-it-py {version('markdown-it-py')}", decoded.encoding
    )
    draft = ArticleDraft(
        title=canonical(title) or short_title(body),
        body=body,
        language=fields.language or detect_language(body),
        provenance=provenance,
        warnings=decoding_warnings(decoded) + warnings_of_copy(text),
    )
    return [
        replace(
            draft,
            outlet=fields.outlet,
            byline=fields.byline,
            url=fields.url,
            published=fields.published,
            captured=fields.captured,
        )
    ]


@dataclass(frozen=True, slots=True)
class _Fields:
    title: str = ""
    byline: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""  # EDTF
    captured: str = ""  # EDTF
    language: str = ""


def _front_matter(text: str) -> tuple[_Fields, int]:
    """The fields above the text and the offset at which the text begins."""
    match = _FRONT_MATTER.match(text[:_LONGEST_FRONT_MATTER])
    lines = match["lines"].splitlines() if match else []
    found = dict(_values(lines))
    if match is None or not found:
        return _Fields(), 0

    def first(*names: str) -> str:
        return next((found[name] for name in names if found.get(name)), "")

    source = first("source")
    is_address = "://" in source
    published = edtf_day(first("date", "published", "datepublished"))
    language = first("lang", "language").lower()[:2]
    return _Fields(
        title=" ".join(first("title", "headline").split()),
        byline=first("author", "authors", "byline"),
        outlet=first("outlet", "publisher", "publication", "site") or ("" if is_address else source),
        url=first("url", "link", "canonical") or (source if is_address else ""),
        published=published,
        captured=edtf_day(first("captured", "clipped", "saved", "accessed", *(["created"] if published else []))),
        language=language if _LANGUAGE.fullmatch(language) else "",
    ), match.end()


def _values(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The fields by name; of a list below a name, its items by commas."""
    name, items = "", list[str]()
    for line in lines:
        item, field = _ITEM.fullmatch(line), _FIELD.fullmatch(line)
        if item and name:
            items.append(_unquoted(item["value"]))
            yield name, ", ".join(items)
        elif field:
            name, items = field["name"].lower(), []
            yield name, _unquoted(field["value"])


def _unquoted(value: str) -> str:
    """A scalar without its quotes or the marks of a link between notes, or a list in brackets by commas."""
    value = value.strip()
    link = _NOTE.fullmatch(value.strip("\"'"))
    if link:
        return link["shown"]
    if value[:1] == "[" and value[-1:] == "]":
        return ", ".join(_unquoted(part) for part in value[1:-1].split(",") if part.strip())
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


@dataclass(frozen=True, slots=True)
class Rendered:
    """Markdown as blocks of plain text, and its heading of the first level, where it begins with one."""

    blocks: list[str]
    heading: str


def render(markdown: str) -> Rendered:
    """The text of Markdown without its marks."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    collector = BlockCollector()
    for token in tokens:
        _collect(token, collector)
    collector.end_block()
    begins_with_heading = bool(tokens) and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    heading = " ".join("".join(_words(tokens[1].children or [])).split()) if begins_with_heading else ""
    return Rendered(collector.blocks, heading)


def _collect(token: Token, collector: BlockCollector) -> None:
    if token.type in ("fence", "code_block"):
        collector.tag("pre", closing=False)
        collector.text(token.content)
        collector.tag("pre", closing=True)
    elif token.type == "html_block":
        for block in page_blocks(token.content):
            collector.tag("p", closing=False)
            collector.text(block)
        collector.tag("p", closing=True)
    elif token.type == "inline":
        for words in _words(token.children or []):
            collector.tag("br", closing=False) if words == "\n" else collector.text(words)
    elif token.tag and not token.hidden:
        collector.tag(token.tag, closing=token.nesting < 0, start=int(token.attrs.get("start", 1)))


def _words(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of inline tokens; a hard line break is a “\\n” of its own."""
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "\n"
        elif token.type == "image":
            yield from _words(token.children or [])


def _sniff(_raw: bytes, path: Path) -> bool:
    return path.suffix.lower() in _EXTENSIONS


MARKDOWN = Reader("markdown", "Markdown", _EXTENSIONS, "text/markdown", _sniff, read_markdown, isolated=False)
