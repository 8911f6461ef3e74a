# SPDX-License-Identifier: GPL-3.0-or-later
"""Import many posts through a loop over the core, then bring the index up to date.

    python benchmarks/bulk_import.py ARCHIVE [POSTS.jsonl.gz]

ARCHIVE is a new folder. A post is one JSON line with text, date and channel; the line is its
original. Prints how long each part took.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from archivist import paths
from archivist.language.detect import detect_language
from archivist.model import ArticleDraft, Provenance
from archivist.search import update
from archivist.store import Archive
from archivist.text import canonical

SHARED = Path(__file__).resolve().parents[2] / "shared" / "cases"
POSTS = Path(os.environ.get("ARCHIVIST_CASES", SHARED)) / "bulk-ru-telegram" / "telegram_news_ru_22099.jsonl.gz"
BATCH = 100


def drafts(path: Path) -> Iterator[tuple[ArticleDraft, bytes]]:
    """Each post as a draft, with the bytes it came in."""
    with gzip.open(path, "rb") as lines:
        for line in lines:
            post = json.loads(line)
            body = canonical(post["text"] or "", compose=False)
            title = next((part.strip() for part in body.split("\n") if part.strip()), "")
            provenance = Provenance(f"{path.name}:{post['message_id']}", "telegram-json", "1", "utf-8")
            draft = ArticleDraft(
                title=title[:120],
                body=body,
                outlet=post["channel"] or "",
                published=(post["date"] or "")[:10],
                language=detect_language(body),
                provenance=provenance,
            )
            yield draft, line


def main(folder: Path, posts: Path) -> None:
    started = time.perf_counter()
    done = duplicates = 0
    with Archive.create(folder, codebook=paths.data() / "codebook.json") as archive:
        source, step = drafts(posts), None
        while batch := list(islice(source, BATCH)):
            with archive.action(f"Import {posts.name}", bulk=True, continues=step) as step:
                for draft, raw in batch:
                    duplicates += archive.articles.add(draft, raw, "application/json").duplicate
            done += len(batch)
            print(f"\r{done} posts", end="", file=sys.stderr, flush=True)
        imported = time.perf_counter()
        for progress in update(archive):
            print(f"\rindexed {progress.done} of {progress.total}", end="", file=sys.stderr, flush=True)
        indexed = time.perf_counter()
        print(file=sys.stderr)
        print(f"{done} posts, {duplicates} of them duplicates, {archive.articles.count()} articles")
        print(f"imported in {imported - started:.1f} s, {done / (imported - started):.0f} a second")
        print(f"indexed in {indexed - imported:.1f} s, {archive.articles.count() / (indexed - imported):.0f} a second")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else POSTS)
