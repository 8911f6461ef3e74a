# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments as other programs write them, in the form in which an archive keeps its own."""

from __future__ import annotations

from datetime import UTC, datetime


def moment_of(text: str) -> str:
    """A moment of ISO 8601 in UTC; one without a zone is in UTC, one that ends in Z stays as it is; "" for none."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    if text.endswith("Z") and "T" in text:
        return text
    in_utc = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return in_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
