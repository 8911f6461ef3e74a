# SPDX-License-Identifier: GPL-3.0-or-later
"""Who did what when, and undoing any step of it. Begin at panel.HistoryPanel."""

from archivist.ui.history.panel import HistoryPanel

__all__ = ["HistoryPanel"]
