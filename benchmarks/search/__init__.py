# SPDX-License-Identifier: GPL-3.0-or-later
"""The search benchmark: a generated corpus, several engines on the same keys, and a table of them side by side."""
