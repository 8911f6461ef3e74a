# SPDX-License-Identifier: GPL-3.0-or-later
"""One article as a page of HTML that needs nothing else: no script, nothing from elsewhere.

The text content of the element of class “text” is the text of the article, to the letter; labels
are put in by the style. What overlaps is cut into pieces, and data-n names the annotations of each.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise

from archivist.exchange.html_copy.style import KIND_LINES, LANES, style_of, tag_class
from archivist.exchange.outgoing.contents import Contents, HandedArticle
from archivist.exchange.reading_copy import (
    NumberedMark,
    about,
    citation,
    edges,
    is_web_address,
    numbered_marks,
    restriction_words,
)
from archivist.model import Kind, Tag

_KIND_NAMES = {Kind.EVENT: "event", Kind.ACTOR: "actor", Kind.FIGURE: "figure", Kind.DATE: "date"}


def article_page(handed: HandedArticle, contents: Contents) -> str:
    """The page of an article."""
    article = handed.article
    marks = numbered_marks(handed, contents)
    placed, lost = marks[: len(handed.annotations)], marks[len(handed.annotations) :]
    lanes = lanes_of(placed)
    language = f' lang="{escape(article.language)}"' if article.language else ""
    warning = restriction_words(article)
    body = [
        f'<article data-id="{escape(article.id)}">',
        f'<header>\n<h1 dir="auto"{language}>{escape(article.title)}</h1>',
        f'<p class="warning" dir="auto">{escape(warning)}</p>' if warning else "",
        *_about(about(handed, contents)),
        *_legend(placed),
        "</header>",
        f'<div class="text" dir="auto"{language}>{_text(handed.text, placed, lanes)}</div>',
        *_list("Annotations", placed, "a"),
        *_list("Annotations whose words are no longer in the text", lost, "r"),
        "<footer>\n<h2>Citation</h2>",
        f'<p class="citation" dir="auto">{_linked(citation(article), article.url)}</p>',
        "</footer>\n</article>",
    ]
    tags = {mark.annotation.tag.id: mark.annotation.tag for mark in marks}
    return page(article.title, body, tags.values(), max(lanes.values(), default=-1) + 1)


def page(title: str, body: Iterable[str], tags: Iterable[Tag] = (), lanes: int = 0) -> str:
    """A page that allows itself nothing but its own style."""
    style = style_of(sorted(tags, key=lambda tag: tag.id), lanes)
    hash_ = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{hash_}'; base-uri 'none'; form-action 'none'"
    parts = (
        "<!DOCTYPE html>",
        '<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="Archivist">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style>\n</head>\n<body>",
        *filter(None, body),
        "</body>\n</html>\n",
    )
    return "\n".join(parts)


def lanes_of(marks: Sequence[NumberedMark]) -> dict[int, int]:
    """In which line under the words each annotation (number) is drawn: those that overlap in different ones."""
    lanes: dict[int, int] = {}
    taken: list[int] = []  # where the last one of each lane ends
    for mark in marks:
        start, end = mark.annotation.start, mark.annotation.end
        lane = next((lane for lane, until in enumerate(taken) if until <= start), len(taken))
        if lane == len(taken):
            taken.append(end)
        taken[lane] = end
        lanes[mark.number] = min(lane, LANES - 1)
    return lanes


def _about(known: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield "<dl>"
    for name, value in known:
        yield f'<dt>{escape(name)}</dt><dd dir="auto">{_linked(value, value)}</dd>'
    yield "</dl>"


def _linked(text: str, url: str) -> str:
    """A text in which the address is a link, if it is one of the web."""
    if not url or not is_web_address(url):
        return escape(text)
    before, _, after = text.partition(url)
    link = f'<a href="{escape(url)}" rel="noreferrer noopener">{escape(url)}</a>'
    return f"{escape(before)}{link}{escape(after)}"


def _legend(marks: Sequence[NumberedMark]) -> Iterator[str]:
    kinds = [kind for kind in Kind if any(mark.kind is kind for mark in marks)]
    if kinds:
        items = "".join(
            f'<li><span class="{kind}">{_KIND_NAMES[kind]}</span> {KIND_LINES[kind]}</li>' for kind in kinds
        )
        yield f'<ul class="legend">{items}</ul>'


def _text(text: str, marks: Sequence[NumberedMark], lanes: dict[int, int]) -> str:
    """The text as paragraphs, one a line, each with its newline in it."""
    ends: dict[int, list[NumberedMark]] = {}
    for mark in marks:
        ends.setdefault(mark.annotation.end, []).append(mark)
    started: set[int] = set()
    paragraphs: list[str] = []
    inside: list[str] = []
    deepest = 0
    for start, end, covering in _pieces(text, marks):
        piece = _piece(text[start:end], covering, lanes, started)
        labels = "".join(_label(mark) for mark in ends.get(end, ()))
        deepest = max(deepest, *(lanes[mark.number] for mark in covering), 0)
        is_newline = text[start] == "\n"  # behind it, a label would stand on a line of its own
        inside.append(labels + piece if is_newline else piece + labels)
        if is_newline or end == len(text):
            deep = f' class="w{deepest}"' if deepest else ""
            paragraphs.append(f'<p dir="auto"{deep}>{"".join(inside)}</p>')
            inside, deepest = [], 0
    return "".join(paragraphs)


def _pieces(text: str, marks: Sequence[NumberedMark]) -> Iterator[tuple[int, int, list[NumberedMark]]]:
    """The text cut wherever an annotation begins or ends and around each newline: start, end and what covers it."""
    newlines = [at for at, character in enumerate(text) if character == "\n"]
    cuts = sorted({0, len(text), *newlines, *(at + 1 for at in newlines), *edges(marks)})
    waiting = sorted(marks, key=lambda mark: mark.annotation.start, reverse=True)
    active: list[NumberedMark] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].annotation.start <= start:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.annotation.end > start]
        yield start, end, list(active)


def _piece(text: str, covering: Sequence[NumberedMark], lanes: dict[int, int], started: set[int]) -> str:
    """Some characters under the lines of the annotations that cover them, the lowest line outermost."""
    written = escape(text, quote=False)
    for mark in sorted(covering, key=lambda mark: lanes[mark.number]):
        first = "" if mark.number in started else f' id="s{mark.number}"'
        started.add(mark.number)
        classes = f"{mark.kind} l{lanes[mark.number]} {tag_class(mark.annotation.tag)}"
        written = f'<span class="{classes}" data-n="{mark.number}"{first}>{written}</span>'
    return written


def _label(mark: NumberedMark) -> str:
    label = f"{mark.annotation.tag.name} {mark.number}"
    aria = f"annotation {mark.number}: {mark.annotation.tag.name}"
    return f'<a class="end" href="#a{mark.number}" data-label="{escape(label)}" aria-label="{escape(aria)}"></a>'


def _list(title: str, marks: Sequence[NumberedMark], prefix: str) -> Iterator[str]:
    if marks:
        yield f'<section>\n<h2>{title}</h2>\n<ol class="marks">'
        for mark in marks:
            yield "".join(_item(mark, prefix))
        yield "</ol>\n</section>"


def _item(mark: NumberedMark, prefix: str) -> Iterator[str]:
    annotation, number = mark.annotation, mark.number
    tag = escape(annotation.tag.name)
    yield f'<li id="{prefix}{number}" data-id="{escape(annotation.id)}" data-tag="{tag}">'
    yield f'<a class="start" href="#s{number}">{number}</a><div>' if prefix == "a" else f"<span>{number}</span><div>"
    yield f'<p><strong class="{mark.kind} {tag_class(annotation.tag)}" dir="auto">{tag}</strong>'
    yield f' <span class="kind">{_KIND_NAMES[mark.kind]}</span> <q dir="auto">{escape(annotation.quote)}</q></p>'
    if mark.record:
        yield f'<p class="record">→ <bdi>{escape(mark.record)}</bdi></p>'
    if mark.claim:
        yield f'<p class="claim" dir="auto">{escape(mark.claim)}</p>'
    if annotation.note:
        yield f'<p class="note" dir="auto">{escape(annotation.note)}</p>'
    if mark.attributes:
        pairs = (
            f'<dt dir="auto">{escape(name)}</dt><dd dir="auto">{escape(value)}</dd>'
            for name, value in mark.attributes.items()
        )
        yield f"<dl>{''.join(pairs)}</dl>"
    for words in mark.relations:
        yield f'<p class="relation" dir="auto">{escape(words)}</p>'
    yield f'<p class="by" dir="auto">{escape(mark.by)}</p></div></li>'
