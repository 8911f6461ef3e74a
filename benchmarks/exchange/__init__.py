# SPDX-License-Identifier: GPL-3.0-or-later
"""What formats carry: measured on our own exports, and on files that others wrote."""
