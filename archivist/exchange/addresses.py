# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses of pages, compared."""

from __future__ import annotations

from urllib.parse import urlsplit


def address_key(url: str) -> str:
    """An address without what does not matter for which page it is."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    if not parts.netloc:
        return url.strip()
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"
