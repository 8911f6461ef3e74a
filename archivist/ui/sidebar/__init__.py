# SPDX-License-Identifier: GPL-3.0-or-later
"""The left of the desk: collections and filters, with how many articles each holds."""

from archivist.ui.sidebar.panel import SidebarPanel

__all__ = ["SidebarPanel"]
