# SPDX-License-Identifier: GPL-3.0-or-later
"""How far annotators agree about the same texts, where they do not, and what was settled in the end."""
