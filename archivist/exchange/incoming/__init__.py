# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes in from any format: which articles, tags and records it means, and where its places are here."""
