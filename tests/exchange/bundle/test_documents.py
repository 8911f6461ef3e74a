# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from archivist.exchange.bundle.documents import article_json, codebook_json, read_article, read_codebook
from archivist.model import Kind, Original, Provenance, Revision, Tag
from tests.exchange.test_tables import ARTICLE

PARENT = Tag(1, "2b6f0cc9-0000-4000-8000-000000000001", "people", Kind.FIGURE, "#aabbcc", "", None, "")
CHILD = Tag(2, "2b6f0cc9-0000-4000-8000-000000000002", "killed", Kind.FIGURE, "#aabbcd", "k", PARENT.id, "Загиблі")


def codebook(*tags: Tag) -> object:
    return json.loads(codebook_json(tags))


def test_an_article_is_read_back_as_it_was_written() -> None:
    article = replace(ARTICLE, byline="О. К.", section="Світ", url="https://example.org/1", captured="2022-01-09")
    original = Original("0" * 64, "text/html", 4)
    revision = Revision(article.revision, 1, "1" * 64, "тіло", article.imported_at)
    provenance = Provenance("a.html", "page", "2", None, {"favour": "recall"})
    line = article_json(article, original, "3", revision, provenance, ["Страйк"], ["дата непевна"])
    assert line.endswith(b"}\n")
    read = read_article(json.loads(line))
    assert [getattr(read.draft, name) for name in ("title", "byline", "section", "url", "published", "captured")] == [
        *("=Новина", "О. К.", "Світ", "https://example.org/1", "2022-01~", "2022-01-09"),
    ]
    assert (read.id, read.imported_at, read.revision) == (article.id, article.imported_at, revision.id)
    assert (read.original, read.part, read.text_sha256) == (original, "3", revision.sha256)
    assert (read.draft.provenance, read.draft.warnings) == (provenance, ("дата непевна",))
    assert read.collections == ("Страйк",)


def test_a_codebook_is_read_back_as_it_was_written() -> None:
    read = read_codebook(codebook(CHILD, PARENT))
    assert [(tag.id, tag.name, tag.kind, tag.colour, tag.shortcut, tag.parent, tag.description) for tag in read] == [
        (tag.id, tag.name, tag.kind, tag.colour, tag.shortcut, tag.parent, tag.description) for tag in (CHILD, PARENT)
    ]


@pytest.mark.parametrize(
    "tags",
    [
        (CHILD,),
        (replace(PARENT, parent=CHILD.id), CHILD),
        (replace(PARENT, parent=PARENT.id),),
        (PARENT, PARENT),
        (PARENT, replace(PARENT, id=CHILD.id, name="PEOPLE")),
        (replace(PARENT, name=" "),),
        (replace(PARENT, name="a\nb"),),
        (replace(PARENT, colour="red"),),
        (replace(PARENT, shortcut="abc"),),
        (replace(PARENT, shortcut="+"),),
        (replace(PARENT, id="1"),),
    ],
)
def test_an_impossible_codebook_is_a_value_error(tags: tuple[Tag, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_codebook(codebook(*tags))
