# SPDX-License-Identifier: GPL-3.0-or-later
"""Mentions of the registry's records in a text, offered with their record."""

from __future__ import annotations

from collections.abc import Mapping

from archivist.language.name_index import NameIndex
from archivist.model import Kind, Suggestion

SOURCE = "mention"


def find_mentions(text: str, language: str, index: NameIndex, kinds: Mapping[str, Kind]) -> list[Suggestion]:
    """Every mention of a record in a text, in order, linked to the likeliest record.

    The kind is that of the record; a record that has none in `kinds` is not offered. Where several
    records may be meant the confidence is lower.
    """
    found: list[Suggestion] = []
    for mention in index.mentions(text, language):
        ids = [id for id in mention.ids if id in kinds]  # noqa: A001
        if ids:
            quote = text[mention.start : mention.end]
            found.append(
                Suggestion(
                    mention.start, mention.end, quote, kinds[ids[0]], {}, mention.certainty, SOURCE, record=ids[0]
                )
            )
    return found
