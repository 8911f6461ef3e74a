# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON documents of a bundle, written and read: its articles and its codebook."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archivist.dates import date_range
from archivist.errors import InvalidDate, InvalidValue
from archivist.exchange.files.json_fields import Fields
from archivist.exchange.files.json_stream import Malformed
from archivist.file_names import shown
from archivist.model import (
    Article,
    ArticleDraft,
    JsonValue,
    Kind,
    Original,
    Provenance,
    Restriction,
    RestrictionKind,
    Revision,
    Tag,
)
from archivist.store.restricting import checked
from archivist.store.tags import is_key
from archivist.text import canonical, one_line

_COLOUR = re.compile("#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class WrittenArticle:
    """An article as a bundle has it, without its text."""

    id: str
    draft: ArticleDraft  # with an empty body
    imported_at: str
    collections: tuple[str, ...]
    revision: str  # id
    text_sha256: str
    original: Original
    part: str
    restriction: Restriction | None = None


@dataclass(frozen=True, slots=True)
class WrittenTag:
    """A tag as a bundle has it."""

    id: str
    name: str
    kind: Kind
    colour: str
    shortcut: str
    parent: str | None  # id
    description: str


def article_json(
    article: Article,
    original: Original,
    part: str,
    revision: Revision,
    provenance: Provenance,
    collections: Sequence[str],
    warnings: Sequence[str],
) -> bytes:
    """The line of an article."""
    value: dict[str, JsonValue] = {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "section": article.section,
        "url": article.url,
        "published": article.published,
        "captured": article.captured,
        "language": article.language,
        "imported_at": article.imported_at,
        "collections": list(collections),
        "warnings": list(warnings),
        "revision": {
            "id": revision.id,
            "number": revision.number,
            "sha256": revision.sha256,
            "created_at": revision.created_at,
        },
        "original": {
            "sha256": original.sha256,
            "media_type": original.media_type,
            "size": original.size,
            "part": part,
        },
        "provenance": {
            "source": provenance.source,
            "reader": provenance.reader,
            "reader_version": provenance.reader_version,
            "encoding": provenance.encoding,
            "parameters": dict(provenance.parameters),
        },
    }
    if article.restriction:
        held = article.restriction
        value["restriction"] = {"kind": held.kind, "until": held.until, "reason": held.reason}
    return json_line(value)


def read_article(value: JsonValue) -> WrittenArticle:
    """An article from its line, its texts in the form in which the archive keeps them. Raises ValueError."""
    fields = Fields(value)
    revision, original, provenance = (fields.object(name) for name in ("revision", "original", "provenance"))
    draft = ArticleDraft(
        title=one_line(fields.text("title")),
        body="",
        outlet=one_line(fields.text("outlet")),
        byline=one_line(fields.text("byline")),
        section=one_line(fields.text("section")),
        url=one_line(fields.text("url")),
        published=_published(one_line(fields.text("published"))),
        captured=one_line(fields.text("captured")),
        language=one_line(fields.text("language")),
        provenance=Provenance(
            source=canonical(provenance.text("source"), compose=False),
            reader=provenance.text("reader"),
            reader_version=provenance.text("reader_version"),
            encoding=provenance.text_or_null("encoding"),
            parameters=provenance.object("parameters").mapping(),
        ),
        warnings=tuple(map(one_line, fields.texts("warnings"))),
    )
    return WrittenArticle(
        id=fields.id("id"),
        draft=draft,
        imported_at=fields.moment("imported_at"),
        collections=tuple(_one_line("collections", name) for name in fields.texts("collections")),
        revision=revision.id("id"),
        text_sha256=revision.sha256("sha256"),
        original=Original(original.sha256("sha256"), original.text("media_type"), original.number("size")),
        part=original.text("part"),
        restriction=_restriction(fields),
    )


def codebook_json(tags: Iterable[Tag]) -> bytes:
    """The codebook, one tag a line, in its order."""
    lines = [
        json.dumps(
            {
                "id": tag.id,
                "name": tag.name,
                "kind": tag.kind,
                "colour": tag.colour,
                "shortcut": tag.shortcut,
                "parent": tag.parent,
                "description": tag.description,
            },
            ensure_ascii=False,
        )
        for tag in tags
    ]
    return ('{"tags": [\n' + ",\n".join(lines) + "\n]}\n").encode()


def read_codebook(value: JsonValue) -> list[WrittenTag]:
    """The tags of a codebook; each id and name once, each parent there. Raises ValueError."""
    tags = [_numbered_tag(number, fields) for number, fields in enumerate(Fields(value).objects("tags"), 1)]
    parents = {tag.id: tag.parent for tag in tags}
    if len(parents) < len(tags) or len({tag.name.casefold() for tag in tags}) < len(tags):
        raise Malformed("two tags have the same id or name")
    for tag in tags:
        above, known = tag.parent, {tag.id}
        while above is not None:
            if above in known or above not in parents:
                raise Malformed(f"the tag “{shown(tag.name)}” has no possible parent")
            known.add(above)
            above = parents[above]
    return tags


def json_line(value: JsonValue) -> bytes:
    """A value as a line of its own."""
    return (json.dumps(value, ensure_ascii=False) + "\n").encode()


def _numbered_tag(number: int, fields: Fields) -> WrittenTag:
    try:
        return _read_tag(fields)
    except ValueError as error:
        raise Malformed(f"tag {number}: {error}") from error


def _read_tag(fields: Fields) -> WrittenTag:
    kind, colour = fields.text("kind"), fields.text("colour")
    if kind not in list(Kind):
        raise Malformed(f"its “kind”: “{shown(kind)}” is no kind of tag")
    if not _COLOUR.fullmatch(colour):
        raise Malformed(f"its “colour”: “{shown(colour)}” is no colour")
    shortcut = fields.text("shortcut").lower()
    if shortcut and not is_key(shortcut):
        raise Malformed(f"its “shortcut”: “{shown(shortcut)}” is no key")
    return WrittenTag(
        id=fields.id("id"),
        name=_one_line("name", fields.text("name")),
        kind=Kind(kind),
        colour=colour,
        shortcut=shortcut,
        parent=None if fields.text_or_null("parent") is None else fields.id("parent"),
        description=fields.text("description").strip(),
    )


def _one_line(field: str, name: str) -> str:
    line = one_line(name)
    if not line or "\n" in name:
        raise Malformed(f"its “{field}”: “{shown(name)}” is no name")
    return line


def _restriction(fields: Fields) -> Restriction | None:
    """The restriction of an article. One that is not understood is refused, not taken for none."""
    for held in fields.objects("restriction"):
        kind, until = held.text("kind"), held.text("until")
        try:
            return checked(Restriction(RestrictionKind(kind), until, held.text("reason")))
        except (ValueError, InvalidDate, InvalidValue) as error:
            raise Malformed(f"its “restriction”: “{shown(kind)}” until “{shown(until)}” is none") from error
    return None


def _published(edtf: str) -> str:
    try:
        if edtf:
            date_range(edtf)
    except InvalidDate as error:
        raise Malformed(f"its “published”: “{shown(edtf)}” is no date") from error
    return edtf
