# SPDX-License-Identifier: GPL-3.0-or-later
"""Saved web pages: the article in them, and what they say of it."""
