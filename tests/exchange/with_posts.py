# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample archive with the posts of a corpus: emoji in every second one, and spans that somebody else made."""

from __future__ import annotations

import json
from pathlib import Path

from archivist.model import ArticleDraft
from archivist.sample import make_sample_archive
from archivist.store import Archive


def make_sample_with_posts(folder: Path, posts: Path) -> None:
    """Make it in a new folder, of a file with a post a line: text, lang, id, and spans in code points or null."""
    make_sample_archive(folder)
    with Archive.open(folder) as archive, archive.action("Add posts"):
        archive.tags.add("manipulation", "event")
        tag = archive.tags.named("manipulation").id
        for line in posts.read_text(encoding="utf-8").splitlines():
            post = json.loads(line)
            draft = ArticleDraft(
                title=post["text"].strip().split("\n")[0][:80], body=post["text"], language=post["lang"]
            )
            added = archive.articles.add(draft, post["text"].encode(), "text/plain", part=post["id"])
            for start, end in post["spans"] or ():
                archive.annotations.add(added.article, start, end, tag, cut_characters=True)
