# SPDX-License-Identifier: GPL-3.0-or-later
"""The inspector: the chosen annotation, or, with none chosen, the article and all its annotations."""

from __future__ import annotations

from archivist.ui.inspector.panel import InspectorPanel

__all__ = ["InspectorPanel"]
