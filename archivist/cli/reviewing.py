# SPDX-License-Identifier: GPL-3.0-or-later
"""revisions, diff, review, settle."""

from __future__ import annotations

import click

from archivist.cli import revision_shapes
from archivist.cli.annotating import offsets
from archivist.cli.printing import print_json, say
from archivist.cli.relations import SHOWN
from archivist.cli.root import TEXT, Place, json_option, pass_place
from archivist.errors import InvalidValue, QuoteNotFound, RevisionNotFound
from archivist.language.word_diff import Stretch, exact_differences
from archivist.model import Annotation, Revision
from archivist.store import Archive
from archivist.text import occurrences, shortened

_AROUND = 30  # code points before and after a change, and around the words that wait


@click.command()
@click.argument("article", type=TEXT)
@json_option
@pass_place
def revisions(place: Place, article: str, as_json: bool) -> None:
    """List the texts that ARTICLE has had, the oldest first; “show --revision” prints one."""
    with place.read() as archive:
        found = archive.articles.find(article)
        texts = archive.revisions.of_article(found.id)
        waiting = len(archive.review.of_article(found.id))
    if as_json:
        print_json(revision_shapes.texts(found, texts, waiting))
        return
    for text in texts:
        reader = f"{text.reader} {text.reader_version}".strip() or "not known"
        current = "  (current)" if text.current else ""
        say(f"{text.number}  {text.id[:8]}  {text.created_at}  read by {reader}{current}")
    if waiting:
        say(f"Annotations for review: {waiting}.")


@click.command()
@click.argument("article", type=TEXT)
@click.argument("old", required=False, type=TEXT)
@click.argument("new", required=False, type=TEXT)
@json_option
@pass_place
def diff(place: Place, article: str, old: str | None, new: str | None, as_json: bool) -> None:
    """Show what changed in ARTICLE from its text OLD to its text NEW, each a number or an id.

    NEW is the current one if left out, and OLD the one before it.
    """
    with place.read() as archive:
        found = archive.articles.find(article)
        later = archive.revisions.find(found.id, new) if new else archive.articles.revision(found.id)
        earlier = archive.revisions.find(found.id, old) if old else _before(archive, found.id, later)
    stretches = exact_differences(earlier.body, later.body)
    if as_json:
        print_json(revision_shapes.compared(found, earlier, later, stretches))
        return
    changes = [one for one in stretches if not one.same]
    for one in changes:
        say(_change(earlier.body, later.body, one))
    say(f"Changes from text {earlier.number} to text {later.number}: {len(changes)}.")


def _before(archive: Archive, article: str, revision: Revision) -> Revision:
    """The text that came before one; the first has none. Raises RevisionNotFound."""
    texts = archive.revisions.of_article(article)
    earlier = [text for text in texts if text.number < revision.number]
    if not earlier:
        raise RevisionNotFound(str(revision.number - 1), len(texts))
    return archive.revisions.get(article, earlier[-1].id)


def _change(old: str, new: str, one: Stretch) -> str:
    """A change in one line, marked as wdiff marks it."""
    before = " ".join(old[max(0, one.start - _AROUND) : one.start].split())
    after = " ".join(old[one.end : one.end + _AROUND].split())
    removed, added = old[one.start : one.end], new[one.other_start : one.other_end]
    marks = [f"[-{removed}-]" if removed else "", f"{{+{added}+}}" if added else ""]
    return f"{one.start}:{one.end}  …{before} {' '.join(filter(None, marks))} {after}…".replace("\n", "⏎")


@click.command()
@click.argument("articles", nargs=-1, type=TEXT, metavar="[ARTICLE...]")
@json_option
@pass_place
def review(place: Place, articles: tuple[str, ...], as_json: bool) -> None:
    """List the annotations that wait for review, in the archive or in ARTICLEs, and where they may belong.

    An annotation waits where a corrected text does not certainly have its words; “settle” puts it somewhere.
    """
    with place.read() as archive:
        found = [archive.articles.find(article).id for article in articles]
        waiting = [mark for id_ in found for mark in archive.review.of_article(id_)] if found else archive.review.all()
        titles = {id_: archive.articles.get(id_).title for id_ in {mark.article for mark in waiting}}
        values = [
            revision_shapes.waiting_shape(
                mark, titles[mark.article], archive.review.passage(mark, _AROUND), archive.review.candidates(mark)
            )
            for mark in waiting
        ]
    if as_json:
        print_json({"annotations": values, "waiting": len(values)})
        return
    for value in values:
        say(f"{value['id'][:SHOWN]}  {value['kind']} / {value['tag']}  in {value['article'][:SHOWN]} {value['title']}")
        say(f"    was   …{value['before']}[{value['quote']}]{value['after']}…".replace("\n", "⏎"))
        for number, one in enumerate(value["candidates"], start=1):
            where = f"{one['start']}:{one['end']}, {one['likeness']:.0%} alike"
            say(f"    {number}     “{shortened(one['quote'], 80)}” at {where}")
    say(f"Annotations for review: {len(values)}.")


@click.command()
@click.argument("annotation", type=TEXT)
@click.option("--candidate", type=click.IntRange(min=1), metavar="N", help="Put it on the Nth place that review lists.")
@click.option("--span", type=TEXT, metavar="START:END", help="Put it on this span of the current text, in code points.")
@click.option("--quote", type=TEXT, help="Put it on these words of the current text.")
@click.option(
    "--occurrence", default=1, show_default=True, type=int, metavar="N", help="Which occurrence of the quote."
)
@click.option("--delete", is_flag=True, help="Delete it.")
@json_option
@pass_place
def settle(
    place: Place,
    *,
    annotation: str,
    candidate: int | None,
    span: str | None,
    quote: str | None,
    occurrence: int,
    delete: bool,
    as_json: bool,
) -> None:
    """Put ANNOTATION (its id, or the beginning of it), which waits for review, on words of the current text."""
    if sum((candidate is not None, span is not None, quote is not None, delete)) != 1:
        raise click.UsageError("give one of --candidate, --span, --quote and --delete")
    placed: Annotation | None = None
    with place.write() as archive:
        found = archive.annotations.find(annotation)
        if found.id not in {mark.id for mark in archive.review.of_article(found.article)}:
            raise InvalidValue("annotation for review", annotation, "one that “archivist review” lists")
        if delete:
            archive.annotations.delete(found.id)
        else:
            start, end = _place(archive, found, candidate, span, quote, occurrence)
            placed = archive.annotations.update(found.id, start=start, end=end)
        waiting = archive.review.count()
    if as_json:
        print_json(revision_shapes.settled(placed, waiting))
        return
    done = f"{placed.start}:{placed.end} “{placed.quote}” is tagged {placed.tag.name}" if placed else "It is deleted"
    say(f"{done}. Annotations for review: {waiting}.")


def _place(
    archive: Archive,
    annotation: Annotation,
    candidate: int | None,
    span: str | None,
    quote: str | None,
    occurrence: int,
) -> tuple[int, int]:
    if candidate is not None:
        candidates = archive.review.candidates(annotation)
        if candidate > len(candidates):
            raise InvalidValue(
                "candidate", str(candidate), f"1 to {len(candidates)}" if candidates else "none is known"
            )
        return candidates[candidate - 1].start, candidates[candidate - 1].end
    if span is not None:
        return offsets(span)
    wanted = quote or ""
    starts = occurrences(archive.articles.revision(annotation.article).body, wanted)
    if not 1 <= occurrence <= len(starts):
        raise QuoteNotFound(wanted, len(starts), occurrence)
    return starts[occurrence - 1], starts[occurrence - 1] + len(wanted)
