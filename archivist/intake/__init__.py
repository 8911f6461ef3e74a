# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and pasted text in, articles out: one reader per format, and the import into an archive.

A process that reads files imports the readers alone, so nothing is imported here.
"""
