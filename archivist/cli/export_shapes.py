# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON of export, formats and restrict. Fields may be added, never renamed: other programs read them."""

from __future__ import annotations

from collections.abc import Iterable

from archivist.cli.shapes import Json
from archivist.exchange import Aspect, Format
from archivist.intake.reader import Reader
from archivist.model import ExportPreview, ExportReport, Loss


def exported(report: ExportReport) -> Json:
    """What `export` wrote and what it could not carry."""
    return {
        "path": str(report.path),
        "articles": report.articles,
        "annotations": report.annotations,
        "records": report.records,
        "relations": report.relations,
        "losses": _losses(report.losses),
    }


def previewed(preview: ExportPreview) -> Json:
    """What `export --preview` would write, and what it could not carry."""
    return {
        "articles": preview.articles,
        "annotations": preview.annotations,
        "records": preview.records,
        "relations": preview.relations,
        "losses": _losses(preview.losses),
    }


def format_shapes(readers: Iterable[Reader], formats: Iterable[Format]) -> list[Json]:
    """The lines of `formats`, one a name: what is read as an article may be written as another format."""
    known: list[Reader | Format] = [*readers, *formats]
    shapes: dict[str, Json] = {}
    for format_ in known:
        shape = shapes.setdefault(
            format_.name,
            {"name": format_.name, "title": format_.title, "in": False, "out": False, "extensions": [], "keeps": []},
        )
        shape["in"] |= format_.reads
        shape["out"] |= format_.writes
        shape["extensions"] += (each for each in format_.extensions if each not in shape["extensions"])
        if isinstance(format_, Format):
            shape["keeps"] = [str(aspect) for aspect in Aspect if aspect in format_.keeps]
    return list(shapes.values())


def _losses(losses: Iterable[Loss]) -> list[Json]:
    return [{"what": loss.what, "count": loss.count, "why": loss.why} for loss in losses]
