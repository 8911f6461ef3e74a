# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts and spans of every sort, for properties that hold of all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from archivist.model import ArticleDraft
from archivist.store import Archive
from archivist.text import canonical

_SIGNS = "аbЇ 1.,!\n\t\u00a0\u2003👩\u200d🇺🇦е\u0301מر|=\\_#()-\x0b\x1c\x01\ufeff\u200b«»O"
TEXTS = (
    st.text(st.sampled_from(_SIGNS) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)
    .map(lambda text: canonical(text, compose=False))
    .filter(lambda text: bool(text.strip()))
)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text with spans in it, which may be alike, within each other, or cross."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(place, place), max_size=8))
    return text, [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


def marked_article(archive: Archive, text: str, spans: list[tuple[int, int]]) -> str:
    """An article with this text and spans; its id. One of the same text that is there already gets them as well."""
    added = archive.articles.add(ArticleDraft(title="Без назви", body=text), text.encode(), "text/plain")
    tags = archive.tags.all()
    for number, (start, end) in enumerate(spans):
        archive.annotations.add(added.article, start, end, tags[number % len(tags)].id, cut_characters=True)
    return added.article
