# SPDX-License-Identifier: GPL-3.0-or-later
"""Archivist: keep, find and annotate press coverage, offline."""

__version__ = "0.1.0"
