# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments as other programs write them."""

from __future__ import annotations

from datetime import UTC, datetime


def utc(text: str) -> str:
    """A date and time of ISO 8601 as an archive writes it, "" where it is none.

    One without a zone is taken for UTC: most programs mean that, and none says where it ran.
    """
    try:
        moment = datetime.fromisoformat(text.strip())
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return ""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
