# SPDX-License-Identifier: GPL-3.0-or-later
"""Files in which other files are packed."""
