# SPDX-License-Identifier: GPL-3.0-or-later
"""One article as Markdown: what is known of it, its text with marks, and a footnote for each annotation.

Words that are marked stand in brackets with the number of their note behind: [18 killed][^3]. Where
two annotations cross, the one that goes on is cut: its number stands behind each of its pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archivist.exchange.markdown_copy.escaping import escaped_line, escaped_lines
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.exchange.reading_copy import (
    NumberedMark,
    about,
    citation,
    edges,
    is_web_address,
    numbered_marks,
)

RULE = "---"  # before the text and after it, on a line of its own
_INDENT = "    "  # of what goes on in a note


def article_markdown(handed: HandedArticle, contents: Contents) -> str:
    """The file of an article."""
    marks = numbered_marks(handed, contents)
    placed, lost = marks[: len(handed.annotations)], marks[len(handed.annotations) :]
    lines = [
        f"# {_heading(handed.article.title)}",
        "",
        *(f"- **{name}:** {_value(value)}" for name, value in about(handed, contents)),
        "",
        RULE,
        "",
        marked_text(handed.text, placed),
        "",
        RULE,
        "",
        *(f"[^{mark.number}]: {_note(mark)}\n" for mark in placed),
    ]
    if lost:
        lines += ["## Annotations whose words are no longer in the text", ""]
        lines += [f"- {_note(mark)}" for mark in lost]
        lines.append("")
    lines += ["## Citation", "", escaped_line(citation(handed.article)), ""]
    return "\n".join(lines)


def _heading(title: str) -> str:
    """A title; a number sign at its end would be taken for the end of the heading."""
    written = escaped_line(title)
    return f"{written[:-1]}\\#" if written.endswith("#") else written


def _value(value: str) -> str:
    return f"<{value}>" if is_web_address(value) and not set(value) & set("<>\\") else escaped_line(value)


def marked_text(text: str, marks: Sequence[NumberedMark]) -> str:
    """The text with its marks."""
    written: list[str] = []
    for part in _parts(text, marks):
        _put(written, part)
    return "".join(written)


def _put(written: list[str], part: str) -> None:
    """Add a part; what before it would make a picture of a bracket, or a link of it, is escaped."""
    last = written[-1] if written else ""
    if part == "[" and last.endswith("!"):
        written[-1] = f"{last[:-1]}\\!"
    elif last.startswith("][^") and part.startswith(("(", ":")):
        part = f"\\{part}"
    written.append(part)


def _parts(text: str, marks: Sequence[NumberedMark]) -> Iterator[str]:
    """The text between the edges of annotations, and the brackets at these."""
    newlines = [at for at, character in enumerate(text) if character == "\n"]
    starts = {0, *(at + 1 for at in newlines)}
    body = len(text.rstrip("\n"))
    marked = set(edges(marks))
    paragraphs = {at for at in newlines if _ends_paragraph(text, at) and at + 1 not in marked}
    cuts = sorted({0, len(text), *newlines, *starts, *marked})
    waiting = sorted(marks, key=lambda mark: (mark.annotation.start, -mark.annotation.end), reverse=True)
    is_open: list[NumberedMark] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].annotation.start == start:
            is_open.append(waiting.pop())
            yield "["
        if text[start] == "\n":
            # A backslash at the very end would be one, so what ends the text is referred to.
            is_paragraph = start < body and (start in paragraphs or start - 1 in paragraphs)
            yield "\n" if is_paragraph else "\\\n" if start < body else "&#10;"
        else:
            yield escaped_line(text[start:end], starts=start in starts, ends=text[end : end + 1] in ("", "\n"))
        yield from _closing(is_open, end)


def _ends_paragraph(text: str, at: int) -> bool:
    """Whether two newlines, and no more, begin here."""
    return (
        text[at : at + 2] == "\n\n" and text[at + 2 : at + 3] not in ("", "\n") and text[at - 1 : at] not in ("", "\n")
    )


def _closing(is_open: list[NumberedMark], at: int) -> Iterator[str]:
    """Close what ends here, and cut what was opened in it and goes on."""
    ending = [number for number, mark in enumerate(is_open) if mark.annotation.end == at]
    if not ending:
        return
    inside = is_open[ending[0] :]
    for mark in reversed(inside):
        yield f"][^{mark.number}]"
    going_on = [mark for mark in inside if mark.annotation.end > at]
    is_open[ending[0] :] = going_on
    yield from ("[" for _ in going_on)


def _note(mark: NumberedMark) -> str:
    annotation = mark.annotation
    parts = [f"**{escaped_line(annotation.tag.name)}** ({mark.kind}): “{escaped_lines(annotation.quote, _INDENT)}”"]
    if mark.record:
        parts.append(f"→ {escaped_line(mark.record)}")
    if mark.claim:
        parts.append(escaped_lines(mark.claim, _INDENT))
    parts += [f"{escaped_line(name)}: {escaped_lines(value, _INDENT)}" for name, value in mark.attributes.items()]
    if annotation.note:
        parts.append(escaped_lines(annotation.note, _INDENT))
    parts += [escaped_line(words) for words in mark.relations]
    parts.append(f"({escaped_line(mark.by)})")
    return f" \\\n{_INDENT}".join(parts)
