# SPDX-License-Identifier: GPL-3.0-or-later
"""The left of the desk: saved searches, collections and the facets of what is listed."""

from archivist.ui.sidebar.panel import SidebarPanel

__all__ = ["SidebarPanel"]
