# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds, of which each entry is an article."""
