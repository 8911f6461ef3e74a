# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes an archive of articles of the generated corpus; each of their tags marks a word of their text.

    python -m benchmarks.search.archive FOLDER ARTICLES

FOLDER is the folder that the benchmark works in; prints where the archive is. It is not indexed.
"""

from __future__ import annotations

import shutil
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from archivist.language.words import words
from archivist.model import ArticleDraft, Kind, Provenance
from archivist.store import Archive
from archivist.store.bulk_annotating import Placement
from benchmarks.search.corpus import CorpusArticle, read_corpus, tags
from benchmarks.search.workplace import Workplace

_AT_ONCE = 500  # articles in a transaction
_LONG = 5  # letters of a word that is worth a mark


def make_archive(workplace: Workplace, size: int) -> Path:
    """The folder of an archive of the first so many articles, whose rows are their ids. It is made only once."""
    folder = workplace.archive(size)
    if not folder.exists():
        unfinished = folder.with_name(f"{folder.name}-unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        with Archive.create(unfinished) as archive:
            _tag(archive, _add(archive, read_corpus(workplace.corpus, size)))
        unfinished.rename(folder)
    return folder


def add_article(archive: Archive, article: CorpusArticle) -> str:
    """Add one article and return its id in the archive."""
    draft = ArticleDraft(
        title=article.title,
        body=article.body,
        outlet=article.outlet,
        published=article.published,
        language=article.language,
        provenance=Provenance(f"corpus:{article.id}", "benchmark", "1", "utf-8"),
    )
    return archive.articles.add(draft, article.body.encode(), "text/plain").article


def _add(archive: Archive, articles: Iterator[CorpusArticle]) -> dict[str, list[Placement]]:
    """Add the articles and return what is to be tagged, by tag."""
    placements: dict[str, list[Placement]] = defaultdict(list)
    step, count = None, 0
    while batch := list(islice(articles, _AT_ONCE)):
        with archive.action("Import the corpus", bulk=True, continues=step) as step:
            for article in batch:
                id_ = add_article(archive, article)
                for tag, placement in zip(article.tags, _places(id_, article), strict=False):
                    placements[tag].append(placement)
        count += len(batch)
        print(f"\rarchive: {count} articles", end="", flush=True)
    return placements


def _places(id_: str, article: CorpusArticle) -> Iterator[Placement]:
    """Words of the article below its title that a tag may stand on."""
    start = len(article.title)
    for word in words(article.body[start : start + 1000]):
        if len(word.text) >= _LONG:
            yield Placement(id_, start + word.start, start + word.end, word.text)


def _tag(archive: Archive, placements: dict[str, list[Placement]]) -> None:
    kinds = list(Kind)
    with archive.action("Tag the corpus", bulk=True, undoable=False):
        for number, name in enumerate(tags()):
            tag = archive.tags.add(name, kinds[number % len(kinds)])
            archive.annotations.add_many(placements.get(name, []), tag.id)
            print(f"\rarchive: {number + 1} tags     ", end="", flush=True)
    print()


def main(arguments: Iterable[str]) -> None:
    folder, size = arguments
    workplace = Workplace.current(Path(folder))
    workplace.prepare_corpus(int(size))
    print(make_archive(workplace, int(size)))


if __name__ == "__main__":
    main(sys.argv[1:])
