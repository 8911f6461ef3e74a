# SPDX-License-Identifier: GPL-3.0-or-later
"""Every format that is written, through the same framework: read back, told, and the same bytes each time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from archivist.errors import ExportDiffers
from archivist.exchange import Aspect, Format, Selection, export, formats, loss_file, preview_losses
from archivist.exchange.outgoing.reading_back import Comparison
from archivist.model import Article, Restriction, RestrictionKind
from archivist.store import Archive
from tests.long_work import run_to_end

Add = Callable[..., Article]
WRITTEN = [format_ for format_ in formats() if format_.writes]
COMPARED = [format_ for format_ in WRITTEN if format_.write and Aspect.ANNOTATIONS in format_.keeps]
BY_NAME = pytest.mark.parametrize("format_", WRITTEN, ids=lambda format_: format_.name)


@pytest.fixture
def chosen(articles: list[Article]) -> Selection:
    return Selection(tuple(article.id for article in articles))


def files(path: Path) -> dict[str, bytes]:
    """What was written, but for the day in a bag."""
    if path.is_file():
        return {"": path.read_bytes()}
    found = {each.relative_to(path).as_posix(): each.read_bytes() for each in path.rglob("*") if each.is_file()}
    return {name: data for name, data in found.items() if not name.startswith(("bag-info", "tagmanifest"))}


def place(folder: Path, format_: Format) -> Path:
    return folder / f"news{'' if '' in format_.extensions else format_.extensions[0]}"


@BY_NAME
def test_hard_texts_read_back_as_they_were_written(
    archive: Archive, chosen: Selection, tmp_path: Path, format_: Format
) -> None:
    report = run_to_end(export(archive, format_, chosen, place(tmp_path, format_)))
    assert place(tmp_path, format_).exists()
    assert report.articles == 2
    assert loss_file(report.path).exists() == bool(report.losses)


@BY_NAME
def test_equal_articles_give_equal_bytes(archive: Archive, chosen: Selection, tmp_path: Path, format_: Format) -> None:
    for number in range(2):
        (tmp_path / str(number)).mkdir()
        run_to_end(export(archive, format_, chosen, place(tmp_path / str(number), format_)))
    assert files(place(tmp_path / "0", format_)) == files(place(tmp_path / "1", format_))


@BY_NAME
def test_restricted_articles_are_in_no_file(
    archive: Archive, chosen: Selection, tmp_path: Path, format_: Format
) -> None:
    hard = next(article for article in map(archive.articles.get, chosen.articles) if article.outlet)
    archive.articles.restrict([hard.id], Restriction(RestrictionKind.REDACTED))
    report = run_to_end(export(archive, format_, chosen, place(tmp_path, format_)))
    assert (report.articles, report.losses[0].what, report.losses[0].count) == (1, "restricted articles", 1)
    for name, data in files(place(tmp_path, format_)).items():
        assert hard.id.encode() not in data, name
        assert "Загинуло".encode() not in data, name


@BY_NAME
def test_a_preview_tells_what_the_export_tells(
    archive: Archive, chosen: Selection, tmp_path: Path, format_: Format
) -> None:
    preview = run_to_end(preview_losses(archive, format_, chosen))
    report = run_to_end(export(archive, format_, chosen, place(tmp_path, format_)))
    assert (preview.articles, preview.annotations) == (report.articles, report.annotations)
    assert set(preview.losses) <= set(report.losses)
    assert {loss.what for loss in preview.losses} >= {
        loss.what for loss in report.losses if loss.what in set(Aspect) - format_.keeps
    }


@pytest.mark.parametrize("format_", COMPARED, ids=lambda format_: format_.name)
def test_what_is_not_as_it_was_written_is_found_out(
    archive: Archive, chosen: Selection, tmp_path: Path, format_: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is compared with one annotation less."""
    see = Comparison.see
    less = lambda self, handed: see(self, replace(handed, annotations=handed.annotations[:-1]))  # noqa: E731
    monkeypatch.setattr(Comparison, "see", less)
    with pytest.raises(ExportDiffers):
        run_to_end(export(archive, format_, chosen, place(tmp_path, format_)))
    assert not place(tmp_path, format_).exists()
