# SPDX-License-Identifier: GPL-3.0-or-later
"""The bundle: a bag that holds articles with all that belongs to them, written, read and merged."""

from archivist.exchange.bundle.merging import compare_bundle, conflicts_ahead, import_bundle
from archivist.exchange.bundle.recognising import is_bundle
from archivist.exchange.bundle.writing import export_bundle
from archivist.exchange.report import MergeLine, MergeReport, Outcome

__all__ = [
    "MergeLine",
    "MergeReport",
    "Outcome",
    "compare_bundle",
    "conflicts_ahead",
    "export_bundle",
    "import_bundle",
    "is_bundle",
]
