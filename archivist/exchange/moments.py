# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments as other programs write them."""

from __future__ import annotations

from datetime import UTC, datetime


def utc(text: str) -> str:
    """A date and time of ISO 8601 as an archive writes it, "" where it is none.

    One without a zone is taken for UTC: most programs mean that, and none says where it ran. One
    that ends in Z stays as it is.
    """
    text = text.strip()
    try:
        moment = datetime.fromisoformat(text)
        if text.endswith("Z") and "T" in text:
            return text
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return ""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
