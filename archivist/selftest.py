# SPDX-License-Identifier: GPL-3.0-or-later
"""Doing the main job once, to see that an installation works: keep, find, annotate, hand over."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from archivist.cli.root import run
from archivist.errors import ArchivistError
from archivist.exchange import export_bundle, import_bundle
from archivist.model import Finding
from archivist.sample import make_sample_archive
from archivist.search import Search, check, update
from archivist.store import Archive
from archivist.tag_hits import tag_hits
from archivist.ui import preflight

# Words of the sample coverage in another form than they stand there, one in each language.
_QUERIES = ("Гречаник", "плотина", "dams")
_QUOTE = "троє людей загинули"
_TAG = "killed"


class SelftestFailed(Exception):
    """Something of the main job did not do what it has to."""


@click.command()
@click.option(
    "--keep", type=click.Path(file_okay=False, path_type=Path), help="Keep all that is made in this new folder."
)
def selftest(keep: Path | None) -> None:
    """Do the main job on the sample coverage and say whether it works."""
    with _workplace(keep) as folder:
        try:
            for line in _do_the_main_job(folder):
                click.echo(line)
        except (ArchivistError, SelftestFailed) as error:
            raise click.ClickException(f"the main job failed: {error}") from error
    click.echo("The main job works.")


@contextmanager
def _workplace(keep: Path | None) -> Iterator[Path]:
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with TemporaryDirectory(prefix="archivist-") as folder:
        yield Path(folder)


def _do_the_main_job(folder: Path) -> Iterator[str]:
    """Each step of the job; yields what it came to."""
    make_sample_archive(folder / "archive")
    index = folder / "index"
    with Archive.open(folder / "archive") as archive:
        articles, annotations = archive.articles.count(), archive.annotations.count()
        yield f"{articles} articles with {annotations} annotations are in {archive.folder}"
        run(update(archive, base=index), "Indexing")
        with Search(archive, base=index) as search:
            for query in _QUERIES:
                total = search.search(query).total
                _expect(total, f"“{query}” was not found")
                yield f"“{query}” is in {total} articles"
            yield _tag_hits(archive, search)
        yield _annotate(archive)
        bundle = folder / "bundle.zip"
        report = run(export_bundle(archive, archive.articles.ids(archive.articles.rows()), bundle), "Exporting")
        yield f"{report.articles} articles with {report.annotations} annotations are in the bundle {bundle}"
        _expect_none([*run(archive.verify(), "Verifying"), *run(check(archive, base=index), "Verifying the index")])
    with Archive.create(folder / "second archive") as second:
        run(import_bundle(second, bundle), "Importing the bundle")
        _expect(second.annotations.count() == report.annotations, "the bundle lost annotations on its way")
        _expect_none(run(second.verify(), "Verifying"))
        yield "The bundle came whole into another archive; both archives are sound"
    yield _draw_the_desk(folder / "archive", folder / "desk.png")


def _tag_hits(archive: Archive, search: Search) -> str:
    """Tag all that a search finds in one step, and take it back."""
    query, before = _QUERIES[0], archive.annotations.count()
    tagged = run(tag_hits(archive, query, search.rows(query), archive.tags.named(_TAG).id), "Tagging")
    _expect(archive.annotations.count() == before + tagged.added > before, "not all hits of a search were tagged")
    archive.history.undo()
    _expect(archive.annotations.count() == before, "tagging all hits was not undone in one step")
    return f"{tagged.added} passages with “{query}” were tagged in one step, and undone"


def _annotate(archive: Archive) -> str:
    """Mark some words that are in one of the articles, take it back and do it again."""
    tag = archive.tags.named(_TAG).id
    for id_ in archive.articles.ids(archive.articles.rows()):
        body = archive.articles.revision(id_).body
        if _QUOTE in body:
            annotation = archive.annotations.add_quote(id_, _QUOTE, tag, attributes={"value": 3})
            archive.history.undo()
            archive.history.redo()
            marked = archive.annotations.get(annotation.id)
            _expect(body[marked.start : marked.end] == _QUOTE, "a highlight is not on its words")
            return f"“{marked.quote}” is tagged {marked.tag.name} at {marked.start}:{marked.end}"
    raise SelftestFailed(f"“{_QUOTE}” is in none of the articles")


def _draw_the_desk(archive_folder: Path, picture: Path) -> str:
    """Open the window where the system has what Qt needs, and save a picture of it."""
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = preflight.missing()
    if found:
        return f"No picture of the desk: {' '.join(map(str, found))}"
    # Only now, as without its system libraries Qt cannot even be imported.
    from PySide6.QtWidgets import QApplication

    from archivist.ui.picture import save_picture

    application = QApplication(["archivist"])
    archive = Archive.open(archive_folder)
    annotated = max(archive.articles.at_rows(archive.articles.rows()), key=lambda article: article.annotation_count)
    _expect(save_picture(application, archive, annotated.id, picture), f"no picture could be written to {picture}")
    return f"A picture of the desk is in {picture}"


def _expect(condition: object, otherwise: str) -> None:
    if not condition:
        raise SelftestFailed(otherwise)


def _expect_none(findings: list[Finding] | tuple[Finding, ...]) -> None:
    _expect(not findings, "; ".join(f"{finding.where}: {finding.problem}" for finding in findings))
