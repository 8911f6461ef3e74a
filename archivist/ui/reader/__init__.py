# SPDX-License-Identifier: GPL-3.0-or-later
"""The annotated reader. Begin at panel.ReaderPanel; all it shows is painted through layer.MarkLayer."""

from archivist.ui.reader.arcs import Arc
from archivist.ui.reader.beside_pane import BesidePane
from archivist.ui.reader.panel import End, Landing, ReaderPanel
from archivist.ui.reader.typesetting import Role

__all__ = ["Arc", "BesidePane", "End", "Landing", "ReaderPanel", "Role"]
