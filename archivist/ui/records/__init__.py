# SPDX-License-Identifier: GPL-3.0-or-later
"""The records: a list by kind, and the page of the chosen one. Begin at panel.RecordsPanel."""

from __future__ import annotations

from archivist.ui.records.panel import RecordsPanel

__all__ = ["RecordsPanel"]
