# SPDX-License-Identifier: GPL-3.0-or-later
"""How long it takes to group the duplicates among many posts, and 50 groups to be judged by a reader.

    python benchmarks/duplicates.py FOLDER [POSTS.jsonl.gz] [--seed N]

FOLDER holds the archive, which is made of the posts if it is not there, and gets groups.txt, the
sample. Prints seconds, groups, their sizes, the peak of memory, how long one more article takes,
and how many of the sampled groups are within one outlet.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from archivist.model import ArticleDraft
from archivist.store import Archive
from archivist.store.duplicate_groups import Group
from benchmarks.bulk_import import BATCH, POSTS, drafts

_SAMPLE = 50
_SHOWN = 1500  # code points of a text
_LIMIT = 120  # seconds
_ONE_MORE = 30


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("posts", type=Path, nargs="?", default=POSTS)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    folder = given.folder / "archive"
    if not folder.exists():
        _import(folder, given.posts)
    with Archive.open(folder) as archive:
        taken = _read(archive)
        started = time.perf_counter()
        groups = archive.duplicates.groups()
        print(f"grouped in {time.perf_counter() - started:.2f} s")
        _print_sizes(groups)
        print(f"peak of memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
        _print_one_more(archive)
        sample = random.Random(given.seed).sample(groups, min(_SAMPLE, len(groups)))
        with (given.folder / "groups.txt").open("w", encoding="utf-8") as file:
            file.writelines(_worded(archive, number, group) for number, group in enumerate(sample, 1))
    return taken > _LIMIT


def _import(folder: Path, posts: Path) -> None:
    with Archive.create(folder) as archive:
        source, step = drafts(posts), None
        while batch := list(islice(source, BATCH)):
            with archive.action(f"Import {posts.name}", bulk=True, continues=step) as step:
                for draft, raw in batch:
                    archive.articles.add(draft, raw, "application/json")


def _read(archive: Archive) -> float:
    waiting = archive.duplicates.wordings.waiting()
    started = time.perf_counter()
    for _ in archive.duplicates.wordings.read_new():
        pass
    taken = time.perf_counter() - started
    print(f"{waiting} of {archive.articles.count()} texts read and compared in {taken:.1f} s")
    return taken


def _print_sizes(groups: list[Group]) -> None:
    sizes = Counter(len(group.members) for group in groups)
    print(f"{len(groups)} groups of {sum(len(group.members) for group in groups)} articles")
    print("articles: groups   " + ", ".join(f"{size}: {sizes[size]}" for size in sorted(sizes)))
    kinds = Counter(member.found.likeness for group in groups for member in group.members if member.found)
    print("likeness: articles " + ", ".join(f"{kind}: {number}" for kind, number in kinds.most_common()))


def _print_one_more(archive: Archive) -> None:
    """How long an article more takes, grouping and all, in an archive of this size; each is undone."""
    body = archive.articles.revision(archive.articles.ids(archive.articles.rows()[:1])[0]).body
    times = []
    for _ in range(_ONE_MORE):
        text = f"{body}\n{time.time_ns()}"
        archive.articles.add(ArticleDraft(text[:50], text), text.encode(), "text/plain")
        started = time.perf_counter()
        for _progress in archive.duplicates.wordings.read_new():
            pass
        read = time.perf_counter()
        archive.duplicates.groups()
        times.append((read - started, time.perf_counter() - read))
        archive.history.undo()
    for name, place in (("read and compare", 0), ("group anew", 1)):
        print(f"one article more: {name} {1000 * sorted(one[place] for one in times)[_ONE_MORE // 2]:.1f} ms")


def _worded(archive: Archive, number: int, group: Group) -> str:
    lines = [f"=== {number}"]
    texts = archive.articles.texts(group.rows)
    articles = {article.row: article for article in archive.articles.at_rows(group.rows)}
    for member in group.members:
        article = articles[member.row]
        found = f"{member.found.likeness} {member.found.share}" if member.found else "first"
        body = " ".join(texts[member.row][1].split())[:_SHOWN]
        lines.append(f"--- {found} · {article.outlet} · {article.published} · like {member.like}, {member.row}\n{body}")
    return "\n".join([*lines, "", ""])


if __name__ == "__main__":
    raise SystemExit(main())
