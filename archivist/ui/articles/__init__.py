# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of articles: what it shows (listing), and how (model, delegate, table). Begin at panel.ArticlesPanel."""

from archivist.ui.articles.listing import Listing
from archivist.ui.articles.panel import ArticlesPanel

__all__ = ["ArticlesPanel", "Listing"]
