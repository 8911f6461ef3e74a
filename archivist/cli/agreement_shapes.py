# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON of agreement. Fields may be added, never renamed."""

from __future__ import annotations

from archivist.agreement.comparing import Agreement, Comparison
from archivist.cli.shapes import Json, annotation_shape


def compared(found: Comparison, adopted: int | None) -> Json:
    """`agreement`: measures that are not defined are null; `adopted` is there where something was asked to be."""
    return {
        "annotators": list(found.annotators),
        "articles": list(found.articles),
        "characters": found.characters,
        "overall": _agreement(found.overall),
        "tags": [{"tag": row.tag, **_agreement(row)} for row in found.tags],
        "agreed": len(found.agreed),
        "differences": [
            {
                "article": place.article,
                "start": place.start,
                "end": place.end,
                "differences": list(place.differences),
                "annotations": [mark and annotation_shape(mark) for mark in place.annotations],
            }
            for place in found.disagreements
        ],
        **({} if adopted is None else {"adopted": adopted}),
    }


def _agreement(row: Agreement) -> Json:
    return {
        "counts": list(row.counts),
        "cohen_kappa": row.cohen,
        "fleiss_kappa": row.fleiss,
        "krippendorff_alpha": row.alpha,
        "unitizing_alpha": row.unitizing_alpha,
        "f1_exact": row.exact.f1,
        "f1_overlapping": row.overlapping.f1,
    }
