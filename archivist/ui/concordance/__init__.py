# SPDX-License-Identifier: GPL-3.0-or-later
"""Every occurrence of what is searched for, one a line, under each other. Begin at panel.ConcordancePanel."""

from archivist.ui.concordance.panel import ConcordancePanel

__all__ = ["ConcordancePanel"]
