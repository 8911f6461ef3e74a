# SPDX-License-Identifier: GPL-3.0-or-later
"""Web archives, of which each captured page is an article."""
