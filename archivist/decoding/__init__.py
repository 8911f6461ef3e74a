# SPDX-License-Identifier: GPL-3.0-or-later
"""From the bytes of a text to its characters, in whatever encoding they are; what is imported is read with it."""
